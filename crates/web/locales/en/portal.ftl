# What one participant would see, and the page that leads there.

participants-lead = What each participant would see is made of the rooms in which it sits, and of nothing else. You are looking at it as it would be shown.
participants-head = Participants
participants-note = The pages behind these links are the participant’s own. The grey line above each is the desk’s, and no part of it.
participants-none = No participant has been named yet.
participants-who = Participant
participants-rooms = Sits in
participants-sees = What it would see
participants-no-room = in no room yet
participants-see = Its first page

portal-tab = Put to you
portal-nothing = Nothing is put to you
    .lead = No text has been put to you yet. What was said in your room stands below.
portal-offer = An offer is put to you
portal-offer-final = Version { $version }, final.
portal-offer-open = Version { $version }. Other wording may be proposed.
portal-until = It stands until { $when }: another { $left }.
portal-until-withdrawn = It stands until it is withdrawn.
portal-not-answered = You have not answered it.
portal-comment = A text is put to you for comment
portal-comment-lead = Version { $version }. Nothing is asked of you but to say how you stand on it, article by article.
portal-accepted = You accepted version { $version }
portal-accepted-lead = Your acceptance binds to this text alone:
portal-refused = You refused version { $version }
portal-refused-lead = Your refusal is on record:
portal-expired = The offer of version { $version } has expired
portal-withdrawn = The offer of version { $version } was withdrawn
portal-ended = It can no longer be accepted. It can be put again only by the desk.

portal-text = The text
portal-as-put = As it was put to you:
portal-digest = Digest
portal-changed-head = Changed
portal-changed = { $what }, since version { $version }.
    .link = Read the changes
portal-unchanged = Nothing, since version { $version }.
portal-take = Take it with you
    .means = every language; the very bytes that the digest is made of
portal-changes = What changed since version { $version }
portal-stood = Of version { $version } you had said:
portal-lapsed = That has lapsed.

portal-answer-head = Your answer
    .note = It binds to this text alone. Change one character and it is another text.
portal-answer = Answer
portal-no-answer = none on record
portal-who-binds = Who may bind you to it
portal-nobody-binds = Nobody on record. An acceptance needs a mandate to bind, recorded in this room first.

portal-entry = entry
portal-article-changed = Changed since version { $version }.
portal-room = Your room
portal-room-all = { $n ->
    [one] The log, one entry
   *[other] The log, all { $n } entries
}

portal-receipts = What you can verify
    .note = Without this software, without the desk, and offline.
portal-receipts-none = Nothing has been put to you yet, and you have handed nothing over.
portal-receipt = Receipt
portal-receipt-for = For
portal-receipt-entry = Entry
portal-key = The desk’s key for this room:
    .means = Fetch it once, early, and keep it: a key that comes together with what it checks proves nothing.
portal-any-computer = On any computer
portal-if-not = If the first line is another one, the file is not that version. If a receipt does not hold, the record of this room is not what you were shown: say so to the desk, and keep your files.
