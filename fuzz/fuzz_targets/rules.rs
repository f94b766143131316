//! Any rule file: read, checked, told what is wrong; where it is good its examples run.

#![no_main]

use std::sync::LazyLock;

use chancery::gazetteer::Gazetteer;
use chancery::relation::check_examples;
use chancery::rule::RuleBook;

static LISTS: LazyLock<Gazetteer> = LazyLock::new(|| Gazetteer::embedded().expect("the product's own lists are good"));

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let source = String::from_utf8_lossy(bytes);
    match RuleBook::builder().source("fuzz.toml", &source).build() {
        Ok(book) => {
            for mistake in check_examples(&book, &LISTS) {
                mistake.render(false);
            }
        }
        Err(error) => {
            error.render(false);
        }
    }
});
