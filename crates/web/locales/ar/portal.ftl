# ما يراه مشارك واحد، والصفحة المؤدية إليه.

participants-lead = ما يراه كل مشارك مأخوذ من الغرف التي يجلس فيها، لا من شيء سواها. وأنتم ترونه كما يُعرض عليه.
participants-head = المشاركون
participants-note = الصفحات خلف هذه الروابط صفحات الطرف نفسه. والسطر الرمادي فوقها للمكتب وليس جزءاً منها.
participants-none = لم يُسمَّ أي مشارك بعد.
participants-who = المشارك
participants-rooms = يجلس في
participants-sees = ما يراه
participants-no-room = ليس في أي غرفة بعد
participants-see = صفحته الأولى

portal-tab = المطروح عليكم
portal-nothing = لا شيء مطروح عليكم
    .lead = لم يُطرح عليكم نص بعد. وما قيل في غرفتكم وارد أدناه.
portal-offer = عرضٌ مطروح عليكم
portal-offer-final = النسخة { $version }، وهي نهائية.
portal-offer-open = النسخة { $version }. ويجوز اقتراح صياغة أخرى.
portal-until = يبقى العرض قائماً حتى { $when }، والمدة الباقية { $left }.
portal-until-withdrawn = يبقى العرض قائماً إلى أن يُسحب.
portal-not-answered = لم تجيبوا عنه بعد.
portal-comment = نصٌّ مطروح عليكم للتعليق
portal-comment-lead = النسخة { $version }. لا يُطلب منكم إلا أن تبيّنوا موقفكم منها، مادةً مادة.
portal-accepted = قبلتم النسخة { $version }
portal-accepted-lead = قبولكم مُلزِم بهذا النص وحده:
portal-refused = رفضتم النسخة { $version }
portal-refused-lead = رفضكم مسجَّل:
portal-expired = انقضى أجل عرض النسخة { $version }
portal-withdrawn = سُحب عرض النسخة { $version }
portal-ended = لم يعد قبوله ممكناً. ولا يُطرح ثانيةً إلا من المكتب.

portal-text = النص
portal-as-put = كما طُرح عليكم:
portal-digest = البصمة
portal-changed-head = ما تغيّر
portal-changed = { $what } منذ النسخة { $version }.
    .link = الاطلاع على التغييرات
portal-unchanged = لم يتغيّر شيء منذ النسخة { $version }.
portal-take = خذوه معكم
    .means = بكل اللغات، وهي البايتات التي حُسبت منها البصمة
portal-changes = ما تغيّر منذ النسخة { $version }
portal-stood = كنتم قد قلتم في النسخة { $version }:
portal-lapsed = وقد سقط ذلك.

portal-answer-head = جوابكم
    .note = هو لهذا النص وحده. فإن تغيّر حرف واحد صار نصاً آخر.
portal-answer = الجواب
portal-no-answer = لا جواب مسجَّلاً
portal-who-binds = من يملك إلزامكم به
portal-nobody-binds = لا أحد بحسب السجل. فالقبول يحتاج إلى تفويض بالإلزام يُسجَّل في هذه الغرفة أولاً.
portal-entry = القيد
portal-article-changed = تغيّرت منذ النسخة { $version }.

portal-room = غرفتكم
portal-room-all = { FORM($n) ->
    [zero] السجل، بلا قيود
    [one] السجل، قيد واحد
    [two] السجل، قيدان
    [few] السجل كله، { $n } قيود
    [many] السجل كله، { $n } قيداً
   *[other] السجل كله، { $n } قيد
}

portal-receipts = ما يمكنكم التحقق منه
    .note = بغير هذا البرنامج، وبغير المكتب، وبغير اتصال بالشبكة.
portal-receipts-none = لم يُطرح عليكم شيء بعد، ولم تسلّموا شيئاً.
portal-receipt = الإيصال
portal-receipt-for = عن
portal-receipt-entry = القيد
portal-key = مفتاح المكتب لهذه الغرفة:
    .means = خذوه مرة واحدة في البداية واحتفظوا به: فالمفتاح الذي يأتي مع ما يُفحص به لا يُثبت شيئاً.
portal-any-computer = على أي حاسوب
portal-if-not = إن اختلف السطر الأول فالملف ليس تلك النسخة. وإن لم يصحّ إيصال فسجل هذه الغرفة غير ما عُرض عليكم: أبلغوا المكتب واحتفظوا بملفاتكم.
