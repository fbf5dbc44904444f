# النص: نسخه، والمواقف منه، والقرارات، والعروض، وما اتُّفق عليه.

text-none = لم تُكتب بعدُ أي مسودة لنص.
text-write-first = كتابة المسودة الأولى
text-write-next = كتابة المسودة التالية
text-over = النص التفاوضي الموحّد في
text-several = النصوص
text-versions = النسخ
text-with = { $old } مع { $new }
text-alone = { $version } وحدها
text-participants-see = لا يرى الأطراف النص إلا كما عُرض عليهم.
text-article = المادة { $number }
text-articles = المواد { $numbers }
text-annex = المرفق { $n }
text-annex-gone = مرفق مشطوب
text-size = { $articles } { $languages }.
text-size-articles = { $n ->
    [zero] لا مواد
    [one] مادة واحدة
    [two] مادتان
    [few] { $n } مواد
    [many] { $n } مادة
   *[other] { $n } مادة
}
text-size-languages = { $n ->
    [zero] بلا لغة
    [one] بلغة واحدة
    [two] بلغتين
    [few] بـ{ $n } لغات
    [many] بـ{ $n } لغة
   *[other] بـ{ $n } لغة
}
text-no-brackets = لا أقواس مفتوحة في النسخة { $version }.
text-open-brackets = في النسخة { $version } صياغة لم يُتفق عليها بعد، بين أقواس، في { $articles }.
text-waiting = لم تُعرض بعدُ على { $who }، وقد كان الموقف هناك من نسخة سابقة.
text-was-concluded = وانعقد الاتفاق عليها في { $when }.
text-version-head = النسخة { $version }
text-against = النسخة { $version } مقارنةً بالنسخة { $before }
text-positions = المواقف من النسخة { $version }
text-key-added = أُضيف
text-key-struck-out = حُذف
text-key-bracket = لم يُتفق عليه
text-key-whose = لمن
text-heading-was = العنوان ليس عنوان النسخة { $version }:
text-can-be-put = لا أقواس مفتوحة. يمكن عرضها للقبول.
text-concluded-on = أُبرمت يوم { $when }.
text-may-bind = يملك الإلزام
text-cannot-be-offered = فيها أقواس مفتوحة. يمكن عرضها لإبداء الرأي، لا للقبول.
text-digest = البصمة
    .means = بصمة SHA-256 لكل مادة في كل لغة. تُتلى الخانات الثماني الأولى لتمييز النسخ بعضها من بعض؛ أما القبول فيُلزم بالأربع والستين كلها.
text-languages = اللغات
text-equally-authentic = متساوية في الحجية
text-put-to = عُرضت على
text-put-to-nobody = لا أحد. لم يقرأها إلا المكتب.
text-there-version = وهي هناك النسخة { $version }
text-put = عرضها على { $who }
text-file = الملف
    .means = البايتات نفسها التي تُحسب منها البصمة: يمكن لأي حاسوب أن يحسبها.

text-decided = ما غيّرته الهيئة: { $body }
text-decided-body = الهيئة
text-decided-for = عن { $who }
text-rule-majority = القاعدة: الأغلبية
text-rule-two-thirds = القاعدة: الثلثان
text-rule-unanimity = القاعدة: الإجماع
text-rule-head = القاعدة: يقرّر شخص واحد
text-decided-when = القرار
text-decided-learnt = عُلم به { $when }
text-decided-record = في السجل
text-decided-votes = الأصوات
text-votes = مع: { $for }، ضد: { $against }، امتناع: { $abstained }
text-decided-changes = التعديلات
text-changed = { $what }.
text-moved-gone = { $what } (شُطبت)
text-moved-annex = المرفق «{ $title }»
text-moved-rest = العنوان أو اللغات أو الترتيب
text-kept-articles = { $n ->
    [one] وبقيت { $articles } كما كانت.
   *[other] وبقيت { $articles } كما كانت.
}
text-decided-annex = مرفق بالقرار
text-became = موافقة مع تعديلات: نشأت منها النسخة { $version }.
text-became-nothing = موافقة مع تعديلات. لم تُكتب منها نسخة بعد.
text-told = من يجب إبلاغه
    .note = كل من كان قد أبدى موقفاً قبل النسخة { $version }.
text-told-on = من النسخة { $version }
text-told-lapses = يسقط. فقد أُبدي في صياغة أخرى.
text-told-yes = عُرضت في
text-told-not-yet = ليس بعد
text-column-participant = المشارك
text-column-stood = ما كان موقفه
text-column-becomes = ما يؤول إليه
text-column-told = الإبلاغ

text-ratification = التصديق
text-no-ground-rules = لم تحدّد القواعد بعدُ من الذي ينعقد الاتفاق بقبوله.
text-must-accept = قبوله لازم
text-column-takes = ما يلزم
text-column-is = أين بلغ
text-column-digest = البصمة المذكورة
text-takes-person = شخص له أن يُلزم
    .none = لا أحد في السجل
text-approval-missing = لم يصدر قرارها
text-approval-given = وافقت،
text-approval-made = وافقت مع تعديلات نشأت منها هذه الصياغة،
text-approval-other-words = وافقت على صياغة أخرى،
text-approval-refused = رفضت،
text-challenge-until = قابل للطعن حتى { $when }
text-answer-not-put = لم تُعرض بعد
text-answer-not-offered = عُرضت لإبداء الرأي لا للقبول
text-answer-open = لم يأتِ جواب بعد
text-answer-accepted = قبول
text-answer-refused = رفض
text-answer-other-words = لا على هذه الصياغة
text-digest-none = لا شيء
text-digest-same = البصمة نفسها
text-digest-another = نص آخر
text-digest-eight = تُليت الخانات الثماني الأولى
text-concluded = الانعقاد
text-concluded-when = عند قبول الجميع البصمة نفسها: { $accepted } من { $required }

text-offers = العروض
    .note = ما عُرض للقبول، وإلى متى يبقى قائماً.
text-column-to = إلى
text-column-offer = العرض
text-column-until = حتى
text-column-state = الحال
text-offer-final = نهائي
text-offer-no-limit = بلا أجل
text-offer-stands = قائم
text-offer-until = حتى { $when }
text-offer-expired = انقضى أجله
text-offer-withdrawn = سُحب
text-offer-superseded = حلّت محلّه نسخة لاحقة

text-agreement = الاتفاق
text-agreement-not-yet = لم ينعقد.
text-agreement-executable = انعقد، وكل ما يلزمه في اليد.
text-agreement-missing = { $n ->
    [zero] انعقد، ولا ينقصه شيء.
    [one] انعقد، ولا يمكن تنفيذه بعد: ينقصه أمر واحد.
    [two] انعقد، ولا يمكن تنفيذه بعد: ينقصه أمران.
    [few] انعقد، ولا يمكن تنفيذه بعد: تنقصه { $n } أمور.
    [many] انعقد، ولا يمكن تنفيذه بعد: ينقصه { $n } أمراً.
   *[other] انعقد، ولا يمكن تنفيذه بعد: ينقصه { $n } أمر.
}
text-acceptances = القبول
text-form-common = نص واحد قبله الجميع
text-form-declaration = إعلان انضمّ إليه كل طرف على حدة
text-needs = ما يلزم الاتفاق قبل أن يُنفَّذ
text-needs-nothing = لم يُسمَّ شيء يلزم الاتفاق قبل أن يُنفَّذ.
text-column-need = ما يلزم
text-column-due = الموعد
text-need-owed = على { $who }
text-need-annex = مرفق
text-need-list = قائمة
text-need-signature = توقيع
text-need-protocol = بروتوكول
text-need-window = مهلة يجب أن تنقضي
text-need-other = غير ذلك
text-need-no-time = لم يُحدَّد موعد
text-need-met = في اليد،
text-need-late = ناقص، وقد فات موعده
text-need-missing = ناقص
text-parameters = أعداد وتواريخ
    .note = كل منها قائم مرة واحدة، للنص وللجدول الزمني.
text-parameter-before = قبل ذلك:
text-no-parameters = لم يُحدَّد عدد ولا تاريخ.
text-do-conclude = إعلان انعقاده
text-do-require = تسمية أمر يلزمه
text-do-meet = تسجيل أن أمراً صار في اليد
text-do-set = تحديد عدد أو تاريخ
text-article-decided = { $article } كما تقرّرت
