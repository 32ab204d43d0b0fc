//! `caseline read`: articles as text or JSON.

use std::process::ExitCode;

use serde::Serialize;

use crate::intake::articles::ArticleDraft;
use crate::workspace::{FileCommand, Outcome, ReadArticle, in_english};

use super::args::ReadArgs;
use super::{Failed, Session, print, say};

/// Every key is always there, so that scripts need no second look.
#[derive(Serialize)]
struct Read<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
    title: Option<&'a str>,
    byline: Option<&'a str>,
    site: Option<&'a str>,
    url: Option<&'a str>,
    published: Option<&'a str>,
    published_from: Option<&'static str>,
    language: Option<&'a str>,
    encoding: Option<&'a str>,
    text: &'a str,
}

/// A file that could not be read, for those who list several.
#[derive(Serialize)]
pub(super) struct Unread<'a> {
    pub file: &'a str,
    pub error: &'a str,
}

impl Session {
    pub(super) fn read(mut self, asked: &ReadArgs) -> Result<ExitCode, Failed> {
        let outcomes = self.ask(FileCommand::ReadArticles(asked.files.clone()))?;
        let articles = outcomes.into_iter().find_map(|outcome| match outcome {
            Outcome::Articles(articles) => Some(articles),
            _ => None,
        });
        let articles = articles.ok_or(Failed)?;
        let several = articles.len() > 1;
        let mut whole = true;
        for (at, article) in articles.iter().enumerate() {
            let file = article.0.display().to_string();
            match &article.1 {
                Ok(draft) => {
                    draft.notes.iter().for_each(|note| say(&format!("{file}: {}", in_english(note))));
                }
                Err(sentence) => {
                    whole = false;
                    say(&in_english(sentence));
                }
            }
            if asked.json {
                print(line(article, &file, several).as_bytes())?;
            } else if let Ok(draft) = &article.1 {
                let gap = if at > 0 { "\n\n" } else { "" };
                print(format!("{gap}{}\n", draft.text).as_bytes())?;
            }
        }
        Ok(if whole { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }
}

fn line(article: &ReadArticle, file: &str, several: bool) -> String {
    match &article.1 {
        Ok(draft) => super::json::line(&told(draft, several.then_some(file))),
        Err(error) => super::json::line(&Unread { file, error: &in_english(error) }),
    }
}

fn told<'a>(draft: &'a ArticleDraft, file: Option<&'a str>) -> Read<'a> {
    Read {
        file,
        title: draft.title.as_deref(),
        byline: draft.byline.as_deref(),
        site: draft.site.as_deref(),
        url: draft.url.as_deref(),
        published: draft.published.as_ref().map(crate::model::When::as_str),
        published_from: draft.published_from.map(crate::intake::articles::PublishedFrom::code),
        language: draft.language.as_deref(),
        encoding: draft.encoding.as_deref(),
        text: &draft.text,
    }
}
