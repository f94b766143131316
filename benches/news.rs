//! News made up by code: the same documents on every machine, with the names, quotes, dates and marks of real ones.

/// So many documents as lines of JSON; about one fifth tells a meeting or an agreement, as in real papers.
pub fn lines(documents: usize) -> String {
    let mut out = String::new();
    let mut maker = Maker(20_230_917);
    for number in 0..documents {
        let (day, month) = (1 + maker.next(28), 1 + maker.next(12));
        let text = maker.text().replace('"', "\\\"").replace('\n', "\\n");
        out.push_str(&format!(
            "{{\"id\": \"n{number}\", \"date\": \"2023-{month:02}-{day:02}\", \"url\": \"https://example.org/{number}\", \"text\": \"{text}\"}}\n"
        ));
    }
    out
}

/// One text of at least so many bytes.
pub fn text(bytes: usize) -> String {
    let mut maker = Maker(7);
    let mut out = String::new();
    while out.len() < bytes {
        out.push_str(&maker.text());
        out.push('\n');
    }
    out
}

const COUNTRIES: [&str; 12] = [
    "Norway",
    "Kenya",
    "Japan",
    "the United States",
    "Brazil",
    "N.Korea",
    "Egypt",
    "France",
    "the U.K.",
    "Türkiye",
    "Vietnam",
    "Côte d’Ivoire",
];
const ADJECTIVES: [&str; 10] =
    ["Norwegian", "Kenyan", "Japanese", "U.S.", "Brazilian", "Egyptian", "French", "British", "Turkish", "Vietnamese"];
const CITIES: [&str; 10] =
    ["Oslo", "Nairobi", "Tokyo", "Washington", "Brasília", "Cairo", "Paris", "London", "Ankara", "Hanoi"];
const GIVEN: [&str; 10] = ["Anna", "James", "Fatima", "Carlos", "Yuki", "Ahmed", "Marie", "John", "Elif", "Nguyen"];
const SURNAMES: [&str; 10] =
    ["Berg", "Otieno", "Tanaka", "Sørensen", "Silva", "Hassan", "Dupont", "O’Neill", "Yılmaz", "Tran"];
const TITLES: [&str; 8] = [
    "Foreign Minister",
    "Prime Minister",
    "President",
    "Defence Minister",
    "Gen.",
    "Ambassador",
    "Trade Secretary",
    "Mr.",
];
const BODIES: [&str; 8] = [
    "the United Nations",
    "the European Union",
    "NATO",
    "the World Bank",
    "the Ministry of Health",
    "the Green Party",
    "Reuters",
    "the University of Oslo",
];
const DAYS: [&str; 8] = [
    "on Monday",
    "on Tuesday",
    "last week",
    "on Sept. 16",
    "in May",
    "yesterday",
    "on Friday (March 9)",
    "in early 2019",
];
const NOUNS: [&str; 12] = [
    "prices",
    "schools",
    "harvests",
    "the weather",
    "two bridges",
    "a new road",
    "the budget",
    "wages",
    "exports",
    "12 ships",
    "3.5 percent growth",
    "the old harbour",
];
const VERBS: [&str; 10] = [
    "rose",
    "fell",
    "were discussed at length",
    "remained unchanged",
    "will be built",
    "was closed",
    "have doubled",
    "surprised nobody",
    "cost $1,200.50 each",
    "dominated the evening papers",
];

/// A linear congruential generator; its numbers are the same everywhere.
struct Maker(u64);

impl Maker {
    fn next(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % below as u64) as usize
    }

    fn pick<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.next(words.len())]
    }

    fn person(&mut self) -> String {
        match self.next(3) {
            0 => format!("{} {} {}", self.pick(&ADJECTIVES), self.pick(&TITLES), self.pick(&SURNAMES)),
            _ => format!("{} {}", self.pick(&GIVEN), self.pick(&SURNAMES)),
        }
    }

    fn text(&mut self) -> String {
        let mut out = String::new();
        if self.next(2) == 0 {
            out.push_str(&format!("{} and {} news\n", self.pick(&ADJECTIVES), self.pick(&ADJECTIVES)));
            out.push_str(&format!("{} (AP) — ", self.pick(&CITIES).to_uppercase()));
        }
        for paragraph in 0..2 + self.next(4) {
            if paragraph > 0 {
                out.push_str("\n\n");
            }
            for sentence in 0..2 + self.next(4) {
                if sentence > 0 {
                    out.push(' ');
                }
                out.push_str(&self.sentence());
            }
        }
        out
    }

    fn sentence(&mut self) -> String {
        match self.next(20) {
            0 => format!("{} met {} in {} {}.", self.person(), self.person(), self.pick(&CITIES), self.pick(&DAYS)),
            1 => format!(
                "{} and {} agreed to cooperate on {} {}.",
                self.pick(&COUNTRIES),
                self.pick(&COUNTRIES),
                self.pick(&NOUNS),
                self.pick(&DAYS)
            ),
            2 => format!(
                "{} will visit {} {}, {} said.",
                self.person(),
                self.pick(&COUNTRIES),
                self.pick(&DAYS),
                self.pick(&BODIES)
            ),
            3 | 4 => format!(
                "\"{} {} in {},\" {} told {}.",
                capital(self.pick(&NOUNS)),
                self.pick(&VERBS),
                self.pick(&CITIES),
                self.person(),
                self.pick(&BODIES)
            ),
            5 | 6 => format!(
                "According to {}, {} {} {}.",
                self.pick(&BODIES),
                self.pick(&NOUNS),
                self.pick(&VERBS),
                self.pick(&DAYS)
            ),
            7 => format!(
                "He said “{} {}” &amp; left, but {} {}.",
                self.pick(&NOUNS),
                self.pick(&VERBS),
                self.pick(&NOUNS),
                self.pick(&VERBS)
            ),
            _ => format!(
                "{} {}, while {} {} although nobody in the town had expected it {}.",
                capital(self.pick(&NOUNS)),
                self.pick(&VERBS),
                self.pick(&NOUNS),
                self.pick(&VERBS),
                self.pick(&DAYS)
            ),
        }
    }
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}
