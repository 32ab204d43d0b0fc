//! What a word can mean where time is spoken of. A word may have several senses; the grammar picks.

/// A stretch that calendars count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Minute,
    Hour,
    Day,
    Workday,
    Weekend,
    Week,
    Fortnight,
    Month,
    Season,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
}

/// A part of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DayPart {
    Day,
    Night,
}

/// Where in a stretch: "early", "in the middle of", "at the end of".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Edge {
    Early,
    Middle,
    Late,
}

/// How a holiday's day is reckoned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Feast {
    /// Month and day.
    Fixed(u8, u8),
    /// One day of one year: "9/11".
    Once(i64, u8, u8),
    /// So many days after Easter of the western churches.
    Easter(i64),
    /// So many days after Easter of the eastern churches.
    EasternEaster(i64),
    /// The n-th weekday (0 for Monday) of a month; -1 is the last.
    Nth(i64, u8, u8),
}

/// A meaning of a word or a fixed phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sense {
    /// 1 to 12.
    Month(u8),
    /// 0 for Monday to 6 for Sunday.
    Weekday(u8),
    /// EDTF's number, 21 to 24.
    Season(u8),
    /// A number in words; 100 and 1000 multiply.
    Number(i64),
    Ordinal(i64),
    /// "st" in "1st".
    OrdinalEnding,
    Unit(Unit),
    /// Days from the published day: yesterday -1.
    Day(i64),
    Now,
    /// Years from the published one: "торік" -1.
    Year(i64),
    /// Days from the day last spoken of: "the eve".
    ToldDay(i64),
    /// From the published day: last -1, this 0, next 1; 2 is "coming", the next one for weekdays.
    Shift(i64),
    /// From the day last spoken of: the previous -1, the same 0, the following 1.
    Told(i64),
    /// "that time": the day last spoken of itself.
    ToldItself,
    /// "since then".
    SinceTold,
    /// After its amount: "two days ago".
    Ago,
    /// Before its amount: "vor zwei Tagen", "il y a deux jours".
    AgoFirst,
    /// Before its amount: "in two days", "через два дня".
    InFirst,
    /// After its amount: "two days later".
    Later,
    /// After its amount: "two days earlier".
    Sooner,
    /// After its amount: "a month into the fighting".
    Into,
    Before,
    After,
    Since,
    Until,
    From,
    To,
    Between,
    And,
    Of,
    The,
    /// Another preposition that dates follow: "in", "on", "during".
    On,
    About,
    Edge(Edge),
    /// What is left of it: "later this week", "the rest of the week".
    Rest,
    /// What is gone of it: "earlier this week".
    Gone,
    Part(DayPart),
    /// "the night to": what follows is the day on which the night ends.
    NightTo,
    /// The night that ends on the published day.
    Overnight,
    /// "at", before a time of day.
    At,
    /// After the hour: 0 for the morning's half of the day, 12 for the other.
    Half(u8),
    /// "Uhr", "o'clock".
    Oclock,
    /// "GMT" after a time of day.
    Utc,
    /// First year of a decade in words: "the nineties".
    Decade(i64),
    /// "s" in "1990s".
    DecadeEnding,
    /// "Q" in "Q3".
    QuarterLetter,
    /// "H" in "H2".
    HalfLetter,
    /// "week" before its number in the year, and "year" before a year, are units; this is "BC".
    BeforeChrist,
    AfterChrist,
    BuddhistEra,
    /// "by", before a day on which something ends.
    By,
    /// "every": what recurs is no date.
    Every,
    /// "its", "a": before a year that describes what follows.
    Owner,
    /// A phrase with a date's words that is none: "one day", "в то время как".
    Idiom,
    Feast(Feast),
    /// A verb or auxiliary that puts its clause in the past.
    Past,
    /// One that does so unless "be" stands before it: "closed" but "will be closed".
    PastForm,
    /// It was planned: "was due to".
    Meant,
    /// "be", "have": what comes after it is no past of its own.
    Auxiliary,
    Future,
    /// What numbers count, so that 2022 before it is no year.
    Counted,
    /// What makes a number before it a measure or sum.
    Measure,
    /// A month, weekday or season only beside a number or after a preposition.
    Wary,
    /// Stands for its month or weekday only beside a number or after a preposition.
    Short,
}
