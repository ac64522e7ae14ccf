//! The rule language: a rule as written (`file`), a rule as used (`rule`), the rules that ship (`shipped`).
