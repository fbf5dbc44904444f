//! Lines of text as a column of dates, read in every way that a mapping can say, and compared.
#![no_main]

use libfuzzer_sys::fuzz_target;
use linkage::date::{Calendar, CivilDay, Order, PackedDate, Reading, Style, column, compare};

fuzz_target!(|bytes: &[u8]| {
    let Some((&said, rest)) = bytes.split_first() else {
        return;
    };
    let text = String::from_utf8_lossy(rest);
    let texts: Vec<&str> = text.lines().take(40).collect();
    let column = column::read(&texts, &style(usize::from(said)));
    assert_eq!(column.cells.len(), texts.len());
    let dates: Vec<_> = column.cells.iter().flatten().collect();
    for one in &dates {
        assert!(!one.0.is_empty());
        for other in &dates {
            let level = compare(one, other);
            assert_eq!(level, compare(other, one));
            if let (Some(one), Some(other)) = (PackedDate::of(one), PackedDate::of(other)) {
                assert_eq!(level, one.compare(other));
            }
        }
    }
});

/// The bits of a byte as what a mapping says.
fn style(said: usize) -> Style {
    Style {
        reading: [Reading::Dates, Reading::Ages, Reading::Serials][said % 3],
        order: Order::ALL.get(said / 3 % 6).copied(),
        calendar: Calendar::ALL.get(said / 18 % 7).copied(),
        as_of: CivilDay::new(2024, 3, 1).filter(|_| said > 127),
        ..Style::default()
    }
}
