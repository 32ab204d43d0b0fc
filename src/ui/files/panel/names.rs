//! Names of files: what a case's is proposed as, and which form a name's ending means.

use std::path::{Path, PathBuf};

use crate::model::Words;
use crate::workspace::{ExportFormat, Folder, Workspace};

use super::super::path;

/// A name for a file of this case.
pub(super) fn stem(workspace: &Workspace) -> String {
    let path = workspace.path().or(workspace.from()).map(path::name_of).unwrap_or_default();
    let known = [".caseline.json", ".caseline", ".json", ".csv", ".tsv"];
    let stem = known.iter().find_map(|ending| path.strip_suffix(ending)).unwrap_or(&path);
    if !stem.is_empty() {
        return stem.to_owned();
    }
    let plain = |c: char| if c.is_alphanumeric() { c } else { ' ' };
    let title: String = workspace.shown_title().chars().map(plain).take(60).collect();
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    if title.is_empty() { workspace.words().word("file-untitled") } else { title }
}

pub(super) fn ending_in(path: PathBuf, endings: &[&str]) -> PathBuf {
    let name = path::name_of(&path).to_lowercase();
    if endings.iter().any(|ending| name.ends_with(ending)) || name.ends_with(".caseline.json") {
        return path;
    }
    let mut longer = path.into_os_string();
    longer.push(".caseline");
    longer.into()
}

pub(super) fn stands_there(path: &Path, folder: Option<&Folder>) -> bool {
    let Some(folder) = folder.filter(|folder| path.parent() == Some(folder.path.as_path())) else {
        return false;
    };
    let name = path::name_of(path);
    folder.entries.iter().any(|entry| entry.name == name)
}

/// What can be exported, as it is offered.
pub(super) const FORMATS: [ExportFormat; 7] = [
    ExportFormat::Png,
    ExportFormat::Svg,
    ExportFormat::Pdf,
    ExportFormat::Html,
    ExportFormat::Markdown,
    ExportFormat::Csv,
    ExportFormat::CaseJson,
];

/// The forms of a sheet of claims.
pub(super) const CLAIMS: [ExportFormat; 3] = [ExportFormat::Docx, ExportFormat::Html, ExportFormat::Csv];

/// The forms of a chronology.
pub(super) const CHRONOLOGY: [ExportFormat; 2] = [ExportFormat::Markdown, ExportFormat::Html];

pub(super) fn ending_of(format: ExportFormat) -> &'static str {
    match format {
        ExportFormat::Png => ".png",
        ExportFormat::Svg => ".svg",
        ExportFormat::CaseJson => ".caseline.json",
        ExportFormat::Csv => ".csv",
        ExportFormat::Pdf => ".pdf",
        ExportFormat::Html => ".html",
        ExportFormat::Markdown => ".md",
        ExportFormat::Docx => ".docx",
    }
}

pub(super) fn format_of(path: &Path) -> Option<ExportFormat> {
    let name = path.to_string_lossy().to_lowercase();
    FORMATS.into_iter().chain(CLAIMS).find(|format| name.ends_with(ending_of(*format)))
}
