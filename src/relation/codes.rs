//! PLOVER type and CAMEO code after polarity and modality: computed once for all rules.
//!
//! A rule gives the codes of an actual, positive event. CAMEO has other codes for what is planned, called for or refused
//! (chapter 2: 03 express intent, 02 appeal, 12 reject), and PLOVER follows (manual: a future CONSULT, COOPERATE or AID
//! is AGREE; a refused one REJECT; one called for REQUEST).

use super::{Modality, Polarity};
use crate::rule::Code;

/// Each row: root of the rule's code, then the CAMEO codes when planned, possible, and denied.
const SHIFTS: &[(&str, &str, &str, &str)] = &[
    // intent to meet; appeal to meet or negotiate; reject proposal to meet
    ("04", "036", "026", "125"),
    // intent to cooperate diplomatically; appeal for it; reject it
    ("05", "032", "022", "121"),
    // intent to cooperate materially; appeal for it; reject it
    ("06", "031", "021", "121"),
    // intent to give aid; appeal for aid; reject request for aid
    ("07", "033", "023", "122"),
    // what is an intent already stays, whether planned or offered; a refusal
    ("03", "030", "030", "120"),
];

/// The codes of an event of a rule.
pub(crate) fn coded(code: &Code, modality: Modality, polarity: Polarity) -> (Box<str>, Box<str>) {
    let shift = SHIFTS.iter().find(|(root, ..)| code.cameo.starts_with(root));
    let Some((_, planned, possible, denied)) = shift else { return (code.plover.clone(), code.cameo.clone()) };
    match (polarity, modality) {
        (Polarity::Negative, _) => ("REJECT".into(), (*denied).into()),
        (Polarity::Positive, Modality::Actual) => (code.plover.clone(), code.cameo.clone()),
        (Polarity::Positive, Modality::Planned) => ("AGREE".into(), (*planned).into()),
        (Polarity::Positive, Modality::Possible) if possible == planned => ("AGREE".into(), (*possible).into()),
        (Polarity::Positive, Modality::Possible) => ("REQUEST".into(), (*possible).into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table() {
        let code = |plover: &str, cameo: &str| Code { plover: plover.into(), cameo: cameo.into() };
        use Modality::{Actual, Planned, Possible};
        use Polarity::{Negative, Positive};
        for (plover, cameo, modality, polarity, expected) in [
            ("CONSULT", "040", Actual, Positive, ("CONSULT", "040")),
            ("CONSULT", "042", Planned, Positive, ("AGREE", "036")),
            ("CONSULT", "046", Possible, Positive, ("REQUEST", "026")),
            ("CONSULT", "040", Planned, Negative, ("REJECT", "125")),
            ("COOPERATE", "062", Actual, Positive, ("COOPERATE", "062")),
            ("COOPERATE", "061", Planned, Positive, ("AGREE", "031")),
            ("COOPERATE", "061", Possible, Positive, ("REQUEST", "021")),
            ("SUPPORT", "057", Planned, Positive, ("AGREE", "032")),
            ("SUPPORT", "051", Actual, Negative, ("REJECT", "121")),
            ("AID", "073", Planned, Positive, ("AGREE", "033")),
            ("AID", "070", Possible, Positive, ("REQUEST", "023")),
            ("AID", "070", Actual, Negative, ("REJECT", "122")),
            ("AGREE", "031", Planned, Positive, ("AGREE", "030")),
            ("AGREE", "033", Possible, Positive, ("AGREE", "030")),
        ] {
            let (p, c) = coded(&code(plover, cameo), modality, polarity);
            assert_eq!((&*p, &*c), expected, "{plover} {modality:?} {polarity:?}");
        }
    }
}
