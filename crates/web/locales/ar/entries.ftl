# أسماء الأشياء: كل كلمة من كلمات الوساطة حيث يسمّيها قيد من السجل.

entry-terms = سرّاً
    .clearance = بإذن فقط
    .substance = لا تُنقل بحرفها
    .open = يجوز نقلها بحرفها
entry-means = مكالمة
    .meeting = لقاء
    .message = رسالة
    .visit = زيارة
entry-channel-state = معروضة
    .tested = مجرَّبة
    .authorised = مأذون بها
    .active = عاملة
    .silent = صامتة
    .closed = مغلقة
entry-request-for = قائمة
    .proof = إثبات حياة
    .clarification = توضيح
    .answer = جواب
    .other = أمر آخر
entry-how-far = لُبّي
    .part = لُبّي جزئياً
    .refused = رُفض، ويبقى مفتوحاً
    .withdrawn = سُحب
entry-outcome = مقبول
    .part = مقبول جزئياً
    .declined = مرفوض
    .countered = قوبل بعرض آخر
entry-undertaking = التزام
    .assurance = ضمانة
    .pilot = خطوة تجريبية
entry-performance = نُفّذ
    .part = نُفّذ جزئياً
    .late = متأخر
    .excused = معذور
    .disputed = متنازع فيه
    .cured = نُفّذ بعد إخلال
    .waived = مُتنازَل عنه
    .breached = لم يُنفَّذ
entry-act = خطوة تجريبية
    .unilateral = فعل من طرف واحد، خارج أي اتفاق
    .event = على الأرض
entry-list-kind = أشخاص مطلوبون
    .held = أشخاص محتجزون
    .offered = أشخاص معروض الإفراج عنهم
    .agreed = أشخاص متفق على الإفراج عنهم
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
    .interlocutor = محاور
entry-weight = لا بدّ من موافقتها
    .advises = تُستشار
entry-rule = بالأغلبية
    .thirds = بالثلثين
    .unanimity = بالإجماع
    .head = بقرار رئيسها بعد سماع الآخرين
    .unknown = بقاعدة غير معروفة
entry-form = نص واحد قبله الجميع
    .declaration = إعلان من الوسيط انضم إليه كل طرف
entry-requirement-kind = ملحق
    .list = قائمة
    .signature = توقيع
    .protocol = بروتوكول
    .window = مهلة لا بدّ من انقضائها
    .other = أمر آخر
entry-voice = منسوب إلى قائله
    .paper = ورقة غير رسمية
    .proposal = مقترح الوسيط نفسه
entry-exact = بحرفه
    .edited = بصياغة المكتب
    .own = بكلام المكتب نفسه
entry-step = سُلّم إلى الناقل
    .delivered = وصل
    .back = أُعيدت قراءته
entry-comparison = مطابق لما أُرسل
    .differs = يخالف ما أُرسل
    .not = لم يُقرأ شيء يمكن مقارنته
entry-participant-kind = طرف
    .intermediary = وسيط ناقل
    .guarantor = ضامن
    .monitor = مراقب تنفيذ
    .carrier = ناقل
    .observer = مراقب
entry-clearance = يكفي موظف واحد لنقل الكلام
    .two = موظفان: يقترح أحدهما ويجيز الآخر

# قيود السجل: نوع كل قيد، وما يُقال عنه بكلام المكتب.

entry-comma = ،{" "}
entry-to-where = إلى
entry-the-desk = المكتب
entry-desk-room = غرفة المكتب الخاصة
entry-by = عن
entry-by-desk = عن المكتب
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
entry-digest = بصمة تبدأ بـ
entry-articles = { $n ->
    [one] المادة { $which }
    [two] المادتان { $which }
   *[other] المواد { $which }
}

entry-case-opened = فُتحت القضية
entry-rules = القواعد الأساسية
entry-rules-required = لا يقوم اتفاق إلا بقبول { $who }.
entry-rules-clearance = وفيما يُنقل: { $rule }.
entry-officer = موظف في المكتب
entry-participant = مشارك
entry-holder = جهة محتجِزة
entry-holder-through = يُخاطَب عن طريق { $who }
entry-room-opened = فُتحت الغرفة
entry-room-seats = مع المكتب: { $who }.

entry-receipt = الإيصال

entry-message = رسالة
entry-note = ملاحظة
entry-announced = إعلان
entry-announcement = إعلان أُبلغ
entry-told-to = موضعه
entry-leave = إذن بالنقل
entry-request = طلب
entry-request-by = طلب من { $who }
entry-request-open = ما زال مفتوحاً.
entry-request-answered = جواب عن طلب
entry-met-with = لُبّي بالقيد

entry-representative = ممثّل
entry-own-key = يستطيع التوقيع بمفتاح خاص به.
entry-mandate = تفويض
entry-mandate-ended = انتهاء تفويض
entry-ended-by = أنهاه القيد
entry-instrument = بموجب
entry-confirmed-by = أكّده
entry-on-text = في شأن النص
entry-body = هيئة تقرّر
entry-decides = تقرّر: { $how }.
entry-members = { $n ->
    [zero] بلا أعضاء
    [one] عضو واحد
    [two] عضوان
    [few] { $n } أعضاء
    [many] { $n } عضواً
   *[other] { $n } عضو
}
entry-quorum = النصاب { $n }
entry-challenge-hours = يجوز الطعن في قرارها خلال { $n } ساعة

entry-channel = قناة
entry-channel-means = بواسطة
entry-channel-known = يعرفها
entry-channel-rhythm = موعد الاتصال
entry-every-hours = { $n ->
    [24] كل يوم
   *[other] كل { $n } ساعة
}
entry-contact = اتصال
entry-ends-silence = ينهي الصمت
entry-attempt = محاولة بلا جواب
entry-silence = صمت
entry-silence-ended = انتهى
entry-silence-open = لم ينتهِ
entry-silence-attempts = { $n ->
    [0] كان الاتصال مستحقاً ولم يأتِ. ولم تُسجَّل محاولة منذ ذلك الحين.
    [one] كان الاتصال مستحقاً ولم يأتِ. ومنذ ذلك الحين محاولة واحدة بلا جواب.
    [two] كان الاتصال مستحقاً ولم يأتِ. ومنذ ذلك الحين محاولتان بلا جواب.
    [few] كان الاتصال مستحقاً ولم يأتِ. ومنذ ذلك الحين { $n } محاولات بلا جواب.
   *[other] كان الاتصال مستحقاً ولم يأتِ. ومنذ ذلك الحين { $n } محاولة بلا جواب.
}
entry-silence-pending = ما كان معلّقاً حين بدأ:

entry-demand = مطلب
entry-demand-open = لم يُجب عنه بعد.
entry-demand-parts = المطلب جزءاً جزءاً
entry-part = الجزء
entry-answer = جواب
entry-told-in = ورد في
entry-no-answer = لا جواب بعد
entry-answer-undertakes = ويلتزم من جانبه:
entry-condition = بشرط:
entry-performed = ما آل إليه الالتزام

entry-list = قائمة وردت
entry-list-number = القائمة { $n }
entry-list-count = «{ $title }»: العدد بحسب قولها { $n }.
entry-list-rows = { $n ->
    [zero] بلا أسطر
    [one] سطر واحد كما ورد
    [two] سطران كما وردا
    [few] { $n } أسطر كما وردت
    [many] { $n } سطراً كما وردت
   *[other] { $n } سطر كما وردت
}
entry-list-more = وغيرها { $n }
entry-list-rows-differ = تقول إنها { $says } وأسطرها { $has }. وقد حُفظ الرقمان.
entry-list-sums-differ = تقول إنها { $says }، ومجموع فئاتها { $sum }. وقد حُفظ الرقمان.
entry-row = السطر
entry-estimate = تقدير
entry-whose = عن { $who }
entry-from-to = من { $low } إلى { $high }
entry-at-least = { $n } على الأقل، بلا حدّ أعلى
entry-at-most = { $n } على الأكثر
entry-no-figure = بلا رقم
entry-confirmed = عدد مؤكَّد
entry-against-list = بالمقابلة مع القائمة

entry-conveyed = رسالة
entry-carried-here = نُقلت إلى هذه الغرفة
entry-attributed = منسوبة إلى { $who }
entry-relayed = نقل
entry-own-words = كلام المكتب نفسه
entry-carried-to = نُقل إلى { $room }
entry-route = عن طريق { $stations }.
entry-cleared-by = أجازه { $who }
entry-proposed = نقل مقترح
entry-to-room = إلى { $room }
entry-from-entries = من
entry-proposed-by = اقترحه { $who }
entry-waits = ينتظر موظفاً ثانياً
entry-settled-by = فُصل فيه بالقيد
entry-declined = نقل لم يُجَز
entry-declined-by = من { $who }
entry-digest-read = البصمة كما قُرئت:
entry-came-from = جاء من
entry-came-own = كلام المكتب نفسه
entry-draft-of-desk = مسودة المكتب

entry-outline = خطوط عريضة
entry-replaces = بدلاً من
entry-replaced-by = حلّ محلها
entry-drafted = مسودة
entry-made-from = مأخوذة من
entry-put-to = طُرحت في
entry-put = نص
entry-for-comment = للتعليق
entry-offer = عرض
entry-final = نهائي
entry-offer-expired = انقضى أجله
entry-offer-withdrawn = سُحب
entry-offer-superseded = حلّ غيره محله
entry-draft-carried = مسودة طُرحت في غرفة
entry-withdrawn = سحب عرض

entry-position = موقف
entry-said-by = قاله
entry-lapsed = سقط، ولا ينتقل إلى ما طُرح بعده
entry-comment = تعليق
entry-decision = قرار
entry-approved = موافقة
entry-modified = موافقة مع تعديلات
entry-not-approved = رفض
entry-votes = { $for } مع، { $against } ضد، { $abstained } امتناع
entry-another-text = وهذا نص آخر، بصمته تبدأ بـ
entry-challenge = يجوز الطعن فيه حتى { $when }.
entry-annexed = وأُلحق به
entry-accepted = قبول
entry-accepts = يقبل
entry-under-mandate = بموجب التفويض
entry-own-signature = بتوقيع خاص به
entry-refused = رفض
entry-refuses = يرفض

entry-concluded = انعقد الاتفاق
entry-by-acceptances = بموجب القبول في
entry-requirement = يلزم قبل التنفيذ
entry-owed-by = على { $who }
entry-in-hand = متوافر
entry-missing = غير متوافر.
entry-parameter = رقم أو تاريخ حُدّد
entry-set-before = حُدّد من قبل في

entry-correction = تصحيح
entry-wrong = كان فيه
entry-right = والصواب
entry-corrected-by = صحّحه القيد
entry-account = رواية أخرى
entry-another-account = رواية أخرى
entry-dates-differ = والتاريخان مختلفان:
entry-dates-joint = {" "}هنا، و
entry-erasure = جعل قيد غير مقروء
entry-why = السبب
entry-authority = بأمر من
entry-erased = جُعل هذا القيد غير مقروء إلى الأبد. أمّا وجوده وموضعه فما زالا ثابتين.
