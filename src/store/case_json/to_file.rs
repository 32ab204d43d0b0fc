//! From the model to the shapes of a file.

use super::codes::{Coded, Colour, DateRole, Zone, coded};
use super::shapes::{
    FileArticle, FileCandidate, FileCase, FileCount, FileDate, FileDraft, FileEntity, FileEvent,
    FileInvolvement, FileKind, FileLane, FileLink, FileOriginal, FileParticipant, FilePlace, FileQuote,
    FileRevision, FileSays,
};
use super::view_shapes::{FileFilter, FileGroup, FileHome, FileLabel, FilePaper, FileSegment, FileView};
use crate::model::{
    Article, Candidate, CandidateDraft, CaseContent, Count, Entity, Event, FurtherDate, Involvement, Lane,
    Link, OwnKind, Participant, Quote, Says, View,
};

/// The whole case.
pub(super) fn content(case: &CaseContent) -> FileCase {
    FileCase {
        caseline: super::MAJOR,
        minor: 0,
        title: case.title.clone(),
        zone: case.zone.clone().filter(|zone| zone != "UTC").map(|zone| Coded(Zone(zone))),
        lanes: case.lanes.iter().map(lane).collect(),
        kinds: case.kinds.iter().map(kind).collect(),
        entities: case.entities.iter().map(entity).collect(),
        articles: case.articles.iter().map(article).collect(),
        events: case.events.iter().map(event).collect(),
        links: case.links.iter().map(link).collect(),
        candidates: case.candidates.iter().map(candidate).collect(),
        not_same: case.not_same.clone(),
        views: case.views.iter().map(view).collect(),
    }
}

fn lane(lane: &Lane) -> FileLane {
    FileLane {
        code: Coded(lane.code.clone()),
        name: lane.name.clone(),
        lane_type: lane.lane_type.map(Coded),
        of: lane.of.clone().map(Coded),
        group: lane.group.clone(),
    }
}

fn kind(kind: &OwnKind) -> FileKind {
    FileKind {
        id: kind.id.clone(),
        label: kind.label.clone(),
        family: kind.family.map(Coded),
        colour: kind.colour.clone().map(|colour| Coded(Colour(colour))),
    }
}

fn entity(entity: &Entity) -> FileEntity {
    FileEntity {
        id: entity.key.clone(),
        name: entity.name.clone(),
        entity_type: Coded(entity.entity_type),
        aliases: entity.aliases.clone(),
        note: entity.note.clone(),
        private: entity.private,
    }
}

fn article(article: &Article) -> FileArticle {
    FileArticle {
        id: article.key.clone(),
        title: article.title.clone(),
        byline: article.byline.clone(),
        site: article.site.clone(),
        url: article.url.clone(),
        published: article.published.clone().map(Coded),
        published_from: article.published_from.map(Coded),
        retrieved: article.retrieved.clone().map(Coded),
        language: article.language.clone(),
        origin: article.origin.clone(),
        original: article.original.as_ref().map(|original| FileOriginal {
            sha256: original.sha256.clone(),
            media_type: original.media_type.clone(),
            name: original.name.clone(),
            bytes: None,
        }),
        note: article.note.clone(),
        private: article.private,
        text: article.text.as_ref().map(|text| text.text.clone()),
        text_sha256: article.text.as_ref().map(|text| text.sha256.clone()),
        older: article
            .older
            .iter()
            .map(|old| FileRevision {
                rev: old.rev,
                text: old.text.clone(),
                text_sha256: Some(old.sha256.clone()),
            })
            .collect(),
    }
}

/// One event.
fn event(event: &Event) -> FileEvent {
    FileEvent {
        id: event.key.clone(),
        when: event.when.clone().map(Coded),
        within: event.within,
        title: event.title.clone(),
        label: event.label.clone(),
        kind: event.kind.clone(),
        status: Coded(event.status),
        lanes: involvements(&event.lanes),
        dates: dates(&event.dates),
        count: event.count.map(count),
        entities: participants(&event.entities),
        tags: event.tags.clone(),
        note: event.note.clone(),
        private: event.private,
        quotes: event.quotes.iter().map(quote).collect(),
    }
}

fn involvements(parts: &[Involvement]) -> Vec<FileInvolvement> {
    parts
        .iter()
        .map(|part| FileInvolvement {
            code: Coded(part.lane.clone()),
            role: Coded(part.role),
            status: part.status.map(Coded),
            by: coded(&part.by),
        })
        .collect()
}

fn dates(dates: &[FurtherDate]) -> Vec<FileDate> {
    dates
        .iter()
        .map(|date| FileDate { role: Coded(DateRole(date.role.clone())), when: Coded(date.when.clone()) })
        .collect()
}

fn participants(parts: &[Participant]) -> Vec<FileParticipant> {
    parts.iter().map(|part| FileParticipant { entity: part.entity.clone(), role: part.role }).collect()
}

fn count(count: Count) -> FileCount {
    FileCount { min: count.min, max: count.max, of: Coded(count.of), approx: count.approx }
}

fn quote(quote: &Quote) -> FileQuote {
    let scalars = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
    FileQuote {
        article: quote.article.clone(),
        rev: quote.rev,
        start: quote.place.map(|(start, _)| scalars(start)),
        end: quote.place.map(|(_, end)| scalars(end)),
        exact: quote.exact.clone(),
        prefix: quote.prefix.clone(),
        suffix: quote.suffix.clone(),
        says: quote.says.as_ref().map(says),
        private: quote.private,
    }
}

/// What a source claims.
pub(in crate::store) fn says(says: &Says) -> FileSays {
    FileSays {
        status: says.status.map(Coded),
        when: says.when.clone().map(Coded),
        count: says.count.map(count),
        kind: says.kind.clone(),
        lanes: involvements(&says.lanes),
    }
}

/// One link.
fn link(link: &Link) -> FileLink {
    FileLink {
        from: link.from.clone(),
        to: link.to.clone(),
        link_type: Coded(link.link_type),
        quotes: link.quotes.iter().map(quote).collect(),
    }
}

fn candidate(candidate: &Candidate) -> FileCandidate {
    FileCandidate {
        id: candidate.key.clone(),
        article: candidate.article.clone(),
        rev: candidate.rev,
        start: candidate.start as u64,
        end: candidate.end as u64,
        draft: draft(&candidate.draft),
        score: finite(candidate.score),
    }
}

/// What an article seems to say.
pub(in crate::store) fn draft(draft: &CandidateDraft) -> FileDraft {
    FileDraft {
        when: draft.when.clone().map(Coded),
        within: draft.within,
        title: draft.title.clone(),
        kind: draft.kind.clone(),
        status: Coded(draft.status),
        lanes: involvements(&draft.lanes),
        dates: dates(&draft.dates),
        count: draft.count.map(count),
        entities: participants(&draft.entities),
        more_quotes: draft.more_quotes.iter().map(|place| placed(*place)).collect(),
        readings: draft.readings.iter().cloned().map(Coded).collect(),
        names: draft.names.clone(),
    }
}

fn placed((start, end): (usize, usize)) -> FilePlace {
    FilePlace { start: start as u64, end: end as u64 }
}

/// JSON has no word for what is not a number.
fn finite(number: f64) -> f64 {
    if number.is_finite() { number } else { 0.0 }
}

/// One view.
pub(in crate::store) fn view(view: &View) -> FileView {
    FileView {
        name: view.name.clone(),
        title: view.title.clone(),
        subtitle: view.subtitle.clone(),
        footnote: view.footnote.clone(),
        hub: view.hub.clone().map(Coded),
        by: Coded(view.by),
        homes: view
            .homes
            .iter()
            .map(|home| FileHome { event: home.event.clone(), lane: Coded(home.lane.clone()) })
            .collect(),
        order: Coded(view.order),
        lanes: coded(&view.lanes),
        pinned: coded(&view.pinned),
        folded: coded(&view.folded),
        groups: view
            .groups
            .iter()
            .map(|group| FileGroup { name: group.name.clone(), lanes: coded(&group.lanes) })
            .collect(),
        collapsed: view.collapsed.clone(),
        segments: view
            .segments
            .iter()
            .map(|part| FileSegment {
                from: Coded(part.from.clone()),
                to: Coded(part.to.clone()),
                share: finite(part.share),
            })
            .collect(),
        off: view.off.clone(),
        filter: filter(view),
        pins: view.pins.clone(),
        labels: view
            .labels
            .iter()
            .map(|label| FileLabel { event: label.event.clone(), text: label.text.clone() })
            .collect(),
        threads: view.threads.clone(),
        strip: Coded(view.strip),
        pairs: Coded(view.pairs),
        posts: Coded(view.posts),
        known_on: view.known_on.clone().map(Coded),
        aligned_to: view.aligned_to.clone(),
        theme: view.theme.map(Coded),
        language: view.language.clone(),
        paper: view.paper.map(|paper| FilePaper {
            width: paper.width,
            height: paper.height,
            scale: finite(paper.scale),
            seen: paper.seen,
            labels: Coded(paper.labels),
            sources: paper.sources,
            transparent: paper.transparent,
        }),
    }
}

fn filter(view: &View) -> FileFilter {
    let filter = &view.filter;
    FileFilter {
        kinds: filter.kinds.clone(),
        statuses: coded(&filter.statuses),
        lanes: coded(&filter.lanes),
        roles: coded(&filter.roles),
        entities: filter.entities.clone(),
        tags: filter.tags.clone(),
        articles: filter.articles.clone(),
        sites: filter.sites.clone(),
        from: filter.from.clone().map(Coded),
        to: filter.to.clone().map(Coded),
        least: filter.least,
        most: filter.most,
        text: filter.text.clone(),
        no_quote: filter.no_quote,
        cited_only: filter.cited_only,
        differs: filter.differs,
    }
}
