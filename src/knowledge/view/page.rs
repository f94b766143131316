//! The page: its parts in one file.

use std::io::{self, Write};

use super::PageData;

const HTML: &str = include_str!("page/page.html");
const STYLE: &str = include_str!("page/style.css");
const WORLD: &str = include_str!("vendor/world.json");

/// In the order they build on each other.
const SCRIPTS: [&str; 10] = [
    include_str!("vendor/draw.js"),
    include_str!("page/data.js"),
    include_str!("page/filter.js"),
    include_str!("page/detail.js"),
    include_str!("page/network.js"),
    include_str!("page/map.js"),
    include_str!("page/timeline.js"),
    include_str!("page/table.js"),
    include_str!("page/articles.js"),
    include_str!("page/main.js"),
];

/// Writes the page.
///
/// # Errors
///
/// When `to` refuses.
pub fn write_page<W: Write>(data: &PageData, title: &str, mut to: W) -> io::Result<()> {
    let mut rest = HTML;
    while let Some((before, after)) = rest.split_once('%') {
        let Some((mark, behind)) = after.split_once('%').filter(|(mark, _)| is_mark(mark)) else {
            to.write_all(before.as_bytes())?;
            to.write_all(b"%")?;
            rest = after;
            continue;
        };
        to.write_all(before.as_bytes())?;
        match mark {
            "TITLE" => to.write_all(html_escape::encode_text(title).as_bytes())?,
            "STYLE" => to.write_all(STYLE.as_bytes())?,
            "WORLD" => to.write_all(WORLD.trim_end().as_bytes())?,
            "RECORDS" => serde_json::to_writer(Unclosed(&mut to), data)?,
            _ => {
                for script in SCRIPTS {
                    to.write_all(script.as_bytes())?;
                    to.write_all(b"\n")?;
                }
            }
        }
        rest = behind;
    }
    to.write_all(rest.as_bytes())?;
    to.flush()
}

fn is_mark(mark: &str) -> bool {
    ["TITLE", "STYLE", "WORLD", "RECORDS", "SCRIPT"].contains(&mark)
}

/// Writes JSON that cannot close the element it stands in: `<` only occurs in its strings, where it may be escaped.
struct Unclosed<W>(W);

impl<W: Write> Write for Unclosed<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut rest = bytes;
        while let Some(at) = memchr::memchr(b'<', rest) {
            self.0.write_all(&rest[..at])?;
            self.0.write_all(b"\\u003c")?;
            rest = &rest[at + 1..];
        }
        self.0.write_all(rest)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}
