//! The file behind an article, shown by the system's own program: only when the user asks for it.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread::Builder;

use super::super::super::jobs::Answer;
use super::super::desk::Desk;
use super::super::{FileError, answer, state};
use crate::model::Sentence;

/// The kinds of files that articles are read from, and what their names end in. What a file was called when it came is
/// not used: a name may lie about what opening it does.
const ENDINGS: [(&str, &str); 8] = [
    ("text/html", "html"),
    ("multipart/related", "mhtml"),
    ("application/pdf", "pdf"),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    ("application/vnd.oasis.opendocument.text", "odt"),
    ("message/rfc822", "eml"),
    ("text/markdown", "md"),
    ("text/plain", "txt"),
];

#[cfg(target_os = "macos")]
const OPENER: &str = "open";
#[cfg(target_os = "windows")]
const OPENER: &str = "explorer";
#[cfg(not(any(target_os = "macos", target_os = "windows")))]
const OPENER: &str = "xdg-open";

/// Files that were written to be shown; they go with the desk.
#[derive(Debug, Default)]
pub(in super::super) struct Shown(Vec<PathBuf>);

impl Drop for Shown {
    fn drop(&mut self) {
        for path in &self.0 {
            // Gone already, or the disk's own trouble: there is nobody to tell.
            let _ = fs::remove_file(path);
        }
    }
}

impl Desk {
    /// Writes an article's file into the private folder and lets the system open it.
    pub(in super::super) fn show_original(&mut self, key: &str) -> Answer {
        answer(self.put_original_out(key).map(|()| Answer::Nothing))
    }

    fn put_original_out(&mut self, key: &str) -> Result<(), FileError> {
        let store = self.store()?;
        let article = store.article(key)?.and_then(|article| article.original);
        let Some(original) = article else {
            return Err(FileError::Said(Sentence::new("original-none")));
        };
        let missing = || FileError::Said(Sentence::new("original-missing"));
        let bytes = store.original(&original.sha256)?.ok_or_else(missing)?;
        let sort = original.media_type.as_deref().unwrap_or_default();
        let ending = ENDINGS.iter().find(|(media_type, _)| *media_type == sort).map(|(_, ending)| *ending);
        let ending =
            ending.ok_or_else(|| FileError::Said(Sentence::new("original-kind").text("kind", sort)))?;
        let folder = self.outside.state.as_deref().ok_or(FileError::NoState)?.join("shown");
        state::private_folder(&folder).map_err(|error| FileError::writing(&folder, error))?;
        let path = folder.join(format!("{}.{ending}", original.sha256));
        let failed = |error| FileError::writing(&path, error);
        let mut file = state::private_file(&path).map_err(failed)?;
        file.set_len(0).and_then(|()| file.write_all(&bytes)).map_err(failed)?;
        drop(file);
        let opened = Command::new(OPENER)
            .arg(&path)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|_| {
                let none = Sentence::new("original-no-opener").text("opener", OPENER);
                FileError::Said(none.text("file", path.display().to_string()))
            });
        self.shown.0.push(path.clone());
        let mut child = opened?;
        // Waited for elsewhere, so that it does not stay behind as a dead process.
        let _ = Builder::new().name("opener".to_owned()).spawn(move || child.wait());
        Ok(())
    }
}
