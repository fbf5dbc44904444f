# The workbook for the team.

workbook-title = Candidates
sheet-candidates = Candidates
sheet-read = Read
sheet-problems = Problems
sheet-method = Method
sheet-costs = Costs

head-band = Band
head-probability = Probability
head-left-place = First: place
head-right-place = Second: place
head-field-left = { $field }: first
head-field-right = { $field }: second
head-field-agreement = { $field }: how they agree
head-field-bits = { $field }: bits
head-runner-left = Next best for the first
head-runner-right = Next best for the second
head-assignment = One to one
head-earlier = Decided before
head-left-key = First: key
head-right-key = Second: key
head-decision = Decision
head-by = By
head-when = When
head-reason = Reason
head-list = List
head-precision-low = Of one person: from
head-precision-high = Of one person: to
head-recall-low = Found of all: from
head-recall-high = Found of all: to

verdict-same = same
verdict-different = different
verdict-relatives = relatives
verdict-cannot-tell = cannot tell
verdict-wrong = Not a decision
    .message = Choose: same, different, relatives, or cannot tell.
