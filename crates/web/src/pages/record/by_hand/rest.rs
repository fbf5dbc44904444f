//! A short case for the commands for which neither of the other cases has occasion, and for
//! changes to a text that they do not make.

pub(super) const CASE: &str = r#"
good-offices-case: 1
title: A quay
commands:
- {do: open-case, learnt: 2024-03-01T09:00Z, title: A quay, place: Lisbon, zone: Europe/Lisbon, languages: [en, ar]}
- {do: add-participant, learnt: 2024-03-01T09:01Z, participant: union, name: The union, kind: party}
- {do: add-participant, learnt: 2024-03-01T09:02Z, participant: port, name: The port, kind: party}
- {do: ground-rules, learnt: 2024-03-01T09:03Z, required: [union, port], clearance: one-officer}
- {do: open-room, learnt: 2024-03-01T09:04Z, room: union, title: The union, code: U, members: [union]}
- {do: add-representative, room: union, learnt: 2024-03-01T09:05Z, representative: secretary, participant: union, name: "A “secretary” & <others>", role: principal, origin: invented}
- {do: open-channel, room: union, learnt: 2024-03-01T09:06Z, id: office, participant: union, reaches: The office, people: [secretary], means: telephone, state: active}
- do: record-mandate
  room: union
  learnt: 2024-03-01T09:07Z
  label: mandate
  representative: secretary
  may: [speak, negotiate]
  until: 2024-06-30T12:00+01:00
  instrument: Rule 4
  confirmed-by: The executive
- do: draft
  learnt: 2024-03-02T09:00Z
  label: one
  text: settlement
  content:
    whole:
      title: {en: A settlement, ar: تسوية}
      languages: [en, ar]
      articles:
        - {number: "1", heading: {en: Hours, ar: الساعات}, words: {en: "From 6 to 14.\n\nNot on Sundays.", ar: من 6 إلى 14.}}
        - {number: "2", words: {en: The crane is mended., ar: تُصلَح الرافعة.}}
        - {number: "4", words: {en: It begins in April., ar: يبدأ في نيسان.}}
      annexes:
        - {title: The shifts, words: "One.\n\nTwo."}
        - {title: The plan of the quay, digest: abababababababababababababababababababababababababababababababab}
- do: draft
  learnt: 2024-03-02T10:00Z
  label: two
  text: settlement
  content:
    changed:
      from: "@one"
      changes:
        - strike: "2"
        - {article: "1", heading: {en: Hours of work}, words: {ar: من 6 إلى 14، إلا الأحد.}}
        - {add: {number: "3", heading: {en: Pay, ar: الأجر}, words: {en: As before., ar: كما كان.}}, before: "4"}
        - {strike-annex: The plan of the quay}
        - {annex: {title: The pay, words: A table.}}
  note: |
    Two lines, the second of them

    after an empty one.
- {do: put-draft, room: union, learnt: 2024-03-02T11:00Z, label: offer, draft: "@two", offer: {finality: open, expires: 2024-03-09T12:00Z}}
- {do: refuse-offer, room: union, channel: office, happened: 2024-03-05?, learnt: 2024-03-06T08:00Z, source: The secretary, terms: substance, participant: union, representative: secretary, offer: "@offer", words: "Not with <these> hours & not for this."}
- {do: end-mandate, room: union, learnt: 2024-03-07T08:00Z, happened: ../2024-03-07, source: The executive, mandate: "@mandate", why: A new secretary was elected.}
- {do: message, room: union, learnt: 2024-03-08T08:00Z, happened: 2024-03-06/.., source: A member, label: told, from: union, words: It names somebody.}
- {do: erase-entry, room: union, learnt: 2024-03-08T09:00Z, entry: "@told", why: They asked for it., authority: The head of the desk}
"#;
