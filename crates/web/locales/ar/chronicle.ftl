# سرد الوقائع: قصة القضية في جمل. الأسماء كما وردت؛ وما قيل يأتي بعد الجملة بين مزدوجين.
# صيغت الجمل بحيث لا يتغيّر الفعل بتذكير الاسم أو تأنيثه.

chronicle-over = سرد الوقائع
chronicle-over-of = سرد الوقائع كما يُعرض على { $who }
chronicle-day = ما يرويه السجل عن { $when }.
chronicle-span = ما يرويه السجل، من { $from } إلى { $until }.
chronicle-concluded = أُبرم الاتفاق يوم { $when }. يبدأ السجل في { $from } وآخره إلى الآن { $until }.
chronicle-empty = لم يُسجَّل بعدُ شيء يدخل في السرد.
chronicle-whole = الوقائع كاملة في صفحة واحدة، كما تُطبع
chronicle-record = عن هذا السجل
chronicle-written-from = { FORM($n) ->
    [zero] لم يُكتب من أي غرفة، والسجل كما كان في { $when }:
    [one] كُتب من غرفة واحدة، بحسب سجلها كما كان في { $when }:
    [two] كُتب من غرفتين، بحسب سجليهما كما كانا في { $when }:
    [few] كُتب من { $n } غرف، بحسب سجلاتها كما كانت في { $when }:
    [many] كُتب من { $n } غرفة، بحسب سجلاتها كما كانت في { $when }:
   *[other] كُتب من { $n } غرفة، بحسب سجلاتها كما كانت في { $when }:
}
chronicle-desk-room = غرفة المكتب الخاصة
chronicle-head = { FORM($n) ->
    [zero] بلا قيود، ورأسه
    [one] قيد واحد، ورأسه
    [two] قيدان، ورأسه
    [few] { $n } قيود، ورأسه
    [many] { $n } قيداً، ورأسه
   *[other] { $n } قيد، ورأسه
}
chronicle-italics = التاريخ الذي تسبقه كلمة «نحو» أو ما يشبهها معروف على وجه التقريب. وكل فقرة تذكر القيود التي تستند إليها؛ ويمكن التحقق من رأس سجل الغرفة من دون هذا البرنامج.
chronicle-part-contacts = الاتصالات
chronicle-part-names = الأسماء
chronicle-part-silence = الصمت
chronicle-part-text = النص
chronicle-part-agreed = ما اتُّفق عليه
chronicle-part-announced = ما أُعلن

story-invented = { $name } (اسم مختلَق)
story-person-of = { $name }، عن { $who }
story-void = أُبطل فيما بعد ولا يُحتسب في شيء:
story-corrected = صُحّح بعد ذلك:
story-account = وفي رواية أخرى أن ذلك كان في { $when }.
story-account-of = وفي رواية أخرى ({ $source }) أن ذلك كان في { $when }.

story-case-opened = فُتحت القضية.
story-ground-rules = تقرّر من يُبرم الاتفاق بقبوله: { $who }.
story-holder = ذُكر بين من يحتجزون أشخاصاً: { $name }.
story-noted = دوّن المكتب:
story-caucus-opened = فُتحت غرفة لا يسمع ما يُقال فيها إلا المكتب و{ $who }.
story-plenary-opened = فُتحت غرفة يسمع فيها بعضهم بعضاً: المكتب و{ $who }.
story-mandate = تفويض إلى { $who }، عن { $for }: { $acts }.
story-may-speak = التحدث
story-may-negotiate = التفاوض
story-may-agree = الموافقة بشرط الاستشارة
story-may-bind = الإلزام
story-mandate-ended = انتهى تفويض { $who }.
story-erased = جُعل قيد غير قابل للقراءة، بأمر من { $authority }.
story-channels = فُتحت قنوات: { $which }.
story-channel-to = إلى { $who } ({ $reaches })
story-caucuses-opened = فُتحت غرف يسمع فيها المكتب طرفاً واحداً: { $who }.

story-channel = فُتحت قناة مع { $who }: { $reaches }.
story-met = اجتمع المكتب مع { $who }.
story-met-in = اجتمع المكتب مع { $who } في { $place }.
story-visited = زار المكتب { $who }.
story-called = تحدّث المكتب مع { $who }.
story-wrote = وردت رسالة من { $who }.
story-heard-again = { FORM($attempts) ->
    [zero] عاد الاتصال مع { $who } بعد الصمت.
    [one] عاد الاتصال مع { $who } بعد الصمت، وبعد محاولة واحدة بلا جواب.
    [two] عاد الاتصال مع { $who } بعد الصمت، وبعد محاولتين بلا جواب.
    [few] عاد الاتصال مع { $who } بعد الصمت، وبعد { $attempts } محاولات بلا جواب.
    [many] عاد الاتصال مع { $who } بعد الصمت، وبعد { $attempts } محاولة بلا جواب.
   *[other] عاد الاتصال مع { $who } بعد الصمت، وبعد { $attempts } محاولة بلا جواب.
}
story-silent = انقطع الاتصال مع { $who }.
story-silent-pending = { FORM($n) ->
    [zero] انقطع الاتصال مع { $who }.
    [one] انقطع الاتصال مع { $who }. وحُفظ ما كان معلّقاً: أمر واحد.
    [two] انقطع الاتصال مع { $who }. وحُفظ ما كان معلّقاً: أمران.
    [few] انقطع الاتصال مع { $who }. وحُفظ ما كان معلّقاً: { $n } أمور.
    [many] انقطع الاتصال مع { $who }. وحُفظ ما كان معلّقاً: { $n } أمراً.
   *[other] انقطع الاتصال مع { $who }. وحُفظ ما كان معلّقاً: { $n } أمر.
}
story-said = ورد من { $who }:
story-desk-told = أبلغ المكتب { $to }:
story-asked-list = ورد من { $who } طلب الحصول على قائمة:
story-asked-proof = ورد من { $who } طلب الحصول على دليل على الحياة:
story-asked = ورد من { $who } طلب:
story-desk-asked = وجّه المكتب طلباً إلى { $to }:
story-request-list = القائمة المطلوبة
story-request-proof = الدليل على الحياة المطلوب
story-request-other = الأمر المطلوب
story-met-full = { $what }: لُبّي الطلب.
story-met-part = { $what }: لُبّي الطلب جزئياً، ويبقى قائماً.
story-met-refused = { $what }: رُفض الطلب، ويبقى قائماً.
story-met-withdrawn = { $what }: سُحب الطلب.
story-demanded = ورد من { $who } مطلب:
story-desk-demanded = طرح المكتب مطلباً على { $to }:
story-answer-accepted = قبول المطلب من جانب { $who }:
story-answer-part = قبول المطلب جزئياً من جانب { $who }:
story-answer-declined = رفض المطلب من جانب { $who }:
story-answer-countered = جواب عن المطلب بعرض مقابل، من جانب { $who }:
story-answer-parts = جواب عن المطلب، من جانب { $who } ({ $parts }):
story-part-quoted = «{ $part }»
story-part-answered = { $part } ({ $said })
story-part-accepted = قبول { $parts }
story-part-in-part = قبول جزئي لما يلي: { $parts }
story-part-declined = رفض { $parts }
story-part-countered = عرض مقابل بدلاً من { $parts }
story-part-countered-with = عرض { $offered } بدلاً من { $parts }
story-carried-words = نقل المكتب إلى { $to } كلام { $by }:
story-carried-answer = نقل المكتب إلى { $to } جواب { $by }:
story-carried-demand = نقل المكتب إلى { $to } مطلب { $by }:
story-carried-request = نقل المكتب إلى { $to } طلب { $by }:
story-carried-proposal = طرح المكتب على { $to } مقترحاً من عنده:
story-carried-non-paper = طرح المكتب على { $to }، من دون نسبة إلى أحد:
story-read-back = إعادة القراءة من جانب { $who } تطابق ما أُرسل.
story-read-back-differs = إعادة القراءة من جانب { $who } تخالف ما أُرسل:

story-undertook = تعهّد من جانب { $who }:
story-assured = تطمين من جانب { $who }:
story-pilot = خطوة تجريبية معروضة من جانب { $who } قبل أي اتفاق:
story-performed = تعهّد { $who }: نُفّذ.
story-performed-part = تعهّد { $who }: نُفّذ جزئياً.
story-performed-late = تعهّد { $who }: لم يُنفَّذ في موعده.
story-performed-excused = تعهّد { $who }: لم يُنفَّذ، لعذر مقبول.
story-performed-disputed = تعهّد { $who }: تنفيذه متنازع فيه.
story-performed-cured = تعهّد { $who }: نُفّذ بعد إخلال.
story-performed-waived = تعهّد { $who }: لم يعد مطلوباً.
story-performed-breached = تعهّد { $who }: لم يُنفَّذ.
story-list-sought = قائمة من { $who } بأشخاص يُبحث عنهم، وعددهم { $n }.
story-list-held = قائمة من { $who } بأشخاص محتجزين، وعددهم { $n }.
story-list-offered = قائمة من { $who } بأشخاص معروض الإفراج عنهم، وعددهم { $n }.
story-list-agreed = قائمة من { $who } بأشخاص اتُّفق على الإفراج عنهم، وعددهم { $n }.
story-list-scheduled = قائمة من { $who } بأشخاص مدرجين في مرحلة، وعددهم { $n }.
story-list-released = قائمة من { $who } بأشخاص أُفرج عنهم، وعددهم { $n }.
story-list-excluded = قائمة من { $who } بأشخاص لا يُفرج عنهم، وعددهم { $n }.
story-list-remains = قائمة من { $who } برفات أشخاص، وعددها { $n }.
story-list-rows = عدد صفوف القائمة بحسب القائمة نفسها { $says }؛ والموجود منها { $has }.
story-list-categories = عددهم بحسب القائمة نفسها { $says }؛ ومجموع فئاتها { $has }.
story-estimate = بتقدير { $whose }، { $of }: نحو { $n }.
story-estimate-between = بحسب تقدير { $whose }، { $of }: من { $low } إلى { $high }.
story-estimate-least = بحسب تقدير { $whose }، { $of }: { $n } على الأقل.
story-estimate-most = بحسب تقدير { $whose }، { $of }: { $n } على الأكثر.
story-count-asserted = عدد أُفيد به، { $of }: { $n }.
story-count-substantiated = عدد مدعوم بدليل، { $of }: { $n }.
story-count-verified = عدد متحقَّق منه، { $of }: { $n }.
story-count-disputed = عدد متنازع فيه، { $of }: { $n }.

story-version = النسخة { $n }
story-the-outline = الخطوط العريضة
story-articles-of = { $articles } من { $version }
story-outline = وُضعت خطوط عريضة: { $title }.
story-drafted = كتب المكتب النسخة { $n } من النص.
story-put = طرح المكتب { $what } على { $to } للقراءة.
story-offered = طرح المكتب { $what } على { $to } للقبول.
story-offered-until = طرح المكتب { $what } على { $to } للقبول، حتى { $until }.
story-offered-last = طرح المكتب { $what } على { $to } عرضاً نهائياً.
story-offered-last-until = طرح المكتب { $what } على { $to } عرضاً نهائياً، حتى { $until }.
story-withdrawn = سحب المكتب عرض { $what } المطروح على { $to }.
story-agreed = موافقة { $who } على { $what }.
story-agreed-referendum = موافقة { $who } بشرط الاستشارة على { $what }.
story-reserved = تحفّظ { $who } على { $what }.
story-not-agreed = عدم موافقة { $who } على { $what }.
story-commented = تعليق من { $who } على { $what }:
story-approved = { $body }: إقرار { $what }.
story-approved-changed = { $body }: إقرار { $what } مع تعديلات، في { $articles }.
story-disapproved = { $body }: رفض { $what }.
story-decided-how = { $what } ({ $how })
story-challenge = يجوز الطعن حتى { $until }
story-votes-challenge = { $votes }؛ يجوز الطعن حتى { $until }
story-accepted = قبول من جانب { $who }، على لسان { $by }: { $what }. ويسمّي القبول النص ببصمته، { $digest }.
story-refused = رفض من جانب { $who }: { $what }.
story-concluded = أُبرم الاتفاق: فقد قبل النصَّ نفسه كلُّ من يلزم قبوله.
story-announced = أعلن المكتب: «{ $subject }»:
story-required = يلزم قبل تنفيذ الاتفاق: { $what } (على { $who }).
story-required-by = يلزم قبل تنفيذ الاتفاق: { $what } (على { $who }، حتى { $until }).
story-in-hand = توفّر الآن: { $what }.
story-set = حُدّد عدد أو تاريخ، { $name }: { $value }.
story-moved = عُدّل عدد أو تاريخ، { $name }: من { $before } إلى { $value }.
