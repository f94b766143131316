//! Usage, and the small commands.

use super::Desk;

#[test]
fn usage() {
    let desk = Desk::new();
    let help = desk.run(&["--help"]).clean().out;
    assert!(help.contains("Examples:") && help.contains("chancery extract article.txt"), "{help}");
    let help = desk.run(&["extract", "--help"]).clean().out;
    assert!(help.contains("Examples:") && help.contains("--resume") && help.contains("Exit codes:"), "{help}");
    assert_eq!(desk.run(&["--version"]).clean().out, concat!("chancery ", env!("CARGO_PKG_VERSION"), "\n"));
    desk.run(&[]).fails(2, &["Usage:"]);
    desk.run(&["extract"]).fails(2, &["<PATH>"]);
    desk.run(&["extarct"]).fails(2, &["extract"]);
    desk.run(&["extract", "x", "--offset", "chars"]).fails(2, &["--offsets"]);
    desk.run(&["extract", "x", "--offsets", "letters"]).fails(2, &["letters"]);
    desk.run(&["extract", "x", "--date", "soon"]).fails(2, &["write YYYY-MM-DD"]);
    desk.run(&["extract", "x", "--format", "csv"]).fails(2, &["jsonl"]);
}

#[test]
fn what_is_not_there() {
    let desk = Desk::new();
    desk.write("article.txt", "x");
    desk.run(&["extract", "artcile.txt"]).fails(2, &["artcile.txt: no such file or folder; did you mean article.txt?"]);
    std::fs::create_dir(desk.path("empty")).unwrap();
    desk.run(&["extract", "empty"]).fails(2, &["empty: no documents in this folder; .txt, .jsonl"]);
    desk.run(&["extract", "-", "-"]).fails(2, &["can be read once only"]);
    desk.run(&["extract", "article.txt", "--type", "meting"]).fails(2, &["`meting`", "did you mean `meeting`?"]);
    desk.run(&["extract", "article.txt", "--rules", "none"]).fails(2, &["none", "cannot be read"]);
    desk.run(&["extract", "article.txt", "--gazetteer", "none"]).fails(2, &["none"]);
}

#[test]
fn bad_rules_and_lists() {
    let desk = Desk::new();
    desk.write("rules/bad.toml", "[relation]\ntype = \"meeting\"\nsymmetric = true\nrole = 1\n");
    desk.write("article.txt", "x");
    desk.run(&["extract", "article.txt", "--rules", "rules"]).fails(2, &["error[R", "--> rules/bad.toml:4:1"]);
    desk.run(&["check", "rules"]).fails(1, &["error[R", "--> rules/bad.toml:4:1"]);
    desk.run(&["check", "rules/bad.toml"]).fails(1, &["error[R"]);
    desk.write("lists/people/mine.tsv", "id\tname\n");
    desk.run(&["check", "lists"]).fails(1, &["error[G", "lists/people/mine.tsv"]);
    desk.run(&["extract", "article.txt", "--gazetteer", "lists"]).fails(2, &["error[G"]);
    desk.run(&["check", "nowhere"]).fails(2, &["no such file or folder"]);
    desk.write("other/notes.md", "x");
    desk.run(&["check", "other"]).fails(2, &["nothing to check here"]);
}

#[test]
fn good_rules_and_lists() {
    let desk = Desk::new();
    let ran = desk.run(&["check"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(ran.err.contains("all good"));
}

/// "check" takes a folder as "extract --rules" does: its rules may use the product's lists and take the place of its rules.
#[test]
fn own_rules_stand_beside_the_built_in_ones() {
    let desk = Desk::new();
    let rule = r#"
[relation]
type      = "meeting"
symmetric = true
[relation.roles]
participant = { type = ["PERSON"], min = 2 }

[[rule]]
id       = "swapped"
doc      = "A swapped talks with B"
plover   = "CONSULT"
cameo    = "040"
replaces = "meet/met"
pattern  = "$participant+ swap/v [@talks] with $participant+"
examples = ["[participant:Ann Lee] swapped {talks} with [participant:Bo Ek]."]
rejects  = ["[PERSON:Ann Lee] swapped stamps, [PERSON:Bo Ek] said."]
"#;
    desk.write("mine/swap.toml", rule);
    let ran = desk.run(&["check", "mine"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(ran.err.contains("1 rule with 2 examples and rejects: all good"), "{}", ran.err);
    desk.write(
        "mine/swap.toml",
        rule.replace(
            "[PERSON:Ann Lee] swapped stamps, [PERSON:Bo Ek] said",
            "[PERSON:Ann Lee] swapped talks with [PERSON:Bo Ek]",
        ),
    );
    desk.run(&["check", "mine"]).fails(1, &["rule `swap/swapped` finds a relation"]);
    // A changed file of the product takes its own place.
    desk.write("src/rules/journey.toml", include_str!("../../src/rules/journey.toml"));
    let ran = desk.run(&["check", "src/rules/journey.toml"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
}

#[test]
fn names_are_looked_up() {
    let desk = Desk::new();
    let ran = desk.run(&["lookup", "N.Korea"]).clean();
    assert!(ran.out.starts_with("iso:PRK\tNorth Korea\tPLACE\tcountry\t"), "{}", ran.out);
    assert!(desk.run(&["lookup", "iso:PRK"]).clean().out.starts_with("iso:PRK\tNorth Korea"));
    assert!(desk.run(&["lookup", "North", "Korean"]).clean().out.contains("\tdemonym\t"));
    desk.run(&["lookup", "Qwertzuiop"]).fails(1, &["no list knows `Qwertzuiop`"]);
    // Every entry with tier and source; what supports it, and what chooses it.
    let georgia = desk.run(&["lookup", "Georgia"]).clean().out;
    let state = georgia.find("chancery:georgia-us-state\tGeorgia\tPLACE\tadmin1\tiso:USA\tname\twith support\thand\t");
    assert!(georgia.starts_with("iso:GEO\tGeorgia\tPLACE\tcountry\t") && state.is_some(), "{georgia}");
    assert!(georgia.contains("\tchosen by\t\"Georgia, United States\""), "{georgia}");
    let reading = desk.run(&["lookup", "Reading"]).clean().out;
    assert!(reading.contains("\n\tsupported by\t\"in Reading\""), "{reading}");
    let finch = desk.run(&["lookup", "Finch"]).clean().out;
    assert!(finch.ends_with("surname\n") && finch.starts_with("word\tFinch\t"), "{finch}");
}

#[test]
fn licences_are_told() {
    let desk = Desk::new();
    let notice = desk.run(&["--licenses"]).clean().out;
    assert_eq!(notice, include_str!("../../NOTICE"));
    for source in ["GeoNames", "Creative Commons Attribution 4.0", "WordNet", "name-suggestion-index"] {
        assert!(notice.contains(source), "{source}");
    }
}
