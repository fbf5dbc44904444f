# الغرف، والغرفة الواحدة بسجلها.

rooms-title = الغرف
rooms-lead = يُحدَّد من يجلس في الغرفة حين تُفتح. وما يُقال فيها يسمعه من يجلسون فيها، ولا يسمعه أحد سواهم.
rooms-wait = ثمة ما ينتظر في: { $which }.
rooms-wait-many = ثمة ما ينتظر في غرف عدّة ({ $n } من { $of }).
rooms-nothing-waits = لا شيء ينتظر في أي غرفة.
rooms-desk-in = غرفة المكتب الخاصة
rooms-note = لا ينتقل شيء من غرفة إلى أخرى ما لم ينقله المكتب.
rooms-none = لم تُفتح غرفة بعد.
rooms-room = الغرفة
rooms-last = آخر قيد
rooms-pending = المعلّق
rooms-entries = القيود
rooms-desk-alone = المكتب وحده
rooms-hears = المكتب و{ $who }

room-over = { FORM($n) ->
    [zero] الغرفة { $code } في
    [one] الغرفة { $code }، وهي الوحيدة في
    [two] الغرفة { $code }، إحدى غرفتين في
    [few] الغرفة { $code }، إحدى { $n } غرف في
    [many] الغرفة { $code }، إحدى { $n } غرفة في
   *[other] الغرفة { $code }، إحدى { $n } غرفة في
}
room-log = السجل
room-empty = لم يُسجَّل هنا شيء.
room-earlier = { FORM($last) ->
    [one] القيد 1
    [two] القيدان 1 و2
    [few] القيود من 1 إلى { $last }
    [many] القيود من 1 إلى { $last }
   *[other] القيود من 1 إلى { $last }
}
room-whole = السجل كاملاً، كما يُطبع
room-played = أُدخلت لاحقاً، ابتداءً من { $when }: خُتمت القيود حينئذٍ، وفي كل منها متى عُلم به.
room-later = لا تظهر القيود التي عُلم بها بعد اللحظة المعروضة.
room-carry = النقل إلى غرفة أخرى

room-lead-silent = { $who }: صمت؛ آخر ما سُمع { $when }.
room-lead-never-heard = { $who }: صمت؛ لم يُسمع منه شيء بعد.
room-lead-offer = النسخة { $version } مطروحة هنا عرضاً، ولم يُجب عنها.
room-lead-last-offer = النسخة { $version } مطروحة هنا عرضاً نهائياً، ولم يُجب عنها.
room-lead-offer-of = النسخة { $version } مطروحة هنا عرضاً؛ ولم يأتِ بعدُ جواب { $who }.
room-lead-last-offer-of = النسخة { $version } مطروحة هنا عرضاً نهائياً؛ ولم يأتِ بعدُ جواب { $who }.
room-lead-not-read-back = القيد { $entry } وصل ولم تُعَد قراءته.
room-lead-differs = ما أُعيدت قراءته من القيد { $entry } يخالف ما أُرسل.
room-lead-concluded = قُبلت النسخة { $version } هنا، وأُبرم الاتفاق.
room-lead-accepted = النسخة { $version } مقبولة هنا.
room-lead-pending = { FORM($n) ->
    [zero] لا شيء معلّق هنا.
    [one] أمر واحد معلّق هنا.
    [two] أمران معلّقان هنا.
    [few] { $n } أمور معلّقة هنا.
    [many] { $n } أمراً معلّقاً هنا.
   *[other] { $n } أمر معلّق هنا.
}

room-people = من يتحدث هنا
room-nobody = لم يُسمَّ أحد بعد.
room-mandate = التفويض:
room-mandate-limits = حدوده:
room-mandate-none = لا تفويض مسجَّلاً
room-bodies = هيئات تقرّر
room-pending = المعلّق هنا
room-no-date = بلا موعد
room-pending-contact = اتصال
room-pending-demand = الجواب عن المطلب
room-pending-offer = الجواب عن النسخة { $version }
room-pending-offer-of = جواب { $who } عن النسخة { $version }
room-pending-read-back = إعادة قراءة
room-pending-differs = إعادة القراءة مخالفة:
room-pending-bind = تفويض بإلزام { $who }
room-pending-to-draft = نص معدَّل لم تُكتب منه مسودة
room-pending-clearance = إجازة
room-pending-told = موقف اتُّخذ من النسخة { $version }، وقد تغيّرت الصياغة بعده
room-pending-challenge = مهلة الطعن:
room-channels = القنوات
room-heard = آخر ما ورد
room-next = الموعد التالي
room-silence-open = مدة الصمت
room-silence-before = مدة صمت سابق
room-silence-for = { FORM($n) ->
    [zero] { $span }، بلا محاولة
    [one] { $span }، محاولة واحدة
    [two] { $span }، محاولتان
    [few] { $span }، { $n } محاولات
    [many] { $span }، { $n } محاولة
   *[other] { $span }، { $n } محاولة
}
room-numbers = أعداد ذُكرت هنا
room-kept = الخطوط العريضة والقوائم

room-record = التسجيل هنا
    .note = كل ما يُسجَّل يصير القيد التالي، ولا يمكن تغييره بعد تسجيله.
room-record-all = كل ما يمكن تسجيله هنا
room-record-contact = الاتصال
room-record-said = ما قيل
room-record-text = النص
room-record-people = الأشخاص
room-record-desk = ما يخصّ المكتب
room-record-case = القضية
room-do-contact = اتصال
room-do-attempt = محاولة بلا جواب
room-do-silence = صمت
room-do-channel = قناة
room-do-message = رسالة
room-do-demand = مطلب
room-do-answer = جواب عن مطلب
room-do-request = طلب
room-do-met = ما آل إليه طلب
room-do-undertake = تعهّد أو تطمين
room-do-list = قائمة
room-do-put = طرح مسودة، للتعليق أو عرضاً
room-do-custody = خطوة تسليم أو إعادة قراءة
room-do-position = موقف
room-do-decision = قرار هيئة
room-do-accept = قبول
room-do-refuse = رفض
room-do-representative = ممثّل
room-do-mandate = تفويض
room-do-body = هيئة تقرّر
room-do-note = ملاحظة
room-do-estimate = تقدير
room-do-confirm = عدد مؤكَّد
room-do-act = خطوة خارج أي اتفاق
room-do-outline = خطوط عريضة
room-do-draft = مسودة
room-do-conclude = إبرام الاتفاق
room-do-announce = إعلان
room-do-require = متطلَّب للتنفيذ
room-do-parameter = عدد أو تاريخ يُحدَّد مرة واحدة
room-do-participant = مشارك
room-do-room = فتح غرفة
room-do-rules = القواعد الأساسية
room-do-officer = موظف
