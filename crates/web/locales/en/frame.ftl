# The frame of every page, the door, and what the system says back.

brand = Good Offices
skip = Skip to the page
tabs-label = Pages
list-more = { $before }, { $after }
list-last = { $before } and { $after }
key-label = Key
chart-data = The same as a table
paging = Pages of this list
paging-here = { $first } to { $last } of { $of }
paging-before = Previous page
paging-after = Next page
foot-marks = What the marks mean
foot-tables = Tables instead of drawings
foot-drawings = Drawings again
close-desk = Close the desk

hears-label = Who reads this page
hears-desk = The desk’s own room.
    .rest = Nobody else reads this page.
hears-caucus = The desk and { $with }
    .rest = hear what is said in this room. For everybody else the room does not exist.
hears-plenary = The desk, { $with }
    .rest = all hear what is said in this room. For everybody else the room does not exist.
hears-you = You and the desk.
    .rest = Nobody else reads what is said here.
hears-you-and = You, the desk, { $others }
    .rest = all hear what is said in this room. Nobody else does.
hears-reader = The desk and { $who }
    .rest = read this page. It says only what was said in rooms where { $who } sits.

seen-as-label = As whom this page is shown
seen-as = Shown as { $who } would see it.
seen-as-back = Back to the desk
looking-label = The moment looked at
looking-back = The case as it stood on { $moment }.
    .rest = Nothing can be written here: only the present can be written to.
looking-at = At another moment
looking-go = Look
looking-now = Back to now

desk-only = Only the desk reads this.
invented = invented
kind-joint = ,{" "}
custody = Custody
custody-to-come = still to come
custody-differs = differs from what was sent

says-refused = Refused: { $what }
says-nothing-recorded = Nothing was recorded.
says-you-can = You can
says-faults = { $n ->
    [one] One field needs another look
    [2] Two fields need another look
    [3] Three fields need another look
    [4] Four fields need another look
    [5] Five fields need another look
    [6] Six fields need another look
    [7] Seven fields need another look
    [8] Eight fields need another look
    [9] Nine fields need another look
   *[other] Another look is needed at { $n } fields
}
todo-more = { $n ->
    [one] One more matter
    [2] The other two matters
    [3] The other three matters
    [4] The other four matters
    [5] The other five matters
    [6] The other six matters
    [7] The other seven matters
    [8] The other eight matters
    [9] The other nine matters
   *[other] The other { $n } matters
}

turned-peer = Only this machine is served
    .why = The request came from another machine. There are no accounts yet, so the desk answers only at the machine it runs on.
    .can = Open the desk on that machine.
turned-forwarded = No proxy may stand before this desk
    .why = The request came through a proxy. Behind one, everybody looks as if they sat at this machine.
    .can = Open the desk directly, on the machine it runs on.
turned-host = This desk has no such name
    .why = The request asked for it under another name. A page of another site could reach a local service that way, so only 127.0.0.1 and localhost are answered, with the port that the program printed.
    .can = Use the address that the program printed when it started.
turned-form = This form was not sent from here
    .why = What was sent did not come from a page of this desk. Another site could send a form in your name that way.
    .can = Go back to the desk, open the form there, and send it again.
turned-session = The desk is closed
    .why = This browser has not opened it, or the program was started again since.
    .can = Use the opening link that the program printed when it started. If it is used up, stop the program and start it again: it prints a new one.
turned-link = This link is spent
    .why = An opening link opens the desk once. This one has been used, or the program was started again since.
    .can = If you did not use it yourself, somebody else at this machine may have: stop the program and start it again. It prints a new link and closes every other session.
turned-key = The desk could not be opened
    .why = The system gave no random bytes to make a key of.
    .can = Try the same link again: it is not used up.
turned-long = Too much at once
    .why = What was sent is larger than 2 MiB.
    .can = Go back, and divide it into several entries.
turned-encoding = This could not be read as text
    .why = What was sent is no form of this desk, or holds bytes that are not UTF-8. Nothing was guessed at.
    .can = Go back and copy the text in again from a program that saves it as UTF-8.
turned-not-there = There is no such page
    .why = Nothing stands at this address.
    .can = Go to the first page and look from there.
turned-method = This page takes no such request
    .why = The address is right, but not for this way of asking.
    .can = Go to the first page and look from there.
opening = Open the desk
    .lead = This opens the desk in this browser, on this machine.
    .once = The link works once. Looking at this page has not used it up.
    .button = Open the desk
closed = The desk is closed
    .lead = This browser can no longer read anything here.

turned-moment = That is not a moment to look back at
    .why = The moment in the address is no day and time that exist, it lies before the case was opened, or it has not come yet.
    .can = Give a day and a time, such as 2023-11-20 19:40, or go to the first page.
failed = Something failed
    .why = The page could not be made. Nothing was recorded by this request.
tab-desk = Desk
tab-rooms = Rooms
tab-text = Text
tab-chronicle = Chronicle
tab-participants = As others see it
reader-desk = The desk
looking-moment = { $day }, { $time } in { $place }
