//! What the page says in each of its languages.

use crate::diagnostic::Severity;
use crate::language::Code;

/// The fixed words of a page.
pub(super) struct Phrases {
    pub(super) title: &'static str,
    pub(super) skip: &'static str,
    pub(super) footer: &'static str,
    pub(super) article: [&'static str; 2],
    pub(super) error: [&'static str; 2],
    pub(super) warning: [&'static str; 2],
    pub(super) advice: [&'static str; 2],
    pub(super) accepted: [&'static str; 2],
    pub(super) skipped: [&'static str; 2],
    pub(super) unreadable: [&'static str; 2],
    pub(super) by_rule: &'static str,
    pub(super) by_folder: &'static str,
    pub(super) rule: &'static str,
    pub(super) folder: &'static str,
    pub(super) articles: &'static str,
    pub(super) filter: &'static str,
    pub(super) all: &'static str,
    pub(super) only_new: &'static str,
    pub(super) shown: &'static str,
    pub(super) nothing: &'static str,
    pub(super) place: [&'static str; 2],
    pub(super) help: &'static str,
    pub(super) instead: &'static str,
    pub(super) principle: &'static str,
    pub(super) ledger: &'static str,
    pub(super) ledger_note: &'static str,
    pub(super) source: &'static str,
    pub(super) kind: &'static str,
    pub(super) mentions: &'static str,
    pub(super) quoted: &'static str,
    pub(super) share: &'static str,
    pub(super) others: &'static str,
    pub(super) accepted_title: &'static str,
    pub(super) sentence: &'static str,
    pub(super) reason: &'static str,
    pub(super) left_out: &'static str,
    pub(super) file: &'static str,
    pub(super) compared: &'static str,
    pub(super) new: [&'static str; 2],
    pub(super) gone: [&'static str; 2],
    pub(super) still: &'static str,
    pub(super) gone_title: &'static str,
    pub(super) thousands: &'static str,
    pub(super) colon: &'static str,
}

/// The words of `code`.
pub(super) fn phrases(code: Code) -> &'static Phrases {
    match code {
        Code::English => &ENGLISH,
        Code::French => &FRENCH,
    }
}

impl Phrases {
    /// "1 error", "2 errors", "1,204 errors"
    pub(super) fn counted(&self, count: usize, [one, more]: [&str; 2]) -> String {
        format!("{} {}", self.number(count), if self.is_one(count) { one } else { more })
    }

    /// French counts nothing as one: "0 erreur".
    fn is_one(&self, count: usize) -> bool {
        count == 1 || (count == 0 && self.thousands == FRENCH.thousands)
    }

    /// "1,204", "1 204"
    pub(super) fn number(&self, count: usize) -> String {
        let digits = count.to_string();
        let mut number = String::new();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                number.push_str(self.thousands);
            }
            number.push(digit);
        }
        number
    }

    /// The name of a severity.
    pub(super) fn name(&self, severity: Severity) -> &'static str {
        match severity {
            Severity::Advice => self.advice[0],
            Severity::Warning => self.warning[0],
            Severity::Error => self.error[0],
        }
    }

    /// The name of a kind of source, as machines read it.
    pub(super) fn source_kind(&self, kind: &'static str) -> &'static str {
        if self.thousands != FRENCH.thousands {
            return kind;
        }
        match kind {
            "person" => "personne",
            "organisation" => "organisme",
            "document" => "document",
            "media" => "média",
            "collective" => "collectif",
            "anonymous" => "anonyme",
            other => other,
        }
    }
}

static ENGLISH: Phrases = Phrases {
    title: "Who says so?",
    skip: "To the articles",
    footer: "Made by selon, on this machine: no article was sent anywhere, and this page fetches nothing.",
    article: ["article", "articles"],
    error: ["error", "errors"],
    warning: ["warning", "warnings"],
    advice: ["advice", "advice"],
    accepted: ["accepted", "accepted"],
    skipped: ["skipped", "skipped"],
    unreadable: ["unreadable", "unreadable"],
    by_rule: "By rule",
    by_folder: "By folder",
    rule: "Rule",
    folder: "Folder",
    articles: "Articles",
    filter: "Show",
    all: "all",
    only_new: "only what is new",
    shown: "findings shown",
    nothing: "Nothing was found.",
    place: ["line", "column"],
    help: "What to do",
    instead: "Instead",
    principle: "The principle",
    ledger: "Who is quoted",
    ledger_note: "Sources by the length of their words in quotation marks, over all articles.",
    source: "Source",
    kind: "Kind",
    mentions: "Named",
    quoted: "Characters quoted",
    share: "Share of all quoted words",
    others: "other sources",
    accepted_title: "Accepted",
    sentence: "Sentence",
    reason: "Reason",
    left_out: "Not checked",
    file: "File",
    compared: "Against the earlier run",
    new: ["new", "new"],
    gone: ["gone", "gone"],
    still: "still there",
    gone_title: "Gone since",
    thousands: ",",
    colon: ": ",
};

static FRENCH: Phrases = Phrases {
    title: "Qui le dit ?",
    skip: "Aller aux articles",
    footer: "Établi par selon, sur cette machine : aucun article n’a été envoyé où que ce soit, et cette page ne \
             demande rien au réseau.",
    article: ["article", "articles"],
    error: ["erreur", "erreurs"],
    warning: ["avertissement", "avertissements"],
    advice: ["conseil", "conseils"],
    accepted: ["accepté", "acceptés"],
    skipped: ["écarté", "écartés"],
    unreadable: ["illisible", "illisibles"],
    by_rule: "Par règle",
    by_folder: "Par dossier",
    rule: "Règle",
    folder: "Dossier",
    articles: "Articles",
    filter: "Afficher",
    all: "tous",
    only_new: "seulement ce qui est nouveau",
    shown: "constats affichés",
    nothing: "Rien n’a été trouvé.",
    place: ["ligne", "colonne"],
    help: "Que faire",
    instead: "À la place",
    principle: "Le principe",
    ledger: "Qui est cité",
    ledger_note: "Les sources selon la longueur de leurs propos entre guillemets, tous articles confondus.",
    source: "Source",
    kind: "Nature",
    mentions: "Nommée",
    quoted: "Signes cités",
    share: "Part de tous les propos cités",
    others: "autres sources",
    accepted_title: "Accepté",
    sentence: "Phrase",
    reason: "Raison",
    left_out: "Non vérifié",
    file: "Fichier",
    compared: "Depuis la fois précédente",
    new: ["nouveau", "nouveaux"],
    gone: ["disparu", "disparus"],
    still: "toujours là",
    gone_title: "Disparu depuis",
    thousands: "\u{202f}",
    colon: "\u{a0}: ",
};
