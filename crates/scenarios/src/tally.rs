//! What a run of generated cases reached: a property that never meets its case proves nothing.

use std::collections::BTreeMap;

use mediation::{entry::Content, event::Event, view::View};

use crate::interpret::Told;

/// Counts by name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally(pub BTreeMap<String, u64>);

impl Tally {
    /// Counts the events of a view, and what was refused on the way to it.
    pub fn take(&mut self, view: &View, told: &[Told]) {
        for entry in view.rooms.values().flat_map(|r| &r.entries) {
            let name = match &entry.content {
                Content::Readable(body) => kind(&body.event),
                Content::Unreadable => "unreadable".to_owned(),
            };
            self.add(name);
        }
        for refusal in told.iter().filter_map(|t| t.answer.as_ref().err()) {
            self.add(format!("refused: {}", refusal.key));
        }
    }

    fn add(&mut self, name: String) {
        *self.0.entry(name).or_default() += 1;
    }

    /// How many.
    pub fn count(&self, name: &str) -> u64 {
        self.0.get(name).copied().unwrap_or_default()
    }

    /// That each of these was reached.
    ///
    /// # Panics
    /// When one was not.
    pub fn assert_reached(&self, names: &[&str]) {
        for name in names {
            assert!(
                self.count(name) > 0,
                "no generated case reached “{name}”: {self:#?}"
            );
        }
    }
}

/// The name of an event's kind.
pub fn kind(event: &Event) -> String {
    let value = serde_json::to_value(event).unwrap();
    value["kind"].as_str().unwrap().to_owned()
}
