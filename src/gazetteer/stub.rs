use super::{EntryId, Kind};
#[allow(missing_docs)]
#[derive(Default, Debug)]
pub struct Gazetteer;
#[allow(missing_docs)]
pub struct E {
    pub kind: Kind,
    pub country: Option<EntryId>,
}
#[allow(missing_docs)]
impl Gazetteer {
    pub fn entry(&self, _: EntryId) -> E {
        unimplemented!()
    }
}
