//! A participant's last word on a text: on which version it was said and how, so that what has
//! lapsed is shown as lapsed and is not lost.

use mediation::{
    concerns::{
        progress::{Drafts, Put},
        texts::Version,
    },
    ids::{EntryRef, ParticipantId},
    view::Room,
    words::ArticleNumber,
};

use crate::{Words, adapt, html::Position, story::names};

/// What a participant said of one version.
pub(super) struct Stood<'a> {
    /// The version, as the desk counts.
    pub version: &'a Version,
    /// Article by article.
    pub articles: Vec<(&'a ArticleNumber, Position)>,
    /// What it answered to the whole, where it was offered.
    pub answer: Option<Position>,
    /// Where its last word on it stands.
    pub entry: EntryRef,
}

/// The last version of which a participant said anything.
pub(super) fn last<'a>(drafts: &Drafts<'a>, p: &ParticipantId) -> Option<Stood<'a>> {
    let versions = drafts.versions();
    versions.into_iter().rev().find_map(|v| on(drafts, p, v))
}

/// The last one before a version.
pub(super) fn before<'a>(
    drafts: &Drafts<'a>,
    p: &ParticipantId,
    version: &Version,
) -> Option<Stood<'a>> {
    let earlier = drafts.versions().into_iter();
    let earlier = earlier.filter(|v| v.number < version.number);
    earlier.rev().find_map(|v| on(drafts, p, v))
}

/// Where a version was put to a participant.
pub(super) fn puts<'a>(drafts: &Drafts<'a>, p: &ParticipantId, v: &Version) -> Vec<Put<'a>> {
    let mut puts = drafts.puts(v);
    puts.retain(|put| put.room.opened.as_ref().is_some_and(|o| o.seats(p)));
    puts
}

fn on<'a>(drafts: &Drafts<'a>, p: &ParticipantId, version: &'a Version) -> Option<Stood<'a>> {
    let puts = puts(drafts, p, version);
    let numbers = version.text.articles.iter().map(|a| &a.number);
    let at = |room: &Room, number: u64| EntryRef::new(room.name.clone(), number);
    let answered = puts.iter().rev().find_map(|put| {
        let answer = put.room.acceptances.last_of(p, &version.id)?;
        let position = match answer.accepted {
            Some(digest) if digest == version.digest => Position::Agreed,
            None if answer.offer == put.version.number => Position::Refused,
            Some(_) | None => return None,
        };
        Some((position, at(put.room, answer.number)))
    });
    if let Some((position, entry)) = answered {
        return Some(Stood {
            version,
            articles: numbers.map(|n| (n, position)).collect(),
            answer: Some(position),
            entry,
        });
    }
    let taken = puts.iter().flat_map(|put| {
        let stands = put.room.positions.all.get(&put.version.number);
        let own = stands.and_then(|all| all.get(p)).into_iter();
        own.flat_map(|own| own.values())
            .filter_map(|t| Some((put.room.entry(t.number)?.learnt(), put.room, t.number)))
    });
    let (_, room, number) = taken.max_by_key(|(learnt, _, number)| (*learnt, *number))?;
    let stands = drafts.stands(version);
    let stands = stands.iter().find(|s| s.participant == p)?;
    let positions = stands.articles.iter();
    let positions = positions.map(|t| adapt::position(t.map(|t| t.stand)));
    Some(Stood {
        version,
        articles: numbers.zip(positions).collect(),
        answer: None,
        entry: at(room, number),
    })
}

impl Stood<'_> {
    /// The least firm stand on any article: that is the stand on the whole.
    pub(super) fn overall(&self) -> Position {
        let firmness = |p: &Position| match p {
            Position::Refused => 0,
            Position::Reserved => 1,
            Position::AdReferendum => 2,
            Position::Agreed => 3,
            Position::NoWord => 4,
        };
        let all = self.articles.iter().map(|(_, p)| *p);
        all.min_by_key(firmness).unwrap_or(Position::NoWord)
    }

    /// "ad referendum; Article 5 reserved": the stand on most articles, then the others by name.
    pub(super) fn in_words(&self, words: Words) -> String {
        let mut groups: Vec<(Position, Vec<&ArticleNumber>)> = Vec::new();
        for (number, position) in &self.articles {
            match groups.iter_mut().find(|(p, _)| p == position) {
                Some((_, numbers)) => numbers.push(number),
                None => groups.push((*position, vec![number])),
            }
        }
        groups.sort_by_key(|(_, numbers)| std::cmp::Reverse(numbers.len()));
        let mut groups = groups.into_iter();
        let Some((most, _)) = groups.next() else {
            return words.t(Position::NoWord.key());
        };
        groups.fold(words.t(most.key()), |said, (position, numbers)| {
            words.t_plain(
                "stood-but",
                &[
                    ("before", said.into()),
                    ("articles", names::articles(words, &numbers).into()),
                    ("position", words.t(position.key()).into()),
                ],
            )
        })
    }

    /// The same with its version: "on version 3: ad referendum; Article 5 reserved".
    pub(super) fn with_version(&self, words: Words) -> String {
        words.t_plain(
            "stood-on",
            &[
                ("version", self.version.version.into()),
                ("how", self.in_words(words).into()),
            ],
        )
    }
}
