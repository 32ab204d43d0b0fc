//! Batches: everything that one import brought, taken back and brought again by reference.

use rusqlite::Connection;

use super::deed::Over;
use super::pen::Pen;
use crate::model::{Article, EventId, View};
use crate::store::case_json;
use crate::store::error::StoreError;
use crate::store::open;
use crate::store::read;
use crate::store::search::fold;

/// Taking one event out of the search table costs about as much as writing so many: it overwrites what it deletes.
const A_TAKING_OUT: i64 = 8;

/// Dead batches and undone steps go when something new follows.
pub(super) fn purge(connection: &Connection) -> Result<(), StoreError> {
    connection.execute("DELETE FROM history WHERE undone = 1", [])?;
    let dead: i64 =
        connection.query_row("SELECT count(*) FROM batch WHERE dead = 1", [], |row| row.get(0))?;
    if dead == 0 {
        return Ok(());
    }
    connection.execute_batch(
        "CREATE TEMP TABLE gone (id INTEGER PRIMARY KEY) STRICT;
         INSERT INTO gone SELECT id FROM event WHERE batch IN (SELECT id FROM batch WHERE dead = 1);
         DELETE FROM event_lane WHERE event IN gone;
         DELETE FROM event_date WHERE event IN gone;
         DELETE FROM event_entity WHERE event IN gone;
         DELETE FROM tag WHERE event IN gone;
         DELETE FROM quote WHERE event IN gone;
         DELETE FROM event WHERE id IN gone;
         DROP TABLE gone;
         DELETE FROM link_quote WHERE link IN
             (SELECT id FROM link WHERE batch IN (SELECT id FROM batch WHERE dead = 1));
         DELETE FROM link WHERE batch IN (SELECT id FROM batch WHERE dead = 1);
         DELETE FROM not_same WHERE batch IN (SELECT id FROM batch WHERE dead = 1);
         DELETE FROM candidate WHERE batch IN (SELECT id FROM batch WHERE dead = 1);
         DELETE FROM article_text WHERE batch IN (SELECT id FROM batch WHERE dead = 1);
         DELETE FROM article WHERE batch IN (SELECT id FROM batch WHERE dead = 1);
         DELETE FROM alias WHERE entity IN
             (SELECT id FROM entity WHERE batch IN (SELECT id FROM batch WHERE dead = 1));
         DELETE FROM entity WHERE batch IN (SELECT id FROM batch WHERE dead = 1);
         DELETE FROM kind WHERE batch IN (SELECT id FROM batch WHERE dead = 1);
         UPDATE lane SET batch = NULL, pos = NULL, name = NULL, type = NULL, of = NULL, grouped = NULL
             WHERE batch IN (SELECT id FROM batch WHERE dead = 1);
         DELETE FROM batch WHERE dead = 1;",
    )?;
    Ok(())
}

/// Takes an import out of sight: out of the drawing table and the search tables.
pub(super) fn kill(pen: &mut Pen<'_>, batch: i64) -> Result<Vec<EventId>, StoreError> {
    let connection = pen.connection;
    let touched = events_of(connection, batch)?;
    let sql = concat!("SELECT count(*) FROM event WHERE ", read::live!("batch"));
    let all: i64 = connection.query_row(sql, [], |row| row.get(0))?;
    let few = i64::try_from(touched.len()).unwrap_or(i64::MAX).saturating_mul(A_TAKING_OUT) < all;
    if few {
        each_run(&touched, |from, to| {
            for event in read::events_between(connection, from, to)? {
                pen.erase_words(&event)?;
            }
            Ok(())
        })?;
    }
    connection.execute("DELETE FROM mark WHERE event IN (SELECT id FROM event WHERE batch = ?1)", [batch])?;
    let articles = articles_of(connection, batch)?;
    erase_articles(connection, &articles)?;
    connection.execute("UPDATE batch SET dead = 1 WHERE id = ?1", [batch])?;
    write_articles(connection, &articles)?;
    if !few {
        rewrite_words(pen)?;
    }
    pen.dip()?;
    Ok(touched)
}

/// Writes the search table of events anew.
pub(super) fn rewrite_words(pen: &Pen<'_>) -> Result<(), StoreError> {
    pen.connection.execute("INSERT INTO event_words (event_words) VALUES ('delete-all')", [])?;
    let sql = concat!("SELECT id FROM event WHERE ", read::live!("batch"), " ORDER BY id");
    let mut select = pen.connection.prepare_cached(sql)?;
    let rows = select.query_map([], |row| row.get(0).map(EventId))?.collect::<Result<Vec<_>, _>>()?;
    each_run(&rows, |from, to| {
        for event in read::events_between(pen.connection, from, to)? {
            pen.write_words(event.id.0, &event)?;
        }
        Ok(())
    })
}

/// Brings an import back.
pub(super) fn revive(pen: &mut Pen<'_>, batch: i64) -> Result<Vec<EventId>, StoreError> {
    let articles = articles_of(pen.connection, batch)?;
    erase_articles(pen.connection, &articles)?;
    pen.connection.execute("UPDATE batch SET dead = 0 WHERE id = ?1", [batch])?;
    write_articles(pen.connection, &articles)?;
    pen.dip()?;
    let touched = events_of(pen.connection, batch)?;
    each_run(&touched, |from, to| {
        for event in read::events_between(pen.connection, from, to)? {
            pen.draw(event.id.0, &event)?;
            pen.write_words(event.id.0, &event)?;
        }
        Ok(())
    })?;
    Ok(touched)
}

/// Puts title, zone and views in the place of those that are there.
pub(super) fn put_over(connection: &Connection, over: &Over) -> Result<(), StoreError> {
    open::set_meta(connection, "title", &over.title)?;
    match &over.zone {
        Some(zone) => open::set_meta(connection, "zone", zone)?,
        None => {
            connection.execute("DELETE FROM meta WHERE name = 'zone'", [])?;
        }
    }
    let views: Vec<View> = over.views.iter().cloned().map(case_json::view_from).collect();
    read::write_views(connection, &views)
}

fn events_of(connection: &Connection, batch: i64) -> Result<Vec<EventId>, StoreError> {
    let mut select = connection.prepare_cached("SELECT id FROM event WHERE batch = ?1 ORDER BY id")?;
    let rows = select.query_map([batch], |row| row.get(0).map(EventId))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Calls for stretches of rows that follow one another, so that they are read together.
fn each_run(
    rows: &[EventId],
    mut call: impl FnMut(i64, i64) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    const MOST: usize = 4_096; // events in memory at once
    for run in rows.chunk_by(|one, next| one.0 + 1 == next.0).flat_map(|run| run.chunks(MOST)) {
        if let [from, .., to] | [from @ to] = run {
            call(from.0, to.0)?;
        }
    }
    Ok(())
}

/// Rows of articles that a batch brought or gave a text.
fn articles_of(connection: &Connection, batch: i64) -> Result<Vec<i64>, StoreError> {
    let sql =
        "SELECT id FROM article WHERE batch = ?1 UNION SELECT article FROM article_text WHERE batch = ?1";
    let mut select = connection.prepare_cached(sql)?;
    let rows = select.query_map([batch], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Puts the articles that can be seen into the search table.
pub(super) fn write_articles(connection: &Connection, rows: &[i64]) -> Result<(), StoreError> {
    let mut insert = connection.prepare_cached("INSERT INTO article_words (rowid, words) VALUES (?1, ?2)")?;
    for row in rows {
        for heading in read::articles_between(connection, *row, *row, true)? {
            insert.execute((row, fold(&words_of(&heading.article))))?;
        }
    }
    Ok(())
}

/// Takes the articles that can be seen out of the search table.
pub(super) fn erase_articles(connection: &Connection, rows: &[i64]) -> Result<(), StoreError> {
    let sql = "INSERT INTO article_words (article_words, rowid, words) VALUES ('delete', ?1, ?2)";
    let mut delete = connection.prepare_cached(sql)?;
    for row in rows {
        for heading in read::articles_between(connection, *row, *row, true)? {
            delete.execute((row, fold(&words_of(&heading.article))))?;
        }
    }
    Ok(())
}

/// What an article is found by.
pub(in crate::store) fn words_of(article: &Article) -> String {
    let heads = article.title.iter().chain(&article.byline).chain(&article.site).cloned();
    let words: Vec<String> = heads.chain(article.text.iter().map(|text| text.text.clone())).collect();
    words.join("\n")
}
