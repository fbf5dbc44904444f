//! From a cell to a name: finds the spellings and has each read. Never fails: what cannot be
//! understood stands as plain tokens, and a cell without a letter is no name.

use super::{
    Name, Part, Script, Token,
    cells::{self, Aside, MOST_SPELLINGS},
    compounds,
    grammar::{self, Holds},
    normal::normal,
    titles,
    words::{Word, Words, words},
};
use crate::list::FieldKind;

/// What a cell says that a person is called; none where it has no letter, or says in words that the
/// name is not known.
///
/// `docs/names.md` has the rules. The kind says whether a comma parts a family's name from what
/// follows it, and whether titles go.
///
/// ```
/// use linkage::{list::FieldKind, name::{Part, parse_cell}};
/// let name = parse_cell("Dr. Abd al-Rahman bin Yusuf", FieldKind::FullName).unwrap();
/// let tokens = &name.spellings[0];
/// assert_eq!(tokens[0].text, "abdalrahman");
/// assert_eq!((tokens[1].text.as_str(), tokens[1].part), ("yusuf", Part::Nasab));
/// ```
pub fn parse_cell(text: &str, kind: FieldKind) -> Option<Name> {
    let text = text.trim();
    let holds = Holds::of(kind);
    if let Some(word) = one_word(text) {
        return (!titles::is_no_name(&word)).then(|| Name {
            spellings: vec![vec![one_token(word, holds)]],
        });
    }
    if text.len() <= 4 && titles::is_no_name(&normal(text).text) {
        // A stroke that parts no spellings: n/a.
        return None;
    }
    let mut spellings: Vec<Vec<Token>> = Vec::new();
    for piece in cells::alternatives(text) {
        read(&piece, holds, &mut spellings);
    }
    (!spellings.is_empty()).then_some(Name { spellings })
}

/// A cell of one ASCII word without humps, in lower case: most cells of most lists.
fn one_word(text: &str) -> Option<String> {
    let (first, rest) = text.as_bytes().split_first()?;
    let plain = first.is_ascii_alphabetic()
        && (rest.iter().all(u8::is_ascii_lowercase)
            || (first.is_ascii_uppercase() && rest.iter().all(u8::is_ascii_uppercase)));
    plain.then(|| text.to_ascii_lowercase())
}

fn one_token(word: String, holds: Holds) -> Token {
    let part = if word.len() == 1 {
        Part::Initial
    } else {
        Part::Plain
    };
    let text = compounds::written_together(&word, Script::Latin).unwrap_or(word);
    let mut token = [Token {
        text,
        script: Script::Latin,
        part,
    }];
    grammar::mark_patronymic(&mut token, holds);
    let [token] = token;
    token
}

/// Reads one alternative, brackets and all.
fn read(text: &str, holds: Holds, out: &mut Vec<Vec<Token>>) {
    let Some(aside) = Aside::in_text(text) else {
        return read_plain(text, holds, out);
    };
    match meaning(&aside) {
        Meaning::Nothing => read(&aside.without(), holds, out),
        Meaning::Epithet(epithet) => {
            let first = out.len();
            read(&aside.without(), holds, out);
            let mut before = Vec::new();
            read_plain(aside.before, holds, &mut before);
            let place = before.first().map_or(0, Vec::len);
            for spelling in out.iter_mut().skip(first) {
                let place = place.min(spelling.len());
                spelling.splice(place..place, epithet.iter().cloned());
            }
            if out.len() == first {
                add(epithet, out);
            }
        }
        Meaning::OneName => {
            read(&aside.without(), holds, out);
            read(&aside.instead(), holds, out);
        }
        Meaning::WholeName => {
            read(&aside.without(), holds, out);
            read(aside.inner, holds, out);
        }
    }
}

/// What brackets or quotation marks hold.
enum Meaning {
    /// A remark, a title, a year.
    Nothing,
    /// Father of, son of: what the person is called besides.
    Epithet(Vec<Token>),
    /// Another form of the name before it.
    OneName,
    /// Another spelling of the whole.
    WholeName,
}

fn meaning(aside: &Aside<'_>) -> Meaning {
    let inner = words(aside.inner);
    let texts = || inner.spans.iter().map(|word| inner.get(word));
    let is_title = titles::title(texts()).is_some_and(|(_, length)| length == inner.spans.len());
    if is_title || titles::is_no_name(&inner.text) || texts().all(titles::is_suffix) {
        return Meaning::Nothing;
    }
    let mut spellings = Vec::new();
    read_plain(aside.inner, Holds::Given, &mut spellings);
    let is_epithet = |token: &Token| matches!(token.part, Part::Kunya | Part::Nasab);
    match spellings.into_iter().next() {
        None => Meaning::Nothing,
        Some(tokens) if tokens.iter().all(is_epithet) => Meaning::Epithet(tokens),
        Some(tokens) if tokens.len() == 1 => Meaning::OneName,
        Some(_) => Meaning::WholeName,
    }
}

/// Reads what has no brackets: a family's name before a comma comes last.
fn read_plain(text: &str, holds: Holds, out: &mut Vec<Vec<Token>>) {
    let parted = cells::humps_parted(text);
    let reordered = match cells::comma(&parted) {
        Some((family, rest)) if holds == Holds::Whole && !is_suffixes(rest) => {
            Some([rest, " ", family].concat())
        }
        Some(_) | None => None,
    };
    let words = words(reordered.as_deref().unwrap_or(&parted));
    if titles::is_no_name(&words.text) {
        return;
    }
    for mut span in by_marker(&words) {
        one_script_at_a_time(&words, &mut span, holds, out);
    }
}

fn is_suffixes(text: &str) -> bool {
    let words = words(text);
    words
        .spans
        .iter()
        .all(|word| titles::is_suffix(words.get(word)))
}

/// The words between those that say "also known as".
fn by_marker(words: &Words) -> Vec<Vec<Word>> {
    let mut spans = vec![Vec::with_capacity(words.spans.len())];
    let mut rest = words.spans.as_slice();
    while let Some((word, behind)) = rest.split_first() {
        let length = marker(&rest.iter().map(|word| words.get(word)));
        if length == 0 || behind.is_empty() || spans.first().is_some_and(Vec::is_empty) {
            if let Some(span) = spans.last_mut() {
                span.push(*word);
            }
            rest = behind;
            continue;
        }
        rest = rest.get(length..).unwrap_or_default();
        let mut next = Vec::new();
        if let Some((word, behind)) = rest.split_first() {
            // "Known by": the by is written together with the name.
            let by = words.get(word).starts_with('ب') && word.end - word.start > 6;
            let start = word.start + if by { 'ب'.len_utf8() } else { 0 };
            next.push(Word { start, ..*word });
            rest = behind;
        }
        spans.push(next);
    }
    spans
}

/// How many words mean "also known as" here; 0 where none does.
fn marker<'a>(words: &(impl Iterator<Item = &'a str> + Clone)) -> usize {
    if !words.clone().next().is_some_and(begins_a_marker) {
        return 0;
    }
    MARKERS
        .iter()
        .find(|known| words.clone().take(known.len()).eq(known.iter().copied()))
        .map_or(0, |known| known.len())
}

/// Asked of every word, so quick where the word is none.
fn begins_a_marker(word: &str) -> bool {
    (!word.is_ascii() || matches!(word, "aka" | "a" | "alias" | "also" | "known" | "dit"))
        && MARKERS.iter().any(|known| known.first() == Some(&word))
}

const MARKERS: &[&[&str]] = &[
    &["aka"],
    &["a", "k", "a"],
    &["alias"],
    &["also", "known", "as"],
    &["known", "as"],
    &["dit"],
    &["المعروف"],
    &["المعروفه"],
    &["الملقب"],
    &["الملقبه"],
    &["الشهير"],
    &["الشهيره"],
    &["المكني"],
    &["он", "же"],
    &["она", "же"],
    &["המכונה"],
];

/// Words of several scripts are several spellings. One letter among names of another script is none.
fn one_script_at_a_time(words: &Words, span: &mut [Word], holds: Holds, out: &mut Vec<Vec<Token>>) {
    for word in span.iter_mut().filter(|word| word.script == Script::Thai) {
        let whole = words.get(word);
        let named = titles::thai_without_title(whole);
        word.start += whole.len() - named.len();
    }
    let mut scripts: Vec<Script> = span.iter().map(|word| word.script).collect();
    scripts.sort_unstable();
    scripts.dedup();
    let several = scripts.len() > 1;
    let mut initials = Vec::new();
    let before = out.len();
    for script in scripts {
        let of_it: Vec<Word>;
        let tokens = if several {
            of_it = span
                .iter()
                .filter(|word| word.script == script)
                .copied()
                .collect();
            grammar::tokens(words, &of_it, holds)
        } else {
            grammar::tokens(words, span, holds)
        };
        if several && tokens.iter().all(|token| token.part == Part::Initial) {
            initials.push(tokens);
        } else {
            add(tokens, out);
        }
    }
    if out.len() == before {
        for tokens in initials {
            add(tokens, out);
        }
    }
}

fn add(tokens: Vec<Token>, out: &mut Vec<Vec<Token>>) {
    if !tokens.is_empty() && out.len() < MOST_SPELLINGS && !out.contains(&tokens) {
        out.push(tokens);
    }
}
