//! From the shapes of a file to the model.

use super::codes::plain;
use super::shapes::{
    FileArticle, FileCandidate, FileCase, FileCount, FileDate, FileDraft, FileEntity, FileEvent,
    FileInvolvement, FileKind, FileLane, FileLink, FileOriginal, FileParticipant, FileQuote, FileSays,
};
use super::view_shapes::{FilePaper, FileView};
use crate::model::{
    Article, Candidate, CandidateDraft, CaseContent, Count, Entity, Event, EventId, Filter, FurtherDate,
    HomeChoice, Involvement, Lane, LaneGroup, Link, Original, OwnKind, Paper, Participant, PinnedLabel,
    Quote, Revision, Says, Segment, View,
};

/// A quote that says only half of where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct HalfPlaced {
    /// `events` or `links`.
    pub list: &'static str,
    pub item: usize,
    pub quote: usize,
}

/// The whole case; fails where a quote is half placed.
pub(super) fn content(file: FileCase) -> Result<CaseContent, HalfPlaced> {
    let halves = |list, item| move |quote| HalfPlaced { list, item, quote };
    let events = file.events.into_iter().enumerate();
    let links = file.links.into_iter().enumerate();
    Ok(CaseContent {
        title: file.title,
        zone: file.zone.map(|zone| zone.0.0).filter(|zone| zone != "UTC"),
        lanes: file.lanes.into_iter().map(lane).collect(),
        kinds: file.kinds.into_iter().map(kind).collect(),
        entities: file.entities.into_iter().map(entity).collect(),
        articles: file.articles.into_iter().map(article).collect(),
        events: events.map(|(at, one)| event(one).map_err(halves("events", at))).collect::<Result<_, _>>()?,
        links: links.map(|(at, one)| link(one).map_err(halves("links", at))).collect::<Result<_, _>>()?,
        candidates: file.candidates.into_iter().map(candidate).collect(),
        not_same: file.not_same,
        views: file.views.into_iter().map(view).collect(),
    })
}

fn lane(file: FileLane) -> Lane {
    Lane {
        code: file.code.0,
        name: file.name,
        lane_type: file.lane_type.map(|kind| kind.0),
        of: file.of.map(|of| of.0),
        group: file.group,
    }
}

fn kind(file: FileKind) -> OwnKind {
    OwnKind {
        id: file.id,
        label: file.label,
        family: file.family.map(|family| family.0),
        colour: file.colour.map(|colour| colour.0.0),
    }
}

fn entity(file: FileEntity) -> Entity {
    Entity {
        key: file.id,
        name: file.name,
        entity_type: file.entity_type.0,
        aliases: file.aliases,
        note: file.note,
        private: file.private,
    }
}

fn article(file: FileArticle) -> Article {
    let older: Vec<Revision> = file
        .older
        .into_iter()
        .map(|old| Revision {
            rev: old.rev,
            text: old.text,
            sha256: old.text_sha256.unwrap_or_default().to_ascii_lowercase(),
        })
        .collect();
    let rev = older.iter().map(|old| old.rev).max().unwrap_or(0).saturating_add(1);
    let sha256 = file.text_sha256.unwrap_or_default().to_ascii_lowercase();
    Article {
        key: file.id,
        title: file.title,
        byline: file.byline,
        site: file.site,
        url: file.url,
        published: file.published.map(|when| when.0),
        published_from: file.published_from.map(|from| from.0),
        retrieved: file.retrieved.map(|when| when.0),
        language: file.language,
        origin: file.origin,
        original: file.original.map(original),
        note: file.note,
        private: file.private,
        text: file.text.map(|text| Revision { rev, text, sha256 }),
        older,
    }
}

fn original(file: FileOriginal) -> Original {
    Original { sha256: file.sha256, media_type: file.media_type, name: file.name }
}

/// One event; the error is the number of a quote that is half placed.
fn event(file: FileEvent) -> Result<Event, usize> {
    Ok(Event {
        id: EventId(0),
        key: file.id,
        when: file.when.map(|when| when.0),
        within: file.within,
        title: file.title,
        label: file.label,
        kind: file.kind,
        status: file.status.0,
        lanes: involvements(file.lanes),
        dates: dates(file.dates),
        count: file.count.as_ref().map(count),
        entities: participants(file.entities),
        tags: file.tags,
        note: file.note,
        private: file.private,
        quotes: quotes(file.quotes)?,
    })
}

fn involvements(file: Vec<FileInvolvement>) -> Vec<Involvement> {
    file.into_iter()
        .map(|part| Involvement {
            lane: part.code.0,
            role: part.role.0,
            status: part.status.map(|status| status.0),
            by: plain(part.by),
        })
        .collect()
}

fn dates(file: Vec<FileDate>) -> Vec<FurtherDate> {
    file.into_iter().map(|date| FurtherDate { role: date.role.0.0, when: date.when.0 }).collect()
}

fn participants(file: Vec<FileParticipant>) -> Vec<Participant> {
    file.into_iter().map(|part| Participant { entity: part.entity, role: part.role }).collect()
}

fn count(file: &FileCount) -> Count {
    Count { min: file.min, max: file.max, of: file.of.0, approx: file.approx }
}

fn quotes(file: Vec<FileQuote>) -> Result<Vec<Quote>, usize> {
    file.into_iter().enumerate().map(|(at, one)| quote(one).ok_or(at)).collect()
}

fn quote(file: FileQuote) -> Option<Quote> {
    let place = match (file.start, file.end) {
        (Some(start), Some(end)) if file.exact.is_some() => Some((scalars(start), scalars(end))),
        (None, None) => None,
        _ => return None,
    };
    Some(Quote {
        article: file.article,
        rev: file.rev,
        place,
        exact: file.exact,
        prefix: file.prefix,
        suffix: file.suffix,
        says: file.says.map(says),
        private: file.private,
    })
}

fn scalars(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// What a source claims.
pub(in crate::store) fn says(file: FileSays) -> Says {
    Says {
        status: file.status.map(|status| status.0),
        when: file.when.map(|when| when.0),
        count: file.count.as_ref().map(count),
        kind: file.kind,
        lanes: involvements(file.lanes),
    }
}

/// One link; the error is the number of a quote that is half placed.
fn link(file: FileLink) -> Result<Link, usize> {
    Ok(Link { from: file.from, to: file.to, link_type: file.link_type.0, quotes: quotes(file.quotes)? })
}

fn candidate(file: FileCandidate) -> Candidate {
    Candidate {
        key: file.id,
        article: file.article,
        rev: file.rev,
        start: scalars(file.start),
        end: scalars(file.end),
        draft: draft(file.draft),
        score: file.score,
    }
}

/// What an article seems to say.
pub(in crate::store) fn draft(file: FileDraft) -> CandidateDraft {
    CandidateDraft {
        when: file.when.map(|when| when.0),
        within: file.within,
        title: file.title,
        kind: file.kind,
        status: file.status.0,
        lanes: involvements(file.lanes),
        dates: dates(file.dates),
        count: file.count.as_ref().map(count),
        entities: participants(file.entities),
        more_quotes: file
            .more_quotes
            .iter()
            .map(|place| (scalars(place.start), scalars(place.end)))
            .collect(),
        readings: file.readings.into_iter().map(|code| code.0).collect(),
        names: file.names,
    }
}

/// One view.
pub(in crate::store) fn view(file: FileView) -> View {
    let filter = file.filter;
    View {
        name: file.name,
        title: file.title,
        subtitle: file.subtitle,
        footnote: file.footnote,
        hub: file.hub.map(|hub| hub.0),
        by: file.by.0,
        homes: file
            .homes
            .into_iter()
            .map(|home| HomeChoice { event: home.event, lane: home.lane.0 })
            .collect(),
        order: file.order.0,
        lanes: plain(file.lanes),
        pinned: plain(file.pinned),
        folded: plain(file.folded),
        groups: file
            .groups
            .into_iter()
            .map(|group| LaneGroup { name: group.name, lanes: plain(group.lanes) })
            .collect(),
        collapsed: file.collapsed,
        segments: file
            .segments
            .into_iter()
            .map(|part| Segment { from: part.from.0, to: part.to.0, share: part.share })
            .collect(),
        off: file.off,
        filter: Filter {
            kinds: filter.kinds,
            statuses: plain(filter.statuses),
            lanes: plain(filter.lanes),
            roles: plain(filter.roles),
            entities: filter.entities,
            tags: filter.tags,
            articles: filter.articles,
            sites: filter.sites,
            from: filter.from.map(|when| when.0),
            to: filter.to.map(|when| when.0),
            least: filter.least,
            most: filter.most,
            text: filter.text,
            no_quote: filter.no_quote,
            cited_only: filter.cited_only,
            differs: filter.differs,
        },
        pins: file.pins,
        labels: file
            .labels
            .into_iter()
            .map(|label| PinnedLabel { event: label.event, text: label.text })
            .collect(),
        threads: file.threads,
        strip: file.strip.0,
        pairs: file.pairs.0,
        posts: file.posts.0,
        known_on: file.known_on.map(|when| when.0),
        aligned_to: file.aligned_to,
        theme: file.theme.map(|theme| theme.0),
        language: file.language,
        paper: file.paper.as_ref().map(paper),
    }
}

fn paper(file: &FilePaper) -> Paper {
    Paper {
        width: file.width,
        height: file.height,
        scale: file.scale,
        seen: file.seen,
        labels: file.labels.0,
        sources: file.sources,
        transparent: file.transparent,
    }
}
