//! The rule language: rules as written, rules as used, and the ones that ship.
//!
//! A rule is a TOML file; its name is the file's name, its language the folder's. [`mod@file`] is what people write,
//! [`mod@rule`] what the linter uses; one function goes from one to the other and makes every complaint.
//! A [`RuleSet`] is all the rules in force for one publication and one language, their word lists inflected and
//! put into one vocabulary, so that each word of an article is looked up once.

mod compiled;
mod complaints;
mod complaints_of_conditions;
mod complaints_of_find;
pub mod condition;
pub mod file;
pub mod find;
pub mod names;
pub mod one_or_more;
pub mod phrase;
pub mod replacement;
#[allow(clippy::module_inception)] // The rule as used, beside `file`, the rule as written.
pub mod rule;
pub mod set;
pub mod shipped;
pub mod slip;
pub mod term;
mod wording;
pub mod written;

pub use rule::{Example, Rule};
pub use set::RuleSet;
