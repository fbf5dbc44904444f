//! Acceptance: a participant's yes to one exact text, by whom, under which mandate, with what
//! standing. It binds to bytes: whoever accepted one text has not accepted another.

use std::collections::BTreeMap;

use record::{Digest, keys::DeskPublicKey};
use serde::{Deserialize, Serialize};

use crate::{
    concerns::{
        corrections::Effect,
        decisions,
        people::Act,
        texts::{Finality, OfferState, Texts, Version, version},
    },
    decide::{Deciding, Outgoing, Refused},
    entry::{Author, Body, Sequence, Standing},
    event::Event,
    ids::{EntryRef, ParticipantId, RepresentativeId, TextId},
    refusal::Reason,
    time::Instant,
    view::Room,
    words::Wording,
};

/// The namespace in which acceptances are signed (SSHSIG, `ssh-keygen -Y sign -n`).
pub const NAMESPACE: &str = "good-offices/acceptance";

/// Record that a participant accepts the exact text that was put to this room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Accept {
    /// Which participant.
    pub participant: ParticipantId,
    /// The entry that put the text.
    pub offer: EntryRef,
    /// The digest of the text as the person who accepts named it: all 64 digits, or the first
    /// eight as they are read out over a telephone.
    pub digest: DigestNamed,
    /// Who accepts.
    pub representative: RepresentativeId,
    /// The entry that recorded the mandate under which the person accepts.
    pub mandate: EntryRef,
    /// The words of the acceptance.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Wording>,
    /// The person's own signature, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<SignedStatement>,
}

/// A digest as somebody named it: 64 hexadecimal digits, or the first eight; spaces do not count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DigestNamed(String);

/// A statement and the signature over it, by the representative's own key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct SignedStatement {
    /// The statement, to the byte; see `docs/text-format.md`.
    pub statement: Wording,
    /// The armoured SSH signature.
    pub signature: Wording,
}

/// An acceptance as the record keeps it: with the whole digest, whatever was named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Accepted {
    /// Which participant.
    pub participant: ParticipantId,
    /// The entry that put the text.
    pub offer: EntryRef,
    /// The digest of the exact text in every language.
    pub digest: Digest,
    /// What of it was named.
    pub named: DigestNamed,
    /// Who accepted.
    pub representative: RepresentativeId,
    /// Under which mandate.
    pub mandate: EntryRef,
    /// The words of the acceptance.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Wording>,
    /// The person's own signature, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<SignedStatement>,
}

/// Record that a participant refuses an offer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct RefuseOffer {
    /// Which participant.
    pub participant: ParticipantId,
    /// The entry that put the offer.
    pub offer: EntryRef,
    /// Who refuses, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub representative: Option<RepresentativeId>,
    /// In what words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Wording>,
}

/// An acceptance or a refusal, as one room knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerToOffer {
    /// The entry.
    pub number: u64,
    /// Its place among the participant's answers.
    pub at: Sequence,
    /// Whose.
    pub participant: ParticipantId,
    /// The entry that put the text.
    pub offer: u64,
    /// Which text.
    pub id: Option<TextId>,
    /// The digest accepted; `None` is a refusal.
    pub accepted: Option<Digest>,
    /// How the desk knows.
    pub standing: Standing,
}

/// The answers to offers in one room.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Acceptances {
    /// By entry.
    pub all: BTreeMap<u64, AnswerToOffer>,
}

impl DigestNamed {
    /// The digits, without spaces, in small letters.
    pub fn digits(&self) -> String {
        self.0
            .chars()
            .filter(|c| !c.is_whitespace())
            .collect::<String>()
            .to_ascii_lowercase()
    }

    /// Whether this names a digest.
    pub fn names(&self, digest: &Digest) -> bool {
        digest.to_hex().starts_with(&self.digits())
    }
}

impl TryFrom<String> for DigestNamed {
    type Error = &'static str;
    fn try_from(s: String) -> Result<Self, Self::Error> {
        let named = Self(s);
        let digits = named.digits();
        if (digits.len() == 8 || digits.len() == 64)
            && digits.bytes().all(|b| b.is_ascii_hexdigit())
        {
            Ok(named)
        } else {
            Err("a digest is named by all 64 of its hexadecimal digits, or by the first eight")
        }
    }
}

impl From<DigestNamed> for String {
    fn from(d: DigestNamed) -> String {
        d.0
    }
}

impl schemars::JsonSchema for DigestNamed {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "DigestNamed".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "A digest: 64 hexadecimal digits, or the first eight; spaces do not count.",
            "pattern": "^[0-9a-fA-F ]+$",
        })
    }
}

/// The statement that a person signs to accept: one line for each thing said, so that both ends
/// can read it. `offer` is the entry that put the text; `head` is the size and root of that room's
/// log as the signer had last checked it. The two bind the signature to this offer in this record:
/// it is of no use for another, nor after the signer has said otherwise.
pub fn statement(
    digest: Digest,
    participant: &ParticipantId,
    representative: &RepresentativeId,
    offer: &EntryRef,
    (size, root): (u64, Digest),
) -> String {
    format!(
        "Good Offices acceptance, form 2\ntext: sha256 {digest}\nparticipant: {participant}\nby: {representative}\noffer: {offer}\nrecord: {size} {root}\n"
    )
}

impl SignedStatement {
    /// The size and root of the log that the signer had last checked, where the statement says.
    pub fn head(&self) -> Option<(u64, Digest)> {
        let mut lines = self.statement.as_str().lines();
        let line = lines.find_map(|l| l.strip_prefix("record: "))?;
        let (size, root) = line.split_once(' ')?;
        Some((size.parse().ok()?, Digest::from_hex(root).ok()?))
    }
}

impl Acceptances {
    /// A participant's last word on a text.
    pub fn last_of(&self, p: &ParticipantId, id: &TextId) -> Option<&AnswerToOffer> {
        let own = |a: &&AnswerToOffer| a.participant == *p && a.id.as_ref() == Some(id);
        self.all.values().filter(own).max_by_key(|a| a.at)
    }

    /// The entry in which a participant refused an offer, if it did.
    pub fn refusal_of(&self, p: &ParticipantId, offer: u64) -> Option<u64> {
        let refused =
            |a: &&AnswerToOffer| a.participant == *p && a.offer == offer && a.accepted.is_none();
        self.all.values().find(refused).map(|a| a.number)
    }

    /// Whether a participant has accepted exactly these words, and has not since said otherwise.
    pub fn accepted(
        &self,
        p: &ParticipantId,
        id: &TextId,
        digest: Digest,
    ) -> Option<&AnswerToOffer> {
        self.last_of(p, id).filter(|a| a.accepted == Some(digest))
    }

    pub(crate) fn accept(&mut self, number: u64, body: &Body, a: &Accepted, texts: &Texts) {
        self.answered(
            number,
            body,
            (&a.participant, &a.offer, Some(a.digest)),
            texts,
        );
    }

    pub(crate) fn refuse(&mut self, number: u64, body: &Body, r: &RefuseOffer, texts: &Texts) {
        self.answered(number, body, (&r.participant, &r.offer, None), texts);
    }

    fn answered(
        &mut self,
        number: u64,
        body: &Body,
        (participant, offer, accepted): (&ParticipantId, &EntryRef, Option<Digest>),
        texts: &Texts,
    ) {
        let answer = AnswerToOffer {
            number,
            at: body.sequence(number),
            participant: participant.clone(),
            offer: offer.number,
            id: texts.versions.get(&offer.number).map(|v| v.id.clone()),
            accepted,
            standing: body.standing,
        };
        self.all.insert(number, answer);
    }
}

/// A participant's last answer on a text, in whichever of its rooms it stands.
pub(crate) fn last_answer<'a>(
    rooms: impl Iterator<Item = &'a Room>,
    p: &ParticipantId,
    id: &TextId,
) -> Option<(&'a Room, &'a AnswerToOffer)> {
    rooms
        .filter_map(|r| Some((r, r.acceptances.last_of(p, id)?)))
        .max_by_key(|(_, a)| a.at)
}

/// A participant's yes to exactly the words of a version, where that is its last answer, with the
/// room in which it stands.
pub(super) fn yes_to<'a>(
    d: &'a Deciding<'_>,
    p: &'a ParticipantId,
    v: &Version,
) -> Option<(&'a Room, &'a AnswerToOffer)> {
    last_answer(d.view.rooms_of(p), p, &v.id).filter(|(_, last)| last.accepted == Some(v.digest))
}

pub(crate) fn accept(d: &Deciding<'_>, a: &Accept) -> Result<Vec<Outgoing>, Refused> {
    d.seated(&a.participant)?;
    d.in_this_room(&a.offer)?;
    let room = d.room()?;
    let v = version(d, &a.offer)?;
    let when = d.happened_by();
    if answerable(d, &a.offer, v)? == OfferState::Expired {
        return d.refuse(Reason::OfferExpired {
            entry: a.offer.clone(),
        });
    }
    newest_words(d, a, v, when)?;
    if v.offer.is_some_and(|o| o.finality == Finality::Final)
        && let Some(number) = room.acceptances.refusal_of(&a.participant, v.number)
    {
        let entry = EntryRef::new(room.name.clone(), number);
        return d.refuse(Reason::FinalOfferRefused { entry });
    }
    if room.custodies.clarification_open(v.number) {
        return d.refuse(Reason::ReadBackDiffers {
            entry: a.offer.clone(),
        });
    }
    if !a.digest.names(&v.digest) {
        return d.refuse(Reason::AnotherDigest);
    }
    accepted_once(d, a, v)?;
    d.representative_of(&a.representative, &a.participant)?;
    d.in_own_name(&a.representative)?;
    d.in_this_room(&a.mandate)?;
    match room.people.mandates.get(&a.mandate.number) {
        None => {
            return d.refuse(Reason::NotOfThatKind {
                entry: a.mandate.clone(),
                kind: "mandate",
            });
        }
        Some(m) if m.terms.representative != a.representative => {
            return d.refuse(Reason::MandateOfAnother {
                entry: a.mandate.clone(),
            });
        }
        Some(m) if !m.covers(Act::Bind, Some(&v.id), when) => {
            return d.refuse(Reason::MandateDoesNotReach {
                entry: a.mandate.clone(),
                act: Act::Bind,
            });
        }
        Some(_) => {}
    }
    let rooms: Vec<_> = d.view.rooms_of(&a.participant).collect();
    if let Some((body, last)) = decisions::approval_missing(&rooms, &a.participant, &v.id, v.digest)
    {
        return d.refuse(match last {
            Some(entry) => Reason::ApprovedOtherWords {
                body: body.name.to_string(),
                entry,
            },
            None => Reason::ApprovalMissing {
                body: body.name.to_string(),
            },
        });
    }
    check_signature(d, a, v.digest)?;
    d.here(Event::Accepted(Box::new(Accepted {
        participant: a.participant.clone(),
        offer: a.offer.clone(),
        digest: v.digest,
        named: a.digest.clone(),
        representative: a.representative.clone(),
        mandate: a.mandate.clone(),
        words: a.words.clone(),
        signature: a.signature.clone(),
    })))
}

/// The version must be the one last put to the participant in any of its rooms.
fn newest_words(d: &Deciding<'_>, a: &Accept, v: &Version, when: Instant) -> Result<(), Refused> {
    let rooms = d.view.rooms_of(&a.participant);
    let others = rooms.filter(|r| r.name != a.offer.room);
    let mut later = others.flat_map(|r| r.texts.of(&v.id)).filter(|w| {
        w.learnt > v.learnt && w.digest != v.digest && w.put_from().is_none_or(|from| from <= when)
    });
    match later.next() {
        Some(_) => d.refuse(Reason::OldText {
            entry: a.offer.clone(),
        }),
        None => Ok(()),
    }
}

/// One yes to the same words is enough; only the person's own signature adds to it.
fn accepted_once(d: &Deciding<'_>, a: &Accept, v: &Version) -> Result<(), Refused> {
    match yes_to(d, &a.participant, v) {
        Some((room, last)) if a.signature.is_none() || last.standing == Standing::Signed => {
            let entry = EntryRef::new(room.name.clone(), last.number);
            d.refuse(Reason::AlreadyAccepted { entry })
        }
        _ => Ok(()),
    }
}

/// A signed acceptance must be over the statement for this very text, person and participant,
/// by the key that this room knows as that person's own.
fn check_signature(d: &Deciding<'_>, a: &Accept, digest: Digest) -> Result<(), Refused> {
    let Some(signed) = &a.signature else {
        return if d.submission.standing == Standing::Signed {
            Err(d.refused(Reason::SignatureMissing))
        } else {
            Ok(())
        };
    };
    let key = d.representative(&a.representative)?.person.key.as_ref();
    let Some(key) = key.and_then(|k| DeskPublicKey::from_openssh(k.as_str().trim()).ok()) else {
        return Err(d.refused(Reason::NoKeyOnRecord {
            name: a.representative.to_string(),
        }));
    };
    let says_otherwise = || d.refused(Reason::StatementSaysOtherwise);
    let head = signed.head().ok_or_else(says_otherwise)?;
    let expected = statement(digest, &a.participant, &a.representative, &a.offer, head);
    if signed.statement.as_str() != expected {
        return Err(says_otherwise());
    }
    // What was said after it was signed is not undone by showing it again.
    let room = d.room()?;
    let answers = room.acceptances.all.values();
    let answered = answers
        .filter(|x| x.participant == a.participant)
        .map(|x| x.number);
    // What was made void was said nevertheless, and so was what made it so.
    let corrected = room.corrections.corrected.values().flatten();
    let void = corrected.filter(|(_, c)| c.effect == Effect::Void);
    let latest = answered.chain(void.map(|(n, _)| *n)).max();
    let least = latest.unwrap_or(0).max(a.offer.number);
    if head.0 < least || head.0 > room.size {
        return Err(d.refused(Reason::StatementIsOld {
            entry: EntryRef::new(room.name.clone(), least),
        }));
    }
    record::sshsig::verify(
        &key,
        NAMESPACE,
        signed.statement.as_str().as_bytes(),
        signed.signature.as_str(),
    )
    .map_err(|_| d.refused(Reason::SignatureFails))
}

pub(crate) fn refuse_offer(d: &Deciding<'_>, r: &RefuseOffer) -> Result<Vec<Outgoing>, Refused> {
    d.seated(&r.participant)?;
    d.in_this_room(&r.offer)?;
    let v = version(d, &r.offer)?;
    answerable(d, &r.offer, v)?;
    if yes_to(d, &r.participant, v).is_some() {
        take_back(d, r, v)?;
    }
    d.acts_for(
        &r.participant,
        r.representative.as_ref(),
        Act::Negotiate,
        Some(&v.id),
    )?;
    d.here(Event::OfferRefused(r.clone()))
}

/// A yes is taken back by whoever could give it, and not once there is an agreement.
fn take_back(d: &Deciding<'_>, r: &RefuseOffer, v: &Version) -> Result<(), Refused> {
    let concluded = d.view.desk.agreement.on(&v.id);
    if concluded.is_some_and(|(_, _, c)| c.digest == v.digest) {
        return d.refuse(Reason::AgreementStands);
    }
    let who = match (&d.submission.by, &r.representative) {
        (Author::Representative(_, own), _) => own,
        (Author::Desk, Some(named)) => named,
        (Author::Desk, None) => return d.refuse(Reason::YesTakenBackByNobody),
    };
    d.representative_of(who, &r.participant)?;
    d.mandated(who, Act::Bind, Some(&v.id))
}

/// Where an offer stood when it was answered: one that was never made, was withdrawn or was put
/// anew by then has no answer, nor has one that had not been put yet. Whether one that had run out has is for the answer to say.
fn answerable(d: &Deciding<'_>, offer: &EntryRef, v: &Version) -> Result<OfferState, Refused> {
    let entry = offer.clone();
    if v.put_from().is_some_and(|from| d.happened_by() < from) {
        return d.refuse(Reason::NotPutYet { entry });
    }
    match d.room()?.texts.offer_state(v, d.happened_by()) {
        None => d.refuse(Reason::NotOffered { entry }),
        Some(OfferState::Withdrawn) => d.refuse(Reason::OfferWithdrawn { entry }),
        Some(OfferState::Superseded) => d.refuse(Reason::OldText { entry }),
        Some(state @ (OfferState::Stands | OfferState::Expired)) => Ok(state),
    }
}
