//! All rules of a run, read, checked and compiled.

use std::ops::Range;
use std::path::Path;

use crate::gazetteer::EntityType;
use crate::text::Diagnostic;

use super::{Choice, Mistake, Pattern, Role, RuleBookBuilder, RuleError, codes};

/// What fits a role.
#[derive(Clone, Debug)]
pub struct RoleSpec {
    /// The role.
    pub role: Role,
    /// Types of actors that fit; never empty.
    pub types: Vec<EntityType>,
    /// How many different actors the relation needs in this role, when the alternative that matched binds it.
    pub min: usize,
}

/// One family of relations: one TOML file or several that share its type.
#[derive(Clone, Debug)]
pub struct RelationType {
    /// `meeting`, `cooperation`, `support` …
    pub name: Box<str>,
    /// What it is, in one line; may be empty.
    pub doc: Box<str>,
    /// Whether the order of participants says nothing.
    pub symmetric: bool,
}

/// PLOVER type and CAMEO code of an actual, positive event of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// PLOVER event type, upper case.
    pub plover: Box<str>,
    /// CAMEO code, digits.
    pub cameo: Box<str>,
}

/// A sentence with the answer drawn in.
#[derive(Clone, Debug)]
pub struct Example {
    /// As written in the file, with its marks.
    pub marked: Box<str>,
    /// The bare sentence.
    pub text: Box<str>,
    /// Names: bytes of `text`, type if given, role if it must become an argument.
    pub names: Vec<ExampleName>,
    /// Bytes of the trigger in `text`; `None` in rejects.
    pub trigger: Option<(usize, usize)>,
    /// Attributes that must come out: `modality`, `polarity`, `tense`, … and their values.
    pub expect: Vec<(Box<str>, Box<str>)>,
    /// Bytes of the example's string in its rule file, quotes included, for errors.
    pub span: Range<usize>,
}

/// A name drawn into an example.
#[derive(Clone, Debug)]
pub struct ExampleName {
    /// Bytes of the bare sentence.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// The type given, else the first type of its role.
    pub entity_type: EntityType,
    /// `None` for a name that must not become an argument.
    pub role: Option<Role>,
}

/// One rule.
#[derive(Clone, Debug)]
pub struct Rule {
    /// `file-stem/id`, as in the record.
    pub id: Box<str>,
    /// Number of its relation type in [`RuleBook::relations`].
    pub relation: usize,
    /// What it says, in one line.
    pub doc: Box<str>,
    /// Codes of an actual, positive event.
    pub code: Code,
    /// The roles its patterns bind and what fits them.
    pub roles: Vec<RoleSpec>,
    /// Its alternatives.
    pub patterns: Vec<Pattern>,
    /// Words and lemmas that tell of something else where they stand in the trigger's clause: "met in the final".
    pub without: Choice,
    /// Modality the rule sets by itself (`sets = { modality = "possible" }`), unless the clause says otherwise.
    pub modality: Option<Box<str>>,
    /// Polarity the rule sets by itself.
    pub polarity: Option<Box<str>>,
    /// `speaks_for = true`: persons among the actors stand for the country or organization they speak for.
    pub speaks_for: bool,
    /// `personal = true`: unless all actors are persons named there: "her friendship with Bo Ek".
    pub personal: bool,
    /// `again = ["042"]`: the CAMEO codes of the tellings that `$role~` takes its actors from before others: "the visit".
    pub again: Vec<Box<str>>,
    /// At least one.
    pub examples: Vec<Example>,
    /// At least one.
    pub rejects: Vec<Example>,
    /// Number of its file in [`RuleBook::files`].
    pub file: usize,
}

impl Rule {
    /// Whether what it finds is a contact: PLOVER's CONSULT.
    pub fn is_contact(&self) -> bool {
        &*self.code.plover == "CONSULT"
    }

    /// Whether what it finds is the topic of a meeting, of whose codes it asks: "met to discuss a partnership".
    pub fn is_topic(&self) -> bool {
        !self.is_contact() && self.again.iter().any(|code| code.starts_with(codes::CONTACT))
    }

    /// Whether what it finds happens somewhere: people meet, papers are signed (CAMEO 057).
    pub fn is_of_place(&self) -> bool {
        self.is_contact() || self.code.cameo.starts_with(codes::DEAL)
    }
}

/// A rule file, kept for its errors.
#[derive(Clone, Debug)]
pub struct RuleFile {
    /// Path or name, as shown in errors.
    pub name: Box<str>,
    /// Its text.
    pub source: Box<str>,
    /// Whether it came with the product.
    pub embedded: bool,
}

/// All rules of a run.
#[derive(Clone, Debug, Default)]
pub struct RuleBook {
    /// Relation types, sorted by name.
    pub relations: Vec<RelationType>,
    /// Sorted by id.
    pub rules: Vec<Rule>,
    /// Sorted by name.
    pub files: Vec<RuleFile>,
}

impl RuleBook {
    /// The rules that come with the product.
    ///
    /// # Errors
    ///
    /// None in a tested build: the rules are checked by the product's own tests.
    pub fn embedded() -> Result<RuleBook, RuleError> {
        RuleBook::builder().embedded().build()
    }

    /// The rules of a folder alone: each of its `.toml` files.
    ///
    /// # Errors
    ///
    /// Every mistake of every file.
    pub fn read_dir(dir: &Path) -> Result<RuleBook, RuleError> {
        RuleBook::builder().dir(dir).build()
    }

    /// Starts with no rules at all.
    pub fn builder() -> RuleBookBuilder {
        RuleBookBuilder::default()
    }

    /// Whether a rule came with the product, and not from a file of the user's.
    pub fn is_embedded(&self, rule: &Rule) -> bool {
        self.files[rule.file].embedded
    }

    /// The type of a rule's relations.
    pub fn relation_of(&self, rule: &Rule) -> &RelationType {
        &self.relations[rule.relation]
    }

    /// A hash of all rule files, for the record's producer: equal names and texts, equal hash. Folders count for
    /// nothing, so that the same rules hash alike on every machine.
    pub fn hash(&self) -> String {
        let mut texts: Vec<(&str, &str)> = self
            .files
            .iter()
            .map(|file| (file.name.rsplit(['/', '\\']).next().unwrap_or(&file.name), &*file.source))
            .collect();
        texts.sort_unstable();
        let mut hash = 0xcbf2_9ce4_8422_2325_u64;
        for (name, source) in texts {
            for byte in name.bytes().chain([0]).chain(source.bytes()).chain([0]) {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
        }
        format!("{hash:016x}")
    }

    /// A mistake shown at an example or reject of a rule: what the engine found there was not what is drawn in.
    pub fn at_example(
        &self,
        rule: &Rule,
        example: &Example,
        mistake: Mistake,
        message: &str,
        label: &str,
    ) -> Diagnostic {
        let file = &self.files[rule.file];
        Diagnostic::new(mistake.code(), &file.name, &file.source, example.span.clone(), message, label)
    }
}
