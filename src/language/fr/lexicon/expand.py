#!/usr/bin/env python3
"""Expands the spelling dictionary beside this file into forms with their analyses.

    expand.py > forms.tsv

One line a form: the folded form (small letters, straight apostrophes, œ as oe, æ as ae), then, each behind a tab,
its analyses as `features:strip:ending`: take `strip` bytes off the form, add `ending`, and it is the lemma. The
features are the bits of `Features` in lexicon.rs. Sources: fr.aff.xz and fr.dic.xz, version 7.0 of the French
dictionary of Dicollecte (https://grammalecte.net), "toutes variantes", MPL 2.0, unchanged but for the packing.
"""
import lzma
import re
import sys
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
# Bits 0-3: class.
CLASS = {"nom": 1, "adj": 2, "adv": 3, "infi": 5, "ppre": 6, "ppas": 7, "prn": 8, "patr": 9, "npr": 10, "titr": 11,
         "det": 12, "prep": 13, "cj": 14, "pro": 15}
FINITE = 4
# Bits 4-11: tenses. Bits 12-14: persons. 15-16: numbers. 17-18: genders. 19-22: of verbs.
TENSE = {"ipre": 1, "iimp": 2, "ipsi": 4, "ifut": 8, "cond": 16, "spre": 32, "simp": 64, "impe": 128}
SINGULAR, PLURAL, MASCULINE, FEMININE = 1 << 15, 1 << 16, 1 << 17, 1 << 18
TRANSITIVE, REFLEXIVE, WITH_ETRE, INTRANSITIVE = 1 << 19, 1 << 20, 1 << 21, 1 << 22


def fold(word):
    return word.lower().replace("’", "'").replace("œ", "oe").replace("æ", "ae")


def read(name):
    return lzma.open(HERE / name, "rt", encoding="utf-8").read().splitlines()


def suffixes():
    rules = defaultdict(list)
    for line in read("fr.aff.xz"):
        parts = line.split()
        if len(parts) >= 5 and parts[0] == "SFX":
            strip, add, condition = parts[2:5]
            add = add.split("/")[0]
            rules[parts[1]].append(("" if strip == "0" else strip, "" if add == "0" else add,
                                    re.compile(condition + "$"), parts[5:]))
    return rules


def features(tags):
    """The feature words of one form; several where it is several classes at once."""
    po = [t[3:].rstrip("!") for t in tags if t.startswith("po:")]
    number = gender = 0
    for t in tags:
        if t == "is:sg":
            number |= SINGULAR
        elif t == "is:pl":
            number |= PLURAL
        elif t == "is:mas":
            gender |= MASCULINE
        elif t == "is:fem":
            gender |= FEMININE
    number = number or SINGULAR | PLURAL
    gender = gender or MASCULINE | FEMININE
    verb = next((p for p in po if re.match(r"v[0-3]", p)), None)
    out = set()
    if verb:
        kind = (TRANSITIVE if "t" in verb[3:6] else 0) | (REFLEXIVE if re.search("[pqr]", verb[3:]) else 0)
        kind |= (WITH_ETRE if "e" in verb[7:] else 0) | (INTRANSITIVE if "i" in verb[2:5] else 0)
        tenses = sum(TENSE[p] for p in po if p in TENSE)
        if tenses:
            persons = numbers = 0
            for p in po:
                m = re.fullmatch(r"([123])[ij]?(sg|pl)", p)
                if m:
                    persons |= 1 << (11 + int(m[1]))
                    numbers |= SINGULAR if m[2] == "sg" else PLURAL
            out.add(FINITE | tenses << 4 | persons | numbers | kind)
        if "infi" in po:
            out.add(CLASS["infi"] | kind)
        if "ppre" in po:
            out.add(CLASS["ppre"] | kind)
        if "ppas" in po:
            out.add(CLASS["ppas"] | number | gender | kind)
        if "adj" in po and "ppas" not in po:
            out.add(CLASS["adj"] | number | gender)
        return out
    for p in po:
        key = p if p in CLASS else "pro" if p.startswith("pro") else "det" if p.startswith("det") else \
            "adv" if p.startswith("negadv") else "cj" if p.startswith("cj") else None
        if key:
            out.add(CLASS[key] | number | gender)
    return out


def main():
    rules = suffixes()
    forms = defaultdict(set)
    for line in read("fr.dic.xz")[1:]:
        head, *tags = line.split()
        word, _, flags = head.partition("/")
        flags = [flags[i:i + 2] for i in range(0, len(flags), 2)]
        lemma = word.replace("’", "'")

        def add(form, own):
            folded = fold(form)
            common = 0
            while common < min(len(folded), len(lemma)) and folded[common] == lemma[common]:
                common += 1
            edit = (len(folded[common:].encode()), lemma[common:])
            for feature in features(own):
                forms[folded].add((feature, *edit))

        applied = False
        for flag in flags:
            for strip, ending, condition, own in rules.get(flag, []):
                if condition.search(word) and word.endswith(strip):
                    add(word[:len(word) - len(strip)] + ending, tags + own)
                    applied = True
        if not applied or "--" in flags:
            add(word, tags)
    for form in sorted(forms, key=str.encode):
        if forms[form]:
            print(form, *(f"{f}:{s}:{e}" for f, s, e in sorted(forms[form])), sep="\t")


sys.stdout.reconfigure(encoding="utf-8")
main()
