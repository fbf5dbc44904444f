# The forecast of a plan.

forecast-window = Forecast of a plan: { $title }
forecast-for-desk = Forecast of a plan, for whoever may read all of it
forecast-for-party = Forecast of a plan, for { $party }, from no points but its own

ten-none = none in 10
ten-few = fewer than 1 in 10
ten-about = about { $low } in 10
ten-up-to = at most { $high } in 10
ten-between = between { $low } and { $high } in 10
ten-at-least = at least { $low } in 10
ten-most = more than 9 in 10
ten-all = 10 in 10
ten-any = anything from 0 to 10 in 10

reason-delay = it is late until it is given up
reason-breach = a side breaks it off
reason-silence = the channel falls silent
reason-undeliverable = what was promised cannot be delivered

forecast-day = day { $number }
forecast-complete = Of exchanges that go by these guesses, { $ten } reach the end.
forecast-bounds = Wherever in their ranges the guesses lie, it is { $ten }.
forecast-on-day = Done by { $day }, as planned: { $ten }.
forecast-half-day = Half of them are done by { $day }.
forecast-half-days = Half of them are done by a day from { $early } to { $late }, whichever of the guesses are right.
forecast-half-unsure = By some of the guesses half of them are done by { $early }; by others fewer than half are ever done.
forecast-half-never = Fewer than half of them are ever done.
forecast-likeliest = If it stops, then most likely at the stage { $stage }, mainly because { $reason }.
forecast-agree = So it is under { $ten } of the sets of guesses.
forecast-no-stop = By these guesses it cannot stop.
forecast-no-stop-simulated = { $n ->
    [one] In the one simulated course of events it did not stop.
   *[other] In none of { $count } simulated courses of events did it stop.
}
forecast-loss = { $party } loses by stops, over all courses of events, { $points } of its own points on average; where it is most exposed it would lose { $worst }.
forecast-no-loss = { $party } is exposed at no stage and loses nothing by a stop.
forecast-no-loss-simulated = { $party } lost nothing by a stop in any of the simulated courses; where it is most exposed it would lose { $worst }.
forecast-loss-by-worths = { $party } loses by stops, over all courses of events, { $points } of its own points on average, wherever in their ranges its worths lie; where it is most exposed it would lose { $worst }.
forecast-loss-in-the-middle = { $party } loses by stops, over all courses of events, { $points } of its own points on average if everything is worth to it the middle of its range; where it is most exposed it would lose { $worst }, wherever in their ranges its worths lie.
forecast-middles = What a party gains by stopping drives breaches here, and it was reckoned with the middle of every range of points: other worths would make other chances. So what is lost on average is told for the middle of those ranges alone.
forecast-stopped-sets = { $n ->
    [one] This was stopped before its end: one of { $of } sets of guesses had been gone through, and all that follows rests on that one alone.
   *[other] This was stopped before its end: { $count } of { $of } sets of guesses had been gone through, and all that follows rests on those alone.
}
forecast-stopped-courses = { $n ->
    [one] This was stopped before its end: one of { $of } courses of events had been simulated, and all that follows rests on that one alone.
   *[other] This was stopped before its end: { $count } of { $of } courses of events had been simulated, and all that follows rests on those alone.
}
forecast-stopped-courses-sets = { $n ->
    [one] They belong to one of { $of } sets of guesses.
   *[other] They belong to { $count } of { $of } sets of guesses.
}
forecast-no-days = The stages have no days in the plan: each is counted as a day after the one before it, and days are counted from the first.
forecast-undated = { $n ->
    [one] The stage { $stages } has no day in the plan. The dates told here hold all the same, since they are counted from the day of the last stage.
   *[other] The stages { $stages } have no day in the plan. The dates told here hold all the same, since they are counted from the day of the last stage.
}
forecast-undated-last = { $n ->
    [one] The stage { $stages } has no day in the plan. It is counted as a day after the one before it, and since it is the last one, days are counted from the start: day 1 is { $first }.
   *[other] The stages { $stages } have no day in the plan. Each is counted as a day after the one before it, or on the day of the next that has one, where that is sooner; and since the last one is among them, days are counted from the start: day 1 is { $first }.
}
forecast-backwards = { $n ->
    [one] The stage { $stages } has a day before that of an earlier stage, and is counted on the latest day before it. Put the stages in the order of their days, or correct the day.
   *[other] The stages { $stages } have days before that of an earlier stage, and each is counted on the latest day before it. Put the stages in the order of their days, or correct the days.
}
forecast-slack-unchecked = { $n ->
    [one] Before the stage { $stages } days of delay are made up, and it cannot be seen whether there are as many: it does not stand between two stages that have a day.
   *[other] Before the stages { $stages } days of delay are made up, and it cannot be seen whether there are as many: they do not stand between two stages that have a day.
}
forecast-under-one = less than 1
forecast-outside = These are guesses carried to their end, and no measurement. What nobody guessed, whoever wants the plan to fail, and what changes while it runs do not stand in them.

forecast-found = What follows
forecast-found-note = From the guesses at the end of this page. A range holds what nine in ten sets of guesses say.
forecast-found-note-one = From the guesses at the end of this page.
forecast-cases = Twenty cases
forecast-cases-note = Twenty exchanges such as this, as they would go by these guesses. Each dot is one of them, and stands for one chance in twenty.
forecast-cases-key = Filled: all is done on that day. Open: it stops at that stage.
forecast-done-on = done on { $day }
forecast-stops-at = stops at { $stage }
forecast-days = By which day
forecast-days-note = How many of ten are done by each day. The line is the middle of all sets of guesses, the band holds nine in ten of them.
forecast-stages = Stage by stage
forecast-stages-note = How many of ten reach a stage, how many stop at it, and mainly why.
forecast-stage-said = { $stage }: { $reached } reach it; { $stops } stop there, mainly because { $reason }.
forecast-stage-sure = { $stage }: { $reached } reach it; none stop there.
forecast-stage-unseen = { $stage }: { $reached } reach it; no simulated course stopped there.
forecast-reasons = All reasons
forecast-costs = What a stop costs
forecast-costs-note = Each party in points of its own: what it has given and not received where the exchange stops.
forecast-guesses = The guesses
forecast-guesses-note = As they stand in the plan. Chances are numbers from 0 to 1. A range means: somewhere in it, and nobody knows where.
forecast-method-one = Every guess is one number, and all of this follows from them exactly.
forecast-method-one-worths = Every guess is one number, and the chances follow from them exactly. What things are worth is known in ranges only, and what is lost is told for all that lies in them.
forecast-method-one-middle = Every guess is one number, and the chances follow exactly from them and from the middle of every range of points.
forecast-method-exact = { $n ->
    [one] One set of guesses was drawn from the ranges and reckoned exactly.
   *[other] { $count } sets of guesses were drawn from the ranges, and each was reckoned exactly.
}
forecast-method-exact-so-far = { $n ->
    [one] This was stopped when one of { $of } sets of guesses had been drawn from the ranges and reckoned exactly.
   *[other] This was stopped when { $count } of { $of } sets of guesses had been drawn from the ranges and reckoned, each of them exactly.
}
forecast-method-sets-so-far = { $n ->
    [one] This was stopped when one of { $of } sets of guesses had been drawn from the ranges.
   *[other] This was stopped when { $count } of { $of } sets of guesses had been drawn from the ranges.
}
forecast-method-sets = { $n ->
    [one] One set of guesses was drawn from the ranges.
   *[other] { $count } sets of guesses were drawn from the ranges.
}
forecast-method-simulated = { $n ->
    [one] A rule looks back at what happened, so for each set of guesses one course of events was simulated.
   *[other] A rule looks back at what happened, so for each set of guesses { $count } courses of events were simulated.
}
forecast-method-simulated-so-far = { $n ->
    [one] A rule looks back at what happened, so courses of events were simulated: one of { $of } before this was stopped.
   *[other] A rule looks back at what happened, so courses of events were simulated: { $count } of { $of } before this was stopped.
}
forecast-method-error = On average over the sets of guesses { $chance } of the simulated courses reach the end, with a standard error of { $error }.
forecast-method-all-end = { $n ->
    [one] The one simulated course reaches the end, which says nothing of how far off that is.
   *[other] All { $count } simulated courses reach the end, so no standard error can be told from them. If on average more than 3 in { $count } stopped, the chance that none of so many is seen to stop would be less than 5 in 100.
}
forecast-method-none-end = { $n ->
    [one] The one simulated course does not reach the end, which says nothing of how far off that is.
   *[other] None of { $count } simulated courses reach the end, so no standard error can be told from them. If on average more than 3 in { $count } reached it, the chance that none of so many is seen to reach it would be less than 5 in 100.
}
forecast-method-no-error = On average over the sets of guesses { $chance } of the simulated courses reach the end. Under each single set either all of them do or none, so no standard error can be told from them.
forecast-others = { $n ->
    [one] One more party gives something and its points are not known here: it may break off like any other, and what it would gain by that drives nothing here.
   *[other] { $count } more parties give something and their points are not known here: they may break off like any other, and what they would gain by that drives nothing here.
}

guess-on-time = A stage takes place on its day
guess-breach = On a late day a side breaks it off
guess-resume = On a late day on which nobody does, the stage takes place
guess-give-up = It is given up after so many late days
guess-silent = A late stage is late because the channel is silent
guess-silent-resume = On a day of silence the stage takes place
guess-silent-give-up = It is given up after so many days of silence
guess-temptation = How strongly a gain from stopping drives a breach
guess-replaced = What cannot be delivered is replaced
guess-replacing-days = Days that replacing takes
guess-tolerated = So many of a stage may stay undelivered
guess-deliverable = Any one of the { $things } can be delivered
guess-slack = Days of delay that are made up before a stage
guess-trust-lost = Share of the trust left that a late day costs
guess-trust-regained = Share of the trust lost that a stage on its day brings back
guess-retaliation = A late stage is answered by holding back the next
guess-of-stage = { $stage }: { $guess }

head-forecast-day = By
head-forecast-done = Done
head-forecast-percent = Per cent
head-forecast-stage = Stage
head-forecast-reached = Reach it
head-forecast-stops = Stop at it
head-forecast-reason = Mainly because
head-forecast-party = Party
head-forecast-expected = On average, in its points
head-forecast-expected-middle = On average, in its points, at the middle of ranges of worths
head-forecast-worst = Where it is most exposed, in its points
head-forecast-guess = Guess
head-forecast-number = Number
