# Levels and numbers in words, and how words are joined.

list-more = { $before }, { $after }
list-last = { $before } and { $after }

strength-none = says nothing
strength-weak = weak
strength-moderate = moderate
strength-strong = strong
strength-very-strong = very strong
weighs-for = { $strength }, for
weighs-against = { $strength }, against

rarity-very-rare = very rare
rarity-rare = rare
rarity-usual = neither rare nor common
rarity-common = common

agree-missing = nothing to compare
agree-same = the same
agree-other-form-of-name = another form of the same name
agree-other-form = another form of the same
agree-one-letter = one letter differs
agree-one-digit = one digit differs, or two are exchanged
agree-close = few letters differ
agree-close-number = few digits differ
agree-alike = alike
agree-part = one is a part of the other
agree-exchanged = given name and family name exchanged
agree-day-month-exchanged = day and month exchanged
agree-same-month = same month and year, another day
agree-same-day-of-year = same day and month, another year
agree-same-year = same year
agree-next-year = a year more or less
agree-same-day-next-year = same day and month, a year more or less
agree-compatible-month = same month, as far as it is given
agree-compatible-year = same year, as far as it is given
agree-within-span = the years overlap
agree-different = different

told = { $what }: { $weight }
told-same = { $rarity ->
    [very-rare] very rare { $field } agrees
    [rare] rare { $field } agrees
    [common] { $field } agrees, as is common
   *[usual] { $field } agrees
}
told-joint = ;{" "}
told-different = { $field } differs
told-other = { $field }: { $how }

field-full-name = Full name
field-given-name = Given name
field-father-name = Father’s name
field-grandfather-name = Grandfather’s name
field-family-name = Family name
field-mother-name = Mother’s name
field-birth-date = Birth date
field-event-date = Date of event
field-sex = Sex
field-birth-place = Place of birth
field-residence = Residence
field-address = Address
field-event-place = Place of event
field-postcode = Postcode
field-nationality = Nationality
field-identity-number = Identity number
field-telephone = Telephone
field-other = Other particulars

caution-identical-particulars = Another entry says exactly the same: the evidence cannot tell which of them is meant.
    .short = another entry says the same
caution-names-only = Only names could be compared. A name alone is not enough to say who somebody is.
    .short = names only
caution-close-runner-up = The next best partner is nearly as good: look at it before deciding.
    .short = close runner-up
caution-better-partner = One of the two goes better with another entry: look at that before deciding.
caution-relatives = They look like close relatives, such as brothers or sisters, rather than one person.
    .short = perhaps relatives
caution-number-differs = The identity numbers contradict each other.
    .short = numbers differ
caution-odd-signs = A name mixes scripts, or holds signs that change the order in which it is read.
    .short = odd signs

place-sheet = sheet { $sheet }
place-row = row { $row }
place-column = column { $column }
place-file = the whole file
place-joint = ,{" "}
