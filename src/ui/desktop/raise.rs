//! Another Caseline's window brought to the front, by the X11 window manager's own means: no socket of ours, no file, and
//! nothing that an idle window would have to watch.
//!
//! Whoever has a case holds its lock, and the lock names the process; the desktop's list of windows names the process of
//! each. A window on another display is not found, and the case opens for reading only (contract 9).

/// Brings the window of a process to the front; `false` where this display shows none.
#[must_use]
pub fn raise(process: u32) -> bool {
    x11::raise(process)
}

/// Whether there is a display on which windows can be raised: before it was asked nothing is made or claimed.
#[must_use]
pub fn can_raise() -> bool {
    x11::answers()
}

#[cfg(all(unix, not(target_os = "macos")))]
mod x11 {
    use x11rb::connection::Connection;
    use x11rb::errors::ReplyError;
    use x11rb::protocol::xproto::{
        AtomEnum, ClientMessageEvent, ConfigureWindowAux, ConnectionExt, EventMask, InputFocus, MapState,
        StackMode, Window,
    };
    use x11rb::rust_connection::RustConnection;

    /// Windows that are looked at on a display without a window manager.
    const MOST: usize = 10_000;
    /// A request of a user's, in the terms of the Extended Window Manager Hints: it is not held back as a theft of focus.
    const BY_USER: u32 = 2;

    pub fn answers() -> bool {
        x11rb::connect(None).is_ok()
    }

    pub fn raise(process: u32) -> bool {
        let Ok((display, screen)) = x11rb::connect(None) else { return false };
        let Some(root) = display.setup().roots.get(screen).map(|screen| screen.root) else { return false };
        match find(&display, root, process) {
            Ok(Some((window, is_managed))) => bring(&display, root, window, is_managed).is_ok(),
            Ok(None) => false,
            Err(error) => {
                log::warn!("the display's windows could not be listed: {error}");
                false
            }
        }
    }

    /// The window of a process, and whether a window manager lists it.
    fn find(
        display: &RustConnection,
        root: Window,
        process: u32,
    ) -> Result<Option<(Window, bool)>, ReplyError> {
        let list = named(display, "_NET_CLIENT_LIST")?;
        let pid = named(display, "_NET_WM_PID")?;
        let is_its = |window: Window| -> Result<bool, ReplyError> {
            let told = display.get_property(false, window, pid, AtomEnum::CARDINAL, 0, 1)?.reply();
            // A window may be gone by the time that it is asked.
            let told = told.ok().and_then(|told| told.value32().and_then(|mut values| values.next()));
            Ok(told == Some(process))
        };
        let managed = display.get_property(false, root, list, AtomEnum::WINDOW, 0, u32::MAX / 4)?.reply()?;
        let managed: Vec<Window> = managed.value32().map(Iterator::collect).unwrap_or_default();
        for window in &managed {
            if is_its(*window)? {
                return Ok(Some((*window, true)));
            }
        }
        let mut open = vec![root];
        let mut looked = 0;
        while let Some(window) = open.pop() {
            looked += 1;
            if looked > MOST {
                break;
            }
            let shown = display.get_window_attributes(window)?.reply();
            if shown.is_ok_and(|shown| shown.map_state == MapState::VIEWABLE) && is_its(window)? {
                return Ok(Some((window, false)));
            }
            if let Ok(tree) = display.query_tree(window)?.reply() {
                open.extend(tree.children);
            }
        }
        Ok(None)
    }

    fn bring(
        display: &RustConnection,
        root: Window,
        window: Window,
        is_managed: bool,
    ) -> Result<(), ReplyError> {
        if is_managed {
            let active = named(display, "_NET_ACTIVE_WINDOW")?;
            let message =
                ClientMessageEvent::new(32, window, active, [BY_USER, x11rb::CURRENT_TIME, 0, 0, 0]);
            let to = EventMask::SUBSTRUCTURE_REDIRECT | EventMask::SUBSTRUCTURE_NOTIFY;
            display.send_event(false, root, to, message)?.check()?;
        } else {
            let above = ConfigureWindowAux::new().stack_mode(StackMode::ABOVE);
            display.configure_window(window, &above)?.check()?;
            display.set_input_focus(InputFocus::PARENT, window, x11rb::CURRENT_TIME)?.check()?;
        }
        display.flush().map_err(ReplyError::from)
    }

    fn named(display: &RustConnection, name: &str) -> Result<u32, ReplyError> {
        Ok(display.intern_atom(false, name.as_bytes())?.reply()?.atom)
    }
}

/// Elsewhere no window is found: the case opens for reading only.
#[cfg(not(all(unix, not(target_os = "macos"))))]
mod x11 {
    pub fn answers() -> bool {
        false
    }

    pub fn raise(_: u32) -> bool {
        false
    }
}
