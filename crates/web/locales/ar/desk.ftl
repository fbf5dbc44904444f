# المكتب: ما يجب عمله الآن، والقنوات، والنص، والأشخاص، وآخر القيود.

desk-over = فُتحت في { $day }
desk-over-reference = { $reference }، فُتحت في { $day }
desk-sights = الاطلاع على القضية يوم
desk-sight = { $title }
desk-sight-now = الآن
desk-empty = لم تُفتح هنا قضية بعد
    .lead = هذا المخزن جديد. تبدأ القضية بتسجيل قيدها الأول، ومنه ينشأ كل ما بعده.
desk-empty-open = البداية
desk-empty-button = فتح قضية
desk-empty-file = أو أعيدوا تسجيل ملف قضية في هذا المخزن: { "\u2066" }goodoffices replay FILE{ "\u2069" }
desk-empty-then = في تلك اللحظة لم يكن قد سُجِّل شيء.

lead-executable = أُبرم الاتفاق، وكل ما يحتاج إليه متوافر.
lead-concluded = { FORM($n) ->
    [zero] أُبرم الاتفاق، ولا ينقصه شيء قبل تنفيذه.
    [one] أُبرم الاتفاق، وينقصه أمر واحد قبل تنفيذه.
    [two] أُبرم الاتفاق، وينقصه أمران قبل تنفيذه.
    [few] أُبرم الاتفاق، وتنقصه { $n } أمور قبل تنفيذه.
    [many] أُبرم الاتفاق، وينقصه { $n } أمراً قبل تنفيذه.
   *[other] أُبرم الاتفاق، وينقصه { $n } أمر قبل تنفيذه.
}
lead-moved = عُدّل عدد أو تاريخ: { $what }، من { $before } إلى { $after }.
lead-last-offer = النسخة { $version } مطروحة عرضاً نهائياً على { $who }.
lead-offer = النسخة { $version } مطروحة عرضاً على { $who }.
lead-silent = انقطع الاتصال مع { $who } ({ $reaches }).
lead-silent-both = انقطع الاتصال مع { $who }: لا { $one } ولا { $other }.
lead-nobody = ليس في السجل بعدُ من يملك إلزام { $who }.
lead-late = { FORM($n) ->
    [zero] لا أمر متأخر.
    [one] أمر واحد متأخر.
    [two] أمران متأخران.
    [few] { $n } أمور متأخرة.
    [many] { $n } أمراً متأخراً.
   *[other] { $n } أمر متأخر.
}
lead-nothing = لا شيء معلّق.
lead-open = { FORM($n) ->
    [zero] لا أمر قيد النظر، ولا شيء متأخر.
    [one] أمر واحد قيد النظر، ولا شيء متأخر.
    [two] أمران قيد النظر، ولا شيء متأخر.
    [few] { $n } أمور قيد النظر، ولا شيء متأخر.
    [many] { $n } أمراً قيد النظر، ولا شيء متأخر.
   *[other] { $n } أمر قيد النظر، ولا شيء متأخر.
}

desk-todo = ما يجب عمله الآن
desk-todo-note = { FORM($n) ->
    [zero] لا شيء عاجل.
    [one] أمر واحد.
    [two] أمران، أعجلهما أولاً.
    [few] { $n } أمور، أعجلها أولاً.
    [many] { $n } أمراً، أعجلها أولاً.
   *[other] { $n } أمر، أعجلها أولاً.
}
desk-todo-none = لا موعد اليوم لاتصال ولا جواب ولا عرض.
desk-when-silent = صمت
desk-when-before = قبل القبول
desk-when-start = قبل البدء
desk-when-open = قائم
desk-contact = { $who }: حان موعد الاتصال ({ $reaches })
    .link = تسجيل الاتصال
desk-silence = { $who }: صمت ({ $reaches })
    .link = تسجيل محاولة
desk-last-heard = آخر ما ورد: { $when }.
desk-never-heard = لم يرد شيء عبر هذه القناة بعد.
desk-was-due = كان موعد الاتصال: { $when }.
desk-attempts = { FORM($n) ->
    [zero] بلا محاولات.
    [one] محاولة واحدة بلا جواب.
    [two] محاولتان بلا جواب.
    [few] { $n } محاولات بلا جواب.
    [many] { $n } محاولة بلا جواب.
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
desk-owed-to = على المكتب نحو { $who }: { $what }
    .link = تسجيل الجواب
desk-owed-by = على { $who } نحو المكتب: { $what }
    .link = تسجيل ما ورد
desk-asked = تاريخ الطلب: { $when }، { $number }.
desk-number = { $number }
desk-demand = مطلب من { $who }
    .link = نقله
desk-demand-put = مطلب مطروح على { $who }
    .link = تسجيل الجواب
desk-demand-carried = نُقل بالقيد { $number }، ولم يُجَب عنه هناك بعد.
desk-demand-answered = أُجيب عنه في القيد { $number }.
    .link = نقل الجواب
desk-offer = النسخة { $version } لدى { $who }
    .link = تسجيل الجواب
desk-offer-until = يبقى العرض قائماً حتى { $until }. وأول البصمة { $digest }.
desk-offer-open = يبقى العرض قائماً حتى يُسحب. وأول البصمة { $digest }.
desk-read-back = { $who }: لم تُعَد قراءة القيد { $number }
    .why = وصل. وما لم تُعَد قراءته لا يعلم أحد أنه وصل كما أُرسل.
    .link = تسجيل إعادة القراءة
desk-differs = { $who }: إعادة قراءة القيد { $number } تخالف ما أُرسل
    .why = ما أُعيدت قراءته ليس ما أُرسل. استوضحوا الأمر قبل أن يُبنى عليه شيء.
    .link = تسجيل إعادة قراءة جديدة
desk-may-bind = ليس في السجل من يملك إلزام { $who }
    .why = القبول الآن يُرفض.
    .link = تسجيل تفويض
desk-conclude = قبل الجميع نصاً واحداً
    .why = لم يُعلَن شيء بعد: { $text }
    .link = إعلان الإبرام
desk-to-draft = { $who }: عدّلت هيئة النص ولم تُكتب مسودة منه
    .why = نشأ من { $number } نص آخر.
    .link = كتابة المسودة
lead-agreed = قبل الجميع نصاً واحداً، ولم يُعلَن اتفاق بعد.
desk-clearance = القيد { $number } ينتظر موظفاً ثانياً
    .why = لا يُنقل حتى يقرأه ويجيزه موظف غير الذي اقترحه.
    .link = قراءته وإجازته
desk-told = موقف { $who } من صياغة تغيّرت
    .why = كان الموقف من { $old }، وأحدث مسودة { $new }.
    .link = طرح النسخة الجديدة
desk-missing = ناقص: { $what }
    .why = لا يمكن تنفيذ الاتفاق من دونه.
    .link = تسجيل توافره
desk-window = مهلة لا بد أن تنقضي: { $what }
    .why = لا يمكن تنفيذ الاتفاق قبل انقضائها، وليست مطلوبة من أحد.
    .link = تسجيل انقضائها
desk-missing-by = مطلوب من { $who }. ولا يمكن تنفيذ الاتفاق من دونه.
desk-challenge = { $body }: القرار قابل للطعن
    .why = ليس نهائياً حتى تنقضي المهلة.
    .link = فتح الغرفة
desk-undertaken = { $who }: حان موعد تنفيذ تعهّد
    .link = تسجيل ما آل إليه

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

desk-stands = حال النص
desk-stands-note = يُبرم الاتفاق عند قبول { $who } البصمةَ نفسها.
desk-stands-no-rules = ليس في السجل بعدُ من يُبرم الاتفاق بقبوله.
desk-stands-none = لم تُكتب مسودة بعد.
desk-stands-not-put = لم تُطرح النسخة { $version } على أحد.
desk-stands-on = الموقف من النسخة { $version }
desk-stands-link = قراءة النص ونسخه وما قيل في كل نسخة
desk-participant = المشارك
desk-on-record = القيد
desk-must-accept = قبوله لازم
desk-accepted = قبول مسجَّل
desk-last-put = آخر ما عُرض عليه: النسخة { $version }
stood-on = على النسخة { $version }: { $how }
stood-but = { $before }؛ { $articles }: { $position }
desk-lapsed = الباهت: قيل في نسخة سابقة فسقط

desk-persons = الأشخاص
    .note = يُعدّ كل صنف على حدة ولا يُجمع.
desk-persons-none = ليس في السجل تقدير ولا عدد مؤكَّد.
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
entry-unreadable = جُعل غير قابل للقراءة

request-list = قائمة
request-proof-of-life = دليل على الحياة
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
kind-monitor = جهة تحقّق
kind-carrier = ناقل
kind-observer = مراقب
