# السجل الزمني: قصة القضية في جمل. الأسماء كما وردت؛ وما قيل يأتي بعد الجملة بين مزدوجين.
# صيغت الجمل بحيث لا يتغيّر الفعل بتذكير الاسم أو تأنيثه.

chronicle-over = السجل الزمني
chronicle-over-of = السجل الزمني كما يجوز أن يُطلع عليه { $who }
chronicle-day = ما يرويه السجل عن { $when }.
chronicle-span = ما يرويه السجل، من { $from } إلى { $until }.
chronicle-concluded = أُبرم الاتفاق يوم { $when }. يبدأ السجل في { $from } وآخره إلى الآن { $until }.
chronicle-empty = لم يُسجَّل بعدُ شيء يدخل في القصة.
chronicle-whole = الوقائع كاملة في صفحة واحدة، كما تُطبع
chronicle-record = عن هذا السجل
chronicle-written-from = { $n ->
    [zero] لم يُكتب من أي غرفة، كما كان السجل في { $when }:
    [one] كُتب من غرفة واحدة، كما كان السجل في { $when }:
    [two] كُتب من غرفتين، كما كان السجل في { $when }:
    [few] كُتب من { $n } غرف، كما كان السجل في { $when }:
    [many] كُتب من { $n } غرفة، كما كان السجل في { $when }:
   *[other] كُتب من { $n } غرفة، كما كان السجل في { $when }:
}
chronicle-desk-room = غرفة المكتب الخاصة
chronicle-head = { $n ->
    [zero] بلا قيود، ورأسه
    [one] قيد واحد، ورأسه
    [two] قيدان، ورأسه
    [few] { $n } قيود، ورأسه
    [many] { $n } قيداً، ورأسه
   *[other] { $n } قيد، ورأسه
}
chronicle-italics = التاريخ الذي يسبقه «نحو» أو ما يشبهها معروف على وجه التقريب. وكل فقرة تسمّي القيود التي تستند إليها؛ ويمكن التحقق من رأس سجل الغرفة من دون هذا البرنامج.
chronicle-part-contacts = الاتصالات
chronicle-part-names = الأسماء
chronicle-part-silence = الصمت
chronicle-part-text = النص
chronicle-part-agreed = ما اتُّفق عليه
chronicle-part-announced = ما أُعلن

story-invented = { $name } (اسم مختلَق)
story-person-of = { $name }، عن { $who }
story-corrected = صُحّح بعد ذلك:
story-account = وفي رواية أخرى أنه كان في { $when }.
story-account-of = وفي رواية أخرى ({ $source }) أنه كان في { $when }.

story-case-opened = فُتحت القضية.
story-ground-rules = تقرّر من الذي ينعقد الاتفاق بقبوله: { $who }.
story-holder = ذُكر بين من يحتجزون أشخاصاً: { $name }.
story-noted = دوّن المكتب:
story-caucus-opened = فُتحت غرفة لا يتحدث فيها إلا المكتب و{ $who }.
story-plenary-opened = فُتحت غرفة يتحدث فيها معاً المكتب و{ $who }.
story-mandate = تفويض باسم { $for }، وصاحبه { $who }: { $acts }.
story-may-speak = الكلام
story-may-negotiate = التفاوض
story-may-agree = الموافقة بشرط الاستشارة
story-may-bind = الإلزام
story-mandate-ended = انتهى تفويض { $who }.
story-erased = جُعل قيد غير مقروء، بإذن من { $authority }.

story-channels = فُتحت قنوات: { $which }.
story-channel-to = إلى { $who } ({ $reaches })
story-caucuses-opened = فُتحت غرف يسمع فيها المكتب طرفاً واحداً: { $who }.
story-channel = فُتحت قناة إلى { $who }: { $reaches }.
story-met = التقى المكتب { $who }.
story-met-in = التقى المكتب { $who } في { $place }.
story-visited = زار المكتب { $who }.
story-called = تحدّث المكتب مع { $who }.
story-wrote = وردت رسالة من { $who }.
story-heard-again = { $attempts ->
    [0] بعد الصمت عاد الاتصال مع { $who }.
    [zero] بعد الصمت عاد الاتصال مع { $who }.
    [one] بعد الصمت، وبعد محاولة واحدة بلا جواب، عاد الاتصال مع { $who }.
    [two] بعد الصمت، وبعد محاولتين بلا جواب، عاد الاتصال مع { $who }.
    [few] بعد الصمت، وبعد { $attempts } محاولات بلا جواب، عاد الاتصال مع { $who }.
    [many] بعد الصمت، وبعد { $attempts } محاولة بلا جواب، عاد الاتصال مع { $who }.
   *[other] بعد الصمت، وبعد { $attempts } محاولة بلا جواب، عاد الاتصال مع { $who }.
}
story-silent = انقطع الاتصال مع { $who }.
story-silent-pending = { $n ->
    [zero] انقطع الاتصال مع { $who }.
    [one] انقطع الاتصال مع { $who }. وحُفظ ما كان معلّقاً: مسألة واحدة.
    [two] انقطع الاتصال مع { $who }. وحُفظ ما كان معلّقاً: مسألتان.
    [few] انقطع الاتصال مع { $who }. وحُفظ ما كان معلّقاً: { $n } مسائل.
    [many] انقطع الاتصال مع { $who }. وحُفظ ما كان معلّقاً: { $n } مسألة.
   *[other] انقطع الاتصال مع { $who }. وحُفظ ما كان معلّقاً: { $n } مسألة.
}
story-said = من { $who }:
story-desk-told = من المكتب إلى { $to }:
story-asked-list = طلب قائمة، من { $who }:
story-asked-proof = طلب دليل على الحياة، من { $who }:
story-asked = سؤال من { $who }:
story-desk-asked = سؤال من المكتب إلى { $to }:
story-request-list = القائمة المطلوبة
story-request-proof = الدليل المطلوب على الحياة
story-request-other = الأمر المطلوب
story-met-full = { $what }: تمّت تلبية الطلب.
story-met-part = { $what }: تمّت تلبية الطلب جزئياً، ويبقى مفتوحاً.
story-met-refused = { $what }: رُفض الطلب، ويبقى مفتوحاً.
story-met-withdrawn = { $what }: سُحب الطلب.
story-demanded = مطلب من { $who }:
story-desk-demanded = مطلب عرضه المكتب على { $to }:
story-answer-accepted = قبول المطلب من { $who }:
story-answer-part = قبول المطلب جزئياً من { $who }:
story-answer-declined = رفض المطلب من { $who }:
story-answer-countered = جواب عن المطلب بعرض بديل، من { $who }:
story-answer-mixed = جواب عن المطلب جزءاً جزءاً، من { $who }:
story-carried-words = نقل المكتب إلى { $to } كلام { $by }:
story-carried-answer = نقل المكتب إلى { $to } جواب { $by }:
story-carried-demand = نقل المكتب إلى { $to } مطلب { $by }:
story-carried-request = نقل المكتب إلى { $to } ما يطلبه { $by }:
story-carried-proposal = عرض المكتب على { $to } اقتراحاً منه:
story-carried-non-paper = عرض المكتب على { $to }، من دون نسبة إلى أحد:
story-read-back-differs = ما أعاد { $who } قراءته يخالف ما أُرسل:

story-undertook = تعهّد من { $who }:
story-assured = تأكيد من { $who }:
story-pilot = عرض من { $who } قبل أي اتفاق:
story-performed = تعهّد { $who }: تمّ الوفاء به.
story-performed-part = تعهّد { $who }: تمّ الوفاء به جزئياً.
story-performed-late = تعهّد { $who }: لم يتمّ الوفاء به في موعده.
story-performed-excused = تعهّد { $who }: لم يتمّ الوفاء به لعذر مقبول.
story-performed-disputed = تعهّد { $who }: الوفاء به موضع خلاف.
story-performed-cured = تعهّد { $who }: تمّ الوفاء به بعد الإخلال.
story-performed-waived = تعهّد { $who }: لم يعد مطلوباً.
story-performed-breached = تعهّد { $who }: لم يتمّ الوفاء به.
story-list-sought = قائمة من { $who } بأشخاص مطلوب العثور عليهم، وعددهم { $n }.
story-list-held = قائمة من { $who } بأشخاص محتجزين، وعددهم { $n }.
story-list-offered = قائمة من { $who } بأشخاص معروض الإفراج عنهم، وعددهم { $n }.
story-list-agreed = قائمة من { $who } بأشخاص متفق على الإفراج عنهم، وعددهم { $n }.
story-list-scheduled = قائمة من { $who } بأشخاص مدرجين في مرحلة، وعددهم { $n }.
story-list-released = قائمة من { $who } بأشخاص أُفرج عنهم، وعددهم { $n }.
story-list-excluded = قائمة من { $who } بأشخاص لا يُفرج عنهم، وعددهم { $n }.
story-list-remains = قائمة من { $who } برفات أشخاص، وعددهم { $n }.
story-list-rows = تقول القائمة إن صفوفها { $says }؛ وفيها { $has }.
story-list-categories = تقول القائمة إن عددهم { $says }؛ ومجموع فئاتها { $has }.
story-estimate = بتقدير { $whose }، { $of }: نحو { $n }.
story-estimate-between = بتقدير { $whose }، { $of }: من { $low } إلى { $high }.
story-estimate-least = بتقدير { $whose }، { $of }: { $n } على الأقل.
story-estimate-most = بتقدير { $whose }، { $of }: { $n } على الأكثر.
story-count-asserted = مزعوم، من { $of }: { $n }.
story-count-substantiated = مدعوم بدليل، من { $of }: { $n }.
story-count-verified = متحقَّق منه، من { $of }: { $n }.
story-count-disputed = متنازع فيه، من { $of }: { $n }.

story-version = النسخة { $n }
story-the-outline = الخطوط العامة
story-articles-of = { $articles } من { $version }
story-outline = وُضعت خطوط عامة: { $title }.
story-drafted = كتب المكتب النسخة { $n } من النص.
story-put = عرض المكتب { $what } على { $to } للقراءة.
story-offered = عرض المكتب { $what } على { $to } للقبول.
story-offered-until = عرض المكتب { $what } على { $to } للقبول، حتى { $until }.
story-offered-last = عرض المكتب { $what } على { $to } عرضاً أخيراً.
story-offered-last-until = عرض المكتب { $what } على { $to } عرضاً أخيراً، حتى { $until }.
story-withdrawn = سحب المكتب عرض { $what } على { $to }.
story-agreed = موافقة { $who } على { $what }.
story-agreed-referendum = موافقة { $who } بشرط الاستشارة على { $what }.
story-reserved = تحفّظ { $who } على { $what }.
story-not-agreed = عدم موافقة { $who } على { $what }.
story-commented = ملاحظة من { $who } على { $what }:
story-approved = { $body }: موافقة على { $what }.
story-approved-changed = { $body }: موافقة على { $what } مع تعديلات، في { $articles }.
story-disapproved = { $body }: رفض { $what }.
story-accepted = قبول { $who } لـ{ $what }، على لسان { $by }. ويسمّي القبول النص ببصمته، { $digest }.
story-refused = رفض { $who } لـ{ $what }.
story-concluded = انعقد الاتفاق: فقد قبل النصَّ نفسه كلُّ من يلزم قبوله.
story-announced = أعلن المكتب: «{ $subject }»:
story-set = { $name }: حُدّد بـ{ $value }.
story-moved = { $name }: نُقل من { $before } إلى { $value }.
