# The chronicle: the story of a case in sentences. $who, $name and the like stand as the parties
# have them; what somebody said follows the sentence, in quotation marks.

chronicle-over = Chronicle
chronicle-over-of = Chronicle, as { $who } may read it
chronicle-day = What the record tells of { $when }.
chronicle-span = What the record tells, from { $from } to { $until }.
chronicle-concluded = The agreement was concluded on { $when }. The record begins on { $from } and ends, so far, on { $until }.
chronicle-empty = Nothing has been recorded yet that belongs in a story.
chronicle-whole = The whole chronicle on one page, as it prints
chronicle-record = About this record
chronicle-written-from = { $n ->
    [one] Written from one room, as the record stood on { $when }:
    [2] Written from two rooms, as the record stood on { $when }:
    [3] Written from three rooms, as the record stood on { $when }:
   *[other] Written from { $n } rooms, as the record stood on { $when }:
}
chronicle-desk-room = The desk’s own room
chronicle-head = { $n ->
    [one] one entry, head
   *[other] { $n } entries, head
}
chronicle-italics = A date in italics is known only about. Each passage names the entries that it rests on; the head of a room’s record can be checked without this software.
chronicle-part-contacts = Contacts
chronicle-part-names = Names
chronicle-part-silence = Silence
chronicle-part-text = The text
chronicle-part-agreed = What was agreed
chronicle-part-announced = What was announced

story-invented = { $name } (invented)
story-person-of = { $name }, for { $who }
story-void = Void since; it counts nowhere:
story-corrected = Corrected since:
story-account = Another account has it on { $when }.
story-account-of = Another account ({ $source }) has it on { $when }.

story-case-opened = The case was opened.
story-ground-rules = It was settled whose acceptance makes an agreement: { $who }.
story-holder = { $name } was named among those who hold persons.
story-noted = The desk noted:
story-caucus-opened = A room was opened in which the desk and { $who } hear each other, and nobody else.
story-plenary-opened = A room was opened in which the desk, { $who } hear one another.
story-mandate = { $who } was given a mandate for { $for }: { $acts }.
story-may-speak = to speak
story-may-negotiate = to negotiate
story-may-agree = to agree ad referendum
story-may-bind = to bind
story-mandate-ended = The mandate of { $who } was ended.
story-erased = An entry was made unreadable, on the authority of { $authority }.

story-channel = A channel to { $who } was opened: { $reaches }.
story-channels = Channels were opened: { $which }.
story-channel-to = to { $who } ({ $reaches })
story-caucuses-opened = Rooms were opened in which the desk hears one side alone: { $who }.
story-met = The desk met { $who }.
story-met-in = The desk met { $who } in { $place }.
story-visited = The desk visited { $who }.
story-called = The desk spoke with { $who }.
story-wrote = Word came from { $who }.
story-heard-again = { $attempts ->
    [0] After its silence { $who } was heard from again.
    [one] After its silence, and one attempt that was not answered, { $who } was heard from again.
   *[other] After its silence, and { $attempts } attempts that were not answered, { $who } was heard from again.
}
story-silent = { $who } went silent.
story-silent-pending = { $n ->
    [one] { $who } went silent. What was pending was kept: one matter.
    [2] { $who } went silent. What was pending was kept: two matters.
   *[other] { $who } went silent. What was pending was kept: { $n } matters.
}
story-said = { $who } said:
story-desk-told = The desk told { $to }:
story-asked-list = { $who } asked for a list:
story-asked-proof = { $who } asked for proof of life:
story-asked = { $who } asked:
story-desk-asked = The desk asked { $to }:
story-request-list = The list that was asked for
story-request-proof = The proof of life that was asked for
story-request-other = What was asked for
story-met-full = { $what } was given.
story-met-part = { $what } was given in part, and stays open.
story-met-refused = { $what } was refused, and stays open.
story-met-withdrawn = { $what } is no longer asked for.
story-demanded = { $who } made a demand:
story-desk-demanded = The desk put a demand to { $to }:
story-answer-accepted = { $who } accepted the demand:
story-answer-part = { $who } accepted the demand in part:
story-answer-declined = { $who } declined the demand:
story-answer-countered = { $who } answered the demand with something in its place:
story-answer-parts = { $who } { $parts }:
story-part-quoted = “{ $part }”
story-part-answered = { $part } ({ $said })
story-part-accepted = accepted { $parts }
story-part-in-part = accepted in part { $parts }
story-part-declined = declined { $parts }
story-part-countered = offered something else in place of { $parts }
story-part-countered-with = offered { $offered } in place of { $parts }
story-carried-words = The desk carried to { $to } the words of { $by }:
story-carried-answer = The desk carried to { $to } the answer of { $by }:
story-carried-demand = The desk carried to { $to } the demand of { $by }:
story-carried-request = The desk carried to { $to } what { $by } asks:
story-carried-proposal = The desk put to { $to } a proposal of its own:
story-carried-non-paper = The desk put to { $to }, in nobody’s name:
story-read-back = What { $who } read back was what had been sent.
story-read-back-differs = What { $who } read back was not what had been sent:

story-undertook = { $who } undertook:
story-assured = { $who } gave an assurance:
story-pilot = { $who } offered something before there was any agreement:
story-performed = What { $who } had undertaken was done.
story-performed-part = What { $who } had undertaken was done in part.
story-performed-late = What { $who } had undertaken was not done in time.
story-performed-excused = What { $who } had undertaken was not done, for a reason that was accepted.
story-performed-disputed = Whether { $who } did what it had undertaken is disputed.
story-performed-cured = What { $who } had undertaken was done after all.
story-performed-waived = What { $who } had undertaken is no longer asked for.
story-performed-breached = What { $who } had undertaken was not done.
story-list-sought = { $n ->
    [one] { $who } handed over a list of one person who is sought.
   *[other] { $who } handed over a list of { $n } persons who are sought.
}
story-list-held = { $n ->
    [one] { $who } handed over a list of one person who is held.
   *[other] { $who } handed over a list of { $n } persons who are held.
}
story-list-offered = { $n ->
    [one] { $who } handed over a list of one person offered for release.
   *[other] { $who } handed over a list of { $n } persons offered for release.
}
story-list-agreed = { $n ->
    [one] { $who } handed over a list of one person whose release is agreed.
   *[other] { $who } handed over a list of { $n } persons whose release is agreed.
}
story-list-scheduled = { $n ->
    [one] { $who } handed over a list of one person set down for a stage.
   *[other] { $who } handed over a list of { $n } persons set down for a stage.
}
story-list-released = { $n ->
    [one] { $who } handed over a list of one person who was released.
   *[other] { $who } handed over a list of { $n } persons who were released.
}
story-list-excluded = { $n ->
    [one] { $who } handed over a list of one person who is not to be released.
   *[other] { $who } handed over a list of { $n } persons who are not to be released.
}
story-list-remains = { $n ->
    [one] { $who } handed over a list of the mortal remains of one person.
   *[other] { $who } handed over a list of the mortal remains of { $n } persons.
}
story-list-rows = By its own word it has { $says } rows; { $has } are on it.
story-list-categories = By its own word it has { $says } persons; its categories add up to { $has }.
story-estimate = By the estimate of { $whose }, { $of }: about { $n }.
story-estimate-between = By the estimate of { $whose }, { $of }: from { $low } to { $high }.
story-estimate-least = By the estimate of { $whose }, { $of }: at least { $n }.
story-estimate-most = By the estimate of { $whose }, { $of }: at most { $n }.
story-count-asserted = Asserted, of { $of }: { $n }.
story-count-substantiated = Substantiated, of { $of }: { $n }.
story-count-verified = Verified, of { $of }: { $n }.
story-count-disputed = Disputed, of { $of }: { $n }.

story-version = version { $n }
story-the-outline = the outline
story-articles-of = { $articles } of { $version }
story-outline = An outline was set down: { $title }.
story-drafted = The desk wrote version { $n } of the text.
story-put = The desk put { $what } to { $to } for reading.
story-offered = The desk put { $what } to { $to } for acceptance.
story-offered-until = The desk put { $what } to { $to } for acceptance, until { $until }.
story-offered-last = The desk put { $what } to { $to } as the last offer.
story-offered-last-until = The desk put { $what } to { $to } as the last offer, until { $until }.
story-withdrawn = The desk withdrew its offer of { $what } to { $to }.
story-agreed = { $who } agreed to { $what }.
story-agreed-referendum = { $who } agreed ad referendum to { $what }.
story-reserved = { $who } reserved its position on { $what }.
story-not-agreed = { $who } did not agree to { $what }.
story-commented = { $who } commented on { $what }:
story-approved = { $body } approved { $what }.
story-approved-changed = { $body } approved { $what } with modifications, in { $articles }.
story-disapproved = { $body } refused { $what }.
story-decided-how = { $what } ({ $how })
story-challenge = open to challenge until { $until }
story-votes-challenge = { $votes }; open to challenge until { $until }
story-accepted = { $who } accepted { $what }, by { $by }. The acceptance names the text by its digest, { $digest }.
story-refused = { $who } refused { $what }.
story-concluded = The agreement was concluded: everybody whose acceptance it takes had accepted the same text.
story-announced = The desk announced, “{ $subject }”:
story-required = Needed before the agreement can be carried out: { $what } (owed by { $who }).
story-required-by = Needed before the agreement can be carried out: { $what } (owed by { $who }, by { $until }).
story-in-hand = Now in hand: { $what }.
story-set = { $name } was set: { $value }.
story-moved = { $name } was moved from { $before } to { $value }.
