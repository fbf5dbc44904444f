//! The words that headers use, by what they mean, in the languages in which lists come: English,
//! French, Spanish, Arabic, Hebrew, Persian, Russian, Ukrainian, Turkish, Thai. Spelling is folded
//! before it is compared (see `header`).

use super::super::{FieldKind, mapping::Meaning};

/// Meanings with their words. Where two phrases of equal length are in a header, the earlier counts.
pub(super) const PHRASES: &[(Meaning, &[&str])] = &[
    (
        Meaning::Field(FieldKind::MotherName),
        &[
            "mother|mothers name|mother name|name of mother|mothers full name|mothers maiden name|maiden name of mother",
            "nom de la mère|mère|nombre de la madre|madre|اسم الأم|الأم|اسم الوالدة|الوالدة|أم",
            "שם האם|שם אם|אם|نام مادر|مادر|имя матери|мать|фио матери|ім'я матері|мати|anne adı|anne|ana adı|ชื่อมารดา|มารดา|ชื่อแม่",
        ],
    ),
    (
        Meaning::Field(FieldKind::GrandfatherName),
        &[
            "grandfather|grandfathers name|grandfather name|name of grandfather|grand-père|nom du grand-père|abuelo",
            "اسم الجد|الجد|جد|שם הסב|סב|שם סבא|نام پدربزرگ|پدربزرگ|имя деда|дед|ім'я діда|dede adı|dede|ชื่อปู่",
        ],
    ),
    (
        Meaning::Field(FieldKind::FatherName),
        &[
            "father|fathers name|father name|name of father|fathers full name|patronymic|patronym|nom du père|prénom du père|père",
            "nombre del padre|padre|اسم الأب|الأب|اب|اسم الوالد|الوالد|اسم أب|שם האב|שם אב|אב|نام پدر|پدر",
            "отчество|имя отца|отец|по батькові|ім'я батька|батько|baba adı|baba|ชื่อบิดา|บิดา|ชื่อพ่อ",
        ],
    ),
    (
        Meaning::Field(FieldKind::FamilyName),
        &[
            "surname|surnames|last name|lastname|last names|lname|family name|familyname|name last|name family|clan|tribe|sur name",
            "second name|nom de famille|apellido|apellidos|primer apellido|segundo apellido|nachname|cognome",
            "اسم العائلة|العائلة|عائلة|اللقب|لقب|النسبة|الشهرة|الكنية|العشيرة|القبيلة|الاسم العائلي",
            "שם משפחה|שם המשפחה|משפחה|نام خانوادگی|نام فامیل|فامیل|تخلص",
            "фамилия|фам|прізвище|soyad|soyadı|soy isim|soyisim|นามสกุล|สกุล|ชื่อสกุล",
        ],
    ),
    (
        Meaning::Field(FieldKind::GivenName),
        &[
            "first name|firstname|first names|given name|given names|givenname|forename|forenames|fname|christian name|personal name",
            "name first|name given|middle name|middle names|middle initial|prénom|prénoms|nombre de pila|primer nombre|segundo nombre|vorname",
            "الاسم الأول|الاسم الشخصي|الاسم الاول|اسم الشخص|שם פרטי|שם הפרטי|שם ראשון|نام کوچک|اسم کوچک|имя|ім'я|імя|ön ad|adı|ad|ชื่อจริง|ชื่อต้น",
        ],
    ),
    (
        Meaning::Field(FieldKind::FullName),
        &[
            "name|names|full name|first and surname|first name and surname|first and last name|first name last name|name and surname|name surname|forename and surname|surname and name|fullname|complete name|name of person|name of detainee|name of prisoner|detainee name|prisoner name|person name|name of missing person",
            "detainee|prisoner|hostage|captive|missing person|nom|nom complet|nom et prénom|noms et prénoms|nom et prénoms|nom prénom|nombre|nombres|nombre completo|nombre y apellidos|nombres y apellidos",
            "الاسم|اسم|الاسم الكامل|الاسم الثلاثي|الاسم الرباعي|الاسم الخماسي|الاسم واللقب|اسم الأسير|اسم المعتقل|اسم المفقود|اسم المختطف|اسم الشهيد|اسم المحتجز|الأسير|المعتقل|المفقود",
            "שם|שם מלא|שם פרטי ומשפחה|שם ומשפחה|שם האסיר|שם העצור|שם החטוף|نام|نام کامل|نام و نام خانوادگی|نام و نام خانواده|اسم و فامیل",
            "фио|ф и о|ф.и.о|полное имя|фамилия имя отчество|фамилия имя|имя фамилия|піб|п і б|повне ім'я|прізвище ім'я по батькові|прізвище ім'я|прізвище та ім'я",
            "ad soyad|adı soyadı|adı ve soyadı|ad ve soyad|isim|tam adı|isim soyisim|ชื่อ|ชื่อ นามสกุล|ชื่อและนามสกุล|ชื่อ สกุล|ชื่อเต็ม|รายชื่อ",
        ],
    ),
    (
        Meaning::Field(FieldKind::BirthDate),
        &[
            "date of birth|birth date|birthdate|birthday|date birth|birth|dob|d o b|d.o.b|born|born on|year of birth|birth year|yob|yearofbirth|dateofbirth",
            "date de naissance|naissance|né le|née le|année de naissance|fecha de nacimiento|fecha nacimiento|nacimiento|año de nacimiento|f nacimiento|geburtsdatum",
            "تاريخ الميلاد|الميلاد|ميلاد|تاريخ الولادة|الولادة|المواليد|مواليد|سنة الميلاد|سنة الولادة|تاريخ ميلاد|عام الميلاد",
            "תאריך לידה|תאריך הלידה|ת לידה|ת.לידה|שנת לידה|לידה|יום הולדת|تاریخ تولد|سال تولد|تولد|متولد",
            "дата рождения|год рождения|г.р|г р|д.р|д р|рождения|родился|дата народження|рік народження|народження|д н",
            "doğum tarihi|doğum yılı|doğum|d tarihi|วันเกิด|วันเดือนปีเกิด|ปีเกิด|วัน เดือน ปีเกิด|วันที่เกิด",
        ],
    ),
    (
        Meaning::Age,
        &[
            "age|ages|age in years|age years|age at capture|age at arrest|aged|âge|edad|العمر|عمر|السن|سن|גיל|возраст|лет|вік|років|yaş|yaşı|อายุ",
        ],
    ),
    (
        Meaning::Field(FieldKind::BirthPlace),
        &[
            "place of birth|birth place|birthplace|pob|town of birth|city of birth|country of birth|born in|lieu de naissance|né à|lugar de nacimiento|lugar nacimiento",
            "مكان الميلاد|مكان الولادة|محل الميلاد|محل الولادة|بلد الولادة|מקום לידה|ארץ לידה|محل تولد|место рождения|місце народження|doğum yeri|สถานที่เกิด|ที่เกิด|ภูมิลำเนาเกิด",
        ],
    ),
    (
        Meaning::Field(FieldKind::EventPlace),
        &[
            "place of arrest|place of capture|place of detention|place of disappearance|place of abduction|place of incident|place taken|arrest place|capture location|detention place|location|location of arrest|last seen at|last known location|place last seen|place",
            "prison|facility|detention facility|detention centre|detention center|holding facility|held at|incident place|lieu d'arrestation|lieu de détention|lieu de capture|lieu|lugar de detención|lugar de captura|lugar",
            "مكان الاعتقال|مكان الأسر|مكان الاحتجاز|مكان الاختطاف|مكان الفقدان|مكان الخطف|مكان الوفاة|السجن|مكان|الموقع|جهة الاعتقال|מקום מעצר|מקום המעצר|מקום כליאה|בית כלא|כלא|מקום חטיפה|מקום",
            "محل دستگیری|محل بازداشت|محل اسارت|زندان|место задержания|место пленения|место ареста|место содержания|место|місце затримання|місце полону|місце утримання|місце зникнення|місце",
            "tutuklandığı yer|gözaltı yeri|yakalandığı yer|cezaevi|สถานที่จับกุม|สถานที่ถูกจับ|เรือนจำ|สถานที่",
        ],
    ),
    (
        Meaning::Field(FieldKind::EventDate),
        &[
            "date of arrest|arrest date|date arrested|date of capture|capture date|captured|captured on|date of detention|detention date|date detained|detained|date of abduction|date abducted|date taken|taken on|date missing|missing since|last seen|date last seen|date of disappearance|date of incident|incident date|date of death|death date|date of release|release date|date of sentence|date",
            "date d'arrestation|date de capture|date de détention|date de disparition|date de décès|fecha de detención|fecha de captura|fecha de arresto|fecha de desaparición|fecha",
            "تاريخ الاعتقال|تاريخ الأسر|تاريخ الاحتجاز|تاريخ الاختطاف|تاريخ الخطف|تاريخ الفقدان|تاريخ الفقد|تاريخ الوفاة|تاريخ الإفراج|تاريخ التوقيف|تاريخ|التاريخ",
            "תאריך מעצר|תאריך המעצר|תאריך חטיפה|תאריך נפילה בשבי|תאריך שחרור|תאריך פטירה|תאריך|تاریخ دستگیری|تاریخ بازداشت|تاریخ اسارت|تاریخ شهادت|تاریخ",
            "дата задержания|дата пленения|дата ареста|дата исчезновения|дата смерти|дата|дата затримання|дата полону|дата полонення|дата зникнення|дата зникнення безвісти",
            "tutuklanma tarihi|gözaltı tarihi|yakalanma tarihi|kaybolma tarihi|ölüm tarihi|tarih|วันที่ถูกจับ|วันที่จับกุม|วันที่หายตัว|วันที่",
        ],
    ),
    (
        Meaning::Field(FieldKind::Sex),
        &[
            "sex|gender|sexe|sexo|genre|género|الجنس|النوع|جنس|מין|מגדר|جنسیت|пол|стать|cinsiyet|cinsiyeti|เพศ",
        ],
    ),
    (
        Meaning::Field(FieldKind::Nationality),
        &[
            "nationality|nationalities|citizenship|country of citizenship|citizen of|country|nationalité|pays|nacionalidad|país|الجنسية|جنسية|الدولة|البلد",
            "אזרחות|לאום|נתינות|מדינה|ملیت|تابعیت|کشور|гражданство|национальность|страна|громадянство|національність|країна|uyruk|uyruğu|vatandaşlık|ülke|สัญชาติ|ประเทศ",
        ],
    ),
    (
        Meaning::Field(FieldKind::IdentityNumber),
        &[
            "id number|id no|id nr|id num|id card|id card number|identity number|identity no|identity card|identification number|identity document|national id|national number|national identification number|nid|passport|passport no|passport number|ssn|soc sec id|soc sec|social security number|social security|nin|registration number|registration no|document number|document no|file number|case number|prisoner number|prisoner id|detainee number|internment number|isn|service number|icrc number|person id|personal id|personal number|military id|tax id",
            "numéro d'identité|carte d'identité|numéro de passeport|passeport|matricule|numéro national|cédula|dni|documento|documento de identidad|número de identificación|número de identidad|pasaporte",
            "رقم الهوية|الهوية|هوية|رقم البطاقة|رقم البطاقة الشخصية|البطاقة الشخصية|رقم الجواز|جواز السفر|رقم جواز السفر|الرقم الوطني|الرقم القومي|الرقم العسكري|رقم القيد|رقم الأسير|رقم الملف",
            "ת ז|ת.ז|תז|תעודת זהות|מספר זהות|מס זהות|מספר תעודת זהות|מספר ת ז|מס ת ז|דרכון|מספר דרכון|מספר אישי|מ.א|کد ملی|شماره ملی|شماره شناسنامه|شماره گذرنامه|گذرنامه",
            "паспорт|номер паспорта|серия и номер паспорта|снилс|инн|личный номер|идентификационный номер|номер удостоверения|ідентифікаційний номер|ідентифікаційний код|рнокпп|іпн|особистий номер|номер паспорту",
            "tc kimlik no|tckn|kimlik no|kimlik numarası|tc no|pasaport no|pasaport|เลขบัตรประชาชน|เลขประจำตัวประชาชน|เลขประจำตัว|หมายเลขบัตร|หนังสือเดินทาง|เลขหนังสือเดินทาง",
        ],
    ),
    (
        Meaning::Field(FieldKind::Telephone),
        &[
            "phone|phones|telephone|tel|tel no|mobile|mobile no|mobile number|cell|cell phone|cellphone|phone number|phone no|telephone number|contact number|contact no|whatsapp|téléphone|tél|portable|teléfono|móvil|celular",
            "الهاتف|هاتف|رقم الهاتف|الجوال|جوال|رقم الجوال|الموبايل|تلفون|التلفون|رقم التلفون|טלפון|טלפון נייד|נייד|פלאפון|מספר טלפון|تلفن|موبایل|شماره تلفن|تلفن همراه",
            "телефон|тел|номер телефона|моб|мобильный|телефону|номер телефону|telefon|telefon no|cep|cep telefonu|gsm|โทรศัพท์|เบอร์โทร|เบอร์โทรศัพท์|โทร",
        ],
    ),
    (
        Meaning::HouseNumber,
        &[
            "street number|street no|house number|house no|building number|building no|streetnumber|housenumber|street num|numéro de rue|número de calle|رقم البيت|رقم المنزل|رقم البناية|رقم الدار|מספר בית|מס בית|پلاک|номер дома|дом|будинок|номер будинку|kapı no|bina no|ev no|บ้านเลขที่|เลขที่",
        ],
    ),
    (
        Meaning::Field(FieldKind::Postcode),
        &[
            "postcode|post code|postal code|postalcode|zip|zip code|zipcode|code postal|código postal|cp|plz|الرمز البريدي|מיקוד|کد پستی|کدپستی|индекс|почтовый индекс|поштовий індекс|індекс|posta kodu|รหัสไปรษณีย์",
        ],
    ),
    (
        Meaning::Field(FieldKind::Address),
        &[
            "address|addresses|street|street address|street name|home address|postal address|address line|addr|adresse|rue|dirección|calle|domicilio",
            "العنوان|عنوان|الشارع|شارع|שם רחוב|כתובת|רחוב|آدرس|نشانی|خیابان|адрес|улица|ул|адреса|вулиця|адрес проживания|адреса проживання|adres|adresi|sokak|cadde|mahalle|ที่อยู่|ถนน",
        ],
    ),
    (
        Meaning::Field(FieldKind::Residence),
        &[
            "suburb|city|town|village|district|subdistrict|sub district|residence|place of residence|area of residence|governorate|province|state|region|county|municipality|locality|neighbourhood|neighborhood|camp|origin|place of origin|home town|hometown|area|kibbutz|oblast|lives in",
            "ville|commune|village|domicile|lieu de résidence|résidence|région|département|quartier|ciudad|municipio|provincia|residencia|lugar de residencia|departamento|barrio|pueblo",
            "المدينة|مدينة|البلدة|بلدة|القرية|قرية|المحافظة|محافظة|المديرية|مديرية|مكان السكن|السكن|سكن|مكان الإقامة|الإقامة|محل الإقامة|المنطقة|منطقة|الحي|المخيم|العزلة|القضاء|الناحية|بلد الأصل",
            "עיר|יישוב|ישוב|מקום מגורים|מגורים|כפר|קיבוץ|מחוז|נפה|אזור|שכונה|شهر|محل سکونت|استان|روستا|شهرستان|محل زندگی",
            "город|село|место жительства|место проживания|населенный пункт|область|район|регион|місто|місце проживання|населений пункт|регіон|громада|şehir|il|ilçe|köy|ikamet|ikametgah|memleket|จังหวัด|อำเภอ|ตำบล|เมือง|หมู่บ้าน|ภูมิลำเนา",
        ],
    ),
    (
        Meaning::RowId,
        &[
            "id|ident|identifier|code|rec id|record id|recid|row|row id|row no|row number|row nr|no|nr|num|number|s n|sn|s no|sl no|sr no|sr|serial|serial no|serial number|sequence|seq|index|item|item no|rec|record|record no|line|line no|entry|uuid|guid|unique id|uid|key|numéro|n°|n|número|núm|orden|lfd nr",
            "م|ت|الرقم|رقم|العدد|عدد|الرقم التسلسلي|رقم تسلسلي|مسلسل|التسلسل|تسلسل|מס|מספר|מספר סידורי|מס סידורי|מסד|ردیف|شماره|№|no.|п п|№ п п|номер|номер п п|порядковый номер|№ з п|з п|sıra|sıra no|s no|numara|ลำดับ|ลำดับที่|ที่|เลขที่ลำดับ|#",
        ],
    ),
    (
        Meaning::LeftOut,
        &[
            "note|notes|remark|remarks|comment|comments|observation|observations|description|additional information|other information|details|photo|picture|image|source|sources|file|url|link|last updated|updated|created|entered by|entry date|remarque|remarques|commentaire|commentaires|observaciones|notas|comentarios",
            "ملاحظات|ملاحظة|الملاحظات|تفاصيل|معلومات إضافية|المصدر|صورة|הערות|הערה|פרטים נוספים|מקור|תמונה|توضیحات|یادداشت|منبع|عکس",
            "примечание|примечания|комментарий|комментарии|источник|фото|дополнительно|примітки|примітка|коментар|джерело|notlar|not|açıklama|açıklamalar|kaynak|หมายเหตุ|แหล่งที่มา|รูปถ่าย",
        ],
    ),
    (
        Meaning::Field(FieldKind::Other),
        &[
            "occupation|job|profession|trade|unit|rank|category|status|marital status|religion|ethnicity|education|sect|affiliation|organisation|organization|party|side|charge|charges|sentence|health|condition|email|e mail|mail|type|class|group|language",
            "métier|profession|statut|situation familiale|grade|ocupación|profesión|estado civil|estado|rango|المهنة|مهنة|الحالة|حالة|الحالة الاجتماعية|الرتبة|الوظيفة|الوحدة|الفئة|التهمة|الحكم|الديانة|المؤهل",
            "מקצוע|עיסוק|דרגה|יחידה|סטטוס|מצב|מצב משפחתי|דת|שיוך|شغل|وضعیت|درجه|مذهب|یگان|профессия|должность|звание|часть|статус|категория|посада|звання|підрозділ|статус|категорія|професія",
            "meslek|mesleği|görev|rütbe|durum|birlik|medeni hali|อาชีพ|ยศ|สถานะ|หน่วย|ศาสนา",
        ],
    ),
];

/// Other names of the same person: a spelling of the full name.
pub(super) const ALIASES: &[&str] = &[
    "alias|aliases|aka|a k a|other name|other names|also known as|known as|nickname|nom de guerre|pseudonyme|surnom|apodo|other spelling|alternative name|alternative spelling|alternate name|spelling variants",
    "الاسم الحركي|اسم الشهرة|اسم مستعار|المعروف ب|כינוי|שם נוסף|שמות נוספים|نام مستعار|لقب مستعار|кличка|позывной|прозвище|псевдоним|позивний|псевдонім|прізвисько|takma ad|lakap|kod adı|ชื่อเล่น|ฉายา|ชื่ออื่น",
];

/// Words that say in which language or script a column spells what another says too.
pub(super) const LANGUAGES: &[&str] = &[
    "arabic|english|latin|hebrew|russian|ukrainian|persian|farsi|thai|turkish|french|spanish|cyrillic|latin script|arabic script|en|ar|he|fr|ru|uk|fa|th|eng|ara|heb|original|native|transliteration|transliterated|transcription|romanised|romanized|local language|in arabic|in english|in hebrew|en arabe|en anglais|en français|arabe|anglais|français|hébreu|en inglés|en árabe",
    "عربي|العربية|بالعربية|بالعربي|عربية|إنجليزي|الإنجليزية|بالإنجليزية|بالانجليزي|اللغة العربية|اللغة الإنجليزية|باللغة العربية|باللغة الإنجليزية|لاتيني|عبري|بالعبرية|فارسی|انگلیسی|به انگلیسی|به فارسی|لاتین",
    "עברית|בעברית|אנגלית|באנגלית|ערבית|בערבית|לועזית|בלועזית|латиница|латиницей|кириллица|кириллицей|английский|на английском|англ|рус|укр|транслит|транслитерация|латиницею|кирилицею|англійською|українською|латинка",
    "ingilizce|arapça|türkçe|latince|ภาษาอังกฤษ|ภาษาไทย|อังกฤษ|ไทย",
];
