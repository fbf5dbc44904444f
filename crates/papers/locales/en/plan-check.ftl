# The check of a plan.

check-window = Check of a plan: { $title }
check-for-desk = Check of a plan, for whoever may read all of it
check-for-party = Check of a plan, for { $party }, with no points but its own
check-lead-no-points = Nobody’s points are given: only the plan’s own arithmetic was checked.
check-lead-stays = As the numbers are, no party gains by stopping at any moment.
check-found = Findings
check-found-note = What has to be put right first, then what has to be looked at.
weight-wrong = To put right
weight-look = Look at this
weight-cannot-tell = Cannot tell
weight-right = In order
weight-fact = To know
check-outside = Outside this
check-outside-said = Whoever wants the plan to fail, what neither side can deliver, and what is worth more than was said do not stand in these numbers. That somebody would gain by stopping does not say that they will; that nobody would does not say that nobody will.

check-own-points = In points of { $party } alone. All that it gives comes to { $whole }.
check-points-from-on = Given by: { $from }, { $on }.
check-points-from = Given by: { $from }.
check-points-from-nobody = Nobody is named who gave them.
check-standing = Standing
check-standing-of = { $party }: what it has received, less what it has given
check-leaving = Gain by stopping
check-leaving-of = { $party }: what it would gain by stopping, less what it has at stake
check-ahead = above the line it is ahead
check-is-exposed = below the line it is exposed
check-would-gain = above the line stopping gains it something
check-would-lose = below the line stopping costs it something

check-exposed-never = { $party } is exposed at no moment.
check-exposed = { $party } is exposed by { $points } of its own at most, { $moment }.
check-exposed-apart = { $party } is exposed by { $points } of its own at most: by at least { $low } { $lowest }, and by up to { $high } { $highest }.
check-limit-kept = It is ready for { $limit }.
check-limit-passed = That is more than the { $limit } for which it is ready.
check-limit-unsure = Whether that is more than the { $limit } for which it is ready depends on where in their ranges the numbers lie.
check-stays = { $party } gains nothing by stopping at any moment.
check-leaves = { $party } would gain { $points } { $doing }, unless at least as much more is at stake for it.
check-leaves-apart = { $party } would gain { $points } by stopping: at least { $low } { $lowest }, and up to { $high } { $highest }, unless as much more is at stake for it then.
check-cannot-tell = It cannot be told whether { $party } would gain { $doing }: with the numbers at one end of their ranges it gains { $gain }, at the other it loses { $loss }.
check-cannot-tell-even = It cannot be told whether { $party } would gain { $doing }: with the numbers at one end of their ranges it gains { $gain }, at the other nothing.
check-cannot-tell-bounds = It cannot be told whether { $party } would gain { $doing }: as far as was reckoned it gains { $gain } at most and loses { $loss } at most. Under a discount what lies with a third and what is still to come are bounded each by itself, so that it may be less of either.
check-cannot-tell-bounds-even = It cannot be told whether { $party } would gain { $doing }: as far as was reckoned it gains { $gain } at most, and perhaps nothing. Under a discount what lies with a third and what is still to come are bounded each by itself, so that it may be less.
check-by-stopping = by stopping { $moment }
check-by-not-beginning = by not beginning at all
check-whole-costs = The whole plan costs { $party } { $points } more than it brings it.
check-whole-future = Its future dealings are not counted in that.
check-whole-from-the-start = It gains by stopping from the very beginning.
check-whole-unsure = It cannot be told whether the whole plan costs { $party } more than it brings it: with the numbers at one end of their ranges it costs { $loss } more, at the other it brings { $gain } more.
check-whole-unsure-even = It cannot be told whether the whole plan costs { $party } more than it brings it: with the numbers at one end of their ranges it costs { $loss } more, at the other it comes out even.
check-no-guarantee = Nothing has to be at stake for it.
check-discount = { $party } takes what comes later for less: { $share } in 100 less for each day. What is still to come counts for less by that much for each day until it comes, and the gain by stopping is reckoned from what it then counts for; what is at stake counts whole. What the whole plan brings is reckoned so on its first day. Of the first and the last day of a moment the one is told on which stopping gains more, rounded up to its smallest unit. Standing and exposure stay as they are.
check-guarantee = What has to be at stake for it beyond its future dealings comes to { $points }, what it has deposited or in escrow included, and is most { $moment }. All of it can be released with { $until }.
check-guarantee-apart = What has to be at stake for it beyond its future dealings comes to { $points }, what it has deposited or in escrow included: at least { $low } { $lowest }, and up to { $high } { $highest }. All of it can be released with { $until }.
check-flips-head = By how much a number has to change for this to turn
check-flip = Whether { $party } would gain by stopping turns if { $what } are worth { $factor } times as much to it as was entered.
check-flip-inside = Whether { $party } would gain by stopping turns if { $what } are worth { $factor } times as much to it as was entered, which lies inside the range that was given: it cannot be told.
check-flip-nought = Whether { $party } would gain by stopping turns only if { $what } are worth nothing to it.
check-whole-flip = Whether the whole plan costs { $party } more than it brings it turns if { $what } are worth { $factor } times as much to it as was entered.
check-whole-flip-inside = Whether the whole plan costs { $party } more than it brings it turns if { $what } are worth { $factor } times as much to it as was entered, which lies inside the range that was given: it cannot be told.
check-whole-flip-nought = Whether the whole plan costs { $party } more than it brings it turns only if { $what } are worth nothing to it.
check-trust-head = Whom it has to trust
check-trust-nobody = It is never exposed, and has to trust nobody.
check-trust = { $party } has to trust { $whom } for { $points } until { $until }.
check-trust-until = { $party } is exposed by { $points } until { $until }.
check-trust-to-the-end = { $party } is exposed by { $points }, and nothing in the plan takes that back.
check-trust-from = { $said } That begins { $moment }.
check-slip-head = Where a simultaneous step slips
check-slip-note = No step is simultaneous to the second. If only its own half happens:
check-slip = { $when }: { $party } is exposed by { $points }.
check-slip-alone = { $when }: no step is simultaneous to the second. If only its own half happens, { $party } is exposed by { $points }.
check-holds-head = What would hold it

check-stops = If it stops here
check-stops-note = After each move: how many were given, how many are left of those that there are, what lies with a third, and where each party stands in its own points.
check-given-left = { $given } / { $left }
check-nothing = nothing
check-orders = Other orders
check-orders-note = The same handovers in another order. Going first costs exposure; letting the other go first costs a guarantee at the end. Whether an order is open to the parties is for them to say.
check-as-planned = As planned
check-change-turned = In each stage who went last goes first
check-change-turns = All handovers of a stage by turns
check-change-last-turns = The handovers of the last stage by turns
check-change-last = { $what } last in each stage
check-moves = The moves
check-moves-note = { $n ->
    [one] One move, in the order in which it was read.
   *[other] { $count } moves, in the order in which they were read.
}
head-order = Order
head-exposure-of = { $party }: exposed by at most
head-guarantee-of = { $party }: to be at stake
head-plan-number = No.
head-plan-when = When
head-move = Move
head-plan-moment = Moment
head-next = Who moves next
head-held = At stake: deposits and escrow
head-guarantee = To be at stake from here on
head-stops = It stops
head-given-left = { $what }: given / left
head-with-third = With a third
head-keeps = { $party }: its standing

found-more-than-there-are = More are given than there are: { $given }, of { $number }.
found-remain = Not given in this plan, and so what remains: { $what }.
found-price-stage = At the end of { $stage } what is due comes to { $due } and what is given to { $given }; they may be apart by { $slack }.
found-price-end = At the end of the plan what is due comes to { $due } and what is given to { $given }.
found-price-right = The price comes out: { $paid } for { $of }.
found-group-price = The price is for a group of { $each }, and with { $given } given a group is not whole.
found-batch-few = In { $stage } there are { $what }; there are to be { $least } at least.
found-batch-many = In { $stage } there are { $what }; there are to be { $most } at most.
found-batch-never = { $what }: at least { $least } and at most { $most } in one stage is more than can be kept.
found-out-of-order = In { $stage } { $then } go before all { $first } have gone.
found-group-parted = { $what }: not in one move with the rest of their group: { $names }.
found-waits-nothing = { $step } waits for { $key }, and no step has that key.
found-waits-later = { $step } waits for { $key }, which comes later: in this order it can never begin.
found-waits-circle = { $step } can never begin: { $keys } wait for each other.
found-waits-itself = { $step } can never begin: it waits for itself.
found-backwards-day = The day of { $stage } is before that of a stage before it.
found-backwards = { $step } has a time before that of the step before it.
found-too-late = { $step } is later than its own latest time.
found-verified-soon = { $step } verifies more { $what } than were handed over by then.
found-verified-for-nothing = A step verifies { $what }, and yet each counts as received when it is handed over, so that the verifying changes nothing here. Where it is to count, write “verified: by step” for that class.
found-never-verified = Handed over and never verified: { $what }.
found-left-in-escrow = Handed to a third and never passed on: { $what }.
found-left-deposited = { $what } is deposited, and nothing says when all of it is given back.
found-extension-further = For every further { $block } the plan grants { $grants }. The further ones allow { $n ->
    [one] one such block
   *[other] { $count } such blocks
}: { $all } in all. The cap of { $cap } is not passed.
found-extension-cap = For every further { $block } the plan grants { $grants }. The cap of { $cap } allows { $n ->
    [0] no such block
    [one] one such block
   *[other] { $count } such blocks
}: { $all } in all. Further ones beyond that earn nothing.
found-extension-over = What is left over of the further ones makes no whole block: { $over }.
found-extension-under = The cap of { $cap } is below the { $plan } that the plan has without any extension.
found-points-from-nobody = Nobody is named who said what things are worth to { $party }.
found-gains-by-giving = Giving { $what } is worth something to their giver, as it is written. What it costs a giver is written below nought: a minus may be missing.
found-costs-nothing = Giving { $what } costs their giver nothing, as it is written.
found-no-times = { $n ->
    [one] One step has no day or no time: { $which }.
   *[other] { $count } steps have no day or no time: { $which }.
}
found-no-times-all = No step has both a day and a time.
found-hours-from-day = { $n ->
    [one] One step has a day and no time, and no latest time: the hours after which what it hands over counts as received are counted from the end of that day. It is { $which }.
   *[other] { $count } steps have a day and no time, and no latest time: the hours after which what they hand over counts as received are counted from the end of that day. They are { $which }.
}
found-hours-from-nowhere = { $n ->
    [one] One step has no day: what it hands over and counts as received some hours later does so only at the end of the plan. It is { $which }.
   *[other] { $count } steps have no day: what they hand over and counts as received some hours later does so only at the end of the plan. They are { $which }.
}
found-gives-back-nothing = { $step } gives back { $what }, and nothing of that name was deposited by that side and is still there.
found-gives-back-too-much = { $step } gives back more of { $what } than that side has deposited.
found-order-too-long = Another order was not tried, because it has more than { $most } moves: { $order }.
found-factors-not-sought = By what factor one number would have to change for the finding on { $party } to flip was not sought, because it takes what comes later for less: it is sought for at most { $most } days times kinds of things.
found-not-put-last = The plan has { $classes } kinds of things. What it would change to put one of them last in each stage was not tried; it is tried for at most { $most }.
found-more = { $n ->
    [one] There is one more of these.
   *[other] There are { $count } more of these.
}
found-deliverable-unknown = Nobody said whether { $what } can be delivered at all.
check-own-move = its own move
check-others-move = a move of others
check-key-exposed = exposed
check-key-gains = stopping gains it something
check-key-band = all that lies in the ranges that were given, and their middle
