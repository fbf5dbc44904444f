# التواريخ والأوقات والمدد. الأرقام غربية في كل اللغات ليقرأها الطرفان على الهاتف.

month-long = { $n ->
    [1] كانون الثاني/يناير
    [2] شباط/فبراير
    [3] آذار/مارس
    [4] نيسان/أبريل
    [5] أيار/مايو
    [6] حزيران/يونيو
    [7] تموز/يوليو
    [8] آب/أغسطس
    [9] أيلول/سبتمبر
    [10] تشرين الأول/أكتوبر
    [11] تشرين الثاني/نوفمبر
   *[12] كانون الأول/ديسمبر
}
month-short = { $n ->
    [1] يناير
    [2] فبراير
    [3] مارس
    [4] أبريل
    [5] مايو
    [6] يونيو
    [7] يوليو
    [8] أغسطس
    [9] سبتمبر
    [10] أكتوبر
    [11] نوفمبر
   *[12] ديسمبر
}
weekday-long = { $n ->
    [1] الاثنين
    [2] الثلاثاء
    [3] الأربعاء
    [4] الخميس
    [5] الجمعة
    [6] السبت
   *[7] الأحد
}
weekday-short = { $n ->
    [1] الاثنين
    [2] الثلاثاء
    [3] الأربعاء
    [4] الخميس
    [5] الجمعة
    [6] السبت
   *[7] الأحد
}
date-long = { $day } { $month } { $year }
date-short = { $day } { $month }
date-month = { $month } { $year }
date-today = اليوم
date-yesterday = أمس
date-tomorrow = غداً
date-with-weekday = { $weekday } { $date }
date-with-time = { $date }، الساعة { $time }
date-with-part = { $date }، { $part }
date-span-in-month = من { $from } إلى { $until } { $month } { $year }
date-span = من { $from } إلى { $until }
date-about = نحو { $date }
date-not-certain = { $date }، غير مؤكَّد
date-before = قبل { $date }
date-after = بعد { $date }

part-early-hours = بعد منتصف الليل
part-morning = صباحاً
part-midday = ظهراً
part-afternoon = بعد الظهر
part-evening = مساءً
part-night = ليلاً

certainty-exactly = على وجه الدقة
certainty-about = على وجه التقريب
certainty-not-certain = غير مؤكَّد
certainty-before = قبل
certainty-after = بعد

clock-here = { $time } بتوقيت { $place }
clock-utc = { $time } بالتوقيت العالمي
clock-utc-day = { $utc }، اليوم رقم { $day }
zone-place = { $zone ->
    [UTC] غرينتش
    [Asia-Qatar] الدوحة
    [Asia-Jerusalem] القدس
    [Asia-Gaza] غزة
    [Asia-Hebron] الخليل
    [Asia-Beirut] بيروت
    [Asia-Damascus] دمشق
    [Asia-Baghdad] بغداد
    [Asia-Riyadh] الرياض
    [Asia-Dubai] دبي
    [Asia-Muscat] مسقط
    [Asia-Aden] عدن
    [Asia-Amman] عمّان
    [Africa-Cairo] القاهرة
    [Africa-Nairobi] نيروبي
    [Africa-Khartoum] الخرطوم
    [Europe-London] لندن
    [Europe-Paris] باريس
    [Europe-Oslo] أوسلو
    [Europe-Zurich] جنيف
    [Europe-Istanbul] إسطنبول
    [Europe-Kyiv] كييف
    [Europe-Moscow] موسكو
    [America-New_York] نيويورك
   *[other] { $fallback }
}

span-none = أقل من دقيقة
span-minutes = { FORM($n) ->
    [one] دقيقة
    [two] دقيقتان
    [few] { $n } دقائق
    [many] { $n } دقيقة
   *[other] { $n } دقيقة
}
    .after = { FORM($n) ->
        [one] دقيقة
        [two] دقيقتين
        [few] { $n } دقائق
        [many] { $n } دقيقة
       *[other] { $n } دقيقة
    }
span-hours = { FORM($n) ->
    [one] ساعة
    [two] ساعتان
    [few] { $n } ساعات
    [many] { $n } ساعة
   *[other] { $n } ساعة
}
    .after = { FORM($n) ->
        [one] ساعة
        [two] ساعتين
        [few] { $n } ساعات
        [many] { $n } ساعة
       *[other] { $n } ساعة
    }
span-days = { FORM($n) ->
    [one] يوم
    [two] يومان
    [few] { $n } أيام
    [many] { $n } يوماً
   *[other] { $n } يوم
}
    .after = { FORM($n) ->
        [one] يوم
        [two] يومين
        [few] { $n } أيام
        [many] { $n } يوماً
       *[other] { $n } يوم
    }
span-years = { FORM($n) ->
    [one] سنة
    [two] سنتان
    [few] { $n } سنوات
    [many] { $n } سنة
   *[other] { $n } سنة
}
    .after = { FORM($n) ->
        [one] سنة
        [two] سنتين
        [few] { $n } سنوات
        [many] { $n } سنة
       *[other] { $n } سنة
    }
span-two = { $big } و{ $small }
span-late = تأخير { $span }
span-ahead = بعد { $span }
