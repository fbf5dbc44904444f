//! Acceptance: a participant's yes to one exact text, by whom, under which mandate, with what
//! standing. It binds to bytes: whoever accepted one text has not accepted another.

use std::{collections::BTreeMap, fmt::Write as _};

use record::{Digest, keys::DeskPublicKey};
use serde::{Deserialize, Serialize};

use crate::{
    concerns::{
        decisions,
        people::Act,
        texts::{OfferState, Texts, Version, version},
    },
    decide::{Deciding, Outgoing, Refused},
    entry::Standing,
    event::Event,
    ids::{EntryRef, ParticipantId, RepresentativeId, TextId},
    refusal::Reason,
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
/// can read it. `head` is the size and root of the room's log that the signer had last checked.
pub fn statement(
    digest: Digest,
    participant: &ParticipantId,
    representative: &RepresentativeId,
    head: Option<(u64, Digest)>,
) -> String {
    let mut s = format!(
        "Good Offices acceptance, form 1\ntext: sha256 {digest}\nparticipant: {participant}\nby: {representative}\n"
    );
    if let Some((size, root)) = head {
        let _ = writeln!(s, "record: {size} {root}");
    }
    s
}

impl SignedStatement {
    /// The size and root of the log that the signer had last checked, where the statement says.
    pub fn head(&self) -> Option<(u64, Digest)> {
        let line = self
            .statement
            .as_str()
            .lines()
            .find_map(|l| l.strip_prefix("record: "))?;
        let (size, root) = line.split_once(' ')?;
        Some((size.parse().ok()?, Digest::from_hex(root).ok()?))
    }
}

impl Acceptances {
    /// A participant's last word on a text.
    pub fn last_of(&self, p: &ParticipantId, id: &TextId) -> Option<&AnswerToOffer> {
        self.all
            .values()
            .rev()
            .find(|a| a.participant == *p && a.id.as_ref() == Some(id))
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

    pub(crate) fn accept(&mut self, number: u64, standing: Standing, a: &Accepted, texts: &Texts) {
        let id = texts.versions.get(&a.offer.number).map(|v| v.id.clone());
        let participant = a.participant.clone();
        let offer = a.offer.number;
        self.all.insert(
            number,
            AnswerToOffer {
                number,
                participant,
                offer,
                id,
                accepted: Some(a.digest),
                standing,
            },
        );
    }

    pub(crate) fn refuse(
        &mut self,
        number: u64,
        standing: Standing,
        r: &RefuseOffer,
        texts: &Texts,
    ) {
        let id = texts.versions.get(&r.offer.number).map(|v| v.id.clone());
        let participant = r.participant.clone();
        let offer = r.offer.number;
        self.all.insert(
            number,
            AnswerToOffer {
                number,
                participant,
                offer,
                id,
                accepted: None,
                standing,
            },
        );
    }
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
    if !a.digest.names(&v.digest) {
        return d.refuse(Reason::AnotherDigest);
    }
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
    let expected = statement(digest, &a.participant, &a.representative, signed.head());
    if signed.statement.as_str() != expected {
        return Err(d.refused(Reason::StatementSaysOtherwise));
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
    if let Some(rep) = &r.representative {
        d.representative_of(rep, &r.participant)?;
        d.in_own_name(rep)?;
    }
    d.here(Event::OfferRefused(r.clone()))
}

/// Where an offer stood when it was answered: one that was never made, was withdrawn or was put
/// anew has no answer any more. Whether one that had run out has is for the answer to say.
fn answerable(d: &Deciding<'_>, offer: &EntryRef, v: &Version) -> Result<OfferState, Refused> {
    let entry = offer.clone();
    match d.room()?.texts.offer_state(v, d.happened_by()) {
        None => d.refuse(Reason::NotOffered { entry }),
        Some(OfferState::Withdrawn) => d.refuse(Reason::OfferWithdrawn { entry }),
        Some(OfferState::Superseded) => d.refuse(Reason::OldText { entry }),
        Some(state @ (OfferState::Stands | OfferState::Expired)) => Ok(state),
    }
}
