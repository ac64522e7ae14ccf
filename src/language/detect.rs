//! In which language an article is written, where neither settings nor the file say so.
//!
//! Most articles show it by their function words alone: no other language has so many of them. Where these leave
//! doubt, whichlang is asked, which tells sixteen languages apart but always names one of them; so its answer is taken
//! only where some of the words are function words of that language. Otherwise: none that we know.

use std::sync::LazyLock;

use foldhash::HashSet;

use super::{Code, en, fr};

/// How many bytes of the start of a text are looked at.
const LOOKED_AT: usize = 700;

/// The language that `text` is written in; nothing where it is none of ours, or can't be told.
pub fn language(text: &str) -> Option<Code> {
    let text = start(text);
    let small = text.to_ascii_lowercase();
    let english = Share::of(Code::English, &small);
    if english.known * 4 > english.all {
        return Some(Code::English);
    }
    let french = Share::of(Code::French, &small);
    // Spanish and Catalan have "de", "la" and "que" too, so French needs more.
    if french.known * 8 > french.all * 3 {
        return Some(Code::French);
    }
    let (code, share) = match whichlang::detect_language(text) {
        whichlang::Lang::Fra => (Code::French, french),
        whichlang::Lang::Eng => (Code::English, english),
        _ => return None,
    };
    (share.known * 10 >= share.all && share.known > 0).then_some(code)
}

/// How many of the words of a text are function words of a language.
struct Share {
    all: usize,
    known: usize,
}

impl Share {
    /// The share in a text in small letters.
    fn of(code: Code, small: &str) -> Self {
        let function_words = function_words(code);
        let mut share = Self { all: 0, known: 0 };
        for word in small.split(|c: char| !is_letter(c)).filter(|word| !word.is_empty()) {
            share.all += 1;
            share.known += usize::from(function_words.holds(word));
        }
        share
    }
}

/// As [`char::is_alphabetic`], most letters without a look into tables.
fn is_letter(character: char) -> bool {
    if character.is_ascii() { character.is_ascii_alphabetic() } else { character.is_alphabetic() }
}

/// The function words of a language, and how many bytes the longest has.
struct FunctionWords {
    words: HashSet<String>,
    longest: usize,
}

impl FunctionWords {
    fn of(lists: &super::Lists) -> Self {
        let words: HashSet<String> = lists.get("function-words").iter().cloned().collect();
        Self { longest: words.iter().map(String::len).max().unwrap_or(0), words }
    }

    fn holds(&self, word: &str) -> bool {
        word.len() <= self.longest && self.words.contains(word)
    }
}

/// The start of `text`, up to a boundary between characters.
fn start(text: &str) -> &str {
    let end = (0..=LOOKED_AT.min(text.len())).rev().find(|&at| text.is_char_boundary(at));
    &text[..end.unwrap_or_default()]
}

fn function_words(code: Code) -> &'static FunctionWords {
    static ENGLISH: LazyLock<FunctionWords> = LazyLock::new(|| FunctionWords::of(en::lists()));
    static FRENCH: LazyLock<FunctionWords> = LazyLock::new(|| FunctionWords::of(fr::lists()));
    match code {
        Code::English => &ENGLISH,
        Code::French => &FRENCH,
    }
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
            "Der Stadtrat stimmte am Montag für die Sperrung der Brücke, die die Anwohner seit Monaten forderten. Die \
             Bürgermeisterin sagte, man könne nicht auf den Winter warten.",
            "De gemeenteraad stemde maandag voor de sluiting van de brug, waar de bewoners al maanden om vroegen. De \
             burgemeester zei dat men niet op de winter kan wachten.",
        ] {
            assert_eq!(language(text), None, "{text}");
        }
    }
}
