# The text: its versions, positions, decisions, offers, and what was agreed.

text-none = No draft of a text has been written yet.
text-write-first = Write the first draft
text-write-next = Write the next draft
text-over = Single negotiating text in
text-several = Texts
text-versions = Versions
text-with = { $old } with { $new }
text-alone = { $version } alone
text-participants-see = Participants see the text only as it was put to them.
text-article = Article { $number }
text-articles = Articles { $numbers }
text-annex = Annex { $n }
text-annex-gone = Annex struck out
text-size = { $articles } in { $languages }.
text-size-articles = { $n ->
    [one] One article
    [2] Two articles
    [3] Three articles
    [4] Four articles
    [5] Five articles
    [6] Six articles
    [7] Seven articles
    [8] Eight articles
    [9] Nine articles
   *[other] { $n } articles
}
text-size-languages = { $n ->
    [one] one language
    [2] two languages
    [3] three languages
   *[other] { $n } languages
}
text-no-brackets = In version { $version } no bracket is open.
text-open-brackets = In version { $version } wording is still open, in brackets, in { $articles }.
text-waiting = It is not yet put to { $who }, whose stand was on an earlier version.
text-was-concluded = It was concluded on { $when }.
text-version-head = Version { $version }
text-against = Version { $version }, against version { $before }
text-positions = Positions on version { $version }
text-key-added = added
text-key-struck-out = struck out
text-key-bracket = not agreed
text-key-whose = whose
text-heading-was = The heading is not that of version { $version }:
text-can-be-put = No bracket is open. It can be put for acceptance.
text-concluded-on = Concluded on { $when }.
text-may-bind = may bind
text-cannot-be-offered = Brackets are open. It can be put for comment, not for acceptance.
text-digest = Digest
    .means = SHA-256 over every article in every language. Read out the first eight to tell versions apart; an acceptance covers all sixty-four.
text-languages = Languages
text-equally-authentic = equally authentic
text-put-to = Put to
text-put-to-nobody = Nobody. Only the desk has read it.
text-there-version = version { $version } in that room
text-put = Put it to { $who }
text-file = File
    .means = The very bytes that the digest is made of: any computer can hash them.

text-decided = What { $body } changed
text-decided-body = Body
text-decided-for = for { $who }
text-rule-majority = rule: majority
text-rule-two-thirds = rule: two thirds
text-rule-unanimity = rule: unanimity
text-rule-head = rule: one person decides
text-decided-when = Decided
text-decided-learnt = learnt { $when }
text-decided-record = On record in
text-decided-votes = Votes
text-to-sign = to be signed with a key of one’s own:
text-votes = { $for } for, { $against } against, { $abstained } abstained
text-votes-two = { $for } for, { $against } against
text-decided-changes = Changes
text-changed = { $what }.
text-moved-gone = the striking out of { $what }
text-moved-annex = the annex “{ $title }”
text-moved-rest = the title, the languages or the order
text-kept-articles = { $n ->
    [one] { $articles } stands as it was.
   *[other] { $articles } stand as they were.
}
text-decided-annex = Annexed
text-became = Approved with modifications: they made version { $version }.
text-became-nothing = Approved with modifications. No version has been made of them yet.
text-told = Who must be told
    .note = Whoever had taken a stand before version { $version }.
text-told-on = on version { $version }
text-told-lapses = Lapses. It was given for other words.
text-told-yes = put in
text-told-not-yet = not yet
text-column-participant = Participant
text-column-stood = How they stood
text-column-becomes = What becomes of it
text-column-told = Told

text-ratification = Ratification
text-no-ground-rules = No ground rules say yet whose acceptance makes an agreement.
text-must-accept = must accept
text-column-takes = What it takes
text-column-is = Where it is
text-column-digest = Digest named
text-takes-person = A person who may bind
    .none = none on record
text-approval-missing = has not decided
text-approval-given = approved,
text-approval-made = approved, with modifications that made these words,
text-approval-other-words = approved other words,
text-approval-refused = refused,
text-challenge-until = open to challenge until { $when }
text-answer-not-put = not yet put
text-answer-not-offered = put, not offered
text-answer-open = not yet answered
text-answer-accepted = accepted
text-answer-refused = refused
text-answer-other-words = not on these words
text-digest-none = none
text-digest-same = the same
text-digest-another = another text
text-digest-eight = the first eight read out
text-concluded = Concluded
text-concluded-when = when all have accepted the same digest: { $accepted } of { $required }

text-offers = Offers
    .note = What was put for acceptance, and until when it stands.
text-column-to = To
text-column-offer = Offer
text-column-until = Until
text-column-state = State
text-offer-final = final
text-offer-no-limit = no limit
text-offer-stands = stands
text-offer-until = until { $when }
text-offer-expired = expired
text-offer-withdrawn = withdrawn
text-offer-superseded = a later version took its place

text-agreement = The agreement
text-agreement-not-yet = Not concluded.
text-agreement-executable = Concluded, and everything that it needs is in hand.
text-agreement-missing = { $n ->
    [one] Concluded. One thing is still needed before it can be carried out.
    [2] Concluded. Two things are still needed before it can be carried out.
    [3] Concluded. Three things are still needed before it can be carried out.
    [4] Concluded. Four things are still needed before it can be carried out.
    [5] Concluded. Five things are still needed before it can be carried out.
    [6] Concluded. Six things are still needed before it can be carried out.
    [7] Concluded. Seven things are still needed before it can be carried out.
    [8] Concluded. Eight things are still needed before it can be carried out.
    [9] Concluded. Nine things are still needed before it can be carried out.
   *[other] Concluded. Still needed before it can be carried out: { $n } things.
}
text-acceptances = Acceptances
text-form-common = one text that all accepted
text-form-declaration = a declaration, to which each adhered separately
text-needs = What the agreement needs before it can be carried out
text-needs-nothing = Nothing has been named that the agreement needs before it can be carried out.
text-column-need = What it needs
text-column-due = By when
text-need-owed = owed by { $who }
text-need-annex = annex
text-need-list = list
text-need-signature = signature
text-need-protocol = protocol
text-need-window = a time that must pass
text-need-other = other
text-need-no-time = no time set
text-need-met = in hand,
text-need-window-passed = has passed: record it
text-need-window-runs = not passed yet
text-need-late = missing, and late
text-need-missing = missing
text-parameters = Numbers and dates
    .note = Each stands once, for the text and for the schedule.
text-parameter-before = Before:
text-no-parameters = No number and no date has been set.
text-do-conclude = Declare it concluded
text-do-require = Name something that it needs
text-do-meet = Record that something is in hand
text-do-set = Set a number or a date
text-article-decided = { $article }, as decided
