//! One line of a list of names: ten columns, checked one by one.

use crate::text::did_you_mean;

use super::report::Report;
use super::{EntityType, Kind, ListMistake, Tier};

/// The columns in their order.
const COLUMNS: [&str; 10] = ["id", "name", "kind", "country", "aliases", "from", "until", "tier", "source", "same_as"];

/// One line; all parts are borrowed from the text of its file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row<'a> {
    /// The number of its file.
    pub(super) file: usize,
    /// The whole line.
    pub(super) line: &'a str,
    pub(super) id: &'a str,
    pub(super) name: &'a str,
    pub(super) kind: Kind,
    /// An id or nothing.
    pub(super) country: &'a str,
    pub(super) aliases: &'a str,
    pub(super) from: &'a str,
    pub(super) until: &'a str,
    pub(super) tier: Tier,
    pub(super) source: &'a str,
    pub(super) same_as: &'a str,
}

/// One alias with its marks taken off.
#[derive(Clone, Copy, Debug)]
pub(super) struct Alias<'a> {
    pub(super) text: &'a str,
    /// `~`: only with support.
    pub(super) support: bool,
    /// `=`: only in this case and spelling.
    pub(super) exact: bool,
    /// `@`: the adjective or the people of a place.
    pub(super) demonym: bool,
}

impl<'a> Row<'a> {
    /// The aliases in written order.
    pub(super) fn aliases(&self) -> impl Iterator<Item = Alias<'a>> + use<'a> {
        parts(self.aliases).map(|written| {
            let text = written.trim_start_matches(['~', '=', '@']);
            let marks = &written[..written.len() - text.len()];
            Alias { text, support: marks.contains('~'), exact: marks.contains('='), demonym: marks.contains('@') }
        })
    }

    /// Whether the line is an office or a time, not only a name.
    pub(super) fn has_office(&self) -> bool {
        self.kind.entity_type() == EntityType::Person || !self.from.is_empty() || !self.until.is_empty()
    }
}

/// The parts of a cell that `|` separates.
pub(super) fn parts(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('|').filter(|part| !part.is_empty())
}

/// The lines of a file that hold data, after its header `columns`; comments (`#`) and blank lines are stepped over.
pub(super) fn lines<'a>(columns: &[&str], report: &mut Report<'a, '_>) -> impl Iterator<Item = &'a str> + use<'a> {
    let data = |line: &&str| !line.is_empty() && !line.starts_with('#');
    let mut lines = report.file.text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line)).filter(data);
    if let Some(header) = lines.next()
        && !header.split('\t').eq(columns.iter().copied())
    {
        let help = format!("the columns, with tabs between: {}", columns.join(" "));
        report.at(ListMistake::WrongHeader, header, "the header of this list is wrong", "not the header", help);
    }
    lines
}

/// The cells of a line, if there are as many as `N`.
pub(super) fn cells<'a, const N: usize>(
    line: &'a str,
    columns: &[&str; N],
    report: &mut Report<'a, '_>,
) -> Option<[&'a str; N]> {
    let mut cells = [""; N];
    let mut count = 0;
    for cell in line.split('\t') {
        if let Some(slot) = cells.get_mut(count) {
            *slot = cell;
        }
        count += 1;
    }
    if count != N {
        let message = format!("{count} columns where {N} belong");
        let help = format!("the columns, with tabs between: {}", columns.join(" "));
        report.at(ListMistake::WrongColumns, line, message, "tabs are missing or too many", help);
        return None;
    }
    for cell in cells {
        for part in cell.split('|') {
            if part.trim() != part || part.contains("  ") {
                let help = "take it out, or write one blank";
                report.at(ListMistake::StrayBlank, part, "a stray blank", "begins, ends or doubles here", help);
            }
        }
    }
    Some(cells)
}

/// Reads the rows of a list of names; lines with mistakes are told and left out.
pub(super) fn rows<'a>(file: usize, entity_type: EntityType, report: &mut Report<'a, '_>, rows: &mut Vec<Row<'a>>) {
    let mut last: Option<(&str, &str)> = None;
    for line in lines(&COLUMNS, report) {
        let Some(cells) = cells(line, &COLUMNS, report) else { continue };
        let [id, name, kind, country, aliases, from, until, tier, source, same_as] = cells;
        if let Some(empty) = [0, 1, 2, 7, 8].into_iter().find(|&i| cells[i].is_empty()) {
            let message = format!("the column `{}` is empty", COLUMNS[empty]);
            report.at(ListMistake::EmptyCell, cells[empty], message, "nothing here", "");
            continue;
        }
        let good = [
            is_id(id, report),
            parts(same_as).filter(|id| !is_id(id, report)).count() == 0,
            is_date(from, report) && is_date(until, report) && in_order(from, until, report),
            marks(aliases, report),
        ];
        let (kind, tier) = (read_kind(entity_type, kind, report), read_tier(tier, report));
        if last.is_some_and(|last| last > (id, from)) {
            let message = format!("`{id}` belongs further up");
            let help = "lines are sorted by id, then by `from`, byte by byte: `LC_ALL=C sort`";
            report.at(ListMistake::Unsorted, id, message, "comes after a later id", help);
        }
        last = Some((id, from));
        if let (Some(kind), Some(tier), [true, true, true, true]) = (kind, tier, good) {
            rows.push(Row { file, line, id, name, kind, country, aliases, from, until, tier, source, same_as });
        }
    }
}

/// `prefix:name`, the prefix in small letters, no blank.
pub(super) fn is_id<'a>(id: &'a str, report: &mut Report<'a, '_>) -> bool {
    let good = id.split_once(':').is_some_and(|(prefix, name)| {
        let small = !prefix.is_empty() && prefix.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
        let known = match prefix {
            "iso" => name.len() == 3 && name.bytes().all(|b| b.is_ascii_uppercase()),
            "geonames" => name.bytes().all(|b| b.is_ascii_digit()),
            "wikidata" => name.strip_prefix('Q').is_some_and(|n| n.bytes().all(|b| b.is_ascii_digit())),
            "chancery" => name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'),
            _ => true,
        };
        small && known && !name.is_empty() && id.len() <= 200 && !id.contains([' ', '|'])
    });
    if !good {
        let help = "an id is `prefix:name`: `iso:FRA`, `geonames:2988507`, `wikidata:Q90`, `chancery:kim-jong-un`, or \
                    your own prefix";
        report.at(ListMistake::BadId, id, format!("bad id `{id}`"), "not an id", help);
    }
    good
}

fn read_kind<'a>(entity_type: EntityType, name: &'a str, report: &mut Report<'a, '_>) -> Option<Kind> {
    let kind = Kind::parse_in(entity_type, name);
    if kind.is_none() {
        let of_type = || Kind::ALL.iter().filter(|k| k.entity_type() == entity_type).map(|k| k.label());
        let (message, help) = match Kind::parse(name) {
            Some(other) => (
                format!(
                    "the kind `{name}` is one of {}, and this list names {}",
                    plural(other.entity_type()),
                    plural(entity_type)
                ),
                "move the line to a list of the other folder".to_owned(),
            ),
            None => (
                format!("unknown kind `{name}`"),
                did_you_mean(name, of_type()).map_or_else(
                    || format!("kinds of {}: {}", plural(entity_type), of_type().collect::<Vec<_>>().join(", ")),
                    |k| format!("did you mean `{k}`?"),
                ),
            ),
        };
        report.at(ListMistake::UnknownKind, name, message, "no kind of this list", help);
    }
    kind
}

fn plural(entity_type: EntityType) -> &'static str {
    match entity_type {
        EntityType::Person => "people",
        EntityType::Place => "places",
        EntityType::Organization => "organizations",
    }
}

/// Reads a tier.
pub(super) fn read_tier<'a>(name: &'a str, report: &mut Report<'a, '_>) -> Option<Tier> {
    let tier = Tier::parse(name);
    if tier.is_none() {
        let help = "a tier is always, support or never";
        report.at(ListMistake::UnknownTier, name, format!("unknown tier `{name}`"), "not a tier", help);
    }
    tier
}

fn is_date<'a>(date: &'a str, report: &mut Report<'a, '_>) -> bool {
    let mut fields = date.split('-');
    let mut field = |digits: usize, most: u32| {
        fields.next().is_none_or(|f| {
            f.len() == digits
                && f.bytes().all(|b| b.is_ascii_digit())
                && f.parse::<u32>().is_ok_and(|n| n <= most && (n > 0 || digits == 4))
        })
    };
    let good = date.is_empty() || field(4, 9999) && field(2, 12) && field(2, 31) && fields.next().is_none();
    if !good {
        let help = "write YYYY, YYYY-MM or YYYY-MM-DD";
        report.at(ListMistake::BadDate, date, format!("bad date `{date}`"), "not a date", help);
    }
    good
}

fn in_order<'a>(from: &'a str, until: &'a str, report: &mut Report<'a, '_>) -> bool {
    let common = from.len().min(until.len());
    let good = from[..common] <= until[..common];
    if !good {
        let message = format!("it ends ({until}) before it begins ({from})");
        report.at(ListMistake::DatesReversed, until, message, "earlier than `from`", "swap the two, or correct one");
    }
    good
}

fn marks<'a>(aliases: &'a str, report: &mut Report<'a, '_>) -> bool {
    let mut good = true;
    for alias in parts(aliases) {
        let text = alias.trim_start_matches(['~', '=', '@']);
        let marks = &alias[..alias.len() - text.len()];
        let doubled = ['~', '=', '@'].iter().any(|m| marks.matches(*m).count() > 1);
        if doubled || text.is_empty() {
            let help = "`=` only in this case and spelling, `~` only with support, `@` adjective or people; each once";
            report.at(
                ListMistake::BadMark,
                alias,
                format!("bad marks before `{text}`"),
                "marks that say nothing",
                help,
            );
            good = false;
        }
    }
    good
}
