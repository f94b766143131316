//! What an event is about: contexts of PLOVER, which Phoenix calls issues.

/// Beginnings of words that speak of a context; a word of a topic or sentence that begins so counts.
const CONTEXTS: [(&str, &[&str]); 18] = [
    (
        "military",
        &[
            "militar", "army", "armies", "naval", "navy", "troop", "weapon", "missile", "defence", "defense", "drill",
            "warship",
        ],
    ),
    ("intelligence", &["intelligence", "espionage", "spying"]),
    ("election", &["election", "electoral", "ballot"]),
    ("legislative", &["legislat", "parliament"]),
    (
        "economic",
        &[
            "econom", "trade", "trading", "invest", "tariff", "financ", "loan", "bank", "currency", "industr",
            "export", "import",
        ],
    ),
    ("legal", &["judicia", "extradit", "court", "legal"]),
    ("human_rights", &["human rights"]),
    ("diplomatic", &["diplomat", "embass", "consula", "ambassador", "bilateral"]),
    ("territory", &["border", "territor", "maritime boundar"]),
    ("peacekeeping", &["peacekeep", "ceasefire", "truce", "peace"]),
    ("health", &["health", "vaccin", "medic", "epidemic", "pandemic"]),
    ("migration", &["migra", "refugee", "asylum", "visa"]),
    ("disasters", &["earthquake", "flood", "disaster", "cyclone", "drought", "famine", "humanitarian", "relief"]),
    ("environment", &["climate", "environment", "emission", "biodivers"]),
    ("natural_resource", &["oil", "gas", "energy", "mineral", "mining", "fishing", "fisher", "water"]),
    ("technology", &["technolog", "cyber", "digital", "satellite", "space", "semiconductor", "research"]),
    ("terrorism", &["terror", "extremis"]),
    ("cbrn", &["nuclear", "uranium", "chemical weapon", "biological weapon", "denuclear"]),
];

/// The contexts that the words of `texts` speak of, in the order of the manual, and how many words do.
pub fn contexts<'t>(texts: impl IntoIterator<Item = &'t str>) -> Vec<(&'static str, u32)> {
    let mut counts = [0; CONTEXTS.len()];
    for text in texts {
        let lower = text.to_lowercase();
        for (at, _) in lower.match_indices(char::is_alphabetic) {
            let begins = lower[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
            if !begins {
                continue;
            }
            for (count, (_, heads)) in counts.iter_mut().zip(&CONTEXTS) {
                let speaks = |head: &&str| {
                    let rest = lower[at..].strip_prefix(*head);
                    // A head of three letters is a whole word.
                    rest.is_some_and(|r| head.len() > 3 || !r.starts_with(|c: char| c.is_alphanumeric()))
                };
                *count += u32::from(heads.iter().any(speaks));
            }
        }
    }
    CONTEXTS.iter().zip(counts).filter(|(_, n)| *n > 0).map(|((name, _), n)| (*name, n)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_of_words_count() {
        assert_eq!(
            contexts(["Military drills and the gas trade"]),
            [("military", 2), ("economic", 1), ("natural_resource", 1)]
        );
        assert_eq!(contexts(["gasping, spoiled, unmilitary"]), []);
        assert_eq!(contexts(["fishing quotas", "Fishers' quotas"]), [("natural_resource", 2)]);
    }
}
