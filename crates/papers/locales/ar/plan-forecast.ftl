# توقع سير الخطة.

forecast-window = توقع سير خطة: { $title }
forecast-for-desk = توقع سير خطة، لمن يجوز له أن يقرأها كلها
forecast-for-party = توقع سير خطة، إلى { $party }، وليس فيه نقاط طرف سواه

ten-none = لا شيء من 10
ten-few = أقل من 1 من 10
ten-about = نحو { $low } من 10
ten-up-to = { $high } من 10 على الأكثر
ten-between = ما بين { $low } و { $high } من 10
ten-at-least = { $low } من 10 على الأقل
ten-most = أكثر من 9 من 10
ten-all = 10 من 10
ten-any = أي عدد من 0 إلى 10 من 10

reason-delay = التأخر حتى يُصرف النظر عنه
reason-breach = أن يقطعه أحد الجانبين
reason-silence = صمت القناة
reason-undeliverable = تعذر تسليم ما وُعد به

forecast-day = اليوم { $number }
forecast-complete = من عمليات تبادل تسير بحسب هذه التخمينات يبلغ النهاية: { $ten }.
forecast-bounds = أينما وقعت التخمينات من نطاقاتها فالعدد: { $ten }.
forecast-on-day = المنجز حتى { $day } كما خُطط: { $ten }.
forecast-half-day = يُنجز نصفها حتى { $day }.
forecast-half-days = يُنجز نصفها حتى يوم يقع من { $early } إلى { $late }، بحسب ما يصح من التخمينات.
forecast-half-unsure = بحسب بعض التخمينات يُنجز نصفها حتى { $early }، وبحسب بعضها الآخر لا يُنجز نصفها أبداً.
forecast-half-never = لا يُنجز نصفها أبداً.
forecast-likeliest = وإذا توقف فالأرجح أن يتوقف عند المرحلة { $stage }، والسبب الأول: { $reason }.
forecast-agree = وهكذا هو في مجموعات التخمينات: { $ten }.
forecast-no-stop = بحسب هذه التخمينات لا يمكن أن يتوقف.
forecast-loss = خسارة { $party } من التوقف في المتوسط على كل مجرى ممكن للأحداث، من نقاطه: { $points }؛ وحيث يبلغ أقصى انكشافه يخسر { $worst }.
forecast-no-loss = لا ينكشف { $party } عند أي مرحلة ولا يخسر شيئاً بالتوقف.
forecast-no-loss-in-the-middle = إذا كانت قيمة كل شيء عند { $party } أوسط نطاقها فلا ينكشف عند أي مرحلة.
forecast-loss-by-worths = أُعطيت قيم الأشياء عند { $party } نطاقات، وأينما وقعت الأرقام منها فخسارته من التوقف في المتوسط، من نقاطه: { $points }.
forecast-under-one = أقل من 1
forecast-outside = هذه تخمينات أُخذت إلى نهايتها وليست قياساً. فما لم يخمنه أحد، ومن يريد للخطة أن تفشل، وما يتغير أثناء سيرها: كل ذلك ليس فيها. وحيث تكون قيمة شيء نطاقاً استُعمل أوسطه.

forecast-found = ما يترتب
forecast-found-note = من التخمينات الواردة في آخر هذه الصفحة. ويضم النطاق ما تقوله تسع من كل عشر مجموعات من التخمينات.
forecast-cases = عشرون حالة
forecast-cases-note = عشرون عملية تبادل كهذه، كما تسير بحسب هذه التخمينات. كل نقطة واحدة منها، وتمثل احتمالاً من عشرين.
forecast-cases-key = المملوءة: أُنجز كل شيء في ذلك اليوم. المفرغة: توقف عند تلك المرحلة.
forecast-done-on = يُنجز في { $day }
forecast-stops-at = يتوقف عند { $stage }
forecast-days = حتى أي يوم
forecast-days-note = كم من عشرة يُنجز حتى كل يوم. الخط وسط مجموعات التخمينات كلها، والشريط يضم تسعاً من كل عشر منها.
forecast-stages = مرحلة بعد مرحلة
forecast-stages-note = كم من عشرة يبلغ المرحلة، وكم يتوقف عندها، والسبب الأول.
forecast-stage-said = { $stage }: يبلغها { $reached }؛ ويتوقف عندها { $stops }، والسبب الأول: { $reason }.
forecast-stage-sure = { $stage }: يبلغها { $reached }؛ ولا يتوقف عندها شيء.
forecast-reasons = الأسباب كلها
forecast-costs = ثمن التوقف
forecast-costs-note = كل طرف بنقاطه هو: ما أعطاه ولم يستلم مقابله حيث يتوقف التبادل.
forecast-guesses = التخمينات
forecast-guesses-note = كما وردت في الخطة. الاحتمالات أرقام من 0 إلى 1. ومعنى النطاق: في موضع منه لا يعرفه أحد.
forecast-method-one = كل تخمين رقم واحد، وكل ما هنا يترتب عليها بالضبط.
forecast-method-exact = { FORM($n) ->
    [zero] لم تُسحب من النطاقات أي مجموعة من التخمينات.
    [one] سُحبت من النطاقات مجموعة واحدة من التخمينات وحُسبت بالضبط.
    [two] سُحبت من النطاقات مجموعتان من التخمينات وحُسبت كل منهما بالضبط.
    [few] سُحبت من النطاقات { $count } مجموعات من التخمينات وحُسبت كل منها بالضبط.
    [many] سُحبت من النطاقات { $count } مجموعةً من التخمينات وحُسبت كل منها بالضبط.
   *[other] سُحبت من النطاقات { $count } مجموعة من التخمينات وحُسبت كل منها بالضبط.
}
forecast-method-sets = { FORM($n) ->
    [zero] لم تُسحب من النطاقات أي مجموعة من التخمينات.
    [one] سُحبت من النطاقات مجموعة واحدة من التخمينات.
    [two] سُحبت من النطاقات مجموعتان من التخمينات.
    [few] سُحبت من النطاقات { $count } مجموعات من التخمينات.
    [many] سُحبت من النطاقات { $count } مجموعةً من التخمينات.
   *[other] سُحبت من النطاقات { $count } مجموعة من التخمينات.
}
forecast-method-simulated = { FORM($n) ->
    [zero] تنظر إحدى القواعد إلى ما حدث من قبل، ولم يُحاكَ لكل مجموعة أي مجرى للأحداث.
    [one] تنظر إحدى القواعد إلى ما حدث من قبل، فحوكي لكل مجموعة مجرى واحد للأحداث.
    [two] تنظر إحدى القواعد إلى ما حدث من قبل، فحوكي لكل مجموعة مجريان للأحداث.
    [few] تنظر إحدى القواعد إلى ما حدث من قبل، فحوكيت لكل مجموعة { $count } مسارات للأحداث.
    [many] تنظر إحدى القواعد إلى ما حدث من قبل، فحوكي لكل مجموعة { $count } مساراً للأحداث.
   *[other] تنظر إحدى القواعد إلى ما حدث من قبل، فحوكي لكل مجموعة { $count } مسار للأحداث.
}

guess-on-time = تتم المرحلة في يومها
guess-breach = في يوم تأخر يقطعه أحد الجانبين
guess-resume = في يوم تأخر لم يقطعه فيه أحد تتم المرحلة
guess-give-up = يُصرف النظر عنه بعد هذا العدد من أيام التأخر
guess-silent = سبب تأخر المرحلة المتأخرة صمت القناة
guess-silent-resume = في يوم صمت تتم المرحلة
guess-silent-give-up = يُصرف النظر عنه بعد هذا العدد من أيام الصمت
guess-temptation = مدى دفع الكسب بالتوقف نحو القطع
guess-replaced = ما تعذر تسليمه يُستبدل
guess-replacing-days = الأيام التي يستغرقها الاستبدال
guess-tolerated = العدد الذي يجوز أن يبقى من مرحلة دون تسليم
guess-trust-lost = حصة ما يكلفه يوم تأخر مما بقي من الثقة
guess-trust-regained = حصة ما ترده مرحلة في يومها مما فُقد من الثقة
guess-retaliation = المرحلة المتأخرة يُرد عليها بتأخير التالية
guess-of-stage = { $stage }: { $guess }

head-forecast-day = حتى
head-forecast-done = المنجز
head-forecast-percent = بالمئة
head-forecast-stage = المرحلة
head-forecast-reached = تبلغها
head-forecast-stops = تتوقف عندها
head-forecast-reason = السبب الأول
head-forecast-party = الطرف
head-forecast-expected = في المتوسط، بنقاطه
head-forecast-by-worths = أينما وقعت القيم من نطاقاتها
head-forecast-worst = على الأكثر، بنقاطه
head-forecast-guess = التخمين
head-forecast-number = الرقم
