# Packages that parties could agree on.

packages-window = Packages: { $title }
packages-for-desk = Packages, for whoever may see all sides’ points
packages-for-party = Packages, for { $party }, with no points but its own
packages-lead-better = { $n ->
    [one] There is one package that every party prefers to the draft, and that cannot be bettered for one without being worse for another.
   *[other] There are { $count } packages that every party prefers to the draft, and that cannot be bettered for one without being worse for another.
}
packages-lead-better-found = { $n ->
    [one] One package was found that every party prefers to the draft.
   *[other] { $count } packages were found that every party prefers to the draft.
}
packages-lead-none-better = No package that all accept is better than the draft for every party.
packages-lead-none-better-found = { $n ->
    [one] The one package that was found is not better than the draft for every party. That none is, is not proved.
   *[other] None of the { $count } packages that were found is better than the draft for every party. That none at all is, is not proved.
}
packages-lead-frontier = { $n ->
    [one] One package cannot be bettered for one party without being worse for another.
   *[other] { $count } packages cannot be bettered for one party without being worse for another.
}
packages-lead-frontier-found = { $n ->
    [one] One package was found that every party accepts.
   *[other] { $count } packages were found that every party accepts, none of which could take another’s place without being worse for somebody.
}
packages-lead-none-found = No package acceptable to every party had been found when the search was stopped. Whether there is one is not known.
packages-lead-nothing = No package is acceptable to every party: each leaves somebody below what it accepts at least.
packages-size = There are about 10^{ $power } packages in all (a 1 with { $power } noughts).
packages-size-exact = There are { $all } packages in all.
packages-proof-exact = { $n ->
    [0] It is proved that none is acceptable to every party.
    [one] It is proved that there is one that cannot be bettered for one party without being worse for another, and no more.
   *[other] It is proved that { $count } cannot be bettered for one party without being worse for another, and no more. The packages shown are taken from these.
}
packages-proof-within = Not all was looked at as finely as the points are: what is left out is better by at most { $each }.
packages-proof-open = { $n ->
    [one] The search was stopped. It is not proved that there is nothing better: there may be in one gap, which the JSON holds.
   *[other] The search was stopped. It is not proved that there is nothing better: there may be in { $count } gaps, which the JSON holds.
}
packages-points-of = { $points } points of { $party }

packages-preferred = All prefer these to the draft
packages-preferred-note = Whoever would sign the draft has no reason to refuse them. The one that does most for whoever gains least, as a share of what it could gain, stands first. What differs from the draft is in bold.
packages-preferred-first = { $n ->
    [one] All prefer the first to the draft, and none of the others that are shown.
   *[other] All prefer the first { $count } to the draft, and none of the others that are shown.
}
packages-others-note = The others are as far apart as may be, of those that cannot be bettered; the one that does most for whoever has least, as a share of what it could have, stands before the rest.
packages-shown-of = { $n ->
    [one] One of { $all } is shown here.
   *[other] { $count } of { $all } are shown here, as far apart as may be.
}
packages-others-in-table = All of them stand in the report’s last table and in the JSON.
packages-others-in-json = All of them stand in the JSON.
packages-is-preferred = all prefer it
head-beside-draft = Beside the draft
packages-few-none = No package to show
packages-few = A few packages that differ
packages-few-note = As far apart as may be, of those that cannot be bettered. The one that does most for whoever has least, as a share of what it could have, stands first.
packages-package = Package { $number }
packages-draft = The draft
packages-own-scales = After each party stand points on its own scale.
packages-all-prefer = Every party prefers it to the draft.
packages-changed = { $issue }: { $here } instead of { $before }
packages-refused = The draft is below what is acceptable to: { $parties }.
head-issue = Issue
head-points-of = { $party }: points
head-more-than-draft = { $party }: more than the draft
head-package-number = Number

packages-rules = What named rules pick
packages-rules-note = A rule is somebody’s idea of what is fair. Which of them is apt, if any, is for people to say.
packages-definition = Definition:
packages-symbols = u_p is what a package is worth to party p, d_p what no agreement is worth to it.
packages-symbols-acceptable = b_p is the most that it can have from a package that all accept.
packages-symbols-all = b_p is the most that it can have from any package, acceptable to all or not.
packages-tied = { $n ->
    [one] One package.
   *[other] { $count } packages tie exactly.
}
packages-tie = Tied { $number }
packages-rule-none-found = It picks nothing yet: no package acceptable to every party had been found when the search was stopped.
packages-rule-nothing = It picks nothing: no package is acceptable to every party.
packages-rule-nobody = It picks nothing: no package gives every party more than no agreement does.
packages-rule-nobody-found = It picks nothing yet: no package was found that gives every party more than no agreement does.
packages-among-listed = It picks among the packages that were found; that it would pick none other of all is not proved.
packages-beyond-mean = Another package may do better by this rule: the geometric mean of what the parties gain may be greater by { $by } at most.
packages-beyond-share = Another package may do better by this rule: the smallest share may be { $share } at most.
packages-beyond-gain = Another package may do better by this rule: the smallest gain may be { $points } points at most.
rule-nash = Nash
rule-nash-says = What each party gains over no agreement, multiplied together, is as much as can be. A party’s scale does not matter.
rule-kalai-smorodinsky = Kalai and Smorodinsky
rule-kalai-smorodinsky-says = Whoever has the smallest share of what it could gain at most has as large a share as can be. A party’s scale does not matter; who claims that it could gain more has more. A party that can gain nothing is left out.
rule-egalitarian = Egalitarian
rule-egalitarian-says = Whoever gains least gains as much as can be. It compares points of different parties, because somebody said that they can be compared.

packages-own-worth = { $points } points of yours
packages-own-points = In points of { $party } alone.
packages-rounded = They were given as fractions, and are counted to the nearest of { $whole } points.
packages-weightless = { $n ->
    [one] Its file gives no weight to one issue: { $issues }. Whatever is agreed on it is worth nothing to it; if the weight was left out, put it in.
   *[other] Its file gives no weight to these issues: { $issues }. Whatever is agreed on them is worth nothing to it; where a weight was left out, put it in.
}
packages-weightless-among = { $n ->
   *[other] Its file gives no weight to { $count } issues, among them { $issues }. Whatever is agreed on them is worth nothing to it; where a weight was left out, put it in.
}
packages-inferred = { $n ->
    [0] Its points say only how good options are within each issue. How much issues count has not been asked yet, so every weighting is possible; it is reckoned with the middle of them, as { $whole } points for the whole, to the nearest point.
    [one] Its points say only how good options are within each issue. How much issues count is inferred from one answer; it is reckoned with the middle of what that leaves, as { $whole } points for the whole, to the nearest point.
   *[other] Its points say only how good options are within each issue. How much issues count is inferred from { $count } answers; it is reckoned with the middle of what they leave, as { $whole } points for the whole, to the nearest point.
}
packages-without = No agreement is worth { $points } points to it.
packages-at-least = It accepts nothing below { $points }.
packages-ideal = Of what all accept it can have { $points } at most.
packages-drawn = Where packages stand on the scale of { $party }
packages-floor-word = accepts at least
packages-strokes-word = all that cannot be bettered
packages-weights = How much each issue counts
packages-weights-note = { $n ->
    [0] Nothing has been asked yet: every weighting is possible, and the middle of them is reckoned with.
    [one] One answer leaves these weights; the middle of what it leaves is reckoned with.
   *[other] { $count } answers leave these weights; the middle of what they leave is reckoned with.
}
packages-ask = Ask { $party } next: which of these two would you rather have?
packages-ask-note = Either answer takes away about half of what is still possible.
packages-ask-nothing = No question about these packages would say more.
packages-first = The first
packages-second = The second
packages-aspect-term = what is agreed together, { $number }
head-aspect = What counts
head-weight = Weight
head-if-first = If the first
head-if-second = If the second

packages-overstated = If somebody overstates
packages-overstated-note = What each truly has more or less, in its own points, if one party claims more than is true. Whoever asks cannot see it; a rule that pays for it invites it.
packages-overstated-most = Claiming more pays { $party } { $points } points of its own at most, by a claim of { $by }.
packages-overstated-none = None of these claims pays whoever makes it.
packages-overstated-issues = Of the issues, the one is shown that pays the party most; where none is shown, none pays.
packages-overstated-some-issues = Of the issues, the one is shown that pays the party most, where that could be proved; where none is shown, one may pay.
packages-overstated-foremost-issues = { $n ->
    [one] Of the issues, only the one that counts most for each party was looked at; it is shown where it was proved that it pays. Overstating another may pay too.
   *[other] Of the issues, only the { $count } that count most for each party were looked at; of these the one is shown that pays the party most, where that could be proved. Overstating another may pay too.
}
packages-overstated-issues-not-seen = What overstating one issue does was not looked at, as that would take long.
packages-overstated-stopped = The work was stopped: what overstating does was looked at in part or not at all.
packages-overstated-listed = Some of this compares only packages that were found; that the rule would pick none other of all is not proved.
packages-overstated-no-issues = What overstating one issue does was not looked at, because points hang on several issues together.
packages-claims-without = { $party } claims that no agreement is better for it than it is
packages-claims-issue = { $party } claims that “{ $issue }” counts for more than it does
packages-no-agreement = no agreement
packages-picks-nothing = the rule picks nothing
packages-none-found = { $n ->
    [one] nothing found (one package looked at)
   *[other] nothing found ({ $count } packages looked at)
}
head-claims = Claim
head-overstated-by = By

packages-frontier = What cannot be bettered
packages-frontier-note = Packages that cannot be bettered for one party without being worse for another, the best for the first party first. Each column is a scale of its own.
packages-your-points = Points of yours
packages-own-none = There is no package to show.
packages-one-name = Options of “{ $issue }” have one name, “{ $option }”, and are told apart by their numbers: { $shown }.
packages-written-twice = The option “{ $option }” of “{ $issue }” is written twice with the same number, and counts as one.
packages-own-order = In the order of your own points, beside the draft where there is one. The numbers are those of this page alone: for another party the same package may have another.
packages-foot = What things are worth is what a party says of its own, on its own scale: no two parties’ points stand on one scale. People are counted as people.
