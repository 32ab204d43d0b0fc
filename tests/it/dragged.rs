//! Files dragged onto the real window, by a source that speaks XDND as file managers do.

use std::time::{Duration, Instant};

use x11rb::connection::Connection;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    ClientMessageEvent, ConnectionExt as _, CreateWindowAux, EventMask, PropMode, SelectionNotifyEvent,
    WindowClass,
};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;

use crate::program::{Program, sample};
use crate::screen::Screen;

/// A window that things are dragged from.
struct Source {
    display: RustConnection,
    root: u32,
    window: u32,
    /// What is dragged, as `text/uri-list`; `None`: nothing is handed over when asked for.
    list: Option<String>,
}

impl Source {
    fn of(screen: &Screen, list: Option<String>) -> Self {
        let (display, number) = x11rb::connect(Some(&screen.display)).unwrap();
        let root = display.setup().roots[number].root;
        let window = display.generate_id().unwrap();
        let about = CreateWindowAux::new().event_mask(EventMask::PROPERTY_CHANGE);
        display
            .create_window(0, window, root, 0, 0, 1, 1, 0, WindowClass::INPUT_ONLY, 0, &about)
            .unwrap()
            .check()
            .unwrap();
        let source = Self { display, root, window, list };
        source.display.set_selection_owner(window, source.atom("XdndSelection"), 0u32).unwrap();
        source
    }

    fn files(screen: &Screen, program: &Program, names: &[&str]) -> Self {
        let line = |name: &&str| format!("file://{}\r\n", program.path(name).display());
        Self::of(screen, Some(names.iter().map(line).collect()))
    }

    fn atom(&self, name: &str) -> u32 {
        self.display.intern_atom(false, name.as_bytes()).unwrap().reply().unwrap().atom
    }

    fn say(&self, to: u32, what: &str, data: [u32; 5]) {
        let message = ClientMessageEvent::new(32, to, self.atom(what), data);
        self.display.send_event(false, to, EventMask::NO_EVENT, message).unwrap();
        self.display.flush().unwrap();
    }

    /// Enters a window and hangs over its middle.
    fn hover(&self, over: u32) {
        let kind = if self.list.is_some() { "text/uri-list" } else { "text/plain" };
        self.say(over, "XdndEnter", [self.window, 5 << 24, self.atom(kind), 0, 0]);
        let middle = self.display.get_geometry(over).unwrap().reply().unwrap();
        let at = self
            .display
            .translate_coordinates(
                over,
                self.root,
                i16::try_from(middle.width / 2).unwrap(),
                i16::try_from(middle.height / 2).unwrap(),
            )
            .unwrap()
            .reply()
            .unwrap();
        let at = (u32::from(at.dst_x.unsigned_abs()) << 16) | u32::from(at.dst_y.unsigned_abs());
        self.say(over, "XdndPosition", [self.window, 0, at, 0, self.atom("XdndActionCopy")]);
        self.serve(Duration::from_secs(1), "XdndStatus");
    }

    /// Lets go over a window.
    fn drop_on(&self, over: u32) {
        self.say(over, "XdndDrop", [self.window, 0, 0, 0, 0]);
        self.serve(Duration::from_secs(2), "XdndFinished");
    }

    /// Hands over what is dragged to whoever asks, until a message comes or it was long enough.
    fn serve(&self, time: Duration, until: &str) {
        let until = self.atom(until);
        let start = Instant::now();
        while start.elapsed() < time {
            match self.display.poll_for_event().unwrap() {
                Some(Event::SelectionRequest(asked)) => {
                    let property = self.list.as_ref().map_or(0, |list| {
                        let told = self.display.change_property8(
                            PropMode::REPLACE,
                            asked.requestor,
                            asked.property,
                            asked.target,
                            list.as_bytes(),
                        );
                        told.unwrap();
                        asked.property
                    });
                    let answer = SelectionNotifyEvent {
                        response_type: 31,
                        sequence: 0,
                        time: asked.time,
                        requestor: asked.requestor,
                        selection: asked.selection,
                        target: asked.target,
                        property,
                    };
                    self.display.send_event(false, asked.requestor, EventMask::NO_EVENT, answer).unwrap();
                    self.display.flush().unwrap();
                }
                Some(Event::ClientMessage(told)) if told.type_ == until => return,
                Some(_) => {}
                None => std::thread::sleep(Duration::from_millis(10)),
            }
        }
    }
}

#[test]
fn articles_dragged_onto_the_window_are_in_the_case() {
    let screen = Screen::managed();
    let program = Program::with_sample("river-spill");
    program.put("page one.html", sample("articles/spill-reaches-hungary.html"));
    std::fs::create_dir_all(program.path("more")).unwrap();
    program.put(
        "more/note.txt",
        "Somera, 3 March 2023\n\nThe mayor of Somera resigned on Thursday, 2 March 2023, after the spill.\n",
    );
    let articles =
        |program: &Program| program.done("info case.caseline").json()["articles"].as_u64().unwrap();
    let before = articles(&program);
    let _running = screen.start(&program, &["case.caseline"]);
    let window = screen.window("Somera");
    let line = |name: &str| format!("file://{}\r\n", program.path(name).display()).replace(' ', "%20");
    let source = Source::of(&screen, Some(line("page one.html") + &line("more")));
    source.hover(window);
    source.drop_on(window);
    screen.wait_until("both articles in the case", |_| articles(&program) == before + 2);
}

#[test]
fn a_case_dragged_onto_an_empty_window_is_opened() {
    let screen = Screen::managed();
    let program = Program::with_sample("river-spill");
    let _running = screen.start(&program, &[]);
    let window = screen.window("Caseline");
    let source = Source::files(&screen, &program, &["case.caseline"]);
    source.hover(window);
    source.drop_on(window);
    screen.window("Somera");
}

#[test]
fn a_picture_that_holds_its_case_opens_it_when_it_is_dropped() {
    let screen = Screen::managed();
    let program = Program::with_sample("river-spill");
    program.done("export case.caseline -o picture.png --embed");
    let _running = screen.start(&program, &[]);
    let window = screen.window("Caseline");
    let source = Source::files(&screen, &program, &["picture.png"]);
    source.hover(window);
    source.drop_on(window);
    screen.window("Somera");
}

#[test]
fn a_picture_with_a_view_gives_it_to_the_open_case_or_opens_as_its_own() {
    let screen = Screen::managed();
    let program = Program::with_sample("river-spill");
    program.done("export case.caseline -o picture.png --from 2019-03-20 --to 2019-04");
    program.done("export case.caseline -o whole.png --embed");
    let running = screen.start(&program, &["case.caseline"]);
    let window = screen.window("Somera");
    let drop_picture = |name: &str| {
        let source = Source::files(&screen, &program, &[name]);
        source.hover(window);
        source.drop_on(window);
        // The question stands over the window, with its first answer in hand.
        std::thread::sleep(Duration::from_secs(2));
    };
    // How a case is looked at is kept in it, at most every two seconds.
    let looked_at = || {
        let case = rusqlite::Connection::open(program.path("case.caseline")).unwrap();
        case.query_row("SELECT value FROM meta WHERE name = 'last_view'", [], |row| row.get::<_, String>(0))
            .unwrap_or_default()
    };
    drop_picture("picture.png");
    assert!(!looked_at().contains("2019-03-20"), "{}", looked_at());
    screen.press(&["Return"]);
    screen.wait_until("its view", |_| looked_at().contains("2019-03-20"));
    assert_eq!(screen.windows("Somera"), [window], "in the case that was open");
    assert!(screen.windows("not saved").is_empty());

    // Its case instead of its view: the second button of the question.
    drop_picture("whole.png");
    screen.press(&["Tab", "Return"]);
    screen.wait_until("the picture's own case", |screen| !screen.windows("not saved").is_empty());
    drop(running);
}
