//! A floor of `src/` may use only the floors above it in the table of `lib.rs`.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;

/// The floors, top to bottom, as the table of `lib.rs` has them: `//! | [`text`] | … |`.
fn floors(lib: &str) -> Vec<String> {
    lib.lines()
        .filter_map(|line| line.strip_prefix("//! | [`")?.split_once("`]"))
        .map(|(name, _)| name.to_owned())
        .collect()
}

/// Every import that looks up, as `file:line: what`.
fn breaches(src: &Path) -> Vec<String> {
    let floors = floors(&fs::read_to_string(src.join("lib.rs")).unwrap());
    assert!(floors.len() > 1, "lib.rs has no table of floors");
    let mut found = Vec::new();
    for entry in sorted(src) {
        let name = entry.file_stem().unwrap().to_string_lossy().into_owned();
        if name == "lib" || name == "main" || name == "rules" || name.starts_with('.') {
            continue;
        }
        match floors.iter().position(|f| *f == name) {
            Some(floor) => walk(src, &entry, &floors, floor, &mut found),
            None if entry.is_dir() || entry.extension().is_some_and(|e| e == "rs") => {
                found.push(format!("{name}: no floor of this name in lib.rs"));
            }
            None => {}
        }
    }
    found
}

fn sorted(dir: &Path) -> Vec<std::path::PathBuf> {
    let mut paths: Vec<_> = fs::read_dir(dir).unwrap().map(|e| e.unwrap().path()).collect();
    paths.sort();
    paths
}

fn walk(src: &Path, path: &Path, floors: &[String], floor: usize, found: &mut Vec<String>) {
    if path.is_dir() {
        for entry in sorted(path) {
            walk(src, &entry, floors, floor, found);
        }
    } else if path.extension().is_some_and(|e| e == "rs") {
        let file = path.strip_prefix(src).unwrap().display().to_string().replace('\\', "/");
        // How many `super` lead from this module to the crate: `text/mod.rs` is one deep, `text/span.rs` two.
        let depth = file.matches('/').count() + usize::from(!file.ends_with("/mod.rs"));
        let code = blank_comments(&fs::read_to_string(path).unwrap());
        for (line, used) in uses(&code, depth) {
            if floors.iter().position(|f| *f == used).is_some_and(|other| other > floor) {
                found.push(format!("{file}:{line}: {} may not use {used}, which stands below it", floors[floor]));
            }
        }
    }
}

/// Comments and strings give way to spaces, line breaks stay.
fn blank_comments(code: &str) -> String {
    let mut out = String::with_capacity(code.len());
    let mut rest = code;
    while let Some(c) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |i| i + 2)
        } else if rest.starts_with("r#\"") {
            rest.find("\"#").map_or(rest.len(), |i| i + 2)
        } else if rest.starts_with("'\"'") {
            3
        } else if c == '"' {
            let mut escaped = false;
            let end = rest[1..].find(|c| match c {
                _ if escaped => {
                    escaped = false;
                    false
                }
                '\\' => {
                    escaped = true;
                    false
                }
                c => c == '"',
            });
            end.map_or(rest.len(), |i| i + 2)
        } else {
            out.push(c);
            rest = &rest[c.len_utf8()..];
            continue;
        };
        out.extend(rest[..length].chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
        rest = &rest[length..];
    }
    out
}

/// The modules at the crate's root that the code names, each with its line: `crate::NAME`, `crate::{NAME, …}`, and as
/// many `super::` as lead to the root.
fn uses(code: &str, depth: usize) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let up = format!("{}::", vec!["super"; depth].join("::"));
    for root in ["crate::", "chancery::", &*up] {
        for (at, _) in code.match_indices(root) {
            let before = code[..at].chars().next_back();
            if before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':' || c == '$') {
                continue;
            }
            let line = code[..at].matches('\n').count() + 1;
            let rest = &code[at + root.len()..];
            if let Some(group) = rest.strip_prefix('{') {
                let mut depth = 0;
                let mut fresh = true;
                for (i, c) in group.char_indices() {
                    match c {
                        '}' if depth == 0 => break,
                        '{' => depth += 1,
                        '}' => depth -= 1,
                        ',' if depth == 0 => fresh = true,
                        c if fresh && depth == 0 && !c.is_whitespace() => {
                            fresh = false;
                            found.push((line + group[..i].matches('\n').count(), name(&group[i..])));
                        }
                        _ => {}
                    }
                }
            } else {
                found.push((line, name(rest)));
            }
        }
    }
    found
}

fn name(code: &str) -> String {
    code.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

#[test]
fn no_floor_looks_down() {
    let found = breaches(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    assert!(found.is_empty(), "imports that look up:\n{}", found.join("\n"));
}

#[test]
fn a_breach_is_found() {
    let dir = tempfile::tempdir().unwrap();
    let write = |file: &str, text: &str| {
        let path = dir.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("lib.rs", "//! | [`low`] | the first |\n//! | [`mid`] | the second |\n//! | [`top`] | the last |\n");
    write("low/mod.rs", "mod leaf;\nmod deep;\n// use crate::top;\nconst S: &str = \"crate::top\";\n");
    write("low/leaf.rs", "use crate::{\n    low::X,\n    mid::{top, Y},\n};\nfn f() { super::super::top::g() }\n");
    write("low/deep/mod.rs", "use super::super::mid::Y;\nuse super::top;\n");
    write("mid/mod.rs", "use crate::low::X;\nuse crate::top as t;\n");
    write("top/mod.rs", "use crate::{low, mid};\n");
    write("rules/a.toml", "");
    write("extra/mod.rs", "");
    assert_eq!(
        breaches(dir.path()),
        [
            "extra: no floor of this name in lib.rs",
            "low/deep/mod.rs:1: low may not use mid, which stands below it",
            "low/leaf.rs:3: low may not use mid, which stands below it",
            "low/leaf.rs:5: low may not use top, which stands below it",
            "mid/mod.rs:2: mid may not use top, which stands below it",
        ]
    );
}
