//! The command as its users meet it.

#![allow(clippy::unwrap_used)]

mod bench;
mod commands;
mod explain;
mod extract;
mod faults;
mod knowledge;
mod output;
mod resume;

#[allow(dead_code, unreachable_pub)] // The benches use more of it.
#[path = "../../benches/news.rs"]
mod news;

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A folder for one test and the command run in it.
struct Desk {
    dir: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        Desk { dir: tempfile::tempdir().unwrap() }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, bytes).unwrap();
        path
    }

    fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    /// The command with these arguments, in the folder.
    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(program());
        command.args(args).current_dir(self.dir.path()).stdin(Stdio::null());
        command
    }

    fn run(&self, args: &[&str]) -> Ran {
        Ran::of(self.command(args).output().unwrap())
    }

    fn run_with(&self, args: &[&str], input: &[u8]) -> Ran {
        let output = assert_cmd::Command::from_std(self.command(args)).write_stdin(input).output().unwrap();
        Ran::of(output)
    }
}

fn program() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_chancery"))
}

/// How a command ended and what it said.
#[derive(Debug)]
struct Ran {
    code: Option<i32>,
    out: String,
    err: String,
}

impl Ran {
    fn of(output: Output) -> Self {
        Ran {
            code: output.status.code(),
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    #[track_caller]
    fn clean(self) -> Self {
        assert_eq!((self.code, self.err.as_str()), (Some(0), ""));
        self
    }

    #[track_caller]
    fn fails(self, code: i32, told: &[&str]) -> Self {
        assert_eq!(self.code, Some(code), "{self:?}");
        for told in told {
            assert!(self.err.contains(told), "no {told:?} in:\n{}", self.err);
        }
        self
    }

    fn records(&self) -> Vec<serde_json::Value> {
        self.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// A field of every record.
    fn field(&self, name: &str) -> Vec<String> {
        self.records().iter().map(|r| r[name].as_str().unwrap_or("null").to_owned()).collect()
    }
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    use std::io::Write;
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}
