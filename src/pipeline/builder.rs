//! Gathers names, rules and choices, and checks them once.

use std::path::Path;

use crate::gazetteer::{Gazetteer, GazetteerBuilder, ListError};
use crate::record::OffsetUnit;
use crate::rule::{RuleBook, RuleBookBuilder, RuleError};
use crate::text::did_you_mean;

use super::Pipeline;

/// Why a pipeline cannot be built.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    /// Mistakes in lists of names.
    #[error("{0}")]
    Lists(#[from] ListError),
    /// Mistakes in rule files.
    #[error("{0}")]
    Rules(#[from] RuleError),
    /// A type of relation that no rule makes.
    #[error("no rule makes relations of type `{name}`; there are {there}{}", .meant.as_ref().map_or(String::new(), |m| format!("; did you mean `{m}`?")))]
    UnknownType {
        /// The type asked for.
        name: String,
        /// The types there are.
        there: String,
        /// The one most likely meant.
        meant: Option<String>,
    },
}

/// The types of relations looked for where none are named.
const TYPES: [&str; 2] = ["cooperation", "meeting"];

/// Gathers what a [`Pipeline`] is made of; [`Pipeline::builder`] makes one.
#[derive(Clone, Debug)]
pub struct PipelineBuilder {
    lists: GazetteerBuilder,
    rules: RuleBookBuilder,
    types: Vec<String>,
    offsets: OffsetUnit,
    with_text: bool,
}

impl Default for PipelineBuilder {
    fn default() -> Self {
        PipelineBuilder {
            lists: Gazetteer::builder(),
            rules: RuleBook::builder().embedded(),
            types: TYPES.map(str::to_owned).to_vec(),
            offsets: OffsetUnit::default(),
            with_text: false,
        }
    }
}

impl PipelineBuilder {
    /// Adds a folder of lists (`people/*.tsv`, `places/*.tsv`, `organizations/*.tsv`) on top of those that come with the
    /// product.
    #[must_use]
    pub fn gazetteer(mut self, dir: &Path) -> Self {
        self.lists = self.lists.dir(dir);
        self
    }

    /// Adds a folder of rule files to those that come with the product.
    #[must_use]
    pub fn rules(mut self, dir: &Path) -> Self {
        self.rules = self.rules.dir(dir);
        self
    }

    /// Leaves a rule out (`meet/met`).
    #[must_use]
    pub fn disable(mut self, rule: &str) -> Self {
        self.rules = self.rules.disable(rule);
        self
    }

    /// Looks for relations of these types only; `all` is every type there are rules for. Without this: meeting and
    /// cooperation.
    #[must_use]
    pub fn types<T: Into<String>>(mut self, types: impl IntoIterator<Item = T>) -> Self {
        self.types = types.into_iter().map(Into::into).collect();
        self
    }

    /// What the offsets of records count; characters without this.
    #[must_use]
    pub fn offsets(mut self, unit: OffsetUnit) -> Self {
        self.offsets = unit;
        self
    }

    /// Puts the document's title and text into its record.
    #[must_use]
    pub fn with_text(mut self, with_text: bool) -> Self {
        self.with_text = with_text;
        self
    }

    /// Reads and checks everything.
    ///
    /// # Errors
    ///
    /// Every mistake in the lists, else every mistake in the rules, else a type of relation that no rule makes.
    pub fn build(self) -> Result<Pipeline, BuildError> {
        let lists = self.lists.build()?;
        let mut rules = self.rules.build()?;
        let there: Vec<String> = rules.relations.iter().map(|relation| relation.name.to_string()).collect();
        let all = self.types.iter().any(|name| name == "all");
        if let Some(name) = self.types.iter().find(|name| !all && !there.contains(name)) {
            let meant = did_you_mean(name, there.iter().map(String::as_str)).map(str::to_owned);
            return Err(BuildError::UnknownType { name: name.clone(), there: there.join(", "), meant });
        }
        rules.rules.retain(|rule| all || self.types.contains(&there[rule.relation]));
        Ok(Pipeline::new(lists, rules, self.offsets, self.with_text))
    }
}
