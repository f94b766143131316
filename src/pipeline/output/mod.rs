//! Where records go: in input order, packed or not, and what could not be read beside them.

pub mod packing;
pub mod reject;
pub mod sink;

pub(super) mod order;
pub(super) mod spare;

pub use packing::Packing;
pub use reject::Message;
pub use sink::SinkError;

pub(super) use order::Order;
pub(super) use sink::Sink;
pub(super) use spare::Spare;
