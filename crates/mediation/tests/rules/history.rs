//! A history of submissions in their written form, carried out one by one on the core alone.

use std::sync::Arc;

use mediation::{
    command::Submission,
    decide::{Outgoing, decide},
    entry::{Author, Content, Entry, RoomLog},
    refusal::Refusal,
    submission::Malformed,
    time::Instant,
    view::{View, Viewer},
};
use serde_json::Value;

/// What has been recorded so far.
pub struct History {
    view: View,
    at: Instant,
    digest: String,
}

impl History {
    /// Nothing has been recorded.
    pub fn nothing() -> Self {
        Self {
            view: View::of(&Viewer::Desk, [], None),
            at: "2030-01-03T12:00Z".parse().unwrap(),
            digest: String::new(),
        }
    }

    /// A union and a firm, each in a caucus, and both at one table.
    pub fn talks() -> Self {
        let mut h = Self::nothing();
        for s in [
            r#"{"do":"open-case","title":"Pay","place":"Doha","zone":"Asia/Qatar","languages":["en"]}"#,
            r#"{"do":"add-participant","participant":"union","name":"The union","kind":"party"}"#,
            r#"{"do":"add-participant","participant":"firm","name":"The firm","kind":"party"}"#,
            r#"{"do":"open-room","room":"union","title":"Caucus","code":"U","members":["union"]}"#,
            r#"{"do":"open-room","room":"firm","title":"Caucus","code":"F","members":["firm"]}"#,
            r#"{"do":"open-room","room":"table","title":"Table","code":"T","members":["union","firm"]}"#,
            r#"{"do":"add-representative","room":"union","representative":"secretary","participant":"union","name":"S","role":"principal"}"#,
            r#"{"do":"add-representative","room":"firm","representative":"director","participant":"firm","name":"D","role":"principal"}"#,
            r#"{"do":"add-representative","room":"table","representative":"secretary","participant":"union","name":"S","role":"principal"}"#,
            r#"{"do":"add-representative","room":"table","representative":"director","participant":"firm","name":"D","role":"principal"}"#,
            r#"{"do":"ground-rules","required":["union","firm"],"clearance":"one-officer"}"#,
        ] {
            h.take(s);
        }
        h
    }

    /// The same, with a text put to the union as a final offer: entry 3 of its room.
    pub fn offer() -> Self {
        Self::offered(r#"{"finality":"final"}"#)
    }

    /// The same, with an offer that runs out.
    pub fn offer_until(expires: &str) -> Self {
        Self::offered(&format!(r#"{{"finality":"open","expires":"{expires}"}}"#))
    }

    fn offered(offer: &str) -> Self {
        let mut h = Self::talks();
        let given = h.take(
            r#"{"do":"draft","text":"pay","content":{"whole":{"title":{"en":"Pay"},"languages":["en"],"articles":[{"number":"1","words":{"en":"Five."}}]}}}"#,
        );
        let body = serde_json::to_value(&given[0].body).unwrap();
        body["event"]["of"]["digest"]
            .as_str()
            .unwrap()
            .clone_into(&mut h.digest);
        h.take(&format!(
            r#"{{"do":"put-draft","room":"union","draft":"desk/5","offer":{offer}}}"#
        ));
        h
    }

    /// The desk's view.
    pub fn view(&self) -> &View {
        &self.view
    }

    /// From now on the case is looked at as it stood at a moment.
    pub fn look_back(&mut self, at: Instant) {
        self.view = View::of(&Viewer::Desk, &self.logs(), Some(at));
    }

    /// An entry's key is destroyed.
    pub fn unreadable(&mut self, room: &str, number: u64) {
        let mut logs = self.logs();
        let name: mediation::ids::RoomName = room.parse().unwrap();
        let names: Vec<_> = self.view.rooms.keys().cloned().collect();
        let log = names.iter().position(|n| *n == name).unwrap();
        let at = usize::try_from(number).unwrap() - 1;
        let recorded = logs[log].entries[at].recorded;
        let content = Content::Unreadable;
        logs[log].entries[at] = Arc::new(Entry::new(number, recorded, content));
        self.view = View::of(&Viewer::Desk, &logs, None);
    }

    /// The digest of the text that was offered.
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// The digest of a draft of the desk's.
    pub fn digest_of(&self, draft: &str) -> String {
        let entry: mediation::ids::EntryRef = draft.parse().unwrap();
        let versions = &self.view.desk_room().unwrap().texts.versions;
        versions[&entry.number].digest.to_hex()
    }

    /// The desk's view, folded anew from the logs.
    pub fn folded(&self) -> View {
        View::of(&Viewer::Desk, &self.logs(), None)
    }

    fn logs(&self) -> Vec<RoomLog> {
        let logs = self.view.rooms.values().map(|r| RoomLog {
            entries: r.entries.clone(),
        });
        logs.collect()
    }

    /// Carries out a submission that must be taken.
    pub fn take(&mut self, json: &str) -> Vec<Outgoing> {
        let given = self.try_it(json).unwrap_or_else(|e| panic!("{json}: {e}"));
        for out in &given {
            let number = self.view.rooms.get(&out.room).map_or(0, |r| r.size) + 1;
            let content = Content::Readable(Box::new(out.body.clone()));
            self.view.push(
                &out.room,
                &Arc::new(Entry::new(number, out.body.learnt, content)),
            );
        }
        given
    }

    /// The key of the reason for which a submission is refused.
    pub fn refused(&self, json: &str) -> &'static str {
        match self.try_it(json) {
            Ok(given) => panic!("{json}: taken as {given:?}"),
            Err(e) => e
                .downcast::<Box<Refusal>>()
                .map_or_else(|e| panic!("{e}"), |r| r.reason.text().key),
        }
    }

    fn try_it(&self, json: &str) -> Result<Vec<Outgoing>, Box<dyn std::error::Error>> {
        let Value::Object(map) = serde_json::from_str(&json.replace("DIGEST", &self.digest))?
        else {
            panic!("a map")
        };
        let submission = Submission::from_map(map, Some("2030-01-01T08:00Z".parse()?))
            .map_err(|e: Malformed| e.to_string())?;
        let view = match &submission.by {
            Author::Desk => self.view.clone(),
            Author::Representative(p, _) => {
                View::of(&Viewer::Participant(p.clone()), &self.logs(), None)
            }
        };
        Ok(decide(&view, &submission, self.at)?)
    }
}
