//! The system's own dialog for files, on a thread of its own: it may take as long as it likes, or never come.

use std::future::Future;
use std::path::{Path, PathBuf};
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{Builder, Thread, current, park};

use rfd::{AsyncFileDialog, FileHandle};

type Picked = Pin<Box<dyn Future<Output = Option<FileHandle>> + Send>>;

/// A dialog that was asked for.
#[derive(Debug)]
pub struct Browse(Receiver<Option<PathBuf>>);

/// What came of it by now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Browsed {
    Waiting,
    Path(PathBuf),
    /// It was closed, or there is no dialog on this system: both look the same from here.
    Nothing,
}

impl Browse {
    /// Asks for a file that is there, or for a name to save under.
    pub fn begin(save_as: Option<&str>, folder: &Path, repaint: impl Fn() + Send + 'static) -> Self {
        let dialog = AsyncFileDialog::new().set_directory(folder);
        // Made here, since some systems want that on the window's thread; waited for elsewhere.
        let picked: Picked = match save_as {
            Some(name) => Box::pin(dialog.set_file_name(name).save_file()),
            None => Box::pin(dialog.pick_file()),
        };
        let (send, receive) = channel();
        let wait = move || {
            let path = wait_for(picked).map(|file| file.path().to_owned());
            if send.send(path).is_ok() {
                repaint();
            }
        };
        // Where no thread can be had the channel is closed, which reads as nothing.
        let _ = Builder::new().name("browse".to_owned()).spawn(wait);
        Self(receive)
    }

    /// What came of it by now.
    pub fn answer(&self) -> Browsed {
        match self.0.try_recv() {
            Ok(Some(path)) => Browsed::Path(path),
            Ok(None) | Err(TryRecvError::Disconnected) => Browsed::Nothing,
            Err(TryRecvError::Empty) => Browsed::Waiting,
        }
    }
}

/// Wakes a thread that is parked.
struct Unpark(Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

fn wait_for<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    let waker = Waker::from(Arc::new(Unpark(current())));
    let mut context = Context::from_waker(&waker);
    loop {
        match future.as_mut().poll(&mut context) {
            Poll::Ready(value) => return value,
            Poll::Pending => park(),
        }
    }
}
