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
text-size-articles = { FORM($n) ->
    [zero] لا مواد
    [one] مادة واحدة
    [two] مادتان
    [few] { $n } مواد
    [many] { $n } مادة
   *[other] { $n } مادة
}
text-size-languages = { $n ->
    [3] بثلاث لغات
    [4] بأربع لغات
   *[other] { FORM($n) ->
        [zero] بلا لغة
        [one] بلغة واحدة
        [two] بلغتين
        [few] في { $n } لغات
        [many] في { $n } لغة
       *[other] في { $n } لغة
    }
}
text-no-brackets = ليس في النسخة { $version } صياغة بين معقوفتين.
text-open-brackets = في النسخة { $version } صياغة لم يُتفق عليها بعد، بين معقوفتين، في { $articles }.
text-waiting = لم تُطرح بعدُ على { $who }، وآخر موقف مسجَّل من نسخة سابقة.
text-was-concluded = وأُبرم الاتفاق عليها في { $when }.
text-version-head = النسخة { $version }
text-against = النسخة { $version } مقارنةً بالنسخة { $before }
text-positions = المواقف من النسخة { $version }
text-key-added = أُضيف
text-key-struck-out = حُذف
text-key-bracket = لم يُتفق عليه
text-key-whose = لمن هي
text-heading-was = العنوان ليس عنوان النسخة { $version }:
text-can-be-put = ليس فيها صياغة بين معقوفتين. يمكن طرحها للقبول.
text-concluded-on = أُبرمت يوم { $when }.
text-may-bind = يملك الإلزام
text-cannot-be-offered = فيها صياغة بين معقوفتين. يمكن طرحها للتعليق، لا للقبول.
text-digest = البصمة
    .means = بصمة SHA-256 محسوبة من المواد كلها بكل اللغات. تُتلى الخانات الثماني الأولى لتمييز النسخ بعضها من بعض؛ أما القبول فيُلزم بالأربع والستين كلها.
text-languages = اللغات
text-equally-authentic = متساوية في الحجية
text-put-to = طُرحت على
text-put-to-nobody = لا أحد. لم يقرأها إلا المكتب.
text-there-version = وهي هناك النسخة { $version }
text-put = طرحها على { $who }
text-file = الملف
    .means = البايتات نفسها التي تُحسب منها البصمة: يستطيع أي حاسوب أن يحسب بصمتها.

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
text-to-sign = للتوقيع بمفتاح خاص:
text-votes = مع: { $for }، ضد: { $against }، امتناع: { $abstained }
text-votes-two = مع: { $for }، ضد: { $against }
text-decided-changes = التعديلات
text-changed = { $what }.
text-moved-gone = شطب { $what }
text-moved-annex = المرفق «{ $title }»
text-moved-rest = العنوان أو اللغات أو الترتيب
text-kept-articles = { FORM($n) ->
    [one] وبقيت { $articles } كما كانت.
    [two] وبقيت { $articles } كما كانت.
    [few] وبقيت { $articles } كما كانت.
    [many] وبقيت { $articles } كما كانت.
   *[other] وبقيت { $articles } كما كانت.
}
text-decided-annex = أُرفق به
text-became = إقرار مع تعديلات: نشأت منها النسخة { $version }.
text-became-nothing = إقرار مع تعديلات. لم تُكتب منها نسخة بعد.
text-told = من يجب إبلاغه
    .note = كل من كان له موقف قبل النسخة { $version }.
text-told-on = من النسخة { $version }
text-told-lapses = يسقط، فقد كان من صياغة أخرى.
text-told-yes = طُرحت في
text-told-not-yet = ليس بعد
text-column-participant = المشارك
text-column-stood = الموقف السابق
text-column-becomes = مآله
text-column-told = الإبلاغ

text-ratification = التصديق
text-no-ground-rules = لم تحدّد القواعد الأساسية بعدُ من يُبرم الاتفاق بقبوله.
text-must-accept = قبوله لازم
text-column-takes = ما يلزم
text-column-is = الوضع الراهن
text-column-digest = البصمة المذكورة
text-takes-person = شخص يملك الإلزام
    .none = لا أحد في السجل
text-approval-missing = لم يصدر قرارها
text-approval-given = أقرّت،
text-approval-made = أقرّت مع تعديلات نشأت منها هذه الصياغة،
text-approval-other-words = أقرّت صياغة أخرى،
text-approval-refused = رفضت،
text-challenge-until = قابل للطعن حتى { $when }
text-answer-not-put = لم تُطرح بعد
text-answer-not-offered = طُرحت للتعليق لا للقبول
text-answer-open = لا جواب بعد
text-answer-accepted = قبول
text-answer-refused = رفض
text-answer-other-words = ليس على هذه الصياغة
text-digest-none = لا بصمة
text-digest-same = البصمة نفسها
text-digest-another = نص آخر
text-digest-eight = تُليت الخانات الثماني الأولى
text-concluded = إبرام الاتفاق
text-concluded-when = حين يقبل الجميع البصمة نفسها: { $accepted } من { $required }

text-offers = العروض
    .note = ما طُرح للقبول، وإلى متى يبقى قائماً.
text-column-to = إلى
text-column-offer = العرض
text-column-until = حتى
text-column-state = الحالة
text-offer-final = نهائي
text-offer-no-limit = بلا أجل
text-offer-stands = قائم
text-offer-until = حتى { $when }
text-offer-expired = انقضى أجله
text-offer-withdrawn = سُحب
text-offer-superseded = حلّت محلّه نسخة لاحقة

text-agreement = الاتفاق
text-agreement-not-yet = لم يُبرم بعد.
text-agreement-executable = أُبرم، وكل ما يحتاج إليه متوافر.
text-agreement-missing = { FORM($n) ->
    [zero] أُبرم، ولا ينقصه شيء.
    [one] أُبرم، وليس قابلاً للتنفيذ بعد: ينقصه أمر واحد.
    [two] أُبرم، وليس قابلاً للتنفيذ بعد: ينقصه أمران.
    [few] أُبرم، وليس قابلاً للتنفيذ بعد: تنقصه { $n } أمور.
    [many] أُبرم، وليس قابلاً للتنفيذ بعد: ينقصه { $n } أمراً.
   *[other] أُبرم، وليس قابلاً للتنفيذ بعد: ينقصه { $n } أمر.
}
text-acceptances = القبول
text-form-common = نص واحد قبله الجميع
text-form-declaration = إعلان انضمّ إليه كل طرف على حدة
text-needs = ما يحتاج إليه الاتفاق قبل أن يُنفَّذ
text-needs-nothing = لم يُسمَّ شيء يحتاج إليه الاتفاق قبل أن يُنفَّذ.
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
text-need-met = متوافر،
text-need-window-passed = انقضت، ويبقى تسجيل ذلك
text-need-window-runs = لم تنقضِ بعد
text-need-late = ناقص، وفات موعده
text-need-missing = ناقص
text-parameters = أعداد وتواريخ
    .note = كل منها يُحدَّد مرة واحدة، للنص وللجدول الزمني معاً.
text-parameter-before = قبل ذلك:
text-no-parameters = لم يُحدَّد عدد ولا تاريخ.
text-do-conclude = إعلان إبرامه
text-do-require = تسمية متطلَّب له
text-do-meet = تسجيل توافر متطلَّب
text-do-set = تحديد عدد أو تاريخ
text-article-decided = { $article } كما تقرّرت
