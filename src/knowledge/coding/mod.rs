//! Records in the layouts of event coding: CAMEO dyads as PETRARCH and Phoenix write them, PLOVER in JSON.
//!
//! An event of n actors becomes dyads here and only here.

pub mod actor;
pub mod context;
pub mod dyad;
pub mod petrarch;
pub mod phoenix;
pub mod plover;
pub mod scale;

pub use actor::ActorCode;
pub use context::contexts;
pub use dyad::{Dyad, dyads};
pub use petrarch::Petrarch;
pub use phoenix::Phoenix;
pub use plover::Plover;
