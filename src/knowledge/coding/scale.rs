//! How far an event goes, as the field counts it.

/// Goldstein's scale by CAMEO code, in the values Phoenix and GDELT publish; the longest code that begins alike counts.
const GOLDSTEIN: [(&str, f32); 43] = [
    ("02", 3.0),
    ("021", 3.4),
    ("022", 3.4),
    ("023", 3.4),
    ("024", -0.3),
    ("025", -0.3),
    ("026", 4.0),
    ("027", 4.0),
    ("028", 4.0),
    ("03", 4.0),
    ("031", 5.2),
    ("032", 4.5),
    ("033", 5.2),
    ("0334", 6.0),
    ("034", 7.0),
    ("035", 7.0),
    ("036", 4.0),
    ("037", 5.0),
    ("038", 7.0),
    ("039", 5.0),
    ("04", 1.0),
    ("042", 1.9),
    ("043", 2.8),
    ("044", 2.5),
    ("045", 5.0),
    ("046", 7.0),
    ("05", 3.5),
    ("051", 3.4),
    ("053", 3.8),
    ("054", 6.0),
    ("055", 7.0),
    ("056", 7.0),
    ("057", 8.0),
    ("06", 6.0),
    ("061", 6.4),
    ("062", 7.4),
    ("063", 7.4),
    ("064", 7.0),
    ("07", 7.0),
    ("071", 7.4),
    ("072", 8.3),
    ("073", 7.4),
    ("074", 8.5),
];

/// Rejections of particular things weigh more than rejection at large.
const REJECT_MORE: std::ops::RangeInclusive<u8> = 4..=9;

/// Goldstein's value of a CAMEO code; `None` outside the codes our relations come to.
pub fn goldstein(cameo: &str) -> Option<f32> {
    if let Some(rest) = cameo.strip_prefix("12") {
        let third = rest.bytes().next().map_or(0, |b| b.wrapping_sub(b'0'));
        return Some(if REJECT_MORE.contains(&third) { -5.0 } else { -4.0 });
    }
    let best = GOLDSTEIN.iter().filter(|(code, _)| cameo.starts_with(code)).max_by_key(|(code, _)| code.len());
    best.map(|(_, value)| *value)
}

/// Phoenix's class of a CAMEO code: 0 neutral, 1 verbal cooperation, 2 material cooperation, 3 verbal conflict,
/// 4 material conflict.
pub fn quad_class(cameo: &str) -> u8 {
    match cameo.get(..2) {
        Some("03" | "04" | "05") => 1,
        Some("06" | "07" | "08") => 2,
        Some("09" | "10" | "11" | "12" | "13") => 3,
        Some("14" | "15" | "16" | "17" | "18" | "19" | "20") => 4,
        _ => 0,
    }
}

/// PLOVER's quad code of an event type: verbal or material, cooperation or conflict.
pub fn plover_quad(plover: &str) -> u8 {
    match plover {
        "AGREE" | "CONSULT" | "SUPPORT" | "CONCEDE" => 1,
        "COOPERATE" | "AID" | "RETREAT" => 2,
        "REQUEST" | "ACCUSE" | "REJECT" | "THREATEN" => 3,
        _ => 4,
    }
}

/// PLOVER's scale of an event type and mode; `None` where the manual gives none.
pub fn plover_scale(plover: &str, mode: Option<&str>) -> Option<f32> {
    Some(match (plover, mode) {
        ("CONSULT", Some("visit" | "multilateral")) => 4.0,
        ("CONSULT", Some("third-party")) => 1.0,
        ("CONSULT", Some("phone")) => 1.5,
        ("CONSULT" | "AGREE", _) => 2.5,
        ("SUPPORT", _) => 5.0,
        ("COOPERATE", _) => 9.5,
        ("AID", _) => 10.0,
        ("REJECT", Some("meet")) => -2.0,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_code_counts() {
        for (code, value) in
            [("040", 1.0), ("042", 1.9), ("0331", 5.2), ("0334", 6.0), ("057", 8.0), ("120", -4.0), ("125", -5.0)]
        {
            assert_eq!(goldstein(code), Some(value), "{code}");
        }
        assert_eq!(goldstein("190"), None);
        assert_eq!(["010", "040", "060", "125", "190", ""].map(quad_class), [0, 1, 2, 3, 4, 0]);
    }
}
