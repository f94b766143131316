//! The terms in use: those of the field where they exist, a few of our own for the rest.

use oxrdf::NamedNodeRef;

/// Our own namespace.
pub const CHANCERY: &str = "urn:chancery:vocabulary#";

/// Prefixes of Turtle output, as (name, IRI).
pub const PREFIXES: [(&str, &str); 9] = [
    ("chancery", CHANCERY),
    ("geo", "http://www.w3.org/2003/01/geo/wgs84_pos#"),
    ("owl", "http://www.w3.org/2002/07/owl#"),
    ("prov", "http://www.w3.org/ns/prov#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("schema", "https://schema.org/"),
    ("sem", "http://semanticweb.cs.vu.nl/2009/11/sem/"),
    ("time", "http://www.w3.org/2006/time#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

macro_rules! terms {
    ($($module:ident $namespace:literal { $($name:ident $local:literal)* })*) => {$(
        #[doc = concat!("<", $namespace, ">")]
        pub mod $module {
            use super::NamedNodeRef;
            $(#[doc = concat!("`", $local, "`")]
            pub const $name: NamedNodeRef<'static> = NamedNodeRef::new_unchecked(concat!($namespace, $local));)*
        }
    )*};
}

terms! {
    rdf "http://www.w3.org/1999/02/22-rdf-syntax-ns#" {
        PROPERTY "Property" TYPE "type"
    }
    rdfs "http://www.w3.org/2000/01/rdf-schema#" {
        CLASS "Class" COMMENT "comment" IS_DEFINED_BY "isDefinedBy" LABEL "label" RANGE "range" SUB_CLASS_OF "subClassOf"
        SUB_PROPERTY_OF "subPropertyOf"
    }
    owl "http://www.w3.org/2002/07/owl#" {
        ONTOLOGY "Ontology" SAME_AS "sameAs"
    }
    xsd "http://www.w3.org/2001/XMLSchema#" {
        BOOLEAN "boolean" DATE "date" DECIMAL "decimal" G_YEAR "gYear" G_YEAR_MONTH "gYearMonth" INTEGER "integer"
        STRING "string"
    }
    geo "http://www.w3.org/2003/01/geo/wgs84_pos#" {
        LAT "lat" LONG "long"
    }
    prov "http://www.w3.org/ns/prov#" {
        ACTIVITY "Activity" ENTITY "Entity" SOFTWARE_AGENT "SoftwareAgent" WAS_ASSOCIATED_WITH "wasAssociatedWith"
        WAS_ATTRIBUTED_TO "wasAttributedTo" WAS_DERIVED_FROM "wasDerivedFrom" WAS_GENERATED_BY "wasGeneratedBy"
    }
    schema "https://schema.org/" {
        CITY "City" COUNTRY "Country" DATE_PUBLISHED "datePublished" HEADLINE "headline" IDENTIFIER "identifier"
        MENTIONS "mentions" NAME "name" NEWS_ARTICLE "NewsArticle" ORGANIZATION "Organization" PERSON "Person"
        PLACE "Place" PUBLISHER "publisher" SOFTWARE_VERSION "softwareVersion" URL "url"
    }
    sem "http://semanticweb.cs.vu.nl/2009/11/sem/" {
        EVENT "Event" HAS_ACTOR "hasActor" HAS_BEGIN_TIME_STAMP "hasBeginTimeStamp" HAS_END_TIME_STAMP "hasEndTimeStamp"
        HAS_PLACE "hasPlace" HAS_TIME_STAMP "hasTimeStamp"
    }
    time "http://www.w3.org/2006/time#" {
        HAS_BEGINNING "hasBeginning" HAS_END "hasEnd" HAS_TIME "hasTime" IN_XSD_DATE "inXSDDate" IN_XSD_G_YEAR "inXSDgYear"
        IN_XSD_G_YEAR_MONTH "inXSDgYearMonth" INSTANT "Instant" PROPER_INTERVAL "ProperInterval"
    }
    chancery "urn:chancery:vocabulary#" {
        ACTOR "actor" ARGUMENT_DESTINATION "destination" ARGUMENT_GIVER "giver" ARGUMENT_HOST "host"
        ARGUMENT_MEDIATOR "mediator" ARGUMENT_PARTICIPANT "participant" ARGUMENT_RECEIVER "receiver"
        ARGUMENT_VISITOR "visitor" CAMEO "cameo" CONTRADICTED "contradicted" COUNTRY "country" CUE "cue"
        DATE_KIND "dateKind" EVENT "Event" FIELD "field" GAZETTEERS "gazetteers" JOINED_BY_WEEK "joinedByWeek" KIND "kind"
        MODALITY "modality" MODALITY_CUE "modalityCue" OFFSET_UNIT "offsetUnit" PLOVER "plover" POLARITY "polarity"
        POLARITY_CUE "polarityCue" POSITION "position" RELATION_TYPE "relationType" RULE "rule" RULES "rules"
        SAID_BY "saidBy" SENTENCE "sentence" SENTENCE_END "sentenceEnd" SENTENCE_START "sentenceStart"
        SPEAKER "speaker" TELLING "Telling" TELLS "tells" TENSE "tense" TOPIC "topic" TRIGGER "trigger"
        TRIGGER_END "triggerEnd" TRIGGER_START "triggerStart" WORDS "words"
    }
}
