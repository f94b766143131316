//! The files of a run: named, found in folders, or standard input.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use walkdir::WalkDir;

use super::decode::{decoded, head};
use super::format::{Format, stem};

/// Why a run cannot begin.
#[derive(Debug, thiserror::Error)]
pub enum InputError {
    /// A path that was named does not exist.
    #[error("{}: no such file or folder{}", .path.display(), near(.path))]
    Missing {
        /// The path.
        path: PathBuf,
    },
    /// A folder that was named holds nothing to read.
    #[error("{}: no documents in this folder; .txt, .jsonl and .ndjson are read, also as .gz and .zst", .path.display())]
    NoDocuments {
        /// The folder.
        path: PathBuf,
    },
    /// Standard input is named twice.
    #[error("standard input (`-`) can be read once only")]
    StandardInputTwice,
}

/// A name in the same folder that is nearly the same.
fn near(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned()))
        .collect();
    names.sort();
    crate::text::did_you_mean(&name, names.iter().map(String::as_str))
        .map(|near| format!("; did you mean {}?", path.with_file_name(near).display()))
        .unwrap_or_default()
}

/// What a document's place is told by.
#[derive(Debug, PartialEq, Eq)]
pub struct Origin {
    /// The path as shown in messages.
    pub path: String,
    /// The file's name without its endings.
    pub stem: String,
}

/// What was named on the command line.
#[derive(Clone, Debug)]
enum Root {
    StandardInput,
    File(PathBuf),
    Folder(PathBuf),
}

/// The files of a run in the order they are read: as named, folders by sorted paths.
#[derive(Clone, Debug)]
pub struct Inputs {
    roots: Vec<Root>,
    format: Option<Format>,
}

/// One file that is open, unpacked as it is read.
pub(in crate::pipeline) struct Open {
    pub(super) origin: Arc<Origin>,
    pub(super) format: Format,
    pub(super) reader: Box<dyn Read + Send>,
}

/// A file or folder that cannot be read.
pub(in crate::pipeline) struct Closed {
    pub(super) origin: Arc<Origin>,
    pub(super) error: io::Error,
}

/// A file, or why there is none.
pub(in crate::pipeline) type Opened = Result<Open, Closed>;

impl Inputs {
    /// The files and folders of `paths`; `-` is standard input. A `format` given holds for all of them, else a file's
    /// name tells, or its first bytes.
    ///
    /// # Errors
    ///
    /// When a path does not exist, a folder holds no documents, or standard input is named twice.
    pub fn new(paths: &[PathBuf], format: Option<Format>) -> Result<Inputs, InputError> {
        let mut roots = Vec::with_capacity(paths.len());
        for path in paths {
            if path.as_os_str() == "-" {
                if roots.iter().any(|root| matches!(root, Root::StandardInput)) {
                    return Err(InputError::StandardInputTwice);
                }
                roots.push(Root::StandardInput);
            } else if path.is_dir() {
                if walk(path).next().is_none() {
                    return Err(InputError::NoDocuments { path: path.clone() });
                }
                roots.push(Root::Folder(path.clone()));
            } else if path.exists() || path.is_symlink() {
                roots.push(Root::File(path.clone()));
            } else {
                return Err(InputError::Missing { path: path.clone() });
            }
        }
        Ok(Inputs { roots, format })
    }

    /// Whether standard input is among them: it cannot be read again.
    pub fn has_standard_input(&self) -> bool {
        self.roots.iter().any(|root| matches!(root, Root::StandardInput))
    }

    /// The files and folders named.
    pub(in crate::pipeline) fn named(&self) -> impl Iterator<Item = &Path> {
        self.roots.iter().filter_map(|root| match root {
            Root::StandardInput => None,
            Root::File(path) | Root::Folder(path) => Some(path.as_path()),
        })
    }

    /// Bytes on disk of all files, packed as they are; `None` where standard input makes that unknown.
    pub fn size(&self) -> Option<u64> {
        let mut size = 0;
        for root in &self.roots {
            match root {
                Root::StandardInput => return None,
                Root::File(path) => size += std::fs::metadata(path).map_or(0, |m| m.len()),
                Root::Folder(path) => {
                    size +=
                        walk(path).flatten().filter_map(|entry| entry.metadata().ok()).map(|m| m.len()).sum::<u64>();
                }
            }
        }
        Some(size)
    }

    /// Opens them one after another; `read` counts bytes as they come from the disk.
    /// Standard input ends when `stop` is set, even where it waits for more.
    pub(in crate::pipeline) fn open(
        &self,
        read: &Arc<AtomicU64>,
        stop: &Arc<AtomicBool>,
    ) -> impl Iterator<Item = Opened> + Send + use<> {
        let Inputs { roots, format } = self.clone();
        let (read, stop) = (Arc::clone(read), Arc::clone(stop));
        roots.into_iter().flat_map(files).map(move |file| match file {
            Ok(None) => {
                let origin = Arc::new(Origin { path: "<stdin>".to_owned(), stem: "stdin".to_owned() });
                open(
                    origin,
                    format,
                    Box::new(Counted { inner: StandardInput(Arc::clone(&stop)), read: Arc::clone(&read) }),
                )
            }
            Ok(Some(path)) => {
                let origin = Arc::new(Origin { path: path.display().to_string(), stem: stem(&path) });
                let format = format.or_else(|| Format::of_name(&path));
                match File::open(&path) {
                    Ok(file) => open(origin, format, Box::new(Counted { inner: file, read: Arc::clone(&read) })),
                    Err(error) => Err(Closed { origin, error }),
                }
            }
            Err(error) => {
                let path = error.path().unwrap_or(Path::new("?"));
                let origin = Arc::new(Origin { path: path.display().to_string(), stem: stem(path) });
                Err(Closed { origin, error: error.into() })
            }
        })
    }
}

fn open(origin: Arc<Origin>, format: Option<Format>, reader: Box<dyn Read + Send>) -> Opened {
    let opened = decoded(reader).and_then(|mut reader| match format {
        Some(format) => Ok((format, reader)),
        None => {
            let start = head(&mut reader, 256)?;
            let format = Format::of_content(&start);
            Ok((format, Box::new(io::Cursor::new(start).chain(reader)) as Box<dyn Read + Send>))
        }
    });
    match opened {
        Ok((format, reader)) => Ok(Open { origin, format, reader }),
        Err(error) => Err(Closed { origin, error }),
    }
}

/// The files under one root; `None` is standard input.
fn files(root: Root) -> Box<dyn Iterator<Item = Result<Option<PathBuf>, walkdir::Error>> + Send> {
    match root {
        Root::StandardInput => Box::new(std::iter::once(Ok(None))),
        Root::File(path) => Box::new(std::iter::once(Ok(Some(path)))),
        Root::Folder(path) => Box::new(walk(&path).map(|entry| Ok(Some(entry?.into_path())))),
    }
}

/// The documents of a folder and of those in it, by sorted names; hidden files and folders are left out.
fn walk(folder: &Path) -> impl Iterator<Item = Result<walkdir::DirEntry, walkdir::Error>> + Send + use<> {
    WalkDir::new(folder)
        .follow_links(true)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || !entry.file_name().as_encoded_bytes().starts_with(b"."))
        .filter(|entry| match entry {
            Ok(entry) => !entry.file_type().is_dir() && Format::of_name(entry.path()).is_some(),
            Err(_) => true,
        })
}

/// Standard input that can be told to end while it waits.
struct StandardInput(Arc<AtomicBool>);

impl Read for StandardInput {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        #[cfg(unix)]
        {
            use rustix::event::{PollFd, PollFlags, Timespec, poll};
            let wait = Timespec { tv_sec: 0, tv_nsec: 100_000_000 };
            let stdin = rustix::stdio::stdin();
            loop {
                if self.0.load(Ordering::Relaxed) {
                    return Ok(0);
                }
                match poll(&mut [PollFd::new(&stdin, PollFlags::IN)], Some(&wait)) {
                    Ok(0) | Err(rustix::io::Errno::INTR) => {}
                    Ok(_) | Err(_) => break,
                }
            }
            // Not through the buffer of `io::stdin`: what waits there is unknown to `poll`.
            Ok(rustix::io::read(stdin, buffer)?)
        }
        #[cfg(not(unix))]
        io::stdin().read(buffer)
    }
}

/// Counts what is read.
struct Counted<R> {
    inner: R,
    read: Arc<AtomicU64>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.inner.read(buffer)?;
        self.read.fetch_add(length as u64, Ordering::Relaxed);
        Ok(length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn folders_in_sorted_order() {
        let dir = tempfile::tempdir().unwrap();
        for name in ["b.txt", "a/z.jsonl", "a/.hidden.txt", "a/b.pdf", ".git/x.txt", "c.txt.gz"] {
            let path = dir.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "x").unwrap();
        }
        let inputs = Inputs::new(&[dir.path().to_owned(), "-".into()], None).unwrap();
        let read = Arc::new(AtomicU64::new(0));
        let found: Vec<String> = inputs
            .open(&read, &Arc::default())
            .map(|open| open.map_or_else(|c| c.origin.stem.clone(), |o| o.origin.stem.clone()))
            .take(3)
            .collect();
        assert_eq!(found, ["z", "b", "c"]);
        assert!(inputs.has_standard_input() && inputs.size().is_none());
        assert_eq!(Inputs::new(&[dir.path().to_owned()], None).unwrap().size(), Some(3));
    }

    #[test]
    fn mistakes() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("news.jsonl"), "").unwrap();
        let error = Inputs::new(&[dir.path().join("nwes.jsonl")], None).unwrap_err().to_string();
        assert!(error.contains("no such file or folder; did you mean") && error.ends_with("news.jsonl?"), "{error}");
        fs::create_dir(dir.path().join("empty")).unwrap();
        let error = Inputs::new(&[dir.path().join("empty")], None).unwrap_err().to_string();
        assert!(error.contains("no documents in this folder"), "{error}");
        assert!(matches!(Inputs::new(&["-".into(), "-".into()], None), Err(InputError::StandardInputTwice)));
    }
}
