//! In which language an article is written, where neither settings nor the file say so.
//!
//! Most articles show it by their function words alone: no other language has so many of them. Where these leave
//! doubt, whichlang is asked, which tells sixteen languages apart but always names one of them; so its answer is taken
//! only where some of the words are function words of that language. Otherwise: none that we know.

use std::sync::LazyLock;

use foldhash::HashMap;

use super::{Code, en, fr};

/// How many bytes of the start of a text are looked at.
const LOOKED_AT: usize = 700;

/// The language that `text` is written in; nothing where it is none of ours, or can't be told.
pub fn language(text: &str) -> Option<Code> {
    let text = start(text);
    let counts = Counts::of(&text.to_ascii_lowercase());
    if counts.english * 4 > counts.all {
        return Some(Code::English);
    }
    // Spanish and Catalan have "de", "la" and "que" too, so French needs more.
    if counts.french * 8 > counts.all * 3 {
        return Some(Code::French);
    }
    let (code, known) = match whichlang::detect_language(text) {
        whichlang::Lang::Fra if is_romanian(text) => return None,
        whichlang::Lang::Fra => (Code::French, counts.french),
        whichlang::Lang::Eng => (Code::English, counts.english),
        _ => return None,
    };
    (known * 10 >= counts.all && known > 0).then_some(code)
}

/// Whether a text has small words of Romanian, which whichlang doesn't know and takes for French.
fn is_romanian(text: &str) -> bool {
    const SMALL_WORDS: [&str; 7] = [" și ", " şi ", " în ", " că ", " să ", " pentru ", " sunt "];
    SMALL_WORDS.iter().filter(|word| text.contains(**word)).count() > 1
}

/// How many words a text has, and how many of them are function words of each language.
#[derive(Default)]
struct Counts {
    all: usize,
    english: usize,
    french: usize,
}

impl Counts {
    /// Those of a text in small letters.
    fn of(small: &str) -> Self {
        let mut counts = Self::default();
        for word in small.split(|c: char| !is_letter(c)).filter(|word| !word.is_empty()) {
            let languages = FUNCTION_WORDS.languages(word);
            counts.all += 1;
            counts.english += usize::from(languages & ENGLISH != 0);
            counts.french += usize::from(languages & FRENCH != 0);
        }
        counts
    }
}

/// As [`char::is_alphabetic`], most letters without a look into tables.
fn is_letter(character: char) -> bool {
    if character.is_ascii() { character.is_ascii_alphabetic() } else { character.is_alphabetic() }
}

/// The function words of both languages, each with a bit for whose it is, and how many bytes the longest has.
struct FunctionWords {
    words: HashMap<&'static str, u8>,
    longest: usize,
}

const ENGLISH: u8 = 1;
const FRENCH: u8 = 2;

static FUNCTION_WORDS: LazyLock<FunctionWords> = LazyLock::new(FunctionWords::new);

impl FunctionWords {
    fn new() -> Self {
        let mut words: HashMap<&'static str, u8> = HashMap::default();
        for (lists, bit) in [(en::lists(), ENGLISH), (fr::lists(), FRENCH)] {
            for word in lists.get("function-words") {
                *words.entry(word).or_default() |= bit;
            }
        }
        Self { longest: words.keys().map(|word| word.len()).max().unwrap_or(0), words }
    }

    /// The bits of the languages that have `word`.
    fn languages(&self, word: &str) -> u8 {
        if word.len() > self.longest { 0 } else { self.words.get(word).copied().unwrap_or(0) }
    }
}

/// The start of `text`, up to a boundary between characters.
fn start(text: &str) -> &str {
    let end = (0..=LOOKED_AT.min(text.len())).rev().find(|&at| text.is_char_boundary(at));
    &text[..end.unwrap_or_default()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_and_english_are_told_by_their_small_words() {
        for text in [
            "Le conseil municipal a voté lundi la fermeture du pont, que les riverains réclamaient depuis des mois.",
            "Pont fermé, bus détournés, écoles à moitié vides : la ville de Port-Lys tourne au ralenti depuis mardi.",
            "« On n'a jamais vu ça », souffle une commerçante de la rue des Halles, où l'eau est montée en une heure.",
        ] {
            assert_eq!(language(text), Some(Code::French), "{text}");
        }
        for text in [
            "The council voted on Monday to close the bridge, which people who live nearby had asked for.",
            "Harbor Falls beat Milltown 3-1 on Saturday; Ruiz scored twice and Vidal added a late third.",
            "Shares of Meridian Freight rose 4 percent after the company said its ferries would sail again.",
        ] {
            assert_eq!(language(text), Some(Code::English), "{text}");
        }
    }

    #[test]
    fn other_languages_are_none_of_ours() {
        for text in [
            "El consejo municipal votó el lunes el cierre del puente, que los vecinos de la ribera pedían desde hace \
             meses. La alcaldesa de la ciudad dijo que no se puede esperar a que llegue el invierno.",
            "L'ajuntament va votar dilluns el tancament del pont, que els veïns de la riba demanaven de fa mesos. \
             L'alcaldessa va dir que no es pot esperar que arribi l'hivern.",
            "A câmara votou na segunda-feira o fecho da ponte, que os moradores da margem pediam há meses. A \
             presidente disse que não se pode esperar pelo inverno.",
            "Il consiglio comunale ha votato lunedì la chiusura del ponte, che gli abitanti della riva chiedevano da \
             mesi. La sindaca ha detto che non si può aspettare l'inverno.",
            "Consiliul local a votat luni închiderea podului, pe care locuitorii de pe mal o cereau de luni de zile. \
             Primarul a spus că nu se mai poate aștepta iarna și că lucrările sunt pregătite pentru martie.",
            "Der Stadtrat stimmte am Montag für die Sperrung der Brücke, die die Anwohner seit Monaten forderten. Die \
             Bürgermeisterin sagte, man könne nicht auf den Winter warten.",
            "De gemeenteraad stemde maandag voor de sluiting van de brug, waar de bewoners al maanden om vroegen. De \
             burgemeester zei dat men niet op de winter kan wachten.",
        ] {
            assert_eq!(language(text), None, "{text}");
        }
    }
}
