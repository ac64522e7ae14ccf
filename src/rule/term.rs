//! A term as written, taken apart: which words, in which form, with what between them.

/// One place of a term.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Piece {
    /// A word in all its forms.
    Inflected(String),
    /// One of these words as they stand.
    OneOf(Vec<String>),
    /// Any word, no mark.
    Any,
    /// Up to three words, no mark.
    Gap,
    /// A word with a capital.
    Name,
    /// A number.
    Number,
}

/// A piece, and whether it may be missing and whether it belongs to what is found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Place {
    /// What stands there.
    pub piece: Piece,
    /// Whether the term holds without it.
    pub optional: bool,
    /// Whether it is part of what is found.
    pub found: bool,
}

/// A word or phrase of a word list, as `rule/file.rs` says how it is written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Term {
    /// As written.
    pub written: String,
    /// Its places.
    pub places: Vec<Place>,
}

impl Term {
    /// The term that `written` says, or what is wrong with it.
    pub fn new(written: &str) -> Result<Self, String> {
        let brackets = written.contains('[');
        let (mut places, mut inside) = (Vec::new(), !brackets);
        for mut part in written.split_whitespace() {
            if let Some(rest) = part.strip_prefix('[') {
                (part, inside) = (rest, true);
            }
            let closes = part.strip_suffix(']');
            places.push(place(closes.unwrap_or(part), inside)?);
            if closes.is_some() {
                inside = false;
            }
        }
        if brackets && (inside || !places.iter().any(|place| place.found)) {
            return Err(format!("the brackets of “{written}” don't close around any word"));
        }
        Ok(Self { written: written.to_owned(), places })
    }

    /// The same for a term that is looked for all over the text: it must hold a word to be looked up by.
    pub fn to_find(written: &str) -> Result<Self, String> {
        let term = Self::new(written)?;
        match term.places.iter().any(|place| !place.optional && has_words(&place.piece)) {
            true => Ok(term),
            false => Err(format!("“{written}” holds no word of its own")),
        }
    }
}

/// Whether a piece names words, so that a term can be looked up by it.
pub fn has_words(piece: &Piece) -> bool {
    match piece {
        Piece::Inflected(_) | Piece::OneOf(_) => true,
        Piece::Any | Piece::Gap | Piece::Name | Piece::Number => false,
    }
}

fn place(part: &str, found: bool) -> Result<Place, String> {
    let (part, optional) = match part.strip_suffix('?') {
        Some(rest) if rest.ends_with([')', '>']) => (rest, true),
        _ => (part, false),
    };
    let piece = match part {
        "_" => Piece::Any,
        "..." | "…" => Piece::Gap,
        "<Name>" => Piece::Name,
        "<number>" => Piece::Number,
        _ if part.starts_with('<') => {
            return Err(format!("`{part}` is unknown: there are `<Name>` and `<number>`"));
        }
        _ => words(part)?,
    };
    Ok(Place { piece, optional, found })
}

fn words(part: &str) -> Result<Piece, String> {
    if let Some(inner) = part.strip_prefix('(') {
        let Some(inner) = inner.strip_suffix(')') else {
            return Err(format!("`{part}` opens a bracket and doesn't close it (no spaces inside)"));
        };
        let words: Vec<String> = inner.split('|').map(str::to_owned).collect();
        return match words.iter().any(String::is_empty) {
            true => Err(format!("`{part}` holds an empty word")),
            false => Ok(Piece::OneOf(words)),
        };
    }
    match part.strip_prefix('=') {
        Some("") => Err("`=` stands without a word".into()),
        Some(word) => Ok(Piece::OneOf(vec![word.to_owned()])),
        None => Ok(Piece::Inflected(part.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_say_which_words_are_found() {
        let term = Term::new("[régime] (de|du|d') <Name>").expect("valid");
        let found: Vec<bool> = term.places.iter().map(|place| place.found).collect();
        assert_eq!(found, [true, false, false]);
        assert_eq!(term.places[2].piece, Piece::Name);
    }

    #[test]
    fn a_term_without_a_word_is_refused() {
        assert!(Term::to_find("_ <Name>").is_err());
        assert!(Term::new("(a|").is_err());
        assert!(Term::new("<Naam> x").is_err());
    }
}
