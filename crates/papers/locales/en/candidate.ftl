# A candidate, in full and in brief.

band-likely = Likely
band-review = To be looked at
band-unlikely = Unlikely, kept for comparison
band-word-likely = likely
band-word-review = to be looked at
band-word-unlikely = unlikely
band-count = { $n ->
    [0] no candidate
    [one] one candidate
   *[other] { $count } candidates
}
band-relatives = { $n ->
    [one] one of them rather a pair of relatives
   *[other] { $count } of them rather pairs of relatives
}
left-out = { $n ->
    [one] One more candidate is not on this page; the workbook and the JSON may hold it.
   *[other] { $count } more candidates are not on this page; the workbook and the JSON may hold them.
}
brief-caption = The others of this band, in brief.

how-to-read = How to read it
how-bits = Evidence is counted in bits. Less than 2 is weak, less than 5 moderate, less than 10 strong, more is very strong. What one side does not say speaks neither for nor against.
how-rarity = Very rare is what at most one entry in 2,000 agrees with by chance, rare one in 200, common more than one in 20.
how-letters = Where two spellings nearly agree, the letters that differ are underlined. Signs that cannot be seen stand as their code, such as U+202E.
how-bars = The bars add up from top to bottom: first the odds of any two entries, then each field, filled where it speaks for, open where it speaks against; last the sum. The lines behind them stand at 0 bits, at { $review }, from where a candidate is to be looked at, and at { $likely }, from where it is likely.

candidate-number = Candidate { $number }
candidate-bits = { $bits } bits
candidate-probability = probability { $p }
cautions = To look at first
relatives-probability = The estimate that they are relatives: { $share }.
speaks-for = For it: { $what }.
speaks-for-none = Nothing speaks for it.
speaks-against = Against it: { $what }.
speaks-against-none = Nothing speaks against it.
row-prior = Any two entries
row-relatives = That they may be relatives
row-together = What the fields say together
row-sum = Together

entry-where = { $list }, { $place }
runner-up = Next best for { $of }: { $where }, { $bits } bits, { $less } less:
runner-up-better = Better for { $of }: { $where }, { $bits } bits, { $more } more:
runner-up-none = No other entry comes near on either side.
assigned = One to one, these two were put together; { $bits } bits would be lost if they were not.
assigned-plainly = One to one, these two were put together.
not-assigned = One to one, these two were not put together: one of them goes better with another.
assigned-tied = Another arrangement is just as good.
