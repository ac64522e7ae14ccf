//! The configuration of one publication: `selon.toml` as written, as used, and which one holds where.
