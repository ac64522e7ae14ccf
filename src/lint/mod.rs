//! Article, analysis, rules → diagnostics.
