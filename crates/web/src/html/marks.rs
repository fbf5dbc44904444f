//! The marks: the shape says what is asked, the fill how firm the answer is, and the word is
//! always there. What a mark means for a case is the domain's to say.

use maud::{Markup, html};

use crate::i18n::{Key, Words};

/// Circle: how the desk knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// Somebody told the desk.
    Reported,
    /// The desk did it or was there.
    Witnessed,
    /// A representative wrote it, signed in.
    Entered,
    /// With that person's own key.
    Signed,
}

/// Square: a stand on the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Position {
    /// Nothing said on this version.
    NoWord,
    /// Agreed but for what is named.
    Reserved,
    /// Agreed; somebody who may bind must confirm.
    AdReferendum,
    /// By a person who may say so.
    Agreed,
    /// Not on these words.
    Refused,
}

/// Diamond: what is known of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Claim {
    /// Somebody says so.
    Asserted,
    /// With evidence that can be looked at.
    Substantiated,
    /// Found to be so by the desk.
    Verified,
    /// Two claims that cannot both hold.
    Disputed,
}

/// Bar: an undertaking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Undertaking {
    /// Not yet done.
    Due,
    /// The side that owed it says so.
    Reported,
    /// By whoever was named to verify.
    Verified,
    /// The time has passed.
    Late,
}

impl Standing {
    /// All of them, in the order of the key.
    pub const ALL: [Self; 4] = [Self::Reported, Self::Witnessed, Self::Entered, Self::Signed];

    /// Its word.
    pub const fn key(self) -> Key {
        match self {
            Self::Reported => Key("standing-reported"),
            Self::Witnessed => Key("standing-witnessed"),
            Self::Entered => Key("standing-entered"),
            Self::Signed => Key("standing-signed"),
        }
    }

    /// What it means.
    pub const fn meaning(self) -> Key {
        match self {
            Self::Reported => Key("standing-reported.means"),
            Self::Witnessed => Key("standing-witnessed.means"),
            Self::Entered => Key("standing-entered.means"),
            Self::Signed => Key("standing-signed.means"),
        }
    }

    const fn class(self) -> &'static str {
        match self {
            Self::Reported => "m st",
            Self::Witnessed => "m st dot",
            Self::Entered => "m st half",
            Self::Signed => "m st full",
        }
    }
}

impl Position {
    /// All of them, in the order of the key.
    pub const ALL: [Self; 5] = [
        Self::NoWord,
        Self::Reserved,
        Self::AdReferendum,
        Self::Agreed,
        Self::Refused,
    ];

    /// Its word.
    pub const fn key(self) -> Key {
        match self {
            Self::NoWord => Key("position-no-word"),
            Self::Reserved => Key("position-reserved"),
            Self::AdReferendum => Key("position-ad-referendum"),
            Self::Agreed => Key("position-agreed"),
            Self::Refused => Key("position-refused"),
        }
    }

    /// What it means.
    pub const fn meaning(self) -> Key {
        match self {
            Self::NoWord => Key("position-no-word.means"),
            Self::Reserved => Key("position-reserved.means"),
            Self::AdReferendum => Key("position-ad-referendum.means"),
            Self::Agreed => Key("position-agreed.means"),
            Self::Refused => Key("position-refused.means"),
        }
    }

    const fn class(self) -> &'static str {
        match self {
            Self::NoWord => "m po none",
            Self::Reserved => "m po",
            Self::AdReferendum => "m po half",
            Self::Agreed => "m po full",
            Self::Refused => "m po cross",
        }
    }
}

impl Claim {
    /// All of them, in the order of the key.
    pub const ALL: [Self; 4] = [
        Self::Asserted,
        Self::Substantiated,
        Self::Verified,
        Self::Disputed,
    ];

    /// Its word.
    pub const fn key(self) -> Key {
        match self {
            Self::Asserted => Key("claim-asserted"),
            Self::Substantiated => Key("claim-substantiated"),
            Self::Verified => Key("claim-verified"),
            Self::Disputed => Key("claim-disputed"),
        }
    }

    /// What it means.
    pub const fn meaning(self) -> Key {
        match self {
            Self::Asserted => Key("claim-asserted.means"),
            Self::Substantiated => Key("claim-substantiated.means"),
            Self::Verified => Key("claim-verified.means"),
            Self::Disputed => Key("claim-disputed.means"),
        }
    }

    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Asserted => "m cl",
            Self::Substantiated => "m cl half",
            Self::Verified => "m cl full",
            Self::Disputed => "m cl cross",
        }
    }
}

impl Undertaking {
    /// All of them, in the order of the key.
    pub const ALL: [Self; 4] = [Self::Due, Self::Reported, Self::Verified, Self::Late];

    /// Its word.
    pub const fn key(self) -> Key {
        match self {
            Self::Due => Key("undertaking-due"),
            Self::Reported => Key("undertaking-reported"),
            Self::Verified => Key("undertaking-verified"),
            Self::Late => Key("undertaking-late"),
        }
    }

    /// What it means.
    pub const fn meaning(self) -> Key {
        match self {
            Self::Due => Key("undertaking-due.means"),
            Self::Reported => Key("undertaking-reported.means"),
            Self::Verified => Key("undertaking-verified.means"),
            Self::Late => Key("undertaking-late.means"),
        }
    }

    const fn class(self) -> &'static str {
        match self {
            Self::Due => "m ut",
            Self::Reported => "m ut half",
            Self::Verified => "m ut full",
            Self::Late => "m ut over",
        }
    }
}

/// The circle and its word.
pub fn standing(words: Words, standing: Standing) -> Markup {
    html! { span class=(standing.class()) { (words.t(standing.key())) } }
}

/// The circle with its word as it stands at the beginning of a line.
pub fn standing_as(standing: Standing, said: &str) -> Markup {
    html! { span class=(standing.class()) { (said) } }
}

/// The square and its word.
pub fn position(words: Words, position: Position) -> Markup {
    html! { span class=(position.class()) { (words.t(position.key())) } }
}

/// The square, its word for whoever cannot see it: what stands beside it says the same.
pub fn position_mark(words: Words, position: Position) -> Markup {
    html! { span class={ (position.class()) " solo" } { span.vh { (words.t(position.key())) } } }
}

/// The square with a word of the page's own: "accepted", "not yet put".
pub fn position_as(position: Position, said: &str) -> Markup {
    html! { span class=(position.class()) { (said) } }
}

/// The diamond and its word.
pub fn claim(words: Words, claim: Claim) -> Markup {
    html! { span class=(claim.class()) { (words.t(claim.key())) } }
}

/// The bar and its word.
pub fn undertaking(words: Words, undertaking: Undertaking) -> Markup {
    html! { span class=(undertaking.class()) { (words.t(undertaking.key())) } }
}

/// Whether a row of squares was said of this version or of one that has lapsed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// Said of this version.
    Firm,
    /// Said of an earlier version, and lapsed: faint.
    Lapsed,
}

/// The square and its word, faint where it has lapsed.
pub fn position_in(words: Words, position: Position, ink: Ink) -> Markup {
    let faint = match ink {
        Ink::Firm => "",
        Ink::Lapsed => " lapsed",
    };
    html! { span class={ (position.class()) (faint) } { (words.t(position.key())) } }
}

/// A row of squares, one for each article, each with its words for whoever cannot see it.
pub fn squares(words: Words, articles: &[(String, Position)], ink: Ink) -> Markup {
    let ghost = match ink {
        Ink::Firm => "solo",
        Ink::Lapsed => "solo ghost",
    };
    html! {
        ul.seven {
            @for (number, position) in articles {
                li { span class={ (position.class()) " " (ghost) } {
                    span.vh { (words.t_args("article-position", &[("number", number.clone().into()), ("position", words.t(position.key()).into())])) }
                } }
            }
        }
    }
}

/// The heading over a row of squares: the numbers of the articles.
pub fn squares_head(words: Words, numbers: &[String]) -> Markup {
    html! {
        span.vh { (words.t("article-by-article")) }
        span.seven aria-hidden="true" { @for number in numbers { span { (number) } } }
    }
}

/// The marks in use beside a table, as its key.
pub fn key(words: Words, marks: &[Markup]) -> Markup {
    html! { ul.key aria-label=(words.t("key-label")) { @for mark in marks { li { (mark) } } } }
}
