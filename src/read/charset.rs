//! The encodings of one byte a character, and which of them a text is most likely in.
//!
//! The web's are decoded by its own tables; code page 850, in which DOS wrote and some wires still do, isn't one of
//! those.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, MACINTOSH, WINDOWS_1252};

/// An encoding.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Charset {
    /// One that the web knows.
    Web(&'static Encoding),
    /// Code page 850.
    Dos,
}

/// The characters of code page 850 from byte 0x80 on.
const DOS: &str = "\
    ÇüéâäàåçêëèïîìÄÅ\
    ÉæÆôöòûùÿÖÜø£Ø×ƒ\
    áíóúñÑªº¿®¬½¼¡«»\
    ░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐\
    └┴┬├─┼ãÃ╚╔╩╦╠═╬¤\
    ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀\
    ÓßÔÒõÕµþÞÚÛÙýÝ¯´\
    \u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}\
";

/// The text of `bytes` in code page 850.
pub(super) fn dos(bytes: &[u8]) -> String {
    let upper: Vec<char> = DOS.chars().collect();
    bytes
        .iter()
        .map(|&byte| upper.get(usize::from(byte).wrapping_sub(0x80)).copied().unwrap_or(char::from(byte)))
        .collect()
}

/// How much of a text is looked at.
const LOOKED_AT: usize = 64 * 1024;

/// The most likely encoding of one byte a character.
pub(super) fn guessed(bytes: &[u8]) -> Charset {
    let bytes = &bytes[..bytes.len().min(LOOKED_AT)];
    if let Some(old) = of_an_old_machine(bytes) {
        return old;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(Some(b"fr"), Utf8Detection::Deny);
    // Newsrooms of the languages we know write no Cyrillic; a short text with two accents may look like it.
    let fits = guess.is_single_byte() && guess.name().starts_with("ISO-8859-15");
    Charset::Web(if fits { guess } else { WINDOWS_1252 })
}

/// MacRoman or code page 850, where nearly all bytes beyond ASCII are then letters and marks that newsrooms write and
/// few are in Windows-1252: "d\x8eclar\x8e" is "dŽclarŽ" there.
fn of_an_old_machine(bytes: &[u8]) -> Option<Charset> {
    let beyond: Vec<u8> = bytes.iter().copied().filter(|byte| !byte.is_ascii()).collect();
    let usual = |charset: Charset| {
        let text = match charset {
            Charset::Web(encoding) => encoding.decode_without_bom_handling(&beyond).0.into_owned(),
            Charset::Dos => dos(&beyond),
        };
        text.chars().filter(|character| USUAL.contains(*character)).count()
    };
    let today = usual(Charset::Web(WINDOWS_1252));
    let candidates = [Charset::Web(MACINTOSH), Charset::Dos].map(|charset| (usual(charset), charset));
    let (count, best) = candidates.into_iter().max_by_key(|&(count, _)| count)?;
    (count >= FEWEST && count * 10 >= beyond.len() * 9 && today * 2 < count).then_some(best)
}

/// With fewer bytes beyond ASCII nothing can be told.
const FEWEST: usize = 4;
const USUAL: &str = "éèêëàâçùûüôöîïäœæÉÈÊÀÇÔÎ«»“”‘’…–—€°\u{a0}";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_old_machine_is_known_by_its_accents() {
        let story = "« La mère a déclaré à l'hôtel que ç'était prévu », répète l'élève.";
        assert_eq!(dos(b"d\x82clar\x82, \xaeo\xf9\xaf"), "déclaré, «o¨»");
        let mac = MACINTOSH.encode(story).0;
        assert_eq!(guessed(&mac), Charset::Web(MACINTOSH));
        let byte = |character: char| match character {
            _ if character.is_ascii() => Some(character as u8),
            _ => DOS.chars().position(|upper| upper == character).and_then(|at| u8::try_from(at + 0x80).ok()),
        };
        let old: Vec<u8> = story.chars().map(|character| byte(character).expect("a byte")).collect();
        assert_eq!(guessed(&old), Charset::Dos);
        assert_eq!(dos(&old), story);
        assert_eq!(guessed(&WINDOWS_1252.encode(story).0), Charset::Web(WINDOWS_1252));
        assert_eq!(guessed(b"caf\xe9 \x96 oui"), Charset::Web(WINDOWS_1252));
    }
}
