//! What is found of a plan itself: its arithmetic, its order, its conditions, and what it does not say.

use serde::Serialize;

use super::report::Change;

/// Something that was found of the plan itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Finding {
    /// More is given than there is.
    MoreThanThereAre {
        /// The number of the class.
        class: usize,
        /// How many are given.
        given: u64,
        /// How many there are.
        number: u32,
    },
    /// Some are not given in the plan.
    Remain {
        /// The number of the class.
        class: usize,
        /// How many.
        count: u64,
    },
    /// What is given for something is not what it costs.
    PriceOff {
        /// The number of the class in which it is paid.
        paid_in: usize,
        /// The stage at whose end, from nought; nothing for the end of the plan.
        stage: Option<usize>,
        /// What is due by then.
        due: u64,
        /// What is given by then.
        given: u64,
        /// How far they may be apart.
        slack: u64,
    },
    /// The price comes out at the end of the plan.
    PriceComesOut {
        /// The number of the class in which it is paid.
        paid_in: usize,
        /// The numbers of the classes that are paid for.
        of: Vec<usize>,
        /// How many are given and due.
        due: u64,
    },
    /// A group has a price, and is not given whole.
    GroupPriceInPart {
        /// The number of the class.
        class: usize,
        /// How many the price is for.
        each: u32,
        /// How many are given.
        given: u64,
    },
    /// A stage has fewer or more of a class than it may.
    BatchSize {
        /// The stage, from nought.
        stage: usize,
        /// The number of the class.
        class: usize,
        /// How many it has.
        count: u64,
        /// The fewest.
        at_least: Option<u32>,
        /// The most.
        at_most: Option<u32>,
    },
    /// A rule on sizes that nothing can keep.
    BatchesCannotBe {
        /// The number of the class.
        class: usize,
        /// The fewest.
        at_least: u32,
        /// The most.
        at_most: u32,
    },
    /// A class goes before one that it should go after.
    OutOfOrder {
        /// The stage, from nought.
        stage: usize,
        /// The number of the class that should go first.
        class: usize,
        /// The number of the class that goes too soon.
        before: usize,
    },
    /// Those who go in one move do not.
    GroupParted {
        /// The number of the class.
        class: usize,
        /// Those of the group that are not in the move of the first.
        named: Vec<String>,
    },
    /// A step waits for something that does not come before it.
    Waits {
        /// The stage, from nought.
        stage: usize,
        /// The step, from nought.
        step: usize,
        /// For what.
        on: WaitsFor,
    },
    /// A time before that of the move before.
    Backwards {
        /// The stage, from nought.
        stage: usize,
        /// The step, from nought.
        step: usize,
    },
    /// A day before that of a stage before it.
    BackwardsDay {
        /// The stage, from nought.
        stage: usize,
    },
    /// A time after the latest that the step allows.
    TooLate {
        /// The stage, from nought.
        stage: usize,
        /// The step, from nought.
        step: usize,
    },
    /// More verified than was handed over.
    VerifiedTooSoon {
        /// The stage, from nought.
        stage: usize,
        /// The step, from nought.
        step: usize,
        /// The number of the class.
        class: usize,
    },
    /// A step verifies what counts as received when it is handed over, so that verifying it changes nothing.
    VerifiedForNothing {
        /// The number of the class.
        class: usize,
    },
    /// Something that is never verified, although it should be.
    NeverVerified {
        /// The number of the class.
        class: usize,
        /// How many.
        count: u32,
    },
    /// What is in escrow and never passed on.
    LeftInEscrow {
        /// The number of the class.
        class: usize,
        /// How many.
        count: u32,
    },
    /// A deposit of which something was never given back.
    LeftDeposited {
        /// What it is.
        what: String,
    },
    /// Something is given back that its party has not deposited under these words.
    GivesBackNothing {
        /// The stage, from nought.
        stage: usize,
        /// The step, from nought.
        step: usize,
        /// What it is.
        what: String,
    },
    /// More is given back than was deposited, wherever the numbers lie in their ranges.
    GivesBackTooMuch {
        /// The stage, from nought.
        stage: usize,
        /// The step, from nought.
        step: usize,
        /// What it is.
        what: String,
    },
    /// How far the rule of extension reaches.
    Extension(Extends),
    /// Nobody said from whom a party's points are.
    PointsFromNobody {
        /// The number of the party.
        party: usize,
    },
    /// A giver to whom what it gives is worth something: a sign may be missing.
    GainsByGiving {
        /// The number of the class.
        class: usize,
    },
    /// A giver to whom what it gives costs nothing.
    CostsNothing {
        /// The number of the class.
        class: usize,
    },
    /// Steps of stages without a day, or without a time of their own.
    NoTimes {
        /// How many.
        steps: usize,
        /// How many steps there are.
        of: usize,
        /// The first of them.
        first: Vec<Step>,
    },
    /// Steps without a time that hand over what counts as received some hours later.
    HoursFrom {
        /// From when on these hours are counted.
        from: HoursFrom,
        /// How many steps.
        steps: usize,
        /// The first of them.
        first: Vec<Step>,
    },
    /// Persons of whom nobody said whether they can be given at all.
    DeliverableUnknown {
        /// The number of the class.
        class: usize,
    },
    /// Another order that would be of too many moves to go through it.
    OrderTooLong {
        /// The order.
        change: Change,
        /// The most moves of an order that is gone through.
        at_most: u64,
    },
    /// A plan of so many classes that none of them was put last in each stage.
    NotPutLast {
        /// How many there are.
        classes: usize,
        /// The most of which each is put last.
        at_most: usize,
    },
    /// A party that takes what comes later for less, in a plan of so many days and classes that it was
    /// not sought by what factor one of them would have to change for its verdict to turn.
    FactorsNotSought {
        /// The number of the party.
        party: usize,
        /// The most days times classes for which that is sought.
        at_most: usize,
    },
    /// So many more of the kind of the one before.
    More {
        /// How many.
        count: u64,
    },
}

/// A step of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    /// Its stage, from nought.
    pub stage: usize,
    /// Its place in the stage, from nought.
    pub step: usize,
}

/// How far a rule of extension reaches.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Extends {
    /// The number of the class of which more is given.
    pub of: usize,
    /// How many make a block.
    pub block: u32,
    /// Whole blocks that the further ones allow.
    pub blocks: u32,
    /// How many of the further ones are left over.
    pub left_over: u32,
    /// The number of the class that is granted.
    pub grants: usize,
    /// How many of that the plan has without it.
    pub in_plan: u64,
    /// How many each block grants.
    pub granting: u32,
    /// How many there may be in all.
    pub at_most: u32,
    /// Whole blocks for which the cap leaves room; below nought blocks the cap is under the plan itself.
    pub blocks_under_cap: Option<u32>,
}

/// What a step waits for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum WaitsFor {
    /// No step has this key.
    Nothing(String),
    /// That step comes later.
    Later(String),
    /// Steps that wait for each other in a circle.
    Circle(Vec<String>),
}

/// From when on the hours are counted after which something counts as received, of a step without a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum HoursFrom {
    /// From the end of its day, since it is on that day.
    EndOfDay,
    /// From no time that is known, since it has no day: it counts as received at the end of the plan.
    Nowhere,
}
