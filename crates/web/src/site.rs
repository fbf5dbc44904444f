//! What the pages of a case have in common: the office behind them, the moment looked at, the
//! clock of the case, the tabs. A page of the desk is given the desk's view; a page for a
//! participant is given that participant's, and has no way to any other.

use std::sync::Arc;

use axum::{
    Router,
    extract::State,
    response::{IntoResponse as _, Redirect, Response},
    routing::get,
};
use maud::{Markup, html};
use mediation::{ids::ParticipantId, time::Instant, view::View};
use service::{Office, SeatDoor, SeatView, ServiceError};
use tokio::sync::{Mutex, OwnedMutexGuard};

use crate::{
    Words, guard,
    html::{Drawings, Frame, Hears, Looking, Tab, Who},
    pages,
    routes::{At, Page, pattern},
    visit::Visit,
    when::{self, Calendar},
};

/// The state of the desk's pages.
#[derive(Clone)]
pub struct Site {
    office: Arc<Office>,
    sights: Arc<[Sight]>,
    turn: Arc<Mutex<()>>,
}

/// A moment at which a case is worth looking at, named by whoever serves it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sight {
    /// The moment.
    pub at: Instant,
    /// What is seen then.
    pub title: String,
}

impl Sight {
    /// The moment as links carry it.
    pub fn link(&self) -> At {
        At::Moment(self.at.timestamp())
    }
}

/// A page of the desk, for one request.
pub struct DeskVisit {
    /// The desk's view, now or as known on the moment looked at.
    pub view: Arc<View>,
    /// What is the same for every page.
    pub visit: CaseVisit,
}

/// A page for one participant, for one request. There is no way from here to the desk's view.
pub struct SeatVisit {
    /// The participant's view, now or as known on the moment looked at.
    pub seat: SeatView,
    /// What is the same for every page.
    pub visit: CaseVisit,
}

/// What every page of a case knows of its request.
pub struct CaseVisit {
    /// The reader's language, address and wishes.
    pub visit: Visit,
    /// The moment looked at, or the present.
    pub now: Instant,
    /// The moment looked at, to be carried along in links.
    pub at: At,
    /// The days of the case, as this page tells them.
    pub calendar: Calendar,
    /// The title of the case, if one is open.
    pub case: Option<String>,
    /// What is said at the foot of every page.
    pub notice: Option<String>,
}

/// Which tab a page stands under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Under {
    /// The desk.
    Desk,
    /// The rooms.
    Rooms,
    /// The text.
    Text,
    /// The chronicle.
    Chronicle,
    /// What participants see.
    Participants,
}

impl Site {
    /// The pages of an office.
    pub fn new(office: Arc<Office>) -> Self {
        Self {
            office,
            sights: Arc::from([]),
            turn: Arc::default(),
        }
    }

    /// The same, with moments that are worth looking at.
    #[must_use]
    pub fn with_sights(mut self, sights: Vec<Sight>) -> Self {
        self.sights = sights.into();
        self
    }

    /// The moments that are worth looking at.
    pub fn moments(&self) -> &[Sight] {
        &self.sights
    }

    /// The office.
    pub fn office(&self) -> &Arc<Office> {
        &self.office
    }

    /// Waits until no other form is being recorded, so that a form sent twice at once finds at its
    /// second coming what the first has recorded.
    pub async fn turn(&self) -> OwnedMutexGuard<()> {
        Arc::clone(&self.turn).lock_owned().await
    }

    /// The desk's view for a request.
    ///
    /// # Errors
    /// An answer that says what went wrong.
    pub async fn desk(&self, visit: Visit) -> Result<DeskVisit, Response> {
        let words = visit.words;
        let failed = |e: ServiceError| guard::failed(words, &e.to_string());
        let view_at = |at: Option<Instant>| {
            let office = Arc::clone(&self.office);
            away(move || office.desk_view(at))
        };
        let present = view_at(None).await.map_err(failed)?;
        let visit = CaseVisit::of(visit, &present, self.office.now())?;
        // Before the case was opened there is nothing to look at.
        let opened = present.desk_room().and_then(|r| r.entries.first());
        if opened.is_some_and(|first| visit.now < first.learnt()) {
            return Err(guard::no_moment(words));
        }
        let view = match visit.looked_at() {
            None => present,
            Some(at) => view_at(Some(at)).await.map_err(failed)?,
        };
        Ok(DeskVisit { view, visit })
    }

    /// A participant's view for a request.
    ///
    /// # Errors
    /// The same answer for a participant that is not there and one that sits in no room.
    pub async fn seat(&self, visit: Visit, participant: &str) -> Result<SeatVisit, Response> {
        let words = visit.words;
        let failed = |e: ServiceError| guard::failed(words, &e.to_string());
        let Ok(id) = ParticipantId::new(participant) else {
            return Err(guard::absent(words));
        };
        let view_at = |at: Option<Instant>| {
            let door = SeatDoor::new(Arc::clone(&self.office), id.clone());
            away(move || door.view(at))
        };
        let present = view_at(None).await.map_err(failed)?;
        if present.view().rooms.is_empty() {
            return Err(guard::absent(words));
        }
        let visit = CaseVisit::of(visit, present.view(), self.office.now())?;
        let seat = match visit.looked_at() {
            None => present,
            Some(at) => view_at(Some(at)).await.map_err(failed)?,
        };
        Ok(SeatVisit { seat, visit })
    }
}

impl CaseVisit {
    fn of(visit: Visit, view: &View, now: Instant) -> Result<Self, Response> {
        let zone = when::zone(view.clock().map_or("UTC", |(_, zone)| zone.as_str()));
        let Some(at) = visit.at else {
            return Err(guard::no_moment(visit.words));
        };
        let present = now;
        let now = at.resolve(&zone).map_or(present, Instant::from);
        // What has not come yet cannot be looked back at.
        if now > present {
            return Err(guard::no_moment(visit.words));
        }
        let case = view.title().map(ToString::to_string);
        let notice = view.notice().map(ToString::to_string);
        Ok(Self {
            visit,
            now,
            at,
            calendar: Calendar::new(zone, now.timestamp()),
            case,
            notice,
        })
    }

    /// The words of the reader's language.
    pub fn words(&self) -> Words {
        self.visit.words
    }

    /// Whether drawings are wanted.
    pub fn drawings(&self) -> Drawings {
        self.visit.drawings
    }

    /// The moment looked at, where it is not the present.
    pub fn looked_at(&self) -> Option<Instant> {
        (self.at != At::Now).then_some(self.now)
    }

    /// Whether this page shows the present, which alone can be written to.
    pub fn is_present(&self) -> bool {
        self.at == At::Now
    }

    /// The address of a page at the moment looked at.
    pub fn href(&self, page: Page<'_>) -> String {
        page.href(self.at)
    }

    /// The clock of the heading: the hour, the day, UTC, and which day of the case it is.
    pub fn clock(&self, view: &View) -> Markup {
        let opened = view
            .rooms
            .values()
            .filter_map(|r| r.entries.first())
            .map(|e| e.learnt())
            .min();
        let day = opened.and_then(|o| u32::try_from(self.now.since(o).div_euclid(86_400) + 1).ok());
        when::clock(self.words(), self.now.timestamp(), &self.calendar, day)
    }

    /// The frame of a page.
    pub fn frame<'a>(
        &'a self,
        title: &'a str,
        who: Option<Who>,
        tabs: &'a [Tab],
        hears: Hears,
    ) -> Frame<'a> {
        let mut frame = Frame::of(&self.visit, title);
        frame.who = who;
        frame.tabs = tabs;
        frame.hears = hears;
        frame.looking = self.looking();
        frame.stands = Some(self.moment_in_full());
        frame.foot.clone_from(&self.notice);
        frame
    }

    /// "Monday 20 November 2023, 19:40 in Doha": the moment at which the page stands.
    pub fn moment_in_full(&self) -> String {
        let (words, at) = (self.words(), self.now.timestamp());
        words.t_plain(
            "looking-moment",
            &[
                ("day", when::day_in_full(words, at, &self.calendar).into()),
                ("time", when::hour(at, &self.calendar).into()),
                ("place", when::place(words, &self.calendar).into()),
            ],
        )
    }

    fn looking(&self) -> Looking {
        let here = self.now.timestamp();
        let here = here.to_zoned_datetime(self.calendar.zone.clone());
        let value = here.strftime("%Y-%m-%d %H:%M").to_string();
        if self.is_present() {
            return Looking::Present { value };
        }
        Looking::Back {
            moment: self.moment_in_full(),
            value,
            now: self.visit.here.split('?').next().unwrap_or("/").to_owned(),
        }
    }

    /// The tabs of the desk's pages.
    pub fn desk_tabs(&self, under: Under) -> Vec<Tab> {
        let words = self.words();
        [
            (Under::Desk, words.t("tab-desk"), Page::Desk),
            (Under::Rooms, words.t("tab-rooms"), Page::Rooms),
            (Under::Text, words.t("tab-text"), Page::Text),
            (Under::Chronicle, words.t("tab-chronicle"), Page::Chronicle),
            (
                Under::Participants,
                words.t("tab-participants"),
                Page::Participants,
            ),
        ]
        .into_iter()
        .map(|(tab, said, page)| Tab {
            said,
            href: self.href(page),
            here: tab == under,
        })
        .collect()
    }

    /// Who reads the desk's pages.
    pub fn desk_reader(&self) -> Option<Who> {
        Some(Who {
            said: html! { (self.words().t("reader-desk")) },
        })
    }
}

/// Runs something that waits for the disk away from the threads that serve.
///
/// # Errors
/// What the work gave, or that it failed in the middle.
pub async fn away<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, ServiceError> + Send + 'static,
) -> Result<T, ServiceError> {
    tokio::task::spawn_blocking(work)
        .await
        .unwrap_or(Err(ServiceError::Poisoned))
}

/// The desk; of a case that is shown rather than worked on, at the first moment worth seeing.
async fn front(State(site): State<Site>) -> Response {
    let at = site.moments().first().map_or(At::Now, Sight::link);
    Redirect::to(&Page::Desk.href(at)).into_response()
}

/// The routes of a case, behind the guard.
pub fn pages(site: Site) -> Router {
    Router::new()
        .route(pattern::FRONT, get(front))
        .merge(pages::routes())
        .with_state(site)
}
