//! The packed lexicon of French is what its sources say; `SELON_WRITE=1` makes it anew.

#![allow(clippy::print_stderr)] // What a test leaves out, it says.

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
    let table = std::str::from_utf8(&done.stdout).expect("expand.py writes UTF-8");
    let (forms, analyses) = packed(table);
    let (lemmas, inflections) = inflections(table);
    let files = [
        ("forms.fst", forms),
        ("analyses.bin", analyses),
        ("lemmas.fst", lemmas),
        ("inflections.bin", inflections),
    ];
    for (name, bytes) in files {
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

/// The automaton from lemmas (each with a byte behind it: 1 of a verb, 0 of anything else) to the numbers of their
/// inflections, and those: offsets of each (one more than there are), then for each form whether it is a past
/// participle, the bytes to strip from the lemma, the length of the ending, the ending.
fn inflections(table: &str) -> (Vec<u8>, Vec<u8>) {
    let mut lemmas: BTreeMap<Vec<u8>, BTreeMap<&str, u8>> = BTreeMap::new();
    for (form, set) in table.lines().filter_map(|line| line.split_once('\t')) {
        for analysis in set.split('\t') {
            let fields: Vec<&str> = analysis.splitn(3, ':').collect();
            let class = fields[0].parse::<u32>().expect("features are a number") & 15;
            let strip: usize = fields[1].parse().expect("strip is a small number");
            let mut key = format!("{}{}", &form[..form.len() - strip], fields[2]).into_bytes();
            key.push(u8::from((4..=7).contains(&class)));
            *lemmas.entry(key).or_default().entry(form).or_default() |= u8::from(class == 7);
        }
    }
    let mut numbers: BTreeMap<Vec<u8>, u64> = BTreeMap::new();
    let packed: Vec<(&Vec<u8>, Vec<u8>)> =
        lemmas.iter().map(|(key, forms)| (key, endings(key, forms))).collect();
    for (_, endings) in &packed {
        numbers.entry(endings.clone()).or_default();
    }
    let (mut offsets, mut records) = (Vec::new(), Vec::<u8>::new());
    for (number, (endings, at)) in numbers.iter_mut().enumerate() {
        *at = number as u64;
        offsets.push(records.len());
        records.extend(endings);
    }
    offsets.push(records.len());
    let head = offsets.len() * 4;
    let mut bytes: Vec<u8> = offsets.iter().flat_map(|at| ((at + head) as u32).to_le_bytes()).collect();
    bytes.extend(records);
    let map = fst::Map::from_iter(packed.iter().map(|(key, endings)| (key, numbers[endings])));
    (map.expect("lemmas are in order").into_fst().into_inner(), bytes)
}

/// How to make each of `forms` out of the lemma in `key`.
fn endings(key: &[u8], forms: &BTreeMap<&str, u8>) -> Vec<u8> {
    let lemma = std::str::from_utf8(&key[..key.len() - 1]).expect("a lemma is text");
    let mut records = Vec::new();
    for (form, participle) in forms {
        let pairs = lemma.char_indices().zip(form.chars());
        let common = pairs.take_while(|((_, one), other)| one == other).last();
        let common = common.map_or(0, |((at, letter), _)| at + letter.len_utf8());
        let ending = &form[common..];
        let strip = u8::try_from(lemma.len() - common).expect("lemmas are short");
        records.extend([*participle, strip, u8::try_from(ending.len()).expect("endings are short")]);
        records.extend(ending.as_bytes());
    }
    records
}
