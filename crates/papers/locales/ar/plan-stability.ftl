# استقرار حالات النزاع.

stab-window = ما هو مستقر: { $title }
stab-over = ما هو مستقر ولماذا: نموذج الرسم البياني لحل النزاعات
stab-state = { $state }، وفيها: { $taken }
stab-nothing-taken = لم يُؤخذ شيء
stab-several = عدة حالات معاً
stab-step = لـ { $party } أن ينتقل إلى { $to }
stab-gain = يكسب { $party } بالانتقال إلى { $to }
stab-nobody = لا يكسب أحد بالانتقال من { $state }.
stab-everybody = من كل حالة يكسب أحدهم بالانتقال.
stab-held = { $state } تثبت بما يمكن للآخرين أن يردوا به: { $notions }.
stab-deterred = يكسب { $party } بالانتقال إلى { $to }، ولكن عندها { $response }، وليس ذلك أفضل لـ { $party } من { $state }.
stab-unstable = من { $state }، حيث النزاع الآن: { $gains }، ولا شيء يمنعهم.
stab-together = من { $state } يمكن لـ { $parties } معاً بلوغ { $to }، وهي عندهم جميعاً أفضل.
stab-rule = أن تثبت { $state } بمعنى { $notion } أمر يتوقف على كيف يجوز للخصوم أن يردوا. تثبت بقاعدة: { $stable }؛ ولا تثبت بقاعدة: { $unstable }.
stab-nothing = بمعنى { $notion } لا تثبت أي حالة للجميع.
stab-more = { FORM($n) ->
    [zero] ليست هناك حالة أخرى.
    [one] لم تُذكر هنا حالة واحدة أخرى.
    [two] لم تُذكر هنا حالتان أخريان.
    [few] لم تُذكر هنا { $count } حالات أخرى.
    [many] لم تُذكر هنا { $count } حالةً أخرى.
   *[other] لم تُذكر هنا { $count } حالة أخرى.
}
stab-here = النزاع في { $to }، وقد يبقى فيها.
stab-way-gaining = إلى { $to } بخطوات تُكسب كل منها من يخطوها: { $steps }.
stab-way-moving = إلى { $to } بخطوات لا يُكسب بعضها من يخطوها شيئاً: { $steps }.
stab-way-never = إلى { $to } ليس من حيث النزاع الآن طريق.
stab-need = يلزم أن يضع { $party } الحالة { $state } في مرتبة { $least } على الأقل.
stab-need-holds = يضع { $party } الحالة { $state } في مرتبة { $least } على الأقل، وهذا كافٍ.
stab-need-nothing = تثبت لـ { $party } أياً كانت مرتبتها.
stab-outside = هذه هي المراتب التي أُدخلت، أُخذت إلى نهايتها، وليست تنبؤاً. فمن يقدر سواهم على الفعل، وما لم يدرجه أحد خياراً، وكيف تتغير الرغبات: كل ذلك ليس فيها.

notion-nash = ناش
notion-nash-means = لا يكسب أي انتقال شيئاً.
notion-gmr = العقلانية الفوقية العامة (GMR)
notion-gmr-means = أي انتقال يكسب شيئاً يمكن للآخرين أن يردوا عليه، بأي خطوات كانت، فلا يُكسب شيء.
notion-smr = العقلانية الفوقية المتناظرة (SMR)
notion-smr-means = كذلك، ولا يقدر من انتقل أولاً أن يعالج ذلك بخطوة أخرى.
notion-seq = الاستقرار التتابعي (SEQ)
notion-seq-means = أي انتقال يكسب شيئاً يمكن للآخرين أن يردوا عليه فلا يُكسب شيء، بخطوات تُكسب كل منها من يخطوها.
rule-legal-sequences = للخصوم أي تسلسل لا ينتقل فيه أحد مرتين متتاليتين
rule-each-at-most-once = للخصوم أي تسلسل ينتقل فيه كل منهم مرة على الأكثر
rule-one-move = لخصم واحد خطوة واحدة
rule-legal-sequences-short = التسلسلات الجائزة
rule-each-at-most-once-short = كل منهم مرة على الأكثر
rule-one-move-short = خطوة واحدة
stab-responses = كيف يجوز للخصوم أن يردوا: { $rule }.
stab-rule-same = ما هو مستقر للجميع واحد أياً كانت قاعدة الرد.

stab-found = ما تبيّن
stab-found-note = بحسب المراتب التي أُدخلت.
stab-stable = ما هو مستقر للجميع
stab-stable-note = كل حالة مستقرة لكل صاحب قرار، بكل معنى. وتجد المعاني في الآخر.
stab-holds = تثبت
stab-holds-not = لا
stab-none = لا حالة
stab-ways = كيف قد يمضي
stab-ways-note = من حيث النزاع الآن إلى كل حالة مستقرة للجميع، بأقل الخطوات.
stab-would = ما الذي يجعلها مستقرة
stab-would-note = في أي مرتبة يلزم أن يضع كل منهم الحالة، وما سواها على حاله.
stab-states = الحالات
stab-states-note = كل حالة ومرتبتها عند كل منهم: 1 هي الفضلى، والمتساويات مرتبتها واحدة. ومراتب اثنين لا تقول إحداهما عن الأخرى شيئاً.
stab-words = معاني الاستقرار
stab-words-note = تختلف البرامج والأبحاث في كيف يجوز للخصوم أن يردوا، وما استُعمل هنا مذكور هنا.
stab-foot = ما يفضله كل منهم أدخله ناس، ترتيباً لا نقاطاً. ولا توزن هنا رغبة أحد برغبة غيره.
head-stab-state = الحالة
head-stab-taken = المأخوذ
head-stab-place-of = المرتبة عند { $party }
