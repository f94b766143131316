//! Actor codes of CAMEO and PLOVER: three letters of the country, three of the sector.

use crate::gazetteer::{EntityType, Kind};
use crate::record::Entity;

/// Country and sector of an actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ActorCode<'a> {
    /// ISO 3166 alpha-3, or IGO, UNO, EUR, NGO, MNC for those without one; empty where unknown.
    pub country: &'a str,
    /// GOV, MIL, LEG …; empty for a country itself and where unknown.
    pub sector: &'static str,
}

impl<'a> ActorCode<'a> {
    /// The code of an entity of a record; `None` where neither country nor sector is known.
    pub fn of(entity: &'a Entity<'_>) -> Option<ActorCode<'a>> {
        let kind = entity.kind();
        let sector = kind.map_or("", sector);
        let country = entity.country.as_deref().and_then(|c| c.strip_prefix("iso:")).unwrap_or("");
        let country = match (kind, &*entity.id) {
            (_, "chancery:united-nations") => "UNO",
            (_, "chancery:european-union") => "EUR",
            (Some(Kind::International | Kind::Alliance), _) => "IGO",
            (Some(Kind::Ngo), _) if country.is_empty() => "NGO",
            (Some(Kind::Company), _) if country.is_empty() => "MNC",
            _ => country,
        };
        let named = entity.entity_type != EntityType::Place || !country.is_empty();
        (named && !(country.is_empty() && sector.is_empty())).then_some(ActorCode { country, sector })
    }

    /// Both parts in one: `PRKGOV`.
    pub fn push(self, into: &mut String) {
        into.push_str(self.country);
        into.push_str(self.sector);
    }
}

/// The sector of PLOVER that a kind belongs to. CAMEO's roles bear the same letters.
fn sector(kind: Kind) -> &'static str {
    match kind {
        Kind::Government
        | Kind::Ministry
        | Kind::Agency
        | Kind::CentralBank
        | Kind::Seat
        | Kind::HeadOfState
        | Kind::HeadOfGovernment
        | Kind::ForeignMinister
        | Kind::DefenceMinister
        | Kind::Minister
        | Kind::Diplomat
        | Kind::Royal => "GOV",
        Kind::Legislature | Kind::Legislator => "LEG",
        Kind::Court | Kind::Judge => "JUD",
        Kind::Military | Kind::MilitaryPerson => "MIL",
        Kind::Police => "COP",
        Kind::Party | Kind::Politician => "PTY",
        Kind::ArmedGroup | Kind::Militant => "REB",
        Kind::Company | Kind::Bank | Kind::Exchange | Kind::Business => "BUS",
        Kind::NewsAgency | Kind::Media => "JRN",
        Kind::University | Kind::ThinkTank => "EDU",
        Kind::Religious | Kind::Cleric => "REL",
        Kind::Union => "LAB",
        Kind::Activist => "CVL",
        Kind::Sport | Kind::SportPerson | Kind::Artist => "SOC",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(entity_type: EntityType, id: &str, kind: Option<&str>, country: Option<&str>) -> String {
        let entity = Entity {
            id: id.into(),
            name: "X".into(),
            entity_type,
            kind: kind.map(Into::into),
            country: country.map(Into::into),
            same_as: Vec::new(),
            lat: None,
            lon: None,
            mentions: Vec::new(),
        };
        let mut code = String::new();
        if let Some(actor) = ActorCode::of(&entity) {
            actor.push(&mut code);
        }
        code
    }

    #[test]
    fn country_and_sector() {
        use EntityType::{Organization, Person, Place};
        assert_eq!(code(Place, "iso:PRK", Some("country"), Some("iso:PRK")), "PRK");
        assert_eq!(code(Person, "chancery:x", Some("head-of-state"), Some("iso:PRK")), "PRKGOV");
        assert_eq!(code(Person, "chancery:x", Some("military"), Some("iso:PRK")), "PRKMIL");
        assert_eq!(code(Person, "d#1", None, Some("iso:PRK")), "PRK");
        assert_eq!(code(Person, "d#1", None, None), "");
        assert_eq!(code(Place, "chancery:sea", Some("water"), None), "");
        assert_eq!(code(Organization, "chancery:x", Some("company"), None), "MNCBUS");
        assert_eq!(code(Organization, "chancery:x", Some("military"), Some("iso:FRA")), "FRAMIL");
        assert_eq!(code(Organization, "chancery:x", Some("alliance"), Some("iso:BEL")), "IGO");
        assert_eq!(code(Organization, "chancery:united-nations", Some("international"), None), "UNO");
    }
}
