//! Reads one rule file: its relation, its lists, its rules.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::gazetteer::EntityType;
use crate::text::{Diagnostic, did_you_mean};

use super::compiler::{Compiler, Lists};
use super::draft::draft_rule;
use super::example::unknown_type;
use super::field::{Fields, Quoted, in_order, string, strings, wrong};
use super::parser;
use super::report::{Report, Slip, list_of};
use super::{Mistake, Role, RoleSpec, Rule, RuleFile};

/// Fields of a rule file.
const FILE: [&str; 3] = ["relation", "lists", "rule"];
/// Fields of `[relation]`.
const RELATION: [&str; 4] = ["type", "doc", "symmetric", "roles"];

/// A rule file as TOML.
pub(super) struct Parsed<'a> {
    table: Spanned<DeTable<'a>>,
}

impl<'a> Parsed<'a> {
    /// Reads the TOML; mistakes in it are reported, and nothing else of the file is then looked at.
    pub(super) fn new(file: &'a RuleFile, found: &mut Vec<Diagnostic>) -> Option<Self> {
        let (table, errors) = DeTable::parse_recoverable(&file.source);
        let mut report = Report::new(file, found);
        // What follows the first error is mostly its echo.
        if let Some(error) = errors.first() {
            let at = error.span().unwrap_or(0..0);
            report.add(Mistake::NotToml, at, "cannot read this rule file", error.message(), None);
            return None;
        }
        Some(Parsed { table })
    }

    /// A file without a relation and without rules shares its lists with all files.
    pub(super) fn only_lists(&self) -> bool {
        let table = self.table.get_ref();
        table.get("lists").is_some() && table.get("relation").is_none() && table.get("rule").is_none()
    }

    /// Reads `[lists]` into `lists`.
    pub(super) fn lists(&'a self, lists: &mut Lists, report: &mut Report<'_>) {
        let Some(value) = self.table.get_ref().get("lists") else {
            return;
        };
        let DeValue::Table(table) = value.get_ref() else {
            let _: Option<()> = wrong(value, "a table of lists", report);
            return;
        };
        for (name, value) in in_order(table) {
            let DeValue::Array(items) = value.get_ref() else {
                let _: Option<()> = wrong(value, "a list of words in brackets", report);
                continue;
            };
            let mut forms = Vec::new();
            for item in strings(items, report) {
                let mut slips = Vec::new();
                let branches = parser::parse(item.value, &mut slips);
                let none = Lists::default();
                let mut compiler = Compiler { roles: &[], lists: [&none, &none], slips: &mut slips };
                forms.extend(compiler.forms(&branches));
                slips.into_iter().for_each(|slip| item.slip(slip, report));
            }
            if items.is_empty() {
                let message = format!("the list `{}` is empty", name.get_ref());
                report.add(Mistake::EmptyAlternative, value.span(), message, "holds no words", None);
            }
            if lists.insert(name.get_ref().to_string(), forms).is_some() {
                let message = format!("a second shared list `{}`", name.get_ref());
                let help = Some("lists of files without [relation] are seen by all files; give it another name".into());
                report.add(Mistake::DoubleList, name.span(), message, "another file has one of this name", help);
            }
        }
    }

    /// Reads all but the lists.
    pub(super) fn relation(&'a self, report: &mut Report<'_>) -> Option<Relation<'a>> {
        let file = Fields::new(self.table.get_ref(), 0..0, "a rule file", &FILE, report);
        if self.only_lists() {
            return None;
        }
        let Some((table, span)) = file.table("relation", report) else {
            if !file.has("relation") {
                let help = Some("a rule file begins with [relation] and its type".to_owned());
                report.add(Mistake::MissingField, 0..0, "missing table `[relation]`", "needed in this file", help);
            }
            return None;
        };
        let fields = Fields::new(table, span, "a relation", &RELATION, report);
        let name = fields.required("type", report)?;
        if !slug(name.value) {
            let message = format!("bad relation type `{}`", name.value);
            let help = Some("a type is written in small letters, digits and hyphens: `meeting`".to_owned());
            report.add(Mistake::UnknownType, name.span.clone(), message, "not a type's name", help);
        }
        let (roles, places) = roles(&fields, report);
        Some(Relation {
            name,
            doc: fields.string("doc", report).map(|d| d.value),
            symmetric: fields.flag("symmetric", report).unwrap_or(false),
            at: fields.span.clone(),
            roles,
            places,
        })
    }

    /// Reads the rules of a file whose relation was read.
    pub(super) fn rules(
        &'a self,
        stem: &str,
        relation: &Relation<'_>,
        lists: [&Lists; 2],
        report: &mut Report<'_>,
    ) -> Vec<Draft> {
        let Some(value) = self.table.get_ref().get("rule") else {
            return Vec::new();
        };
        let DeValue::Array(items) = value.get_ref() else {
            let _: Option<()> = wrong(value, "tables headed `[[rule]]`", report);
            return Vec::new();
        };
        let before = report.count();
        let mut drafts = Vec::new();
        for item in items {
            match item.get_ref() {
                DeValue::Table(table) => {
                    drafts.extend(draft_rule(table, item.span(), stem, &relation.roles, lists, report));
                }
                _ => {
                    let _: Option<()> = wrong(item, "a table headed `[[rule]]`", report);
                }
            }
        }
        // A rule that could not be read may bind the role.
        if report.count() == before {
            for (spec, at) in relation.roles.iter().zip(&relation.places) {
                let bound = |d: &Draft| d.rule.roles.iter().any(|r| r.role == spec.role);
                if !drafts.iter().any(bound) {
                    let message = format!("no rule binds the role `{}`", spec.role.as_str());
                    let help = Some(format!("use `${}` in a pattern or take the line out", spec.role.as_str()));
                    report.add(Mistake::UnboundRole, at.clone(), message, "declared in vain", help);
                }
            }
        }
        drafts
    }
}

/// `[relation]` of one file.
pub(super) struct Relation<'a> {
    pub(super) name: Quoted<'a>,
    pub(super) doc: Option<&'a str>,
    pub(super) symmetric: bool,
    /// Its heading in the file.
    pub(super) at: Range<usize>,
    roles: Vec<RoleSpec>,
    /// Where each role is declared.
    places: Vec<Range<usize>>,
}

/// A rule that still lacks the numbers of its relation and file.
pub(super) struct Draft {
    pub(super) rule: Rule,
    /// Where its id stands.
    pub(super) id_at: Range<usize>,
    /// The rule it takes the place of, and where that is said.
    pub(super) replaces: Option<(Box<str>, Range<usize>)>,
}

/// Reads `[relation.roles]`.
fn roles(fields: &Fields<'_>, report: &mut Report<'_>) -> (Vec<RoleSpec>, Vec<Range<usize>>) {
    let (mut specs, mut places) = (Vec::new(), Vec::new());
    if !fields.has("roles") {
        fields.missing("roles", report);
    }
    let Some((table, _)) = fields.table("roles", report) else {
        return (specs, places);
    };
    for (key, value) in in_order(table) {
        let name: &str = key.get_ref();
        let role = Role::parse(name);
        if role.is_none() {
            let all = Role::ALL.map(Role::as_str);
            let help = match did_you_mean(name, all) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => format!("the roles are {}", list_of(all)),
            };
            let message = format!("unknown role `{name}`");
            report.add(Mistake::UnknownRole, key.span(), message, "not one of the closed list", Some(help));
        }
        let DeValue::Table(table) = value.get_ref() else {
            let _: Option<()> = wrong(value, "a table like `{ type = [\"PERSON\"], min = 1 }`", report);
            continue;
        };
        let fields = Fields::new(table, value.span(), "a role", &["type", "min"], report);
        if !fields.has("type") {
            fields.missing("type", report);
        }
        let mut types = Vec::new();
        for written in fields.strings("type", report).unwrap_or_default() {
            match EntityType::parse(written.value) {
                Some(entity_type) => types.push(entity_type),
                None => written.slip(unknown_type(written.value, 0), report),
            }
        }
        let min = fields.number("min", report).unwrap_or(1);
        if let Some(role) = role {
            specs.push(RoleSpec { role, types, min });
            places.push(key.span());
        }
    }
    (specs, places)
}

/// Reads a pattern and compiles it against the roles and lists in sight.
pub(super) fn patterns(
    quoted: &Quoted<'_>,
    roles: &[RoleSpec],
    lists: [&Lists; 2],
    report: &mut Report<'_>,
) -> Vec<super::Pattern> {
    let mut slips: Vec<Slip> = Vec::new();
    let branches = parser::parse(quoted.value, &mut slips);
    let patterns = if slips.is_empty() {
        Compiler { roles, lists, slips: &mut slips }.patterns(&branches, quoted.value)
    } else {
        Vec::new()
    };
    slips.into_iter().for_each(|slip| quoted.slip(slip, report));
    patterns
}

/// The words and lemmas of `without`: `final/n | @rounds`.
pub(super) fn words(quoted: &Quoted<'_>, lists: [&Lists; 2], report: &mut Report<'_>) -> Vec<Vec<super::Element>> {
    let mut slips: Vec<Slip> = Vec::new();
    let branches = parser::parse(quoted.value, &mut slips);
    let forms = Compiler { roles: &[], lists, slips: &mut slips }.forms(&branches);
    slips.into_iter().for_each(|slip| quoted.slip(slip, report));
    forms
}

/// Small letters, digits and hyphens, at least one.
pub(super) fn slug(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// A string item, or the `text` of a table item.
pub(super) fn text_of<'a>(
    item: &'a Spanned<DeValue<'a>>,
    what: &'static str,
    allowed: &[&'static str],
    report: &mut Report<'_>,
) -> Option<(Quoted<'a>, Option<Fields<'a>>)> {
    if let Some(text) = string(item) {
        return Some((text, None));
    }
    let DeValue::Table(table) = item.get_ref() else {
        return wrong(item, "a sentence in quotes or `{ text = \"…\" }`", report);
    };
    let fields = Fields::new(table, item.span(), what, allowed, report);
    let text = fields.required("text", report)?;
    Some((text, Some(fields)))
}
