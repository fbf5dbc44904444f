//! The single negotiating text: outlines before there is one, drafts that only the desk writes,
//! and drafts as they were put to a room, which count from the first one put there.

use std::collections::BTreeMap;

use record::Digest;
use serde::{Deserialize, Serialize};

use crate::{
    decide::{Deciding, Outgoing, Refused},
    entry::{AHEAD, Body},
    event::Event,
    ids::{EntryRef, RoomName, TextId},
    refusal::Reason,
    text::{Change, Text},
    time::{Instant, Moment},
    words::{ArticleNumber, Title, Wording},
};

/// Record an outline: the points agreed, or thought to be, before there is a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Outline {
    /// What it is an outline of.
    pub title: Title,
    /// The points in order.
    pub points: Vec<Wording>,
    /// The outline that it takes the place of, in the same room.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<EntryRef>,
}

/// Write a draft of a text, in the desk's own room. Nobody reads it until it is put to them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Draft {
    /// Which text: the agreement, or a side letter.
    pub text: TextId,
    /// What it says: one of three ways.
    pub content: DraftContent,
    /// Where wording in brackets comes from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub brackets: Vec<Bracket>,
    /// What moved, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Wording>,
}

/// What a draft says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DraftContent {
    /// All of it, anew.
    Whole(Text),
    /// An earlier draft of the desk's with some articles changed.
    Changed {
        /// The earlier draft.
        from: EntryRef,
        /// What changes.
        changes: Vec<Change>,
    },
    /// The text that a body's decision with modifications made: the entry of that decision.
    AsDecided(EntryRef),
}

/// Wording not yet agreed, and whose it is. Only the desk reads whose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Bracket {
    /// In which article.
    pub article: ArticleNumber,
    /// The words, as they stand within the brackets.
    pub words: Title,
    /// Whose wording.
    pub whose: Title,
}

/// A draft, as the desk's room keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Drafted {
    /// Which text.
    pub id: TextId,
    /// The text, whole.
    pub text: Text,
    /// Its digest.
    pub digest: Digest,
    /// The draft or the decision that it was made from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<EntryRef>,
    /// Where wording in brackets comes from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub brackets: Vec<Bracket>,
    /// What moved, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Wording>,
}

/// Put a draft to a room, for comment or as an offer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct PutDraft {
    /// The draft, in the desk's own room.
    pub draft: EntryRef,
    /// The words with which it is put.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Wording>,
    /// With it, the draft is put for acceptance.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offer: Option<Offer>,
}

/// On what terms a draft is put for acceptance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Offer {
    /// Whether another wording will still be taken.
    pub finality: Finality,
    /// Until when it stands; without it, until it is withdrawn or another takes its place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires: Option<Instant>,
}

/// Whether an offer is the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Finality {
    /// Other wording may be proposed.
    Open,
    /// No other wording will be taken; a refusal ends it.
    Final,
}

/// A draft as it arrives in the room to which it is put. It names nothing of where it was before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct DraftPut {
    /// Which text.
    pub id: TextId,
    /// The text, whole.
    pub text: Text,
    /// Its digest.
    pub digest: Digest,
    /// The words with which it was put.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Wording>,
    /// On what terms it is offered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offer: Option<Offer>,
}

/// The desk's own note of where a draft was put: both ends, in the desk's room only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct DraftCarried {
    /// The desk's draft.
    pub draft: EntryRef,
    /// Where it arrived.
    pub to: EntryRef,
}

/// Withdraw an offer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct WithdrawOffer {
    /// The entry with which it was put.
    pub offer: EntryRef,
    /// Why, in words that the room reads.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Wording>,
}

/// A version of a text as one room has it. Versions count from the first in that room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// The entry.
    pub number: u64,
    /// Its place among the versions of this text in this room, from 1.
    pub version: u32,
    /// Which text.
    pub id: TextId,
    /// When.
    pub when: Moment,
    /// When that was learnt.
    pub learnt: Instant,
    /// The text.
    pub text: std::sync::Arc<Text>,
    /// Its digest.
    pub digest: Digest,
    /// On what terms it is offered, where it is.
    pub offer: Option<Offer>,
    /// The entry that withdrew the offer, and the moment from which it can have been withdrawn;
    /// `None` where the words set no bound.
    pub withdrawn: Option<(u64, Option<Instant>)>,
    /// The desk's own particulars, in the desk's room.
    pub drafted: Option<Drafted>,
}

/// The texts of one room.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Texts {
    /// Every version by entry.
    pub versions: BTreeMap<u64, Version>,
    /// Outlines by entry.
    pub outlines: BTreeMap<u64, Outline>,
    /// Where the desk put its drafts: the draft's entry, and where it arrived.
    pub carried: Vec<(u64, EntryRef)>,
}

/// Where an offer stands at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfferState {
    /// It can be accepted.
    Stands,
    /// Its time has passed.
    Expired,
    /// The desk withdrew it.
    Withdrawn,
    /// A later version was put in its place.
    Superseded,
}

impl Version {
    /// The earliest moment at which it can have been put; `None` where the words set no bound.
    pub fn put_from(&self) -> Option<Instant> {
        let bound = || self.when.bounds(AHEAD).0;
        (!self.when.is_loose()).then(bound).flatten()
    }
}

impl Texts {
    /// The versions of a text in order.
    pub fn of(&self, id: &TextId) -> Vec<&Version> {
        self.versions.values().filter(|v| v.id == *id).collect()
    }

    /// The last version of a text.
    pub fn latest(&self, id: &TextId) -> Option<&Version> {
        self.versions.values().rev().find(|v| v.id == *id)
    }

    /// The texts of which there is a version, in the order of their first.
    pub fn ids(&self) -> Vec<TextId> {
        let mut ids = Vec::new();
        for v in self.versions.values() {
            if !ids.contains(&v.id) {
                ids.push(v.id.clone());
            }
        }
        ids
    }

    /// Where the offer of a version stands at a time; `None` when it was put for comment only. What
    /// was withdrawn, or took its place, only after that time does not count.
    pub fn offer_state(&self, v: &Version, at: Instant) -> Option<OfferState> {
        let offer = v.offer?;
        let mut later = self
            .versions
            .values()
            .filter(|w| w.id == v.id && w.number > v.number);
        let superseded = later.any(|w| w.put_from().is_none_or(|from| from <= at));
        Some(
            if v.withdrawn
                .is_some_and(|(_, from)| from.is_none_or(|from| from <= at))
            {
                OfferState::Withdrawn
            } else if superseded {
                OfferState::Superseded
            } else if offer.expires.is_some_and(|e| at > e) {
                OfferState::Expired
            } else {
                OfferState::Stands
            },
        )
    }

    /// Rooms to which a draft of the desk's was put.
    pub fn put_to(&self, draft: u64) -> impl Iterator<Item = &EntryRef> {
        self.carried
            .iter()
            .filter(move |(d, _)| *d == draft)
            .map(|(_, to)| to)
    }

    fn next_version(&self, id: &TextId) -> u32 {
        u32::try_from(self.of(id).len())
            .unwrap_or(u32::MAX)
            .saturating_add(1)
    }

    pub(crate) fn drafted(&mut self, number: u64, body: &Body, d: &Drafted) {
        let v = Version {
            number,
            version: self.next_version(&d.id),
            id: d.id.clone(),
            when: body.happened,
            learnt: body.learnt,
            text: d.text.clone().into(),
            digest: d.digest,
            offer: None,
            withdrawn: None,
            drafted: Some(d.clone()),
        };
        self.versions.insert(number, v);
    }

    pub(crate) fn put(&mut self, number: u64, body: &Body, p: &DraftPut) {
        let v = Version {
            number,
            version: self.next_version(&p.id),
            id: p.id.clone(),
            when: body.happened,
            learnt: body.learnt,
            text: p.text.clone().into(),
            digest: p.digest,
            offer: p.offer,
            withdrawn: None,
            drafted: None,
        };
        self.versions.insert(number, v);
    }

    pub(crate) fn carried(&mut self, c: &DraftCarried) {
        self.carried.push((c.draft.number, c.to.clone()));
    }

    pub(crate) fn withdraw(&mut self, number: u64, body: &Body, w: &WithdrawOffer) {
        if let Some(v) = self.versions.get_mut(&w.offer.number) {
            v.withdrawn.get_or_insert((number, body.earliest()));
        }
    }

    pub(crate) fn outline(&mut self, number: u64, o: &Outline) {
        self.outlines.insert(number, o.clone());
    }
}

pub(crate) fn outline(d: &Deciding<'_>, o: &Outline) -> Result<Vec<Outgoing>, Refused> {
    if o.points.is_empty() {
        return d.refuse(Reason::NothingGiven { what: "points" });
    }
    if let Some(r) = &o.replaces {
        d.in_this_room(r)?;
        if !d.room()?.texts.outlines.contains_key(&r.number) {
            return d.refuse(Reason::NotOfThatKind {
                entry: r.clone(),
                kind: "outline",
            });
        }
    }
    d.here(Event::OutlineSet(o.clone()))
}

pub(crate) fn draft(d: &Deciding<'_>, c: &Draft) -> Result<Vec<Outgoing>, Refused> {
    let not_whole = |why: crate::text::NotWhole| {
        d.refused(Reason::TextNotWhole {
            why: why.to_string(),
        })
    };
    let (text, from) = match &c.content {
        DraftContent::Whole(text) => (text.clone(), None),
        DraftContent::Changed { from, changes } => {
            let base = version(d, from)?;
            if base.id != c.text {
                return d.refuse(Reason::AnotherText {
                    entry: from.clone(),
                });
            }
            (
                base.text.changed(changes).map_err(not_whole)?,
                Some(from.clone()),
            )
        }
        DraftContent::AsDecided(decision) => {
            let text = d
                .view
                .rooms
                .get(&decision.room)
                .and_then(|r| r.decisions.text_made(decision.number, &r.texts));
            let Some(text) = text else {
                return d.refuse(Reason::NotOfThatKind {
                    entry: decision.clone(),
                    kind: "decision with modifications",
                });
            };
            (text, Some(decision.clone()))
        }
    };
    text.check().map_err(not_whole)?;
    let digest = text.digest();
    if let Some(last) = d.room()?.texts.latest(&c.text)
        && last.digest == digest
    {
        return d.refuse(Reason::SameText {
            version: EntryRef::new(RoomName::desk(), last.number),
        });
    }
    d.here(Event::Drafted(Box::new(Drafted {
        id: c.text.clone(),
        text,
        digest,
        from,
        brackets: c.brackets.clone(),
        note: c.note.clone(),
    })))
}

pub(crate) fn put_draft(d: &Deciding<'_>, p: &PutDraft) -> Result<Vec<Outgoing>, Refused> {
    let v = version(d, &p.draft)?;
    if !p.draft.room.is_desk() {
        return d.refuse(Reason::NotOfThatKind {
            entry: p.draft.clone(),
            kind: "draft of the desk",
        });
    }
    if let Some(offer) = &p.offer {
        if let Some(article) = v.text.bracketed().first() {
            return d.refuse(Reason::BracketsOpen {
                article: article.to_string(),
            });
        }
        if v.text.title.values().any(|t| t.as_str().contains('[')) {
            return d.refuse(Reason::BracketsInTheTitle);
        }
        for annex in &v.text.annexes {
            let open = annex
                .words
                .as_ref()
                .is_some_and(|w| w.as_str().contains('['))
                || annex.title.as_str().contains('[');
            let annex_title = annex.title.to_string();
            if open {
                return d.refuse(Reason::BracketsInAnAnnex { annex: annex_title });
            }
            // Whoever accepts a name alone accepts whatever is put under it later.
            if annex.words.is_none() && annex.digest.is_none() {
                return d.refuse(Reason::AnnexUnbound { annex: annex_title });
            }
        }
        if offer.expires.is_some_and(|e| e <= d.submission.learnt) {
            return d.refuse(Reason::DueInThePast);
        }
    }
    let put = DraftPut {
        id: v.id.clone(),
        text: Text::clone(&v.text),
        digest: v.digest,
        words: p.words.clone(),
        offer: p.offer,
    };
    let to = d.next_here()?;
    let mut out = d.here(Event::DraftPut(Box::new(put)))?;
    out.push(d.in_desk_room(Event::DraftCarried(DraftCarried {
        draft: p.draft.clone(),
        to,
    })));
    Ok(out)
}

pub(crate) fn withdraw_offer(
    d: &Deciding<'_>,
    w: &WithdrawOffer,
) -> Result<Vec<Outgoing>, Refused> {
    d.in_this_room(&w.offer)?;
    let v = version(d, &w.offer)?;
    if v.offer.is_none() {
        return d.refuse(Reason::NotOfThatKind {
            entry: w.offer.clone(),
            kind: "offer",
        });
    }
    if v.withdrawn.is_some() {
        return d.refuse(Reason::AlreadyEnded {
            entry: w.offer.clone(),
        });
    }
    d.here(Event::OfferWithdrawn(w.clone()))
}

/// The version that an entry put or drafted.
pub(crate) fn version<'a>(d: &Deciding<'a>, entry: &EntryRef) -> Result<&'a Version, Refused> {
    d.view
        .rooms
        .get(&entry.room)
        .and_then(|r| r.texts.versions.get(&entry.number))
        .ok_or_else(|| {
            d.refused(Reason::NotOfThatKind {
                entry: entry.clone(),
                kind: "text",
            })
        })
}
