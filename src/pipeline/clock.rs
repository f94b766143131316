//! Where the time goes.

use std::time::Instant;

/// The steps a document goes through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// From the input line to the document.
    Input,
    /// Tokens and sentences.
    Text,
    /// Names, entities, dates.
    Mention,
    /// Clauses, references, rules.
    Relation,
    /// The record and its line.
    Record,
}

impl Step {
    /// All of them, in the order of the work.
    pub const ALL: [Step; 5] = [Step::Input, Step::Text, Step::Mention, Step::Relation, Step::Record];

    /// The floor that does it, for summaries.
    pub fn as_str(self) -> &'static str {
        match self {
            Step::Input => "input",
            Step::Text => "text",
            Step::Mention => "mention",
            Step::Relation => "relation",
            Step::Record => "record",
        }
    }
}

/// A stop watch over the steps; a look at it costs some 25 ns.
#[derive(Clone, Debug)]
pub(super) struct Clock {
    last: Instant,
    nanos: [u64; Step::ALL.len()],
}

impl Default for Clock {
    fn default() -> Self {
        Clock { last: Instant::now(), nanos: [0; Step::ALL.len()] }
    }
}

impl Clock {
    /// Begins anew; what passed since the last step counts for none.
    pub(super) fn start(&mut self) {
        self.last = Instant::now();
    }

    /// The time since the last look went to `step`.
    pub(super) fn lap(&mut self, step: Step) {
        let now = Instant::now();
        self.nanos[step as usize] += u64::try_from((now - self.last).as_nanos()).unwrap_or(u64::MAX);
        self.last = now;
    }

    /// What was counted, and counts from zero on.
    pub(super) fn take(&mut self) -> [u64; Step::ALL.len()] {
        std::mem::take(&mut self.nanos)
    }
}
