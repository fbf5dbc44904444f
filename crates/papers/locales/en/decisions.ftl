# What people decided before, and the threshold that was asked for.

decisions = What people decided
decisions-note = Read back from the tables in which it was written. Nothing was overwritten, and no candidate’s own evidence was changed by it.
decisions-finding = { $n ->
    [0] No decision on a pair of these lists was read.
    [one] People have decided on one pair.
   *[other] People have decided on { $count } pairs.
}
decisions-estimate = { $n ->
    [0] None of them bears on what a threshold costs.
    [one] One of them corrects the estimate of what a threshold costs.
   *[other] { $count } of them correct the estimate of what a threshold costs: in each stretch of two bits, those decided stand for the others.
}
decisions-not-listed = { $n ->
    [one] One of them is not among the candidates that are listed.
   *[other] { $count } of them are not among the candidates that are listed.
}
decisions-misfits = { $n ->
    [one] One decision does not fit these lists, and was left out.
   *[other] { $count } decisions do not fit these lists, and were left out.
}
decisions-disputed = People differ on these.
head-pairs = Pairs
head-file = File
verdicts-differ = people differ
decided = Decided by { $by }: { $verdict }
decided-when = Decided by { $by }, { $when }: { $verdict }
decided-by-nobody = somebody unnamed
decided-differ = People differ on this pair.
decided-short = decided: { $verdict }

misfit-no-columns = the file has no columns for a decision and for the keys of both entries; keep the headers that the workbook has
misfit-no-such-verdict = no such decision; it is same, different, relatives, or cannot tell
misfit-no-key = it does not say on which entries; keep both columns of keys as the workbook has them
misfit-other-list = decided on another list, or on another state of this one
misfit-no-such-row = the list has no such row
misfit-one-entry = both are the same entry

threshold-bits = Likely begins at { $bits } bits, as was asked for.
threshold-wrong = Likely begins where at most one candidate in { $one } is expected to be wrong, as was asked for.
threshold-not-kept = No threshold is expected to keep to at most one wrong candidate in { $one }: so none is likely, and all are to be looked at.
threshold-names-only = { $n ->
    [one] One of these is to be looked at all the same: nobody is likely by names alone.
   *[other] { $count } of these are to be looked at all the same: nobody is likely by names alone.
}
threshold-without-relatives = Pairs that look like relatives are not counted in this.
costs-note-decided = { $n ->
    [one] Estimated from the evidence, and corrected by what people decided on one pair.
   *[other] Estimated from the evidence, and corrected by what people decided on { $count } pairs.
}
