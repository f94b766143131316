//! Linked data is loaded by an independent engine and asked what the records say.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;

use chancery::knowledge::rdf::{Iris, NTriples, Turtle, write_vocabulary};
use chancery::knowledge::{Export, Joiner, export};
use chancery::record::Records;
use oxigraph::io::{RdfFormat, RdfParser};
use oxigraph::model::Term;
use oxigraph::sparql::{QueryResults, SparqlEvaluator};
use oxigraph::store::Store;

const SAMPLE: &str = include_str!("records/sample.jsonl");

const PREFIXES: &str = "
    PREFIX chancery: <urn:chancery:vocabulary#>
    PREFIX geo: <http://www.w3.org/2003/01/geo/wgs84_pos#>
    PREFIX owl: <http://www.w3.org/2002/07/owl#>
    PREFIX prov: <http://www.w3.org/ns/prov#>
    PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
    PREFIX schema: <https://schema.org/>
    PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>
    PREFIX time: <http://www.w3.org/2006/time#>
    PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>";

fn run(to: &mut dyn Export) {
    let mut joiner = Joiner::new(&|_, _| false);
    let tally = export(&mut Records::new(SAMPLE.as_bytes()), &mut joiner, to, &mut |n, e| panic!("{n}: {e}")).unwrap();
    assert_eq!(tally.documents, 8);
    to.finish(&joiner).unwrap();
}

fn n_triples() -> Vec<u8> {
    let mut to = NTriples::new(Vec::new(), Iris::default());
    run(&mut to);
    to.into_inner()
}

fn turtle() -> Vec<u8> {
    let mut out = Vec::new();
    run(&mut Turtle::new(&mut out, Iris::default()));
    out
}

fn load(format: RdfFormat, data: &[u8]) -> Store {
    let store = Store::new().unwrap();
    store.load_from_slice(RdfParser::from_format(format), data).unwrap();
    store
}

/// Rows of a query, cells joined by ` | `, IRIs shortened to what follows the last `/` or `#`.
fn ask(store: &Store, query: &str) -> Vec<String> {
    let query = format!("{PREFIXES}\n{query}");
    let QueryResults::Solutions(rows) =
        SparqlEvaluator::new().parse_query(&query).unwrap().on_store(store).execute().unwrap()
    else {
        panic!("no rows");
    };
    let cell = |term: Option<&Term>| match term {
        Some(Term::NamedNode(iri)) => iri.as_str().rsplit(['/', '#']).next().unwrap_or("").to_owned(),
        Some(Term::Literal(text)) => text.value().to_owned(),
        _ => "-".to_owned(),
    };
    rows.map(|row| row.unwrap().values().iter().map(|v| cell(v.as_ref())).collect::<Vec<_>>().join(" | ")).collect()
}

#[test]
fn both_formats_say_the_same() {
    let lines = n_triples();
    let (a, b) = (load(RdfFormat::NTriples, &lines), load(RdfFormat::Turtle, &turtle()));
    assert_eq!(a.len().unwrap(), b.len().unwrap());
    for quad in a.iter() {
        assert!(b.contains(&quad.unwrap()).unwrap());
    }
    let lines: BTreeSet<&str> = std::str::from_utf8(&lines).unwrap().lines().collect();
    assert_eq!(lines.len(), a.len().unwrap());
}

#[test]
fn counts_are_those_of_the_records() {
    let store = load(RdfFormat::NTriples, &n_triples());
    for (class, count) in [
        ("schema:NewsArticle", "8"),
        ("schema:Person", "5"),
        ("schema:Organization", "3"),
        ("schema:Country", "8"),
        ("schema:City", "2"),
        ("schema:Place", "1"),
        ("chancery:Telling", "11"),
        ("chancery:Event", "6"),
        ("chancery:Meeting", "2"),
        ("chancery:Cooperation", "1"),
        ("prov:SoftwareAgent", "1"),
    ] {
        assert_eq!(ask(&store, &format!("SELECT (COUNT(*) AS ?n) {{ ?x a {class} }}")), [count], "{class}");
    }
}

#[test]
fn who_met_whom_and_which_sentence_says_so() {
    let store = load(RdfFormat::NTriples, &n_triples());
    let rows = ask(
        &store,
        "SELECT ?when ?where ?a ?b ?document ?sentence {
            ?event a chancery:Meeting ; sem:hasActor ?x, ?y ; sem:hasTimeStamp ?when ; prov:wasDerivedFrom ?telling .
            OPTIONAL { ?event sem:hasPlace/rdfs:label ?where }
            ?telling prov:wasDerivedFrom/schema:identifier ?document ; chancery:sentence ?sentence .
            ?x rdfs:label ?a . ?y rdfs:label ?b . FILTER(?a < ?b)
         } ORDER BY ?when ?document ?sentence",
    );
    assert_eq!(
        rows,
        [
            "2024-03-05 | Oslo | Ingrid Sola | Tomás Ruiz | quay-1 | Norwegian Foreign Minister Ingrid Sola met her Chilean counterpart Tomás Ruiz in Oslo on Tuesday.",
            "2024-03-05 | Oslo | Ingrid Sola | Tomás Ruiz | quay-1 | They discussed fishing quotas.",
            "2024-03-05 | Oslo | Ingrid Sola | Tomás Ruiz | quay-2 | Chile's Tomas Ruiz met Ingrid Sola of Norway on Tuesday, his office told NTB.",
            "2024-03-05 | Oslo | Ingrid Sola | Tomás Ruiz | quay-3 | A spokesman denied on Saturday that Tomás Ruiz met Ingrid Sola on Tuesday.",
            "2024-03-05 | Oslo | Ingrid Sola | Tomás Ruiz | quay-4 | Ingrid Sola and Tomás Ruiz held talks.",
            "2024-04-03 | Accra | Amina Otieno | Kofi Mensah | summit-1 | Visiting Accra on Wednesday, President Amina Otieno of Kenya had talks with Kofi Mensah.",
        ]
    );
}

#[test]
fn events_carry_what_joined_them() {
    let store = load(RdfFormat::NTriples, &n_triples());
    let flagged = "SELECT ?modality (COUNT(?t) AS ?n) (COUNT(?w) AS ?by_week) {
        ?event chancery:contradicted true ; chancery:modality ?modality ; prov:wasDerivedFrom ?t .
        OPTIONAL { ?event chancery:joinedByWeek ?w FILTER(?w = ?t) } } GROUP BY ?modality";
    assert_eq!(ask(&store, flagged), ["actual | 5 | 1"]);
    let denials = "SELECT ?polarity ?cue ?words { ?t chancery:polarity ?polarity ; chancery:polarityCue ?cue ;
        chancery:saidBy [ chancery:position 1 ; chancery:words ?words ] }";
    assert_eq!(ask(&store, denials), ["negative | denied | A spokesman"]);
    let stretches = "SELECT ?first ?last ?visitor ?host { ?event chancery:relationType chancery:Meeting ; chancery:modality \"planned\" ;
        time:hasTime [ time:hasBeginning/time:inXSDDate ?first ; time:hasEnd/time:inXSDDate ?last ] .
        ?t chancery:tells ?event ; chancery:visitor/rdfs:label ?visitor ; chancery:host/rdfs:label ?host }";
    assert_eq!(ask(&store, stretches), ["2024-04-02 | 2024-04-04 | Amina Otieno | Kofi Mensah"]);
    let months = "SELECT ?when (DATATYPE(?when) AS ?type) { ?e a chancery:Event ; sem:hasTimeStamp ?when
        FILTER(DATATYPE(?when) = xsd:gYearMonth) }";
    assert_eq!(ask(&store, months), ["2024-04 | gYearMonth"]);
}

#[test]
fn entities_are_where_others_find_them() {
    let store = load(RdfFormat::NTriples, &n_triples());
    let oslo = "SELECT ?same ?lat ?long ?country { <https://sws.geonames.org/3143244/> owl:sameAs ?same ;
        geo:lat ?lat ; geo:long ?long ; chancery:country/schema:name ?country }";
    assert_eq!(ask(&store, oslo), ["Q585 | 59.91 | 10.75 | Norway"]);
    let odd = "SELECT ?id ?name { ?d schema:identifier ?id ; schema:mentions [ rdfs:label ?name ] FILTER(CONTAINS(?id, \"odd\")) } ORDER BY ?name";
    assert_eq!(ask(&store, odd), ["odd id/7#\"ü\" | B", "odd id/7#\"ü\" | R&B \"Union\", Ltd"]);
    let kept = "SELECT ?url ?publisher { ?d schema:url ?url ; schema:publisher ?publisher }";
    assert_eq!(
        ask(&store, kept),
        ["x=\"1\" | The Quay Post"].map(|s| s.replace("x=", "https://news.example/quay-1?lang=en&x="))
    );
}

#[test]
fn the_vocabulary_explains_every_term_of_ours() {
    let mut ttl = Vec::new();
    write_vocabulary(&mut ttl).unwrap();
    let vocabulary = load(RdfFormat::Turtle, &ttl);
    let explained: BTreeSet<String> =
        ask(&vocabulary, "SELECT DISTINCT ?t { ?t rdfs:comment ?c ; rdfs:isDefinedBy ?v }").into_iter().collect();
    let store = load(RdfFormat::NTriples, &n_triples());
    let used: BTreeSet<String> = ask(
        &store,
        "SELECT DISTINCT ?t { { ?s ?t ?o } UNION { ?s ?p ?t } FILTER(isIRI(?t) && STRSTARTS(STR(?t), STR(chancery:))) }",
    )
    .into_iter()
    .collect();
    assert!(used.len() > 25, "{used:?}");
    let missing: Vec<_> = used.difference(&explained).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
