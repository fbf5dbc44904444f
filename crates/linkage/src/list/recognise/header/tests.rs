//! Headers as lists have them.

use FieldKind::{
    Address, BirthDate, BirthPlace, EventDate, EventPlace, FamilyName, FatherName, FullName,
    GivenName, GrandfatherName, IdentityNumber, MotherName, Nationality, Other, Postcode,
    Residence, Sex, Telephone,
};

use super::*;

fn check(cases: &[(&str, Meaning)]) {
    for (header, meaning) in cases {
        let found = find(header).map(|found| found.meaning);
        assert_eq!(found, Some(*meaning), "{header}");
    }
}

fn fields(kind: FieldKind, headers: &[&str]) {
    let cases: Vec<_> = headers.iter().map(|&h| (h, Meaning::Field(kind))).collect();
    check(&cases);
}

#[test]
fn names_in_each_language() {
    fields(
        FullName,
        &[
            "Name",
            "FULL NAME",
            "full_name",
            "Nom complet",
            "الاسم",
            "الاسم الكامل",
            "שם מלא",
            "ФИО",
            "Ф.И.О.",
            "П.І.Б.",
            "نام و نام خانوادگی",
            "Adı Soyadı",
            "ชื่อ-นามสกุล",
            "Name (Arabic)",
            "Name of detainee",
        ],
    );
    fields(
        GivenName,
        &[
            "First name",
            "given_name",
            "firstName",
            "First names",
            "Prénom",
            "الاسم الأول",
            "שם פרטי",
            "Имя",
            "Ім'я",
            "ชื่อจริง",
        ],
    );
    fields(
        FatherName,
        &[
            "Father's name",
            "Fathers Name",
            "اسم الأب",
            "اسم الاب",
            "שם האב",
            "Отчество",
            "По батькові",
            "نام پدر",
            "Baba adı",
            "ชื่อบิดา",
        ],
    );
    fields(
        GrandfatherName,
        &["Grandfather's name", "اسم الجد", "שם הסב"],
    );
    fields(
        FamilyName,
        &[
            "Surname",
            "last_name",
            "Family name",
            "Nom de famille",
            "Apellidos",
            "العائلة",
            "اللقب",
            "שם משפחה",
            "نام خانوادگی",
            "Фамилия",
            "Прізвище",
            "Soyadı",
            "นามสกุล",
        ],
    );
    fields(
        MotherName,
        &[
            "Mother's name",
            "اسم الأم",
            "שם האם",
            "نام مادر",
            "Имя матери",
        ],
    );
}

#[test]
fn dates_and_places_in_each_language() {
    fields(
        BirthDate,
        &[
            "date_of_birth",
            "DOB",
            "D.O.B.",
            "dateOfBirth",
            "Birth date",
            "Date de naissance",
            "Fecha de nacimiento",
            "تاريخ الميلاد",
            "תאריך לידה",
            "ת. לידה",
            "تاریخ تولد",
            "Дата рождения",
            "г.р.",
            "Дата народження",
            "Doğum tarihi",
            "วันเดือนปีเกิด",
            "Date / of birth",
        ],
    );
    fields(
        BirthPlace,
        &[
            "Place of birth",
            "مكان الولادة",
            "מקום לידה",
            "Место рождения",
            "doğum yeri",
        ],
    );
    fields(
        EventDate,
        &[
            "Date of arrest",
            "تاريخ الاعتقال",
            "תאריך מעצר",
            "Дата пленения",
            "Date",
        ],
    );
    fields(
        EventPlace,
        &[
            "Place of arrest",
            "Name of prison",
            "مكان الاعتقال",
            "Место задержания",
        ],
    );
    fields(
        Residence,
        &[
            "suburb",
            "state",
            "City",
            "المحافظة",
            "יישוב",
            "Город",
            "Область",
            "จังหวัด",
            "Place of residence",
        ],
    );
    fields(
        Address,
        &[
            "address_1",
            "address_2",
            "Street",
            "العنوان",
            "רחוב",
            "כתובת",
            "Адрес",
            "ที่อยู่",
        ],
    );
    fields(
        Postcode,
        &["postcode", "ZIP code", "Code postal", "מיקוד", "Индекс"],
    );
}

#[test]
fn the_rest_in_each_language() {
    fields(
        Sex,
        &[
            "Sex",
            "Gender",
            "الجنس",
            "מין",
            "Пол",
            "Стать",
            "جنسیت",
            "Cinsiyet",
            "เพศ",
        ],
    );
    fields(
        Nationality,
        &["Nationality", "الجنسية", "אזרחות", "Гражданство", "สัญชาติ"],
    );
    fields(
        IdentityNumber,
        &[
            "soc_sec_id",
            "ID number",
            "Passport No.",
            "رقم الهوية",
            "ת.ז.",
            "ת\"ז",
            "תעודת זהות",
            "کد ملی",
            "ИНН",
            "เลขบัตรประชาชน",
            "TC Kimlik No",
        ],
    );
    fields(
        Telephone,
        &[
            "Phone",
            "Phone no.",
            "رقم الجوال",
            "טלפון",
            "Телефон",
            "เบอร์โทรศัพท์",
        ],
    );
    fields(Other, &["Occupation", "المهنة", "Звание"]);
    check(&[
        ("Age", Meaning::Age),
        ("العمر", Meaning::Age),
        ("גיל", Meaning::Age),
        ("street_number", Meaning::HouseNumber),
        ("מספר בית", Meaning::HouseNumber),
        ("rec_id", Meaning::RowId),
        ("No.", Meaning::RowId),
        ("ID", Meaning::RowId),
        ("#", Meaning::RowId),
        ("№", Meaning::RowId),
        ("№ п/п", Meaning::RowId),
        ("م", Meaning::RowId),
        ("ลำดับ", Meaning::RowId),
        ("Remarks", Meaning::LeftOut),
        ("ملاحظات", Meaning::LeftOut),
        ("הערות", Meaning::LeftOut),
    ]);
}

#[test]
fn a_number_or_a_language_beside_a_phrase_adds_nothing() {
    for header in ["address_2", "Name (Arabic)", "الاسم بالإنجليزية", "The name"] {
        assert_eq!(
            find(header).map(|f| f.whole),
            Some(Whole::Whole),
            "{header}"
        );
    }
    assert_eq!(
        find("Name and call sign").map(|f| f.whole),
        Some(Whole::Part)
    );
    assert_eq!(find("Colour"), None);
    assert_eq!(find(""), None);
    assert_eq!(languages("Name (Arabic)"), ["arabic"]);
    assert!(languages("Name").is_empty());
}

#[test]
fn the_order_of_a_date_is_read_from_its_header() {
    assert_eq!(
        order("Date of birth (DD/MM/YYYY)"),
        Some(Order::DayMonthYear)
    );
    assert_eq!(order("DOB mm-dd-yy"), Some(Order::MonthDayYear));
    assert_eq!(order("Date (jj/mm/aaaa)"), Some(Order::DayMonthYear));
    assert_eq!(
        order("تاريخ الميلاد (يوم/شهر/سنة)"),
        Some(Order::DayMonthYear)
    );
    assert_eq!(
        order("Дата рождения (гггг-мм-дд)"),
        Some(Order::YearMonthDay)
    );
    assert_eq!(order("Date of birth"), None);
    let whole = find("Date of birth (DD/MM/YYYY)").map(|f| f.whole);
    assert_eq!(whole, Some(Whole::Whole));
}

#[test]
fn other_names_are_known() {
    assert_eq!(find("Alias").map(|f| f.alias), Some(Alias::Yes));
    assert_eq!(find("Позывной").map(|f| f.alias), Some(Alias::Yes));
    assert_eq!(find("Name").map(|f| f.alias), Some(Alias::No));
}
