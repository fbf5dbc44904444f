# The desk: what needs doing now, the channels, the text, the persons, the latest entries.

desk-over = Opened { $day }
desk-over-reference = { $reference }, opened { $day }
desk-sights = Look at the case on
desk-sight = { $title }
desk-sight-now = Now
desk-empty = No case is open here yet
    .lead = This store is new. A case begins when its first entry is recorded; everything else follows from there.
desk-empty-open = Begin
desk-empty-button = Open a case
desk-empty-file = Or play a case file into this store: goodoffices replay FILE
desk-empty-then = At that moment nothing had been recorded.

lead-executable = The agreement is concluded, and all that it needs is in hand.
lead-concluded = { $n ->
    [one] The agreement is concluded; one thing is still needed before it can be carried out.
    [2] The agreement is concluded; two things are still needed before it can be carried out.
    [3] The agreement is concluded; three things are still needed before it can be carried out.
    [4] The agreement is concluded; four things are still needed before it can be carried out.
    [5] The agreement is concluded; five things are still needed before it can be carried out.
    [6] The agreement is concluded; six things are still needed before it can be carried out.
    [7] The agreement is concluded; seven things are still needed before it can be carried out.
    [8] The agreement is concluded; eight things are still needed before it can be carried out.
    [9] The agreement is concluded; nine things are still needed before it can be carried out.
   *[other] The agreement is concluded; { $n } things are still needed before it can be carried out.
}
lead-moved = { $what } has moved from { $before } to { $after }.
lead-last-offer = Version { $version } lies with { $who } as the last offer.
lead-offer = Version { $version } lies with { $who } as an offer.
lead-silent = { $who } cannot be reached: { $reaches }.
lead-silent-both = { $who } cannot be reached: neither { $one } nor { $other }.
lead-nobody = Nobody on record may yet bind { $who }.
lead-late = { $n ->
    [one] One matter is late.
    [2] Two matters are late.
    [3] Three matters are late.
    [4] Four matters are late.
    [5] Five matters are late.
    [6] Six matters are late.
    [7] Seven matters are late.
    [8] Eight matters are late.
    [9] Nine matters are late.
   *[other] Late: { $n } matters.
}
lead-nothing = Nothing waits.
lead-open = { $n ->
    [one] One matter is open; nothing is late.
    [2] Two matters are open; nothing is late.
    [3] Three matters are open; nothing is late.
    [4] Four matters are open; nothing is late.
    [5] Five matters are open; nothing is late.
    [6] Six matters are open; nothing is late.
    [7] Seven matters are open; nothing is late.
    [8] Eight matters are open; nothing is late.
    [9] Nine matters are open; nothing is late.
   *[other] Open: { $n } matters; nothing is late.
}

desk-todo = To do now
desk-todo-note = { $n ->
    [0] Nothing presses.
    [one] One matter.
    [2] Two matters, the most pressing first.
    [3] Three matters, the most pressing first.
    [4] Four matters, the most pressing first.
    [5] Five matters, the most pressing first.
    [6] Six matters, the most pressing first.
    [7] Seven matters, the most pressing first.
    [8] Eight matters, the most pressing first.
    [9] Nine matters, the most pressing first.
   *[other] The most pressing first, of { $n }.
}
desk-todo-none = No contact, answer or offer falls due today.
desk-when-silent = silent
desk-when-before = before acceptance
desk-when-start = before the start
desk-when-open = open
desk-contact = { $who }: contact is due ({ $reaches })
    .link = Record the contact
desk-silence = { $who }: silent ({ $reaches })
    .link = Record an attempt
desk-last-heard = Last heard { $when }.
desk-never-heard = Not heard from yet on this channel.
desk-was-due = Contact was due { $when }.
desk-attempts = { $n ->
    [one] One attempt, not answered.
    [2] Two attempts, none answered.
    [3] Three attempts, none answered.
    [4] Four attempts, none answered.
    [5] Five attempts, none answered.
    [6] Six attempts, none answered.
    [7] Seven attempts, none answered.
    [8] Eight attempts, none answered.
    [9] Nine attempts, none answered.
   *[other] Tried { $n } times, without answer.
}
desk-pending-there = Pending there:
waits-demand = answer to a demand
waits-draft = answer to version { $version }
waits-text = answer to a text
channel-promised = Promised through it:
promise-kept = kept
promise-in-part = kept in part
promise-late = kept late
promise-broken = broken
promise-excused = excused
promise-disputed = disputed
promise-cured = made good
promise-waived = waived
promise-open = not yet due
promise-overdue = overdue
desk-owed-to = { $who } is owed { $what }
    .link = Record the answer
desk-owed-by = { $who } owes { $what }
    .link = Record what came
desk-asked = Asked { $when }, { $number }.
desk-number = { $number }
desk-demand = { $who } made a demand
    .link = Carry it across
desk-demand-put = { $who } has a demand before it
    .link = Record the answer
desk-demand-carried = Carried as { $number }; not answered there yet.
desk-demand-answered = Answered in { $number }.
    .link = Carry the answer back
desk-offer = Version { $version } is with { $who }
    .link = Record the answer
desk-offer-until = It stands until { $until }. The digest begins { $digest }.
desk-offer-open = It stands until it is withdrawn. The digest begins { $digest }.
desk-read-back = { $who }: { $number } is not read back
    .why = It was delivered. Until it is read back, nobody knows that it arrived as it was sent.
    .link = Record the read-back
desk-differs = { $who }: the read-back of { $number } differs
    .why = What was read back is not what was sent. Clear it up before anything is said on it.
    .link = Record a new read-back
desk-may-bind = Nobody on record may bind { $who }
    .why = An acceptance given now would be refused.
    .link = Record a mandate
desk-conclude = All have accepted the same words
    .why = Nothing is declared yet: { $text }
    .link = Declare it concluded
desk-to-draft = { $who }: a body changed the text, and no draft has been made of its words
    .why = { $number } made another text.
    .link = Write the draft
lead-agreed = All have accepted the same words, and no agreement is declared yet.
desk-clearance = { $number } waits for a second officer
    .why = It crosses when another officer than the one who proposed it has read and cleared it.
    .link = Read and clear
desk-told = { $who } took a stand on words that have changed
    .why = It stood on { $old }; the newest draft is { $new }.
    .link = Put the new version
desk-missing = Missing: { $what }
    .why = The agreement cannot be carried out without it.
    .link = Record that it is in hand
desk-window = Must pass first: { $what }
    .why = The agreement cannot be carried out before; nobody owes it.
    .link = Record that it has passed
desk-missing-by = Owed by { $who }. The agreement cannot be carried out without it.
desk-challenge = { $body }: its decision may be challenged
    .why = Until the window closes it is not final.
    .link = Open the room
desk-undertaken = { $who }: an undertaking falls due
    .link = Record what became of it

desk-channels = Channels
    .note = The most overdue first.
desk-channels-none = No channel is on record yet.
desk-channel-with = With
desk-channel-since = Since last contact
    .short = Last heard
desk-channel-next = Next due
desk-channel-pending = Pending there
    .short = Pending
desk-strip-range = from { $from } to { $to }
desk-not-heard = not yet
desk-no-due = none set
desk-nothing = Nothing
strip-line-contact = Contact: { $when }
strip-line-attempt = Attempt without answer: { $when }
strip-line-silence = Silence from { $from } to { $to }
strip-line-silent = Silent since { $from }
strip-line-due = Next due: { $when }
strip-nothing = No contact { $range }.
strip-in-words = { $range }: contacts { $contacts }, attempts without answer { $attempts }, silences { $silences }.

desk-stands = Where the text stands
desk-stands-note = Concluded when { $who } have accepted the same digest.
desk-stands-no-rules = It is not on record yet whose acceptance makes an agreement.
desk-stands-none = No draft has been written yet.
desk-stands-not-put = Version { $version } has not been put to anybody.
desk-stands-on = On version { $version }
desk-stands-link = Read the text, its versions and what each said of them
desk-participant = Participant
desk-on-record = On record in
desk-must-accept = must accept
desk-accepted = accepted
desk-last-put = last put to it: version { $version }
stood-on = on version { $version }: { $how }
stood-but = { $before }; { $articles } { $position }
desk-lapsed = faint: said of an earlier version, and lapsed

desk-persons = Persons
    .note = Counted apart, never added up.
desk-persons-none = No estimate and no confirmed number is on record.
persons-believed = Believed
persons-list-of = list of { $who }
desk-holders = Who is said to hold persons
holder-through = Can be spoken to through { $who }.
holder-through-nobody = Nobody is known who can speak to it.
persons-about = about { $n }
persons-between = { $low } to { $high }
persons-more = at least { $n }
persons-up-to = up to { $n }

desk-latest = Latest entries
    .note = In every room, by when they were learnt.
desk-latest-none = Nothing has been recorded.
desk-room-short = desk
entry-unreadable = Made unreadable

request-list = a list
request-proof-of-life = a proof of life
request-clarification = a clarification
request-answer = an answer
request-other = an answer to a request
means-call = call
means-meeting = meeting
means-message = message
means-visit = visit
kind-party = party
kind-intermediary = intermediary
kind-guarantor = guarantor
kind-monitor = monitor
kind-carrier = carrier
kind-observer = observer
