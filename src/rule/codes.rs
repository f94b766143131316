//! The codes of the field: PLOVER event types and CAMEO.

use crate::text::did_you_mean;

use super::field::Quoted;
use super::report::{Report, Slip, list_of};
use super::{Code, Mistake};

/// The CAMEO code of an intent to cooperate: "agreed to help".
pub(crate) const INTENT: &str = "030";
/// How the CAMEO codes of contacts begin.
pub(crate) const CONTACT: &str = "04";
/// The CAMEO code of calls.
pub(crate) const CALL: &str = "041";
/// The CAMEO code of visits.
pub(crate) const VISIT: &str = "042";
/// The CAMEO codes of visits and of hosting them.
pub(crate) const TRIPS: [&str; 2] = [VISIT, "043"];
/// The CAMEO code of ties.
pub(crate) const TIES: &str = "050";
/// The CAMEO code of agreements that are signed.
pub(crate) const DEAL: &str = "057";
/// The CAMEO code of those who work together.
pub(crate) const COOPERATION: &str = "060";
/// The CAMEO code of purchases and mergers.
pub(crate) const PURCHASE: &str = "061";
/// The CAMEO code of exercises and other joint acts of forces.
pub(crate) const EXERCISE: &str = "062";
/// How the CAMEO codes of aid begin.
pub(crate) const AID: &str = "07";

/// The event types of PLOVER.
pub(super) const PLOVER: [&str; 16] = [
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
];

/// The roots of CAMEO that our relations live in: the PLOVER type each became and the codes below it.
const ROOTS: [(&str, &str, &[&str]); 5] = [
    (
        "03",
        "AGREE",
        &[
            "030", "031", "0311", "0312", "0313", "0314", "032", "033", "0331", "0332", "0333", "0334", "034", "0341",
            "0342", "0343", "0344", "035", "0351", "0352", "0353", "0354", "0355", "0356", "036", "037", "038", "039",
        ],
    ),
    ("04", "CONSULT", &["040", "041", "042", "043", "044", "045", "046"]),
    ("05", "SUPPORT", &["050", "051", "052", "053", "054", "055", "056", "057"]),
    ("06", "COOPERATE", &["060", "061", "062", "063", "064"]),
    ("07", "AID", &["070", "071", "072", "073", "074", "075"]),
];

/// Checks both codes of a rule, alone and against each other.
pub(super) fn check(plover: &Quoted<'_>, cameo: &Quoted<'_>, report: &mut Report<'_>) -> Option<Code> {
    let known = PLOVER.contains(&plover.value);
    if !known {
        let help = match did_you_mean(plover.value, PLOVER) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => format!("PLOVER has {}", list_of(PLOVER)),
        };
        let message = format!("unknown PLOVER type `{}`", plover.value);
        slip(plover, Mistake::BadPlover, message, "no such event type", help, report);
    }
    let code = cameo.value;
    let good = is_cameo(cameo, report);
    if let Some((_, belongs, _)) = root(code).filter(|(_, belongs, _)| known && good && *belongs != plover.value) {
        let message = format!("CAMEO {code} is not PLOVER {}", plover.value);
        let help = format!("CAMEO {code} became PLOVER {belongs}");
        slip(plover, Mistake::CodesDiffer, message, "belongs to another code", help, report);
        return None;
    }
    (known && good).then(|| Code { plover: plover.value.into(), cameo: code.into() })
}

/// Whether CAMEO has the code; says so where it has not.
pub(super) fn is_cameo(cameo: &Quoted<'_>, report: &mut Report<'_>) -> bool {
    let code = cameo.value;
    let shaped = (3..=4).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_digit());
    let root = root(code);
    let good = shaped
        && match root {
            Some((.., codes)) => codes.contains(&code),
            None => matches!(code[..2].parse(), Ok(1_u8..=20)),
        };
    if !good {
        let help = match root {
            Some((root, _, codes)) => format!("below {root} CAMEO has {}", codes.join(", ")),
            None => "CAMEO codes have three or four digits and begin with 01 to 20".to_owned(),
        };
        slip(cameo, Mistake::BadCameo, format!("unknown CAMEO code `{code}`"), "no such code", help, report);
    }
    good
}

/// The root a code stands below, when our relations live there.
fn root(code: &str) -> Option<&'static (&'static str, &'static str, &'static [&'static str])> {
    ROOTS.iter().find(|(root, ..)| code.starts_with(root))
}

/// Says what is wrong with a whole quoted value.
fn slip(quoted: &Quoted<'_>, mistake: Mistake, message: String, label: &str, help: String, report: &mut Report<'_>) {
    let at = 0..quoted.value.len();
    quoted.slip(Slip { mistake, at, message, label: label.to_owned(), help: Some(help) }, report);
}
