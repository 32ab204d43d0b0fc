//! Whether a column writes day or month first, decided over all its cells.

use super::numeric;

/// Which of the two small numbers of a date comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    DayFirst,
    MonthFirst,
}

/// Hears each cell of a column, then decides.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Poll {
    day_first: bool,
    month_first: bool,
}

impl Poll {
    /// Takes a cell into account; most say nothing about the order.
    pub(crate) fn hear(&mut self, cell: &str) {
        for part in cell.split([' ', ',', ';', '–', '—']) {
            match numeric::order_of(part) {
                Some(Order::DayFirst) => self.day_first = true,
                Some(Order::MonthFirst) => self.month_first = true,
                None => {}
            }
        }
    }

    /// The order of the column; none where no cell shows it, or cells contradict each other.
    pub(crate) fn decide(self) -> Option<Order> {
        match (self.day_first, self.month_first) {
            (true, false) => Some(Order::DayFirst),
            (false, true) => Some(Order::MonthFirst),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(cells: &[&str], expected: Option<Order>) {
        let mut poll = Poll::default();
        for cell in cells {
            poll.hear(cell);
        }
        assert_eq!(poll.decide(), expected, "{cells:?}");
    }

    #[test]
    fn one_day_past_the_twelfth_decides_the_column() {
        check(&["01/02/2022", "13/02/2022"], Some(Order::DayFirst));
        check(&["01/02/2022", "02/13/2022 10:00"], Some(Order::MonthFirst));
        check(&["01/02/2022", "04/04/2022"], None);
        check(&["13/02/2022", "02/13/2022"], None);
        check(&["2022-02-13", "13 February 2022"], None);
    }
}
