# The stability of a conflict's states.

stab-window = What is stable: { $title }
stab-over = What is stable, and why: the graph model for conflict resolution
stab-state = { $state } ({ $taken })
stab-nothing-taken = nothing is taken
stab-whatever-else = { $taken }, whatever else
stab-several = several together
stab-step = { $party } could move to { $to }
stab-gain = { $party } gains by moving to { $to }
stab-nobody = No one gains by moving from { $state }.
stab-everybody = From every state somebody gains by moving.
stab-held = { $state } holds by what others could answer: { $notions }.
stab-deterred = { $party } would gain by moving to { $to }; but then { $response }, and that is no better for { $party } than { $state }.
stab-unstable = From { $state }, where the conflict is, { $gains }, and nothing holds them back.
stab-together = From { $state }, { $parties } together could reach { $to }, which all of them like better.
stab-rule = Whether { $state } holds by { $notion } depends on how opponents may respond. It does under { $stable }, and not under { $unstable }.
stab-nothing = By { $notion } no state holds for all.
stab-more = { $n ->
    [one] One more state is not told of here.
   *[other] { $count } more states are not told of here.
}
stab-here = The conflict is in { $to }, and may stay there.
stab-way-gaining = To { $to } by moves each of which gains whoever makes it: { $steps }.
stab-way-moving = { $n ->
    [one] To { $to } by one move only, which gains nothing for whoever makes it: { $steps }.
   *[other] To { $to } by { $count } moves only, of which at least one gains nothing for whoever makes it: { $steps }.
}
stab-way-never = To { $to } there is no way from where the conflict is.
stab-need = { $party } would have to rank { $state } at least as high as { $least }.
stab-need-holds = { $party } ranks { $state } at least as high as { $least }, and that is enough.
stab-need-nothing = For { $party } it holds however it is ranked.
stab-outside = These are the rankings that were entered, carried to their end, and no prediction. Who else could act, what nobody listed as an option, and how wishes change do not stand in them.

stab-means = That means: { $meaning }
notion-nash = Nash
notion-nash-means = no move away gains anything.
notion-gmr = GMR
notion-gmr-means = whatever move would gain something, others could answer it, by whatever moves, so that nothing is gained (general metarationality).
notion-smr = SMR
notion-smr-means = the same, and whoever moved first cannot help that by moving once more (symmetric metarationality).
notion-seq = SEQ
notion-seq-means = whatever move would gain something, others could answer it so that nothing is gained, by moves each of which gains whoever makes it (sequential stability).
rule-legal-sequences = opponents may move in any sequence in which nobody moves twice in a row
rule-each-at-most-once = opponents may move in any sequence in which each moves at most once
rule-one-move = one opponent may make one move
rule-legal-sequences-short = legal sequences
rule-each-at-most-once-short = each at most once
rule-one-move-short = one move
stab-responses = How opponents may respond: { $rule }.
stab-rule-same = What is stable for all is the same under every rule of response.

stab-found = Findings
stab-found-note = By the rankings that were entered.
stab-stable = What is stable for all
stab-stable-note = Each state that is stable for every decision maker, by each notion. What the notions mean stands at the end.
stab-holds = holds
stab-holds-not = not
stab-none = no state
stab-ways = How it may go on
stab-ways-note = From where the conflict is to each state that is stable for all, by the fewest moves.
stab-would = What would make it stable
stab-would-note = How high each would have to rank the state, all else as it is.
stab-states = The states
stab-states-note = Every state, and its place in each ranking: 1 is the best, and equals have the same. Places of two decision makers say nothing of each other.
stab-words = What the notions mean
stab-words-note = Programs and papers differ in how opponents may respond; what is used here is said here.
stab-foot = What each prefers was entered by people, as an order and not as points. No wish of one is weighed against a wish of another.
head-stab-state = State
head-stab-taken = Taken
head-stab-place-of = Place for { $party }
