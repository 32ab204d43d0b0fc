//! How long a web page takes to read, and to read and be searched for events, against parsing its HTML alone: at most
//! three times and six times are what we hold ourselves to.

// A bench that cannot set itself up has nothing to measure.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fmt::Write as _;

use caseline::intake::articles;
use caseline::intake::{Incoming, Known, Lexicons, Question};
use dom_query::Document;

fn main() {
    divan::main();
}

/// A news page of so many paragraphs, with as much around them as such pages have.
fn page(paragraphs: usize) -> String {
    let mut html = String::from(
        "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Envoys must leave | Courier</title>\
         <meta property='og:title' content='Envoys must leave'><script type='application/ld+json'>\
         {\"@type\":\"NewsArticle\",\"headline\":\"Envoys must leave\",\"datePublished\":\"2022-04-05T10:00:00Z\"}\
         </script></head><body class=article><header><nav><ul>",
    );
    for n in 0..80 {
        write!(html, "<li class='nav-item nav-item--{n}'><a href='/section/{n}'>Section {n}</a></li>")
            .unwrap();
    }
    html.push_str("</ul></nav></header><main><article><h1>Envoys must leave</h1><div class='article-body'>");
    for n in 0..paragraphs {
        write!(
            html,
            "<p>In paragraph {n} the <a href='/m/{n}'>ministry</a> said that it had asked members of the embassy to \
             leave within three days, and that it would not say who they were or what they had done there.</p>"
        )
        .unwrap();
        if n % 6 == 5 {
            html.push_str(
                "<div class='ad-slot'><span>Advertisement</span></div><figure><img src=x.jpg><figcaption>The \
                           embassy on Tuesday. Photo: Agency</figcaption></figure>",
            );
        }
    }
    html.push_str("</div></article></main><aside class='sidebar'>");
    for n in 0..120 {
        write!(
            html,
            "<div class='teaser teaser--small card-{n}'><a class='teaser__link' href='/a/{n}'><img src='{n}.jpg' \
             srcset='{n}-1.jpg 1x, {n}-2.jpg 2x'><h3 class='teaser__title'>What else happened on day {n}</h3><p \
             class='teaser__text'>A line about it that says little</p></a></div>"
        )
        .unwrap();
    }
    html.push_str("</aside><script>");
    html.push_str(
        &"window.dataLayer=window.dataLayer||[];function track(){dataLayer.push(arguments)}".repeat(600),
    );
    html.push_str("</script><footer><p>All rights reserved.</p></footer></body></html>");
    html
}

#[divan::bench(args = [10, 40, 200])]
fn parse_alone(bencher: divan::Bencher, paragraphs: usize) {
    let html = page(paragraphs);
    bencher
        .counter(divan::counter::BytesCount::of_str(&html))
        .bench_local(|| Document::from(divan::black_box(&*html)));
}

#[divan::bench(args = [10, 40, 200])]
fn read(bencher: divan::Bencher, paragraphs: usize) {
    let html = page(paragraphs);
    let incoming = Incoming { name: "page.html".into(), bytes: html.into_bytes(), ..Incoming::default() };
    bencher
        .counter(divan::counter::BytesCount::new(incoming.bytes.len()))
        .bench_local(|| articles::read(divan::black_box(&incoming)).unwrap());
}

#[divan::bench(args = [10, 40, 200])]
fn read_and_extract(bencher: divan::Bencher, paragraphs: usize) {
    let html = page(paragraphs);
    let incoming = Incoming { name: "page.html".into(), bytes: html.into_bytes(), ..Incoming::default() };
    let (known, lexicons) = (Known::default(), Lexicons::standard());
    bencher.counter(divan::counter::BytesCount::new(incoming.bytes.len())).bench_local(|| {
        let article = articles::read(divan::black_box(&incoming)).unwrap();
        let question = Question {
            text: &article.text,
            language: article.language.as_deref(),
            published: article.published.as_ref(),
            known: &known,
            lexicons,
        };
        question.answer()
    });
}
