//! Strategies for generated cases.

use mediation::{
    concerns::{demands::Outcome, messages::HowFar, positions::Stand, relays::Voice},
    entry::Terms,
};
use proptest::{collection::vec, prelude::*, sample::select};

use crate::{
    step::{Arrives, By, Decides, Names, Officers, Provenance, Put, Step, Timed, Verbatim},
    world::{FIRST_STEP, Place},
};

/// Steps ten minutes apart; between two of them others can be put.
pub const APART: u32 = 10;

/// A case of so many scenes, most of which are one step.
pub fn case(length: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Timed>> {
    let scene = prop_oneof![
        30 => step().prop_map(|s| vec![s]),
        1 => deal(),
    ];
    vec((scene, 0_u8..40), length).prop_map(|scenes| {
        let steps = scenes
            .into_iter()
            .flat_map(|(scene, back)| scene.into_iter().map(move |s| (s, back)));
        let timed = |(n, (step, back))| Timed {
            minute: FIRST_STEP + APART * (1 + u32::try_from(n).unwrap()),
            // Most things are recorded when they are learnt.
            back: u8::saturating_sub(back, 35),
            step,
        };
        steps.enumerate().map(timed).collect()
    })
}

/// One text put to both sides, approved, and accepted by both: what chance alone would not reach.
fn deal() -> impl Strategy<Value = Vec<Step>> {
    (
        1_u8..4,
        puts(),
        prop_oneof![3 => Just(Decides::Yes), 1 => any_words().prop_map(Decides::Otherwise)],
        by(),
    )
        .prop_map(|(text, put, decides, by)| {
            let (north, south) = (Place::caucus(0), Place::caucus(1));
            let put = |to| Step::PutDraft {
                to,
                text,
                put,
                drafts: 1,
            };
            let accept = |room| Step::Accept {
                room,
                who: 0,
                pick: 0,
                names: Names::Eight,
                by,
            };
            vec![
                put(north),
                put(south),
                accept(north),
                Step::Decide {
                    room: south,
                    pick: 0,
                    decides,
                },
                accept(south),
                Step::Conclude,
                Step::TakeUp {
                    room: south,
                    pick: 0,
                },
            ]
        })
}

fn room() -> impl Strategy<Value = Place> {
    prop_oneof![12 => (0_usize..4).prop_map(Place), 1 => (4_usize..6).prop_map(Place)]
}

fn terms() -> impl Strategy<Value = Terms> {
    select(vec![
        Terms::InConfidence,
        Terms::ByClearance,
        Terms::Substance,
        Terms::Open,
    ])
}

fn by() -> impl Strategy<Value = By> {
    prop_oneof![3 => Just(By::Desk), 1 => Just(By::Told), 3 => Just(By::Envoy)]
}

fn voice() -> impl Strategy<Value = Voice> {
    select(vec![Voice::Attributed, Voice::NonPaper, Voice::Proposal])
}

fn outcome() -> impl Strategy<Value = Outcome> {
    select(vec![
        Outcome::Accepted,
        Outcome::InPart,
        Outcome::Declined,
        Outcome::Countered,
    ])
}

fn verbatim() -> impl Strategy<Value = Verbatim> {
    select(vec![Verbatim::Yes, Verbatim::No])
}

/// Where words come from; none that would be refused for their voice alone.
pub fn provenance(voice: Voice) -> BoxedStrategy<Provenance> {
    let said = |v: BoxedStrategy<Verbatim>| {
        (0_usize..3, v, 0_u8..3).prop_map(|(by, verbatim, noise)| Provenance::Said {
            by,
            verbatim,
            noise,
        })
    };
    match voice {
        Voice::Attributed => said(Just(Verbatim::Yes).boxed()).boxed(),
        Voice::NonPaper | Voice::Proposal => {
            prop_oneof![1 => Just(Provenance::Own), 2 => said(verbatim().boxed())].boxed()
        }
    }
}

fn carry() -> impl Strategy<Value = Step> {
    let arrives = prop_oneof![
        3 => Just(Arrives::Message),
        1 => Just(Arrives::Demand),
        1 => Just(Arrives::Request),
        1 => outcome().prop_map(Arrives::Answer),
    ];
    voice().prop_flat_map(move |voice| {
        (room(), provenance(voice), arrives.clone(), any_words()).prop_map(
            move |(to, from, arrives, words)| Step::Carry {
                to,
                voice,
                from,
                arrives,
                words,
            },
        )
    })
}

fn any_words() -> impl Strategy<Value = u16> {
    0_u16..400
}

fn puts() -> impl Strategy<Value = Put> {
    prop_oneof![
        Just(Put::ForComment),
        Just(Put::Open),
        (1_u8..60).prop_map(Put::Final)
    ]
}

/// One step.
pub fn step() -> BoxedStrategy<Step> {
    let (w, p, r) = (any_words, any::<u8>, room);
    prop_oneof![
        8 => (r(), p(), terms(), w(), by(), any::<bool>())
            .prop_map(|(room, who, terms, words, by, line)| Step::Say { room, who, terms, words, by, line }),
        2 => (r(), p(), terms(), w(), by()).prop_map(|(room, who, terms, words, by)| Step::Demand { room, who, terms, words, by }),
        2 => (r(), p(), p(), outcome(), by(), w())
            .prop_map(|(room, who, pick, outcome, by, words)| Step::Answer { room, who, pick, outcome, by, words }),
        2 => (r(), p(), w(), by()).prop_map(|(room, who, words, by)| Step::Request { room, who, words, by }),
        1 => (r(), p(), select(vec![HowFar::InFull, HowFar::InPart, HowFar::Withdrawn])).prop_map(|(room, pick, far)| Step::MeetRequest { room, pick, far }),
        2 => (r(), p(), terms()).prop_map(|(room, pick, terms)| Step::Leave { room, pick, terms }),
        1 => (r(), p(), w()).prop_map(|(room, who, words)| Step::Undertake { room, who, words }),
        2 => (r(), p(), w()).prop_map(|(room, who, words)| Step::Contact { room, who, words }),
        1 => (r(), p()).prop_map(|(room, who)| Step::Attempt { room, who }),
        2 => (r(), p(), p()).prop_map(|(room, who, pick)| Step::Silence { room, who, pick }),
        8 => carry(),
        4 => (r(), r(), p(), voice(), verbatim())
            .prop_map(|(to, from, pick, voice, verbatim)| Step::CarryEntry { to, from, pick, voice, verbatim }),
        2 => (r(), p(), verbatim()).prop_map(|(room, pick, right)| Step::Custody { room, pick, right }),
        7 => (r(), prop_oneof![4 => 1_u8..4, 1 => 200_u8..202], puts(), 0_u8..3)
            .prop_map(|(to, text, put, drafts)| Step::PutDraft { to, text, put, drafts }),
        5 => settled(),
        5 => aside(),
    ]
    .boxed()
}

/// What is agreed or not.
fn settled() -> impl Strategy<Value = Step> {
    let (w, p, r) = (any_words, any::<u8>, room);
    // The newest is what people mostly speak of.
    let near = || prop_oneof![3 => Just(0_u8), 1 => any::<u8>()];
    let stand = select(vec![
        Stand::Agreed,
        Stand::AgreedAdReferendum,
        Stand::Reserved,
        Stand::Refused,
    ]);
    let names =
        prop_oneof![3 => Just(Names::Whole), 2 => Just(Names::Eight), 1 => Just(Names::Wrong)];
    let decides = prop_oneof![3 => Just(Decides::Yes), 1 => w().prop_map(Decides::Otherwise), 1 => Just(Decides::No)];
    prop_oneof![
        8 => (r(), p(), near(), names, by()).prop_map(|(room, who, pick, names, by)| Step::Accept { room, who, pick, names, by }),
        4 => (r(), near(), decides).prop_map(|(room, pick, decides)| Step::Decide { room, pick, decides }),
        2 => (r(), p(), near(), stand, by()).prop_map(|(room, who, pick, stand, by)| Step::Position { room, who, pick, stand, by }),
        1 => (r(), p(), near(), w()).prop_map(|(room, who, pick, words)| Step::Comment { room, who, pick, words }),
        1 => (r(), p(), near(), by()).prop_map(|(room, who, pick, by)| Step::RefuseOffer { room, who, pick, by }),
        1 => (r(), p()).prop_map(|(room, pick)| Step::Withdraw { room, pick }),
        1 => (r(), p()).prop_map(|(room, pick)| Step::TakeUp { room, pick }),
        2 => Just(Step::Conclude),
    ]
}

/// What stands beside the talks.
fn aside() -> impl Strategy<Value = Step> {
    let (w, p, r) = (any_words, any::<u8>, room);
    prop_oneof![
        2 => w().prop_map(|words| Step::Note { words }),
        2 => (vec(r(), 1..4), w()).prop_map(|(rooms, words)| Step::Announce { rooms: once_each(rooms), words }),
        1 => w().prop_map(|words| Step::Require { words }),
        1 => w().prop_map(|value| Step::Parameter { value }),
        1 => select(vec![Officers::One, Officers::Two]).prop_map(|officers| Step::Rules { officers }),
        1 => (r(), w()).prop_map(|(room, low)| Step::Estimate { room, low }),
        1 => (r(), w()).prop_map(|(room, count)| Step::Confirm { room, count }),
        1 => (r(), p(), 0_u8..4, 0_u8..4).prop_map(|(room, who, count, rows)| Step::List { room, who, count, rows }),
        1 => (r(), w()).prop_map(|(room, words)| Step::Act { room, words }),
        2 => (r(), p(), w()).prop_map(|(room, pick, words)| Step::Correct { room, pick, words }),
        1 => (r(), p(), w()).prop_map(|(room, pick, words)| Step::Account { room, pick, words }),
        1 => (r(), p()).prop_map(|(room, pick)| Step::Erase { room, pick }),
        1 => (r(), p(), any::<bool>()).prop_map(|(room, who, binds)| Step::Mandate { room, who, binds }),
        1 => (r(), p()).prop_map(|(room, pick)| Step::EndMandate { room, pick }),
        2 => (4_usize..6).prop_map(|n| Step::OpenRoom { room: Place(n) }),
    ]
}

fn once_each(rooms: Vec<Place>) -> Vec<Place> {
    let mut out: Vec<Place> = Vec::new();
    for room in rooms {
        if !out.contains(&room) {
            out.push(room);
        }
    }
    out
}
