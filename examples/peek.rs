//! scratch
use caseline::model::*;
use caseline::scene::*;
use caseline::store::*;
use caseline::timeline::*;
use caseline::workspace::*;
use std::collections::BTreeMap;
use std::sync::Arc;
struct C {
    e: BTreeMap<EventId, Event>,
    n: BTreeMap<String, String>,
    a: BTreeMap<String, Article>,
}
impl Cards for C {
    fn event(&self, id: EventId) -> Option<&Event> {
        self.e.get(&id)
    }
    fn entity(&self, k: &str) -> Option<&str> {
        self.n.get(k).map(|s| s.as_str())
    }
    fn article(&self, k: &str) -> Option<&Article> {
        self.a.get(k)
    }
}
struct W(BTreeMap<String, String>);
impl Words for W {
    fn say(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let Some(t) = self.0.get(key) else { return BareWords.say(key, args) };
        let mut t = t.clone();
        // poor man's fluent: pick [one]/*[other]
        while let Some(i) = t.find("->") {
            let open = t[..i].rfind('{').unwrap();
            let mut d = 0;
            let mut close = 0;
            for (j, c) in t[open..].char_indices() {
                if c == '{' {
                    d += 1
                }
                if c == '}' {
                    d -= 1;
                    if d == 0 {
                        close = open + j;
                        break;
                    }
                }
            }
            let var = t[open + 1..i].trim().trim_start_matches('$').to_string();
            let n = args
                .iter()
                .find(|a| a.0 == var)
                .map(|a| match a.1 {
                    Arg::Number(n) => n,
                    Arg::Text(t) => t.parse().unwrap_or(9),
                })
                .unwrap_or(9);
            let body = &t[i + 2..close];
            let mut pick = String::new();
            for l in body.split('\n') {
                let l = l.trim();
                if n == 1 && l.starts_with("[one]") {
                    pick = l[5..].trim().into();
                    break;
                }
                if n == 0 && l.starts_with("[0]") {
                    pick = l[3..].trim().into();
                    break;
                }
                if l.starts_with("*[other]") {
                    pick = l[8..].trim().into();
                }
            }
            t = format!("{}{}{}", &t[..open], pick, &t[close + 1..]);
        }
        for (k, v) in args {
            let v = match v {
                Arg::Text(s) => s.to_string(),
                Arg::Number(n) => n.to_string(),
            };
            t = t.replace(&format!("{{ ${k} }}"), &v).replace(&format!("{{${k}}}"), &v);
        }
        t
    }
}
fn main() {
    let a: Vec<String> = std::env::args().collect();
    let content = case_json::read(&std::fs::read(&a[1]).unwrap()).unwrap();
    let mut ftl = String::new();
    for p in ["/tmp/wt/workspace/assets/words/en.ftl", "/tmp/plan/picture.ftl"] {
        ftl += &std::fs::read_to_string(p).unwrap_or_default();
        ftl.push('\n');
    }
    let mut w = BTreeMap::new();
    let mut last = String::new();
    for l in ftl.lines() {
        if l.starts_with('#') {
            continue;
        }
        if let (true, Some((k, v))) =
            (l.chars().next().is_some_and(|c| c.is_ascii_lowercase()), l.split_once(" = "))
        {
            last = k.into();
            w.insert(last.clone(), v.to_string());
        } else if let Some(t) = w.get_mut(&last) {
            if !l.is_empty() {
                t.push('\n');
                t.push_str(l);
            }
        }
    }
    let words = W(w);
    let mut s = Store::in_memory().unwrap();
    let mut r = 1u64;
    let mut rnd = || {
        r += 1;
        r
    };
    s.apply(
        &Edit::Import(Box::new(Import { from: "x".into(), content: content.clone(), keyless: false })),
        &mut Surroundings { now: 0, random: &mut rnd },
    )
    .unwrap();
    let columns = Arc::new(s.columns().unwrap());
    let mut ids: Vec<EventId> = columns.marks.iter().map(|m| m.event).collect();
    ids.sort();
    ids.dedup();
    let ev = s.events(&ids).unwrap();
    let idmap: BTreeMap<String, EventId> = ev.iter().map(|e| (e.key.clone(), e.id)).collect();
    let cards = C {
        e: ev.into_iter().map(|e| (e.id, e)).collect(),
        n: content.entities.iter().map(|e| (e.key.clone(), e.name.clone())).collect(),
        a: content.articles.iter().map(|x| (x.key.clone(), x.clone())).collect(),
    };
    let vi: usize = a[3].parse().unwrap();
    let mut view = content.views.get(vi).cloned().unwrap_or_default();
    let (wd, ht): (f32, f32) = (a[4].parse().unwrap(), a[5].parse().unwrap());
    let theme = if a.get(6).is_some_and(|x| x == "dark") { Theme::Dark } else { Theme::Light };
    let paper = a.get(7).is_none_or(|x| x == "paper");
    if vi >= content.views.len() {
        view.name = "all".into();
    }
    let st: Vec<Stretch> = if view.segments.is_empty() {
        suggest_segments(&columns)
    } else {
        view.segments
            .iter()
            .map(|g| Stretch { span: Span::new(g.from.earliest(), g.to.latest()), share: g.share })
            .collect()
    };
    let mut desk = PictureDesk::default();
    let t = std::time::Instant::now();
    let d = desk.draw(&Request {
        columns: &columns,
        revision: 1,
        view: &view,
        stretches: &st,
        ids: &idmap,
        cards: &cards,
        cards_revision: 1,
        words: &words,
        selected: None,
        canvas: Canvas { width: wd, height: ht, theme, paper },
    });
    eprintln!("{:?} shapes {} hidden {:?}", t.elapsed(), d.scene.shapes.len(), d.layout.hidden);
    let out = caseline::export::picture(&d.scene, caseline::export::Format::Png, 1.0).unwrap();
    std::fs::write(&a[2], out.bytes).unwrap();
}
