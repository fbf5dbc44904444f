# What things are called: each word of the domain where an entry of a log names it.

entry-terms = in confidence
    .clearance = only with leave
    .substance = not to be quoted
    .open = may be quoted
entry-means = a call
    .meeting = a meeting
    .message = a message
    .visit = a visit
entry-channel-state = offered
    .tested = tested
    .authorised = authorised
    .active = active
    .silent = silent
    .closed = closed
entry-request-for = for a list
    .proof = for a proof of life
    .clarification = for a clarification
    .answer = for an answer
    .other = for something else
entry-how-far = met
    .part = met in part
    .refused = refused; it stays open
    .withdrawn = withdrawn
entry-outcome = Accepted
    .part = Accepted in part
    .declined = Declined
    .countered = Countered
entry-undertaking = Undertaking
    .assurance = Assurance
    .pilot = Pilot
entry-performance = done
    .part = done in part
    .late = late
    .excused = excused
    .disputed = disputed
    .cured = done after a breach
    .waived = waived
    .breached = not done
entry-act = Pilot
    .unilateral = Act by one side, outside any deal
    .event = On the ground
entry-list-kind = persons asked for
    .held = persons held
    .offered = persons offered for release
    .agreed = persons whose release is agreed
    .scheduled = persons set down for a stage
    .released = persons released
    .excluded = persons not to be released
    .remains = mortal remains
entry-may = speak
    .negotiate = negotiate
    .referendum = agree ad referendum
    .bind = bind
entry-role = principal
    .envoy = envoy
    .delegate = delegate
    .adviser = adviser
    .interlocutor = interlocutor
entry-weight = must approve
    .advises = advises
entry-rule = by majority
    .thirds = by two thirds
    .unanimity = unanimously
    .head = by its head, after hearing the others
    .unknown = by a rule that is not known
entry-form = one text that all accepted
    .declaration = a declaration by the mediator, to which each adhered
entry-requirement-kind = an annex
    .list = a list
    .signature = a signature
    .protocol = a protocol
    .window = a time that must pass
    .other = something else
entry-voice = attributed
    .paper = a non-paper
    .proposal = the mediator’s own proposal
entry-exact = verbatim
    .edited = edited
    .own = in the desk’s own words
entry-step = Handed to carrier
    .delivered = Delivered
    .back = Read back
entry-comparison = the same as was sent
    .differs = it differs from what was sent
    .not = nothing was read that could be compared
entry-participant-kind = party
    .intermediary = intermediary
    .guarantor = guarantor
    .monitor = monitor
    .carrier = carrier
    .observer = observer
entry-clearance = one officer may carry words across
    .two = two officers: one proposes, another clears

# Entries of a log: what kind each is, and what is said of it in the desk's words.

entry-comma = ,{" "}
entry-to-where = to
entry-the-desk = the desk
entry-desk-room = The desk’s own room
entry-by = by
entry-by-desk = by the desk
entry-told = told to the desk
entry-learnt = learnt { $when }
entry-recorded = recorded { $when }
entry-learnt-recorded = learnt { $learnt }, recorded { $recorded }
entry-from = from { $who }
entry-for-whom = for { $who }
entry-with = with
entry-in-place = in { $place }
entry-to-whom = to { $who }
entry-by-whom = by { $who }
entry-to = to
entry-of = of
entry-on = on
entry-until = until { $when }
entry-by-when = by { $when }
entry-next-due = next due { $when }
entry-not-yet = not yet
entry-version = Version { $n }
    .in = version { $n }
entry-a-text = A text
    .in = a text
entry-the-outline = the outline
entry-digest = digest beginning
entry-articles = { $n ->
    [one] Article { $which }
   *[other] Articles { $which }
}

entry-case-opened = Case opened
entry-rules = Ground rules
entry-rules-required = An agreement needs the acceptance of { $who }.
entry-rules-clearance = For what crosses: { $rule }.
entry-officer = Officer of the desk
entry-participant = Participant
entry-holder = Holder
entry-holder-through = spoken to through { $who }
entry-room-opened = Room opened
entry-room-seats = With the desk: { $who }.

entry-receipt = Receipt

entry-message = Message
entry-note = Note
entry-announced = Announcement
entry-announcement = Announcement made
entry-told-to = It stands in
entry-leave = Leave to carry
entry-request = Request
entry-request-by = Request by { $who }
entry-request-open = Still open.
entry-request-answered = Answer to a request
entry-met-with = It was met with

entry-representative = Representative
entry-own-key = Can sign with a key of their own.
entry-mandate = Mandate
entry-mandate-ended = Mandate ended
entry-ended-by = ended by
entry-instrument = By
entry-confirmed-by = Confirmed by
entry-on-text = On the text
entry-body = Body that decides
entry-decides = It decides { $how }.
entry-members = { $n ->
    [one] { $n } member
   *[other] { $n } members
}
entry-quorum = { $n } must be present
entry-challenge-hours = its decision may be challenged for { $n } hours

entry-channel = Channel
entry-channel-means = By
entry-channel-known = Known to
entry-channel-rhythm = Contact due
entry-every-hours = { $n ->
    [24] every day
   *[other] every { $n } hours
}
entry-contact = Contact
entry-ends-silence = ends silence
entry-attempt = Attempt without answer
entry-silence = Silence
entry-silence-ended = ended
entry-silence-open = not ended
entry-silence-attempts = { $n ->
    [0] Contact was due and did not come. No attempt is on record since.
    [one] Contact was due and did not come. One attempt since, without answer.
   *[other] Contact was due and did not come. { $n } attempts since, without answer.
}
entry-silence-pending = Pending when it began:

entry-demand = Demand
entry-demand-open = Not answered yet.
entry-demand-parts = The demand, part by part
entry-part = Part
entry-answer = Answer
entry-told-in = Told in
entry-no-answer = no answer yet
entry-answer-undertakes = It undertakes of its own:
entry-condition = On condition:
entry-performed = What became of it

entry-list = List received
entry-list-number = list { $n }
entry-list-count = “{ $title }”: { $n } by its own word.
entry-list-rows = { $n ->
    [one] One row as it came
   *[other] { $n } rows as they came
}
entry-list-hidden = Characters that hide, or turn round what is read, stand in { $where }; they are shown in brackets.
entry-list-cell = row { $row }, { $column }
entry-list-more = and { $n } more
entry-list-rows-differ = It says { $says } and has { $has } rows. Both are kept.
entry-list-sums-differ = It says { $says }, and its categories add up to { $sum }. Both are kept.
entry-row = Row
entry-estimate = Estimate
entry-whose = by { $who }
entry-from-to = { $low } to { $high }
entry-at-least = at least { $n }; no upper figure
entry-at-most = at most { $n }
entry-no-figure = no figure
entry-confirmed = Confirmed
entry-against-list = against list

entry-conveyed = Message
entry-carried-here = carried into this room
entry-attributed = attributed to { $who }
entry-relayed = Crossing
entry-own-words = the desk’s own words
entry-carried-to = Carried to { $room }
entry-route = By way of { $stations }.
entry-cleared-by = Cleared by { $who }
entry-proposed = Proposed crossing
entry-to-room = to { $room }
entry-from-entries = from
entry-proposed-by = proposed by { $who }
entry-waits = waits for a second officer
entry-settled-by = settled by
entry-declined = Crossing declined
entry-declined-by = by { $who }
entry-digest-read = Digest as it was read out:
entry-came-from = From
entry-came-own = The desk’s own words
entry-draft-of-desk = The desk’s draft

entry-outline = Outline
entry-replaces = in place of
entry-replaced-by = replaced by
entry-drafted = Draft
entry-made-from = made from
entry-put-to = Put to
entry-put = Text
entry-for-comment = for comment
entry-offer = Offer
entry-final = final
entry-offer-expired = expired
entry-offer-withdrawn = withdrawn
entry-offer-superseded = another took its place
entry-draft-carried = Draft put to a room
entry-withdrawn = Offer withdrawn

entry-position = Position
entry-said-by = Said by
entry-lapsed = Lapsed. It does not pass to what was put later
entry-comment = Comment
entry-decision = Decision
entry-approved = approved
entry-modified = approved with modifications
entry-not-approved = refused
entry-another-text = That is another text, with a digest beginning
entry-challenge = It may be challenged until { $when }.
entry-annexed = Annexed
entry-accepted = Acceptance
entry-accepts = accepts
entry-under-mandate = under mandate
entry-own-signature = with a signature of their own
entry-refused = Refusal
entry-refuses = refuses

entry-concluded = Agreement concluded
entry-by-acceptances = By the acceptances
entry-requirement = Needed before it can be carried out
entry-owed-by = owed by { $who }
entry-in-hand = In hand
entry-missing = Not in hand.
entry-parameter = Number or date set
entry-set-before = Set before in

entry-correction = Correction
entry-wrong = It said
entry-right = It should say
entry-corrected-by = Corrected by
entry-void-by = Void by
entry-void = It should not have been recorded; it counts nowhere.
entry-account = Another account
entry-another-account = Another account
entry-dates-differ = The dates differ:
entry-dates-joint = {" "}here,{" "}
entry-erasure = Made unreadable
entry-why = Why
entry-authority = On the authority of
entry-erased = This entry was made unreadable for good. That it was, and where it stood, is still proved.
