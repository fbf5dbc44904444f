//! Opening a case: its title and clock, the ground rules, the desk's own officers, notes for the
//! desk alone. All of it stands in the desk's room.

use std::collections::BTreeMap;

use record::{
    Digest,
    keys::{DeskKey, DeskPublicKey},
};
use serde::{Deserialize, Serialize};

use crate::{
    concerns::relays::confirmed,
    decide::{Deciding, Outgoing, Refused},
    event::Event,
    ids::{OfficerId, ParticipantId},
    refusal::Reason,
    words::{Language, Title, Wording},
};

/// Open a case. The first command of every case; it opens the desk's own room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct OpenCase {
    /// The case's title, as every participant will read it.
    pub title: Title,
    /// A reference of the desk's own, such as a file number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<Title>,
    /// What it is about, for the desk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<Wording>,
    /// The place whose clock the desk works by, such as `Doha`.
    pub place: Title,
    /// That clock's zone in the IANA time zone database, such as `Asia/Qatar`.
    pub zone: Title,
    /// The languages in which texts are made.
    pub languages: Vec<Language>,
    /// Said at the foot of every page: that this is a demonstration, what is invented in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<Wording>,
}

/// Set, or set anew, the rules of the negotiation: who must accept, and who clears what crosses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct GroundRules {
    /// The participants whose acceptance makes an agreement.
    pub required: Vec<ParticipantId>,
    /// How many officers of the desk it takes to carry words across.
    pub clearance: Clearance,
    /// The rules in words, as they were agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Wording>,
}

/// How many officers it takes to carry words from one room to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Clearance {
    /// One.
    OneOfficer,
    /// One proposes, another clears with a code of their own.
    TwoOfficers,
}

/// Name an officer of the desk, with a code by which that officer confirms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct AddOfficer {
    /// The officer's short name in this case.
    pub officer: OfficerId,
    /// The officer's name.
    pub name: Title,
    /// What the officer does at the desk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Title>,
    /// The code, at least six characters. It is not kept: only a public key made from it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<Title>,
    /// In place of a code: the public key that an export wrote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<Title>,
    /// Who admits the officer, once the ground rules ask for two officers: one who is named already.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub admitted_by: Option<Admission>,
}

/// An officer's word that another joins the desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Admission {
    /// Who admits.
    pub officer: OfficerId,
    /// That officer's own code. It is not kept: only a signature made with it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<Title>,
    /// In place of a code: the signature that an export wrote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<Wording>,
}

/// An officer, as the record keeps one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct OfficerAdded {
    /// The officer's short name.
    pub officer: OfficerId,
    /// The officer's name.
    pub name: Title,
    /// What the officer does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Title>,
    /// The public key made from the officer's code, as OpenSSH writes one.
    pub key: Title,
    /// Who admitted the officer, with a signature under [`admission_statement`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub admitted_by: Option<Admission>,
}

/// Write a note for the desk alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Note {
    /// What it is about, in a line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<Title>,
    /// The note.
    pub words: Wording,
}

/// What the desk's room says of the case itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Opening {
    /// The case as it was opened.
    pub case: Option<OpenCase>,
    /// The rules in force.
    pub rules: Option<GroundRules>,
    /// The desk's officers.
    pub officers: BTreeMap<OfficerId, OfficerAdded>,
}

const CODE_LEAST: usize = 6;
const STRETCH: u32 = 50_000;

/// The namespace in which officers sign what they clear.
pub const CLEARANCE: &str = "good-offices/clearance";

/// The key made from an officer's code, stretched so that a guess costs something. It guards
/// against a colleague's borrowed name, not against somebody who can read the desk's room and
/// has time.
fn officer_key(officer: &OfficerId, code: &str) -> DeskKey {
    let mut digest =
        Digest::of(format!("good-offices/officer-code/1\n{officer}\n{code}").as_bytes());
    for _ in 0..STRETCH {
        digest = Digest::of(digest.as_bytes());
    }
    DeskKey::from_seed(digest.as_bytes())
}

impl Opening {
    /// How many officers it takes to carry words across; one, until rules say otherwise.
    pub fn clearance(&self) -> Clearance {
        self.rules
            .as_ref()
            .map_or(Clearance::OneOfficer, |r| r.clearance)
    }

    /// The officer's signature under a statement, made with a code. `None` when the officer is
    /// unknown or the code is wrong: one answer for both.
    pub fn sign(&self, officer: &OfficerId, code: &str, statement: &str) -> Option<String> {
        let key = officer_key(officer, code);
        let known = self.officers.get(officer)?;
        let own = key.public().to_openssh() == known.key.as_str();
        own.then(|| record::sshsig::sign(&key, CLEARANCE, statement.as_bytes()).ok())
            .flatten()
    }

    /// Whether a signature under a statement is the officer's.
    pub fn signed(&self, officer: &OfficerId, signature: &str, statement: &str) -> bool {
        let key = self
            .officers
            .get(officer)
            .and_then(|o| DeskPublicKey::from_openssh(o.key.as_str()).ok());
        key.is_some_and(|k| {
            record::sshsig::verify(&k, CLEARANCE, statement.as_bytes(), signature).is_ok()
        })
    }

    pub(crate) fn open_case(&mut self, c: &OpenCase) {
        self.case = Some(c.clone());
    }

    pub(crate) fn set_rules(&mut self, r: &GroundRules) {
        self.rules = Some(r.clone());
    }

    pub(crate) fn add_officer(&mut self, o: &OfficerAdded) {
        self.officers.insert(o.officer.clone(), o.clone());
    }
}

pub(crate) fn open_case(d: &Deciding<'_>, c: &OpenCase) -> Result<Vec<Outgoing>, Refused> {
    if d.view.desk.opening.case.is_some() {
        return d.refuse(Reason::CaseIsOpen);
    }
    if c.languages.is_empty() {
        return d.refuse(Reason::NothingGiven { what: "languages" });
    }
    // The zones are data that the program carries; nothing is read from the machine.
    if jiff::tz::TimeZone::get(c.zone.as_str()).is_err() {
        return d.refuse(Reason::NoSuchZone {
            zone: c.zone.to_string(),
        });
    }
    d.here(Event::CaseOpened(c.clone()))
}

pub(crate) fn ground_rules(d: &Deciding<'_>, r: &GroundRules) -> Result<Vec<Outgoing>, Refused> {
    if r.required.is_empty() {
        return d.refuse(Reason::NothingGiven { what: "required" });
    }
    for p in &r.required {
        d.participant(p)?;
    }
    if r.clearance == Clearance::TwoOfficers && d.view.desk.opening.officers.len() < 2 {
        return d.refuse(Reason::TooFewOfficers {
            named: d.view.desk.opening.officers.len(),
        });
    }
    if d.view.desk.opening.clearance() == Clearance::TwoOfficers
        && r.clearance == Clearance::OneOfficer
    {
        return d.refuse(Reason::RulesNotLoosened);
    }
    d.here(Event::GroundRulesSet(r.clone()))
}

pub(crate) fn add_officer(d: &Deciding<'_>, o: &AddOfficer) -> Result<Vec<Outgoing>, Refused> {
    if d.view.desk.opening.officers.contains_key(&o.officer) {
        return d.refuse(Reason::NameTaken {
            name: o.officer.to_string(),
        });
    }
    let key = match (&o.code, &o.key) {
        (Some(code), None) if code.as_str().chars().count() >= CODE_LEAST => {
            Title::new(officer_key(&o.officer, code.as_str()).public().to_openssh()).ok()
        }
        (None, Some(key)) => DeskPublicKey::from_openssh(key.as_str())
            .ok()
            .map(|_| key.clone()),
        _ => None,
    };
    let Some(key) = key else {
        return d.refuse(Reason::CodeTooShort { least: CODE_LEAST });
    };
    let admitted_by = admission(d, o, &key)?;
    d.here(Event::OfficerAdded(OfficerAdded {
        officer: o.officer.clone(),
        name: o.name.clone(),
        role: o.role.clone(),
        key,
        admitted_by,
    }))
}

/// Where two officers are asked for, nobody names a second one for herself: an officer who is
/// there admits the new one, with a code of her own.
fn admission(d: &Deciding<'_>, o: &AddOfficer, key: &Title) -> Result<Option<Admission>, Refused> {
    let two = d.view.desk.opening.clearance() == Clearance::TwoOfficers;
    let Some(a) = &o.admitted_by else {
        return if two {
            d.refuse(Reason::NotAdmitted)
        } else {
            Ok(None)
        };
    };
    let statement = admission_statement(&o.officer, key);
    let signature = confirmed(
        d,
        &a.officer,
        a.code.as_ref(),
        a.signature.as_ref(),
        &statement,
    )?;
    Ok(Some(Admission {
        officer: a.officer.clone(),
        code: None,
        signature: Some(signature),
    }))
}

/// What an officer signs to admit another.
pub fn admission_statement(officer: &OfficerId, key: &Title) -> String {
    format!("Good Offices admission, form 1\nofficer: {officer}\nkey: {key}\n")
}

pub(crate) fn note(d: &Deciding<'_>, n: &Note) -> Result<Vec<Outgoing>, Refused> {
    d.here(Event::Noted(n.clone()))
}
