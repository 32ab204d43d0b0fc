### English. Keys are sorted in sections; a key that is missing here shows as itself.
### Whole sentences stand in one key, so that another language can put their parts in its own order.

## Dates

date-about = about { $date }
date-between = between { $first } and { $last }
date-by = by { $last }
date-century = the century from { $year }
date-day = { $day } { $month } { $year }
# Where the month comes first, as in the United States; other languages say the same in both.
date-day-month-first = { $month } { $day }, { $year }
date-decade = the { $year }s
date-from-to = { $first } to { $last }
date-from-unknown = from { $first }, end not known
date-month = { $month } { $year }
date-month-day = { $day } { $month }
date-month-day-month-first = { $month } { $day }
date-perhaps = perhaps { $date }
date-quarter = { $quarter ->
    [1] first quarter of { $year }
    [2] second quarter of { $year }
    [3] third quarter of { $year }
   *[other] fourth quarter of { $year }
}
date-since = since { $first }
date-time = { $date }, { $time }
season-autumn = autumn { $year }
season-spring = spring { $year }
season-summer = summer { $year }
season-winter = winter { $year }
undated = undated

## Bodies that may stand in a lane, by their codes

body-ASEAN = ASEAN
body-BRICS = BRICS
body-COE = Council of Europe
body-CSTO = CSTO
body-ECHR = European Court of Human Rights
body-EU = European Union
body-EUROPOL = Europol
body-IAEA = IAEA
body-ICC = International Criminal Court
body-ICJ = International Court of Justice
body-IMF = International Monetary Fund
body-INTERPOL = Interpol
body-NATO = NATO
body-OPCW = OPCW
body-OPEC = OPEC
body-OSCE = OSCE
body-SCO = SCO
body-UN = United Nations
body-WHO = World Health Organization
body-WTO = World Trade Organization

## Shorter names, where room is scarce

short-AE = UAE
short-AG = Antigua
short-ASEAN = ASEAN
short-BA = Bosnia
short-BRICS = BRICS
short-CF = C. African Rep.
short-COE = CoE
short-CS = Serbia-Mont.
short-CSTO = CSTO
short-DD = East Germany
short-DO = Dominican Rep.
short-ECHR = ECHR
short-EU = EU
short-EUROPOL = Europol
short-GB = UK
short-GQ = Eq. Guinea
short-GS = S. Georgia
short-IAEA = IAEA
short-ICC = ICC
short-ICJ = ICJ
short-IMF = IMF
short-INTERPOL = Interpol
short-KN = St. Kitts
short-MK = N. Macedonia
short-NATO = NATO
short-OPCW = OPCW
short-OPEC = OPEC
short-OSCE = OSCE
short-PG = Papua N. Guinea
short-SA = Saudi Arabia
short-SCO = SCO
short-ST = São Tomé
short-TT = Trinidad
short-UN = UN
short-US = USA
short-VC = St. Vincent
short-WHO = WHO
short-WTO = WTO

## Months and days of the week, 1 for January and for Monday

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
month-letter-1 = J
month-letter-2 = F
month-letter-3 = M
month-letter-4 = A
month-letter-5 = M
month-letter-6 = J
month-letter-7 = J
month-letter-8 = A
month-letter-9 = S
month-letter-10 = O
month-letter-11 = N
month-letter-12 = D
# After a day: "5 April"; many languages inflect it.
month-of-1 = January
month-of-2 = February
month-of-3 = March
month-of-4 = April
month-of-5 = May
month-of-6 = June
month-of-7 = July
month-of-8 = August
month-of-9 = September
month-of-10 = October
month-of-11 = November
month-of-12 = December
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
weekday-short-1 = Mon
weekday-short-2 = Tue
weekday-short-3 = Wed
weekday-short-4 = Thu
weekday-short-5 = Fri
weekday-short-6 = Sat
weekday-short-7 = Sun

## Events: kinds as nouns in lists, families as in the legend

family-diplomatic = diplomatic acts
family-force = force
family-law = police and courts
family-office = offices
family-words = words
kind-accusation = accusation
kind-agreement = agreement
kind-appointment = appointment
kind-arrest = arrest
kind-assassination = assassination
kind-attack = attack
kind-charge = charge
kind-closure = closure
kind-conviction = conviction
kind-cyberattack = cyberattack
kind-denial = denial
kind-departure = departure
kind-deployment = deployment
kind-election = election
kind-exchange = prisoner exchange
kind-exercise = military exercise
kind-expulsion = expulsion
kind-incident = incident
kind-invasion = invasion
kind-investigation = investigation
kind-measure = measure
kind-meeting = meeting
kind-nomination = nomination
kind-other = other
kind-protest = protest
kind-recall = recall
kind-rejection = rejection
kind-resignation = resignation
kind-restriction = restriction
kind-sabotage = sabotage
kind-sanction = sanction
kind-seizure = seizure
kind-statement = statement
kind-vote = vote
kind-withdrawal = withdrawal
link-answers = answers
link-carries-out = carries out
link-contradicts = contradicts
link-ends = ends
link-outcome = decides on
link-part-of = part of
link-retaliation = retaliates for
role-actor = actor
role-place = place
role-subject = subject
role-target = target
sources = { $n ->
    [0] no source
    [one] { $n } source
   *[other] { $n } sources
}
sources-in = { $n ->
    [one] { $n } source in { $articles } articles
   *[other] { $n } sources in { $articles } articles
}
status-alleged = alleged
status-confirmed = confirmed
status-disputed = disputed
status-reported = reported
status-retracted = retracted

## Lanes

lane-none = No lane

## The picture: strip, rows, labels

axis-days = days
axis-since = days since { $date }
block-sum = { $n } × = { $sum }
block-spoken = { $n ->
    [one] one event
   *[other] { $n } events together
}, { $row }
block-spoken-people = { $n ->
    [one] one event
   *[other] { $n } events together
}, { $people ->
    [one] one person
   *[other] { $people } people
}, { $row }
by-countries = { $countries ->
    [one] one country
   *[other] { $countries } countries
}
by-countries-and-bodies = { $countries ->
    [0] { $bodies }
    [one] one country and the { $bodies }
   *[other] { $countries } countries and the { $bodies }
}
lane-of-group = { $name }, in { $group }
lane-spoken = { $name }
lane-spoken-heads = { $name }, { $above } people
lane-spoken-sums = { $name }, { $above } people sent home by it, { $below } by { $hub }
pair-days = { $n } d
peak-by = { $peak }, by { $by }
peak-day = { $n } people on { $date }
peak-month = { $n } people in { $date }
peak-week = { $n } people in the week of { $date }
picture-described = Timeline of { $events } events in { $rows } rows
picture-empty = No event to show
picture-empty-range = { $range }: no event to show
pin = { $date }: { $label }
row-hub-alone = { $hub } alone
row-others = { $n ->
    [one] 1 other
   *[other] { $n } others
}
shared-by = { $n } shared by { $lanes }
sum-of = { $what }: { $sum }
sum-unsure = { $n } of them on a day that is not exactly known
strip-all = All lanes
strip-down = sent home by { $hub }
strip-people = people { $step ->
    [day] a day
   *[week] a week
    [month] a month
    [year] a year
    [years] in { $years } years
}
strip-up = sent home by them, { $step ->
    [day] a day
   *[week] a week
    [month] a month
    [year] a year
    [years] in { $years } years
}
strip-with-hub = All with { $hub }
thread-stop = { $entity } { $label }
thread-stop-undated = { $entity }: { $label }

## Posts

post-appointed = appointed { $date }
post-held = held
post-no-decision = no decision in this case
post-nominated = nominated
post-nominated-by = nominated by { $hub }
post-nominee = { $name }, { $date }
post-not-chosen = not chosen: { $name } appointed { $date }
post-open = open
post-open-days = open, { $n } days
post-rejected = rejected { $date }
post-since-unknown = since when: no source
post-withdrawn = withdrawn { $date }

## Legend, footnote, sources

described-most = Most people sent home by one: { $list }.
described-most-by-hub = Most sent home by { $hub }: { $list }.
described-range = From { $from } to { $to }.
described-rows = Rows from the top: { $names }{ $n ->
    [0] .
   *[other] { " " }and { $n } more.
}
described-thread = A line follows { $name } through { $n } events, from “{ $first }” to “{ $last }”.
claims-claim = Claim
claims-date = Date
claims-denial = Denied or contradicted by
claims-differs = Sources differ in
claims-lawyer = Lawyer
claims-number = No.
claims-sources = Sources
claims-status = Status
claims-who = Who
foot-elsewhere = { $n ->
    [one] One event lies outside of this picture.
   *[other] { $n } events lie outside of this picture.
}
foot-filtered = { $n ->
    [one] One event is left out by a filter.
   *[other] { $n } events are left out by a filter.
}
foot-folded = { $n ->
    [one] 1 other: { $names }.
   *[other] { $n } others: { $names }.
}
foot-group = { $name }: { $lanes }.
foot-not-known = { $n ->
    [one] One event was told by no dated source by { $date }.
   *[other] { $n } events were told by no dated source by { $date }.
}
foot-off = { $n ->
    [one] One event of other kinds is not shown.
   *[other] { $n } { $kind } and other events not shown.
}
foot-signs = { $n ->
    [one] One sign of the legend is not shown.
   *[other] { $n } signs of the legend are not shown.
}
foot-undated = { $n ->
    [one] One event is undated.
   *[other] { $n } events are undated.
}
legend-about = about that day
legend-author-alleged = its author alleged
legend-below = below the line: by { $hub }
legend-by-hub = sent home by { $hub }
legend-denial = denial
legend-closure = mission closed
legend-differs = sources differ
legend-force = sabotage or other force
legend-law = arrest, charge or sentence
legend-office = nomination or appointment
legend-people = people
legend-people-by-them = people sent home by them
legend-recalled = recalled or left
legend-restriction = restriction or sanction
legend-thread = path of { $entity }
legend-within = day unknown, within the bar
legend-words = statement or other words
legend-heights = events in { $time }, on a square-root scale
legend-pale = lasting, or day unknown (at most { $n } at once)
length-weeks = { $n ->
    [one] a week
   *[other] { $n } weeks
}
length-days = { $n ->
    [one] a day
   *[other] { $n } days
}
length-hours = { $n ->
    [one] an hour
   *[other] { $n } hours
}
length-minutes = { $n ->
    [one] a minute
   *[other] { $n } minutes
}
length-seconds = { $n ->
    [one] a second
   *[other] { $n } seconds
}
page-close = Close
page-events = Events
page-of = page { $n } of { $of }: { $range }
page-together = Drawn together, not one by one
page-picture = Timeline; arrow keys go from mark to mark, Enter shows one, + and - zoom, Shift with arrows moves
page-tools = View of the timeline
page-whole = Whole
page-zoom-in = Zoom in
page-zoom-out = Zoom out
pdf-events = Events
pdf-picture = Timeline
sources-and-others = Sources: { $names } and { $n ->
    [one] one other
   *[other] { $n } others
}
sources-as-of = { $sources }. As of { $date }.
sources-named = Sources: { $names }

## Kinds of which there are several

kinds-invasion = acts of war
kinds-attack = attacks
kinds-expulsion = expulsions
kinds-recall = recalls
kinds-departure = departures
kinds-closure = closures
kinds-restriction = restrictions
kinds-sabotage = acts of sabotage
kinds-cyberattack = cyber-attacks
kinds-arrest = arrests
kinds-charge = charges
kinds-conviction = convictions
kinds-exchange = exchanges
kinds-sanction = sanctions
kinds-seizure = seizures
kinds-nomination = nominations
kinds-appointment = appointments
kinds-resignation = resignations
kinds-accusation = accusations
kinds-statement = statements
kinds-denial = denials
kinds-meeting = meetings
kinds-vote = votes
kinds-agreement = agreements
kinds-assassination = assassinations
kinds-exercise = exercises
kinds-deployment = deployments
kinds-election = elections
kinds-protest = protests
kinds-investigation = investigations
kinds-incident = incidents
kinds-rejection = rejections
kinds-withdrawal = withdrawals
kinds-measure = measures
kinds-other = events of other kinds

## The window

and-more = and { $n } more
article-address-hint = https://…
article-byline-hint = who wrote it
article-edit = edit heading
article-edit-of = Edit the heading of { $title }
article-heading = Heading of the article
article-language-hint = en, ru, zh-Hant
article-needs-name = A title, a site or an address is needed, or nobody can tell which article it is
article-origin-hint = the agency behind it, if there is one
article-original = Show original
article-original-tip = Opens the file as it came in another program, which may connect to the internet
article-private = left out of public copies
article-published-hint = 2022-04-05, 2022-04, 2022
article-remove = Remove the article…
article-remove-all = { $n ->
    [one] Take its quote away too
   *[other] Take its { $n } quotes away too
}
article-remove-all-what = { $n ->
    [0] The article goes, with its text. Undo brings it back.
   *[other] The article goes, and the events lose what it says of them. Undo brings it back.
}
article-remove-asked = { $n ->
    [0] No event quotes this article. Remove it?
    [one] One quote stands on this article. What is to become of it?
   *[other] { $n } quotes stand on this article. What is to become of them?
}
article-remove-it = Remove it
article-remove-keep = Keep it as a citation
article-remove-keep-what = Its text goes; its heading stays, and its quotes keep their words.
article-remove-not = Leave it as it is
article-text = Text of { $title }
article-site-hint = newspaper, agency or site
article-no-text = This source is a citation: its text is not in this case.
by-agency = source: { $agency }
date-found = { $date } ({ $how })
found-json-ld = as the page’s data says
found-meta = as the page’s head says
found-time = from a date beside the text
found-url = from the address
found-dateline = from the line above the text
found-file = from the file’s own data
found-hand = written by hand
block-hint = Click to open it
button-close = Close
button-dark = Dark
button-dismiss = Dismiss
button-fit = Fit
button-light = Light
chooser-nothing = Nothing of that name
copy-address = copy address
count-about = about { $n }
count-between = { $min } to { $max }
count-exact = { $n }
count-least = at least { $n }
date-of-role = { $role } { $date }
date-role-deadline = deadline
date-role-declared = declared
date-role-effective = effective
date-role-left = left
date-role-reported = reported
differs = Differs: { $source } says { $claim }
do-close = Close the article
do-earlier = Earlier event
do-fit = Show everything
do-lane-above = Lane above
do-lane-below = Lane below
do-later = Later event
do-one-segment = One segment
do-other-theme = Light or dark
do-palette = Find a command…
do-read = Read the source
do-shortcuts = Keyboard shortcuts
do-view-after = Next view
do-view-before = View before
do-zoom-in = Zoom in
do-zoom-out = Zoom out
empty-case = This case has no events yet
list-and = { $first } and { $last }
menu-bar = Menus
menu-event = Event
menu-help = Help
menu-view = View
not-in-view = Not shown in this view
case-damaged = { $file } is damaged: { $why }. Save a copy of what can still be read, and compare it with an older one
compacted = Compacted: { $before } kB became { $after } kB{ $steps ->
    [0] { "" }
    [one] ; 1 undone step can't be made again
   *[other] ; { $steps } undone steps can't be made again
}
not-saved = not saved
only-first = Only { $file } was opened; take others into a case with: caseline import FILE --into CASE
palette-hint = Find a command
part-actor = { $n ->
    [one] { $lanes } acts
   *[other] { $lanes } act
}
part-place = in { $lanes }
part-subject = concerning { $lanes }
part-target = towards { $lanes }
part-unsure = { $name } ({ $status })
part-unsure-by = { $name } ({ $status } by { $by })
quoted = “{ $words }”
shortcuts-pointer = With the pointer: the wheel zooms where it stands, dragging or Shift and the wheel pan, a double click on a mark zooms to it.
shortcuts-single = Single keys act while no text is being written.
shortcuts-title = Keys, and what they do
source-here = the text above
source-no-text = no text in this case
status-events = { $n ->
    [one] 1 event
   *[other] { $n } events
}
status-not-known = { $n } not known by then
status-kind = { $kind }: { $n }
status-off-filter = { $n } off by filter
status-off-kind = { $n } off by kind
status-off-status = { $n } off by status
status-other-lanes = { $n } in lanes not shown
status-outside = { $n } outside of this time
status-shown = { $n } shown
status-undated = { $n } undated
status-waiting = { $n } to review
this-event = This event
unit-incidents = { $n ->
    [one] 1 incident
   *[other] { $n } incidents
}
unit-limit = a limit of { $n }
unit-missions = { $n ->
    [one] 1 mission
   *[other] { $n } missions
}
unit-people = { $n ->
    [one] 1 person
   *[other] { $n } people
}
unit-things = { $n }
unit-total = { $n } in total
view-now = View: { $name }
window-title = { $title } — Caseline
window-title-unsaved = { $title } (not saved) — Caseline

# Review: what articles seem to say.
review = Review
review-waiting = { $n ->
    [one] { $n } waits
   *[other] { $n } wait
}
review-support = { $events ->
    [one] { $events } event
   *[other] { $events } events
}: { $quoted } quoted, { $cited } cited, { $bare } bare
review-sorting = Sorting what the articles say…
review-nothing = Nothing waits
review-nothing-what = Drop articles onto the window: what they seem to say is listed here, each with its words.
pile-supports = Supports an event of the case · { $n }
pile-differs = Differs from an event of the case · { $n }
pile-new = New · { $n }
pile-background = Background, outside of the case’s time · { $n }
review-in-case = In the case
review-differs-in = Differs in { $what }
review-accept = Accept
review-add-quote = Add as quote
review-accept-all = Accept all
review-again = Told again: “{ $words }”
review-names = Not in the case yet: { $names }
review-readings = Can also mean: { $lanes }
review-as-new = Not the same
review-edit = Edit…
review-reject = Reject
review-read = Read
review-take-back = Take back
review-next = Next candidate
review-before = Candidate before
menu-review = Review
do-review = Open or close the review
do-review-all = Accept all that support
differs-when = the date
differs-count = the number
differs-lanes = who it was
differs-kind = the kind
differs-status = the status

## Forms

carry-not = This date can't be moved by hand: write it in the form
article-facts-citation = citation, { $n ->
    [0] not quoted
    [one] 1 quote
   *[other] { $n } quotes
}
article-facts-text = text, { $n ->
    [0] not quoted
    [one] 1 quote
   *[other] { $n } quotes
}
articles-all = Articles
articles-found = { $n } of { $all }
articles-none = No article in this case yet. Drop web pages, PDFs, documents or mails on the window, or paste what you copied
do-articles = List of articles
do-delete-event = Delete the chosen events
do-edit-heading = Edit the article's heading…
do-edit-event = Edit the chosen events
do-entities = People and organisations
do-kinds = Own kinds of events
do-lanes = Lanes and posts
do-new-event = New event
do-quote-after = Next quote
do-quote-before = Quote before
do-quote-words = Quote the selected words for an event
do-remove-article = Remove the article…
do-select-words = Select words in the article
do-table = Timeline or table
entities-alias-line = One a line
entities-all = All of the case
entities-merge-hint = the other, which becomes { $name }
entities-new = New person or organisation
entities-private = left out of pictures and public copies
entity-organisation = organisation
entity-person = person
entity-role-actor = actor
entity-role-holder = holder
entity-role-speaker = speaker
entity-role-subject = subject
entity-role-target = target
entity-unit = unit
field-address = Address
field-aliases = Aliases
field-byline = Byline
field-count = Count
field-dates = Other dates
field-entities = Who
field-family = Family
field-group = Group
field-kind = Kind
field-label = Label
field-language = Language
field-lanes = Lanes
field-merge = Same as
field-name = Name
field-note = Note
field-of = Of
field-origin = Origin
field-private = Private
field-published = Published
field-site = Site
field-status = Status
field-tags = Tags
field-title = Title
field-type = Type
field-when = When
form-about = about
form-as-sure = as the event
form-by = says:
form-by-of = Who says so of { $name }
form-cancel = Cancel
form-close = Close the form
form-continue = continue
form-count-backwards = The largest number is smaller than the smallest
form-count-most = { $what }, at most
form-count-to = to
form-date-add = add a date
form-date-of = Date: { $role }
form-date-remove = Remove this date
form-date-role = What the date is
form-delete = delete event
form-discard = Discard changes
form-entities-none = Nobody yet
form-entity-add = Let take part
form-entity-awaited = “{ $text }” is being made
form-entity-hint = name of a person or organisation
form-entity-remove = Take out { $name }
form-event = Event
form-forget = discard
form-kind-missing = What kind of event is it?
form-kinds = Own kinds
form-label-long = The label has more than 28 characters
form-label-used = { $n } of { $most } characters
form-lane-hint = country, body, post or name
form-lane-remove = Take out { $name }
form-reading = Add { $name }, which the words can mean
form-lanes = Lanes and posts
form-link-editor = by the editor
form-link-hint = words of the other event
form-link-quotes = { $n ->
    [one] with a quote
   *[other] with { $n } quotes
}
form-link-remove = Remove the link: { $verb } { $title }
form-link-this = This event
form-link-to = Other event
form-link-type = How it is linked
form-links = Linked with
form-new = New event
form-no-entity = Nobody was picked for “{ $text }”
form-no-kind = “{ $text }” is no kind: pick one
form-no-lane = “{ $text }” is no lane yet: pick one or empty the field
form-no-number = “{ $text }” is no number
form-no-title = A title is missing
form-or-more = or more
form-private = left out of pictures, tables and public copies
form-private-all = Mark private
form-private-none = Not private
form-quote-read = read it there
form-quote-remove = Remove the quote from { $title }
form-quotes = { $n ->
    [0] No quote
    [one] 1 quote
   *[other] { $n } quotes
}
form-quotes-none = Select words in an article to quote them here
form-remove = remove
form-role = What they are in it
form-role-of = What { $name } is in it
form-save = Save
form-save-tip = Save (Ctrl+Enter)
form-saving = saving…
form-says = What it says otherwise
form-says-same = as the event
form-says-what = Only where this source differs from the event
form-several = Several events
form-several-chosen = { $n ->
    [one] 1 event is chosen
   *[other] { $n } events are chosen
}
form-several-delete = { $n ->
    [one] delete this event
   *[other] delete these { $n } events
}
form-several-keep = leave as it is
form-several-none = Choose events with Ctrl+click
form-several-unsaved = “{ $typed }” for several events
form-sure-of = How sure the part of { $name } is
form-tag = Tag
form-tag-add = Add to all
form-tag-hint = Enter ends a tag
form-tag-remove = Remove the tag { $tag }
form-tag-take = Take from all
form-unfinished = Not saved: { $title }
form-unit = What is counted
form-untitled = a new event
form-when-hint = 5 April 2022, 2022-04~, 2022-03-29/2022-04-07
form-within = happened once, somewhere in between
kinds-need-name = It needs a name with Latin letters or digits
kinds-new = New kind
kinds-none = None yet
kinds-own = Kinds of this case
kinds-taken = There is such a kind already
lane-type-body = body
lane-type-country = country
lane-type-own = other lane
lane-type-post = post
region-australia-new-zealand = Australia and New Zealand
region-caribbean = Caribbean
region-central-america = Central America
region-central-asia = Central Asia
region-eastern-africa = Eastern Africa
region-eastern-asia = Eastern Asia
region-eastern-europe = Eastern Europe
region-melanesia = Melanesia
region-micronesia = Micronesia
region-middle-africa = Middle Africa
region-northern-africa = Northern Africa
region-northern-america = Northern America
region-northern-europe = Northern Europe
region-polynesia = Polynesia
region-south-america = South America
region-south-eastern-asia = South-eastern Asia
region-southern-africa = Southern Africa
region-southern-asia = Southern Asia
region-southern-europe = Southern Europe
region-western-africa = Western Africa
region-western-asia = Western Asia
region-western-europe = Western Europe
group-members = Members of { $body }
lanes-closeness = Lanes that share events stand together: connectors are { $n } % shorter than in order of name
lanes-all = Lanes of this case
lanes-group-hint = such as: Baltic states
lanes-need-name = It needs a name
lanes-new = New lane
lanes-new-post = New post
lanes-remove = Remove what the case says of { $code }
link-back-answers = answered by
link-back-carries-out = carried out by
link-back-contradicts = contradicted by
link-back-ends = ended by
link-back-outcome = decided by
link-back-part-of = has as a part
link-back-retaliation = answered in kind by
list-narrow = Narrow the list
pick-new-entity = New: { $name }
pick-new-lane = New lane: { $name }
pick-new-post = New post: { $name }
private = private
quote-add-draft = Add to the event being written
quote-add-to = Add as quote to…
quote-copy = Copy
quote-new-event = New event from this
quote-which = Event to quote it for
says-count = Count that it says
says-kind = Kind that it says
says-lanes = Lanes that it says
says-status = Status that it says
says-when = Date that it says
facts-edit = edit
sides-by = Side by side
unit-name-incidents = incidents
unit-name-limit = limit
unit-name-missions = missions
unit-name-people = people
unit-name-things = things
unit-name-total = total
sides-as-event = as the event

## The table

table-count = { $n } of { $all ->
    [one] 1 event
   *[other] { $all } events
} · double-click or F2 writes in a cell
table-quotes = Quotes
table-sort = Sort by { $column }

## Files: the start screen, the panel, what is asked, notices

browse-nothing = Nothing came back. If no dialog was shown, this system has none: type the path instead
button-cancel = Cancel
button-choose = Choose
button-details = Details
button-export = Export
button-paste = Paste
button-new-reading = Take as a new reading
button-open = Open
button-other-name = Choose another name
button-replace = Replace it
button-save = Save
button-stop = Stop
do-close-case = Close the case
do-compact = Compact the case's file
do-dismiss = Dismiss the newest notice
do-export = Export…
do-new = New case
do-open = Open…
do-open-recent = Open a recent case…
do-open-sample = Open the sample
do-quit = Quit
do-save = Save
do-save-as = Save as…
do-save-copy = Save a copy…
do-stop = Stop what takes long
drop-nothing = What was over the window brought no file; copy it where it is, and paste it here
paste-nothing = The clipboard holds no text, page or file that could be pasted
drop-open = Drop to open { $file }
drop-take-in = { $n ->
    [one] Drop to take this file into the case
   *[other] Drop to take these { $n } files into the case
}
empty-case-articles = Its articles wait: go through what they seem to say, or select words and make an event of them
empty-case-review = Review what they say
empty-case-what = Drop articles or a table of events here, or make the first event by hand
file-untitled = Untitled
format-caseline-json = Case JSON
format-csv = Table (CSV)
format-docx = Text (DOCX)
format-html = Page (HTML)
format-md = Chronology (Markdown)
format-pdf = PDF
format-png = Picture (PNG)
format-svg = Drawing (SVG)
haul-events = { $n ->
    [one] 1 event added
   *[other] { $n } events added
}
haul-known = { $n ->
    [one] 1 was there already
   *[other] { $n } were there already
}
haul-new = { $n ->
    [one] 1 article taken in
   *[other] { $n } articles taken in
}
haul-nothing = Nothing new
haul-otherwise = { $n ->
    [one] 1 of them is in the case with other words
   *[other] { $n } of them are in the case with other words
}
haul-unread = { $n } could not be taken in
haul-updated = { $n } read anew
haul-waiting = { $n ->
    [one] 1 candidate waits
   *[other] { $n } candidates wait
}
labour-compact = Making the file smaller
labour-export = Making { $file }
labour-take-in = Reading files: { $done } of { $of }
left-case = “{ $title }”, { $n ->
    [one] 1 event
   *[other] { $n } events
}
left-forget = { $n ->
    [one] Forget it
   *[other] Forget all { $n }
}
left-keep = Keep
left-question = { $n ->
    [one] Forget the case that was never saved?
   *[other] Forget { $n } cases that were never saved?
}
left-what = No file holds them, and this cannot be undone.
menu-file = File
notices-all = Dismiss all, with { $n } more
panel-browse = Browse…
panel-browse-tip = Choose in the system's own dialog
panel-browsing = Choose in the dialog of the system
panel-chronology = Chronology of what is shown
panel-claims = Sheet of claims of what is shown
panel-export = Export what is shown
panel-hint = Type to narrow, Tab completes, arrows choose
panel-home = Home
panel-listing = Reading the folder
panel-no-format = End the name in { $endings }
panel-no-name = Type a name, or choose one below
panel-nothing = Nothing here to choose
panel-open = Open
panel-path = Path
panel-public = Leave out what is private
panel-replace = { $file } exists already
panel-save-as = Save as
panel-save-copy = Save a copy
panel-up = Folder above
recent-hint = Open a recent case
saved-already = Every change is in { $file } already
saved-in = saved in { $file }
size-kb = { $n } kB
size-mb = { $n } MB
start-begin = Begin
start-drop = Or drop a case, a table of events or articles on this window
start-forget-all = Forget all
start-missing = not there now
start-new = New case
start-none = None yet. What you open is listed here, on this computer only
start-open = Open…
start-recent = Recent cases
start-remove = Remove
start-remove-tip = Take it off this list
start-reopen = Reopen
start-sample = Open the sample
start-unsaved = “{ $title }” was not saved when Caseline ended ({ $n ->
    [one] one event
   *[other] { $n } events
}){ $others ->
    [0] { "" }
    [one] , and another case
   *[other] , and { $others } other cases
}
start-what = What happened, in country lanes, each event tied to the words that prove it
unfinished-back = Go back to it
unfinished-let-go = Leave it, it is lost
unfinished-question = Something is not saved yet
unfinished-what = Saved with Ctrl+Enter in its form, it becomes part of the case.
unsaved-discard = Discard it
unsaved-question = Save “{ $title }”?
unsaved-save = Save as…
unsaved-what = It was changed, and no file of its own holds the changes yet. What you discard is gone.

## Edits that are not in the case yet
pending-give-up = Give up
pending-give-up-tip = Lets go of the edits that could not be written, and shows the case as it is in its file
pending-on-its-way = { $n } edits are being written…
pending-stuck = { $n ->
    [one] 1 edit is not written yet
   *[other] { $n } edits are not written yet
}
pending-try-again = Try again
pending-try-again-tip = Writes the edits that wait, in their order

## What went wrong with files: also what the command line prints, letter for letter, which a test holds

fault-case-busy = the case is in use by another program; try again when it has finished
fault-case-folder-locked = failed to write the case: its folder may not be written
fault-case-full = failed to write the case: the disk is full
fault-case-malformed = the case file is damaged: the database disk image is malformed; take a copy of it from before
fault-case-moved = the case file was moved, renamed or deleted while it was open, and what you change no longer reaches it
fault-case-read-only = the case is open for reading only
fault-damaged = { $file } is damaged: { $what }; take a copy of it from before
fault-empty = { $file } is empty (0 bytes)
fault-exists = { $file } exists already; --force replaces it
fault-folder = { $file } is a folder, not a file
fault-full = the disk with { $file } is full
fault-held = { $file } is open in another Caseline ({ $holder }); close it there first
fault-missing = { $file } does not exist
fault-newer = { $file } was written by a newer Caseline (version { $what }); open it with that one
fault-no-case = no case is open
fault-no-folder = the folder { $file } does not exist
fault-no-state = there is no private folder to work in: set CASELINE_STATE_DIR to one
fault-not-a-case = { $file } is not a Caseline case
fault-not-readable = no permission to read { $file }
fault-not-writable = no permission to write { $file }
fault-open-case = { $file } is the case that is open
fault-other-program = { $file } is an SQLite database of another program, not a Caseline case
fault-panicked = something in Caseline itself went wrong ({ $what }); the case is as it was before, please report this
fault-strange = { $file } is not laid out as a case of Caseline: { $what }
held-by-other-user = of another user
held-by-process = process { $n }
held-by-process-of = process { $n } of { $user }
clipboard-no-thread = nothing could be copied ({ $why })
clipboard-took-nothing = the system's clipboard took nothing ({ $why })
export-no-table = failed to write the table of events: { $why }
export-not-drawn = failed to render the picture: { $why }
export-too-large = a picture of { $width } × { $height } pixels is too large: 7680 × 4320 is the most
export-too-much-text = the events would be { $n } MB of text in the picture, and 8 MB is the most: narrow it, or leave --embed out
fault-carries-no-case = { $file } is a picture that carries no case: Caseline did not draw it
fault-carries-no-view = { $file } carries no view of a case
fault-drawn-not-listed = a picture is drawn, not listed
fault-half-range = the range needs both --from and --to here
fault-inside = { $file }: { $why }
fault-name-of-json = { $file } is a name for Case JSON, which can't be worked in: save the case as .caseline, and a copy of it as Case JSON
fault-no-case-in = { $file } is no case; make one with: caseline new CASE
fault-no-logo = { $file } is no logo: { $why }
fault-no-range = the range from { $from } to { $to } has no length to draw
fault-size = a picture of { $width } × { $height } points can't be drawn: each side has from { $least } to { $most }
logo-colours = its colours ({ $colours }) are of a kind that is not known
logo-heavy = more than { $most } MB are too much for one
logo-large = it is { $width } × { $height } pixels, and { $most } a side is the most
logo-no-room = there is no room for its pixels
logo-not-drawn = it could not be drawn
logo-other = it is neither a PNG nor an SVG
logo-refers = the SVG refers to other pictures, which are not opened: save it as a PNG
logo-svg = the SVG can't be read ({ $why })
logo-unseen = nothing can be seen in it
png-damaged = the PNG is damaged ({ $why })
png-huge = the PNG claims to be larger than any picture
png-newer = it was written by a newer Caseline
png-text-damaged = its text is damaged
png-text-much = its text is more than 8 MB
png-text-packed = its text is damaged, or unpacks to more than 8 MB
png-text-strange = its text is none of Caseline's or is damaged ({ $why })
system-says = { $why }
unknown-kind = no kind "{ $kind }" in this case; there are { $known }
unknown-lane = no lane "{ $lane }"; the case has { $known }
unknown-lane-near = no lane "{ $lane }"; near to it: { $near }
unknown-language = no words in the language "{ $language }"; there are { $known }
unknown-view = no view "{ $view }"; the case has { $known }
unknown-view-of-none = no view "{ $view }"; the case has no views yet
zip-broken = { $why }
damage-cut = the file is cut off after { $is } of { $should } bytes
damage-malformed = the database disk image is malformed
doing-compress = compress a file's bytes
doing-delete = delete { $file }
doing-make = make { $file }
doing-read = read { $file }
doing-use = use { $file }
doing-write = write { $file }
fault-case-content = the case file holds something that this program did not write: { $what }
fault-case-database = failed to use the case file: { $what }
fault-case-exists = { $file } exists already
fault-case-is-folder = { $file } is a folder, not a case
fault-doing = failed to { $doing }: { $why }
layout-columns = its { $kind } "{ $name }" has other columns
layout-missing = its { $kind } "{ $name }" is missing
layout-strange = it has the { $kind } "{ $name }", which no case has

## What a case does not allow: rules behind refused edits and files

id-of-article = article
id-of-candidate = candidate
id-of-entity = entity
id-of-event = event
one-of-articles = article
one-of-candidates = candidate
one-of-entities = entity
one-of-events = event
one-of-kinds = kind
one-of-lanes = lane
proposal-accepted = accepted
proposal-rejected = rejected
proposal-waiting = waiting
refused-accepted-old = an accepted event is a new one
refused-apart-itself = an event can't be told apart from itself
refused-article-nameless = an article without a text needs a title or an address
refused-circle = the links "part-of" of event "{ $event }" would go round in a circle
refused-entity-merge = an entity can't be merged with itself
refused-entity-nameless = a person or organisation needs a name
refused-entity-used = { $what } takes part in { $events } events and { $proposed } proposed ones; take it out of them first, or merge it with another
refused-event-gone = the event is no longer in the case
refused-event-id = another event has the id "{ $id }"
refused-import-by-hand = an import is no edit by hand
refused-kind-is-ours = "{ $kind }" is one of the program's own kinds
refused-kind-nameless = a kind needs a name
refused-kind-used = the kind { $what } is used ({ $place }: { $n }); give them another one first
refused-kinds-full = a case has room for { $most } kinds of its own
refused-lane-codeless = a lane needs a code
refused-lane-in-itself = a lane can't belong to itself
refused-lane-twice = the lane { $lane } is named twice
refused-lane-undeclared = the case does not declare a lane "{ $lane }"
refused-lane-used = the lane { $what } is used ({ $place }: { $n }); take it out of them first
refused-link-itself = an event can't be linked to itself
refused-no-article = the case has no article "{ $key }"
refused-no-colour = "{ $colour }" is not a colour; write it like #8C4A12
refused-no-entity = the case has no entity "{ $key }"
refused-no-event = the case has no event "{ $key }"
refused-no-free-id = found no free id for the { $what }
refused-no-kind = the case has no kind "{ $kind }"
refused-no-lane = the case has no lane "{ $lane }"
refused-no-link = there is no link of that sort from "{ $from }" to "{ $to }"
refused-no-own-kind = the case has no kind of its own called "{ $kind }"
refused-no-proposal = the case has no proposed event "{ $key }"
refused-no-proposals = no proposed event is selected
refused-no-selection = no event is selected
refused-no-step = that step is no longer in the history
refused-no-text = there is no text to take away: it is a citation already
refused-no-zone = "{ $zone }" is not a zone; write UTC, or an offset like +02:00
refused-not-utf8 = the name of { $file } is not UTF-8; choose another
refused-other-state = { $what } is { $is }, not { $not }
refused-part-of-part = an event can't be a part of what is a part of it: the links "part-of" would go round in a circle
refused-stray-proposal = a proposed event stands in the article "{ $article }"
refused-tag-nameless = a tag needs a name
refused-unknown-article = unknown article "{ $key }"
refused-unknown-entity = unknown entity "{ $key }"
refused-was-accepted = { $what } was accepted already
refused-was-rejected = { $what } was rejected; let it wait again first
rule-circle = the links "part-of" of event "{ $event }" go round in a circle
rule-count-large = the count is too large
rule-count-turned = the count's max { $max } is below its min { $min }
rule-hash = article "{ $article }": text_sha256 does not match its text, whose hash is { $hash }
rule-kind = unknown kind "{ $kind }"; `kinds` can declare it
rule-kind-alone = unknown kind "{ $kind }"
rule-kind-said = unknown kind "{ $kind }" in what the quote says
rule-kinds-many = { $n } kinds of its own; a case has room for { $most }
rule-lane = unknown lane code "{ $lane }"; `lanes` has to declare it
rule-link-event = a link names the unknown event "{ $event }"
rule-link-itself = event "{ $event }" is linked to itself
rule-link-twice = a second link "{ $type }" from "{ $from }" to "{ $to }"
rule-no-id = this { $what } has an empty id
rule-no-rev = article "{ $article }" has no text with the rev { $rev }
rule-not-same = `not_same` names the unknown event "{ $event }"
rule-of-candidate = candidate "{ $candidate }": { $why }
rule-of-event = event "{ $event }": { $why }
rule-of-link = link from "{ $from }" to "{ $to }": { $why }
rule-older-alone = article "{ $article }": older texts without a text
rule-quote-article = a quote names the unknown article "{ $article }"
rule-quote-empty = the quote's start is not before its end
rule-quote-misplaced = the quote's words do not stand at { $start }..{ $end } of article "{ $article }": the text there reads "{ $words }"
rule-quote-outside = the quote { $start }..{ $end } is out of range: the text of article "{ $article }" has { $n } characters
rule-quote-turned = the quote's start { $start } is not before its end { $end }
rule-rev-twice = article "{ $article }": a second text, or none, with the rev { $rev }
rule-second-id = a second { $what } with the id "{ $id }"
rule-share = view "{ $view }": a segment's share must be above 0
rule-text-gone = the text of article "{ $article }" that it was found in is not there
rule-view-many = view "{ $view }": { $n } { $what }; at most { $most } fit
used-by-events = events
used-by-lanes = other lanes
used-by-links = quotes of links
used-by-proposals = proposed events
used-by-quotes = quotes
view-part-pins = pins
view-part-segments = segments
view-part-threads = threads

## What is wrong with a Case JSON

json-at-column = line { $line }, column { $column }: { $why }
json-at-line = line { $line }: { $why }
json-breaks-off = the file breaks off here; it is not complete
json-empty = the file is empty
json-half-quote = a quote needs start, end and exact together, or exact alone, or none
json-hash-alone = article "{ $article }": text_sha256 without a text
json-missing-key = missing key `{ $key }`
json-newer = written by a newer Caseline (format { $format }); this one reads up to { $known }
json-no-format = no format { $format } is known
json-not-a-case = not a Case JSON: it has no key "caseline"
json-not-utf8 = line { $line }: not UTF-8; save the file as UTF-8
json-same-key = the same key twice: `{ $key }`
json-unknown-key = unknown key `{ $key }`
rule-bytes-not-base64 = article "{ $article }": the original's bytes are not base64
rule-bytes-not-theirs = article "{ $article }": the original's bytes do not fit their sha256

## Finding and arranging

button-done = Done
button-filter = Filter
button-filter-on = Filter ({ $n })
chip-article = in “{ $name }”
chip-site = from { $name }
chip-kinds-off = { $n ->
    [one] 1 kind off
   *[other] { $n } kinds off
}
chip-least = { $n } or more
chip-most = { $n } at most
chip-off = Take off: { $name }
chip-plain = { $name }
chip-role = as { $name }
chip-tag = tag { $name }
choose-hub = Choose the hub: the lane that all others stand across from
choose-lane = Which lane?
choose-thread = Show or hide the thread of…
choose-view = Choose a view
do-arrange-lanes = Arrange lanes…
do-back = Back
do-by-actor = Lane by who did it
do-by-counterpart = Lane by counterpart of the hub
do-by-place = Lane by place
do-by-subject = Lane by whom it concerns
do-by-target = Lane by to whom it was done
do-choose-view = Choose a view…
do-cut-segment = Cut the segment here
do-filter = Filter…
do-forward = Forward
do-history = History
do-hit-before = Hit before
do-hub = Choose the hub…
do-join-segments = Join two segments
do-label-event = Label at the selected event…
do-lane-menu = One lane: hub, pin, fold, hide…
do-move-view-down = Move the view down
do-move-view-up = Move the view up
do-new-view = New view from this…
do-next-hit = Next hit
do-no-hub = No hub
do-order-case = Order as in the case
do-group-regions = Group by region of the UN
do-group-eu = Group members of the EU
do-group-nato = Group members of NATO
do-group-osce = Group members of the OSCE
do-collapse-groups = One row for each group, or all their lanes
do-order-closeness = Order by shared events
do-order-first-act = Order by first act
do-order-heads = Order by number of people
do-order-name = Order by name
do-pairs = Pairs of act and answer
do-pan-earlier = Move to earlier times
do-pan-later = Move to later times
do-pin-event = Pin the selected event
do-posts = Posts
do-redo = Redo
do-remove-view = Delete the view
do-rename-view = Rename the view…
do-search = Search…
do-show-all-lanes = Show all lanes
do-strip = Sum strip
do-suggest-segments = Suggest segments
do-thread = Thread of an entity…
do-undated = Undated events
do-undo = Undo
filter-all-kinds = All
filter-articles = Articles
filter-cited-only = Only sources without words
filter-differs = Only where sources differ
filter-choice = { $name }, { $n ->
    [one] 1 event
   *[other] { $n } events
}
filter-clear = Clear the filter
filter-entities = Entities
filter-from = from 2022-04
filter-kinds = Kinds
filter-lanes = Lanes
filter-least = at least
filter-left = { $n ->
    [one] 1 event
   *[other] { $n } events
}
filter-most = at most
filter-narrow = Narrow the list
filter-no-kinds = None
filter-no-quote = Only without a quote
filter-sites = Sites
filter-none-left = No event passes the filter
filter-number = Number
filter-roles = Role of the lane
filter-show-all = Show all events
filter-since = since { $date }
filter-status = Status
filter-tags = Tags
filter-time = Time
filter-title = Filter
filter-to = to 2022-06
filter-until = until { $date }
filter-words = Words
filter-words-hint = in titles, notes and tags
group-collapse = Show { $name } as one row
group-collapse-short = One row
group-make = Group the ticked lanes
group-name = Name of a group
group-part = Part
header-fold = Fold this lane
header-hide = Hide this lane
header-hub = Make it the hub
header-pin = Pin this lane to the top
header-unfold = Unfold this lane
header-unpin = Unpin this lane
history-go = Go here
history-go-to = Go to: { $step }
history-none = Nothing was changed yet
history-step = { $time }  { $what }
history-undone = Taken back: { $step }
label-words = Words at this event; none: no label
lane-down = Move { $name } down
lane-fold = Fold { $name }
lane-fold-short = Fold
lane-hide = Hide { $name }
lane-hide-short = Hide
lane-pin = Pin { $name }
lane-pin-short = Pin
lane-tick = Choose { $name } for a group
lane-up = Move { $name } up
lane-what = What with { $name }?
lanes-title = Lanes of this view
menu-edit = Edit
menu-lanes = Lanes
menu-views = Views
new-view-name = Name of the new view
overview-name = Overview of the whole case
overview-end = End of segment { $n }: { $date }
overview-segment = Segment { $n }: { $from } to { $to }
overview-start = Start of segment { $n }: { $date }
overview-tip = Drag a segment or its ends; double-click makes one
search-article = Article: { $title }
search-event = Event
search-found = { $events ->
    [one] 1 event
   *[other] { $events } events
}, { $articles ->
    [one] 1 article
   *[other] { $articles } articles
}
search-listed = listed are the best { $n }
search-listed-of-first = listed are the best { $n }, of events among the first { $weighed } of the case
search-name = Search
search-nothing = Nothing was found
search-on-its-way = Searching…
segment-join = Join with the next
segment-remove = Remove this segment
tray-count = { $n ->
    [0] none undated
   *[other] { $n } undated
}
tray-date = Date…
tray-date-hint = as 2022-04-05 or 2022-04~
tray-date-of = Set the date of { $title }
tray-hint = Drag one onto the axis, or write its date
tray-tip = Events without a date (U)
tray-title = Undated events
view-name = Name of this view
view-unnamed = View: not named
form-candidate = Event from an article

## The desktop: what is chosen once for all cases, and what is read about the program

about-licence = Licensed under MIT or Apache-2.0, at your choice; the faces under the SIL Open Font License
about-log = What the program does and where it breaks is logged in the private folder, without any text of your articles
about-network = It opens no network connection
about-right-to-left = Right-to-left text is drawn rightly in pictures; in this window its words may stand in the wrong order
about-version = Version { $version }
about-wayland = This window stands on Wayland: files can't be dropped on it, since the window library (winit 0.30) hears of no drops there; its next version does. Open files by the File menu, paste text, or start Caseline where X11 is offered
about-x11 = This window stands on X11: files can be dropped on it
do-about = About Caseline
do-appear-contrast = High contrast
do-appear-contrast-dark = High contrast, dark
do-appear-dark = Dark theme
do-appear-light = Light theme
do-appear-system = Theme as the system
do-help = Help
do-larger = Larger
do-own-size = Usual size
do-smaller = Smaller
do-speak-en = English
do-speak-system = Language as the system
do-speak-uk = Українська
help-licences = Licences
help-title = Help
menu-window = Window

## Reckoning: what is chosen, what was known, pairs, balance, silence

copied-event = { $date }: { $title } ({ $status })
copied-private = { $n ->
    [one] One private event was left out
   *[other] { $n } private events were left out
}
copied-quote = – { $quote } { $source }
copied-source = – { $source }
copied-told = { $n ->
    [0] Nothing was copied
    [one] One event was copied
   *[other] { $n } events were copied
}
chosen-title = { $n ->
    [one] 1 event chosen
   *[other] { $n } events chosen
}
chosen-heads = { $n ->
    [one] 1 person sent home
   *[other] { $n } people sent home
}
chosen-heads-rest = Each head once, from:
chosen-lanes = in { $lanes }
chosen-lanes-more = in { $lanes } and { $n } more
chosen-lane = { $name } { $n }
chosen-undated = { $n } undated
chosen-copy-text = Copy as text
chosen-copy-csv = Copy as table
chosen-change = Change…
chosen-none = Choose none
chosen-region = What is chosen
do-choose-all = Choose all in sight
do-choose-earlier = Choose the earlier event too
do-choose-later = Choose the later event too
do-copy-text = Copy what is chosen as text
do-copy-csv = Copy what is chosen as a table
known-on = As known on { $date }
known-on-subtitle = As known on { $date }. { $subtitle }
known-region = As known on a day
known-before = Day before on which something became known
known-after = Next day on which something became known
known-day = Day
known-told = { $known } of { $all } known, { $new ->
    [0] nothing new
   *[other] { $new } new
} this day
known-place = day { $at } of { $of }
known-without = { $n } without a dated source
known-without-list = No article that tells of these has a date
known-now = Show all that is known
do-known-before = As known: day before
do-known-after = As known: next day
do-known-now = Show all that is known
do-align = Days since the chosen event
do-chronology = Written chronology…
do-claims = Sheet of claims…
do-reckoning = Answers and balance
do-silence-eu = Silent members of the EU
do-silence-nato = Silent members of NATO
do-silence-osce = Silent members of the OSCE
reckon-accept = Accept
reckon-accept-of = Accept: { $pair }
reckon-dismiss = No pair
reckon-dismiss-of = No pair, never propose again: { $pair }
reckon-balance = Balance { $n }
reckon-balance-none = Nobody sent anybody’s people home
reckon-balance-rule = People sent home, each head once. A number with * is shared: it counts whole for other pairs as well. Point at a number to see the events that it rests on.
reckon-balance-spoken = { $one } sent home { $n } of { $other }, { $other } sent home { $m } of { $one }
reckon-cluster = { $n } answers after { $first } to { $last } days
reckon-cluster-one = { $n } answers after { $first } days
reckon-days = { $n } d
reckon-days-between = { $least }–{ $most } d
reckon-drawn = Draw accepted answers in the lanes
reckon-event = { $date }: { $title }
reckon-lag = { $days } · { $answer }
reckon-lag-rest = The act, and its answer:
reckon-lags = Lags { $n }
reckon-lags-none = No answer has been accepted yet
reckon-lags-rest = Days: { $days }
reckon-lags-rule = From each act to the answer that was accepted for it. Three or more that follow each other within two days stand together.
reckon-lags-sum = { $n } answers with known days: the quickest after { $first }, the middle one after { $middle }, the slowest after { $last } days
reckon-open = { $actors } on { $targets }: { $n }
reckon-open-proposed = { $actors } on { $targets }: { $n } (an answer waits)
reckon-open-rest = Nothing in this case is linked to it as its answer:
reckon-open-told = { $actors } on { $targets } · { $event }
reckon-open-told-proposed = { $actors } on { $targets } · { $event } (an answer waits)
reckon-pair = { $act } ← { $answer } · { $kind } · { $days }
reckon-pair-dates = { $act } ← { $answer }
reckon-party = { $name } { $n }
reckon-proposed = Waiting { $n }
reckon-proposed-none = No pair is left to propose
reckon-proposed-rest = Proposed by countries, days and number alone:
reckon-proposed-rule = What may be answers: the same kind of act in return within 60 days, the largest first, each act once. Days and countries alone say little: nothing is drawn or counted before you accept it.
reckon-reckoning = Reckoning…
reckon-side = { $by } sent home { $n } of { $of }, each head once:
reckon-side-shared = { $by } sent home { $n } of { $of }, some of them in acts that it shares:
reckon-title = Answers and balance
reckon-unanswered = Unanswered { $n }
reckon-unanswered-none = Everything is answered
reckon-unanswered-rule = Acts that are usually answered in kind, and that nothing in this case answers. It may be that the answer is not in the case.
silence = No event in this case ({ $union }): { $names }
silence-none = Every member of { $union } has an event in this case
silence-rests = { $all } members of { $union } between { $first } and { $last }; { $named } have events:
do-still = Motion on and off
do-unfold = A row for each lane, or fold
lanes-scroll = Scroll the lanes

## What leaves the case for good

do-forget = Forget for good…
do-hand-over = Hand over a copy…
leaving-copy = Hand over a copy as { $file }
leaving-copy-do = Write the copy
leaving-copy-told = The copy is a new file without history. It leaves out:
leaving-forget = Forget for good
leaving-forget-do = Forget for good
leaving-forget-told = This can’t be taken back. What goes:
leaving-line = • { $sentence }
leaving-looking = Looking what that means…
leaving-nothing-chosen = Choose events, or open an article, to forget them
leaving-nothing-left-out = Nothing is left out: the copy holds the whole case.
leaving-with-history = With the history of every change
leaving-with-originals = With the files behind articles
leaving-with-private = With what is marked private, and notes
panel-hand-over = Hand over a copy
panel-logo = Choose a logo: PNG or SVG

## Languages of articles, by their codes

tongue-ar = Arabic
tongue-az = Azerbaijani
tongue-be = Belarusian
tongue-bg = Bulgarian
tongue-bn = Bengali
tongue-bs = Bosnian
tongue-ca = Catalan
tongue-cs = Czech
tongue-cy = Welsh
tongue-da = Danish
tongue-de = German
tongue-el = Greek
tongue-en = English
tongue-eo = Esperanto
tongue-es = Spanish
tongue-et = Estonian
tongue-eu = Basque
tongue-fa = Persian
tongue-fi = Finnish
tongue-fr = French
tongue-ga = Irish
tongue-gl = Galician
tongue-he = Hebrew
tongue-hi = Hindi
tongue-hr = Croatian
tongue-hu = Hungarian
tongue-hy = Armenian
tongue-id = Indonesian
tongue-is = Icelandic
tongue-it = Italian
tongue-ja = Japanese
tongue-ka = Georgian
tongue-kk = Kazakh
tongue-ko = Korean
tongue-ku = Kurdish
tongue-ky = Kyrgyz
tongue-la = Latin
tongue-lt = Lithuanian
tongue-lv = Latvian
tongue-mk = Macedonian
tongue-mn = Mongolian
tongue-ms = Malay
tongue-mt = Maltese
tongue-my = Burmese
tongue-nb = Norwegian Bokmål
tongue-ne = Nepali
tongue-nl = Dutch
tongue-nn = Norwegian Nynorsk
tongue-no = Norwegian
tongue-pl = Polish
tongue-ps = Pashto
tongue-pt = Portuguese
tongue-ro = Romanian
tongue-ru = Russian
tongue-sk = Slovak
tongue-sl = Slovene
tongue-sq = Albanian
tongue-sr = Serbian
tongue-sv = Swedish
tongue-sw = Swahili
tongue-ta = Tamil
tongue-tg = Tajik
tongue-th = Thai
tongue-tk = Turkmen
tongue-tl = Tagalog
tongue-tr = Turkish
tongue-uk = Ukrainian
tongue-ur = Urdu
tongue-uz = Uzbek
tongue-vi = Vietnamese
tongue-yi = Yiddish
tongue-zh = Chinese
tongue-of = { $language } ({ $where })

## Publishing: the dialog in which a picture is put together

copied-alt = The alt text is on the clipboard
copied-chronology = The chronology is on the clipboard
copied-list = The list is on the clipboard
copied-picture = The picture is on the clipboard
copied-svg = The picture is on the clipboard as SVG
do-copy-alt = Copy alt text
do-copy-chronology = Copy chronology
do-copy-list = Copy list
do-copy-picture = Copy picture
do-copy-svg = Copy as SVG
do-publish = Publish…
labels-all = All, the rest as notes
labels-few = Few
labels-none = None
labels-usual = As many as read well
part-pairs = Answers
part-pins = Pins
part-posts = Posts
part-strip = Sums
part-threads = Threads
preset-8k = 8K screen
preset-a3 = A3, landscape
preset-a3-portrait = A3, portrait
preset-a4 = A4, landscape
preset-a4-portrait = A4, portrait
preset-article = Article
preset-column-1 = Newspaper, 1 column
preset-column-2 = Newspaper, 2 columns
preset-column-3 = Newspaper, 3 columns
preset-column-4 = Newspaper, 4 columns
preset-column-5 = Newspaper, 5 columns
preset-letter = Letter, landscape
preset-letter-portrait = Letter, portrait
preset-own = A size of your own
preset-phone = Phone
preset-portrait = Social, portrait
preset-postcard = Postcard
preset-slide = Slide
preset-square = Social, square
publish-alt = Alt text
publish-as-seen = show it so
publish-as-view = As the view has it; or 2022-04-05
publish-carried = The text inside the file ({ $n } kB)
publish-carried-told = All that goes into the picture beside its pixels and the alt text: nothing private, no text of articles, no path.
publish-check = As others see it
publish-dark = Dark
publish-drawing = Drawing the picture…
publish-embed = Opens again as a case: its events go in, with quotes and sources
publish-export = Export…
publish-facts = { $n ->
    [one] { $n } event shown · { $width } × { $height } pixels
   *[other] { $n } events shown · { $width } × { $height } pixels
}
publish-footnote = Footnote
publish-format = Form
publish-from = From
publish-goes-out = What goes out with it
publish-ground = Ground
publish-hedges = suspected, said to, alleged, accused, reportedly, claim, believed
publish-height = Height in points
publish-html = Page
publish-keep = Keep all this as a view
publish-keep-do = Keep
publish-keep-name = Name of the view
publish-kinds = Kinds: { $n } of { $of }
publish-labels = Labels
publish-lanes = Lanes: { $n } of { $of }
publish-language = Language
publish-light = Light
publish-logo = Logo
publish-logo-choose = Choose…
publish-logo-none = Without
publish-no-range = From must be before to, and both must be known
publish-page-before = Page before
publish-page-next = Next page
publish-page-of = page { $n } of { $of }
publish-pages = pages for the range
publish-parts = With
publish-pdf = PDF
publish-phone = And one for phones beside it
publish-png = PNG
publish-points = Points
publish-preview = The picture as it will be: { $alt }
publish-scale = Pixels for a point
publish-seen = Seen
publish-sight = Seen with
publish-sight-told = Only shown so here: the file keeps its colours.
publish-size = Size
publish-sources = With a line that names the sources
publish-subtitle = Subtitle
publish-svg = SVG
publish-title = Title
export-few-pages = the range is too short for { $wished } pages: there are { $n }
export-lane-absent = { $name } has no event in this case
export-letters = { $n ->
    [one] { $n } letter is not in the bundled fonts ({ $letters }): it comes from this system's fonts and may look different elsewhere
   *[other] { $n } letters are not in the bundled fonts ({ $letters }): they come from this system's fonts and may look different elsewhere
}
export-no-originals = { $n ->
    [one] the file behind { $n } article is not in this case
   *[other] the files behind { $n } articles are not in this case
}
export-outside = { $n ->
    [one] { $n } event outside of the range or the lanes was left out
   *[other] { $n } events outside of the range or the lanes were left out
}
list-lacks-article-texts = { $n ->
    [one] { $n } article's text is left out
   *[other] { $n } articles' texts are left out
}
list-lacks-claims = { $n ->
    [one] { $n } claim of a source that differs is left out
   *[other] { $n } claims of sources that differ are left out
}
list-lacks-event-kinds = { $n ->
    [one] { $n } event of a kind of the case's own (read back as other) is left out
   *[other] { $n } events of kinds of the case's own (read back as other) are left out
}
list-lacks-further-dates = { $n ->
    [one] { $n } further date is left out
   *[other] { $n } further dates are left out
}
list-lacks-lane-certainties = { $n ->
    [one] { $n } lane's own certainty is left out
   *[other] { $n } lanes' own certainties are left out
}
list-lacks-links = { $n ->
    [one] { $n } link between events is left out
   *[other] { $n } links between events are left out
}
list-lacks-names = { $n ->
    [one] { $n } name marked private is left out
   *[other] { $n } names marked private are left out
}
list-lacks-names-of-lanes = { $n ->
    [one] { $n } name, body or group of a lane is left out
   *[other] { $n } names, bodies or groups of lanes are left out
}
list-lacks-notes = { $n ->
    [one] { $n } note is left out
   *[other] { $n } notes are left out
}
list-lacks-parts = { $n ->
    [one] { $n } part of an entity is left out
   *[other] { $n } parts of entities are left out
}
list-lacks-places = { $n ->
    [one] { $n } place of a quote in its article is left out
   *[other] { $n } places of quotes in their articles are left out
}
list-lacks-private-events = { $n ->
    [one] { $n } private event is left out
   *[other] { $n } private events are left out
}
list-lacks-private-quotes = { $n ->
    [one] { $n } private quote is left out
   *[other] { $n } private quotes are left out
}
publish-title-doubt = The title names { $name }, and nothing shown about them is confirmed: say “suspected” or “said to”
publish-to = To
publish-transparent = None
publish-width = Width in points
sight-deuteranopia = no green (deuteranopia)
sight-full = all colours
sight-grey = no colours, as printed in grey
sight-protanopia = no red (protanopia)
sight-tritanopia = no blue (tritanopia)
dropped-picture = What is wanted of { $file }?
dropped-picture-case = Open as its own case
dropped-picture-told = A picture of Caseline carries the view that it was drawn from, and sometimes its events.
dropped-picture-view = Use its view here
view-borrowed = This case is looked at as { $file } does: the view “{ $view }” is one of its own now
view-of-picture = View of a picture

## The history: what a step did. Cases keep these keys: one that was once used stays

step-accept = accept { $what }
step-add = add { $what }
step-add-entity = add { $name } to { $what }
step-add-kind = add the kind { $name }
step-add-lane = add the lane { $name }
step-add-quote = add a quote to { $what }
step-add-source = add a source to { $what }
step-add-tag = tag { $what } { $tag }
step-add-text = add the text of { $what }
step-article = the article “{ $title }”
step-change = change { $what }
step-change-heading = change the heading of { $what }
step-change-kind = change the kind { $name }
step-change-lane = change the lane { $name }
step-change-link = change the link from { $later } to { $earlier } ({ $sort })
step-change-parts = change { $parts } of { $what }
step-events = { $n ->
    [one] { $n } event
   *[other] { $n } events
}
step-group-lane = put the lane { $name } into the group { $group }
step-import = import { $file }
step-link = link { $later } to { $earlier } ({ $sort })
step-merge-entity = merge { $what } into { $host }
step-named = “{ $title }”
step-not-private = mark { $what } as not private
step-order-lanes = change the order of the lanes
step-part-count = count
step-part-date = date
step-part-dates = further dates
step-part-kind = kind
step-part-label = label
step-part-lanes = lanes
step-part-note = note
step-part-people = people
step-part-privacy = privacy
step-part-quotes = quotes
step-part-status = status
step-part-tags = tags
step-part-title = title
step-private = mark { $what } private
step-propose = { $n ->
    [one] propose { $n } event from { $what }
   *[other] propose { $n } events from { $what }
}
step-proposed = { $n ->
    [one] { $n } proposed event
   *[other] { $n } proposed events
}
step-read-anew = read { $what } anew
step-reject = reject { $what }
step-remove = remove { $what }
step-remove-date = take the date of { $what } away
step-remove-entity = take { $name } out of { $what }
step-remove-kind = remove the kind { $name }
step-remove-lane = remove the lane { $name }
step-remove-quote = take a quote from { $what }
step-remove-tag = take the tag { $tag } from { $what }
step-remove-text = remove the text of { $what }
step-rename = rename { $what } as { $name }
step-rename-lane = rename the lane { $what } as { $name }
step-reopen = let { $what } wait again
step-retitle = retitle { $what } as { $name }
step-retitle-case = retitle the case as { $name }
step-set-date = set date of { $what } to { $date }
step-set-kind = set kind of { $what } to { $kind }
step-set-status = set status of { $what } to { $status }
step-tell-apart = tell { $one } and { $other } apart
step-ungroup-lane = take the lane { $name } out of the group { $group }
step-unlink = unlink { $later } from { $earlier } ({ $sort })
step-zone = set the zone of the case to { $zone }

## What readers of files note, and why a file is not read

sort-of-bundle = a ZIP of several files; take it into a case, or unpack it
sort-of-calendar = a calendar
sort-of-case = a case
sort-of-database = a case file or another SQLite database
sort-of-document = a text document
sort-of-html = HTML
sort-of-json = JSON
sort-of-mail = a mail or saved page
sort-of-markdown = Markdown
sort-of-pdf = PDF
sort-of-picture = a picture; its words can't be read
sort-of-shortcut = an address
sort-of-table = a table
sort-of-text = plain text
sort-of-timeflow = a TimeFlow file
sort-of-unknown = nothing that Caseline reads
sort-of-workbook = a workbook of a spreadsheet
sort-of-xml = XML, and no page
dated-dateline = published { $day }, as the line above its text says
dated-file = published { $day }, as the file itself says
dated-hand = published { $day }, as it was written by hand
dated-json-ld = published { $day }, as its description for machines (JSON-LD) says
dated-meta = published { $day }, as its head says
dated-time = published { $day }, as a date beside its text says
dated-url = published { $day }, as its address says
note-and = { $first }; { $then }
note-attached = what is attached is not read: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
}
note-bad-bytes = some bytes are no { $encoding }; � stands in their place
note-beyond = { $n } more doubts are not listed one by one
note-broken-pages = { $n } of its { $all } pages are broken; they were read as far as they go
note-columns-doubled = columns left out (another column has the field already): { $names }
note-columns-unknown = columns left out (not known): { $names }
note-copy = nearly the same words as “{ $title }” on another site
note-copy-of = nearly the same words as “{ $title }” on another site: counted as one source, { $origin } (the heading can be corrected)
note-copy-with-stuck = { $n ->
    [one] The copy holds the edit that could not be written to the case, too
   *[other] The copy holds the { $n } edits that could not be written to the case, too
}
note-damaged = it is damaged; it was read as far as it goes
note-declared-text = the page shows less text than it declares; the declared text was taken
note-deep-page = the page nests its parts, or crowds its tags, beyond reason; some were read as plain text
note-first-files = only the first { $n } files were looked at
note-first-mb = only the first { $n } MB were read
note-first-pages = only the first { $n } of its { $all } pages were read
note-guessed-encoding = the file does not say its encoding; it is read as { $encoding }: check names with accents
note-history-trimmed = The oldest steps of the history were let go
note-kind-declared = The kind "{ $name }" is declared otherwise here; it stays as it is
note-known-address = already in the case as “{ $title }” (the same address)
note-known-equal = already in the case as “{ $title }” (the very same text)
note-known-words = already in the case as “{ $title }” (nearly the same words)
note-lane-declared = The lane "{ $name }" is declared otherwise here; it stays as it is
note-left-out-of-zip = { $file }: { $name } was left out: { $why }
note-line = line { $line }: { $note }{ $more ->
    [0] { "" }
    [one] { " " }(and 1 more row)
   *[other] { " " }(and { $more } more rows)
}
note-line-left-out = line { $line } was left out: { $why }
note-long-page = the page has more text than an article; its end was left out
note-mixed-encodings = two encodings are mixed in it: parts are read as UTF-8 and parts as { $encoding }; check names with accents
note-mixed-letters = a part of the text is in other letters than the rest ("{ $language }"): what it tells is not looked for
note-no-date = the article has no date: what it calls "yesterday" or "on Monday" stays open
note-no-date-column = no column is known as the date: all events are undated
note-no-language = the language of the text could not be found out: only names of countries are found
note-no-lexicon = there is no lexicon for the language "{ $language }": only names of countries are found
note-no-rows = the table has a header and no rows
note-no-status-column = no column is known as the status: all events are taken as reported
note-no-text = no text was found in it
note-not-smaller = the file could not be made smaller: { $why }
note-of-file = { $file }: { $note }
note-only-in-memory = there is no private folder to keep unsaved cases in, so that what you change is lost if Caseline ends before you save it: save it soon, or set CASELINE_STATE_DIR
note-part-damaged = its part { $name } is damaged; it was read as far as it goes
note-part-first-mb = only the first { $n } MB of its part { $name } were read
note-pasted = { $gone } of the { $all } words that were pasted look like menus, adverts or lists of links, and were left out
note-pictures = it holds hardly any text: its pages may be pictures, which can't be read
note-quotes-changed = { $n ->
    [one] { $n } quote reads a little differently in the new text
   *[other] { $n } quotes read a little differently in the new text
}
note-quotes-lost = { $n ->
    [one] { $n } quote is not found in the new text; the old one is kept for it
   *[other] { $n } quotes are not found in the new text; the old one is kept for it
}
note-too-deep = { $file } was left out: it lies too deep
note-unknown-signs = { $n } signs of { $all } can't be told from the file; � stands in their place
note-zero-bytes = there are zero bytes in it; � stands in their place
note-zone = Times without an offset were written at { $zone }; here they are read in this case's zone
row-bare-quote = a quote without a source is taken as words of { $table }
row-count = the count "{ $count }" is no number and is left out
row-day-number = { $text } looks like a spreadsheet's day number; format the column as a date there and save again
row-denial = "{ $title }" is taken as a denial: it answers what?
row-denied = "{ $title }" is denied, and taken as alleged: who denies it?
row-end = the end is left out: { $why }
row-end-of = the end { $end } is left out: { $why }
row-id = the id "{ $id }" stands in line { $line } too; this event gets a new one
row-kind = the kind "{ $kind }" is not known and becomes "other"
row-label = a label of { $n } characters is left out; it may have { $most }
row-lane = "{ $name }" is no country or body that is known
row-lane-near = "{ $name }" is no country or body that is known; near it: { $near }
row-no-title = has no title
row-quotes = { $quotes } quotes stand beside { $sources } sources: check which says what
row-source-date = the source's date is left out: { $why }
row-status = the status "{ $status }" is not known and becomes "reported"
row-two-dates = { $text } can be { $one } or { $other }, and nothing in its column decides; the event is undated
row-two-days = { $address } has two dates; kept is { $kept }, not { $other }
row-two-ends = the end { $text } can be { $one } or { $other }; it is left out
row-two-source-dates = the source's date { $text } can be { $one } or { $other }; it is left out
row-two-titles = { $address } has two titles; kept is "{ $kept }", not "{ $other }"
row-unclosed = has a quotation mark that is never closed
row-unit = the unit "{ $unit }" is not known; the kind's usual one is taken
row-wide = has { $cells } cells where the header has { $width }; is a cell with a separator in it not quoted?
unread-article = { $file } is an article ({ $what }); articles can be imported in a later version
unread-blank = { $file } holds nothing but blanks
unread-damaged = { $file } is damaged: it can't be unpacked
unread-database = { $file } is a case file or another SQLite database, not a table of events; export it as Case JSON and import that
unread-large = { $file } is larger than { $n } MB; articles are read up to that
unread-later = { $file } is { $what }, which a later version will read; save its events as CSV
unread-no-article = { $file } is no article but { $what }
unread-no-document = { $file } holds no text document; DOCX and ODT can be read
unread-no-mail = { $file } begins like a mail and is none
unread-no-page = { $file } is a saved page (MHTML) without the page itself
unread-no-text = { $file } holds no text; pictures of pages can't be read
unread-no-thread = the system gives no more threads
unread-no-title = { $file } has no column that is known as an event's title; its first line reads { $line }; name the columns as in date,title,country, or say --map title=COLUMN
unread-no-words = { $file } is nothing that Caseline reads: its bytes are no text
unread-no-words-in-it = { $file } holds no text that could be read
unread-old-document = { $file } is a document of an older format; save it as DOCX, ODT or PDF and take that
unread-only-view = { $file } holds a view of the case “{ $title }” and not its events: open that case first, then drop the picture on it; --embed puts the events into a picture
unread-other = { $file } can't be read
unread-packed = { $file } can't be unpacked: { $why }
unread-page = { $file } holds a page that is no text
unread-pdf = { $file } is a PDF that can't be read: { $why }
unread-pdf-broken = { $file } is a PDF that is broken beyond reading
unread-pdf-locked = { $file } is locked with a password; open it, print it into a new PDF without one, and take that
unread-pdf-pages = { $file } is a PDF whose pages are broken; no text could be read
unread-pdf-pictures = { $file } holds only pictures of pages; run it through text recognition (OCR) and take the result
unread-picture = { $file } is a picture, not a table of events
unread-shortcut = { $file } holds only an address, and Caseline opens no connection; save the page itself (Ctrl+S in the browser) and drop that
unread-too-long = it takes too long
unread-unexpected = it is broken in a way that nobody expected
unread-unknown = { $file } is nothing that Caseline reads: its bytes are no text, table or case
unread-why = { $file } could not be read: { $why }
unread-workbook = { $file } is a workbook of a spreadsheet; save the sheet as CSV and import that
typed-two-dates = { $text } can be { $one } or { $other }: write the one that is meant
when-backwards = { $text } ends before it starts
when-no-day = { $day } { $month } { $year } does not exist
when-no-month = month { $month } does not exist
when-no-offset = the offset { $offset } does not exist; they go from -12:00 to +14:00, and none is Z or +00:00
when-no-such-day = day { $day } does not exist
when-no-time = the time { $time } does not exist
when-not-a-date = not a date: "{ $text }"; write it like 2022-04-05, 2022-04, 2022, 2022-04~ or 2022-03-29/2022-04-07
when-not-brackets = brackets are not read; write ?, ~ or % at the end
when-not-endless = an interval needs at least one end; where nothing is known, leave it empty
when-not-exponents = exponents and significant digits are not read; write the year out, like Y170000002, or 19XX
when-not-hour-alone = a time has hours and minutes; write T14:00
when-not-long-day = years with Y have no months or days
when-not-minus-zero = there is no year -0000; the year before 0001 is 0000
when-not-parts = write one ?, ~ or % at the end, for the whole date
when-not-parts-of-second = parts of a second are not kept; write 11:46:42
when-not-read = "{ $text }": { $instead }
when-not-season-day = seasons and quarters have no days; write 2022-21 or 2022-33
when-not-sets = sets of dates are not read; write an interval with /, or one event each
when-not-short-y = Y is for years beyond 9999; write four digits, like 0070 or -0753
when-not-that-x = X stands only at the right: 201X, 20XX, 2022-XX, 2022-04-XX or 2022-XX-XX
when-not-that-year = a year has four digits, like 0070; decades and centuries are 197X and 19XX, years beyond 9999 are Y12345
when-not-without-colon = an offset has a colon; write +02:30
when-not-without-year = a date needs its year; where nothing is known, leave it empty
when-spaced = white space in "{ $text }"; write it { $bare }
zip-in-zip = it is a ZIP in a ZIP; unpack it first
zip-large = it is too large
zip-leads-out = its name leads out of the ZIP
zip-locked = it is locked with a password
zip-much = the ZIP holds too much to unpack at once
zip-not-found = { $name } can't be found in it
zip-squeezed = it is packed beyond what a document can be

## What was done, or could not be

arrived-anew = { $file }: “{ $title }” was read anew
arrived-citation = { $file }: the citation “{ $title }” has its text now
arrived-found = { $said }, { $found }
arrived-new = { $file }: taken in as “{ $title }”
forget-article = { $n ->
    [0] the article “{ $title }”, with its text and its file
    [one] the article “{ $title }”, with its text, its file and { $n } quote
   *[other] the article “{ $title }”, with its text, its file and { $n } quotes
}
forget-copies = copies that were made before keep what they hold, and so may the disk itself
forget-event = the event “{ $title }”
forget-history = { $n ->
    [0] the history, which is empty
    [one] the history: its { $n } step may hold the words, and can't be taken back any more
   *[other] the history: its { $n } steps may hold the words, and can't be taken back any more
}
forget-nothing = nothing is chosen that could be forgotten
leaving-gone = { $things } forgotten for good
left-out-articles = { $n ->
    [one] { $n } private article is left out
   *[other] { $n } private articles are left out
}
left-out-decided = { $n ->
    [one] { $n } proposal that was decided on is left out
   *[other] { $n } proposals that were decided on are left out
}
left-out-events = { $n ->
    [one] { $n } private event is left out
   *[other] { $n } private events are left out
}
left-out-files = { $n ->
    [one] { $n } file behind an article is left out
   *[other] { $n } files behind articles are left out
}
left-out-kinds = { $n ->
    [one] { $n } kind that only something private uses is left out
   *[other] { $n } kinds that only something private uses are left out
}
left-out-lanes = { $n ->
    [one] { $n } lane that only something private uses is left out
   *[other] { $n } lanes that only something private uses are left out
}
left-out-links = { $n ->
    [one] { $n } link to a private event is left out
   *[other] { $n } links to private events are left out
}
left-out-names = { $n ->
    [one] { $n } private name is left out
   *[other] { $n } private names are left out
}
left-out-notes = { $n ->
    [one] { $n } note is left out
   *[other] { $n } notes are left out
}
left-out-proposals = { $n ->
    [one] { $n } proposal from a private article is left out
   *[other] { $n } proposals from private articles are left out
}
left-out-quotes = { $n ->
    [one] { $n } quote that is private or hangs on something private is left out
   *[other] { $n } quotes that are private or hang on something private are left out
}
left-out-steps = { $n ->
    [one] { $n } step of the history, with what it removed, is left out
   *[other] { $n } steps of the history, with what they removed, are left out
}
lexicon-at-line = line { $line }: { $why }
lexicon-left-out = { $file }, { $why }; this lexicon is left out, the others work
lexicon-no-class = there is no class "{ $class }" (triggers)
lexicon-no-entry = there is no "{ $name }" in { $table }; it takes { $known }
lexicon-no-kind = there is no kind "{ $kind }" (triggers)
lexicon-no-lane = there is no lane "{ $code }" (places)
lexicon-no-language = it does not say its language, as in language = "en"
nothing-to-go = The case is at that step already
nothing-to-redo = There is nothing to redo
nothing-to-undo = There is nothing to undo
nothing-to-write = Nothing waits to be written
original-kind = files of the kind "{ $kind }" are not opened
original-missing = the file of this article is not in this case, or does not fit its hash
original-no-opener = the system has no { $opener } to open it with; it lies at { $file }
original-none = this article came without a file
read-only = { $why }; it is open for reading only
read-only-file = { $file } may not be written
read-only-folder = the folder { $folder } may not be written
read-only-newer = { $file } was written by a newer Caseline (version { $version })
read-only-older = { $file } was written by an older Caseline and may not be written, so that it can't be brought up to date
saved = Saved { $file }
step-articles = { $n ->
    [one] { $n } article
   *[other] { $n } articles
}
stopped-compact = Compacting was stopped
stopped-export = Stopped: { $file } was not written
stopped-take-in = Stopped: { $done } of { $of } files were taken in, and the others were not
unwritten-compact = the last edit could not be written yet: try again or give it up, then compact
unwritten-undo = the last edit could not be written yet: try again or give it up, then undo
view-no-name = a view needs a name
view-not-kept = How the case is looked at is not kept from here on: { $why }
view-taken = the case has a view “{ $name }” already
