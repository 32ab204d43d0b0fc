//! The time of day at the end of a date: "14:30", "2:30 PM", "09:15:30 +0200".

/// The date without its time, and the time as EDTF writes it, `T` included.
///
/// Midnight without an offset is how spreadsheets write a day that has no time, and is dropped.
pub(super) fn split(text: &str) -> (&str, Option<String>) {
    let Some(colon) = text.find(':') else { return (text, None) };
    let hour_at = text[..colon].rfind(|c: char| !c.is_ascii_digit()).map_or(0, |at| at + char_len(text, at));
    let date = text[..hour_at].trim_end_matches([' ', ',']);
    let joined = date.strip_suffix('t').filter(|date| date.ends_with(|c: char| c.is_ascii_digit()));
    let date = joined.or_else(|| date.strip_suffix(" at")).unwrap_or(date);
    (date, read(&text[hour_at..]).filter(|time| !matches!(time.as_str(), "T00:00" | "T00:00:00")))
}

fn char_len(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(1, char::len_utf8)
}

fn read(text: &str) -> Option<String> {
    let end = text.find(|c: char| !c.is_ascii_digit() && !matches!(c, ':' | '.')).unwrap_or(text.len());
    let (clock, mut rest) = (&text[..end], text[end..].trim());
    let clock = clock.split_once('.').map_or(clock, |(whole, _)| whole);
    let mut numbers = clock.split(':');
    let mut hour: u8 = numbers.next()?.parse().ok()?;
    let minute: u8 = numbers.next()?.parse().ok()?;
    let second: Option<u8> = numbers.next().map(str::parse).transpose().ok()?;
    for (half, after) in [("am", 0), ("a.m.", 0), ("pm", 12), ("p.m.", 12)] {
        if let Some(zone) = rest.strip_prefix(half) {
            hour = hour % 12 + after;
            rest = zone.trim();
        }
    }
    let zone = zone(rest.trim_end_matches(" uhr").trim())?;
    let seconds = second.map(|second| format!(":{second:02}")).unwrap_or_default();
    Some(format!("T{hour:02}:{minute:02}{seconds}{zone}"))
}

/// An offset from UTC; `None` for a zone that only has a name, of which we do not know the offset on that day.
fn zone(text: &str) -> Option<String> {
    match text {
        "" | "uhr" | "h" => return Some(String::new()),
        "z" | "utc" | "gmt" => return Some("Z".to_owned()),
        _ => {}
    }
    let text = text.trim_start_matches("utc").trim_start_matches("gmt");
    let digits: String = text.get(1..)?.chars().filter(|c| *c != ':').collect();
    let sign = text.chars().next().filter(|sign| matches!(sign, '+' | '-'))?;
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (hours, minutes) = match digits.len() {
        1 | 2 => (digits.as_str(), "00"),
        4 => digits.split_at(2),
        _ => return None,
    };
    Some(format!("{sign}{hours:0>2}:{minutes}"))
}
