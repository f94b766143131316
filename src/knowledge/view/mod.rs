//! Records as one page to read and look through, without any network.

mod data;
mod page;

pub use data::PageData;
pub use page::write_page;
