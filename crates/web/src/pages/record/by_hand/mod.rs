//! Everything that a case file says can be entered by hand in the browser, in the order in which
//! it happened: each command is typed into its form as that form stands on its page, sent as a
//! browser without scripts sends it, and what comes of it is what comes of a replay.

mod browser;
mod invert;
mod rest;

use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
    sync::Arc,
};

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use http_body_util::BodyExt as _;
use mediation::{
    command::{CommandKind, Place, Submission},
    entry::Entry,
    ids::{EntryRef, RoomName},
    time::Instant,
    view::View,
};
use serde_json::{Map, Value};
use service::{
    FixedClock, Office, Opening, SeatDoor, SeededChance,
    case_file::{self, CaseFile, Item, Mode},
};
use store::StoreUrl;
use tower::ServiceExt as _;

use self::browser::Form;
use super::forms;
use crate::{
    routes::{At, Page},
    site::{Site, pages},
};

/// Commands that neither case gives: there was no occasion for them. A short case of its own
/// gives them, through their forms too.
const IN_NEITHER: [(&str, &str); 3] = [
    ("refuse-offer", "whoever was put an offer accepted it"),
    ("end-mandate", "no mandate was taken back"),
    ("erase-entry", "nothing had to be made unreadable"),
];

/// A store of its own, with its pages.
struct Desk {
    office: Arc<Office>,
    site: Site,
    lang: &'static str,
    /// The names of the commands that went through their forms.
    typed: BTreeSet<String>,
    /// What was sent last: a page that is only shown again has nothing more to ask.
    last: String,
    /// How many were not typed, because somebody else than the desk gave them.
    signed_in: usize,
    _folder: tempfile::TempDir,
}

type Labels = BTreeMap<String, EntryRef>;

impl Desk {
    fn empty(lang: &'static str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        // Long after: everything is told afterwards, as whoever tries the program today tells it.
        let now = "2026-03-02T09:00:00Z".parse::<jiff::Timestamp>().unwrap();
        let office = service::create(
            &StoreUrl::Sqlite(folder.path().join("case.goodoffices")),
            Opening::PublicPassphrase("public"),
            Arc::new(FixedClock::at(Instant::from(now))),
            Arc::new(SeededChance::new(7)),
        )
        .unwrap();
        let office = Arc::new(office);
        Self {
            site: Site::new(Arc::clone(&office)),
            office,
            lang,
            typed: BTreeSet::new(),
            last: String::new(),
            signed_in: 0,
            _folder: folder,
        }
    }

    fn view(&self) -> Arc<View> {
        self.office.desk_view(None).unwrap()
    }

    /// Asks for a page, or sends a form's body there: the status, the address to go to, the page.
    async fn ask(&self, path: &str, body: Option<String>) -> (StatusCode, String, String) {
        let request = Request::builder()
            .uri(path)
            .header("cookie", format!("lang={}", self.lang));
        let request = match body {
            None => request.body(Body::empty()),
            Some(body) => request
                .method("POST")
                .header("content-type", "application/x-www-form-urlencoded")
                .body(Body::from(body)),
        };
        let answer = pages(self.site.clone()).oneshot(request.unwrap()).await;
        let answer = answer.unwrap();
        let status = answer.status();
        let to = answer.headers().get(header::LOCATION);
        let to = to.map_or_else(String::new, |to| to.to_str().unwrap().to_owned());
        let bytes = answer.into_body().collect().await.unwrap().to_bytes();
        (status, to, String::from_utf8(bytes.to_vec()).unwrap())
    }

    /// Enters a whole case. What a form does not take goes in without it, so that all are named.
    async fn enter(&mut self, file: &CaseFile) {
        let (mut labels, mut faults) = (Labels::new(), Vec::new());
        for item in &file.items {
            let mut map = item.map.clone();
            map.values_mut().for_each(|value| put_in(value, &labels));
            let before = self.sizes();
            let signed_in = map.contains_key("by");
            let typed = if signed_in {
                Ok(())
            } else {
                self.type_in(&map).await
            };
            if signed_in || typed.is_err() {
                let submission = Submission::from_map(map, None).unwrap();
                self.office.submit(&submission).unwrap();
            }
            self.signed_in += usize::from(signed_in);
            let fault =
                typed.map_err(|why| format!("line {}, {}: {why}", item.line, command(item)));
            faults.extend(fault.err());
            let view = self.view();
            let written = |room: &RoomName| {
                let at = before.get(room).copied().unwrap_or(0) + 1;
                let now = view.rooms[room].size;
                (now >= at).then(|| EntryRef::new(room.clone(), at))
            };
            let mut shared = view.rooms.keys().filter(|room| !room.is_desk());
            let own = written(&RoomName::desk());
            let first = shared.find_map(written).or_else(|| own.clone());
            labels.extend(item.label.clone().zip(first));
            labels.extend(item.label_desk.clone().zip(own));
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }

    /// Types a command into its form and sends it, as often as the pages ask.
    async fn type_in(&mut self, map: &Map<String, Value>) -> Result<(), String> {
        let name = map["do"].as_str().unwrap();
        let form = forms::named(name).unwrap();
        let told = invert::typed(form, map, &self.view());
        if !told.unasked.is_empty() {
            return Err(format!("no field asks for {:?}", told.unasked));
        }
        let room = map.get("room").and_then(Value::as_str);
        let room = room.filter(|_| form.kind().place != Place::New);
        let here = Page::Record {
            room: room.unwrap_or("desk"),
            command: name,
        };
        let path = here.href(At::Now);
        let (mut status, mut to, mut page) = self.ask(&path, None).await;
        for _ in 0..6 {
            assert_eq!(crate::sound::faults(&page), Vec::<String>::new(), "{page}");
            if status != StatusCode::OK {
                break;
            }
            let mut own = browser::forms(&page);
            own.retain(|form| form.action == path);
            let body = if let Some(second) = own.iter().find(|f| f.has_button("confirmed")) {
                second.body(Some("confirmed"))
            } else {
                let mut first = own.pop().unwrap();
                let filled = fill(&mut first, &told);
                // What is missing may be asked for once the page knows what was chosen.
                let turned = first.has_button("show").then(|| first.body(Some("show")));
                match (filled, turned) {
                    (Ok(()), _) => first.body(None),
                    (Err(_), Some(turned)) if turned != self.last => turned,
                    (Err(why), _) => return Err(why),
                }
            };
            self.last.clone_from(&body);
            (status, to, page) = self.ask(&path, Some(body)).await;
        }
        if status != StatusCode::SEE_OTHER || !to.contains("?recorded=") {
            return Err(format!("{status} {to} {}", said(&page)));
        }
        self.typed.insert(name.to_owned());
        Ok(())
    }

    fn sizes(&self) -> BTreeMap<RoomName, u64> {
        let view = self.view();
        let sizes = view
            .rooms
            .values()
            .map(|room| (room.name.clone(), room.size));
        sizes.collect()
    }

    /// The views of all: the desk's, and each participant's from its own seat.
    fn views(&self) -> Vec<View> {
        let desk = self.view();
        let seats = desk.desk.roster.in_order().map(|p| {
            let door = SeatDoor::new(Arc::clone(&self.office), p.participant.clone());
            door.view(None).unwrap().view().clone()
        });
        std::iter::once(View::clone(&desk)).chain(seats).collect()
    }
}

/// Fills in what a command says, all of it, and sets what it leaves out where the page asks.
fn fill(form: &mut Form, told: &invert::Filled) -> Result<(), String> {
    for (name, values) in &told.otherwise {
        if form.has(name) {
            form.fill(name, values)?;
        }
    }
    let mut missing = Ok(());
    for (name, values) in &told.said {
        // What decides which fields follow is filled in all the same.
        missing = form.fill(name, values).and(missing);
    }
    missing
}

/// Puts the entries of labels into a command, as a replay does.
fn put_in(value: &mut Value, labels: &Labels) {
    match value {
        Value::String(text) => {
            if let Some(label) = text.strip_prefix('@') {
                *text = labels[label].to_string();
            }
        }
        Value::Array(all) => all.iter_mut().for_each(|value| put_in(value, labels)),
        Value::Object(all) => all.values_mut().for_each(|value| put_in(value, labels)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// What a page says of the last try, without its marks.
fn said(page: &str) -> String {
    let from = page.find("class=\"says").unwrap_or(0);
    let said = page[from..].split("<form").next().unwrap();
    said.replace(['\u{2068}', '\u{2069}'], "")
}

fn read(name: &str) -> CaseFile {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../cases");
    case_file::read(&std::fs::read(folder.join(name)).unwrap()).unwrap()
}

/// What an entry says: by, happened, learnt, standing, source, terms, channel, event; officers'
/// keys and signatures too, for they follow from the codes. Only the time of sealing is left out,
/// and of boxes that are ticked the order, which means nothing and which no page sends but its own.
fn known(entry: &Entry) -> Value {
    const TICKED: [&str; 4] = ["members", "people", "pending", "to"];
    let mut body = serde_json::to_value(entry.body()).unwrap();
    if let Some(event) = body.pointer_mut("/event/of") {
        for name in TICKED {
            if let Some(Value::Array(all)) = event.get_mut(name) {
                all.sort_by_key(ToString::to_string);
            }
        }
    }
    body
}

/// Enters a case by hand and replays it beside; what everybody can know then is the same.
async fn entered(file: &CaseFile, lang: &'static str) -> Desk {
    let mut hand = Desk::empty(lang);
    hand.enter(file).await;
    let replayed = Desk::empty(lang);
    let report = case_file::replay(&replayed.office, file, Mode::StopAtFirst, &mut |_, _| true);
    assert!(report.problems.is_empty(), "{:?}", report.problems);
    let (ours, theirs) = (hand.views(), replayed.views());
    assert_eq!(ours.len(), theirs.len());
    for (ours, theirs) in ours.iter().zip(&theirs) {
        let viewer = &ours.viewer;
        assert!(ours.rooms.keys().eq(theirs.rooms.keys()), "{viewer:?}");
        for (ours, theirs) in ours.rooms.values().zip(theirs.rooms.values()) {
            let room = &ours.name;
            for (ours, theirs) in ours.entries.iter().zip(&theirs.entries) {
                let (number, ours, theirs) = (ours.number, known(ours), known(theirs));
                assert_eq!(ours, theirs, "{viewer:?} in {room}, {number}");
            }
            assert_eq!(
                ours.entries.len(),
                theirs.entries.len(),
                "{viewer:?} in {room}"
            );
        }
    }
    hand
}

#[tokio::test]
async fn the_worked_example_can_be_entered_by_hand() {
    let hand = entered(&read("2023-hostage-agreement.yaml"), "en").await;
    assert_eq!(hand.signed_in, 0);
}

/// On Arabic pages: a form is the same form there.
#[tokio::test]
async fn the_labour_dispute_can_be_entered_by_hand() {
    let hand = entered(&read("labour-dispute.yaml"), "ar").await;
    // Those who sign in cannot do so in a browser yet.
    assert_eq!(hand.signed_in, 9);
}

#[tokio::test]
async fn the_rest_can_be_entered_by_hand() {
    let hand = entered(&case_file::read(rest::CASE.as_bytes()).unwrap(), "en").await;
    assert_eq!(hand.signed_in, 0);
    for (name, why) in IN_NEITHER {
        assert!(hand.typed.contains(name), "{name}: {why}");
    }
}

/// Which commands are typed is read off the files: that each of these is taken, the tests above say.
#[test]
fn every_command_is_entered_by_hand() {
    let files = ["2023-hostage-agreement.yaml", "labour-dispute.yaml"].map(read);
    let typed: BTreeSet<&str> = files
        .iter()
        .flat_map(|file| &file.items)
        .filter(|item| !item.map.contains_key("by"))
        .map(command)
        .collect();
    assert_eq!(CommandKind::ALL.len(), 50);
    for kind in CommandKind::ALL {
        let rest = IN_NEITHER.iter().any(|(name, _)| *name == kind.name);
        assert_ne!(typed.contains(kind.name), rest, "{}", kind.name);
    }
}

fn command(item: &Item) -> &str {
    item.map["do"].as_str().unwrap()
}

/// Not only what the cases say: whatever a command can say has a field.
#[test]
fn whatever_a_command_can_say_is_asked_for() {
    let schema = mediation::submission::schema();
    let commands = schema["$defs"]["Command"]["oneOf"].as_array().unwrap();
    let mut unasked = BTreeSet::new();
    for command in commands {
        let fields = command["properties"].as_object().unwrap();
        let name = fields["do"]["const"].as_str().unwrap();
        let form = forms::named(name).unwrap();
        let asked = |field: &str| {
            let mut specs = form.fields.iter();
            specs.any(|spec| spec.name.split('.').next() == Some(field))
        };
        let missing = fields
            .keys()
            .filter(|field| *field != "do" && !asked(field));
        unasked.extend(missing.map(|field| (name.to_owned(), field.to_owned())));
    }
    // What an export writes in place of a code; at the desk there is the code.
    let exported = [
        ("add-officer", "key"),
        ("clear-relay", "signature"),
        ("propose-relay", "signature"),
    ];
    let exported = exported.map(|(name, field)| (name.to_owned(), field.to_owned()));
    assert_eq!(unasked, BTreeSet::from(exported));
}
