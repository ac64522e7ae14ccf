//! `selon` ("according to") reads news articles and asks of every statement what an editor asks: who says so?
//!
//! ```text
//! folder ──walk──▶ file ──read──▶ Article ──analyse──▶ Analysis ──lint──▶ Diagnostic ──report──▶ reader
//! ```
//!
//! Each step is a function from plain data to plain data and knows nothing of the others; [`check`] alone puts
//! them in order. Modules stand here in reading order.

// -- what flows --
pub mod analysis;
pub mod article;
pub mod diagnostic;
pub mod place;
pub mod span;
#[doc(hidden)]
pub mod work;
// -- the steps --
pub mod analyse;
pub mod lint;
pub mod read;
pub mod report;
pub mod walk;
// -- what the steps know --
pub mod language;
pub mod outcome;
pub mod publication;
pub mod rule;
// -- who puts them together --
pub mod check;
pub mod cli;
