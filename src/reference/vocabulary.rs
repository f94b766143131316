//! Nouns that stand for actors: who speaks for a state or body, and what a state or body is called.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::text::{Key, KeyMap, inflect};

/// What a noun calls its actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Calling {
    /// One who speaks for a state or body: minister, envoy.
    Office,
    /// A part of a state or body that acts for it: government, army, delegation.
    Body,
    /// A human being by role, speaking for nobody: leader of a club, man, politician.
    Human,
    /// One who works for a body: speaks for an organization, seldom for a state.
    Staff,
    /// A state: country, nation, kingdom.
    State,
    /// A body of its own: company, party, bank.
    Organization,
    /// A part of a state with an authority of its own: province, city.
    Region,
    /// Whoever: side, party to talks, neighbour.
    Side,
}

const NOUNS: &[(Calling, &str)] = &[
    (
        Calling::Office,
        "president premier minister chancellor king queen emperor sultan emir monarch prince princess leader ruler \
         head chief secretary official ambassador envoy diplomat spokesman spokeswoman spokesperson representative \
         negotiator commander general governor commissioner counterpart delegate adviser advisor consul attache \
         mediator vice-president undersecretary speaker chairman chairwoman chairperson chair lawmaker legislator \
         parliamentarian mayor senator congressman deputy mp foreignminister officer admiral marshal colleague pm peer member prosecutor investigator expert judge justice dignitary emissary \
         superintendent inspector colonel captain councillor councilor councilman alderman sheriff magistrate aide \
         archbishop bishop cardinal patriarch",
    ),
    (
        Calling::Body,
        "government administration authority army military force troop navy cabinet parliament congress \
         senate regime delegation embassy mission leadership ministry kremlin side team police coastguard junta \
         presidency command state-media soldier warship marine peacekeeper pilot fighter capital \
         office branch chapter arm wing management rescuer warplane jet intelligence detective firefighter corps service",
    ),
    (
        Calling::Human,
        "man woman politician statesman billionaire businessman businesswoman activist cleric prelate pastor priest imam \
         rabbi mufti pope pontiff",
    ),
    (
        Calling::Staff,
        "boss executive founder ceo manager director principal dean rector curator trustee treasurer lawyer engineer nurse \
         doctor surgeon medic teacher trainer instructor coach scientist researcher archaeologist astronomer biologist physicist geologist specialist technician worker volunteer \
         employee staff personnel rebel guerrilla militant insurgent crew professor lecturer organizer organiser coordinator consultant ranger student",
    ),
    (
        Calling::State,
        "country nation state republic kingdom monarchy neighbour neighbor power island sultanate emirate homeland \
         territory colony enclave",
    ),
    (
        Calling::Organization,
        "company firm group bank union bloc alliance party agency organisation organization body council association \
         movement corporation institution commission committee panel federation coalition fund foundation university \
         newspaper airline manufacturer carmaker automaker militia club league forum department ministry court \
         conglomerate giant startup retailer lender watchdog grouping chamber consortium operator utility insurer miner carrier automaker broadcaster \
         mill brewer brewery distributor developer producer shipyard supplier contractor exporter importer refiner \
         steelmaker drugmaker chipmaker shipbuilder planemaker publisher subsidiary affiliate division charity ngo nonprofit network society \
         institute centre center academy school college hospital clinic museum gallery theatre orchestra church diocese \
         parish mosque temple tribe board trust cooperative confederation secretariat plant outfit collective syndicate \
         brigade battalion station channel paper magazine weekly website hotel dairy port railway exchange unit band lodge \
         chain brand vendor buyer builder consultancy telco maker varsity facility daily tabloid bourse tribunal",
    ),
    (Calling::Region, "province city county town municipality district region village borough canton"),
    (
        Calling::Side,
        "side party partner ally rival neighbour neighbor pair duo trio participant signatory camp faction",
    ),
];

static TABLE: LazyLock<KeyMap<(Calling, bool)>> = LazyLock::new(|| {
    let mut table: FxHashMap<Key, (Calling, bool)> = FxHashMap::default();
    // The first calling of a noun counts: "party" is an organization before it is a side.
    for (calling, nouns) in NOUNS {
        for noun in nouns.split_whitespace() {
            for (i, inflection) in inflect::noun(noun).into_iter().enumerate() {
                table.entry(Key::of(&inflection.form)).or_insert((*calling, i > 0));
            }
        }
    }
    table.into()
});

/// What a noun calls its actor, and whether it is plural.
pub fn calling_of(noun: Key) -> Option<(Calling, bool)> {
    TABLE.get(noun).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn callings() {
        assert_eq!(calling_of(Key::of("ministers")), Some((Calling::Office, true)));
        assert_eq!(calling_of(Key::of("party")), Some((Calling::Organization, false)));
        assert_eq!(calling_of(Key::of("talks")), None);
    }
}
