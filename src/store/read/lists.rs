//! The short lists of a case: lanes, kinds, entities, articles, links, candidates, views.

use rusqlite::{Connection, Row};

use super::events::{code, code_at, code_or_none, quote_of, quotes_sql};
use super::live;
use crate::model::{
    Article, Candidate, Entity, EventId, Kinds, Lane, Link, Original, OwnKind, Quote, Revision, View,
};
use crate::store::case_json::{self, FileView};
use crate::store::error::StoreError;
use crate::store::schema;

/// An article without its texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleHeading {
    /// Its texts are left out.
    pub article: Article,
    pub has_text: bool,
}

fn each<T>(
    connection: &Connection,
    sql: &str,
    params: impl rusqlite::Params,
    mut read: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
) -> Result<Vec<T>, StoreError> {
    let mut select = connection.prepare_cached(sql)?;
    let mut rows = select.query(params)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(read(row)?);
    }
    Ok(found)
}

/// The lanes that the case declares, in its order.
pub(in crate::store) fn declared_lanes(connection: &Connection) -> Result<Vec<Lane>, StoreError> {
    let sql = concat!(
        "SELECT code, name, type, of, grouped FROM lane WHERE batch IS NOT NULL AND ",
        live!("batch"),
        " ORDER BY pos"
    );
    each(connection, sql, [], |row| {
        Ok(Lane {
            code: code_at(row, 0)?,
            name: row.get(1)?,
            lane_type: code_or_none(row, 2)?,
            of: code_or_none(row, 3)?,
            group: row.get(4)?,
        })
    })
}

/// The kinds that the case adds.
pub(in crate::store) fn own_kinds(connection: &Connection) -> Result<Vec<OwnKind>, StoreError> {
    let sql = concat!("SELECT id, label, family, colour FROM kind WHERE ", live!("batch"), " ORDER BY pos");
    each(connection, sql, [], |row| {
        Ok(OwnKind {
            id: row.get(0)?,
            label: row.get(1)?,
            family: code_or_none(row, 2)?,
            colour: row.get(3)?,
        })
    })
}

/// All kinds of the case.
pub(in crate::store) fn kinds(connection: &Connection) -> Result<Kinds, StoreError> {
    own_kinds(connection).map(Kinds::new)
}

/// All entities.
pub(in crate::store) fn entities(connection: &Connection) -> Result<Vec<Entity>, StoreError> {
    let sql = concat!(
        "SELECT id, key, name, type, note, private FROM entity WHERE ",
        live!("batch"),
        " ORDER BY id"
    );
    let mut found = each(connection, sql, [], |row| {
        let entity = Entity {
            key: row.get(1)?,
            name: row.get(2)?,
            entity_type: code_at(row, 3)?,
            aliases: Vec::new(),
            note: row.get(4)?,
            private: row.get(5)?,
        };
        Ok((row.get::<_, i64>(0)?, entity))
    })?;
    let aliases = each(connection, "SELECT entity, name FROM alias ORDER BY entity, pos", [], |row| {
        Ok((row.get::<_, i64>(0)?, row.get(1)?))
    })?;
    for (entity, name) in aliases {
        if let Ok(at) = found.binary_search_by_key(&entity, |(row, _)| *row) {
            found[at].1.aliases.push(name);
        }
    }
    Ok(found.into_iter().map(|(_, entity)| entity).collect())
}

/// Articles of a range of rows, with their texts where asked.
pub(in crate::store) fn articles_between(
    connection: &Connection,
    from: i64,
    to: i64,
    with_texts: bool,
) -> Result<Vec<ArticleHeading>, StoreError> {
    // A file that is only read may have the layout from before.
    let how_found = if schema::version(connection)? >= schema::HOW_FOUND { "published_from" } else { "NULL" };
    let sql = format!(
        "SELECT id, key, title, byline, site, url, published, retrieved, language, origin, original, \
         original_type, original_name, note, private, EXISTS (SELECT 1 FROM article_text t \
         WHERE t.article = article.id AND {}), {how_found} FROM article WHERE id BETWEEN ?1 AND ?2 AND {} ORDER BY id",
        live!("t.batch"),
        live!("batch"),
    );
    let mut found = each(connection, &sql, [from, to], |row| Ok((row.get::<_, i64>(0)?, heading_of(row)?)))?;
    if with_texts {
        let sql = concat!(
            "SELECT article, rev, text, sha256 FROM article_text WHERE article BETWEEN ?1 AND ?2 AND ",
            live!("batch"),
            " ORDER BY article, rev"
        );
        let texts = each(connection, sql, [from, to], |row| {
            let text = Revision { rev: row.get(1)?, text: row.get(2)?, sha256: row.get(3)? };
            Ok((row.get::<_, i64>(0)?, text))
        })?;
        for (article, text) in texts {
            if let Ok(at) = found.binary_search_by_key(&article, |(row, _)| *row) {
                let article = &mut found[at].1.article;
                article.older.extend(article.text.replace(text));
            }
        }
    }
    Ok(found.into_iter().map(|(_, heading)| heading).collect())
}

fn heading_of(row: &Row<'_>) -> Result<ArticleHeading, StoreError> {
    let sha256: Option<String> = row.get(10)?;
    let (media_type, name) = (row.get(11)?, row.get(12)?);
    let article = Article {
        key: row.get(1)?,
        title: row.get(2)?,
        byline: row.get(3)?,
        site: row.get(4)?,
        url: row.get(5)?,
        published: code_or_none(row, 6)?,
        published_from: code_or_none(row, 16)?,
        retrieved: code_or_none(row, 7)?,
        language: row.get(8)?,
        origin: row.get(9)?,
        original: sha256.map(|sha256| Original { sha256, media_type, name }),
        note: row.get(13)?,
        private: row.get(14)?,
        text: None,
        older: Vec::new(),
    };
    Ok(ArticleHeading { article, has_text: row.get(15)? })
}

/// Links with their row and batch: all, or those that touch an event.
pub(in crate::store) fn links(
    connection: &Connection,
    event: Option<i64>,
) -> Result<Vec<(i64, i64, Link)>, StoreError> {
    let sql = concat!(
        "SELECT k.id, k.batch, coalesce(l.key, 'e' || l.id), coalesce(e.key, 'e' || e.id), k.type FROM link k ",
        "JOIN event l ON l.id = k.later JOIN event e ON e.id = k.earlier ",
        "WHERE (?1 IS NULL OR k.later = ?1 OR k.earlier = ?1) AND ",
        live!("k.batch"),
        " ORDER BY k.id"
    );
    let mut found = each(connection, sql, [event], |row| {
        let link_type = code_at(row, 4)?;
        Ok((
            row.get(0)?,
            row.get(1)?,
            Link { from: row.get(2)?, to: row.get(3)?, link_type, quotes: Vec::new() },
        ))
    })?;
    if found.is_empty() {
        return Ok(found);
    }
    let sql = quotes_sql("link_quote", "link", "(?1 IS NULL OR q.link = ?1) ORDER BY q.link, q.pos");
    let only = match found[..] {
        [(id, ..)] => Some(id),
        _ => None,
    };
    let quotes: Vec<(i64, Quote)> = each(connection, &sql, [only], |row| Ok((row.get(0)?, quote_of(row)?)))?;
    for (link, quote) in quotes {
        if let Ok(at) = found.binary_search_by_key(&link, |(row, ..)| *row) {
            found[at].2.quotes.push(quote);
        }
    }
    Ok(found)
}

/// The candidates that wait.
pub(in crate::store) fn candidates(connection: &Connection) -> Result<Vec<Candidate>, StoreError> {
    let sql = concat!(
        "SELECT c.key, a.key, nullif(c.rev, (SELECT max(t.rev) FROM article_text t WHERE t.article = c.article AND ",
        live!("t.batch"),
        ")), ",
        "c.first, c.past, c.draft, c.score FROM candidate c JOIN article a ON a.id = c.article ",
        "WHERE c.state = 'waiting' AND ",
        live!("c.batch"),
        " ORDER BY c.id"
    );
    each(connection, sql, [], |row| {
        let draft: String = row.get(5)?;
        let scalar = |number: i64| usize::try_from(number).unwrap_or(0);
        Ok(Candidate {
            key: row.get(0)?,
            article: row.get(1)?,
            rev: row.get(2)?,
            start: scalar(row.get(3)?),
            end: scalar(row.get(4)?),
            draft: case_json::draft_from(serde_json::from_str(&draft)?),
            score: row.get(6)?,
        })
    })
}

/// Pairs of events that the user has told apart.
pub(super) fn not_same(connection: &Connection) -> Result<Vec<(String, String)>, StoreError> {
    let sql = concat!(
        "SELECT coalesce(a.key, 'e' || a.id), coalesce(b.key, 'e' || b.id) FROM not_same n ",
        "JOIN event a ON a.id = n.one JOIN event b ON b.id = n.other WHERE ",
        live!("n.batch"),
        " ORDER BY n.id"
    );
    each(connection, sql, [], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// The same by their rows, the lower first, sorted.
pub(super) fn apart(connection: &Connection) -> Result<Vec<(EventId, EventId)>, StoreError> {
    let sql = concat!(
        "SELECT DISTINCT min(one, other), max(one, other) FROM not_same WHERE ",
        live!("batch"),
        " ORDER BY 1, 2"
    );
    each(connection, sql, [], |row| Ok((EventId(row.get(0)?), EventId(row.get(1)?))))
}

/// The saved views.
pub(in crate::store) fn views(connection: &Connection) -> Result<Vec<View>, StoreError> {
    each(connection, "SELECT body FROM view ORDER BY pos", [], |row| {
        let body: String = row.get(0)?;
        Ok(case_json::view_from(serde_json::from_str::<FileView>(&body)?))
    })
}

/// Puts these views in the place of the saved ones.
pub(in crate::store) fn write_views(connection: &Connection, views: &[View]) -> Result<(), StoreError> {
    connection.execute("DELETE FROM view", [])?;
    let mut insert = connection.prepare_cached("INSERT INTO view (pos, name, body) VALUES (?1, ?2, ?3)")?;
    for (pos, view) in (0_i64..).zip(views) {
        insert.execute((pos, &view.name, serde_json::to_string(&case_json::view_to(view))?))?;
    }
    Ok(())
}

/// The zone of the case in seconds ahead of UTC.
pub(in crate::store) fn zone_seconds(connection: &Connection) -> Result<i64, StoreError> {
    let zone = crate::store::open::meta(connection, "zone")?;
    Ok(zone.and_then(|zone| case_json::Zone::seconds(&zone)).unwrap_or(0))
}

/// A lane's code from a column.
pub(in crate::store) fn lane_code(text: &str) -> Result<crate::model::LaneCode, StoreError> {
    if text.is_empty() { Ok(crate::model::LaneCode::none()) } else { code(text) }
}
