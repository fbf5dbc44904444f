# The page: its frame, what was read, how it was compared, what a threshold costs.

brand = Good Offices
skip = To the matter
contents = Contents of this page
page-title = Candidates: { $lists }
title-link = Candidates from two lists
title-dedupe = Candidates within one list
lead = { $likely }, { $review }; nothing has been decided.
lead-decided = { $likely }, { $review }.
lead-likely = { $n ->
    [0] No candidate is likely
    [one] One candidate is likely
   *[other] { $count } candidates are likely
}
lead-review = { $n ->
    [0] none is to be looked at
    [one] one is to be looked at
   *[other] { $count } are to be looked at
}
lead-relatives = { $n ->
    [one] One more pair looks like close relatives rather than one person.
   *[other] { $count } more pairs look like close relatives rather than one person.
}
lead-none = No candidate is likely and none is to be looked at; nothing has been decided.
propose = A candidate is a pair of entries that may be one person. The program proposes and persons decide: nothing here says that two entries are one person, and no entry was changed or put together with another.
foot-propose = Machines propose, people determine. What is decided is recorded elsewhere, with who decided, when and why.
foot-page = This page holds what two lists say about persons. It stands by itself: it asks no network for anything and runs nothing.

entries = { $n ->
    [0] no entry
    [one] one entry
   *[other] { $count } entries
}
cell-cut = { $n ->
    [one] one letter
   *[other] { $count } letters
}
cell-nothing = says nothing
joint = ,{" "}

read = What was read
read-note = Kept as it came. What a column was taken for can be corrected in a mapping file, and the lists compared again.
read-none = No list was read.
read-same-file = Both lists are the same file: every entry finds itself. Who stands in a list twice is found by comparing the list by itself (dedupe).
read-entries = Entries
read-digest = Digest
header-none = no header
taken-for-nothing = left out
columns-used = { $n ->
    [0] No column was taken for anything.
    [one] One column was taken for something that says who a person is.
   *[other] { $count } columns were taken for something that says who a person is.
}
columns-all = { $n ->
    [one] The one column
   *[other] All { $count } columns
}
problems = { $n ->
    [0] Everything was understood.
    [one] One thing was not understood or is to be looked at.
   *[other] { $count } things were not understood or are to be looked at.
}
problems-no-person = No column was taken for anything that says who a person is, so nothing of this list can be compared. Say in a mapping file what its columns mean.
problems-show = Each of them, with its place
problems-unlisted = { $n ->
    [one] One more is not listed here.
   *[other] { $count } more are not listed here.
}

compared = How it was compared
compared-note = The weights were learnt from these lists themselves, without anybody’s answers.
compared-nothing = The lists have no field in common.
compared-nothing-dedupe = No column of the list says who a person is.
method-all-link = { $n ->
    [0] There was no pair to compare.
    [one] The one pair of entries was compared.
   *[other] Every entry was compared with every entry of the other list: { $count } pairs.
}
method-all-dedupe = { $n ->
    [0] There was no pair to compare.
    [one] The one pair of entries was compared.
   *[other] Every entry was compared with every other: { $count } pairs.
}
method-blocked = { $n ->
    [one] Of { $possible } pairs of entries one was looked at.
   *[other] Of { $possible } pairs of entries { $count } were looked at.
}
method-keys = They agree in at least one of these: { $ways }.
method-loss = { $n ->
    [one] An estimated { $mid } of the pairs that are one person were thereby not seen (95% interval: { $low } to { $high }), judged from one entry that was compared with all others.
   *[other] An estimated { $mid } of the pairs that are one person were thereby not seen (95% interval: { $low } to { $high }), judged from { $count } entries that were compared with all others.
}
method-prior = { $n ->
    [one] Before any field is looked at, two entries taken at random are one person.
   *[other] Before any field is looked at, about one pair in { $count } is one person ({ $bits } bits). Then every field speaks for or against, and the bits are added up; each bit doubles the odds, or halves them.
}
levels-show = What each level of agreement weighs
levels-caption = Before it is looked at how rare a value is: a rare one weighs more, a common one less.

costs = What a threshold costs
costs-note = Estimated from the evidence alone; nobody has yet told the program which pairs are right.
costs-none = There is nothing from which the costs could be estimated.
costs-title = Thresholds, with how many of the candidates are of one person and how many of all such pairs are among them
costs-likely = { $n ->
    [0] From { $bits } bits on, where likely begins, there is no candidate.
    [one] From { $bits } bits on, where likely begins, there is one candidate; the estimate is that { $precision } of such candidates are of one person, and that { $recall } of all such pairs are among them.
   *[other] From { $bits } bits on, where likely begins, there are { $count } candidates; an estimated { $precision } of them are of one person, and { $recall } of all such pairs are among them.
}
costs-review = { $n ->
    [0] From { $bits } bits on, where looking begins, there is no candidate.
    [one] From { $bits } bits on, where looking begins, there is one candidate; the estimate is that { $precision } of such candidates are of one person, and that { $recall } of all such pairs are among them.
   *[other] From { $bits } bits on, where looking begins, there are { $count } candidates; an estimated { $precision } of them are of one person, and { $recall } of all such pairs are among them.
}
interval = { $mid } ({ $low }–{ $high })
chart-data = The same data as a table
chart-likely = likely
chart-review = look
chart-unlikely = unlikely
chart-precision = of one person
chart-recall = found of all
chart-bits = { $bits } bits

groups = Groups
groups-note = Entries of one list that seem to be one person. A group holds together only as well as its weakest pair.
groups-finding = { $n ->
    [0] No entries seem to be one person.
    [one] One group of entries seems to be one person.
   *[other] { $count } groups of entries seem to be one person each.
}
groups-left-out = { $n ->
    [one] One more group stands in the JSON.
   *[other] { $count } more groups stand in the JSON.
}
group-tied = another grouping is just as good

head-field = Field
head-column = Column
head-taken-for = Taken for
head-why = Why
head-place = Place
head-problem = What, and what was done
head-found = As it stands there
head-left-column = First list
head-right-column = Second list
head-if-same = If the same
head-if-different = If different
head-agreement = How they agree
head-of-one = Of one person
head-of-two = Of two persons
head-bits = Bits
head-sum = Adding up
head-threshold = From bits
head-candidates = Candidates
head-number = No.
head-cautions = To look at first
head-group = Group
head-entries = Entries
head-weakest = Weakest, bits

guessed = A guess: look at it.
taken-for-age = Age, counted back to a birth date
taken-for-house-number = House number
taken-for-row-id = the number of the row, left out
reason-header = the header is “{ $word }”
reason-header-part = the header says “{ $word }”
reason-header-against = the header says “{ $word }”, but the cells are { $cells }
reason-beside = the header says “{ $word }”; what that means here, the other columns say
reason-contents = the cells are { $cells }
reason-repeats = its cells are those of other columns put together
reason-nothing = neither header nor cells say
reason-said = the mapping file says so
cells-empty = empty
cells-dates = dates
cells-no-dates = no dates
cells-small-numbers = numbers of one or two digits
cells-sexes = words for a sex
cells-counting = numbers that count the rows
cells-distinct-numbers = numbers of one length, all different
cells-distinct-codes = codes, all different
cells-many-names = several words each, nearly all different
cells-few-values = few different values
cells-long-text = long texts
cells-words = words
cells-numbers = numbers
