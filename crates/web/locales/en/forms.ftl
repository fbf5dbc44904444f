# What every form has.

date-day = Day
    .hint = Year, year-month or full date; two of them with / between for a span
    .exact = Full date, as in 2023-11-20
date-time = Time in { $place }
    .hint = Leave empty if not known
    .exact = Hours and minutes, as in 19:25
date-known = How well known
date-part = Part of the day
    .hint = Where no hour is known
date-part-none = Not said
readers-desk = Only the desk can read it. Once recorded it cannot be changed.
readers-several = The desk and { $who } can read it. Once recorded it cannot be changed.
readers-rooms = Whoever sits in a room that is ticked can read it. Once recorded it cannot be changed.
readers-members = Whoever is to sit in it can read it. Once recorded it cannot be changed.
readers-case = Every participant will read the title, the place, the clock, and what stands at the foot of the pages; the rest only the desk. Once recorded it cannot be changed.
step-write = Write
step-confirm = Confirm
