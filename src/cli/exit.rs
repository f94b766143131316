//! What the shell is told at the end.

use std::process::ExitCode;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// All went well; also where whoever read the output closed it.
    Clean,
    /// Some documents, rules or names are bad.
    SomeBad,
    /// The command could not do its work.
    Failed,
    /// It was stopped from outside.
    Interrupted,
}

impl Exit {
    /// The number.
    pub fn code(self) -> u8 {
        match self {
            Exit::Clean => 0,
            Exit::SomeBad => 1,
            Exit::Failed => 2,
            // As a shell counts a process that ended by SIGINT.
            Exit::Interrupted => 130,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        ExitCode::from(exit.code())
    }
}
