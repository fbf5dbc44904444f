# المكتب: ما يجب عمله الآن، والقنوات، والنص، والأشخاص، وآخر القيود.

desk-over = فُتحت في { $day }
desk-over-reference = { $reference }، فُتحت في { $day }
desk-sights = انظروا إلى القضية يوم
desk-sight = { $title }
desk-sight-now = الآن
desk-empty = لم تُفتح هنا قضية بعد
    .lead = هذا السجل جديد. تبدأ القضية بتسجيل قيدها الأول، ومنه يتبع كل ما عداه.
desk-empty-open = البداية
desk-empty-button = افتحوا قضية
desk-empty-file = أو أعيدوا تشغيل ملف قضية في هذا السجل: goodoffices replay FILE
desk-empty-then = في تلك اللحظة لم يكن قد سُجِّل شيء.

lead-executable = أُبرم الاتفاق، وكل ما يحتاج إليه متوافر.
lead-concluded = { $n ->
    [one] أُبرم الاتفاق، وينقصه شيء واحد قبل تنفيذه.
    [two] أُبرم الاتفاق، وينقصه شيئان قبل تنفيذه.
    [few] أُبرم الاتفاق، وتنقصه { $n } أشياء قبل تنفيذه.
   *[other] أُبرم الاتفاق، وينقصه { $n } شيئاً قبل تنفيذه.
}
lead-moved = انتقل { $what } من { $before } إلى { $after }.
lead-last-offer = النسخة { $version } لدى { $who } بوصفها العرض الأخير.
lead-offer = النسخة { $version } لدى { $who } بوصفها عرضاً.
lead-silent = تعذّر الاتصال بـ{ $who }: { $reaches }.
lead-silent-both = انقطع الاتصال مع { $who }: لا { $one } ولا { $other }.
lead-nobody = ليس في السجل بعدُ من يملك إلزام { $who }.
lead-late = { $n ->
    [one] أمر واحد متأخر.
    [two] أمران متأخران.
    [few] { $n } أمور متأخرة.
   *[other] { $n } أمراً متأخراً.
}
lead-nothing = لا شيء في الانتظار.
lead-open = { $n ->
    [one] أمر واحد مفتوح، ولا شيء متأخر.
    [two] أمران مفتوحان، ولا شيء متأخر.
    [few] { $n } أمور مفتوحة، ولا شيء متأخر.
   *[other] { $n } أمراً مفتوحاً، ولا شيء متأخر.
}

desk-todo = ما يجب عمله الآن
desk-todo-note = { $n ->
    [0] لا شيء عاجل.
    [one] أمر واحد.
    [two] أمران، أعجلهما أولاً.
    [few] { $n } أمور، أعجلها أولاً.
   *[other] { $n } أمراً، أعجلها أولاً.
}
desk-todo-none = لا يستحق اليوم اتصال ولا جواب ولا عرض.
desk-when-silent = صمت
desk-when-before = قبل القبول
desk-when-start = قبل البدء
desk-when-open = مفتوح
desk-contact = { $who }: حان موعد الاتصال ({ $reaches })
    .link = سجّلوا الاتصال
desk-silence = { $who }: صمت ({ $reaches })
    .link = سجّلوا محاولة
desk-last-heard = آخر ما ورد { $when }.
desk-never-heard = لم يرد شيء عبر هذه القناة بعد.
desk-was-due = كان موعد الاتصال { $when }.
desk-attempts = { $n ->
    [one] محاولة واحدة بلا جواب.
    [two] محاولتان بلا جواب.
    [few] { $n } محاولات بلا جواب.
   *[other] { $n } محاولة بلا جواب.
}
desk-pending-there = المعلّق هناك:
waits-demand = جواب عن مطلب
waits-draft = جواب عن النسخة { $version }
waits-text = جواب عن نص
channel-promised = وُعد عبرها:
promise-kept = وُفي به
promise-in-part = وُفي به جزئياً
promise-late = وُفي به متأخراً
promise-broken = لم يُوفَ به
promise-excused = أُعفي منه لعذر
promise-disputed = متنازع فيه
promise-cured = تُدورك
promise-waived = جرى التنازل عنه
promise-open = لم يحن موعده
promise-overdue = فات موعده
desk-owed-to = لـ{ $who } علينا { $what }
    .link = سجّلوا الجواب
desk-owed-by = على { $who } { $what }
    .link = سجّلوا ما ورد
desk-asked = طُلب { $when }، { $number }.
desk-number = { $number }
desk-demand = قدّم { $who } مطلباً
    .link = انقلوه
desk-demand-put = أمام { $who } مطلب
    .link = سجّلوا الجواب
desk-demand-carried = نُقل بوصفه { $number }، ولم يُجَب عنه هناك بعد.
desk-demand-answered = أُجيب عنه في { $number }.
    .link = انقلوا الجواب
desk-offer = النسخة { $version } لدى { $who }
    .link = سجّلوا الجواب
desk-offer-until = يبقى العرض قائماً حتى { $until }. وتبدأ البصمة بـ{ $digest }.
desk-offer-open = يبقى العرض قائماً حتى يُسحب. وتبدأ البصمة بـ{ $digest }.
desk-read-back = { $who }: لم تُعَد قراءة { $number }
    .why = سُلِّم. وما لم تُعَد قراءته لا يعلم أحد أنه وصل كما أُرسل.
    .link = سجّلوا إعادة القراءة
desk-differs = { $who }: إعادة قراءة { $number } تختلف
    .why = ما أُعيدت قراءته ليس ما أُرسل. استوضحوا قبل أن يُقال فيه شيء.
    .link = سجّلوا إعادة قراءة جديدة
desk-may-bind = ليس في السجل من يملك إلزام { $who }
    .why = القبول الآن يُرفض.
    .link = سجّلوا تفويضاً
desk-clearance = { $number } ينتظر موظفاً ثانياً
    .why = لا يُنقل حتى يقرأه ويجيزه موظف غير الذي اقترحه.
    .link = اقرؤوه وأجيزوه
desk-told = اتخذ { $who } موقفاً من نص تغيّر
    .why = كان الموقف من { $old }، وأحدث مسودة { $new }.
    .link = اطرحوا النسخة الجديدة
desk-missing = ناقص: { $what }
    .why = لا يمكن تنفيذ الاتفاق من دونه.
    .link = سجّلوا أنه متوافر
desk-missing-by = مطلوب من { $who }. ولا يمكن تنفيذ الاتفاق من دونه.
desk-challenge = { $body }: قرارها قابل للطعن
    .why = ليس نهائياً حتى تنقضي المهلة.
    .link = افتحوا الغرفة
desk-undertaken = { $who }: تعهّد يستحق
    .link = سجّلوا ما آل إليه

desk-channels = القنوات
    .note = الأشدّ تأخراً أولاً.
desk-channels-none = ليس في السجل قناة بعد.
desk-channel-with = مع
desk-channel-since = منذ آخر اتصال
    .short = آخر ما ورد
desk-channel-next = الموعد التالي
desk-channel-pending = المعلّق هناك
    .short = المعلّق
desk-strip-range = من { $from } إلى { $to }
desk-not-heard = ليس بعد
desk-no-due = لم يُحدَّد
desk-nothing = لا شيء
strip-line-contact = اتصال: { $when }
strip-line-attempt = محاولة بلا جواب: { $when }
strip-line-silence = صمت من { $from } إلى { $to }
strip-line-silent = صمت منذ { $from }
strip-line-due = الموعد التالي: { $when }
strip-nothing = لا اتصال { $range }.
strip-in-words = { $range }: الاتصالات { $contacts }، والمحاولات بلا جواب { $attempts }، وفترات الصمت { $silences }.

desk-stands = أين يقف النص
desk-stands-note = يُبرم حين يقبل { $who } البصمة نفسها.
desk-stands-no-rules = ليس في السجل بعدُ من يُبرم الاتفاق بقبوله.
desk-stands-none = لم تُكتب مسودة بعد.
desk-stands-not-put = لم تُطرح النسخة { $version } على أحد.
desk-stands-on = من النسخة { $version }
desk-stands-link = اقرؤوا النص ونسخه وما قيل في كل منها
desk-participant = المشارك
desk-on-record = القيد
desk-must-accept = قبوله لازم
desk-accepted = قَبِل
desk-last-put = آخر ما عُرض عليه: النسخة { $version }
stood-on = على النسخة { $version }: { $how }
stood-but = { $before }؛ { $articles }: { $position }
desk-lapsed = الباهت: قيل في نسخة سابقة وسقط

desk-persons = الأشخاص
    .note = يُعدّ كل صنف على حدة ولا يُجمع.
desk-persons-none = ليس في السجل تقدير ولا عدد مؤكد.
persons-believed = مُقدَّر
persons-list-of = قائمة { $who }
desk-holders = من يُقال إنهم يحتجزون أشخاصاً
holder-through = تُمكن مخاطبته عبر { $who }.
holder-through-nobody = لا يُعرف من يستطيع مخاطبته.
persons-about = نحو { $n }
persons-between = من { $low } إلى { $high }
persons-more = { $n } على الأقل
persons-up-to = حتى { $n }

desk-latest = آخر القيود
    .note = في كل الغرف، بحسب وقت العلم بها.
desk-latest-none = لم يُسجَّل شيء.
desk-room-short = المكتب
entry-unreadable = جُعل غير مقروء

request-list = قائمة
request-proof-of-life = إثبات حياة
request-clarification = توضيح
request-answer = جواب
request-other = جواب عن طلب
means-call = مكالمة
means-meeting = اجتماع
means-message = رسالة
means-visit = زيارة
kind-party = طرف
kind-intermediary = وسيط
kind-guarantor = ضامن
kind-monitor = مراقب تحقّق
kind-carrier = ناقل
kind-observer = مراقب
