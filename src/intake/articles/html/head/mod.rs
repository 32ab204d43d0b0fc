//! What a page says about its article: title, byline, site, address, days, language.
mod byline;
mod dateline;
mod json_ld;
mod meta;
mod moment;
mod months;
mod names;
mod published;
mod title;

pub(super) use byline::{byline, in_line as byline_in};
pub(super) use dateline::in_text;
pub(super) use json_ld::{Said, read as read_json_ld};
pub(super) use meta::{Meta, plain, tidy_tag};
pub(super) use moment::read as read_moment;
pub(super) use names::site_beside;
pub(super) use published::published;
pub(super) use title::title;
