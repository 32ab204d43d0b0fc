//! Short names in files: one trait that reads and writes them, so that serde says where a wrong one stands.

use std::borrow::Cow;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::model::{
    DATE_ROLES, EntityRole, EntityType, Family, LabelDensity, LaneBy, LaneCode, LaneOrder, LaneType,
    LinkType, PublishedFrom, Role, Status, Switch, Theme, Unit, When, gazetteer,
};

/// A value that a file holds as a short text.
pub(in crate::store) trait Code: Sized {
    /// The text in files.
    fn text(&self) -> &str;

    /// The value of that text, or a sentence that says why there is none.
    fn read(text: &str) -> Result<Self, String>;
}

/// A value as files hold it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::store) struct Coded<T>(pub T);

impl<T: Code> Serialize for Coded<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.text())
    }
}

impl<'de, T: Code> Deserialize<'de> for Coded<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<str>::deserialize(deserializer)?;
        T::read(&text).map(Coded).map_err(de::Error::custom)
    }
}

/// Values of a list, wrapped for a file.
pub(super) fn coded<T: Clone>(values: &[T]) -> Vec<Coded<T>> {
    values.iter().cloned().map(Coded).collect()
}

/// Values of a list, taken from a file.
pub(super) fn plain<T>(values: Vec<Coded<T>>) -> Vec<T> {
    values.into_iter().map(|value| value.0).collect()
}

macro_rules! closed_lists {
    ($($name:ident, $what:literal, $all:expr);+ $(;)?) => { $(
        impl Code for $name {
            fn text(&self) -> &str {
                self.code()
            }

            fn read(text: &str) -> Result<Self, String> {
                Self::from_code(text).ok_or_else(|| {
                    let known: Vec<&str> = $all.iter().map(|value| value.code()).collect();
                    format!(concat!("unknown ", $what, " {:?}; known are {}"), text, known.join(", "))
                })
            }
        }
    )+ };
}

closed_lists!(
    LaneType, "lane type", [LaneType::Country, LaneType::Body, LaneType::Post, LaneType::Own];
    Family, "family", Family::ALL;
    EntityType, "entity type", EntityType::ALL;
    Role, "role", Role::ALL;
    Status, "status", Status::ALL;
    EntityRole, "role", EntityRole::ALL;
    LinkType, "link type", LinkType::ALL;
    Unit, "unit", Unit::ALL;
    PublishedFrom, "way to find a day", PublishedFrom::ALL;
    LaneBy, "home lane rule", LaneBy::ALL;
    LaneOrder, "lane order", LaneOrder::ALL;
    Switch, "switch", Switch::ALL;
    LabelDensity, "label density", LabelDensity::ALL;
    Theme, "theme", Theme::ALL;
);

impl Code for LaneCode {
    fn text(&self) -> &str {
        self.as_str()
    }

    fn read(text: &str) -> Result<Self, String> {
        Self::parse(text).ok_or_else(|| {
            let near = gazetteer::near(text);
            let hint = if near.is_empty() { String::new() } else { format!("; near: {}", near.join(", ")) };
            format!("unknown lane code {text:?}{hint}")
        })
    }
}

impl Code for When {
    fn text(&self) -> &str {
        self.as_str()
    }

    fn read(text: &str) -> Result<Self, String> {
        Self::parse(text).map_err(|error| error.to_string())
    }
}

/// The role of a further date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::store) struct DateRole(pub String);

impl Code for DateRole {
    fn text(&self) -> &str {
        &self.0
    }

    fn read(text: &str) -> Result<Self, String> {
        if DATE_ROLES.contains(&text) {
            Ok(Self(text.to_owned()))
        } else {
            Err(format!("unknown date role {text:?}; known are {}", DATE_ROLES.join(", ")))
        }
    }
}

/// `#RRGGBB`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::store) struct Colour(pub String);

impl Code for Colour {
    fn text(&self) -> &str {
        &self.0
    }

    fn read(text: &str) -> Result<Self, String> {
        let digits = text.strip_prefix('#').unwrap_or("");
        if digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            Ok(Self(text.to_owned()))
        } else {
            Err(format!("{text:?} is not a colour; write it like #8C4A12"))
        }
    }
}

/// `UTC`, or an offset such as `+02:00`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::store) struct Zone(pub String);

impl Zone {
    /// Seconds that the zone is ahead of UTC; `None` where the text is no zone.
    pub(in crate::store) fn seconds(text: &str) -> Option<i64> {
        if text == "UTC" {
            return Some(0);
        }
        let (sign, rest) = match text.split_at_checked(1)? {
            ("+", rest) => (1, rest),
            ("-", rest) => (-1, rest),
            _ => return None,
        };
        let (hours, minutes) = rest.split_once(':')?;
        let number = |digits: &str, below: i64| {
            let plain = digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
            digits.parse::<i64>().ok().filter(|number| plain && *number < below)
        };
        let seconds = number(hours, 15)? * 3_600 + number(minutes, 60)? * 60;
        (seconds <= 14 * 3_600).then_some(sign * seconds)
    }
}

impl Code for Zone {
    fn text(&self) -> &str {
        &self.0
    }

    fn read(text: &str) -> Result<Self, String> {
        match Self::seconds(text) {
            Some(_) => Ok(Self(text.to_owned())),
            None => Err(format!("{text:?} is not a zone; write UTC, or an offset like +02:00")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_is_utc_or_an_offset_in_use() {
        for (text, seconds) in
            [("UTC", Some(0)), ("+02:00", Some(7_200)), ("-03:30", Some(-12_600)), ("+14:00", Some(50_400))]
        {
            assert_eq!(Zone::seconds(text), seconds, "{text}");
        }
        for bad in ["", "utc", "+2:00", "+15:00", "+14:30", "02:00", "+02:60", "Ж2:00", "+0002"] {
            assert_eq!(Zone::seconds(bad), None, "{bad}");
        }
    }
}
