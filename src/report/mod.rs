//! Findings → text in the format asked for.
