# فحص الخطة.

check-window = فحص خطة: { $title }
check-for-desk = فحص خطة، لمن يجوز له أن يقرأها كلها
check-for-party = فحص خطة، إلى { $party }، وليس فيه نقاط طرف سواه
check-lead-no-points = لم تُعطَ نقاط أي طرف: فُحص حساب الخطة وحده.
check-lead-stays = بحسب هذه الأرقام لا يكسب أي طرف بالتوقف في أي لحظة.
check-found = ما تبيّن
check-found-note = ما يجب تصحيحه أولاً، ثم ما يجب النظر فيه.
weight-wrong = يلزم تصحيحه
weight-look = يُنظر فيه
weight-cannot-tell = لا يمكن الجزم
weight-right = مستقيم
weight-fact = للعلم
check-outside = خارج هذا
check-outside-said = من يريد للخطة أن تفشل، وما لا يقدر أي جانب على تسليمه، وما قيمته أكبر مما قيل: كل ذلك ليس في هذه الأرقام. وأن يكسب طرف بالتوقف لا يعني أنه سيتوقف، وألا يكسب أحد لا يعني أن أحداً لن يتوقف.

check-own-points = بنقاط { $party } وحده. وكل ما يعطيه يساوي { $whole }.
check-points-from-on = المصدر: { $from }، { $on }.
check-points-from = المصدر: { $from }.
check-points-from-nobody = لم يُذكر من أعطاها.
check-standing = الموقف
check-standing-of = { $party }: ما استلمه ناقصاً ما أعطاه
check-leaving = الكسب بالتوقف
check-leaving-of = { $party }: ما يكسبه بالتوقف ناقصاً ما هو مرهون عليه
check-ahead = فوق الخط هو متقدم
check-is-exposed = تحت الخط هو مكشوف
check-would-gain = فوق الخط يكسبه التوقف شيئاً
check-would-lose = تحت الخط يكلفه التوقف شيئاً

check-exposed-never = لا ينكشف { $party } في أي لحظة.
check-exposed = ينكشف { $party } بقدر { $points } من نقاطه على الأكثر، { $moment }.
check-exposed-apart = ينكشف { $party } بقدر { $points } من نقاطه على الأكثر: بقدر { $low } على الأقل { $lowest }، وبما يصل إلى { $high } { $highest }.
check-limit-kept = وهو مستعد لقدر { $limit }.
check-limit-passed = وهذا أكثر من { $limit }، وهو القدر الذي هو مستعد له.
check-limit-unsure = وهل هذا أكثر من { $limit }، وهو القدر الذي هو مستعد له، أمر يتوقف على موضع الأرقام من نطاقاتها.
check-stays = لا يكسب { $party } بالتوقف في أي لحظة.
check-leaves = يكسب { $party } { $points } { $doing }، ما لم يُرهن عليه هذا القدر على الأقل زيادةً على ما هو مرهون.
check-leaves-apart = يكسب { $party } بالتوقف { $points }: { $low } على الأقل { $lowest }، وما يصل إلى { $high } { $highest }، ما لم يُرهن عليه هذا القدر عندئذ زيادةً على ما هو مرهون.
check-cannot-tell = لا يمكن الجزم هل يكسب { $party } { $doing }: عند طرف من نطاقات الأرقام يكسب { $gain }، وعند الطرف الآخر يخسر { $loss }.
check-cannot-tell-even = لا يمكن الجزم هل يكسب { $party } { $doing }: عند طرف من نطاقات الأرقام يكسب { $gain }، وعند الطرف الآخر لا يكسب شيئاً.
check-cannot-tell-bounds = لا يمكن الجزم هل يكسب { $party } { $doing }: بحسب ما حُسب لا يتجاوز كسبه { $gain } ولا تتجاوز خسارته { $loss }. وحين يُعدّ ما يأتي لاحقاً أقل يُحدّ ما لدى طرف ثالث وما لم يأتِ بعد كل على حدة، فقد يكون أي منهما أقل.
check-cannot-tell-bounds-even = لا يمكن الجزم هل يكسب { $party } { $doing }: بحسب ما حُسب لا يتجاوز كسبه { $gain }، وقد لا يكسب شيئاً. وحين يُعدّ ما يأتي لاحقاً أقل يُحدّ ما لدى طرف ثالث وما لم يأتِ بعد كل على حدة، فقد يكون أقل.
check-by-stopping = بالتوقف { $moment }
check-by-not-beginning = بعدم البدء إطلاقاً
check-whole-costs = تكلف الخطة كلها { $party } أكثر مما تعود به عليه، بقدر { $points }.
check-whole-future = ولا تُحسب في ذلك تعاملاته القادمة.
check-whole-from-the-start = فهو يكسب بالتوقف منذ البداية.
check-whole-unsure = لا يمكن الجزم هل تكلف الخطة كلها { $party } أكثر مما تعود به عليه: عند طرف من نطاقات الأرقام تزيد الكلفة بقدر { $loss }، وعند الطرف الآخر يزيد العائد بقدر { $gain }.
check-whole-unsure-even = لا يمكن الجزم هل تكلف الخطة كلها { $party } أكثر مما تعود به عليه: عند طرف من نطاقات الأرقام تزيد الكلفة بقدر { $loss }، وعند الطرف الآخر يتساويان.
check-no-guarantee = لا يلزم أن يُرهن عليه شيء.
check-discount = ما يتأخر أقل قيمةً عند { $party }: ينقص عن كل يوم { $share } من كل مئة. وما بقي أن يأتي يُحسب ناقصاً بهذا القدر عن كل يوم حتى يأتي، والكسب بالتوقف محسوب مما يساويه عندئذ؛ أما ما هو مرهون عليه فيُحسب كاملاً. وما تعود به الخطة كلها محسوب كذلك في يومها الأول. ومن أول يوم من اللحظة وآخر يوم منها يُذكر اليوم الذي يكون الكسب بالتوقف فيه أكبر، مجبوراً إلى أصغر وحداته. أما الموقف والانكشاف فلا يتغيران.
check-guarantee = ما يلزم أن يُرهن عليه زيادةً على تعاملاته القادمة يبلغ { $points }، ومنه ما أودعه وما له لدى طرف ثالث، وأشد ما يلزم { $moment }. ويمكن الإفراج عنه كله مع { $until }.
check-guarantee-apart = ما يلزم أن يُرهن عليه زيادةً على تعاملاته القادمة يبلغ { $points }، ومنه ما أودعه وما له لدى طرف ثالث: { $low } على الأقل { $lowest }، وما يصل إلى { $high } { $highest }. ويمكن الإفراج عنه كله مع { $until }.
check-flips-head = بكم يجب أن يتغير رقم لينقلب هذا
check-flip = ينقلب الحكم على كسب { $party } بالتوقف إذا كانت قيمة { $what } عنده { $factor } من أضعاف ما أُدخل.
check-flip-inside = ينقلب الحكم على كسب { $party } بالتوقف إذا كانت قيمة { $what } عنده { $factor } من أضعاف ما أُدخل، وهذا داخل النطاق المعطى: لا يمكن الجزم.
check-flip-nought = لا ينقلب الحكم على كسب { $party } بالتوقف إلا إذا لم تكن لـ { $what } قيمة عنده.
check-whole-flip = ينقلب الحكم على كلفة الخطة كلها وعائدها على { $party } إذا كانت قيمة { $what } عنده { $factor } من أضعاف ما أُدخل.
check-whole-flip-inside = ينقلب الحكم على كلفة الخطة كلها وعائدها على { $party } إذا كانت قيمة { $what } عنده { $factor } من أضعاف ما أُدخل، وهذا داخل النطاق المعطى: لا يمكن الجزم.
check-whole-flip-nought = لا ينقلب الحكم على كلفة الخطة كلها وعائدها على { $party } إلا إذا لم تكن لـ { $what } قيمة عنده.
check-trust-head = بمن يجب أن يثق
check-trust-nobody = لا ينكشف أبداً، ولا يلزمه أن يثق بأحد.
check-trust = يلزم { $party } أن يثق بـ { $whom } بقدر { $points } حتى { $until }.
check-trust-until = { $party } مكشوف بقدر { $points } حتى { $until }.
check-trust-to-the-end = { $party } مكشوف بقدر { $points }، ولا شيء في الخطة يرد ذلك.
check-trust-from = { $said } ويبدأ ذلك { $moment }.
check-slip-head = حيث يتعثر بند متزامن
check-slip-note = لا يتزامن بند بالثانية. فإذا حدث نصفه هو فقط:
check-slip = { $when }: ينكشف { $party } بقدر { $points }.
check-slip-alone = { $when }: لا يتزامن بند بالثانية. فإذا حدث نصف { $party } فقط، انكشف بقدر { $points }.
check-holds-head = ما الذي يثبته

check-stops = إن توقفت هنا
check-stops-note = بعد كل خطوة: كم أُعطي، وكم بقي من الموجود، وما هو لدى طرف ثالث، وأين يقف كل طرف بنقاطه هو.
check-given-left = { $given } / { $left }
check-nothing = لا شيء
check-orders = ترتيبات أخرى
check-orders-note = عمليات التسليم ذاتها بترتيب آخر. البدء أولاً ثمنه انكشاف، وترك الآخر يبدأ ثمنه رهن في النهاية. أما إن كان الترتيب متاحاً فأمر يقوله الأطراف.
check-as-planned = كما في الخطة
check-change-turned = في كل مرحلة يبدأ من كان آخراً
check-change-turns = كل تسليم في المرحلة بالتناوب
check-change-last-turns = تسليم المرحلة الأخيرة بالتناوب
check-change-last = { $what } آخراً في كل مرحلة
check-moves = الخطوات
check-moves-note = { FORM($n) ->
    [zero] لا خطوة.
    [one] خطوة واحدة، كما قُرئت.
    [two] خطوتان، بالترتيب الذي قُرئتا به.
    [few] { $count } خطوات، بالترتيب الذي قُرئت به.
    [many] { $count } خطوة، بالترتيب الذي قُرئت به.
   *[other] { $count } خطوة، بالترتيب الذي قُرئت به.
}
head-order = الترتيب
head-exposure-of = { $party }: أقصى انكشاف
head-guarantee-of = { $party }: ما يلزم رهنه
head-plan-number = الرقم
head-plan-when = متى
head-move = الخطوة
head-plan-moment = اللحظة
head-next = لمن الخطوة التالية
head-held = المرهون: ودائع وما هو لدى طرف ثالث
head-guarantee = ما يلزم رهنه من هنا فصاعداً
head-stops = تتوقف
head-given-left = { $what }: أُعطي / بقي
head-with-third = لدى طرف ثالث
head-keeps = { $party }: موقفه

found-more-than-there-are = المعطى أكثر من الموجود: { $given } من أصل { $number }.
found-remain = خارج هذه الخطة، وهو الباقي: { $what }.
found-price-stage = عند نهاية { $stage } المطلوب { $due } والمعطى { $given }، والفرق المسموح { $slack }.
found-price-end = عند نهاية الخطة المطلوب { $due } والمعطى { $given }.
found-price-right = السعر متوازن: { $paid } مقابل { $of }.
found-group-price = السعر لمجموعة من { $each } وأُعطي { $given }: مجموعة غير تامة.
found-batch-few = في { $stage }: { $what }، والمطلوب { $least } على الأقل.
found-batch-many = في { $stage }: { $what }، والمطلوب { $most } على الأكثر.
found-batch-never = { $what }: على الأقل { $least } وعلى الأكثر { $most } في مرحلة واحدة شرط لا يمكن الوفاء به.
found-out-of-order = في { $stage } يذهب { $then } قبل أن يذهب كل { $first }.
found-group-parted = { $what }: ليس في خطوة واحدة مع بقية مجموعته: { $names }.
found-waits-nothing = { $step } ينتظر { $key } وليس هناك بند بهذا المفتاح.
found-waits-later = { $step } ينتظر { $key } وهو يأتي بعده: لا يمكن أن يبدأ بهذا الترتيب أبداً.
found-waits-circle = { $step } لا يمكن أن يبدأ أبداً: { $keys } ينتظر بعضها بعضاً.
found-waits-itself = { $step } لا يمكن أن يبدأ أبداً: ينتظر نفسه.
found-backwards-day = يوم { $stage } قبل يوم مرحلة سابقة لها.
found-backwards = وقت { $step } قبل وقت البند السابق له.
found-too-late = { $step } بعد أقصى موعد له.
found-verified-soon = { $step } يتحقق من { $what } بأكثر مما سُلّم حتى حينه.
found-verified-for-nothing = في بند تحقق من { $what }، غير أن كلاً منها يُعدّ مستلَماً عند تسليمه، فلا يغيّر التحقق هنا شيئاً. وإن كان يُراد أن يُحتسب فيُكتب للصنف: “verified: by step”.
found-never-verified = سُلِّم ولا يُتحقق من تسليمه أبداً: { $what }.
found-left-in-escrow = لدى طرف ثالث ولا يُنقل منه أبداً: { $what }.
found-left-deposited = أُودعت { $what } ولا شيء يقول متى تُرد كلها.
found-extension-further = عن كل { $block } أخرى تمنح الخطة { $grants }. والزيادة تتسع لما يلي: { FORM($n) ->
    [zero] لا دفعة
    [one] دفعة واحدة
    [two] دفعتان
    [few] { $count } دفعات
    [many] { $count } دفعة
   *[other] { $count } دفعة
}، أي { $all } في المجموع. ولا يُتجاوز السقف وهو { $cap }.
found-extension-cap = عن كل { $block } أخرى تمنح الخطة { $grants }. والسقف وهو { $cap } يتسع لما يلي: { FORM($n) ->
    [zero] لا دفعة
    [one] دفعة واحدة
    [two] دفعتان
    [few] { $count } دفعات
    [many] { $count } دفعة
   *[other] { $count } دفعة
}، أي { $all } في المجموع. وما زاد على ذلك لا يُكسب شيئاً.
found-extension-over = ما بقي من الزيادة لا يتم دفعة: { $over }.
found-extension-under = السقف وهو { $cap } دون { $plan }، وهو ما في الخطة بلا أي تمديد.
found-points-from-nobody = لم يُذكر من قال ما قيمة الأشياء عند { $party }.
found-gains-by-giving = إعطاء { $what } له قيمة عند من يعطي بحسب ما كُتب. وما يكلفه العطاء يُكتب تحت الصفر: لعل علامة الناقص سقطت.
found-costs-nothing = إعطاء { $what } لا يكلف من يعطي شيئاً بحسب ما كُتب.
found-no-times = { FORM($n) ->
    [zero] لكل بند يوم ووقت: { $which }.
    [one] بند واحد بلا يوم أو بلا وقت: { $which }.
    [two] بندان بلا يوم أو بلا وقت: { $which }.
    [few] { $count } بنود بلا يوم أو بلا وقت: { $which }.
    [many] { $count } بنداً بلا يوم أو بلا وقت: { $which }.
   *[other] { $count } بند بلا يوم أو بلا وقت: { $which }.
}
found-no-times-all = ليس لأي بند يوم ووقت معاً.
found-hours-from-day = { FORM($n) ->
    [zero] لكل بند له يوم وقت: { $which }.
    [one] بند واحد له يوم بلا وقت، فالساعات التي يُحسب بعدها ما يسلَّم فيه مستلَماً تُعدّ من نهاية ذلك اليوم: { $which }.
    [two] بندان لهما يوم بلا وقت، فالساعات التي يُحسب بعدها ما يسلَّم فيهما مستلَماً تُعدّ من نهاية ذلك اليوم: { $which }.
    [few] { $count } بنود لها يوم بلا وقت، فالساعات التي يُحسب بعدها ما يسلَّم فيها مستلَماً تُعدّ من نهاية ذلك اليوم: { $which }.
    [many] { $count } بنداً لها يوم بلا وقت، فالساعات التي يُحسب بعدها ما يسلَّم فيها مستلَماً تُعدّ من نهاية ذلك اليوم: { $which }.
   *[other] { $count } بند لها يوم بلا وقت، فالساعات التي يُحسب بعدها ما يسلَّم فيها مستلَماً تُعدّ من نهاية ذلك اليوم: { $which }.
}
found-hours-from-nowhere = { FORM($n) ->
    [zero] لكل بند يوم: { $which }.
    [one] بند واحد بلا يوم، فما يسلَّم فيه ويُحسب مستلَماً بعد ساعات لا يُحسب كذلك إلا في نهاية الخطة: { $which }.
    [two] بندان بلا يوم، فما يسلَّم فيهما ويُحسب مستلَماً بعد ساعات لا يُحسب كذلك إلا في نهاية الخطة: { $which }.
    [few] { $count } بنود بلا يوم، فما يسلَّم فيها ويُحسب مستلَماً بعد ساعات لا يُحسب كذلك إلا في نهاية الخطة: { $which }.
    [many] { $count } بنداً بلا يوم، فما يسلَّم فيها ويُحسب مستلَماً بعد ساعات لا يُحسب كذلك إلا في نهاية الخطة: { $which }.
   *[other] { $count } بند بلا يوم، فما يسلَّم فيها ويُحسب مستلَماً بعد ساعات لا يُحسب كذلك إلا في نهاية الخطة: { $which }.
}
found-gives-back-nothing = { $step } يرد { $what } وليس لذلك الطرف وديعة قائمة بهذا الاسم.
found-gives-back-too-much = { $step } يرد من { $what } أكثر مما أودعه ذلك الطرف.
found-order-too-long = لم يُجرَّب ترتيب آخر لأن خطواته أكثر من { $most }: { $order }.
found-factors-not-sought = لم يُبحث بأي مضاعف ينقلب الحكم على { $party } إذا تغير رقم واحد، لأن ما يتأخر أقل قيمةً عنده: يُبحث ذلك حيث لا يزيد عدد الأيام مضروباً في عدد الأصناف على { $most }.
found-not-put-last = عدد الأصناف في الخطة { $classes }. ولم يُجرَّب ما يغيره تأخير صنف واحد إلى آخر كل مرحلة، فذلك يُجرَّب لعدد لا يزيد على { $most }.
found-more = { FORM($n) ->
    [zero] ليس هناك غيرها.
    [one] هناك بند واحد آخر مثلها.
    [two] هناك بندان آخران مثلها.
    [few] هناك { $count } بنود أخرى مثلها.
    [many] هناك { $count } بنداً آخر مثلها.
   *[other] هناك { $count } بند آخر مثلها.
}
found-deliverable-unknown = لم يُذكر إن كان تسليم { $what } ممكناً.
check-own-move = خطوة منه
check-others-move = خطوة من غيره
check-key-exposed = مكشوف
check-key-gains = يكسبه التوقف شيئاً
check-key-band = كل ما يقع في النطاقات المعطاة، ووسطها
