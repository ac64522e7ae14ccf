//! Bytes → articles: finds the format of a file and hands it to the reader for that format.
