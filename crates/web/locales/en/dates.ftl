# Dates, times and lengths of time. Figures are Western in every language, so that both ends can read them out.

month-long = { $n ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
month-short = { $n ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] June
    [7] July
    [8] Aug
    [9] Sept
    [10] Oct
    [11] Nov
   *[12] Dec
}
weekday-long = { $n ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
weekday-short = { $n ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[7] Sun
}
date-long = { $day }{"\u00A0"}{ $month } { $year }
date-short = { $day }{"\u00A0"}{ $month }
date-month = { $month } { $year }
date-today = today
date-yesterday = yesterday
date-tomorrow = tomorrow
date-with-weekday = { $weekday } { $date }
date-with-time = { $date }, { $time }
date-with-part = { $date }, { $part }
date-span-in-month = { $from } to { $until } { $month } { $year }
date-span = { $from } to { $until }
date-about = about { $date }
date-not-certain = { $date }, not certain
date-before = before { $date }
date-after = after { $date }

part-early-hours = early hours
part-morning = morning
part-midday = midday
part-afternoon = afternoon
part-evening = evening
part-night = night

certainty-exactly = Exactly
certainty-about = About
certainty-not-certain = Not certain
certainty-before = Before
certainty-after = After

clock-here = { $time } in { $place }
clock-utc = { $time } UTC
clock-utc-day = { $utc }, day { $day }
zone-place = { $zone ->
    [UTC] Greenwich
    [Asia-Qatar] Doha
    [Asia-Jerusalem] Jerusalem
    [Asia-Gaza] Gaza
    [Asia-Hebron] Hebron
    [Asia-Beirut] Beirut
    [Asia-Damascus] Damascus
    [Asia-Baghdad] Baghdad
    [Asia-Riyadh] Riyadh
    [Asia-Dubai] Dubai
    [Asia-Muscat] Muscat
    [Asia-Aden] Aden
    [Asia-Amman] Amman
    [Africa-Cairo] Cairo
    [Africa-Nairobi] Nairobi
    [Africa-Khartoum] Khartoum
    [Europe-London] London
    [Europe-Paris] Paris
    [Europe-Oslo] Oslo
    [Europe-Zurich] Geneva
    [Europe-Istanbul] Istanbul
    [Europe-Kyiv] Kyiv
    [Europe-Moscow] Moscow
    [America-New_York] New York
   *[other] { $fallback }
}

span-none = less than a minute
span-minutes = { $n }{"\u00A0"}min
    .after = { $n }{"\u00A0"}min
span-hours = { $n }{"\u00A0"}h
    .after = { $n }{"\u00A0"}h
span-days = { $n ->
    [one] { $n }{"\u00A0"}day
   *[other] { $n }{"\u00A0"}days
}
    .after = { $n ->
        [one] { $n }{"\u00A0"}day
       *[other] { $n }{"\u00A0"}days
    }
span-years = { $n ->
    [one] { $n }{"\u00A0"}year
   *[other] { $n }{"\u00A0"}years
}
    .after = { $n ->
        [one] { $n }{"\u00A0"}year
       *[other] { $n }{"\u00A0"}years
    }
span-two = { $big }{"\u00A0"}{ $small }
span-late = { $span } late
span-ahead = in { $span }
