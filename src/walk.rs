//! Paths → files, in path order: what is an article's file, what is left out.
