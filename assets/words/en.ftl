### English. Keys are sorted in sections; a key that is missing here shows as itself.
### Whole sentences stand in one key, so that another language can put their parts in its own order.

## Dates

date-about = about { $date }
date-between = between { $first } and { $last }
date-by = by { $last }
date-century = the century from { $year }
date-day = { $day } { $month } { $year }
date-decade = the { $year }s
date-from-to = { $first } to { $last }
date-from-unknown = from { $first }, end not known
date-month = { $month } { $year }
date-month-day = { $day } { $month }
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
status-alleged = alleged
status-confirmed = confirmed
status-disputed = disputed
status-reported = reported
status-retracted = retracted

## Lanes

lane-none = No lane
