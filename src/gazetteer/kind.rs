//! What an entry is.

/// The three types of names; a list's folder tells which.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntityType {
    /// A human being.
    Person,
    /// A country, a city, a river, a building …
    Place,
    /// A body of people that acts: a party, a ministry, a company, a team …
    Organization,
}

impl EntityType {
    /// Every type, in the order of their numbers.
    pub const ALL: [EntityType; 3] = [EntityType::Person, EntityType::Place, EntityType::Organization];

    /// The name in the record: `PERSON`, `PLACE`, `ORGANIZATION`.
    pub fn as_str(self) -> &'static str {
        match self {
            EntityType::Person => "PERSON",
            EntityType::Place => "PLACE",
            EntityType::Organization => "ORGANIZATION",
        }
    }

    /// Reads the name used in records and rule files.
    pub fn parse(name: &str) -> Option<Self> {
        match name {
            "PERSON" => Some(EntityType::Person),
            "PLACE" => Some(EntityType::Place),
            "ORGANIZATION" => Some(EntityType::Organization),
            _ => None,
        }
    }
}

macro_rules! kinds {
    ($($variant:ident $name:literal $type:ident $doc:literal,)*) => {
        /// The closed list of kinds an entry may have.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind { $(#[doc = $doc] $variant,)* }

        impl Kind {
            /// Every kind.
            pub const ALL: &'static [Kind] = &[$(Kind::$variant,)*];

            /// The name in the lists and in the record.
            pub fn as_str(self) -> &'static str {
                match self { $(Kind::$variant => $name,)* }
            }

            /// The type of entries of this kind.
            pub fn entity_type(self) -> EntityType {
                match self { $(Kind::$variant => EntityType::$type,)* }
            }

            /// Reads the name used in the lists.
            pub fn parse(name: &str) -> Option<Kind> {
                match name { $($name => Some(Kind::$variant),)* _ => None }
            }
        }
    };
}

kinds! {
    Country "country" Place "A state.",
    Territory "territory" Place "A dependent or disputed territory.",
    HistoricCountry "historic-country" Place "A state that is no more.",
    Continent "continent" Place "A continent.",
    Region "region" Place "A region, across or within states.",
    Admin1 "admin1" Place "A state, province or region of a state.",
    Admin2 "admin2" Place "A county or district.",
    City "city" Place "A city, town or village.",
    Capital "capital" Place "A capital; stands for its country's government, too.",
    Seat "seat" Place "A building or street that stands for a government (Kremlin, Downing Street).",
    Water "water" Place "A sea, strait, river, lake.",
    Landform "landform" Place "A mountain, desert, valley.",
    Island "island" Place "An island or group of islands.",
    Building "building" Place "A building, airport, base, site.",
    Street "street" Place "A street or square.",
    International "international" Organization "An organization of states.",
    Alliance "alliance" Organization "A military or political alliance.",
    Government "government" Organization "A government as a body.",
    Ministry "ministry" Organization "A ministry or department.",
    Agency "agency" Organization "An agency or office of a state.",
    Legislature "legislature" Organization "A parliament or chamber.",
    Court "court" Organization "A court.",
    Bank "bank" Organization "A bank.",
    CentralBank "central-bank" Organization "A central bank.",
    Party "party" Organization "A political party or front.",
    ArmedGroup "armed-group" Organization "An armed group outside a state's forces.",
    Military "military" Organization "A state's armed forces or a part of them.",
    Police "police" Organization "A police force.",
    NewsAgency "news-agency" Organization "A news agency.",
    Media "media" Organization "A newspaper, broadcaster, magazine.",
    Company "company" Organization "A company.",
    University "university" Organization "A university or school.",
    Sport "sport" Organization "A club, league or federation.",
    Religious "religious" Organization "A church or religious body.",
    Ngo "ngo" Organization "A non-governmental organization.",
    Union "union" Organization "A trade union.",
    Exchange "exchange" Organization "A stock or commodity exchange.",
    ThinkTank "think-tank" Organization "A research institute.",
    HeadOfState "head-of-state" Person "President, king, supreme leader.",
    HeadOfGovernment "head-of-government" Person "Prime minister, chancellor.",
    ForeignMinister "foreign-minister" Person "Foreign minister.",
    DefenceMinister "defence-minister" Person "Defence minister.",
    Minister "minister" Person "Another minister.",
    Legislator "legislator" Person "A member of a parliament.",
    Diplomat "diplomat" Person "An ambassador or envoy.",
    Politician "politician" Person "Another politician.",
    MilitaryPerson "military-person" Person "An officer; written `military` in the lists of people.",
    Royal "royal" Person "A member of a reigning family.",
    Official "official" Person "Head of an international body; written `international` in the lists of people.",
    Business "business" Person "A business leader.",
    Cleric "cleric" Person "A cleric; written `religious` in the lists of people.",
    Activist "activist" Person "An activist.",
    Militant "militant" Person "A militant.",
    Judge "judge" Person "A judge or prosecutor.",
    SportPerson "sport-person" Person "An athlete or coach; written `sport` in the lists of people.",
    Artist "artist" Person "An artist or writer.",
    Historical "historical" Person "A person of history.",
}

impl Kind {
    /// Reads a kind as the lists of one type write it: `military`, `international`, `religious` and `sport` name a body
    /// among organizations and a person among people.
    pub fn parse_in(entity_type: EntityType, name: &str) -> Option<Kind> {
        let kind = match (entity_type, name) {
            (EntityType::Person, "military") => Kind::MilitaryPerson,
            (EntityType::Person, "international") => Kind::Official,
            (EntityType::Person, "religious") => Kind::Cleric,
            (EntityType::Person, "sport") => Kind::SportPerson,
            _ => Kind::parse(name)?,
        };
        (kind.entity_type() == entity_type).then_some(kind)
    }

    /// The name as the lists of its type and the record write it.
    pub fn label(self) -> &'static str {
        match self {
            Kind::MilitaryPerson => "military",
            Kind::Official => "international",
            Kind::Cleric => "religious",
            Kind::SportPerson => "sport",
            _ => self.as_str(),
        }
    }
}
