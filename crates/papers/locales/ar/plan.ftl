# خطط التبادل على مراحل: ما تقوله تقاريرها جميعها.

plan-range = { $low } إلى { $high }
plan-points = { FORM($n) ->
    [zero] { $points } نقطة
    [one] نقطة واحدة
    [two] نقطتين
    [few] { $points } نقاط
    [many] { $points } نقطة
   *[other] { $points } نقطة
}
plan-points-range = { $low } إلى { $high } { FORM($n) ->
    [zero] نقطة
    [one] نقطة
    [two] نقطة
    [few] نقاط
    [many] نقطة
   *[other] نقطة
}
plan-at-first = قبل الخطوة الأولى
plan-when = { $stage }، { $time }
plan-by = في موعد أقصاه { $time }
plan-after = بعد { $when }: { $done }
plan-until = { $when }: { $done }
plan-stage = المرحلة { $number }
plan-step = { $stage }، البند { $number }
plan-step-of = البند { $number } من { $stage }
plan-done-handover = التسليم من { $party }: { $what }
plan-done-together = تسليم متزامن من { $party }: { $what }
plan-done-escrow = الإيداع لدى طرف ثالث من { $party }: { $what }
plan-done-deposit = وديعة من { $party }: { $what }
plan-done-give-back = رد الوديعة إلى { $party }: { $what }
plan-done-verified = يُحسب مستلَماً: { $what }
plan-done-turn = { $done } (الدور { $number } من { $of })
plan-proposes = البرنامج يقترح والناس يقررون: لم يُتفق على شيء هنا ولم يُسجَّل شيء.
plan-left-out = { FORM($n) ->
    [zero] ليس هناك شيء آخر.
    [one] لم يُذكر هنا بند واحد آخر، وملف JSON يضم كل البنود.
    [two] لم يُذكر هنا بندان آخران، وملف JSON يضم كل البنود.
    [few] لم تُذكر هنا { $count } بنود أخرى، وملف JSON يضم كل البنود.
    [many] لم يُذكر هنا { $count } بنداً آخر، وملف JSON يضم كل البنود.
   *[other] لم يُذكر هنا { $count } بند آخر، وملف JSON يضم كل البنود.
}
plan-foot-people = الناس يُعدّون ناساً. وقيمة الأشياء هي ما يقوله كل طرف عن نفسه وبمقياسه هو: لا تقف نقاط طرفين على مقياس واحد، ولا يوزن هنا طرف بآخر.
plan-foot-page = هذه الصفحة قائمة بذاتها: لا تطلب شيئاً من أي شبكة ولا تشغّل شيئاً.
plan-and-more = { FORM($n) ->
    [zero] لا غيرها
    [one] بند آخر
    [two] بندان آخران
    [few] { $count } بنود أخرى
    [many] { $count } بنداً آخر
   *[other] { $count } بند آخر
}
plan-written = كُتب { $path }.
plan-not-written = لم يُكتب { $path }: لم يُعثر على ترتيب، فلا خطة توضع فيه.
plan-search-stopped = أُوقف البحث: يُذكر ما كان قد عُثر عليه حتى ذلك الحين، وما بُرهن منه.
plan-overstating-left = لم يُنظر في أثر المبالغة في كل مسألة لأن ذلك يطول: والخيار { $option } يفعله.
plan-stopping = سيتوقف العمل عند أول فرصة. وطلب التوقف مرة أخرى يوقفه فوراً.
plan-doing-reading = القراءة
plan-doing-checking = الفحص
plan-doing-searching = البحث
plan-doing-proving = البرهان
plan-doing-overstating = النظر في المبالغات
plan-doing-forecasting = حساب التوقع
plan-doing-writing = الكتابة
plan-doing-so-far = { $doing }، { $done } حتى الآن
plan-doing-left = ، بقي من هذا { $time }
