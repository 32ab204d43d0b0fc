//! Dates of digits alone: `05.04.2022`, `4/25/2022`, `2022/04/05`, `20220405`, `04/2022`.

use super::{Doubt, Order};

/// Years of two digits up to this one belong to this century.
const LAST_SHORT_YEAR: u32 = 68;

/// Reads a date of digits into EDTF.
pub(super) fn read(text: &str, order: Option<Order>) -> Result<String, Doubt> {
    let compact = text.replace(". ", ".");
    let text = compact.trim_end_matches('.');
    if text.len() == 8 && is_digits(text) {
        return Ok(edtf(&text[..4], &text[4..6], &text[6..]));
    }
    let Some((parts, dotted)) = parts(text) else { return Err(Doubt::NoDate) };
    match parts[..] {
        [month, year] | [year, month] if year.len() == 4 && month.len() <= 2 => {
            Ok(format!("{year}-{month:0>2}"))
        }
        [year, month, day] if year.len() == 4 && month.len() <= 2 && day.len() <= 2 => {
            Ok(edtf(year, month, day))
        }
        [first, second, year] if first.len() <= 2 && second.len() <= 2 => {
            let year = full_year(year).ok_or(Doubt::NoDate)?;
            let day_first = || edtf(&year, second, first);
            let month_first = || edtf(&year, first, second);
            let known = shown(first, second).or(dotted.then_some(Order::DayFirst)).or(order);
            match known {
                Some(Order::DayFirst) => Ok(day_first()),
                Some(Order::MonthFirst) => Ok(month_first()),
                None if first.parse::<u8>().ok() == second.parse().ok() => Ok(day_first()),
                None => Err(Doubt::Two(day_first(), month_first())),
            }
        }
        _ => Err(Doubt::NoDate),
    }
}

/// The order that a date shows by itself, where points do not say it.
pub(super) fn order_of(text: &str) -> Option<Order> {
    let (parts, dotted) = parts(text)?;
    match parts[..] {
        [first, second, year] if first.len() <= 2 && !dotted && full_year(year).is_some() => {
            shown(first, second)
        }
        _ => None,
    }
}

/// A number past twelve is the day.
fn shown(first: &str, second: &str) -> Option<Order> {
    let (first, second): (u8, u8) = (first.parse().ok()?, second.parse().ok()?);
    match (first > 12, second > 12) {
        (true, false) => Some(Order::DayFirst),
        (false, true) => Some(Order::MonthFirst),
        _ => None,
    }
}

/// The two or three numbers of a text, and whether points stand between them.
fn parts(text: &str) -> Option<(Vec<&str>, bool)> {
    let mark = text.chars().find(|c| matches!(c, '/' | '.' | '-'))?;
    let parts: Vec<&str> = text.split(mark).collect();
    let whole = (2..=3).contains(&parts.len()) && parts.iter().all(|part| is_digits(part) && part.len() <= 4);
    whole.then_some((parts, mark == '.'))
}

fn full_year(year: &str) -> Option<String> {
    match year.len() {
        4 => Some(year.to_owned()),
        2 => {
            let short: u32 = year.parse().ok()?;
            Some((if short <= LAST_SHORT_YEAR { 2000 + short } else { 1900 + short }).to_string())
        }
        _ => None,
    }
}

fn edtf(year: &str, month: &str, day: &str) -> String {
    format!("{year}-{month:0>2}-{day:0>2}")
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
