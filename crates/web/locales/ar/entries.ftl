# أسماء الأشياء: كل كلمة من كلمات الوساطة حيث يسمّيها قيد من السجل.

entry-terms = على سبيل السرّية
    .clearance = بشرط الإذن
    .substance = بالمضمون لا بالحرف
    .open = مع جواز النقل بالحرف
entry-means = مكالمة
    .meeting = اجتماع
    .message = رسالة
    .visit = زيارة
entry-channel-state = معروضة
    .tested = مجرَّبة
    .authorised = مأذون بها
    .active = نشطة
    .silent = صامتة
    .closed = مغلقة
entry-request-for = قائمة
    .proof = دليل على الحياة
    .clarification = توضيح
    .answer = جواب
    .other = أمر آخر
entry-how-far = لُبّي
    .part = لُبّي جزئياً
    .refused = رُفض، ويبقى قائماً
    .withdrawn = سُحب
entry-outcome = مقبول
    .part = مقبول جزئياً
    .declined = مرفوض
    .countered = عرض مقابل
entry-undertaking = تعهّد
    .assurance = تطمين
    .pilot = خطوة تجريبية
entry-performance = نُفّذ
    .part = نُفّذ جزئياً
    .late = متأخر
    .excused = لم يُنفَّذ، لعذر مقبول
    .disputed = متنازع فيه
    .cured = نُفّذ بعد إخلال
    .waived = جرى التنازل عنه
    .breached = لم يُنفَّذ
entry-act = خطوة تجريبية
    .unilateral = خطوة من جانب واحد، خارج أي اتفاق
    .event = حدث ميداني
entry-list-kind = أشخاص يُبحث عنهم
    .held = أشخاص محتجزون
    .offered = أشخاص معروض الإفراج عنهم
    .agreed = أشخاص اتُّفق على الإفراج عنهم
    .scheduled = أشخاص مدرجون في مرحلة
    .released = أشخاص أُفرج عنهم
    .excluded = أشخاص لا يُفرج عنهم
    .remains = رفات
entry-may = التحدث
    .negotiate = التفاوض
    .referendum = الموافقة بشرط الاستشارة
    .bind = الإلزام
entry-role = صاحب القرار
    .envoy = مبعوث
    .delegate = مندوب
    .adviser = مستشار
    .interlocutor = محاوِر
entry-weight = إقرارها لازم
    .advises = تُستشار
entry-rule = بالأغلبية
    .thirds = بالثلثين
    .unanimity = بالإجماع
    .head = بقرار رئيسها بعد سماع الآخرين
    .unknown = بقاعدة غير معروفة
entry-form = نص واحد قبله الجميع
    .declaration = إعلان من الوسيط انضمّ إليه كل طرف على حدة
entry-requirement-kind = مرفق
    .list = قائمة
    .signature = توقيع
    .protocol = بروتوكول
    .window = مهلة يجب أن تنقضي
    .other = أمر آخر
entry-voice = منسوب إلى قائله
    .paper = ورقة غير رسمية
    .proposal = مقترح الوسيط نفسه
entry-exact = بحرفه
    .edited = معدَّل الصياغة
    .own = بكلام المكتب نفسه
entry-step = سُلّم إلى الناقل
    .delivered = وصل
    .back = أُعيدت قراءته
entry-comparison = مطابق لما أُرسل
    .differs = يخالف ما أُرسل
    .not = لم يُقرأ شيء تمكن مقارنته
entry-participant-kind = طرف
    .intermediary = وسيط
    .guarantor = ضامن
    .monitor = جهة تحقّق
    .carrier = ناقل
    .observer = مراقب
entry-clearance = يكفي موظف واحد لنقل الكلام
    .two = موظفان: يقترح أحدهما ويجيز الآخر

# قيود السجل: نوع كل قيد، وما يُقال عنه بكلام المكتب.

entry-comma = ،{" "}
entry-to-where = إلى
entry-the-desk = المكتب
entry-desk-room = غرفة المكتب الخاصة
entry-by = من قِبل
entry-by-desk = من قِبل المكتب
entry-told = أُبلغ به المكتب
entry-learnt = عُلم به { $when }
entry-recorded = سُجّل { $when }
entry-learnt-recorded = عُلم به { $learnt }، وسُجّل { $recorded }
entry-from = من { $who }
entry-for-whom = عن { $who }
entry-in-place = في { $place }
entry-to-whom = إلى { $who }
entry-by-whom = من { $who }
entry-with = مع
entry-to = عن
entry-of = بشأن
entry-on = من
entry-until = حتى { $when }
entry-by-when = في موعد أقصاه { $when }
entry-next-due = الموعد التالي { $when }
entry-not-yet = ليس بعد
entry-version = النسخة { $n }
    .in = النسخة { $n }
entry-a-text = نص
    .in = نص
entry-the-outline = الخطوط العريضة
entry-digest = بصمة أولها
entry-articles = { FORM($n) ->
    [one] المادة { $which }
    [two] المادتان { $which }
    [few] المواد { $which }
    [many] المواد { $which }
   *[other] المواد { $which }
}

entry-case-opened = فُتحت القضية
entry-rules = القواعد الأساسية
entry-rules-required = لا يقوم اتفاق إلا بقبول { $who }.
entry-rules-clearance = وفي ما يُنقل: { $rule }.
entry-officer = موظف في المكتب
entry-participant = مشارك
entry-holder = جهة محتجِزة
entry-holder-through = المخاطبة عن طريق { $who }
entry-room-opened = فُتحت الغرفة
entry-room-seats = مع المكتب: { $who }.

entry-receipt = الإيصال

entry-message = رسالة
entry-note = ملاحظة
entry-announced = إعلان
entry-announcement = إعلان صدر
entry-told-to = نصّه في
entry-leave = إذن بالنقل
entry-request = طلب
entry-request-by = طلب من { $who }
entry-request-open = ما زال قائماً.
entry-request-answered = جواب عن طلب
entry-met-with = لُبّي بالقيد

entry-representative = ممثّل
entry-own-key = يستطيع التوقيع بمفتاح خاص به.
entry-mandate = تفويض
entry-mandate-ended = انتهاء تفويض
entry-ended-by = أنهاه القيد
entry-instrument = بموجب
entry-confirmed-by = أكّده
entry-on-text = بشأن النص
entry-body = هيئة تقرّر
entry-decides = تقرّر: { $how }.
entry-members = { FORM($n) ->
    [zero] بلا أعضاء
    [one] عضو واحد
    [two] عضوان
    [few] { $n } أعضاء
    [many] { $n } عضواً
   *[other] { $n } عضو
}
entry-quorum = النصاب { $n }
entry-challenge-hours = { FORM($n) ->
    [zero] لا يجوز الطعن في قرارها
    [one] يجوز الطعن في قرارها خلال ساعة واحدة
    [two] يجوز الطعن في قرارها خلال ساعتين
    [few] يجوز الطعن في قرارها خلال { $n } ساعات
    [many] يجوز الطعن في قرارها خلال { $n } ساعة
   *[other] يجوز الطعن في قرارها خلال { $n } ساعة
}

entry-channel = قناة
entry-channel-means = بواسطة
entry-channel-known = يعرفها
entry-channel-rhythm = موعد الاتصال
entry-every-hours = { $n ->
    [24] كل يوم
   *[other] { FORM($n) ->
        [one] كل ساعة
        [two] كل ساعتين
        [few] كل { $n } ساعات
        [many] كل { $n } ساعة
       *[other] كل { $n } ساعة
    }
}
entry-contact = اتصال
entry-ends-silence = ينهي الصمت
entry-attempt = محاولة بلا جواب
entry-silence = صمت
entry-silence-ended = انتهى
entry-silence-open = لم ينتهِ
entry-silence-attempts = { FORM($n) ->
    [zero] حان موعد الاتصال ولم يحصل. ولم تُسجَّل محاولة منذ ذلك الحين.
    [one] حان موعد الاتصال ولم يحصل. ومنذ ذلك الحين محاولة واحدة بلا جواب.
    [two] حان موعد الاتصال ولم يحصل. ومنذ ذلك الحين محاولتان بلا جواب.
    [few] حان موعد الاتصال ولم يحصل. ومنذ ذلك الحين { $n } محاولات بلا جواب.
    [many] حان موعد الاتصال ولم يحصل. ومنذ ذلك الحين { $n } محاولة بلا جواب.
   *[other] حان موعد الاتصال ولم يحصل. ومنذ ذلك الحين { $n } محاولة بلا جواب.
}
entry-silence-pending = ما كان معلّقاً حين بدأ:

entry-demand = مطلب
entry-demand-open = لم يُجَب عنه بعد.
entry-demand-parts = المطلب جزءاً جزءاً
entry-part = الجزء
entry-answer = جواب
entry-told-in = ورد في
entry-no-answer = لا جواب بعد
entry-answer-undertakes = ويتعهّد من جانبه:
entry-condition = بشرط:
entry-performed = ما آل إليه التعهّد

entry-list = قائمة وردت
entry-list-number = القائمة { $n }
entry-list-count = «{ $title }»: العدد بحسب القائمة نفسها { $n }.
entry-list-rows = { FORM($n) ->
    [zero] بلا صفوف
    [one] صف واحد كما ورد
    [two] صفان كما وردا
    [few] { $n } صفوف كما وردت
    [many] { $n } صفاً كما وردت
   *[other] { $n } صف كما وردت
}
entry-list-hidden = ثمة حروف خفية أو تقلب ما يُقرأ في { $where }؛ وهي مبيّنة بين معقوفتين.
entry-list-cell = الصف { $row }، { $column }
entry-list-more = وغيرها { $n }
entry-list-rows-differ = العدد بحسب القائمة نفسها { $says }، وعدد صفوفها { $has }. وقد حُفظ العددان.
entry-list-sums-differ = العدد بحسب القائمة نفسها { $says }، ومجموع فئاتها { $sum }. وقد حُفظ العددان.
entry-row = الصف
entry-estimate = تقدير
entry-whose = بحسب { $who }
entry-from-to = من { $low } إلى { $high }
entry-at-least = { $n } على الأقل، بلا حدّ أعلى
entry-at-most = { $n } على الأكثر
entry-no-figure = بلا عدد
entry-confirmed = عدد مؤكَّد
entry-against-list = بالمقارنة مع القائمة

entry-conveyed = رسالة
entry-carried-here = بالنقل إلى هذه الغرفة
entry-attributed = بكلام منسوب إلى { $who }
entry-relayed = نقل
entry-own-words = كلام المكتب نفسه
entry-carried-to = نُقل إلى { $room }
entry-route = عن طريق { $stations }.
entry-cleared-by = بإجازة { $who }
entry-proposed = نقل مقترح
entry-to-room = إلى { $room }
entry-from-entries = من
entry-proposed-by = باقتراح { $who }
entry-waits = ينتظر موظفاً ثانياً
entry-settled-by = بُتّ فيه بالقيد
entry-declined = نقل لم يُجَز
entry-declined-by = من { $who }
entry-digest-read = البصمة كما تُليت:
entry-came-from = جاء من
entry-came-own = كلام المكتب نفسه
entry-draft-of-desk = مسودة المكتب

entry-outline = خطوط عريضة
entry-replaces = بدلاً من
entry-replaced-by = حلّ محلها القيد
entry-drafted = مسودة
entry-made-from = مأخوذة من
entry-put-to = طُرحت في
entry-put = نص
entry-for-comment = للتعليق
entry-offer = عرض
entry-final = نهائي
entry-offer-expired = انقضى أجله
entry-offer-withdrawn = سُحب
entry-offer-superseded = حلّ محلّه غيره
entry-draft-carried = مسودة طُرحت في غرفة
entry-withdrawn = سحب عرض

entry-position = موقف
entry-said-by = قاله
entry-lapsed = سقط، ولا ينتقل إلى ما طُرح بعده
entry-comment = تعليق
entry-decision = قرار
entry-approved = إقرار
entry-modified = إقرار مع تعديلات
entry-not-approved = رفض
entry-another-text = وهذا نص آخر، أول بصمته
entry-challenge = يجوز الطعن فيه حتى { $when }.
entry-annexed = وأُرفق به
entry-accepted = قبول
entry-accepts = يقبل
entry-under-mandate = بموجب التفويض
entry-own-signature = بتوقيع خاص به
entry-refused = رفض
entry-refuses = يرفض

entry-concluded = أُبرم الاتفاق
entry-by-acceptances = بموجب القبول المسجَّل في
entry-requirement = يلزم قبل التنفيذ
entry-owed-by = على { $who }
entry-in-hand = متوافر
entry-missing = غير متوافر.
entry-parameter = عدد أو تاريخ حُدّد
entry-set-before = حُدّد من قبل في

entry-correction = تصحيح
entry-wrong = كان فيه
entry-right = والصواب
entry-corrected-by = صحّحه القيد
entry-void-by = أبطله
entry-void = ما كان ينبغي أن يُسجَّل، ولا يُحتسب في شيء.
entry-account = رواية أخرى
entry-another-account = رواية أخرى
entry-dates-differ = والتاريخان مختلفان:
entry-dates-joint = {" "}هنا، وهناك{" "}
entry-erasure = جعل قيد غير قابل للقراءة
entry-why = السبب
entry-authority = بأمر من
entry-erased = جُعل هذا القيد غير قابل للقراءة نهائياً. أمّا وجوده وموضعه فما زالا ثابتين.
