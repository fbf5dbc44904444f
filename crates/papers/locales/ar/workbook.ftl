# المصنّف الذي يعمل عليه الفريق.

workbook-title = الأزواج المرشّحة
sheet-candidates = الأزواج المرشّحة
sheet-read = ما قُرئ
sheet-problems = ما لم يُفهم
sheet-method = الطريقة
sheet-costs = كلفة العتبات

head-band = الصنف
head-probability = الاحتمال
head-left-place = القيد الأول: الموضع
head-right-place = القيد الثاني: الموضع
head-field-left = { $field }: القيد الأول
head-field-right = { $field }: القيد الثاني
head-field-agreement = { $field }: مدى التوافق
head-field-bits = { $field }: البتات
head-runner-left = التالي للقيد الأول
head-runner-right = التالي للقيد الثاني
head-assignment = واحداً لواحد
head-earlier = ما قُرّر من قبل
head-left-key = القيد الأول: المفتاح
head-right-key = القيد الثاني: المفتاح
head-decision = القرار
head-by = من قرّر
head-when = متى
head-reason = السبب
head-list = القائمة
head-precision-low = ما هو لشخص واحد: من
head-precision-high = ما هو لشخص واحد: إلى
head-recall-low = ما وُجد من الكل: من
head-recall-high = ما وُجد من الكل: إلى

verdict-same = الشخص نفسه
verdict-different = شخصان
verdict-relatives = قريبان
verdict-cannot-tell = لا يمكن الحكم
verdict-wrong = ليس هذا قراراً
    .message = اختاروا: الشخص نفسه، أو شخصان، أو قريبان، أو لا يمكن الحكم.
