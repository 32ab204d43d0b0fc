//! Numbered steps from any older case file to today's, and the layout that a file must have.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::error::StoreError;
use crate::model::Sentence;

/// `CsLn` in the header of every case.
pub(super) const APPLICATION: u32 = 0x4373_4C6E;

/// major × 1000 + minor of the layout, and the SQL that leads to it from the one before.
pub(super) type Steps = [(u32, &'static str)];

/// The layout from which on articles say how their day was found.
pub(super) const HOW_FOUND: u32 = 1001;

/// All layouts so far. A minor step only adds: a file of the layout before can be read as it is.
pub(super) const STEPS: &Steps =
    &[(1000, include_str!("schema/001_first.sql")), (HOW_FOUND, include_str!("schema/002_how_found.sql"))];

/// The newest layout of some steps.
pub(super) fn newest(steps: &Steps) -> u32 {
    steps.last().map_or(0, |(version, _)| *version)
}

/// The layout that an open case has.
pub(super) fn version(connection: &Connection) -> Result<u32, StoreError> {
    Ok(connection.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

/// "1.0" for 1000.
pub(super) fn spoken(version: u32) -> String {
    format!("{}.{}", version / 1000, version % 1000)
}

/// Takes the steps beyond a version, in one transaction.
pub(super) fn climb(connection: &mut Connection, from: u32, steps: &Steps) -> Result<(), StoreError> {
    let transaction = connection.transaction()?;
    for (version, sql) in steps.iter().filter(|(version, _)| *version > from) {
        transaction.execute_batch(sql)?;
        transaction.pragma_update(None, "user_version", version)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION)?;
    transaction.commit()?;
    Ok(())
}

/// What of a layout is compared: its tables and indexes, by name, with the SQL that made them.
type Layout = BTreeMap<String, (String, String)>;

/// Tables that SQLite keeps for itself.
const OF_SQLITE: [&str; 4] = ["sqlite_sequence", "sqlite_stat1", "sqlite_stat4", "sqlite_stat3"];

fn layout(connection: &Connection) -> Result<Layout, StoreError> {
    let mut rows = connection.prepare("SELECT type, name, coalesce(sql, '') FROM sqlite_schema")?;
    let rows = rows.query_map([], |row| {
        let sql: String = row.get(2)?;
        let sql = sql.split_whitespace().collect::<Vec<_>>().join(" ");
        Ok((row.get::<_, String>(1)?, (row.get::<_, String>(0)?, sql)))
    })?;
    let all: Vec<_> = rows.collect::<Result<_, _>>()?;
    let searched: Vec<String> = all
        .iter()
        .filter(|(_, (_, sql))| sql.starts_with("CREATE VIRTUAL TABLE"))
        .map(|(name, _)| name.clone())
        .collect();
    let ours_to_compare = |(name, (kind, sql)): &(String, (String, String))| {
        let own = kind == "table" && OF_SQLITE.contains(&name.as_str());
        let automatic = kind == "index" && sql.is_empty() && name.starts_with("sqlite_autoindex_");
        // FTS5 makes these; their layout is that of the SQLite in use.
        let shadow = kind == "table"
            && name.rsplit_once('_').is_some_and(|(table, part)| {
                ["data", "idx", "docsize", "config"].contains(&part)
                    && searched.iter().any(|one| one == table)
            });
        !own && !automatic && !shadow
    };
    Ok(all.into_iter().filter(ours_to_compare).collect())
}

/// What of a file's layout is not as a version has it; `None` where all is.
pub(super) fn difference(
    connection: &Connection,
    version: u32,
    steps: &Steps,
) -> Result<Option<Sentence>, StoreError> {
    let mut model = Connection::open_in_memory()?;
    let known = steps.partition_point(|(step, _)| *step <= version);
    climb(&mut model, 0, &steps[..known])?;
    let (ours, theirs) = (layout(&model)?, layout(connection)?);
    let strange = theirs.iter().find(|(name, _)| !ours.contains_key(*name));
    if let Some((name, (kind, _))) = strange {
        return Ok(Some(strange_part("layout-strange", kind, name)));
    }
    let other = ours.iter().find(|(name, made)| theirs.get(*name) != Some(made));
    Ok(other.map(|(name, (kind, _))| match theirs.get(name) {
        None => strange_part("layout-missing", kind, name),
        Some(_) => strange_part("layout-columns", kind, name),
    }))
}

/// The kind is SQLite's own word: table, index, trigger, view.
fn strange_part(key: &'static str, kind: &str, name: &str) -> Sentence {
    Sentence::new(key).text("kind", kind).text("name", name)
}

/// What a case of a newer minor version lacks, or has beyond plain tables and indexes; `None` where it can be read.
pub(super) fn missing(connection: &Connection, steps: &Steps) -> Result<Option<Sentence>, StoreError> {
    let mut model = Connection::open_in_memory()?;
    climb(&mut model, 0, steps)?;
    let (ours, theirs) = (layout(&model)?, layout(connection)?);
    let lacks = ours.iter().find(|(name, _)| !theirs.contains_key(*name));
    if let Some((name, (kind, _))) = lacks {
        return Ok(Some(strange_part("layout-missing", kind, name)));
    }
    let strange = theirs.iter().find(|(name, (kind, sql))| {
        let plain = ["table", "index"].contains(&kind.as_str()) && !sql.starts_with("CREATE VIRTUAL");
        !plain && ours.get(*name).is_none_or(|(_, known)| known != sql)
    });
    Ok(strange.map(|(name, (kind, _))| strange_part("layout-strange", kind, name)))
}
