//! Where a participant stands on a version: article by article, before it accepts or refuses.
//! A stand is taken on exact words; it lapses when another version takes their place.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    concerns::{
        acceptances::yes_to,
        people::Act,
        texts::{self, Version},
    },
    decide::{Deciding, Outgoing, Refused},
    entry::{Body, Sequence},
    event::Event,
    ids::{EntryRef, ParticipantId, RepresentativeId},
    refusal::Reason,
    words::{ArticleNumber, Wording},
};

/// Record where a participant stands on a version put to this room, or on an outline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct TakePosition {
    /// Which participant.
    pub participant: ParticipantId,
    /// By whom it was said, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub representative: Option<RepresentativeId>,
    /// On what: the entry that put the version, or the outline.
    pub on: EntryRef,
    /// On which articles; without it, on all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub articles: Vec<ArticleNumber>,
    /// The stand.
    pub stand: Stand,
    /// Why, or what is asked for instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Wording>,
}

/// A participant's stand on words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Stand {
    /// Agreed but for what is named.
    Reserved,
    /// Agreed; somebody who may bind must confirm.
    AgreedAdReferendum,
    /// Agreed.
    Agreed,
    /// Not on these words.
    Refused,
}

/// Record a comment on one article of a version: only the desk drafts, the parties comment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Comment {
    /// Whose comment.
    pub participant: ParticipantId,
    /// On which version.
    pub on: EntryRef,
    /// On which article.
    pub article: ArticleNumber,
    /// The comment.
    pub words: Wording,
}

/// A stand with the entry in which it was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandTaken {
    /// The entry.
    pub number: u64,
    /// Its place among the stands taken.
    pub at: Sequence,
    /// The stand.
    pub stand: Stand,
    /// Why.
    pub words: Option<Wording>,
}

/// The stands of one room: for each version or outline, for each participant, for each article
/// (`None` is the whole).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Positions {
    /// The last stand taken.
    pub all: BTreeMap<u64, BTreeMap<ParticipantId, BTreeMap<Option<ArticleNumber>, StandTaken>>>,
    /// Comments by entry.
    pub comments: BTreeMap<u64, Comment>,
}

impl Positions {
    /// A participant's stand on an article of a version: its own, or that on the whole,
    /// whichever was taken later.
    pub fn stand(
        &self,
        version: u64,
        p: &ParticipantId,
        article: &ArticleNumber,
    ) -> Option<&StandTaken> {
        let stands = self.all.get(&version)?.get(p)?;
        let own = stands.get(&Some(article.clone()));
        let whole = stands.get(&None);
        match (own, whole) {
            (Some(o), Some(w)) => Some(if o.at >= w.at { o } else { w }),
            (o, w) => o.or(w),
        }
    }

    /// Who has taken a stand on a version.
    pub fn taken_on(&self, version: u64) -> impl Iterator<Item = &ParticipantId> {
        self.all.get(&version).into_iter().flat_map(BTreeMap::keys)
    }

    pub(crate) fn take(&mut self, number: u64, body: &Body, p: &TakePosition) {
        let stands = self
            .all
            .entry(p.on.number)
            .or_default()
            .entry(p.participant.clone())
            .or_default();
        let taken = StandTaken {
            number,
            at: body.sequence(number),
            stand: p.stand,
            words: p.words.clone(),
        };
        let on: Vec<Option<ArticleNumber>> = if p.articles.is_empty() {
            vec![None]
        } else {
            p.articles.iter().cloned().map(Some).collect()
        };
        for article in on {
            if stands.get(&article).is_none_or(|s| s.at < taken.at) {
                stands.insert(article, taken.clone());
            }
        }
    }

    pub(crate) fn comment(&mut self, number: u64, c: &Comment) {
        self.comments.insert(number, c.clone());
    }
}

pub(crate) fn take_position(d: &Deciding<'_>, p: &TakePosition) -> Result<Vec<Outgoing>, Refused> {
    d.seated(&p.participant)?;
    d.in_this_room(&p.on)?;
    let room = d.room()?;
    let text = if let Some(v) = room.texts.versions.get(&p.on.number) {
        for a in &p.articles {
            if v.text.article(a).is_none() {
                return d.refuse(Reason::NoSuchArticle {
                    article: a.to_string(),
                });
            }
        }
        if matches!(p.stand, Stand::Reserved | Stand::Refused) {
            not_against_a_yes(d, p, v)?;
        }
        Some(&v.id)
    } else if room.texts.outlines.contains_key(&p.on.number) {
        if let Some(article) = p.articles.first() {
            return d.refuse(Reason::NoSuchArticle {
                article: article.to_string(),
            });
        }
        None
    } else {
        return d.refuse(Reason::NotOfThatKind {
            entry: p.on.clone(),
            kind: "text or outline",
        });
    };
    let needed = match p.stand {
        Stand::Agreed | Stand::AgreedAdReferendum => Act::AgreeAdReferendum,
        Stand::Reserved | Stand::Refused => Act::Negotiate,
    };
    d.acts_for(&p.participant, p.representative.as_ref(), needed, text)?;
    d.here(Event::PositionTaken(p.clone()))
}

/// A yes is taken back by whoever could give it, never by a stand that somebody reports.
fn not_against_a_yes(d: &Deciding<'_>, p: &TakePosition, v: &Version) -> Result<(), Refused> {
    match yes_to(d, &p.participant, v) {
        Some((room, last)) if last.at.by() <= d.happened_by() => {
            let entry = EntryRef::new(room.name.clone(), last.number);
            d.refuse(Reason::AcceptanceStands { entry })
        }
        _ => Ok(()),
    }
}

pub(crate) fn comment(d: &Deciding<'_>, c: &Comment) -> Result<Vec<Outgoing>, Refused> {
    d.seated(&c.participant)?;
    d.in_this_room(&c.on)?;
    if texts::version(d, &c.on)?.text.article(&c.article).is_none() {
        return d.refuse(Reason::NoSuchArticle {
            article: c.article.to_string(),
        });
    }
    d.here(Event::Commented(c.clone()))
}
