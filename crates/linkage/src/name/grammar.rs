//! From words to tokens: titles go, compounds are joined, the words that say "son of", "father of",
//! "servant of" and "the" do their work. One spelling at a time; `parse` finds the spellings.

use super::{
    Part, Script, Token,
    compounds::{self, Article},
    lexicon::{self, Role},
    titles::{self, Title},
    words::{Joint, Word, Words},
};
use crate::list::FieldKind;

/// No person's name has more tokens; what a longer cell holds beyond is no name.
const MOST_TOKENS: usize = 12;
const MOST_WORDS: usize = 32;

/// What stands in a field of this kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    /// A name that begins with the person's own.
    Whole,
    /// One of the names: one's own, the father's.
    Given,
    /// A family's name, of which titles are a part (Haj Ali, El Sheikh).
    Family,
}

impl Holds {
    pub(super) fn of(kind: FieldKind) -> Self {
        match kind {
            FieldKind::FamilyName => Self::Family,
            FieldKind::GivenName | FieldKind::FatherName | FieldKind::GrandfatherName => {
                Self::Given
            }
            FieldKind::FullName
            | FieldKind::MotherName
            | FieldKind::BirthDate
            | FieldKind::EventDate
            | FieldKind::Sex
            | FieldKind::BirthPlace
            | FieldKind::Residence
            | FieldKind::Address
            | FieldKind::EventPlace
            | FieldKind::Postcode
            | FieldKind::Nationality
            | FieldKind::IdentityNumber
            | FieldKind::Telephone
            | FieldKind::Other => Self::Whole,
        }
    }
}

/// The tokens of words that are all of one script. None where the words hold no letter.
pub(super) fn tokens(words: &Words, span: &[Word], holds: Holds) -> Vec<Token> {
    let named: Vec<Word> = span
        .iter()
        .filter(|word| has_letter(words.get(word)))
        .copied()
        .collect();
    let kept = without_titles(words, &named, holds);
    let kept = kept.get(..MOST_WORDS).unwrap_or(kept);
    let mut reader = Reader {
        words,
        span: kept,
        roles: [None; MOST_WORDS],
        at: 0,
        holds,
        out: Vec::with_capacity(kept.len()),
    };
    reader.find_roles();
    while reader.at < kept.len() && reader.out.len() < MOST_TOKENS {
        reader.step();
    }
    let mut out = reader.out;
    mark_families(&mut out, holds);
    mark_patronymic(&mut out, holds);
    out
}

fn has_letter(word: &str) -> bool {
    word.chars().any(char::is_alphabetic)
}

/// What is left when titles before and suffixes behind have gone; never nothing.
fn without_titles<'w>(words: &Words, mut span: &'w [Word], holds: Holds) -> &'w [Word] {
    while let Some((last, rest)) = span.split_last()
        && !rest.is_empty()
        && titles::is_suffix(words.get(last))
    {
        span = rest;
    }
    if holds == Holds::Family {
        return span;
    }
    while let Some((kind, length)) = titles::title(span.iter().map(|word| words.get(word)))
        && !is_initial(words, span, length)
    {
        let least = match kind {
            Title::Sure => 1,
            Title::Maybe => 2,
        };
        match span.get(length..) {
            Some(rest) if rest.len() >= least && !begins_with_child(words, rest) => span = rest,
            Some(_) | None => break,
        }
    }
    span
}

/// What stands before "son of" is a name, even if it could be a title.
fn begins_with_child(words: &Words, span: &[Word]) -> bool {
    let first = span.first();
    let role = first.and_then(|word| lexicon::role(words.get(word), word.script));
    matches!(
        role,
        Some(Role::Child | Role::ChildOrName | Role::ChildBehind)
    )
}

/// Two letters that a hyphen does not join are initials, not a title (Г. Н. Иванов, г-н Иванов).
fn is_initial(words: &Words, span: &[Word], length: usize) -> bool {
    length >= 2
        && span
            .iter()
            .take(length)
            .all(|word| word.script == Script::Cyrillic && words.get(word).chars().count() == 1)
        && span.get(1).is_some_and(|word| word.joint != Joint::Hyphen)
}

struct Reader<'w> {
    words: &'w Words,
    span: &'w [Word],
    /// What each word does where it stands.
    roles: [Option<Role>; MOST_WORDS],
    at: usize,
    holds: Holds,
    out: Vec<Token>,
}

impl<'w> Reader<'w> {
    fn word(&self, at: usize) -> Option<(&'w str, Word)> {
        let word = self.span.get(at)?;
        Some((self.words.get(word), *word))
    }

    fn find_roles(&mut self) {
        for at in 0..self.span.len() {
            let role = self.role_here(at);
            if let Some(place) = self.roles.get_mut(at) {
                *place = role;
            }
        }
    }

    fn role(&self, at: usize) -> Option<Role> {
        self.roles.get(at).copied().flatten()
    }

    fn role_here(&self, at: usize) -> Option<Role> {
        let (text, word) = self.word(at)?;
        let role = lexicon::role(text, word.script)?;
        let joined = self.word(at + 1).map(|(_, next)| next.joint);
        let last = joined.is_none();
        match role {
            // A particle with nothing behind it is a name.
            Role::Child | Role::Parent(_) | Role::Servant | Role::Article | Role::Mac if last => {
                None
            }
            Role::ChildOrName if last || (at == 0 && self.holds == Holds::Whole) => None,
            Role::ArticleHyphened if joined != Some(Joint::Hyphen) => None,
            Role::Of if last || (at == 0 && self.holds != Holds::Family) => None,
            Role::Child
            | Role::ChildOrName
            | Role::ChildBehind
            | Role::Parent(_)
            | Role::Servant
            | Role::Article
            | Role::ArticleHyphened
            | Role::Faith
            | Role::OfFaith
            | Role::OfGod
            | Role::Of
            | Role::Mac => Some(role),
        }
    }

    /// Reads one token, or a particle that says what the next one is.
    fn step(&mut self) {
        let role = self.role(self.at);
        match role {
            Some(Role::Child | Role::ChildOrName) => {
                self.at += 1;
                let name = self.unit();
                self.push(name, Part::Nasab);
            }
            Some(Role::ChildBehind) if !self.out.is_empty() => {
                self.at += 1;
                if let Some(token) = self.out.last_mut() {
                    token.part = Part::Nasab;
                }
            }
            Some(Role::Parent(parent)) => {
                self.at += 1;
                let (name, script, _) = self.unit();
                self.push(([parent, &name].concat(), script, Part::Kunya), Part::Kunya);
            }
            Some(Role::Of) => self.at += 1,
            Some(
                Role::ChildBehind
                | Role::Servant
                | Role::Article
                | Role::ArticleHyphened
                | Role::Faith
                | Role::OfFaith
                | Role::OfGod
                | Role::Mac,
            )
            | None => {
                let name = self.unit();
                self.push(name, Part::Plain);
            }
        }
    }

    /// Part `role` unless the name's own form says more than that it is a name.
    fn push(&mut self, (text, script, own): (String, Script, Part), role: Part) {
        let part = match (role, own) {
            (Part::Plain, own) => own,
            (role, _) => role,
        };
        self.out.push(Token { text, script, part });
    }

    /// One name with its article, or a compound, with what ends it (of the religion, of God).
    fn unit(&mut self) -> (String, Script, Part) {
        let (stem, script, part) = self.stem();
        if let Some(length) = self.faith_follows(&stem, script) {
            self.at += length;
            return (compounds::of_faith(&stem, script), script, Part::Plain);
        }
        if self.role(self.at) == Some(Role::OfGod) && part != Part::Initial {
            self.at += 1;
            return (compounds::of_god(&stem, script), script, Part::Plain);
        }
        (stem, script, part)
    }

    /// How many words that mean "of the religion" follow.
    fn faith_follows(&self, stem: &str, script: Script) -> Option<usize> {
        let article = matches!(
            self.role(self.at),
            Some(Role::Article | Role::ArticleHyphened)
        );
        match self.role(self.at)? {
            Role::OfFaith if script != Script::Latin || self.is_explicit(stem) => Some(1),
            Role::Faith if compounds::is_stem(stem) => Some(1),
            _ if article && self.role(self.at + 1) == Some(Role::Faith) => Some(2),
            _ => None,
        }
    }

    /// Uddin by itself is a family's name in Bengal; after a known stem, or with its l, it is not.
    fn is_explicit(&self, stem: &str) -> bool {
        compounds::is_stem(stem)
            || self
                .word(self.at)
                .is_some_and(|(word, _)| word.contains('l'))
    }

    fn stem(&mut self) -> (String, Script, Part) {
        let role = self.role(self.at);
        let Some((text, word)) = self.word(self.at) else {
            return (String::new(), Script::Other, Part::Plain);
        };
        self.at += 1;
        match role {
            Some(Role::Servant) => self.servant(text, word.script),
            Some(Role::Article | Role::ArticleHyphened) => self.with_article(),
            Some(Role::Mac) => {
                let (name, script, _) = self.stem();
                ([text, &name].concat(), script, Part::Plain)
            }
            Some(
                Role::Child
                | Role::ChildOrName
                | Role::ChildBehind
                | Role::Parent(_)
                | Role::Faith
                | Role::OfFaith
                | Role::OfGod
                | Role::Of,
            )
            | None => plain(text, word),
        }
    }

    /// What follows "servant of": an article or none, and a name.
    fn servant(&mut self, servant: &str, script: Script) -> (String, Script, Part) {
        if self.role(self.at).is_some_and(begins_another) {
            return (servant.to_owned(), script, Part::Plain);
        }
        let spelt = !matches!(servant, "abd" | "עבד" | "абд");
        let mut article = if spelt && script != Script::Arabic {
            Article::Given
        } else {
            Article::None
        };
        if matches!(
            self.role(self.at),
            Some(Role::Article | Role::ArticleHyphened)
        ) {
            article = Article::Given;
            self.at += 1;
        }
        let Some((name, _)) = self.word(self.at) else {
            return (servant.to_owned(), script, Part::Plain);
        };
        self.at += 1;
        let mut name = name;
        let prefix = match script {
            Script::Hebrew => "אל",
            Script::Latin if article == Article::None && !compounds::is_served(name) => "al",
            Script::Latin | Script::Arabic | Script::Cyrillic | Script::Thai | Script::Other => "",
        };
        if let Some(rest) = name.strip_prefix(prefix)
            && !prefix.is_empty()
            && (script == Script::Hebrew || compounds::is_served(rest))
        {
            article = Article::Given;
            name = rest;
        }
        (
            compounds::servant_of(name, script, article),
            script,
            Part::Plain,
        )
    }

    /// What follows an article. An adjective of origin is known by it and by its ending.
    fn with_article(&mut self) -> (String, Script, Part) {
        let (name, script, part) = self.stem();
        let part = if part == Part::Plain && is_adjective(&name, script) {
            Part::Nisba
        } else {
            part
        };
        (name, script, part)
    }
}

/// Whether a word begins another name, so that the one before ends without a second part.
fn begins_another(role: Role) -> bool {
    match role {
        Role::Child | Role::ChildOrName | Role::ChildBehind | Role::Parent(_) | Role::Of => true,
        Role::Servant
        | Role::Article
        | Role::ArticleHyphened
        | Role::Faith
        | Role::OfFaith
        | Role::OfGod
        | Role::Mac => false,
    }
}

/// A word that is a name by itself.
pub(super) fn plain(text: &str, word: Word) -> (String, Script, Part) {
    let script = word.script;
    if is_single(text, script) {
        return (text.to_owned(), script, Part::Initial);
    }
    if let Some(name) = compounds::written_together(text, script) {
        return (name, script, Part::Plain);
    }
    let name = without_joined_article(text, word);
    let part = if name.len() < text.len() && is_adjective(name, script) {
        Part::Nisba
    } else {
        Part::Plain
    };
    (name.to_owned(), script, part)
}

fn is_single(text: &str, script: Script) -> bool {
    match script {
        Script::Latin | Script::Arabic | Script::Hebrew | Script::Cyrillic | Script::Thai => {
            let mut letters = text.chars().filter(|c| *c != '\u{5f3}');
            letters.next().is_some() && letters.next().is_none()
        }
        Script::Other => false,
    }
}

/// Arabic writes its article together with the name; so does Hebrew in two names of families.
fn without_joined_article(text: &str, word: Word) -> &str {
    match word.script {
        Script::Arabic => text
            .strip_prefix("ال")
            .filter(|rest| {
                let begins = rest.chars().next().and_then(Script::of_letter);
                !word.hamza
                    && begins == Some(Script::Arabic)
                    && rest.chars().nth(1).is_some()
                    && !lexicon::NO_ARTICLE.contains(&text)
            })
            .unwrap_or(text),
        Script::Hebrew => match text {
            "הכהנ" => "כהנ",
            "הלוי" => "לוי",
            _ => text,
        },
        Script::Latin | Script::Cyrillic | Script::Thai | Script::Other => text,
    }
}

/// Whether a name that had an article ends as an adjective of origin does.
fn is_adjective(name: &str, script: Script) -> bool {
    let ends = match script {
        Script::Latin => name.ends_with(['i', 'y']),
        Script::Arabic => name.ends_with('ي') || name.ends_with("يه"),
        Script::Hebrew => name.ends_with('י'),
        Script::Cyrillic => name.ends_with(['и', 'й']),
        Script::Thai | Script::Other => false,
    };
    ends && name.chars().count() >= 4
}

/// A kunya stands before the other names. Behind them, or in a field for it, Abu with a name is a
/// family's (Ali Abu Rashid); and a few are a person's own name.
fn mark_families(tokens: &mut [Token], holds: Holds) {
    let kunyas = tokens.iter_mut().enumerate().filter(|(at, token)| {
        token.part == Part::Kunya
            && (*at > 0 || holds == Holds::Family || OWN_NAMES.contains(&token.text.as_str()))
    });
    for (_, token) in kunyas {
        token.part = Part::Plain;
    }
}

const OWN_NAMES: &[&str] = &[
    "abubakr",
    "abubakar",
    "abubaker",
    "abubekr",
    "abubakir",
    "abutalib",
    "abutaleb",
    "abufazl",
    "abuqasim",
    "abuqasem",
    "ummkulthum",
    "ummkalthum",
    "ummkalthoum",
    "ummkulsum",
    "ابوبكر",
    "ابوطالب",
    "ابوقاسم",
    "ابوفضل",
    "امكلثوم",
    "אבובכר",
    "абубакр",
    "абубакар",
];

/// Endings that no family name has, and endings that some have.
const DAUGHTER: &[&str] = &["ovna", "evna", "ivna", "овна", "евна", "ивна", "инична"];
const SON: &[&str] = &["ovich", "evich", "ovych", "evych", "iovych", "ович", "евич"];

/// A patronymic ends in -ovich, but so do family names: it is one where it stands second or later
/// among three, or in a field that holds no family's name.
pub(super) fn mark_patronymic(tokens: &mut [Token], holds: Holds) {
    let many = tokens.len();
    let found = tokens.iter_mut().enumerate().find(|(at, token)| {
        let ends = |endings: &[&str]| {
            token.text.len() > 6 && endings.iter().any(|end| token.text.ends_with(end))
        };
        let placed = match holds {
            Holds::Whole => many >= 3 && *at > 0,
            Holds::Given => true,
            Holds::Family => false,
        };
        token.part == Part::Plain && (ends(DAUGHTER) || (ends(SON) && placed))
    });
    if let Some((_, token)) = found {
        token.part = Part::Patronymic;
    }
}
