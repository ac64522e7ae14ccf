//! Puts the five steps in order, for one article and for a folder of them side by side.

pub mod accepted;
pub mod article;
pub mod changed;
pub mod examples;
pub mod finding;
pub mod folder;
pub mod trial;
