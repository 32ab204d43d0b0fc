//! Web addresses compared: the same page under two spellings.

/// An address without what differs between two visits to the same page: the scheme, `www.`, `m.` or `amp.`, the
/// fragment, marks of campaigns, an index page, a closing slash, the case of the host. `None` for what is no web
/// address.
#[must_use]
pub fn bare_address(url: &str) -> Option<String> {
    let url = url.trim();
    let rest = strip_prefix(url, "https://").or_else(|| strip_prefix(url, "http://"))?;
    let rest = rest.split('#').next().unwrap_or(rest);
    let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (host, path) = place.split_once('/').unwrap_or((place, ""));
    let mut host = host.to_lowercase();
    for prefix in ["www.", "m.", "amp.", "mobile."] {
        // The rest must still be a host: m.example is one of its own.
        if let Some(bare) = host.strip_prefix(prefix).filter(|bare| bare.contains('.')) {
            host = bare.to_owned();
        }
    }
    let host = host.trim_end_matches(":443").trim_end_matches(":80");
    let mut path = path.trim_end_matches('/');
    for tail in ["index.html", "index.php", "index.htm", "amp"] {
        let shorter = path.strip_suffix(tail).filter(|rest| rest.is_empty() || rest.ends_with('/'));
        path = shorter.map_or(path, |rest| rest.trim_end_matches('/'));
    }
    let mut said: Vec<&str> =
        query.split('&').filter(|pair| !pair.is_empty() && !is_campaign(pair)).collect();
    said.sort_unstable();
    let query = if said.is_empty() { String::new() } else { format!("?{}", said.join("&")) };
    (host.contains('.')).then(|| format!("{host}/{path}{query}"))
}

/// The site of an article that names none: the host of its address, without "www.".
#[must_use]
pub fn host_of(url: &str) -> Option<&str> {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?', ':', '#']).next()?;
    Some(host.trim_start_matches("www.")).filter(|host| !host.is_empty())
}

fn strip_prefix<'a>(url: &'a str, prefix: &str) -> Option<&'a str> {
    let head = url.get(..prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then(|| &url[prefix.len()..])
}

/// Whether a part of a query tells only where the reader came from.
fn is_campaign(pair: &str) -> bool {
    const NAMES: [&str; 14] = [
        "fbclid",
        "gclid",
        "yclid",
        "dclid",
        "msclkid",
        "igshid",
        "mc_cid",
        "mc_eid",
        "ref",
        "cmpid",
        "ns_mchannel",
        "traffic_source",
        "amp",
        "outputtype",
    ];
    let name = pair.split('=').next().unwrap_or(pair).to_lowercase();
    name.starts_with("utm_") || name.starts_with("at_") || NAMES.contains(&name.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_spellings_of_an_address_are_one() {
        let plain = bare_address("https://news.example/2024/envoy?id=7");
        for other in [
            "http://www.news.example/2024/envoy/?id=7",
            "https://NEWS.example/2024/envoy?utm_source=x&id=7#top",
            " https://m.news.example/2024/envoy?id=7&fbclid=Ab ",
        ] {
            assert_eq!(bare_address(other), plain, "{other}");
        }
        assert_ne!(bare_address("https://news.example/2024/envoy?id=8"), plain);
        assert_ne!(bare_address("https://news.example/2024/Envoy?id=7"), plain, "paths tell capitals apart");
        assert_eq!(bare_address("mailto:desk@news.example"), None);
        assert_eq!(bare_address("https://m.example/"), Some("m.example/".to_owned()));
    }
}
