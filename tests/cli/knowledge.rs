//! Records for others: export, view, eval, completions, the manual, the schema.

use std::collections::{HashMap, HashSet};

use super::Desk;

const SAMPLE: &str = include_str!("../records/sample.jsonl");

fn desk() -> Desk {
    let desk = Desk::new();
    desk.write("records.jsonl", SAMPLE);
    desk
}

#[test]
fn event_codes_are_as_they_were() {
    let desk = desk();
    for shape in ["petrarch", "phoenix", "plover", "events"] {
        let out = desk.run(&["export", shape, "records.jsonl", "-q"]).clean().out;
        insta::with_settings!({ snapshot_path => "../records", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(shape, out);
        });
    }
}

#[test]
fn every_end_of_an_edge_is_a_node() {
    let desk = desk();
    let told = desk.run(&["export", "neo4j", "records.jsonl", "-o", "graph"]).err;
    assert_eq!(told, "8 documents\n");
    let mut nodes: HashMap<String, HashSet<String>> = HashMap::new();
    let mut ends: Vec<(String, String)> = Vec::new();
    let mut counts = Vec::new();
    let mut paths: Vec<_> = std::fs::read_dir(desk.path("graph")).unwrap().map(|e| e.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        let mut reader = csv::Reader::from_path(&path).unwrap();
        let heads = reader.headers().unwrap().clone();
        assert_eq!(heads.iter().filter(|h| h.contains(':')).count(), heads.len(), "every column has a type");
        let space =
            |head: &str, start: &str| head.strip_prefix(start).and_then(|r| r.strip_suffix(')')).map(str::to_owned);
        let mut count = 0;
        for row in reader.records() {
            let row = row.unwrap();
            count += 1;
            for (head, cell) in heads.iter().zip(&row) {
                if let Some(of) = space(head, "id:ID(") {
                    assert!(nodes.entry(of).or_default().insert(cell.to_owned()), "{cell} twice");
                }
                for start in [":START_ID(", ":END_ID("] {
                    ends.extend(space(head, start).map(|of| (of, cell.to_owned())));
                }
            }
        }
        counts.push(format!("{} {count}", path.file_stem().unwrap().to_string_lossy()));
    }
    assert_eq!(
        counts,
        [
            "actors 16",
            "arguments 26",
            "documents 8",
            "entities 19",
            "events 6",
            "held_at 4",
            "mentions 32",
            "said_by 3",
            "tellings 11",
            "tells 11",
            "told_at 4",
            "told_in 11"
        ]
    );
    for (of, id) in ends {
        assert!(nodes[&of].contains(&id), "{of} {id}");
    }
}

#[test]
fn streams_packed_files_and_doubles() {
    let desk = desk();
    let plain = desk.run(&["export", "ntriples", "records.jsonl", "-q"]).clean().out;
    assert_eq!(desk.run_with(&["export", "ntriples", "-", "-q"], SAMPLE.as_bytes()).clean().out, plain);
    desk.write("records.jsonl.gz", super::gzip(SAMPLE.as_bytes()));
    let ran = desk.run(&["export", "ntriples", "records.jsonl.gz", "records.jsonl", "-o", "out.nt"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), "8 documents, 8 skipped as their ids had come before\n"));
    assert_eq!(desk.read("out.nt"), plain);
    let based = desk.run(&["export", "ntriples", "records.jsonl", "-q", "--base", "https://kb.example/"]).clean().out;
    assert!(based.contains("<https://kb.example/telling/") && !based.contains("<urn:chancery:telling/"));
}

#[test]
fn lines_that_are_no_records_are_told() {
    let desk = desk();
    desk.write("mixed.jsonl", format!("{{\"id\":1}}\n{SAMPLE}"));
    let ran = desk
        .run(&["export", "graphml", "mixed.jsonl"])
        .fails(1, &["error: mixed.jsonl:1: no record:", "8 documents, 1 lines"]);
    assert!(ran.out.ends_with("</graphml>\n"));
    desk.run(&["view", "mixed.jsonl", "-o", "page.html"]).fails(1, &["mixed.jsonl:1", "11 relations"]);
    desk.run(&["export", "turtle", "none.jsonl"]).fails(2, &["cannot read none.jsonl"]);
    desk.run(&["export", "turtle"]).fails(2, &["no records to export"]);
    desk.run(&["export", "neo4j", "records.jsonl"]).fails(2, &["neo4j", "-o PATH"]);
    desk.run(&["export", "turtle", "records.jsonl", "--base", "here"]).fails(2, &["--base here is no absolute IRI"]);
    desk.run(&["export", "tortoise", "records.jsonl"]).fails(2, &["tortoise", "turtle"]);
}

#[test]
#[cfg(feature = "sqlite")]
fn a_database_is_loaded_once() {
    let desk = desk();
    desk.run(&["export", "sqlite", "records.jsonl", "-o", "news.db", "-q"]).clean();
    let once = std::fs::metadata(desk.path("news.db")).unwrap().len();
    desk.run(&["export", "sqlite", "records.jsonl", "-o", "news.db", "-q"]).clean();
    assert_eq!(std::fs::metadata(desk.path("news.db")).unwrap().len(), once);
    desk.run(&["export", "sqlite", "records.jsonl", "-o", "records.jsonl", "-q"])
        .fails(2, &["cannot load records.jsonl"]);
    assert_eq!(desk.read("records.jsonl"), SAMPLE);
}

#[test]
fn a_page_holds_all_it_needs() {
    let desk = desk();
    let page = desk.run(&["view", "records.jsonl", "--title", "Quays & <ties>"]).clean().out;
    assert!(page.contains("<title>Quays &amp; &lt;ties&gt;</title>"));
    for mark in ["%TITLE%", "%STYLE%", "%RECORDS%", "%WORLD%", "%SCRIPT%", "src=\"http", "@import", "fetch("] {
        assert!(!page.contains(mark), "{mark}");
    }
    let data = page.split_once("id=\"records\">").unwrap().1.split_once("</script>").unwrap().0;
    assert!(!data.contains('<'), "nothing in the data may close its element");
    let data: serde_json::Value = serde_json::from_str(data).unwrap();
    let counts = ["documents", "entities", "relations", "events"].map(|k| data[k].as_array().unwrap().len());
    assert_eq!(counts, [8, 19, 11, 6]);
}

#[test]
fn gold_is_scored() {
    let desk = desk();
    desk.write("gold.jsonl", include_str!("../records/gold_relations.jsonl"));
    let ran = desk.run(&["eval", "gold.jsonl", "records.jsonl", "--errors", "1"]);
    let ran = ran.fails(1, &["warning: 1 gold documents have no record, first: absent"]);
    assert!(ran.out.contains("document  all           0.685  0.875  0.769      9     13"), "{}", ran.out);
    assert!(ran.out.contains("MISSED  aid-1  cooperation: Fiji ~ Japan"));
    desk.write("names.jsonl", include_str!("../records/gold_names.jsonl"));
    let ran = desk.run(&["eval", "names.jsonl", "records.jsonl", "--by", "region", "--cut"]);
    assert!(ran.out.contains("  south"), "{}", ran.out);
    desk.write("bad.jsonl", "{\"id\":\"a\"}\n");
    desk.run(&["eval", "bad.jsonl", "records.jsonl"]).fails(2, &["bad.jsonl:1: no labelled document", "text"]);
    desk.write("empty.jsonl", "\n");
    desk.run(&["eval", "empty.jsonl", "records.jsonl"]).fails(2, &["holds no labelled document"]);
}

#[test]
fn the_command_documents_itself() {
    let desk = desk();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = desk.run(&["completions", shell]).clean().out;
        assert!(script.contains("ntriples") && script.contains("extract"), "{shell}");
    }
    assert!(desk.run(&["man"]).clean().out.contains(".TH chancery 1"));
    desk.run(&["man", "pages"]).clean();
    for page in ["chancery.1", "chancery-extract.1", "chancery-export.1"] {
        assert!(desk.read(&format!("pages/{page}")).contains(".SH SYNOPSIS"), "{page}");
    }
    for args in [&["--json-schema"][..], &["--json-schema", "flat"]] {
        let schema: serde_json::Value = serde_json::from_str(&desk.run(args).clean().out).unwrap();
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    }
}
