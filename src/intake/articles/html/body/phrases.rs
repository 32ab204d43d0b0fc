//! What stands among an article's paragraphs and is none of it, known by its words: credits, offers, pointers elsewhere.
//!
//! Only whole short blocks are judged, never a sentence inside of a paragraph.

use std::sync::LazyLock;

use regex::RegexSet;

/// Openings and whole lines in small letters (word boundaries are spelt out: `\\b` is slow on letters beyond ASCII), in the languages that Caseline reads and in those that news pages of Europe write, each with the
/// number of words beyond which a block is a paragraph whatever it starts with.
const PATTERNS: &[(usize, &str)] = &[
    // Credits of pictures.
    (
        25,
        r"^\(?(photo|photos|picture|pictures|image|images|foto|fotos|bild|bilder|symbolbild|archivbild|archivfoto|фото|иллюстрация|зображення|crédits?|credits?|copyright|file photo|video|graphic|grafik|immagine|imagen|zdjęcie|kuva|kép)( by| courtesy of| von| de| di)?\s*[:©/(]",
    ),
    // Captions that end with whose picture it is.
    (
        50,
        r"[(\[]\s*(ap photo|image|images|photo|photos|photograph|picture|pic|credit|photo credit|image credit|foto|fotos|fotografía|bild|bilder|symbolbild|archivfoto|archivbild|crédit|crédit photo|crédits|imagen|immagine|fot\.|zdjęcie|kuva|kép|fotó|фото|снимка|φωτο|fotoğraf|görsel)\s*[:/©][^()\[\]]{1,80}[)\]]\s*$",
    ),
    (
        45,
        r"(^|[.!?…”»)] )(photo|photos|photograph|picture|image|foto|fotos|bild|symbolbild|archivfoto|archivbild|fotografía|fot|zdjęcie|kuva|fotó|фото|снимка|φωτογραφία|fotoğraf)( credit)?\s*[:©]\s*\p{L}[^!?]{1,50}$",
    ),
    (
        40,
        r"(©|\(c\)) ?\p{L}[^!?]{2,50}$|\p{L} ?/ ?(getty images|getty|reuters|afp|ap|epa|efe|dpa|ansa|picture alliance|shutterstock|imago|alamy|belga|ritzau|ntb|lehtikuva|xinhua|тасс|риа новости)\)?\s*$",
    ),
    (
        14,
        r"^(photograph by|photo by|image credit|image source|getty images|via getty|illustration by|screenshot|bildquelle|quelle:|source:|источник:|джерело:|fuente:|fonte:)",
    ),
    // Advertisements and what they interrupt.
    (
        20,
        r"^(story continues below|article continues (below|after)|continue reading below|scroll down|advertisement|advertising|publicidad|publicité|pubblicità|publicidade|anzeige|werbung|annons|annonse|annonce|реклама|reklama|reklam|mainos|advertentie|iklan|sponsored|sponsorisé|gesponsert)(\W.{0,60})?$",
    ),
    // Other articles.
    (
        30,
        r"^(read (more|next|also|on|the full)|see also|also read|related( articles?| stories| content| topics?| reading)?\s*(:|$)|more (on|from|stories|about|news)|more ?:|watch( now| more)?:|listen( now| to)?:|don't miss|must read|recommended( (for you|by|stories|reading|articles))?\s*(:|$)|you (may|might) (also )?(like|be interested)|up next|next article|previous article|in other news|for more (on|stories|news))",
    ),
    (
        30,
        r"^(lesen sie (auch|hier|mehr)|mehr zum thema|mehr dazu|mehr lesen|weiterlesen|das könnte sie auch|auch interessant|siehe auch|lire aussi|à lire (aussi|également)|lire la suite|voir aussi|sur le même sujet|à voir aussi|notre dossier|pour aller plus loin)",
    ),
    (
        30,
        r"^(leggi anche|per approfondire|ti potrebbe interessare|lee también|más información|para saber más|te puede interesar|relacionad[oa]s|noticias? relacionadas?|leia (mais|também)|veja também|lees ook|bekijk ook|läs (också|även|mer)|les (også|mer)|læs (også|mere)|lue (myös|lisää)|czytaj (też|także|więcej)|zobacz (też|także)|čtěte (také|více)|mohlo by vás)",
    ),
    (
        30,
        r"^(читайте (также|ещё|еще)|читать (также|далее)|смотрите также|по теме|подробнее|также по теме|материалы по теме|читайте (також|ще)|читати (також|далі)|дивіться також|дивись також|за темою|більше за темою|також за темою)",
    ),
    // Offers.
    (
        45,
        r"(^(sign up|subscribe|register (now|here|for free)|download (our|the) \w+ app|become a (member|supporter|subscriber)|support (our|independent) journalism|make a donation|get (the|our) .{0,40}(newsletter|inbox|app)\W)|our (free )?(\w+ )?newsletters?\W|(to|in) your inbox|breaking news emails|unsubscribe (at|from|any)|privacy (policy|notice) (and|for)|read our privacy|terms of (use|service) (and|apply)|already a subscriber|newsletter (abonnieren|anmelden))",
    ),
    (
        30,
        r"(suscríbete|suscríbase|boletín|abonnez-vous|inscrivez-vous|s'abonner|newsletter de|iscriviti alla|abbonati|assine (já|agora|a)|jetzt (abonnieren|anmelden|testen)|zum newsletter|prenumerera|abonner på|meld je aan|zapisz się|подпи(сывайтесь|шитесь)|підпи(суйтесь|шіться)|підтримайте нас|поддержите нас)",
    ),
    (
        24,
        r"^(follow (us|our|me|him|her|them|\w+(\.\w+)? on)|join (us|our|the conversation)|like us on|find us on|folgen sie uns|suivez-nous|síguenos|seguici|segui(ci)? su|siga-nos|seguir en|volg ons|śledź nas|следите за|слідкуйте за|наш(и|і|е)? телеграм|мы в телеграм|ми в телеграм|share (this|on|via)|copy link|click to share)(\W|$)",
    ),
    (
        60,
        r"^(got a (story|news tip|tip) for|got a story\?|do you have a story|have you got a story|for more stories like this|follow .{2,60} on (twitter|facebook|instagram|x|whatsapp|telegram|bluesky)\W|you can (also )?(follow|join|find) (us|our)|(folgen|abonnieren) sie (uns|unseren?) |suivez .{2,60} sur (twitter|facebook|instagram|whatsapp|telegram)|síguenos en|seguici su|segui .{2,40} su (facebook|twitter|instagram|telegram|google)|подписывайтесь на |підписуйтесь на |підписуйтеся на |obserwuj nas|sledujte nás|följ oss på|følg oss på|følg os på|seuraa meitä)",
    ),
    (
        36,
        r"^(got a (story|tip|news tip)|get in touch|do you have (a story|information)|have (a|you got a) (tip|story)|contact (us|the author|our)|email us|send us|write to us|haben sie (hinweise|informationen)|if you (like|enjoyed) this|was this (article|page) helpful|if you have a news tip|have a news tip|report (an error|a typo)|сообщить об ошибке|нашли ошибку|знайшли помилку|выделите|якщо ви помітили)",
    ),
    // Dates, reading time, place in the site.
    (
        14,
        r"^(published|updated|last updated|last modified|first published|posted|posted on|created|modified|veröffentlicht|aktualisiert|stand:|erstellt|publié|mis à jour|modifié|actualizado|publicado|pubblicato|aggiornato|publicerad|uppdaterad|publisert|oppdatert|opdateret|julkaistu|päivitetty|opublikowano|aktualizacja|publikováno|aktualizováno|опубликовано|обновлено|опубліковано|оновлено|gepubliceerd|bijgewerkt)\W.{0,80}\d",
    ),
    (
        10,
        r"^\W*(\d+|one|two|three|four|five) ?(-| )?(min|mins|minute|minutes|minuten|minuti|minutos|минут[ыа]?|хвилин[иа]?)\.?( read| reading time| lesezeit| de lecture| de lectura| di lettura|$)",
    ),
    (
        10,
        r"^(lesedauer|lesezeit|temps de lecture|tiempo de lectura|tempo di lettura|reading time|estimated reading|время чтения|час читання|czas czytania)",
    ),
    (8, r"^\W*\d{1,2}[.:/ -]+\d{1,2}[.:/ -]+\d{2,4}\W*(\d{1,2}[:.]\d{2})?\W*(uhr|h|hrs|gmt|utc|cet)?\W*$"),
    (4, r"^\W*\d{4}-\d{2}-\d{2}(t[\d:.]+z?)?\W*$"),
    (
        8,
        r"^(tags?|topics?|themen|schlagworte|stichworte|keywords|thèmes|mots-clés|etiquetas|temas|tag:|теги|темы|метки|теми|tagi|filed under|categories|category|kategorie|catégorie|in this (article|story)|on this page|table of contents|share|print|email|save|facebook|twitter|whatsapp|telegram|teilen|partager|compartir|condividi|поделиться|поділитися|udostępnij|dela|del på|publicidad|comments?|\d+ comments?|kommentare?|commentaires?|comentarios?|commenti|комментарии|коментарі|drucken|speichern|merken|hide|close|loading.{0,10}|menu|search|back to top|skip to .{0,20}|view (all|gallery|more)|show (more|less)|image \d+ of.{0,12}|\d+ / \d+|popular|trending|latest|current issue|highlights)\s*:?\s*$",
    ),
    // Notices of the page itself.
    (
        45,
        r"(enable javascript|javascript (is disabled|aktivieren)|activate javascript|this site is protected by recaptcha|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|tutti i diritti riservati|все права защищены|усі права захищені|we use cookies|use of cookies|cookies (to|von|zu)|accept (all )?cookies|your browser (does not|doesn't)|an error (has )?occurred|subject to copyright|no part (of this .{0,20})?may be reproduced|may not be (published, broadcast|reproduced|republished)|breaking news? story.{0,40}(more|updates) to follow|this story is (being updated|developing)|comentários .{0,80}(moderador|moderação)|external content|externer inhalt|an dieser stelle finden sie|empfohlener (redaktioneller|externer) inhalt|contenu bloqué|mit aktivierung)",
    ),
    (20, r"^(©|\(c\)|copyright\W)"),
    (
        40,
        r"^(this (article|story|piece) (was|is|has been) (originally|first|updated|corrected|amended|part of|adapted|republished|reprinted|translated|published|produced|behind)|the post .{5,120} appeared first on|originally published|affiliate links?|we may earn|when you (buy|purchase) through|some of the (links|offers))",
    ),
];

static FINDER: LazyLock<Option<RegexSet>> = LazyLock::new(|| {
    let patterns = PATTERNS.iter().map(|(_, pattern)| pattern);
    RegexSet::new(patterns).ok()
});

/// Whether a block of these words is a line about the page, not of the article.
pub(super) fn is_about_the_page(text: &str, words: usize) -> bool {
    let longest = PATTERNS.iter().map(|(longest, _)| *longest).max().unwrap_or_default();
    if words > longest {
        return false;
    }
    let plain = text.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '©' && c != '(');
    let Some(finder) = &*FINDER else { return false };
    let small = plain.to_lowercase();
    finder
        .matches(&small)
        .into_iter()
        .any(|at| PATTERNS.get(at).is_some_and(|(longest, _)| words <= *longest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_patterns_compile() {
        assert!(FINDER.is_some());
    }

    #[test]
    fn lines_about_the_page_are_known_and_sentences_of_articles_are_not() {
        for line in [
            "Foto: Agency / Somebody",
            "Story continues below advertisement",
            "Читайте также: Что известно о высылке",
            "Читайте також",
            "Lire aussi : L’ambassadeur convoqué",
            "Lesen Sie auch: Botschafter einbestellt",
            "Lesedauer: 4 Minuten",
            "Updated 5 April 2022, 14:30",
            "Sign up for our free newsletter",
            "2025-03-29T11:36:01Z",
            "Tags:",
            "Guards at the gate of the embassy on Tuesday (Image: AGENCY )",
            "Die Botschaft am Dienstag. Foto: Agentur/A. Muster",
            "L'ambassadeur à son arrivée, mardi. © Prénom Nom / AGENCE",
            "The envoy leaves the ministry, A. Nother/Getty Images",
            "Got a story? Get in touch with our news desk by writing to the address below, or send us your pictures and \
             your videos of what you saw, and we will call you back within the day.",
        ] {
            assert!(is_about_the_page(line, line.split(' ').count()), "{line}");
        }
        for line in [
            "The photo shows the ambassador leaving the ministry.",
            "Reading the statement aloud, the minister paused twice.",
            "Er teilte mit, der Vorgang werde geprüft.",
            "Читать заявление посол отказался.",
            "Our ruling",
            "Share prices fell by a tenth.",
            "Thousands sign up for the army every month, the ministry said.",
            "Recommended by the committee, the plan was dropped.",
            "This post was deleted within minutes.",
            "Facebook said it had removed the page.",
            "Twelve people have to leave by Friday, a spokesman said. (AFP)",
            "He held up a photo: it showed the guard. Nobody in the room knew the man, the ministry said later.",
        ] {
            assert!(!is_about_the_page(line, line.split(' ').count()), "{line}");
        }
    }
}
