//! Where states lie, for descriptions that tell: "the West African country", "the island nation".

/// States and territories that are islands.
const ISLANDS: &str = "ABW ASM ATG BHR BHS BMU BRB COK COM CPV CUB CUW CYM CYP DMA DOM FJI FLK FRO FSM GBR GGY GLP GRD GRL \
                       GUM HTI IDN IMN IRL ISL JAM JEY JPN KIR KNA LCA LKA MAC MDG MDV MHL MLT MSR MTQ MUS MYT NCL NIU NRU \
                       NZL PHL PLW PNG PRI PYF REU SGP SHN SLB STP SYC TCA TLS TON TTO TUV TWN VCT VGB VIR VUT WSM";

/// What states of a part of the world are called, and which those are; the United Nations' regions, wider where news is.
const PARTS: [(&[&str], &str); 22] = [
    (&["North", "African"], "DZA EGY ESH LBY MAR MRT SDN TUN"),
    (&["West", "African"], "BEN BFA CIV CMR CPV GHA GIN GMB GNB LBR MLI MRT NER NGA SEN SLE STP TCD TGO"),
    (&["East", "African"], "BDI COM DJI ERI ETH KEN MDG MOZ MUS MWI RWA SDN SOM SSD SYC TZA UGA ZMB ZWE"),
    (&["Central", "African"], "AGO BDI CAF CMR COD COG GAB GNQ RWA STP TCD"),
    (&["Southern", "African"], "AGO BWA COD COM LSO MDG MOZ MUS MWI NAM SWZ SYC TZA ZAF ZMB ZWE"),
    (
        &["African"],
        "AGO BDI BEN BFA BWA CAF CIV CMR COD COG COM CPV DJI DZA EGY ERI ESH ETH GAB GHA GIN GMB GNB GNQ KEN LBR LBY LSO MAR \
         MDG MLI MOZ MRT MUS MWI NAM NER NGA RWA SDN SEN SLE SOM SSD STP SWZ SYC TCD TGO TUN TZA UGA ZAF ZMB ZWE",
    ),
    (&["Central", "Asian"], "AFG KAZ KGZ MNG TJK TKM UZB"),
    (&["East", "Asian"], "CHN HKG JPN KOR MAC MNG PRK TWN"),
    (&["South", "Asian"], "AFG BGD BTN IND LKA MDV NPL PAK"),
    (&["Southeast", "Asian"], "BRN IDN KHM LAO MMR MYS PHL SGP THA TLS VNM"),
    (
        &["Asian"],
        "AFG ARE ARM AZE BGD BHR BRN BTN CHN CYP GEO HKG IDN IND IRN IRQ ISR JOR JPN KAZ KGZ KHM KOR KWT LAO LBN LKA MAC MDV \
         MMR MNG MYS NPL OMN PAK PHL PRK PSE QAT SAU SGP SYR THA TJK TKM TLS TUR TWN UZB VNM YEM",
    ),
    (&["Middle", "Eastern"], "ARE BHR CYP EGY IRN IRQ ISR JOR KWT LBN OMN PSE QAT SAU SYR TUR YEM"),
    (&["Gulf"], "ARE BHR IRN IRQ KWT OMN QAT SAU"),
    (&["Arab"], "ARE BHR COM DJI DZA EGY IRQ JOR KWT LBN LBY MAR MRT OMN PSE QAT SAU SDN SOM SYR TUN YEM"),
    (&["Balkan"], "ALB BGR BIH GRC HRV MKD MNE ROU SRB SVN TUR XKX"),
    (&["Baltic"], "EST FIN LTU LVA POL"),
    (&["Nordic"], "DNK FIN FRO GRL ISL NOR SWE"),
    (&["Scandinavian"], "DNK FIN NOR SWE"),
    (
        &["European"],
        "ALB AND ARM AUT AZE BEL BGR BIH BLR CHE CYP CZE DEU DNK ESP EST FIN FRA FRO GBR GEO GIB GRC GRL HRV HUN IRL ISL ITA \
         KAZ LIE LTU LUX LVA MCO MDA MKD MLT MNE NLD NOR POL PRT ROU RUS SMR SRB SVK SVN SWE TUR UKR VAT XKX",
    ),
    (&["Central", "American"], "BLZ CRI GTM HND MEX NIC PAN SLV"),
    (&["South", "American"], "ARG BOL BRA CHL COL ECU GUF GUY PER PRY SUR URY VEN"),
    (
        &["Latin", "American"],
        "ARG BLZ BOL BRA CHL COL CRI CUB DOM ECU GTM GUY HND HTI MEX NIC PAN PER PRI PRY SLV SUR URY VEN",
    ),
];

/// Whether a state may be described by words that tell where it lies; `true` where they tell nothing known.
pub(super) fn lies_so<'w>(id: &str, words: impl Iterator<Item = &'w str> + Clone) -> bool {
    let Some(code) = id.strip_prefix("iso:") else { return true };
    let lists = |codes: &str| codes.split_whitespace().any(|c| c == code);
    let says = |wanted: &str| words.clone().any(|w| w.eq_ignore_ascii_case(wanted) || is_part(w, wanted));
    if says("island") && !lists(ISLANDS) {
        return false;
    }
    PARTS.iter().find(|(called, _)| called.iter().all(|w| says(w))).is_none_or(|(_, codes)| lists(codes))
}

/// Whether a word says of a part of the world that something is of it: "western", "southeastern" for "West", "Southeast".
fn is_part(word: &str, part: &str) -> bool {
    let part = part.strip_suffix("ern").unwrap_or(part);
    let begins = word.get(..part.len()).is_some_and(|b| b.eq_ignore_ascii_case(part));
    begins && word.get(part.len()..).is_some_and(|rest| rest.eq_ignore_ascii_case("ern"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lies(id: &str, words: &str) -> bool {
        lies_so(id, words.split(' '))
    }

    #[test]
    fn states_where_they_lie() {
        assert!(lies("iso:MLI", "the West African country"));
        assert!(lies("iso:MLI", "the poor western African nation"));
        assert!(!lies("iso:PER", "the African country"));
        assert!(!lies("iso:BOL", "the windy island"));
        assert!(lies("iso:MLT", "the island nation"));
        assert!(!lies("iso:EGY", "the Central Asian state"));
        assert!(lies("iso:EGY", "the friendly country"));
    }

    #[test]
    fn codes_are_sorted() {
        for (_, codes) in PARTS.iter().copied().chain([(&["island"][..], ISLANDS)]) {
            let codes: Vec<&str> = codes.split_whitespace().collect();
            assert!(codes.is_sorted(), "{codes:?}");
            assert!(codes.iter().all(|c| c.len() == 3));
        }
    }
}
