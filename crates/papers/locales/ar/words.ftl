# الدرجات والأعداد بالكلمات، وكيف يُوصل بعضها ببعض.

list-more = { $before } و{ $after }
list-last = { $before } و{ $after }

strength-none = لا يدلّ على شيء
strength-weak = ضعيف
strength-moderate = متوسط
strength-strong = قوي
strength-very-strong = قوي جداً
weighs-for = دليل { $strength } مؤيِّد
weighs-against = دليل { $strength } معارِض

rarity-very-rare = قيمة نادرة جداً
rarity-rare = قيمة نادرة
rarity-usual = قيمة لا نادرة ولا شائعة
rarity-common = قيمة شائعة

agree-missing = لا شيء يُقارَن
agree-same = متطابق
agree-other-form-of-name = صيغة أخرى للاسم نفسه
agree-other-form = صيغة أخرى للشيء نفسه
agree-one-letter = اختلاف في حرف واحد
agree-one-digit = اختلاف في خانة واحدة، أو خانتان كلٌّ في موضع الأخرى
agree-close = اختلاف في حروف قليلة
agree-close-number = اختلاف في خانات قليلة
agree-alike = متشابه
agree-part = أحدهما جزء من الآخر
agree-exchanged = الاسم الأول واسم العائلة كلٌّ في موضع الآخر
agree-day-month-exchanged = اليوم والشهر كلٌّ في موضع الآخر
agree-same-month = الشهر والسنة أنفسهما، واليوم مختلف
agree-same-day-of-year = اليوم والشهر أنفسهما، والسنة مختلفة
agree-same-year = السنة نفسها
agree-next-year = فرق سنة واحدة
agree-same-day-next-year = اليوم والشهر أنفسهما، وفرق سنة واحدة
agree-compatible-month = الشهر نفسه، بقدر ما ذُكر
agree-compatible-year = السنة نفسها، بقدر ما ذُكر
agree-within-span = السنوات متداخلة
agree-different = مختلف

told = { $what } ({ $weight })
told-same = { $rarity ->
    [very-rare] { $field }: متطابق والقيمة نادرة جداً
    [rare] { $field }: متطابق والقيمة نادرة
    [common] { $field }: متطابق والقيمة شائعة
   *[usual] { $field }: متطابق
}
told-joint = ؛{" "}
told-different = { $field }: مختلف
told-other = { $field }: { $how }

field-full-name = الاسم الكامل
field-given-name = الاسم الأول
field-father-name = اسم الأب
field-grandfather-name = اسم الجد
field-family-name = اسم العائلة
field-mother-name = اسم الأم
field-birth-date = تاريخ الميلاد
field-event-date = تاريخ الواقعة
field-sex = الجنس
field-birth-place = مكان الميلاد
field-residence = مكان الإقامة
field-address = العنوان
field-event-place = مكان الواقعة
field-postcode = الرمز البريدي
field-nationality = الجنسية
field-identity-number = رقم الهوية
field-telephone = رقم الهاتف
field-other = بيانات أخرى

caution-identical-particulars = في قيد آخر البيانات نفسها تماماً: لا تكفي الأدلة لمعرفة أيّهما المقصود.
    .short = قيد آخر بالبيانات نفسها
caution-names-only = لم تمكن المقارنة إلا بالأسماء. والاسم وحده لا يكفي لمعرفة صاحبه.
    .short = الأسماء وحدها
caution-close-runner-up = القيد التالي في الترتيب يكاد يكون مثله: انظروا فيه قبل أن تقرروا.
    .short = التالي قريب منه
caution-better-partner = لأحد القيدين قيد آخر أوفق له: انظروا فيه قبل أن تقرروا.
caution-relatives = يبدوان قريبَين، كأخوين أو أختين، أكثر مما يبدوان شخصاً واحداً.
    .short = ربما قريبان
caution-number-differs = رقما الهوية متناقضان.
    .short = رقما الهوية مختلفان
caution-odd-signs = في أحد الأسماء حروف من كتابتين، أو علامات تغيّر ترتيب القراءة.
    .short = علامات غير معتادة

place-sheet = الورقة { $sheet }
place-row = الصف { $row }
place-column = العمود { $column }
place-file = الملف كله
place-joint = ،{" "}
