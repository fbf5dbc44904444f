# The rooms, and one room with its log.

rooms-title = Rooms
rooms-lead = Who sits in a room is fixed when it opens. What is said in it is heard by those who sit there, and by nobody else.
rooms-wait = Something waits in { $which }.
rooms-wait-many = { $n ->
    [2] Something waits in two of { $of } rooms.
    [3] Something waits in three of { $of } rooms.
    [4] Something waits in four of { $of } rooms.
    [5] Something waits in five of { $of } rooms.
    [6] Something waits in six of { $of } rooms.
    [7] Something waits in seven of { $of } rooms.
    [8] Something waits in eight of { $of } rooms.
    [9] Something waits in nine of { $of } rooms.
   *[other] Something waits in { $n } of { $of } rooms.
}
rooms-nothing-waits = Nothing waits in any room.
rooms-desk-in = the desk’s own room
rooms-note = Nothing passes from one to another unless the desk carries it.
rooms-none = No room has been opened yet.
rooms-room = Room
rooms-last = Last entry
rooms-pending = Pending
rooms-entries = Entries
rooms-desk-alone = The desk alone
rooms-hears = The desk and { $who }

room-over = { $n ->
    [one] Room { $code }, the only one in
    [2] Room { $code }, one of two in
    [3] Room { $code }, one of three in
    [4] Room { $code }, one of four in
    [5] Room { $code }, one of five in
    [6] Room { $code }, one of six in
    [7] Room { $code }, one of seven in
    [8] Room { $code }, one of eight in
    [9] Room { $code }, one of nine in
   *[other] Room { $code }, one of { $n } in
}
room-log = Log
room-empty = Nothing has been recorded here.
room-earlier = { $last ->
    [one] Entry 1
   *[other] Entries 1 to { $last }
}
room-whole = The whole log, as it prints
room-played = Entered later, from { $when } on: the entries were sealed then, and say when they were learnt.
room-later = Entries learnt later than the moment looked at are left out.
room-carry = Carry across

room-lead-silent = { $who }: silent; last heard { $when }.
room-lead-never-heard = { $who }: silent; not heard from yet.
room-lead-offer = Version { $version } lies here as an offer, and is not answered.
room-lead-last-offer = Version { $version } lies here as the last offer, and is not answered.
room-lead-offer-of = Version { $version } lies here as an offer; no answer yet from { $who }.
room-lead-last-offer-of = Version { $version } lies here as the last offer; no answer yet from { $who }.
room-lead-not-read-back = { $entry } was delivered and has not been read back.
room-lead-differs = What was read back of { $entry } differs from what was sent.
room-lead-concluded = Version { $version } was accepted here, and the agreement is concluded.
room-lead-accepted = Version { $version } is accepted here.
room-lead-pending = { $n ->
    [0] Nothing is pending here.
    [one] One matter is pending here.
    [2] Two matters are pending here.
    [3] Three matters are pending here.
    [4] Four matters are pending here.
    [5] Five matters are pending here.
    [6] Six matters are pending here.
    [7] Seven matters are pending here.
    [8] Eight matters are pending here.
    [9] Nine matters are pending here.
   *[other] Pending here: { $n } matters.
}

room-people = Who speaks here
room-nobody = Nobody is named yet.
room-mandate = Mandate:
room-mandate-limits = Limits:
room-mandate-none = none on record
room-bodies = Bodies that decide
room-pending = Pending here
room-no-date = no date
room-pending-contact = Contact
room-pending-demand = Answer to the demand
room-pending-offer = Answer to version { $version }
room-pending-offer-of = Answer of { $who } to version { $version }
room-pending-read-back = Read-back of
room-pending-differs = Read-back differs:
room-pending-bind = A mandate to bind { $who }
room-pending-to-draft = A changed text, of which no draft has been made
room-pending-clearance = Clearance of
room-pending-told = A stand was taken on version { $version }, and the words have changed since
room-pending-challenge = Window for a challenge:
room-channels = Channels
room-heard = Last heard
room-next = Next due
room-silence-open = Silent for
room-silence-before = A silence before
room-silence-for = { $n ->
    [0] { $span }, no attempt
    [one] { $span }, one attempt
    [2] { $span }, two attempts
    [3] { $span }, three attempts
    [4] { $span }, four attempts
    [5] { $span }, five attempts
    [6] { $span }, six attempts
    [7] { $span }, seven attempts
    [8] { $span }, eight attempts
    [9] { $span }, nine attempts
   *[other] { $span }, { $n } attempts
}
room-numbers = Numbers given here
room-kept = Outlines and lists

room-record = Record here
    .note = Whatever is recorded becomes the next entry. Once recorded it cannot be changed.
room-record-all = Everything that can be recorded here
room-record-contact = Contact
room-record-said = What was said
room-record-text = The text
room-record-people = People
room-record-desk = The desk’s own
room-record-case = The case
room-do-contact = A contact
room-do-attempt = An attempt without answer
room-do-silence = A silence
room-do-channel = A channel
room-do-message = A message
room-do-demand = A demand
room-do-answer = An answer to a demand
room-do-request = A request
room-do-met = What became of a request
room-do-undertake = An undertaking or an assurance
room-do-list = A list
room-do-put = Put a draft, for comment or as an offer
room-do-custody = A step of custody, or a read-back
room-do-position = A position
room-do-decision = A decision of a body
room-do-accept = An acceptance
room-do-refuse = A refusal
room-do-representative = A representative
room-do-mandate = A mandate
room-do-body = A body that decides
room-do-note = A note
room-do-estimate = An estimate
room-do-confirm = A confirmed number
room-do-act = An act outside any deal
room-do-outline = An outline
room-do-draft = A draft
room-do-conclude = That the agreement is concluded
room-do-announce = An announcement
room-do-require = Something that it needs
room-do-parameter = A number or a date that stands once
room-do-participant = A participant
room-do-room = Open a room
room-do-rules = Ground rules
room-do-officer = An officer
