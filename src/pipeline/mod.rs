//! One document with reusable buffers; many documents over all cores, in input order.

pub mod builder;
pub mod clock;
pub mod explain;
pub mod extract;
pub mod input;
pub mod output;
pub mod run;
pub mod scratch;
pub mod tally;

mod crew;
mod lists;
pub mod resume;
mod rewind;
mod work;

pub use builder::{BuildError, PipelineBuilder};
pub use clock::Step;
pub use explain::{Explanation, NameAccount};
pub use extract::Pipeline;
pub use run::{Ended, Output, Report, Run, RunError, Watch};
pub use scratch::Scratch;
pub use tally::Tally;
