# Plans of an exchange in stages: what all their reports say alike.

plan-range = { $low } to { $high }
plan-points = { $n ->
    [one] { $points } point
   *[other] { $points } points
}
plan-points-range = { $low } to { $high } { $n ->
    [one] point
   *[other] points
}
plan-at-first = before the first move
plan-when = { $stage }, { $time }
plan-by = by { $time } at the latest
plan-after = after { $when }: { $done }
plan-until = { $when }: { $done }
plan-stage = stage { $number }
plan-step = Step { $number } of { $stage }
plan-step-of = step { $number } of { $stage }
plan-done-handover = { $party } hands over { $what }
plan-done-together = { $party } hand over together { $what }
plan-done-escrow = { $party } hands { $what } to a third
plan-done-deposit = { $party } deposits { $what }
plan-done-give-back = { $party } has { $what } back
plan-done-verified = counted as received from then on: { $what }
plan-done-turn = { $done } (turn { $number } of { $of })
plan-proposes = The program proposes and people decide: nothing here has been agreed, and nothing was recorded.
plan-left-out = { $n ->
    [one] One more is not told here; the JSON holds all of them.
   *[other] { $count } more are not told here; the JSON holds all of them.
}
plan-foot-people = People are counted as people. What things are worth is what a party says of its own, on its own scale: no two parties’ points stand on one scale, and nothing here weighs one against the other.
plan-foot-page = This page stands by itself: it asks no network for anything and runs nothing.
plan-and-more = { $n ->
    [one] one more
   *[other] { $count } more
}
plan-written = { $path } was written.
plan-not-written = { $path } was not written: no order was found, so there is no plan in it.
plan-search-stopped = The search was stopped: what it had found by then is told, with what is proved of it.
plan-overstating-left = What overstating does was not looked at for every issue, as that would take long: { $option } does it.
plan-stopping = Stopping at the next opportunity. Once more stops at once.
plan-doing-reading = Reading
plan-doing-checking = Checking
plan-doing-searching = Searching
plan-doing-proving = Proving
plan-doing-overstating = Looking at overstatements
plan-doing-forecasting = Forecasting
plan-doing-writing = Writing
plan-doing-so-far = { $doing }, { $done } so far
plan-doing-left = , { $time } left of this
