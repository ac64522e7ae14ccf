//! The packed lexicon of French is what its sources say; `SELON_WRITE=1` makes it anew.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

#[test]
fn the_packed_lexicon_is_its_source() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/language/fr/lexicon");
    let Ok(done) = Command::new("python3").arg(folder.join("expand.py")).output() else {
        eprintln!("python3 isn't there: the lexicon is not made anew");
        return;
    };
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let (forms, analyses) = packed(std::str::from_utf8(&done.stdout).expect("expand.py writes UTF-8"));
    for (name, bytes) in [("forms.fst", forms), ("analyses.bin", analyses)] {
        let path = folder.join(name);
        if std::env::var_os("SELON_WRITE").is_some() {
            std::fs::write(&path, &bytes).expect("the lexicon's folder can be written to");
        }
        assert!(
            std::fs::read(&path).is_ok_and(|there| there == bytes),
            "{name} is stale: SELON_WRITE=1 makes it anew"
        );
    }
}

/// The automaton from forms to set numbers, and the sets: offsets of each (one more than there are), then for each
/// analysis its features (four bytes), the bytes to strip, the length of the ending, the ending.
fn packed(table: &str) -> (Vec<u8>, Vec<u8>) {
    let mut sets: BTreeMap<&str, u64> = BTreeMap::new();
    let rows: Vec<(&str, &str)> =
        table.lines().map(|line| line.split_once('\t').expect("form, tab, analyses")).collect();
    for (_, set) in &rows {
        sets.entry(set).or_default();
    }
    let mut offsets = Vec::new();
    let mut records = Vec::new();
    for (number, (set, at)) in sets.iter_mut().enumerate() {
        *at = number as u64;
        offsets.push(records.len());
        for analysis in set.split('\t') {
            let mut fields = analysis.splitn(3, ':');
            let mut field = || fields.next().expect("features:strip:ending");
            let features: u32 = field().parse().expect("features are a number");
            let strip: u8 = field().parse().expect("strip is a small number");
            let ending = field();
            records.extend(features.to_le_bytes());
            records.extend([strip, u8::try_from(ending.len()).expect("endings are short")]);
            records.extend(ending.as_bytes());
        }
    }
    offsets.push(records.len());
    let head = offsets.len() * 4;
    let mut analyses: Vec<u8> = offsets.iter().flat_map(|at| ((at + head) as u32).to_le_bytes()).collect();
    analyses.extend(records);
    let forms =
        fst::Map::from_iter(rows.iter().map(|(form, set)| (form, sets[set]))).expect("forms are in order");
    (forms.into_fst().into_inner(), analyses)
}
