//! Reads one `[[rule]]`.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::text::did_you_mean;

use super::compiler::Lists;
use super::example;
use super::field::{Fields, Quoted, in_order};
use super::file::{Draft, patterns, slug, text_of, words};
use super::report::{Report, Slip, list_of};
use super::{Choice, Code, Element, Example, Mistake, Pattern, Role, RoleSpec, Rule, codes};

/// Fields of a rule.
const RULE: [&str; 14] = [
    "id",
    "doc",
    "plover",
    "cameo",
    "pattern",
    "without",
    "sets",
    "speaks_for",
    "personal",
    "again",
    "roles",
    "replaces",
    "examples",
    "rejects",
];
/// What an example may expect, and the values where they are a closed list.
const EXPECT: [(&str, &[&str]); 7] = [
    ("modality", &MODALITY),
    ("polarity", &POLARITY),
    ("tense", &["past", "present", "future"]),
    ("date", &[]),
    ("place", &[]),
    ("topic", &[]),
    ("attribution", &[]),
];
const MODALITY: [&str; 3] = ["actual", "planned", "possible"];
const POLARITY: [&str; 2] = ["positive", "negative"];

/// Reads a rule; `None` when so much is wrong that nothing can be made of it.
pub(super) fn draft_rule<'a>(
    table: &'a DeTable<'a>,
    span: Range<usize>,
    stem: &str,
    declared: &[RoleSpec],
    lists: [&Lists; 2],
    report: &mut Report<'_>,
) -> Option<Draft> {
    let before = report.count();
    let fields = Fields::new(table, span, "a rule", &RULE, report);
    let id = fields.required("id", report);
    if let Some(id) = id.as_ref().filter(|id| !slug(id.value)) {
        let help = Some("an id is written in small letters, digits and hyphens: `talks-between`".to_owned());
        report.add(Mistake::BadId, id.span.clone(), format!("bad rule id `{}`", id.value), "not an id", help);
    }
    let doc = fields.required("doc", report);
    let (plover, cameo) = (fields.required("plover", report), fields.required("cameo", report));
    let code = plover.zip(cameo).and_then(|(plover, cameo)| codes::check(&plover, &cameo, report));
    let pattern = fields.required("pattern", report);
    let patterns = pattern.as_ref().map(|p| patterns(p, declared, lists, report)).unwrap_or_default();
    let without = fields.string("without", report).map(|w| words(&w, lists, report)).unwrap_or_default();
    let without = Choice::new(without);
    let roles = bound_roles(&fields, &patterns, declared, report);
    let (modality, polarity) = sets(&fields, report);
    let speaks_for = fields.flag("speaks_for", report).unwrap_or(false);
    let personal = fields.flag("personal", report).unwrap_or(false);
    let again = fields.strings("again", report).into_iter().flatten();
    let again = again.filter(|code| codes::is_cameo(code, report)).map(|code| code.value.into()).collect();
    let replaces = fields.string("replaces", report).map(|r| (r.value.into(), r.span));
    let examples = examples(&fields, declared, report);
    let rejects = rejects(&fields, declared, report);
    if report.count() > before {
        return None;
    }
    let id = id?;
    let Code { plover, cameo } = code?;
    let rule = Rule {
        id: format!("{stem}/{}", id.value).into(),
        relation: 0,
        doc: doc?.value.into(),
        code: Code { plover, cameo },
        roles,
        patterns,
        without,
        modality,
        polarity,
        speaks_for,
        personal,
        again,
        examples,
        rejects,
        file: 0,
    };
    Some(Draft { rule, id_at: id.span, replaces })
}

/// The declared roles that the patterns bind. `roles = […]`, when given, must say the same.
fn bound_roles(
    fields: &Fields<'_>,
    patterns: &[Pattern],
    declared: &[RoleSpec],
    report: &mut Report<'_>,
) -> Vec<RoleSpec> {
    let mut bound = Vec::new();
    patterns.iter().for_each(|p| collect_roles(&p.elements, &mut bound));
    let named = fields.strings("roles", report);
    for name in named.iter().flatten() {
        match declared.iter().find(|spec| spec.role.as_str() == name.value) {
            None => name.slip(example::undeclared(name.value, 0, declared), report),
            Some(spec) if !patterns.is_empty() && !bound.contains(&spec.role) => {
                let message = format!("the pattern never binds the role `{}`", name.value);
                let help = Some(format!("use `${}` in the pattern or take it out of `roles`", name.value));
                report.add(Mistake::UnboundRole, name.span.clone(), message, "named in vain", help);
            }
            Some(_) => {}
        }
    }
    declared.iter().filter(|spec| bound.contains(&spec.role)).cloned().collect()
}

fn collect_roles(elements: &[Element], roles: &mut Vec<Role>) {
    for element in elements {
        match element {
            Element::Actor { role, .. } if !roles.contains(role) => roles.push(*role),
            Element::OneOf(choice) => choice.branches.iter().for_each(|branch| collect_roles(branch, roles)),
            Element::Optional(inner) => collect_roles(std::slice::from_ref(inner), roles),
            _ => {}
        }
    }
}

/// Reads `sets = { modality = …, polarity = … }`.
fn sets(fields: &Fields<'_>, report: &mut Report<'_>) -> (Option<Box<str>>, Option<Box<str>>) {
    let Some((table, span)) = fields.table("sets", report) else {
        return (None, None);
    };
    let fields = Fields::new(table, span, "`sets`", &["modality", "polarity"], report);
    let mut value = |name, allowed: &[&str]| {
        let value = fields.string(name, report)?;
        known_value(name, &value, allowed, report);
        Some(value.value.into())
    };
    (value("modality", &MODALITY), value("polarity", &POLARITY))
}

fn known_value(name: &str, value: &Quoted<'_>, allowed: &[&str], report: &mut Report<'_>) {
    if allowed.is_empty() || allowed.contains(&value.value) {
        return;
    }
    let help = match did_you_mean(value.value, allowed.iter().copied()) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!("{name} is {}", list_of(allowed.iter().copied())),
    };
    let message = format!("unknown {name} `{}`", value.value);
    report.add(Mistake::UnknownValue, value.span.clone(), message, "no such value", Some(help));
}

/// Reads the examples; there must be one.
fn examples(fields: &Fields<'_>, declared: &[RoleSpec], report: &mut Report<'_>) -> Vec<Example> {
    let items = fields.array("examples", report);
    if items.map_or(!fields.has("examples"), |items| items.is_empty()) {
        let help = Some("examples = [\"[participant:Ann Lee] {met} [participant:Bo Ek].\"]".to_owned());
        report.add(Mistake::NoExample, fields.span.clone(), "a rule without an example", "no `examples`", help);
    }
    items.into_iter().flatten().filter_map(|item| read_example(item, declared, report)).collect()
}

fn read_example<'a>(item: &'a Spanned<DeValue<'a>>, declared: &[RoleSpec], report: &mut Report<'_>) -> Option<Example> {
    let (text, fields) = text_of(item, "an example", &["text", "expect"], report)?;
    let expect = fields.map(|fields| expect(&fields, report)).unwrap_or_default();
    let mut slips = Vec::new();
    let drawn = example::parse(text.value, declared, &mut slips);
    let whole = 0..text.value.len();
    if slips.is_empty() && drawn.triggers.len() != 1 {
        let (at, label) = match drawn.triggers.get(1) {
            Some((_, at)) => (at.clone(), "a second trigger"),
            None => (whole.clone(), "no `{…}` here"),
        };
        let help = Some("put braces around the word that the pattern has in `[ … ]`".to_owned());
        let message = "an example has exactly one trigger".to_owned();
        slips.push(Slip { mistake: Mistake::ExampleTrigger, at, message, label: label.to_owned(), help });
    }
    if slips.is_empty() && drawn.names.iter().all(|name| name.role.is_none()) {
        let (message, label) = ("an example without an actor".to_owned(), "no `[role:name]` here".to_owned());
        slips.push(Slip { mistake: Mistake::ExampleActors, at: whole, message, label, help: None });
    }
    slips.into_iter().for_each(|slip| text.slip(slip, report));
    Some(Example {
        marked: text.value.into(),
        text: drawn.text.into(),
        names: drawn.names,
        trigger: drawn.triggers.first().map(|(at, _)| *at),
        expect,
        span: text.span,
    })
}

/// Reads `expect = { modality = "planned" }`.
fn expect(fields: &Fields<'_>, report: &mut Report<'_>) -> Vec<(Box<str>, Box<str>)> {
    let Some((table, _)) = fields.table("expect", report) else {
        return Vec::new();
    };
    let mut expected = Vec::new();
    for (key, value) in in_order(table) {
        let name: &str = key.get_ref();
        let Some((_, allowed)) = EXPECT.iter().find(|(known, _)| *known == name) else {
            let all = EXPECT.map(|(known, _)| known);
            let help = match did_you_mean(name, all) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => format!("an example may expect {}", list_of(all)),
            };
            let message = format!("relations have no `{name}`");
            report.add(Mistake::UnknownExpect, key.span(), message, "cannot be expected", Some(help));
            continue;
        };
        let Some(value) = super::field::string(value) else {
            let _: Option<()> = super::field::wrong(value, "a text in quotes", report);
            continue;
        };
        known_value(name, &value, allowed, report);
        expected.push((name.into(), value.value.into()));
    }
    expected
}

/// Reads the rejects; there must be one.
fn rejects(fields: &Fields<'_>, declared: &[RoleSpec], report: &mut Report<'_>) -> Vec<Example> {
    let items = fields.array("rejects", report);
    if items.map_or(!fields.has("rejects"), |items| items.is_empty()) {
        let help = Some("rejects = [\"[PERSON:Ann Lee] met the deadline.\"]".to_owned());
        report.add(Mistake::NoReject, fields.span.clone(), "a rule without a reject", "no `rejects`", help);
    }
    let mut rejects = Vec::new();
    for item in items.into_iter().flatten() {
        let Some((text, _)) = text_of(item, "a reject", &["text"], report) else {
            continue;
        };
        let mut slips = Vec::new();
        let drawn = example::parse(text.value, declared, &mut slips);
        if slips.is_empty() && (!drawn.triggers.is_empty() || drawn.names.iter().any(|n| n.role.is_some())) {
            slips.push(Slip {
                mistake: Mistake::MarkInReject,
                at: 0..text.value.len(),
                message: "a reject holds no trigger and no role".into(),
                label: "nothing must be found here".into(),
                help: Some("mark names by their type alone: `[PERSON:Ann Lee]`".into()),
            });
        }
        slips.into_iter().for_each(|slip| text.slip(slip, report));
        rejects.push(Example {
            marked: text.value.into(),
            text: drawn.text.into(),
            names: drawn.names,
            trigger: None,
            expect: Vec::new(),
            span: text.span,
        });
    }
    rejects
}
