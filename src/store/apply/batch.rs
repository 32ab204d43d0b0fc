//! Batches: everything that one import brought, or one edit removed, taken back and brought again by reference.
//!
//! What is removed goes into a batch that is dead from the start, whose source is `/` and the number of the step that
//! removed it: the rows stay for as long as the history can bring them back.

use rusqlite::Connection;

use super::deed::{CaseFacts, Over, view_shapes};
use super::pen::Pen;
use crate::model::{Article, EventId, View};
use crate::store::case_json;
use crate::store::error::StoreError;
use crate::store::read;
use crate::store::search::fold;

/// Taking one event out of the search table costs about as much as writing so many: it overwrites what it deletes.
const A_TAKING_OUT: i64 = 8;

/// Undone steps go when something new follows, and with them what only they could bring back.
pub(in crate::store) fn purge(connection: &Connection) -> Result<(), StoreError> {
    connection.execute("DELETE FROM history WHERE undone = 1", [])?;
    let dead: i64 =
        connection.query_row("SELECT count(*) FROM batch WHERE dead = 1", [], |row| row.get(0))?;
    if dead == 0 {
        return Ok(());
    }
    connection.execute_batch(
        "CREATE TEMP TABLE lost (id INTEGER PRIMARY KEY) STRICT;
         INSERT INTO lost SELECT id FROM batch WHERE dead = 1 AND (source NOT LIKE '/%'
             OR CAST(substr(source, 2) AS INTEGER) NOT IN (SELECT id FROM history));",
    )?;
    let lost: i64 = connection.query_row("SELECT count(*) FROM lost", [], |row| row.get(0))?;
    if lost > 0 {
        connection.execute_batch(THROW_AWAY)?;
    }
    connection.execute_batch("DROP TABLE lost")?;
    Ok(())
}

/// Deletes the rows of the batches in the table `lost`.
const THROW_AWAY: &str = "
    CREATE TEMP TABLE gone (id INTEGER PRIMARY KEY) STRICT;
    INSERT INTO gone SELECT id FROM event WHERE batch IN lost;
    DELETE FROM event_lane WHERE event IN gone;
    DELETE FROM event_date WHERE event IN gone;
    DELETE FROM event_entity WHERE event IN gone;
    DELETE FROM tag WHERE event IN gone;
    DELETE FROM quote WHERE event IN gone;
    DELETE FROM event WHERE id IN gone;
    DROP TABLE gone;
    DELETE FROM link_quote WHERE link IN (SELECT id FROM link WHERE batch IN lost);
    DELETE FROM link WHERE batch IN lost;
    DELETE FROM not_same WHERE batch IN lost;
    DELETE FROM candidate WHERE batch IN lost;
    DELETE FROM article_text WHERE batch IN lost;
    DELETE FROM article WHERE batch IN lost;
    DELETE FROM original WHERE sha256 NOT IN (SELECT original FROM article WHERE original IS NOT NULL)
        AND NOT EXISTS (SELECT 1 FROM history WHERE instr(inverse, sha256) > 0);
    DELETE FROM alias WHERE entity IN (SELECT id FROM entity WHERE batch IN lost);
    DELETE FROM entity WHERE batch IN lost;
    DELETE FROM kind WHERE batch IN lost;
    UPDATE lane SET batch = NULL, pos = NULL, name = NULL, type = NULL, of = NULL, grouped = NULL
        WHERE batch IN lost;
    DELETE FROM batch WHERE id IN lost;";

/// Where a step of the history puts what it removes.
pub(super) fn grave(connection: &Connection, step: i64, now: i64) -> Result<i64, StoreError> {
    connection
        .prepare_cached("INSERT INTO batch (source, at, dead) VALUES (?1, ?2, 1)")?
        .execute((format!("/{step}"), now))?;
    Ok(connection.last_insert_rowid())
}

/// A batch for what comes in: an import by its file's name, or an edit by none.
pub(super) fn begin(connection: &Connection, source: &str, now: i64) -> Result<i64, StoreError> {
    connection
        .prepare_cached("INSERT INTO batch (source, at) VALUES (?1, ?2)")?
        .execute((source.trim_start_matches('/'), now))?;
    Ok(connection.last_insert_rowid())
}

/// Lets the rows of a batch count, or not.
pub(super) fn set_alive(connection: &Connection, batch: i64, alive: bool) -> Result<(), StoreError> {
    connection
        .prepare_cached("UPDATE batch SET dead = ?2 WHERE id = ?1")?
        .execute([batch, i64::from(!alive)])?;
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
    set_alive(connection, batch, false)?;
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
    set_alive(pen.connection, batch, true)?;
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

/// Puts title, zone and views in the place of those that are there; views that the user has changed since stay.
pub(super) fn put_over(connection: &Connection, over: &Over) -> Result<(), StoreError> {
    CaseFacts { title: over.title.clone(), zone: over.zone.clone() }.put(connection)?;
    let now = || Ok::<_, StoreError>(view_shapes(&read::views(connection)?));
    if over.instead_of.as_ref().is_some_and(|known| now().is_ok_and(|now| now != *known)) {
        return Ok(());
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
pub(super) fn each_run(
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
pub(super) fn articles_of(connection: &Connection, batch: i64) -> Result<Vec<i64>, StoreError> {
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
