# The order of a plan.

order-window = Order of a plan: { $title }
order-for-desk = Order of a plan, for whoever may read all of it
order-lead-exposure-proved = In this order no party is ever exposed by more than { $share } % of all that it gives, and no other order does better: that is proved.
order-lead-exposure-open = In this order no party is ever exposed by more than { $share } % of all that it gives. No order gets below { $bound } %; between the two nothing is proved.
order-lead-guarantee-proved = In this order nobody gains by stopping as long as { $share } % of all that it gives is at stake for it, and no other order needs less: that is proved.
order-lead-guarantee-open = In this order nobody gains by stopping as long as { $share } % of all that it gives is at stake for it. No order needs less than { $bound } %; between the two nothing is proved.
order-lead-middle = Where the plan gives a worth as a range, this is said for the middle of the range only.
order-lead-none = No order keeps to all of this together.
order-lead-unknown = Neither an order that keeps to all of this was found nor a proof that there is none.
order-found-note = What this order rests on, and what it leaves to you.
order-stopped-proved = The search was stopped after that was proved: fewer stages and more even batches were not looked for to the end.
order-stopped = The search was stopped: this is the best that it had.
order-open-openings = The proof was given up after { $most } openings. More time would not close the gap: fewer classes, or more that has to come before something else, would.
order-open-too-many = More time would not close the gap: proofs go through the openings of { $most } handovers at most, and here there are { $owed }. With few enough classes, or more that has to come before something else, the order is found exactly.
order-stages-proved = { $n ->
    [one] One stage.
   *[other] { $count } stages. No order as good takes fewer.
}
order-stages-here = { $n ->
    [one] One stage.
   *[other] { $count } stages. None takes fewer with the same order of each side’s own handovers.
}
order-stages-open = { $n ->
    [one] One stage.
   *[other] { $count } stages. Whether another order as good takes fewer is not known.
}
order-even-proved = The batches are as even as an order as good and as short allows.
order-even-here = The batches are as even as this order of each side’s own handovers allows.
order-even-open = Whether the batches could be more even is not known.
order-caps-kept = The limits that parties gave were kept: none is exposed by more than it said that it accepts, and none gains by stopping more than it said to be at stake for it, of a range its lower end. A party that said nothing of either has no limit here.
order-caps-asked = It was asked that the limits that parties gave be kept: none exposed by more than it said that it accepts, and none gaining by stopping more than it said to be at stake for it, of a range its lower end. A party that said nothing of either has no limit here.
order-caps-ignored = It was not asked that the parties’ own limits be kept. An order may expose a party by more than it said that it accepts, or let it gain by stopping more than it has at stake.
order-method-chains = Found exactly, over all ways in which the two sides’ handovers can follow each other.
order-method-lattice = Found exactly, over all { $cells } combinations of counts.
order-method-orders = Found by bettering the order of each side’s own handovers; proved, where it is, by going through all openings.
order-left-batch = Left aside: rule { $rule } of batches, how many of { $class } a stage has. Check the plan in this order.
order-left-first = Left aside: rule { $rule } of first, before what { $class } go in each stage. Check the plan in this order.
order-left-group = Left aside: rule { $rule } of groups, who of the { $class } goes together. No batch of this order was found to have room for them.
order-left-price = Left aside: rule { $rule } of prices, the price of { $class }: both are given by one side, or one of them is left out of the order. Check the plan in this order.
order-left-price-at-end = Left aside: the prices paid in { $class }. They do not come out over the whole plan, in whatever order: { $due } are due, { $given } are given.
order-left-price-apart = The prices paid in { $class } do not come out over the whole plan, in whatever order: { $due } are due, { $given } are given. That is within their slack, and so they were kept at the end of each stage.
order-left-named = The order is of counts. Who of the { $class } goes when is for people to say.
order-left-conditions = Left aside: the conditions of { $places }. What they hand over, or what they wait for, cannot be told apart from the rest, or they wait for what is no step of the plan.
order-left-together = What is handed over at one moment or by turns comes one after the other in this order: { $places }.
order-left-holding = Deposits, escrow and verification were left aside, and no order has them: { $places }.
order-left-verified = That { $class } count as received only when they are verified was left aside: for an order they count at once.
order-left-without = Left out, as the plan’s own order says: { $class }. No order has them.
order-place = step { $step } of stage { $stage }
order-left-discount = That { $party } takes what comes later for less was left aside, since an order has no days: for it what comes later is worth as much.
order-left-ranges = Where a worth is a range, its middle was used to find the order. What the ranges do to it is told below.
order-conflict = What cannot hold together
order-conflict-besides = What cannot hold either
order-conflict-minimal = { $n ->
    [one] No order can keep to this, even with all other limits left out.
   *[other] These cannot all hold together. If any one of them were dropped, the others named here could.
}
order-conflict-some = These cannot all hold. Whether each of them is needed for that is not known.
order-conflict-first = { $n ->
    [one] More than one thing stands against an order. No order can keep to this, whatever else is changed. What would do is said as if all else that is told here were mended.
   *[other] More than one thing stands against an order. These cannot all hold together, whatever else is changed. What would do is said as if all else that is told here were mended.
}
order-conflict-further = { $n ->
    [one] Besides, no order can keep to this, whatever is done about what was said before. What would do is said as if all else that is told here were mended.
   *[other] Besides, these cannot all hold together, whatever is done about what was said before. What would do is said as if all else that is told here were mended.
}
order-conflict-without = { $n ->
    [one] Without that, no order can keep to this either. What would do is said as if that were left out.
   *[other] Without that, these cannot all hold together either. What would do is said as if that were left out.
}
order-conflict-without-mended = { $n ->
    [one] Without that, no order can keep to this either. What would do is said as if that were left out, and those mended that hold whatever else is done.
   *[other] Without that, these cannot all hold together either. What would do is said as if that were left out, and those mended that hold whatever else is done.
}
order-limit-exposure = { $party } accepts being exposed by { $now } of its own points at most.
order-limit-at-stake = { $party } has { $now } of its own points at stake.
order-limit-stages = Stages: at most { $now }.
order-limit-batch = { $party } hands over at most { $now } in one stage.
order-limit-price = What is paid in { $class } may be apart from what is due by { $now } at the end of a stage.
order-limit-batches-between = Rule { $rule } of batches lets { $least } to { $most } of { $class } into one stage, or none.
order-limit-batches-least = Rule { $rule } of batches asks for at least { $least } of { $class } in a stage that has any.
order-limit-batches-most = Rule { $rule } of batches lets at most { $most } of { $class } into one stage.
order-limit-first = Rule { $rule } of first puts { $class } before { $before } in each stage that has both.
order-limit-groups = Some of the { $class } go together.
order-limit-turn = It is laid down who hands over first in each stage.
order-needs-least = With all else as it is, { $needed } is the least that would do.
order-needs-some = With all else as it is, { $needed } would do; whether less does is not known.
order-needs-never = With all else as it is, nothing in its place would do.
order-needs-never-else = With all else as it is, nothing in its place would do: something else cannot hold either.
order-needs-beyond = With all else as it is, nothing up to { $needed } would do, and more than that is not reckoned with here.
order-needs-unknown = Whether anything in its place would do, with all else as it is, is not known.
order-needs-free = With all else as it is, leaving it free would do.
order-then-least = If so, { $needed } is the least that would do.
order-then-some = If so, { $needed } would do; whether less does is not known.
order-then-never = If so, nothing in its place would do.
order-then-beyond = If so, nothing up to { $needed } would do, and more than that is not reckoned with here.
order-then-unknown = Whether anything in its place would do then is not known.
order-then-free = If so, leaving it free would do.
order-room = The stages have too little room for what is to be handed over, in whatever order.
order-room-side = { $party } has { $owed } to hand over and hands over at most { $most } in one stage; { $n ->
    [one] one stage has
   *[other] { $count } stages have
} room for { $room }.
order-room-side-takes = It takes at least { $stages } stages, or at least { $batch } in one stage.
order-room-side-takes-most = It takes at least { $batch } in one stage: with more stages it would take { $stages } of them, and no more than { $limit } are reckoned with here.
order-room-rule = Of { $class } { $owed } are to be handed over, and rule { $rule } of batches lets at most { $most } of them into one stage; { $n ->
    [one] one stage has
   *[other] { $count } stages have
} room for { $room }.
order-room-rule-takes = It takes at least { $stages } stages, or an at-most of at least { $batch }.
order-room-rule-takes-most = It takes an at-most of at least { $batch }: with more stages it would take { $stages } of them, and no more than { $limit } are reckoned with here.
order-room-does = With no more stages, it would do if as many went into one stage as is said above, wherever room is lacking.
order-room-more = With no more stages, it would do if enough went into one stage wherever room is lacking; as many as is said above may not be enough.
order-room-stages-too = With no more stages it would not do, however much went into one stage wherever room is lacking; with more stages besides, it would.
order-room-does-not = With room enough there would be no order either, whether in one stage or in more of them: something else cannot hold.
order-room-unknown = Whether it would do if enough went into one stage, with all else as it is, is not known.
order-then = { $first }, then { $then }
order-order = The order
order-order-note = Days and times are for people to set.
order-move = { $stage }: { $done }
order-head-stage = Stage
order-head-who = Who
order-head-what = Hands over
order-compared = Beside the plan as it stands
order-compared-note = Each party in its own points. No two columns of different parties can be compared.
order-left-aside = As planned, but for what the order leaves aside
order-in-order = In this order
order-extension = The rule of extension
order-extension-stops = { $grants }: { $granting } for every further { $block }. At block { $at } { $party } would lose by going on.
order-extension-goes = { $grants }: { $granting } for every further { $block }. As far as the rule goes, neither party loses by going on.
order-extension-so-far = { $grants }: { $granting } for every further { $block }. In the blocks that were looked at, { $told } of them, neither party loses by going on; { $untold } more were not looked at.
order-extension-none = { $grants }: { $granting } for every further { $block }. Under its cap the rule has not one whole block to go.
order-extension-note = Counted are the middle of every range and all prices that the plan has for { $of }, each as it falls due.
order-head-block = Further block
order-head-least = So that { $party } goes on, at least
order-head-most = So that { $party } goes on, at most
order-no-number = no number
