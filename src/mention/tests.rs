//! Kinds of names, each in a sentence of invented ones.

#![allow(clippy::unwrap_used)]

use crate::gazetteer::Gazetteer;
use crate::text::Analysis;

use super::{Mentions, Scratch, find};

/// Sentences with each name and its type drawn in: `[Ann Lee|PERSON]`; all else is no name.
const NAMES: &[&str] = &[
    // A firm without its legal form.
    "[Zorvane Stone Plc|ORGANIZATION] was sold, [Zorvane Stone|ORGANIZATION] said. [Zorvane|ORGANIZATION] is old.",
    "The [Zorvane Electric for Trade and Distribution|ORGANIZATION] signed it.",
    // A dignity that is a given name, and offices of one.
    "It was told by its CEO [Sultan A. Al-Orrdek|PERSON] in May.",
    "He met Chancellor of the Exchequer [Ann Lee|PERSON] in May.",
    "He met his counterpart, [Zorvan Dam|PERSON], in May.",
    "In May Hojjat al-Islam [Zorvan|PERSON] met [Ann Lee|PERSON].",
    // What a body is for.
    "She joined the [Department of Justice and Rural Development|ORGANIZATION] in May.",
    "The [National Union of Teachers, Nurses, and Drivers|ORGANIZATION] agreed.",
    "The [Chamber of Commerce, Industry and Fisheries|ORGANIZATION] agreed.",
    "The [Special Trust for the Fishing Sector|ORGANIZATION] paid for it.",
    "The [Office of the Deputy Prime Minister|ORGANIZATION] denied it.",
    "The Office of Deputy Prime Minister [Ann Lee|PERSON] denied it.",
    "The [Price Review Committees|ORGANIZATION] met again.",
    "The [Ministry of Roads|ORGANIZATION]'s [Bureau of Bridges|ORGANIZATION] agreed.",
    "The [Health, Safety and Rescue Service|ORGANIZATION] came at once.",
    "The [Song In Lima Foundation|ORGANIZATION] paid for it.",
    "The series is seen on [QV5 Network|ORGANIZATION] at night.",
    "The troubled [Zorvane Mutual Bank|ORGANIZATION] was sold.",
    "The [Cabinet|ORGANIZATION] agreed, and the [Cabinet|ORGANIZATION] paid.",
    "He praised the [Cabinet|ORGANIZATION] of President [Ann Lee|PERSON].",
    "The [All-Zorvan Youth Federation|ORGANIZATION] agreed.",
    "She sits on the [Budget, Finance and Forestry Committees|ORGANIZATION].",
    "In August [Zorvane|PERSON] met with [Ann Lee|PERSON], and Mr [Zorvane|PERSON] left.",
    "[Ann Zorvane|PERSON] heads [Zorvane and Co|ORGANIZATION], and Mr. [Zorvane|PERSON] said so.",
    "It signed it with NV Zorvane in May.",
    // Heads of other languages.
    "It was paid for by the [Zorvane Stiftung|ORGANIZATION] and the [Zorvane-Institut|ORGANIZATION].",
    "The [Colectivo Zorvano del Seguro|ORGANIZATION] agreed.",
    "The [Société Zorvane de Crédit|ORGANIZATION] agreed.",
    "It is printed by [Zorvan Prakashan|ORGANIZATION] each year.",
    // Firms.
    "[Zorvane and Quill Plc|ORGANIZATION] bought the mill.",
    "The radio maker [Zorvane-QRF|ORGANIZATION] bought the mill. [Zorvane|ORGANIZATION] owns it.",
    "Sales fell at software firm [Zorvly|ORGANIZATION] again.",
    "An analyst at [Zorvly|ORGANIZATION] was surprised, according to [Zorvly|ORGANIZATION].",
    "A stake in [Four Zorvane Hotels Inc|ORGANIZATION] was sold.",
    "She left for [Zorvly Steel Ltd.|ORGANIZATION] [Peru|PLACE] agreed.",
    "The [United Brotherhood of Zorvers and Quillers of Peru|ORGANIZATION] agreed.",
    // Owners, letters and a people in the names of firms, and towns and peoples that name them.
    "He left [Zorvane's Garden Inc|ORGANIZATION] in May, and [O/Y-Tel Inc|ORGANIZATION] in June.",
    "It flew with [Zorvane Air Lines|ORGANIZATION] and [Orrdek Airlines|ORGANIZATION] for years.",
    "[Tampa Reserve Inc|ORGANIZATION] was sold. [Tampa|ORGANIZATION] said it will sell a mill.",
    "[Peruvian Airlines|ORGANIZATION] flies. [Peruvian|ORGANIZATION] said the [Peruvian|PLACE] crew agreed.",
    "The rise of the oil group [Zorvane Tampa|ORGANIZATION] ended.",
    // No names: the seat of a member, the field of a minister.
    "[Ann Lee|PERSON], D-Ohio, met [Bo Ek|PERSON] (R-N.Y.) in May.",
    "She met the [Peruvian|PLACE] Fisheries Minister in May.",
    // Firms with "and", a comma, brackets, a place or letters in their names.
    "[Zorvane and Orrdek Financial Corp|ORGANIZATION] was sold by [Zorvane and Orrdek|ORGANIZATION].",
    "It bought the broker [Zorvane, Quillick Inc|ORGANIZATION], which is old.",
    "According to [Zorvane|ORGANIZATION], [Quillick Inc|ORGANIZATION] will grow.",
    "It was sold by [Quillick, Orrdek and Co|ORGANIZATION] in May.",
    "It was sold by [Green Zorvane (Malta) Holdings Ltd|ORGANIZATION] in May.",
    "She left [Public Power Co of Peru|ORGANIZATION] in May.",
    "She left [Orrdek Corp|ORGANIZATION] of [Peru|PLACE] in May.",
    "She left [Zorvane Savings Bank FSB|ORGANIZATION] in May.",
    "She left [Fisher's Holdings Inc|ORGANIZATION] in May.",
    // Firms by short names that are a person's or ordinary words, too.
    "[Hilton Stone Laboratories|ORGANIZATION] grew, and [Hilton|ORGANIZATION] paid.",
    "[Ann Hilton|PERSON] left [Hilton Laboratories|ORGANIZATION], and [Hilton|PERSON] wept.",
    "She left [Rapid Products International Inc|ORGANIZATION] in May. It was sold by [Rapid Products|ORGANIZATION] in May.",
    "It left [National Harvest Stores Inc|ORGANIZATION] in May. It was sold by [National Harvest|ORGANIZATION] in May.",
    "[Orchard Industries|ORGANIZATION] agreed. [Orchard Industries Inc|ORGANIZATION] is old.",
    "[Eastley Orrdek Co|ORGANIZATION] grew, and [Orrdek|ORGANIZATION] paid. [Orrdek|ORGANIZATION] said so.",
    "It was paid for by the [Institute for Roads|ORGANIZATION] and [University of Lima|ORGANIZATION] students.",
    // Lines of capitals, one of many, what is cut off.
    "ZORVANE <ZRV> TO BUY [PERUVIAN|PLACE] CARPET COMPANY",
    "It paid a super PAC close to [Ann Lee|PERSON].",
    "She sang with [Lil' Zorva|PERSON] in May.",
    // What letters in brackets stand for.
    "The [Office of the Deputy Prime Minister|ORGANIZATION] ([ODPM|ORGANIZATION]) and the [ODPM|ORGANIZATION] agreed.",
    "A reduced resonance signal computer (RRSC) is small.",
    "The Winter Harvest Programme (WHP) begins.",
    "District Field Officer (DFO) [Ann Lee|PERSON] came.",
    "The [Seismic Observatory of Peru|ORGANIZATION] ([Obsipe|ORGANIZATION]) warned of it, and [Obsipe|ORGANIZATION] was right.",
    "They wrote about PUBLIC GOOD and said so.",
    // Peoples and feasts.
    "They teach the Zorvak language and the Zorvak culture to the Zorvak people.",
    // What stands before a name, at the head of a sentence and before a row, too.
    "Drugmaker [Zorvly|ORGANIZATION] agreed.",
    "Beekeeper [Ann Lee|PERSON] agreed.",
    "Grain traders [Zorvly|ORGANIZATION] and [Quavix|ORGANIZATION] agreed.",
    "State-owned [Zorvly|ORGANIZATION] agreed.",
    "The dockers' union, [Zorvly|ORGANIZATION], agreed.",
    "Rangers of the [Zorvane Conservancy|ORGANIZATION] agreed.",
    "Provost [Ann Lee|PERSON] agreed.",
    // Whose it is, what it does, what others hold of it.
    "They bought it from [Norway|PLACE]'s [Zorvly|ORGANIZATION].",
    "[Zorvly|ORGANIZATION] will build a mill.",
    "He has a stake in [Zorvly|ORGANIZATION].",
    "Managers of [Zorvly|ORGANIZATION] agreed.",
    // Bodies of other words.
    "Nurses of the [Hospital del Zorvan|ORGANIZATION] agreed.",
    "He voted for the [Weavers' Voice|ORGANIZATION].",
    "The bid by [Zorvly/Quavix Corp|ORGANIZATION] failed, [Zorvly/Quavix|ORGANIZATION] said.",
    "He sold [Zorvly Mining Plc|ORGANIZATION] when [Zorvly Mining|ORGANIZATION] was cheap.",
    "They left the [Bright Dawn|ORGANIZATION] party.",
    "He read it in [Zorvzin|ORGANIZATION] magazine and asked the president of [Zorvly|ORGANIZATION].",
    "Shares of [Nimble Goods|ORGANIZATION] fell, and later [Nimble Goods|ORGANIZATION] said so.",
    "Special Weaving Rights (SWRs) are dear.",
    // Who they are and what for.
    "He joined [Lawyers for Rivers|ORGANIZATION], [Doctors Without Walls|ORGANIZATION] and [Patient Women for Peru|ORGANIZATION].",
    "The [United Garment Workers of Peru|ORGANIZATION] met the [Popular Renewal of Chile|ORGANIZATION].",
    // Where they are.
    "A spokesman for [Amnesty International Peru|ORGANIZATION] said so.",
    "The [Chilean Chamber of Commerce in Peru|ORGANIZATION] met the [Farmers Party of Costa Rica|ORGANIZATION].",
    "He told [Reuters|ORGANIZATION] [Peru|PLACE] would pay.",
    "The vote in [East Cusco|PLACE] and [Cusco North|PLACE] is over.",
    // Several heads and fields.
    "He joined [Zorvly, Inc.|ORGANIZATION] in May.",
    "She studied at the [Zorvane Medical College and Hospital|ORGANIZATION].",
    "The [Lima Weavers and Dyers Union|ORGANIZATION] met the [Zorvane Savings and Loan Association|ORGANIZATION].",
    "The [Zorvane Farming and Socio-economic Board|ORGANIZATION] met the [Ministry of Hajj and Zakat|ORGANIZATION].",
    "The [Bishops' Conference of Spain|ORGANIZATION] met members of the [Upper House|ORGANIZATION] and of [Congress|ORGANIZATION].",
    "The [Peru Air Force|ORGANIZATION] Commander Major General [Ann Lee|PERSON] came.",
    "The party [Unidos por Zorvane|ORGANIZATION] agreed.",
    "The head of [ZRV|ORGANIZATION] [Ann Marie Lee|PERSON] agreed.",
    // People.
    "[Sultan A. Al-Zorvan|PERSON] said so.",
    "A Zorvane Red Notice is issued.",
    "Republican lawmakers met in [Austin|PLACE].",
    "[Maria Lopez|PERSON] Flattered [Hans Weber|PERSON]",
];

/// The plain text, and the names drawn in.
fn read(drawn: &str) -> (String, Vec<(String, String)>) {
    let (mut text, mut names, mut rest) = (String::new(), Vec::new(), drawn);
    while let Some((before, behind)) = rest.split_once('[') {
        let (name, behind) = behind.split_once('|').unwrap();
        let (kind, behind) = behind.split_once(']').unwrap();
        text.push_str(before);
        text.push_str(name);
        names.push((name.to_owned(), kind.to_owned()));
        rest = behind;
    }
    text.push_str(rest);
    (text, names)
}

#[test]
fn each_kind_of_name_is_found() {
    let gazetteer = Gazetteer::embedded().unwrap();
    let (mut analysis, mut scratch, mut found) = (Analysis::default(), Scratch::default(), Mentions::default());
    let mut wrong = String::new();
    for drawn in NAMES {
        let (raw, names) = read(drawn);
        let text = analysis.run(&raw, 0);
        find(&gazetteer, &text, None, &mut scratch, &mut found);
        let got = found.mentions.iter().map(|m| {
            let kind = found.entity(m.entity).entity_type.as_str();
            (text.slice(m.tokens).to_owned(), kind.to_owned())
        });
        let got: Vec<_> = got.collect();
        if got != names {
            wrong.push_str(&format!("{raw}\n  {got:?}\n"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
