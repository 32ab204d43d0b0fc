### Українська. Ключі ті самі, що в en.ftl; чого тут бракує, те говориться англійською.

## Дати

date-about = приблизно { $date }
date-between = у проміжку { $first } – { $last }
date-by = найпізніше { $last }
date-century = століття від { $year }
date-day = { $day } { $month } { $year }
date-day-month-first = { $day } { $month } { $year }
date-decade = { $year }-ті
date-from-to = { $first } – { $last }
date-from-unknown = { $first } – кінець невідомий
date-month = { $month } { $year }
date-month-day = { $day } { $month }
date-month-day-month-first = { $day } { $month }
date-perhaps = можливо, { $date }
date-quarter = { $quarter ->
    [1] перший квартал { $year }
    [2] другий квартал { $year }
    [3] третій квартал { $year }
   *[other] четвертий квартал { $year }
}
date-since = { $first } і далі
date-time = { $date }, { $time }
season-autumn = осінь { $year }
season-spring = весна { $year }
season-summer = літо { $year }
season-winter = зима { $year }
undated = без дати

## Організації, що можуть мати доріжку, за кодами

body-ASEAN = АСЕАН
body-BRICS = БРІКС
body-COE = Рада Європи
body-CSTO = ОДКБ
body-ECHR = Європейський суд з прав людини
body-EU = Європейський Союз
body-EUROPOL = Європол
body-IAEA = МАГАТЕ
body-ICC = Міжнародний кримінальний суд
body-ICJ = Міжнародний суд ООН
body-IMF = МВФ
body-INTERPOL = Інтерпол
body-NATO = НАТО
body-OPCW = ОЗХЗ
body-OPEC = ОПЕК
body-OSCE = ОБСЄ
body-SCO = ШОС
body-UN = ООН
body-WHO = ВООЗ
body-WTO = СОТ

## Коротші назви, де мало місця

short-AE = ОАЕ
short-AG = Антигуа
short-ASEAN = АСЕАН
short-BA = Боснія
short-BRICS = БРІКС
short-CF = ЦАР
short-COE = РЄ
short-CS = Сербія і Чорн.
short-CSTO = ОДКБ
short-DD = НДР
short-DO = Домінікан. Респ.
short-ECHR = ЄСПЛ
short-EU = ЄС
short-EUROPOL = Європол
short-GB = Британія
short-GQ = Екв. Гвінея
short-GS = Пд. Джорджія
short-IAEA = МАГАТЕ
short-ICC = МКС
short-ICJ = МС ООН
short-IMF = МВФ
short-INTERPOL = Інтерпол
short-KN = Сент-Кітс
short-MK = Пн. Македонія
short-NATO = НАТО
short-OPCW = ОЗХЗ
short-OPEC = ОПЕК
short-OSCE = ОБСЄ
short-PG = Папуа
short-SA = Сауд. Аравія
short-SCO = ШОС
short-ST = Сан-Томе
short-TT = Тринідад
short-UN = ООН
short-US = США
short-VC = Сент-Вінсент
short-WHO = ВООЗ
short-WTO = СОТ

## Місяці й дні тижня

month-1 = січень
month-2 = лютий
month-3 = березень
month-4 = квітень
month-5 = травень
month-6 = червень
month-7 = липень
month-8 = серпень
month-9 = вересень
month-10 = жовтень
month-11 = листопад
month-12 = грудень
month-letter-1 = С
month-letter-2 = Л
month-letter-3 = Б
month-letter-4 = К
month-letter-5 = Т
month-letter-6 = Ч
month-letter-7 = Л
month-letter-8 = С
month-letter-9 = В
month-letter-10 = Ж
month-letter-11 = Л
month-letter-12 = Г
month-of-1 = січня
month-of-2 = лютого
month-of-3 = березня
month-of-4 = квітня
month-of-5 = травня
month-of-6 = червня
month-of-7 = липня
month-of-8 = серпня
month-of-9 = вересня
month-of-10 = жовтня
month-of-11 = листопада
month-of-12 = грудня
month-short-1 = січ
month-short-2 = лют
month-short-3 = бер
month-short-4 = кві
month-short-5 = тра
month-short-6 = чер
month-short-7 = лип
month-short-8 = сер
month-short-9 = вер
month-short-10 = жов
month-short-11 = лис
month-short-12 = гру
weekday-1 = понеділок
weekday-2 = вівторок
weekday-3 = середа
weekday-4 = четвер
weekday-5 = п’ятниця
weekday-6 = субота
weekday-7 = неділя
weekday-short-1 = пн
weekday-short-2 = вт
weekday-short-3 = ср
weekday-short-4 = чт
weekday-short-5 = пт
weekday-short-6 = сб
weekday-short-7 = нд

## Події

family-diplomatic = дипломатичні дії
family-force = сила
family-law = поліція й суди
family-office = посади
family-words = слова
kind-accusation = звинувачення
kind-agreement = угода
kind-appointment = призначення
kind-arrest = арешт
kind-assassination = замах
kind-attack = напад
kind-charge = обвинувачення
kind-closure = закриття
kind-conviction = вирок
kind-cyberattack = кібератака
kind-denial = заперечення
kind-departure = від’їзд
kind-deployment = розгортання військ
kind-election = вибори
kind-exchange = обмін полоненими
kind-exercise = військові навчання
kind-expulsion = висилка
kind-incident = інцидент
kind-invasion = вторгнення
kind-investigation = розслідування
kind-measure = захід
kind-meeting = зустріч
kind-nomination = висунення
kind-other = інше
kind-protest = протест
kind-recall = відкликання
kind-rejection = відмова
kind-resignation = відставка
kind-restriction = обмеження
kind-sabotage = диверсія
kind-sanction = санкція
kind-seizure = вилучення
kind-statement = заява
kind-vote = голосування
kind-withdrawal = зняття кандидатури
link-answers = відповідає на
link-carries-out = виконує
link-contradicts = суперечить
link-ends = завершує
link-outcome = вирішує
link-part-of = частина
link-retaliation = відплата за
role-actor = дійова сторона
role-place = місце
role-subject = кого стосується
role-target = проти кого
sources = { $n ->
    [0] без джерел
    [one] { $n } джерело
    [few] { $n } джерела
   *[other] { $n } джерел
}
sources-in = { $n ->
    [one] { $n } джерело
    [few] { $n } джерела
   *[other] { $n } джерел
} у статтях: { $articles }
status-alleged = твердять
status-confirmed = підтверджено
status-disputed = спірно
status-reported = повідомлено
status-retracted = відкликано

## Доріжки

lane-none = Без доріжки

## Зображення: смуга, рядки, підписи

block-sum = { $n } × = { $sum }
block-spoken = { $n ->
    [one] { $n } подія
    [few] { $n } події разом
   *[other] { $n } подій разом
}, { $row }
block-spoken-people = { $n ->
    [one] { $n } подія
    [few] { $n } події разом
   *[other] { $n } подій разом
}, { $people ->
    [one] { $people } особа
    [few] { $people } особи
   *[other] { $people } осіб
}, { $row }
by-countries = { $countries ->
    [one] { $countries } країна
    [few] { $countries } країни
   *[other] { $countries } країн
}
by-countries-and-bodies = { $countries ->
    [0] { $bodies }
    [one] { $countries } країна і { $bodies }
    [few] { $countries } країни і { $bodies }
   *[other] { $countries } країн і { $bodies }
}
lane-of-group = { $name }, група { $group }
lane-spoken = { $name }
lane-spoken-heads = { $name }, осіб: { $above }
lane-spoken-sums = { $name }, вислано осіб: { $above }, у відповідь ({ $hub }): { $below }
pair-days = { $n } дн.
peak-by = { $peak }, від: { $by }
peak-day = { $n ->
    [one] { $n } особа
    [few] { $n } особи
   *[other] { $n } осіб
} { $date }
peak-month = { $n ->
    [one] { $n } особа
    [few] { $n } особи
   *[other] { $n } осіб
} за { $date }
peak-week = { $n ->
    [one] { $n } особа
    [few] { $n } особи
   *[other] { $n } осіб
} за тиждень від { $date }
picture-described = Часова стрічка: подій { $events }, рядків { $rows }
picture-empty = Немає подій для показу
picture-empty-range = { $range }: немає подій для показу
pin = { $date }: { $label }
row-hub-alone = лише { $hub }
row-others = { $n ->
    [one] ще { $n }
   *[other] ще { $n }
}
shared-by = { $n } спільно: { $lanes }
sum-of = { $what }: { $sum }
sum-unsure = з них у день, який точно не відомий: { $n }
strip-all = Усі доріжки
strip-down = вислані стороною «{ $hub }»
strip-people = осіб { $step ->
    [day] на день
   *[week] на тиждень
    [month] на місяць
    [year] на рік
    [years] на { $years } років
}
strip-up = вислані ними { $step ->
    [day] за день
   *[week] за тиждень
    [month] за місяць
    [year] за рік
    [years] за { $years } років
}
strip-with-hub = Усе зі стороною «{ $hub }»
thread-stop = { $entity } { $label }
thread-stop-undated = { $entity }: { $label }

## Посади

post-appointed = призначення { $date }
post-held = обіймає
post-no-decision = рішення у справі немає
post-nominated = висунення
post-nominated-by = висунення: { $hub }
post-nominee = { $name }, { $date }
post-not-chosen = не обрано: { $date } призначено { $name }
post-open = вільна
post-open-days = вільна, днів: { $n }
post-rejected = відмова { $date }
post-since-unknown = відколи: джерела немає
post-withdrawn = знято { $date }

## Легенда, примітки, джерела

foot-elsewhere = { $n ->
    [one] { $n } подія лежить поза цим зображенням.
    [few] { $n } події лежать поза цим зображенням.
   *[other] { $n } подій лежать поза цим зображенням.
}
foot-filtered = { $n ->
    [one] { $n } подію відсіяв фільтр.
    [few] { $n } події відсіяв фільтр.
   *[other] { $n } подій відсіяв фільтр.
}
foot-folded = Ще { $n }: { $names }.
foot-group = { $name }: { $lanes }.
foot-not-known = { $n ->
    [one] Про { $n } подію жодне датоване джерело не повідомило до { $date }.
   *[other] Про { $n } подій жодне датоване джерело не повідомило до { $date }.
}
foot-off = { $n ->
    [one] Не показано { $n } подію інших видів.
   *[other] Не показано { $n }: { $kind } та інші події.
}
foot-signs = { $n ->
    [one] { $n } знак легенди не показано.
    [few] { $n } знаки легенди не показано.
   *[other] { $n } знаків легенди не показано.
}
foot-undated = { $n ->
    [one] { $n } подія без дати.
    [few] { $n } події без дати.
   *[other] { $n } подій без дати.
}
legend-about = приблизно цього дня
legend-author-alleged = винуватця лише називають
legend-below = під лінією: { $hub }
legend-by-hub = вислані стороною «{ $hub }»
legend-denial = заперечення
legend-closure = закриття представництва
legend-differs = джерела розходяться
legend-force = диверсія чи інша сила
legend-law = арешт, обвинувачення чи вирок
legend-office = висунення чи призначення
legend-people = осіб
legend-people-by-them = вислані ними особи
legend-recalled = відкликані або виїхали
legend-restriction = обмеження чи санкція
legend-thread = шлях: { $entity }
legend-within = день невідомий, у межах смуги
legend-words = заява чи інші слова
legend-heights = подій за { $time }, шкала — квадратний корінь
legend-pale = триває, або день невідомий (щонайбільше { $n } водночас)
length-weeks = { $n ->
    [one] { $n } тиждень
    [few] { $n } тижні
   *[other] { $n } тижнів
}
length-days = { $n ->
    [one] { $n } день
    [few] { $n } дні
   *[other] { $n } днів
}
length-hours = { $n ->
    [one] { $n } годину
    [few] { $n } години
   *[other] { $n } годин
}
length-minutes = { $n ->
    [one] { $n } хвилину
    [few] { $n } хвилини
   *[other] { $n } хвилин
}
length-seconds = { $n ->
    [one] { $n } секунду
    [few] { $n } секунди
   *[other] { $n } секунд
}
sources-and-others = Джерела: { $names } та ще { $n }
sources-as-of = { $sources }. Станом на { $date }.
sources-named = Джерела: { $names }

## Види у множині

kinds-invasion = воєнні дії
kinds-attack = напади
kinds-expulsion = висилки
kinds-recall = відкликання
kinds-departure = від’їзди
kinds-closure = закриття
kinds-restriction = обмеження
kinds-sabotage = диверсії
kinds-cyberattack = кібератаки
kinds-arrest = арешти
kinds-charge = обвинувачення
kinds-conviction = вироки
kinds-exchange = обміни
kinds-sanction = санкції
kinds-seizure = вилучення
kinds-nomination = висунення
kinds-appointment = призначення
kinds-resignation = відставки
kinds-accusation = звинувачення
kinds-statement = заяви
kinds-denial = заперечення
kinds-meeting = зустрічі
kinds-vote = голосування
kinds-agreement = угоди
kinds-assassination = замахи
kinds-exercise = навчання
kinds-deployment = розгортання військ
kinds-election = вибори
kinds-protest = протести
kinds-investigation = розслідування
kinds-incident = інциденти
kinds-rejection = відмови
kinds-withdrawal = зняття кандидатур
kinds-measure = заходи
kinds-other = події інших видів

## Вікно

and-more = і ще { $n }
article-address-hint = https://…
article-byline-hint = хто написав
article-edit = змінити шапку
article-edit-of = Змінити шапку: { $title }
article-heading = Шапка статті
article-language-hint = uk, en, zh-Hant
article-needs-name = Потрібен заголовок, сайт або адреса, бо інакше ніхто не скаже, яка це стаття
article-origin-hint = агентство, від якого вона походить, якщо є
article-original = Показати оригінал
article-original-tip = Відкриває файл таким, яким він надійшов, в іншій програмі, а та може вийти в інтернет
article-private = не потрапляє до публічних копій
article-published-hint = 2022-04-05, 2022-04, 2022
article-remove = Вилучити статтю…
article-remove-all = { $n ->
    [one] Вилучити і її цитату
   *[other] Вилучити і цитати: { $n }
}
article-remove-all-what = { $n ->
    [0] Стаття зникає разом із текстом. Скасування поверне її.
   *[other] Стаття зникає, і події втрачають те, що вона про них каже. Скасування поверне її.
}
article-remove-asked = { $n ->
    [0] Жодна подія не цитує цієї статті. Вилучити її?
    [one] На цій статті тримається одна цитата. Що з нею буде?
   *[other] На цій статті тримаються цитати: { $n }. Що з ними буде?
}
article-remove-it = Вилучити
article-remove-keep = Залишити як посилання
article-remove-keep-what = Текст зникає; шапка лишається, і цитати зберігають свої слова.
article-remove-not = Лишити як є
article-text = Текст: { $title }
article-site-hint = газета, агентство чи сайт
article-no-text = Це джерело — посилання: його тексту у справі немає.
by-agency = джерело: { $agency }
date-found = { $date } ({ $how })
found-json-ld = так кажуть дані сторінки
found-meta = так каже голова сторінки
found-time = за датою біля тексту
found-url = за адресою
found-dateline = за рядком над текстом
found-file = за даними самого файлу
found-hand = записано вручну
block-hint = Клацніть, щоб відкрити
button-close = Закрити
button-dark = Темна
button-dismiss = Прибрати
button-fit = Усе
button-light = Світла
chooser-nothing = Нічого з такою назвою
copy-address = копіювати адресу
count-about = близько { $n }
count-between = від { $min } до { $max }
count-exact = { $n }
count-least = щонайменше { $n }
date-of-role = { $role } { $date }
date-role-deadline = крайній строк
date-role-declared = оголошено
date-role-effective = чинне від
date-role-left = виїзд
date-role-reported = повідомлено
differs = Розходження: { $source } каже { $claim }
do-close = Закрити статтю
do-earlier = Попередня подія
do-fit = Показати все
do-lane-above = Доріжка вище
do-lane-below = Доріжка нижче
do-later = Наступна подія
do-one-segment = Один відрізок
do-other-theme = Світла чи темна
do-palette = Знайти команду…
do-read = Читати джерело
do-shortcuts = Клавіші
do-view-after = Наступний вигляд
do-view-before = Попередній вигляд
do-zoom-in = Наблизити
do-zoom-out = Віддалити
empty-case = У справі ще немає подій
list-and = { $first } і { $last }
menu-bar = Меню
menu-event = Подія
menu-help = Довідка
menu-view = Вигляд
not-in-view = У цьому вигляді не показано
not-saved = не збережено
only-first = Відкрито лише { $file }; решту додайте до справи так: caseline import FILE --into CASE
palette-hint = Знайти команду
part-actor = діє: { $lanes }
part-place = місце: { $lanes }
part-subject = стосується: { $lanes }
part-target = щодо: { $lanes }
part-unsure = { $name } ({ $status })
part-unsure-by = { $name } ({ $status }, каже { $by })
quoted = «{ $words }»
shortcuts-pointer = Вказівником: коліщатко змінює масштаб там, де стоїть вказівник; перетягування або Shift із коліщатком зсувають; подвійне клацання на позначці наближає її.
shortcuts-single = Одиночні клавіші діють, поки не пишеться текст.
shortcuts-title = Клавіші та що вони роблять
source-here = текст вище
source-no-text = тексту у справі немає
status-events = { $n ->
    [one] { $n } подія
    [few] { $n } події
   *[other] { $n } подій
}
status-not-known = { $n } тоді ще не відомі
status-kind = { $kind }: { $n }
status-off-filter = { $n } відсіяв фільтр
status-off-kind = { $n } вимкнено за видом
status-off-status = { $n } вимкнено за певністю
status-other-lanes = { $n } на непоказаних доріжках
status-outside = { $n } поза цим часом
status-shown = показано { $n }
status-undated = { $n } без дати
status-waiting = на розгляд: { $n }
this-event = Ця подія
unit-incidents = { $n ->
    [one] { $n } інцидент
    [few] { $n } інциденти
   *[other] { $n } інцидентів
}
unit-limit = межа { $n }
unit-missions = { $n ->
    [one] { $n } представництво
    [few] { $n } представництва
   *[other] { $n } представництв
}
unit-people = { $n ->
    [one] { $n } особа
    [few] { $n } особи
   *[other] { $n } осіб
}
unit-things = { $n }
unit-total = { $n } загалом
view-now = Вигляд: { $name }
window-title = { $title } — Caseline
window-title-unsaved = { $title } (не збережено) — Caseline

# Перегляд: що начебто кажуть статті.
review = Перегляд
review-waiting = { $n ->
    [one] { $n } чекає
   *[other] { $n } чекають
}
review-support = { $events ->
    [one] { $events } подія
    [few] { $events } події
   *[other] { $events } подій
}: з цитатою { $quoted }, з посиланням { $cited }, без джерела { $bare }
review-sorting = Розкладаю, що кажуть статті…
review-nothing = Ніщо не чекає
review-nothing-what = Перетягніть статті на вікно: те, що вони начебто кажуть, з’явиться тут із відповідними словами.
pile-supports = Підтверджує подію справи · { $n }
pile-differs = Відрізняється від події справи · { $n }
pile-new = Нове · { $n }
pile-background = Тло, поза часом справи · { $n }
review-in-case = У справі
review-differs-in = Відрізняється: { $what }
review-accept = Прийняти
review-add-quote = Додати як цитату
review-accept-all = Прийняти всі
review-as-new = Не те саме
review-edit = Виправити…
review-reject = Відхилити
review-read = Читати
review-take-back = Повернути
review-next = Наступна пропозиція
review-before = Попередня пропозиція
menu-review = Перегляд
do-review = Відкрити або закрити перегляд
do-review-all = Прийняти все, що підтверджує
differs-when = дата
differs-count = число
differs-kind = вид
differs-status = певність
differs-lanes = хто це був

## Форми

carry-not = Цю дату не пересунути рукою: запишіть її у формі
article-facts-citation = посилання, { $n ->
    [0] без цитат
    [one] { $n } цитата
    [few] { $n } цитати
   *[other] { $n } цитат
}
article-facts-text = текст, { $n ->
    [0] без цитат
    [one] { $n } цитата
    [few] { $n } цитати
   *[other] { $n } цитат
}
articles-all = Статті
articles-found = { $n } з { $all }
articles-none = У справі ще немає статей. Перетягніть на вікно сторінки, PDF, документи чи листи або вставте скопійоване
do-articles = Перелік статей
do-delete-event = Видалити вибрані події
do-edit-heading = Змінити шапку статті…
do-edit-event = Змінити вибрані події
do-entities = Люди й організації
do-kinds = Власні види подій
do-lanes = Доріжки й посади
do-new-event = Нова подія
do-quote-after = Наступна цитата
do-quote-before = Попередня цитата
do-quote-words = Процитувати виділені слова для події
do-remove-article = Вилучити статтю…
do-select-words = Виділити слова у статті
do-table = Стрічка або таблиця
entities-alias-line = По одному в рядку
entities-all = Усі у справі
entities-merge-hint = інший запис, який стане «{ $name }»
entities-new = Нова людина чи організація
entities-private = не потрапляє до зображень і публічних копій
entity-organisation = організація
entity-person = людина
entity-role-actor = діє
entity-role-holder = обіймає посаду
entity-role-speaker = говорить
entity-role-subject = кого стосується
entity-role-target = проти кого
entity-unit = підрозділ
field-address = Адреса
field-aliases = Інші імена
field-byline = Автор
field-count = Число
field-dates = Інші дати
field-entities = Хто
field-family = Родина
field-group = Група
field-kind = Вид
field-label = Підпис
field-language = Мова
field-lanes = Доріжки
field-merge = Те саме, що
field-name = Назва
field-note = Нотатка
field-of = У складі
field-origin = Походження
field-private = Приватне
field-published = Опубліковано
field-site = Сайт
field-status = Певність
field-tags = Теги
field-title = Заголовок
field-type = Тип
field-when = Коли
form-about = приблизно
form-as-sure = як і подія
form-by = каже:
form-by-of = Хто каже це про «{ $name }»
form-cancel = Скасувати
form-close = Закрити форму
form-continue = далі
form-count-backwards = Найбільше число менше за найменше
form-count-most = { $what }, щонайбільше
form-count-to = до
form-date-add = додати дату
form-date-of = Дата: { $role }
form-date-remove = Вилучити цю дату
form-date-role = Що це за дата
form-delete = видалити подію
form-discard = Відкинути зміни
form-entities-none = Ще нікого
form-entity-add = Додати учасника
form-entity-awaited = «{ $text }» створюється
form-entity-hint = ім’я людини чи назва організації
form-entity-remove = Вилучити: { $name }
form-event = Подія
form-forget = відкинути
form-kind-missing = Якого виду ця подія?
form-kinds = Власні види
form-label-long = У підписі понад 28 знаків
form-label-used = { $n } з { $most } знаків
form-lane-hint = країна, установа, посада чи назва
form-lane-remove = Вилучити: { $name }
form-lanes = Доріжки й посади
form-link-editor = від редактора
form-link-hint = слова іншої події
form-link-quotes = { $n ->
    [one] з цитатою
   *[other] з цитатами: { $n }
}
form-link-remove = Вилучити зв’язок: { $verb } { $title }
form-link-this = Ця подія
form-link-to = Інша подія
form-link-type = Як пов’язано
form-links = Пов’язано з
form-new = Нова подія
form-no-entity = Для «{ $text }» нікого не вибрано
form-no-kind = «{ $text }» — не вид: виберіть зі списку
form-no-lane = «{ $text }» ще не доріжка: виберіть зі списку або очистьте поле
form-no-number = «{ $text }» — не число
form-no-title = Бракує заголовка
form-or-more = або більше
form-private = не потрапляє до зображень, таблиць і публічних копій
form-private-all = Позначити приватними
form-private-none = Не приватні
form-quote-read = читати там
form-quote-remove = Вилучити цитату: { $title }
form-quotes = { $n ->
    [0] Без цитат
    [one] { $n } цитата
    [few] { $n } цитати
   *[other] { $n } цитат
}
form-quotes-none = Виділіть слова у статті, щоб процитувати їх тут
form-remove = вилучити
form-role = Чим вони є в події
form-role-of = Чим у події є «{ $name }»
form-save = Зберегти
form-save-tip = Зберегти (Ctrl+Enter)
form-saving = зберігається…
form-says = Що воно каже інакше
form-says-same = як і подія
form-says-what = Лише там, де це джерело розходиться з подією
form-several = Кілька подій
form-several-chosen = { $n ->
    [one] Вибрано { $n } подію
    [few] Вибрано { $n } події
   *[other] Вибрано { $n } подій
}
form-several-delete = { $n ->
    [one] видалити цю подію
   *[other] видалити ці події: { $n }
}
form-several-keep = лишити як є
form-several-none = Виберіть події клацанням із Ctrl
form-several-unsaved = «{ $typed }» для кількох подій
form-sure-of = Наскільки певна участь: { $name }
form-tag = Тег
form-tag-add = Додати всім
form-tag-hint = Enter завершує тег
form-tag-remove = Вилучити тег { $tag }
form-tag-take = Забрати в усіх
form-unfinished = Не збережено: { $title }
form-unit = Що рахується
form-untitled = нова подія
form-when-hint = 5.04.2022, 2022-04~, 2022-03-29/2022-04-07
form-within = сталося раз, десь у цих межах
kinds-need-name = Потрібна назва з латинськими літерами або цифрами
kinds-new = Новий вид
kinds-none = Ще немає
kinds-own = Види цієї справи
kinds-taken = Такий вид уже є
lane-type-body = установа
lane-type-country = країна
lane-type-own = інша доріжка
lane-type-post = посада
region-australia-new-zealand = Австралія і Нова Зеландія
region-caribbean = Кариби
region-central-america = Центральна Америка
region-central-asia = Центральна Азія
region-eastern-africa = Східна Африка
region-eastern-asia = Східна Азія
region-eastern-europe = Східна Європа
region-melanesia = Меланезія
region-micronesia = Мікронезія
region-middle-africa = Центральна Африка
region-northern-africa = Північна Африка
region-northern-america = Північна Америка
region-northern-europe = Північна Європа
region-polynesia = Полінезія
region-south-america = Південна Америка
region-south-eastern-asia = Південно-Східна Азія
region-southern-africa = Південна Африка (регіон)
region-southern-asia = Південна Азія
region-southern-europe = Південна Європа
region-western-africa = Західна Африка
region-western-asia = Західна Азія
region-western-europe = Західна Європа
group-members = Члени: { $body }
lanes-closeness = Доріжки зі спільними подіями стоять поруч: сполучні лінії на { $n } % коротші, ніж за абеткою
lanes-all = Доріжки цієї справи
lanes-group-hint = наприклад: країни Балтії
lanes-need-name = Потрібна назва
lanes-new = Нова доріжка
lanes-new-post = Нова посада
lanes-remove = Вилучити, що справа каже про { $code }
link-back-answers = відповідь
link-back-carries-out = виконано
link-back-contradicts = суперечить
link-back-ends = завершено
link-back-outcome = вирішено
link-back-part-of = складається з
link-back-retaliation = відплата
list-narrow = Звузити список
pick-new-entity = Новий запис: { $name }
pick-new-lane = Нова доріжка: { $name }
pick-new-post = Нова посада: { $name }
private = приватне
quote-add-draft = Додати до події, що пишеться
quote-add-to = Додати як цитату до…
quote-copy = Копіювати
quote-new-event = Нова подія з цього
quote-which = Подія, для якої це цитата
says-count = Число, яке воно називає
says-kind = Вид, який воно називає
says-lanes = Доріжки, які воно називає
says-status = Певність, яку воно називає
says-when = Дата, яку воно називає
facts-edit = змінити
sides-by = Поруч
unit-name-incidents = інциденти
unit-name-limit = межа
unit-name-missions = представництва
unit-name-people = люди
unit-name-things = речі
unit-name-total = загалом
sides-as-event = як і подія

## Таблиця

table-count = { $n } з { $all ->
    [one] { $all } події
   *[other] { $all } подій
} · подвійне клацання або F2 пише в клітинці
table-quotes = Цитати
table-sort = Упорядкувати: { $column }

## Файли: сторінка початку, панель, запитання, повідомлення

browse-nothing = Нічого не повернулося. Якщо вікна вибору не було, у системі його немає: впишіть шлях
button-cancel = Скасувати
button-choose = Вибрати
button-details = Докладніше
button-export = Експортувати
button-new-reading = Прийняти як нове прочитання
button-open = Відкрити
button-other-name = Обрати іншу назву
button-replace = Замінити
button-save = Зберегти
button-stop = Спинити
do-close-case = Закрити справу
do-dismiss = Прибрати останнє повідомлення
do-export = Експорт…
do-new = Нова справа
do-open = Відкрити…
do-open-recent = Відкрити недавню справу…
do-open-sample = Відкрити зразок
do-quit = Вийти
do-save = Зберегти
do-save-as = Зберегти як…
do-save-copy = Зберегти копію…
do-stop = Спинити тривалу роботу
drop-open = Відпустіть, щоб відкрити { $file }
drop-take-in = { $n ->
    [one] Відпустіть, щоб додати цей файл до справи
   *[other] Відпустіть, щоб додати ці файли до справи: { $n }
}
empty-case-what = Перетягніть сюди статті чи таблицю подій або створіть першу подію вручну
file-untitled = Без назви
format-caseline-json = Case JSON
format-csv = Таблиця (CSV)
format-docx = Текст (DOCX)
format-html = Сторінка (HTML)
format-md = Хронологія (Markdown)
format-pdf = PDF
format-png = Зображення (PNG)
format-svg = Малюнок (SVG)
haul-events = { $n ->
    [one] додано { $n } подію
    [few] додано { $n } події
   *[other] додано { $n } подій
}
haul-known = { $n ->
    [one] { $n } вже була
   *[other] { $n } вже були
}
haul-new = { $n ->
    [one] додано { $n } статтю
    [few] додано { $n } статті
   *[other] додано { $n } статей
}
haul-nothing = Нічого нового
haul-otherwise = { $n } з них є у справі з іншими словами
haul-unread = { $n } не вдалося додати
haul-updated = { $n } прочитано заново
haul-waiting = { $n ->
    [one] чекає { $n } пропозиція
    [few] чекають { $n } пропозиції
   *[other] чекають { $n } пропозицій
}
labour-export = Створюється { $file }
labour-take-in = Читаю файли: { $done } з { $of }
left-case = «{ $title }», { $n ->
    [one] { $n } подія
    [few] { $n } події
   *[other] { $n } подій
}
left-forget = { $n ->
    [one] Забути
   *[other] Забути всі ({ $n })
}
left-keep = Залишити
left-question = { $n ->
    [one] Забути { $n } справу, яку не збережено?
    [few] Забути { $n } справи, які не збережено?
   *[other] Забути { $n } справ, які не збережено?
}
left-what = Жоден файл їх не містить, і повернути їх не можна.
menu-file = Файл
notices-all = Прибрати всі, разом ще з { $n }
panel-browse = Огляд…
panel-browse-tip = Вибрати у вікні самої системи
panel-browsing = Виберіть у вікні системи
panel-chronology = Хронологія показаного
panel-claims = Аркуш тверджень про показане
panel-export = Експорт показаного
panel-hint = Пишіть, щоб звузити; Tab доповнює, стрілки вибирають
panel-home = Домівка
panel-listing = Читаю теку
panel-no-format = Закінчіть назву на { $endings }
panel-no-name = Впишіть назву або виберіть нижче
panel-nothing = Тут нічого вибрати
panel-open = Відкрити
panel-path = Шлях
panel-public = Без приватного
panel-replace = { $file } вже існує
panel-save-as = Зберегти як
panel-save-copy = Зберегти копію
panel-up = Тека вище
recent-hint = Відкрити недавню справу
saved-already = Усі зміни вже у файлі { $file }
size-kb = { $n } кБ
size-mb = { $n } МБ
start-begin = Почати
start-drop = Або перетягніть на це вікно справу, таблицю подій чи статті
start-forget-all = Забути всі
start-missing = зараз його немає
start-new = Нова справа
start-none = Ще немає. Відкрите показується тут, лише на цьому комп’ютері
start-open = Відкрити…
start-recent = Недавні справи
start-remove = Вилучити
start-remove-tip = Прибрати з цього переліку
start-reopen = Відкрити знову
start-sample = Відкрити зразок
start-unsaved = «{ $title }» не було збережено, коли Caseline завершила роботу (подій: { $n }){ $others ->
    [0] { "" }
   *[other] ; інших справ: { $others }
}
start-what = Що сталося, за країнами, і кожна подія спирається на слова, які її доводять
unfinished-back = Повернутися
unfinished-let-go = Облишити, воно зникне
unfinished-question = Дещо ще не збережено
unfinished-what = Збережене у формі через Ctrl+Enter стає частиною справи.
unsaved-discard = Відкинути
unsaved-question = Зберегти «{ $title }»?
unsaved-save = Зберегти як…
unsaved-what = Справу змінено, а власного файлу зі змінами вона ще не має. Відкинуте зникне.

## Зміни, яких у справі ще немає
pending-give-up = Відмовитися
pending-give-up-tip = Відкидає зміни, які не вдалося записати, і показує справу такою, якою вона є у файлі
pending-on-its-way = Записуються зміни: { $n }…
pending-stuck = { $n ->
    [one] { $n } зміну ще не записано
    [few] { $n } зміни ще не записано
   *[other] { $n } змін ще не записано
}
pending-try-again = Спробувати ще раз
pending-try-again-tip = Записує зміни, що чекають, за їхнім порядком

## Що пішло не так із файлами

fault-case-busy = справу використовує інша програма; спробуйте ще раз, коли вона закінчить
fault-case-folder-locked = справу не записано: у її теку не можна писати
fault-case-full = справу не записано: диск заповнено
fault-case-malformed = файл справи пошкоджено: база даних усередині нечитна; візьміть давнішу копію
fault-case-moved = файл справи перенесено, перейменовано або видалено, поки його було відкрито, і ваші зміни до нього вже не потрапляють
fault-case-read-only = справу відкрито лише для читання
fault-damaged = { $file } пошкоджено: { $what }; візьміть давнішу копію
fault-empty = { $file } порожній (0 байтів)
fault-exists = { $file } уже існує
fault-folder = { $file } – це тека, а не файл
fault-full = диск, на якому { $file }, заповнено
fault-held = { $file } відкрито в іншому Caseline ({ $holder }); спершу закрийте його там
fault-missing = { $file } не існує
fault-newer = { $file } записав новіший Caseline (версія { $what }); відкрийте ним
fault-no-case = жодної справи не відкрито
fault-no-folder = теки { $file } не існує
fault-no-state = немає приватної теки, у якій працювати: вкажіть її в CASELINE_STATE_DIR
fault-not-a-case = { $file } – не справа Caseline
fault-not-readable = немає дозволу читати { $file }
fault-not-writable = немає дозволу писати в { $file }
fault-open-case = { $file } – це справа, яку зараз відкрито
fault-other-program = { $file } – база SQLite іншої програми, а не справа Caseline
fault-panicked = щось пішло не так у самому Caseline ({ $what }); справа така, як була, будь ласка, повідомте про це
fault-strange = { $file } не влаштовано як справу Caseline: { $what }
held-by-other-user = іншого користувача
held-by-process = процес { $n }
held-by-process-of = процес { $n } користувача { $user }
clipboard-no-thread = скопіювати не вдалося ({ $why })
clipboard-took-nothing = буфер обміну системи нічого не прийняв ({ $why })
export-no-table = не вдалося записати таблицю подій: { $why }
export-not-drawn = не вдалося намалювати зображення: { $why }
export-too-large = зображення { $width } × { $height } пікселів завелике: найбільше – 7680 × 4320
export-too-much-text = події зайняли б у зображенні { $n } МБ тексту, а найбільше – 8 МБ: звузьте вибір або не вбудовуйте подій
fault-carries-no-case = { $file } – зображення без справи: його намалював не Caseline
fault-carries-no-view = у { $file } немає вигляду жодної справи
fault-drawn-not-listed = зображення малюється, а не виписується
fault-half-range = тут проміжку потрібні обидва кінці
fault-inside = { $file }: { $why }
fault-name-of-json = { $file } – назва для Case JSON, у якому не працюють: збережіть справу як .caseline, а її копію – як Case JSON
fault-no-case-in = { $file } – не справа; створіть її: caseline new СПРАВА
fault-no-logo = { $file } не годиться як знак: { $why }
fault-no-range = проміжок від { $from } до { $to } не має тривалості
fault-size = зображення { $width } × { $height } пунктів намалювати не можна: кожен бік має бути від { $least } до { $most }
logo-colours = його кольори ({ $colours }) невідомого різновиду
logo-heavy = понад { $most } МБ – забагато для знака
logo-large = він має { $width } × { $height } пікселів, а найбільше – { $most } на бік
logo-no-room = для його пікселів немає місця
logo-not-drawn = його не вдалося намалювати
logo-other = це не PNG і не SVG
logo-refers = SVG посилається на інші зображення, а їх ніхто не відкриває: збережіть його як PNG
logo-svg = SVG не читається ({ $why })
logo-unseen = у ньому нічого не видно
png-damaged = PNG пошкоджено ({ $why })
png-huge = PNG видає себе за більший, ніж буває будь-яке зображення
png-newer = його записав новіший Caseline
png-text-damaged = його текст пошкоджений
png-text-much = його текст більший за 8 МБ
png-text-packed = його текст пошкоджений або після розпакування більший за 8 МБ
png-text-strange = його текст не від Caseline або пошкоджений ({ $why })
system-says = система каже: { $why }
unknown-kind = виду «{ $kind }» у цій справі немає; є { $known }
unknown-lane = доріжки «{ $lane }» немає; у справі є { $known }
unknown-lane-near = доріжки «{ $lane }» немає; схожі: { $near }
unknown-language = мовою «{ $language }» слів немає; є { $known }
unknown-view = вигляду «{ $view }» немає; у справі є { $known }
unknown-view-of-none = вигляду «{ $view }» немає; у справі ще немає жодного
zip-broken = ZIP не читається: { $why }
damage-cut = файл обірвано після { $is } з { $should } байтів
damage-malformed = база даних усередині нечитна
doing-compress = стиснути байти файлу
doing-delete = видалити { $file }
doing-make = створити { $file }
doing-read = прочитати { $file }
doing-use = скористатися { $file }
doing-write = записати { $file }
fault-case-content = у файлі справи є те, чого ця програма не записувала: { $what }
fault-case-database = не вдалося скористатися файлом справи (SQLite каже: { $what })
fault-case-exists = { $file } уже існує
fault-case-is-folder = { $file } – це тека, а не справа
fault-doing = не вдалося { $doing } (система каже: { $why })
layout-columns = у { $kind } «{ $name }» інші стовпчики
layout-missing = бракує { $kind } «{ $name }»
layout-strange = у ньому є { $kind } «{ $name }», чого немає в жодній справі

## Чого справа не дозволяє: правила, через які зміни й файли відхиляються

id-of-article = статті
id-of-candidate = пропозиції
id-of-entity = учасника
id-of-event = події
one-of-articles = стаття
one-of-candidates = пропозиція
one-of-entities = учасник
one-of-events = подія
one-of-kinds = вид
one-of-lanes = доріжка
proposal-accepted = прийнято
proposal-rejected = відхилено
proposal-waiting = чекає
refused-accepted-old = прийнята подія має бути новою
refused-apart-itself = подію не можна відрізнити від неї самої
refused-article-nameless = стаття без тексту потребує заголовка або адреси
refused-circle = зв’язки «частина» події «{ $event }» пішли б по колу
refused-entity-merge = учасника не можна об’єднати з ним самим
refused-entity-nameless = особі чи організації потрібне ім’я
refused-entity-used = { $what } бере участь у подіях ({ $events }) і запропонованих подіях ({ $proposed }); спершу приберіть звідти або об’єднайте з іншим
refused-event-gone = цієї події вже немає у справі
refused-event-id = код «{ $id }» уже має інша подія
refused-import-by-hand = імпорт – не ручна зміна
refused-kind-is-ours = «{ $kind }» – вид, який програма має сама
refused-kind-nameless = виду потрібна назва
refused-kind-used = вид { $what } використовується ({ $place }: { $n }); спершу виберіть для них інший
refused-kinds-full = у справі може бути щонайбільше { $most } власних видів
refused-lane-codeless = доріжці потрібен код
refused-lane-in-itself = доріжка не може належати сама собі
refused-lane-twice = доріжку { $lane } названо двічі
refused-lane-undeclared = доріжку «{ $lane }» у справі не оголошено
refused-lane-used = доріжка { $what } використовується ({ $place }: { $n }); спершу приберіть її звідти
refused-link-itself = подію не можна пов’язати з нею самою
refused-no-article = статті «{ $key }» у справі немає
refused-no-colour = «{ $colour }» – не колір; пишіть як #8C4A12
refused-no-entity = учасника «{ $key }» у справі немає
refused-no-event = події «{ $key }» у справі немає
refused-no-free-id = не знайшлося вільного коду для { $what }
refused-no-kind = виду «{ $kind }» у справі немає
refused-no-lane = доріжки «{ $lane }» у справі немає
refused-no-link = такого зв’язку від «{ $from }» до «{ $to }» немає
refused-no-own-kind = власного виду «{ $kind }» у справі немає
refused-no-proposal = запропонованої події «{ $key }» у справі немає
refused-no-proposals = жодної запропонованої події не вибрано
refused-no-selection = жодної події не вибрано
refused-no-step = цього кроку вже немає в історії
refused-no-text = тексту, який можна прибрати, немає: це вже лише посилання
refused-no-zone = «{ $zone }» – не часовий пояс; пишіть UTC або зсув, як +02:00
refused-not-utf8 = ім’я { $file } записано не в UTF-8; виберіть інше
refused-other-state = { $what }: { $is }, а не { $not }
refused-part-of-part = подія не може бути частиною того, що є її частиною: зв’язки «частина» пішли б по колу
refused-stray-proposal = запропонована подія стоїть у статті «{ $article }»
refused-tag-nameless = тегу потрібна назва
refused-unknown-article = невідома стаття «{ $key }»
refused-unknown-entity = невідомий учасник «{ $key }»
refused-was-accepted = { $what } вже прийнято
refused-was-rejected = { $what } відхилено; спершу поверніть до черги
rule-circle = зв’язки «частина» події «{ $event }» ідуть по колу
rule-count-large = число завелике
rule-count-turned = найбільше число { $max } менше за найменше { $min }
rule-hash = стаття «{ $article }»: text_sha256 не відповідає тексту, хеш якого { $hash }
rule-kind = невідомий вид «{ $kind }»; його можна оголосити в `kinds`
rule-kind-alone = невідомий вид «{ $kind }»
rule-kind-said = невідомий вид «{ $kind }» у тому, що каже цитата
rule-kinds-many = власних видів { $n }; у справі може бути щонайбільше { $most }
rule-lane = невідомий код доріжки «{ $lane }»; його треба оголосити в `lanes`
rule-link-event = зв’язок називає невідому подію «{ $event }»
rule-link-itself = подію «{ $event }» пов’язано з нею самою
rule-link-twice = другий зв’язок «{ $type }» від «{ $from }» до «{ $to }»
rule-no-id = порожній id ({ $what })
rule-no-rev = у статті «{ $article }» немає тексту з rev { $rev }
rule-not-same = `not_same` називає невідому подію «{ $event }»
rule-of-candidate = пропозиція «{ $candidate }»: { $why }
rule-of-event = подія «{ $event }»: { $why }
rule-of-link = зв’язок від «{ $from }» до «{ $to }»: { $why }
rule-older-alone = стаття «{ $article }»: давніші тексти без самого тексту
rule-quote-article = цитата називає невідому статтю «{ $article }»
rule-quote-empty = початок цитати стоїть не перед її кінцем
rule-quote-misplaced = слів цитати немає на місці { $start }..{ $end } статті «{ $article }»: там стоїть «{ $words }»
rule-quote-outside = цитата { $start }..{ $end } виходить за межі: у тексті статті «{ $article }» { $n } знаків
rule-quote-turned = початок цитати { $start } стоїть не перед її кінцем { $end }
rule-rev-twice = стаття «{ $article }»: другий текст із rev { $rev } або жодного
rule-second-id = id «{ $id }» ужито двічі ({ $what })
rule-share = вигляд «{ $view }»: частка відрізка має бути більшою за 0
rule-text-gone = немає тексту статті «{ $article }», у якому її знайдено
rule-view-many = вигляд «{ $view }»: { $what }: { $n }; уміщається щонайбільше { $most }
used-by-events = події
used-by-lanes = інші доріжки
used-by-links = цитати зв’язків
used-by-proposals = запропоновані події
used-by-quotes = цитати
view-part-pins = закріплених підписів
view-part-segments = відрізків
view-part-threads = шляхів

## Що не так із Case JSON

json-at-column = рядок { $line }, стовпчик { $column }: { $why }
json-at-line = рядок { $line }: { $why }
json-breaks-off = тут файл обривається; він неповний
json-empty = файл порожній
json-half-quote = цитаті потрібні start, end і exact разом, або лише exact, або нічого
json-hash-alone = стаття «{ $article }»: text_sha256 без тексту
json-missing-key = бракує ключа `{ $key }`
json-newer = записав новіший Caseline (формат { $format }); цей читає до { $known }
json-no-format = формат { $format } невідомий
json-not-a-case = це не Case JSON: ключа «caseline» немає
json-not-utf8 = рядок { $line }: не UTF-8; збережіть файл у UTF-8
json-same-key = той самий ключ двічі: `{ $key }`
json-unknown-key = невідомий ключ `{ $key }`
rule-bytes-not-base64 = стаття «{ $article }»: байти оригіналу не в base64
rule-bytes-not-theirs = стаття «{ $article }»: байти оригіналу не відповідають своєму sha256

## Пошук і впорядкування

button-done = Готово
button-filter = Фільтр
button-filter-on = Фільтр ({ $n })
chip-article = у «{ $name }»
chip-site = з { $name }
chip-kinds-off = вимкнено видів: { $n }
chip-least = { $n } або більше
chip-most = щонайбільше { $n }
chip-off = Зняти: { $name }
chip-plain = { $name }
chip-role = роль: { $name }
chip-tag = тег { $name }
choose-hub = Виберіть осередок: доріжку, якій протистоять усі інші
choose-lane = Яка доріжка?
choose-thread = Показати або сховати шлях…
choose-view = Вибрати вигляд
do-arrange-lanes = Упорядкувати доріжки…
do-back = Назад
do-by-actor = Доріжка за тим, хто діє
do-by-counterpart = Доріжка за протилежною стороною
do-by-place = Доріжка за місцем
do-by-subject = Доріжка за тим, кого стосується
do-by-target = Доріжка за тим, проти кого
do-choose-view = Вибрати вигляд…
do-cut-segment = Розрізати відрізок тут
do-filter = Фільтр…
do-forward = Вперед
do-history = Історія
do-hit-before = Попередній збіг
do-hub = Вибрати осередок…
do-join-segments = З’єднати два відрізки
do-label-event = Підпис вибраної події…
do-lane-menu = Одна доріжка: осередок, закріпити, згорнути, сховати…
do-move-view-down = Пересунути вигляд нижче
do-move-view-up = Пересунути вигляд вище
do-new-view = Новий вигляд із цього…
do-next-hit = Наступний збіг
do-no-hub = Без осередку
do-order-case = Порядок як у справі
do-group-regions = Згрупувати за регіонами ООН
do-group-eu = Згрупувати членів ЄС
do-group-nato = Згрупувати членів НАТО
do-group-osce = Згрупувати членів ОБСЄ
do-collapse-groups = По рядку на групу або всі їхні доріжки
do-order-closeness = Порядок за спільними подіями
do-order-first-act = Порядок за першою дією
do-order-heads = Порядок за кількістю людей
do-order-name = Порядок за назвою
do-pairs = Пари: дія і відповідь
do-pan-earlier = Пересунутися до раніших часів
do-pan-later = Пересунутися до пізніших часів
do-pin-event = Закріпити вибрану подію
do-posts = Посади
do-redo = Повторити
do-remove-view = Видалити вигляд
do-rename-view = Перейменувати вигляд…
do-search = Пошук…
do-show-all-lanes = Показати всі доріжки
do-strip = Смуга сум
do-suggest-segments = Запропонувати відрізки
do-thread = Шлях людини чи організації…
do-undated = Події без дати
do-undo = Скасувати
filter-all-kinds = Усі
filter-articles = Статті
filter-cited-only = Лише джерела без слів
filter-differs = Лише де джерела розходяться
filter-choice = { $name }, { $n ->
    [one] { $n } подія
    [few] { $n } події
   *[other] { $n } подій
}
filter-clear = Очистити фільтр
filter-entities = Люди й організації
filter-from = від 2022-04
filter-kinds = Види
filter-lanes = Доріжки
filter-least = щонайменше
filter-left = { $n ->
    [one] { $n } подія
    [few] { $n } події
   *[other] { $n } подій
}
filter-most = щонайбільше
filter-narrow = Звузити список
filter-no-kinds = Жодного
filter-no-quote = Лише без цитати
filter-sites = Сайти
filter-none-left = Фільтр не пропускає жодної події
filter-number = Число
filter-roles = Роль доріжки
filter-show-all = Показати всі події
filter-since = початок: { $date }
filter-status = Певність
filter-tags = Теги
filter-time = Час
filter-title = Фільтр
filter-to = до 2022-06
filter-until = кінець: { $date }
filter-words = Слова
filter-words-hint = у заголовках, нотатках і тегах
group-collapse = Показати «{ $name }» одним рядком
group-collapse-short = Один рядок
group-make = Згрупувати позначені доріжки
group-name = Назва групи
group-part = Розділити
header-fold = Згорнути цю доріжку
header-hide = Сховати цю доріжку
header-hub = Зробити осередком
header-pin = Закріпити цю доріжку вгорі
header-unfold = Розгорнути цю доріжку
header-unpin = Відкріпити цю доріжку
history-go = Перейти сюди
history-go-to = Перейти до: { $step }
history-none = Ще нічого не змінено
history-step = { $time }  { $what }
history-undone = Скасовано: { $step }
label-words = Слова при цій події; порожньо: без підпису
lane-down = Пересунути нижче: { $name }
lane-fold = Згорнути: { $name }
lane-fold-short = Згорнути
lane-hide = Сховати: { $name }
lane-hide-short = Сховати
lane-pin = Закріпити: { $name }
lane-pin-short = Закріпити
lane-tick = Вибрати до групи: { $name }
lane-up = Пересунути вище: { $name }
lane-what = { $name }: що зробити?
lanes-title = Доріжки цього вигляду
menu-edit = Зміни
menu-lanes = Доріжки
menu-views = Вигляди
new-view-name = Назва нового вигляду
overview-name = Огляд усієї справи
overview-end = Кінець відрізка { $n }: { $date }
overview-segment = Відрізок { $n }: { $from } – { $to }
overview-start = Початок відрізка { $n }: { $date }
overview-tip = Тягніть відрізок або його кінці; подвійне клацання створює новий
search-article = Стаття: { $title }
search-event = Подія
search-found = { $events ->
    [one] { $events } подія
    [few] { $events } події
   *[other] { $events } подій
}, { $articles ->
    [one] { $articles } стаття
    [few] { $articles } статті
   *[other] { $articles } статей
}
search-listed = у списку найкращі { $n }
search-listed-of-first = у списку найкращі { $n }, події – з-поміж перших { $weighed } у справі
search-name = Пошук
search-nothing = Нічого не знайдено
search-on-its-way = Шукаю…
segment-join = З’єднати з наступним
segment-remove = Вилучити цей відрізок
tray-count = { $n ->
    [0] усі з датами
   *[other] без дати: { $n }
}
tray-date = Дата…
tray-date-hint = як-от 2022-04-05 або 2022-04~
tray-date-of = Дати дату: { $title }
tray-hint = Перетягніть подію на вісь або впишіть її дату
tray-tip = Події без дати (U)
tray-title = Події без дати
view-name = Назва цього вигляду
view-unnamed = Вигляд: без назви
form-candidate = Подія зі статті

## Підрахунок: вибране, відоме, пари, рівновага, мовчання

copied-event = { $date }: { $title } ({ $status })
copied-private = { $n ->
    [one] { $n } приватну подію пропущено
    [few] { $n } приватні події пропущено
   *[other] { $n } приватних подій пропущено
}
copied-quote = – { $quote } { $source }
copied-source = – { $source }
copied-told = { $n ->
    [0] Нічого не скопійовано
    [one] Скопійовано { $n } подію
    [few] Скопійовано { $n } події
   *[other] Скопійовано { $n } подій
}
chosen-title = { $n ->
    [one] Вибрано { $n } подію
    [few] Вибрано { $n } події
   *[other] Вибрано { $n } подій
}
chosen-heads = { $n ->
    [one] Вислано { $n } особу
    [few] Вислано { $n } особи
   *[other] Вислано { $n } осіб
}
chosen-heads-rest = Кожну особу один раз, з таких подій:
chosen-lanes = доріжки: { $lanes }
chosen-lanes-more = доріжки: { $lanes } і ще { $n }
chosen-lane = { $name } { $n }
chosen-undated = без дати: { $n }
chosen-copy-text = Копіювати як текст
chosen-copy-csv = Копіювати як таблицю
chosen-change = Змінити…
chosen-none = Не вибирати нічого
chosen-region = Що вибрано
do-choose-all = Вибрати все у полі зору
do-choose-earlier = Вибрати ще й попередню подію
do-choose-later = Вибрати ще й наступну подію
do-copy-text = Копіювати вибране як текст
do-copy-csv = Копіювати вибране як таблицю
known-on = Відоме на { $date }
known-on-subtitle = Відоме на { $date }. { $subtitle }
known-region = Відоме на певний день
known-before = Попередній день, коли щось стало відомо
known-after = Наступний день, коли щось стало відомо
known-day = День
known-told = Відомо { $known } з { $all }, цього дня { $new ->
    [0] нічого нового
   *[other] нових: { $new }
}
known-place = день { $at } з { $of }
known-without = { $n } без датованого джерела
known-without-list = Жодна стаття, що про них каже, не має дати
known-now = Показати все відоме
do-known-before = Відоме: попередній день
do-known-after = Відоме: наступний день
do-known-now = Показати все відоме
case-damaged = { $file } пошкоджено: { $why }. Збережіть копію того, що ще читається, і порівняйте її зі старішою
compacted = Ущільнено: { $before } кБ стали { $after } кБ{ $steps ->
    [0] { "" }
   *[other] ; скасованих кроків, які вже не повторити: { $steps }
}
do-compact = Ущільнити файл справи
labour-compact = Файл меншає
do-align = Дні від вибраної події
do-reckoning = Відповіді й рівновага
do-silence-eu = Члени ЄС, про яких тиша
do-silence-nato = Члени НАТО, про яких тиша
do-silence-osce = Члени ОБСЄ, про яких тиша
reckon-accept = Прийняти
reckon-accept-of = Прийняти: { $pair }
reckon-dismiss = Не пара
reckon-dismiss-of = Не пара, більше не пропонувати: { $pair }
reckon-balance = Рівновага { $n }
reckon-balance-none = Ніхто нікого не висилав
reckon-balance-rule = Вислані особи, кожну пораховано раз. Число із * спільне: воно входить цілим і до інших пар. Наведіть вказівник на число, щоб побачити події, на яких воно стоїть.
reckon-balance-spoken = { $one } вислали { $n } з боку { $other }, { $other } вислали { $m } з боку { $one }
reckon-cluster = відповідей { $n } через { $first }–{ $last } дн.
reckon-cluster-one = відповідей { $n } через { $first } дн.
reckon-days = { $n } дн.
reckon-days-between = { $least }–{ $most } дн.
reckon-drawn = Малювати прийняті відповіді на доріжках
reckon-event = { $date }: { $title }
reckon-lag = { $days } · { $answer }
reckon-lag-rest = Дія та відповідь на неї:
reckon-lags = Затримки { $n }
reckon-lags-none = Жодної відповіді ще не прийнято
reckon-lags-rest = Дні: { $days }
reckon-lags-rule = Від кожної дії до прийнятої для неї відповіді. Три й більше, що йдуть одна за одною в межах двох днів, стоять разом.
reckon-lags-sum = Відповідей з відомими днями { $n }: найшвидша через { $first }, середня через { $middle }, найповільніша через { $last } дн.
reckon-open = { $actors } щодо { $targets }: { $n }
reckon-open-proposed = { $actors } щодо { $targets }: { $n } (відповідь чекає)
reckon-open-rest = Ніщо у справі не пов’язано з цим як відповідь:
reckon-open-told = { $actors } щодо { $targets } · { $event }
reckon-open-told-proposed = { $actors } щодо { $targets } · { $event } (відповідь чекає)
reckon-pair = { $act } ← { $answer } · { $kind } · { $days }
reckon-pair-dates = { $act } ← { $answer }
reckon-party = { $name } { $n }
reckon-proposed = Чекають { $n }
reckon-proposed-none = Пар для пропозиції не лишилося
reckon-proposed-rest = Запропоновано лише за країнами, днями й числом:
reckon-proposed-rule = Що може бути відповіддю: дія того самого виду навзаєм упродовж 60 днів, спершу найбільші, кожну раз. Самі дні й країни кажуть мало: нічого не малюється й не рахується, доки ви не приймете.
reckon-reckoning = Рахую…
reckon-side = { $by } вислали { $n } з боку { $of }, кожну особу раз:
reckon-side-shared = { $by } вислали { $n } з боку { $of }, частину — у спільних діях:
reckon-title = Відповіді й рівновага
reckon-unanswered = Без відповіді { $n }
reckon-unanswered-none = На все є відповідь
reckon-unanswered-rule = Дії, на які зазвичай відповідають тим самим і на які у справі ніщо не відповідає. Можливо, відповіді просто немає у справі.
silence = У справі немає подій ({ $union }): { $names }
silence-none = Кожен член { $union } має подію у справі
silence-rests = Членів { $union } від { $first } до { $last }: { $all }; мають події { $named }:
do-still = Увімкнути або вимкнути рух
axis-days = дні
axis-since = днів від { $date }
button-paste = Вставити
drop-nothing = Те, що було над вікном, не принесло файлу; скопіюйте його там і вставте тут
paste-nothing = У буфері немає ні тексту, ні сторінки, ні файлу, які можна вставити
do-unfold = Рядок для кожної доріжки або згорнути
lanes-scroll = Прокрутити доріжки
described-most = Найбільше висланих однією стороною: { $list }.
described-most-by-hub = Найбільше висланих стороною «{ $hub }»: { $list }.
described-range = Період: { $from } – { $to }.
described-rows = Рядки згори: { $names }{ $n ->
    [0] .
   *[other] { " " }і ще { $n }.
}
described-thread = Лінія веде за «{ $name }» через події ({ $n }), від «{ $first }» до «{ $last }».
empty-case-articles = Статті справи чекають: перегляньте, що вони начебто кажуть, або виділіть слова й зробіть із них подію
empty-case-review = Переглянути, що вони кажуть
saved-in = збережено у { $file }
form-reading = Додати { $name }, що теж може матися на увазі
review-again = Сказано ще раз: «{ $words }»
review-names = У справі ще немає: { $names }
review-readings = Може означати й таке: { $lanes }

## Робочий стіл: вибір для всіх справ і відомості про програму

about-licence = Ліцензія MIT або Apache-2.0, на ваш вибір; шрифти — під SIL Open Font License
about-log = Що програма робить і де ламається, записується в журнал у приватній теці, без тексту ваших статей
about-network = Вона не відкриває жодного мережевого з’єднання
about-right-to-left = Письмо справа наліво правильне на зображеннях; у цьому вікні порядок слів може бути хибним
about-version = Версія { $version }
about-wayland = Це вікно стоїть на Wayland: на нього не можна перетягнути файли, бо віконна бібліотека (winit 0.30) там про це не дізнається; наступна її версія вже вміє. Відкривайте файли через меню «Файл», вставляйте текст або запускайте Caseline там, де є X11
about-x11 = Це вікно в X11: файли можна на нього перетягувати
do-about = Про Caseline
do-appear-contrast = Високий контраст
do-appear-contrast-dark = Високий контраст, темна
do-appear-dark = Темна тема
do-appear-light = Світла тема
do-appear-system = Тема як у системі
do-chronology = Письмова хронологія…
do-claims = Аркуш тверджень…
do-help = Довідка
do-larger = Більше
do-own-size = Звичайний розмір
do-smaller = Менше
do-speak-en = English
do-speak-system = Мова як у системі
do-speak-uk = Українська
help-licences = Ліцензії
help-title = Довідка
menu-window = Вікно

## Те, що йде зі справи назавжди

do-forget = Забути назавжди…
do-hand-over = Передати копію…
leaving-copy = Передати копію як { $file }
leaving-copy-do = Записати копію
leaving-copy-told = Копія — новий файл без історії. Вона не містить:
leaving-forget = Забути назавжди
leaving-forget-do = Забути назавжди
leaving-forget-told = Це не можна скасувати. Зникне:
leaving-line = • { $sentence }
leaving-looking = З’ясовується, що це означає…
leaving-nothing-chosen = Виберіть події або відкрийте статтю, щоб забути їх
leaving-nothing-left-out = Нічого не пропущено: копія містить усю справу.
leaving-with-history = З історією всіх змін
leaving-with-originals = З файлами статей
leaving-with-private = З приватним і нотатками
panel-hand-over = Передати копію
panel-logo = Вибрати логотип: PNG або SVG

claims-claim = Твердження
claims-date = Дата
claims-denial = Заперечено або спростовано
claims-differs = Джерела розходяться:
claims-lawyer = Юрист
claims-number = №
claims-sources = Джерела
claims-status = Певність
claims-who = Хто

page-close = Закрити
page-events = Події
page-of = сторінка { $n } з { $of }: { $range }
page-together = Намальовано разом, а не поодинці
page-picture = Хронологія; стрілки ведуть від позначки до позначки, Enter показує її, + і - змінюють масштаб, Shift зі стрілками пересуває
page-tools = Вигляд хронології
page-whole = Усе
page-zoom-in = Збільшити
page-zoom-out = Зменшити

pdf-events = Події
pdf-picture = Хронологія

## Мови статей, за їхніми кодами

tongue-ar = арабська
tongue-az = азербайджанська
tongue-be = білоруська
tongue-bg = болгарська
tongue-bn = бенгальська
tongue-bs = боснійська
tongue-ca = каталонська
tongue-cs = чеська
tongue-cy = валлійська
tongue-da = данська
tongue-de = німецька
tongue-el = грецька
tongue-en = англійська
tongue-eo = есперанто
tongue-es = іспанська
tongue-et = естонська
tongue-eu = баскська
tongue-fa = перська
tongue-fi = фінська
tongue-fr = французька
tongue-ga = ірландська
tongue-gl = галісійська
tongue-he = іврит
tongue-hi = гінді
tongue-hr = хорватська
tongue-hu = угорська
tongue-hy = вірменська
tongue-id = індонезійська
tongue-is = ісландська
tongue-it = італійська
tongue-ja = японська
tongue-ka = грузинська
tongue-kk = казахська
tongue-ko = корейська
tongue-ku = курдська
tongue-ky = киргизька
tongue-la = латинська
tongue-lt = литовська
tongue-lv = латиська
tongue-mk = македонська
tongue-mn = монгольська
tongue-ms = малайська
tongue-mt = мальтійська
tongue-my = бірманська
tongue-nb = норвезька (букмол)
tongue-ne = непальська
tongue-nl = нідерландська
tongue-nn = норвезька (нюношк)
tongue-no = норвезька
tongue-pl = польська
tongue-ps = пушту
tongue-pt = португальська
tongue-ro = румунська
tongue-ru = російська
tongue-sk = словацька
tongue-sl = словенська
tongue-sq = албанська
tongue-sr = сербська
tongue-sv = шведська
tongue-sw = суахілі
tongue-ta = тамільська
tongue-tg = таджицька
tongue-th = тайська
tongue-tk = туркменська
tongue-tl = тагальська
tongue-tr = турецька
tongue-uk = українська
tongue-ur = урду
tongue-uz = узбецька
tongue-vi = в’єтнамська
tongue-yi = їдиш
tongue-zh = китайська
tongue-of = { $language } ({ $where })

## Публікація: вікно, в якому складають зображення

copied-alt = Опис зображення скопійовано
copied-chronology = Хронологію скопійовано
copied-list = Список скопійовано
copied-picture = Зображення скопійовано
copied-svg = Зображення скопійовано як SVG
do-copy-alt = Копіювати опис зображення
do-copy-chronology = Копіювати хронологію
do-copy-list = Копіювати список
do-copy-picture = Копіювати зображення
do-copy-svg = Копіювати як SVG
do-publish = Опублікувати…
labels-all = Усі, решта в примітках
labels-few = Мало
labels-none = Жодного
labels-usual = Скільки добре читається
part-pairs = Відповіді
part-pins = Шпильки
part-posts = Посади
part-strip = Суми
part-threads = Нитки
preset-8k = Екран 8K
preset-a3 = A3, горизонтально
preset-a3-portrait = A3, вертикально
preset-a4 = A4, горизонтально
preset-a4-portrait = A4, вертикально
preset-article = Стаття
preset-column-1 = Газета, 1 шпальта
preset-column-2 = Газета, 2 шпальти
preset-column-3 = Газета, 3 шпальти
preset-column-4 = Газета, 4 шпальти
preset-column-5 = Газета, 5 шпальт
preset-letter = Letter, горизонтально
preset-letter-portrait = Letter, вертикально
preset-own = Власний розмір
preset-phone = Телефон
preset-portrait = Соцмережі, вертикально
preset-postcard = Листівка
preset-slide = Слайд
preset-square = Соцмережі, квадрат
publish-alt = Опис зображення
publish-as-seen = показати так
publish-as-view = Як у вигляді; або 2022-04-05
publish-carried = Текст усередині файлу ({ $n } кБ)
publish-carried-told = Усе, що йде в зображення, крім пікселів і опису: нічого приватного, без тексту статей, без шляхів.
publish-check = Як це бачать інші
publish-dark = Темне
publish-drawing = Зображення малюється…
publish-embed = Відкривається як справа: містить події з цитатами й джерелами
publish-export = Експорт…
publish-facts = { $n ->
    [one] Показано { $n } подію · { $width } × { $height } пікселів
    [few] Показано { $n } події · { $width } × { $height } пікселів
   *[other] Показано { $n } подій · { $width } × { $height } пікселів
}
publish-footnote = Примітка
publish-format = Форма
publish-from = Від
publish-goes-out = Що йде разом із ним
publish-ground = Тло
publish-hedges = ймовірн, підозрю, нібито, можлив, звинувач, за даними
publish-height = Висота в пунктах
publish-html = Сторінка
publish-keep = Зберегти все це як вигляд
publish-keep-do = Зберегти
publish-keep-name = Назва вигляду
publish-kinds = Види: { $n } з { $of }
publish-labels = Підписи
publish-lanes = Доріжки: { $n } з { $of }
publish-language = Мова
publish-light = Світле
publish-logo = Логотип
publish-logo-choose = Вибрати…
publish-logo-none = Без нього
publish-no-range = «Від» має бути раніше за «до», і обидва мають бути відомі
publish-page-before = Попередня сторінка
publish-page-next = Наступна сторінка
publish-page-of = сторінка { $n } з { $of }
publish-pages = сторінок на проміжок
publish-parts = З них
publish-pdf = PDF
publish-phone = І ще одне для телефонів поруч
publish-png = PNG
publish-points = Пункти
publish-preview = Зображення, яким воно буде: { $alt }
publish-scale = Пікселів на пункт
publish-seen = Видно
publish-sight = Бачать
publish-sight-told = Так показано лише тут: файл зберігає свої кольори.
publish-size = Розмір
publish-sources = З рядком, що називає джерела
publish-subtitle = Другий рядок
publish-svg = SVG
publish-title = Заголовок
export-few-pages = проміжок закороткий для стількох сторінок ({ $wished }): вийшло { $n }
export-lane-absent = { $name }: у цій справі подій немає
export-letters = { $n ->
    [one] { $n } літери немає у вбудованих шрифтах ({ $letters }): її взято зі шрифтів цієї системи, і деінде вона може виглядати інакше
   *[other] { $n } літер немає у вбудованих шрифтах ({ $letters }): їх узято зі шрифтів цієї системи, і деінде вони можуть виглядати інакше
}
export-no-originals = { $n ->
    [one] файлу { $n } статті в цій справі немає
   *[other] файлів { $n } статей у цій справі немає
}
export-outside = { $n ->
    [one] { $n } подію поза проміжком або доріжками пропущено
    [few] { $n } події поза проміжком або доріжками пропущено
   *[other] { $n } подій поза проміжком або доріжками пропущено
}
list-lacks-article-texts = { $n ->
    [one] пропущено { $n } текст статті
    [few] пропущено { $n } тексти статей
   *[other] пропущено { $n } текстів статей
}
list-lacks-claims = { $n ->
    [one] пропущено { $n } твердження джерела, яке різниться
    [few] пропущено { $n } твердження джерел, які різняться
   *[other] пропущено { $n } тверджень джерел, які різняться
}
list-lacks-event-kinds = { $n ->
    [one] пропущено { $n } подію власного виду справи (прочитається як «інше»)
    [few] пропущено { $n } події власних видів справи (прочитаються як «інше»)
   *[other] пропущено { $n } подій власних видів справи (прочитаються як «інше»)
}
list-lacks-further-dates = { $n ->
    [one] пропущено { $n } додаткову дату
    [few] пропущено { $n } додаткові дати
   *[other] пропущено { $n } додаткових дат
}
list-lacks-lane-certainties = { $n ->
    [one] пропущено { $n } окрему певність доріжки
    [few] пропущено { $n } окремі певності доріжок
   *[other] пропущено { $n } окремих певностей доріжок
}
list-lacks-links = { $n ->
    [one] пропущено { $n } зв’язок між подіями
    [few] пропущено { $n } зв’язки між подіями
   *[other] пропущено { $n } зв’язків між подіями
}
list-lacks-names = { $n ->
    [one] пропущено { $n } ім’я з позначкою «приватне»
    [few] пропущено { $n } імені з позначкою «приватне»
   *[other] пропущено { $n } імен із позначкою «приватне»
}
list-lacks-names-of-lanes = { $n ->
    [one] пропущено { $n } назву, організацію або групу доріжки
    [few] пропущено { $n } назви, організації або групи доріжок
   *[other] пропущено { $n } назв, організацій або груп доріжок
}
list-lacks-notes = { $n ->
    [one] пропущено { $n } нотатку
    [few] пропущено { $n } нотатки
   *[other] пропущено { $n } нотаток
}
list-lacks-parts = { $n ->
    [one] пропущено { $n } роль учасника
    [few] пропущено { $n } ролі учасників
   *[other] пропущено { $n } ролей учасників
}
list-lacks-places = { $n ->
    [one] пропущено { $n } місце цитати в статті
    [few] пропущено { $n } місця цитат у статтях
   *[other] пропущено { $n } місць цитат у статтях
}
list-lacks-private-events = { $n ->
    [one] пропущено { $n } приватну подію
    [few] пропущено { $n } приватні події
   *[other] пропущено { $n } приватних подій
}
list-lacks-private-quotes = { $n ->
    [one] пропущено { $n } приватну цитату
    [few] пропущено { $n } приватні цитати
   *[other] пропущено { $n } приватних цитат
}
publish-title-doubt = Заголовок називає { $name }, а показане про них не підтверджено: напишіть «ймовірно» або «за даними»
publish-to = До
publish-transparent = Немає
publish-width = Ширина в пунктах
sight-deuteranopia = без зеленого (дейтеранопія)
sight-full = усі кольори
sight-grey = без кольорів, як у сірому друці
sight-protanopia = без червоного (протанопія)
sight-tritanopia = без синього (тританопія)
dropped-picture = Що потрібно від { $file }?
dropped-picture-case = Відкрити як окрему справу
dropped-picture-told = Зображення з Caseline містить вигляд, з якого його намальовано, а іноді й події.
dropped-picture-view = Застосувати його вигляд тут
view-borrowed = Справу показано так, як у { $file }: вигляд «{ $view }» тепер серед її власних
view-of-picture = Вигляд із зображення

## Історія: що зробив крок. Справи зберігають ці ключі: який раз ужито, той лишається

step-accept = прийнято: { $what }
step-add = додано: { $what }
step-add-entity = до { $what } додано { $name }
step-add-kind = додано вид { $name }
step-add-lane = додано доріжку { $name }
step-add-quote = додано цитату: { $what }
step-add-source = додано джерело: { $what }
step-add-tag = додано тег { $tag }: { $what }
step-add-text = додано текст: { $what }
step-article = стаття «{ $title }»
step-change = змінено: { $what }
step-change-heading = змінено заголовні дані: { $what }
step-change-kind = змінено вид { $name }
step-change-lane = змінено доріжку { $name }
step-change-link = змінено зв’язок { $later } → { $earlier } ({ $sort })
step-change-parts = змінено ({ $parts }): { $what }
step-events = { $n ->
    [one] { $n } подія
    [few] { $n } події
   *[other] { $n } подій
}
step-group-lane = доріжку { $name } вміщено до групи { $group }
step-import = імпортовано { $file }
step-link = пов’язано { $later } → { $earlier } ({ $sort })
step-merge-entity = об’єднано { $what } з { $host }
step-named = «{ $title }»
step-not-private = більше не приватне: { $what }
step-order-lanes = змінено порядок доріжок
step-part-count = число
step-part-date = дата
step-part-dates = інші дати
step-part-kind = вид
step-part-label = підпис
step-part-lanes = доріжки
step-part-note = нотатка
step-part-people = хто
step-part-privacy = приватність
step-part-quotes = цитати
step-part-status = певність
step-part-tags = теги
step-part-title = заголовок
step-private = позначено приватним: { $what }
step-propose = { $n ->
    [one] запропоновано { $n } подію: { $what }
    [few] запропоновано { $n } події: { $what }
   *[other] запропоновано { $n } подій: { $what }
}
step-proposed = { $n ->
    [one] { $n } запропонована подія
    [few] { $n } запропоновані події
   *[other] { $n } запропонованих подій
}
step-read-anew = прочитано наново: { $what }
step-reject = відхилено: { $what }
step-remove = вилучено: { $what }
step-remove-date = вилучено дату: { $what }
step-remove-entity = з { $what } вилучено { $name }
step-remove-kind = вилучено вид { $name }
step-remove-lane = вилучено доріжку { $name }
step-remove-quote = вилучено цитату: { $what }
step-remove-tag = вилучено тег { $tag }: { $what }
step-remove-text = вилучено текст: { $what }
step-rename = перейменовано { $what } на { $name }
step-rename-lane = перейменовано доріжку { $what } на { $name }
step-reopen = знову чекає: { $what }
step-retitle = змінено заголовок { $what } на { $name }
step-retitle-case = справу названо { $name }
step-set-date = встановлено дату { $date }: { $what }
step-set-kind = встановлено вид «{ $kind }»: { $what }
step-set-status = встановлено певність «{ $status }»: { $what }
step-tell-apart = { $one } та { $other } — різні події
step-ungroup-lane = доріжку { $name } вилучено з групи { $group }
step-unlink = роз’єднано { $later } і { $earlier } ({ $sort })
step-zone = часовий пояс справи: { $zone }

## Що помічає читання файлів і чому файл не прочитано

sort-of-bundle = ZIP із кількох файлів; додайте його до справи або розпакуйте
sort-of-calendar = календар
sort-of-case = справа
sort-of-database = файл справи чи інша база SQLite
sort-of-document = текстовий документ
sort-of-html = HTML
sort-of-json = JSON
sort-of-mail = лист чи збережена сторінка
sort-of-markdown = Markdown
sort-of-pdf = PDF
sort-of-picture = зображення; слів на ньому не прочитати
sort-of-shortcut = адреса
sort-of-table = таблиця
sort-of-text = простий текст
sort-of-timeflow = файл TimeFlow
sort-of-unknown = нічого, що читає Caseline
sort-of-workbook = книга електронних таблиць
sort-of-xml = XML, а не сторінка
dated-dateline = опубліковано { $day }, за рядком над текстом
dated-file = опубліковано { $day }, за самим файлом
dated-hand = опубліковано { $day }, як записано вручну
dated-json-ld = опубліковано { $day }, за описом для машин (JSON-LD)
dated-meta = опубліковано { $day }, за заголовком сторінки
dated-time = опубліковано { $day }, за датою біля тексту
dated-url = опубліковано { $day }, за адресою
note-and = { $first }; { $then }
note-attached = вкладення не читаються: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }та ще { $more }
}
note-bad-bytes = деякі байти — не { $encoding }; на їхньому місці стоїть �
note-beyond = ще { $n } сумнівів не перелічено по одному
note-broken-pages = сторінок пошкоджено: { $n } з { $all }; їх прочитано, наскільки вийшло
note-columns-doubled = стовпці пропущено (це поле вже має інший стовпець): { $names }
note-columns-unknown = стовпці пропущено (невідомі): { $names }
note-copy = майже ті самі слова, що й «{ $title }» на іншому сайті
note-copy-of = майже ті самі слова, що й «{ $title }» на іншому сайті: рахується як одне джерело, { $origin } (заголовні дані можна виправити)
note-copy-with-stuck = { $n ->
    [one] Копія містить і { $n } зміну, яку не вдалося записати до справи
    [few] Копія містить і { $n } зміни, які не вдалося записати до справи
   *[other] Копія містить і { $n } змін, які не вдалося записати до справи
}
note-damaged = файл пошкоджено; його прочитано, наскільки вийшло
note-declared-text = сторінка показує менше тексту, ніж оголошує; узято оголошений текст
note-deep-page = частини сторінки вкладено чи теги скупчено понад міру; дещо прочитано як простий текст
note-first-files = переглянуто лише перші { $n } файлів
note-first-mb = прочитано лише перші { $n } МБ
note-first-pages = прочитано лише перші сторінки: { $n } з { $all }
note-guessed-encoding = файл не каже свого кодування; його прочитано як { $encoding }: перевірте імена з особливими літерами
note-history-trimmed = Найстаріші кроки історії відпущено
note-kind-declared = Вид «{ $name }» тут оголошено інакше; він лишається, як є
note-known-address = уже є у справі як «{ $title }» (та сама адреса)
note-known-equal = уже є у справі як «{ $title }» (той самий текст)
note-known-words = уже є у справі як «{ $title }» (майже ті самі слова)
note-lane-declared = Доріжку «{ $name }» тут оголошено інакше; вона лишається, як є
note-left-out-of-zip = { $file }: пропущено { $name }: { $why }
note-line = рядок { $line }: { $note }{ $more ->
    [0] { "" }
    [one] { " " }(і ще { $more } рядок)
    [few] { " " }(і ще { $more } рядки)
   *[other] { " " }(і ще { $more } рядків)
}
note-line-left-out = рядок { $line } пропущено: { $why }
note-long-page = на сторінці більше тексту, ніж у статті; кінець пропущено
note-mixed-encodings = у файлі змішано два кодування: частини прочитано як UTF-8, частини як { $encoding }; перевірте імена з особливими літерами
note-mixed-letters = частина тексту написана іншою абеткою, ніж решта («{ $language }»): того, що в ній сказано, не шукаємо
note-no-date = стаття не має дати: її «вчора» чи «у понеділок» лишаються відкритими
note-no-date-column = жоден стовпець не схожий на дату: усі події без дат
note-no-language = мову тексту не вдалося визначити: знаходяться лише назви країн
note-no-lexicon = немає словника для мови «{ $language }»: знаходяться лише назви країн
note-no-rows = у таблиці є заголовок і жодного рядка
note-no-status-column = жоден стовпець не схожий на певність: усі події взято як повідомлені
note-no-text = тексту в ньому не знайдено
note-not-smaller = файл не вдалося зменшити: { $why }
note-of-file = { $file }: { $note }
note-only-in-memory = немає приватної теки, щоб тримати незбережені справи, тож зміни пропадуть, якщо Caseline завершиться, перш ніж ви їх збережете: збережіть скоро або вкажіть CASELINE_STATE_DIR
note-part-damaged = частину { $name } пошкоджено; її прочитано, наскільки вийшло
note-part-first-mb = прочитано лише перші { $n } МБ частини { $name }
note-pasted = зі вставленого пропущено слів, схожих на меню, рекламу чи списки посилань: { $gone } з { $all }
note-pictures = у ньому майже немає тексту: можливо, сторінки — зображення, яких не прочитати
note-quotes-changed = { $n ->
    [one] { $n } цитата трохи інакша в новому тексті
    [few] { $n } цитати трохи інакші в новому тексті
   *[other] { $n } цитат трохи інакші в новому тексті
}
note-quotes-lost = { $n ->
    [one] { $n } цитати не знайдено в новому тексті; для неї збережено старий
   *[other] { $n } цитат не знайдено в новому тексті; для них збережено старий
}
note-too-deep = { $file } пропущено: лежить надто глибоко
note-unknown-signs = знаків, яких не розпізнати з файлу: { $n } з { $all }; на їхньому місці стоїть �
note-zero-bytes = у ньому є нульові байти; на їхньому місці стоїть �
note-zone = Часи без зсуву записано за { $zone }; тут їх прочитано в поясі цієї справи
row-bare-quote = цитату без джерела взято як слова з { $table }
row-count = кількість «{ $count }» — не число, її пропущено
row-day-number = { $text } схоже на номер дня з електронної таблиці; задайте там стовпцю формат дати і збережіть знову
row-denial = «{ $title }» взято як спростування: чого саме?
row-denied = «{ $title }» спростовано, тож взято як непідтверджене: хто спростовує?
row-end = кінець пропущено: { $why }
row-end-of = кінець { $end } пропущено: { $why }
row-id = ідентифікатор «{ $id }» є і в рядку { $line }; ця подія отримує новий
row-kind = вид «{ $kind }» невідомий, тож стає «інше»
row-label = підпис із { $n } знаків пропущено; дозволено { $most }
row-lane = «{ $name }» — не відома країна чи установа
row-lane-near = «{ $name }» — не відома країна чи установа; схоже: { $near }
row-no-title = немає заголовка
row-quotes = цитат { $quotes }, а джерел { $sources }: перевірте, що звідки
row-source-date = дату джерела пропущено: { $why }
row-status = певність «{ $status }» невідома, тож стає «повідомлено»
row-two-dates = { $text } може бути { $one } або { $other }, і ніщо у стовпці не вирішує; подія без дати
row-two-days = { $address } має дві дати; лишилася { $kept }, а не { $other }
row-two-ends = кінець { $text } може бути { $one } або { $other }; його пропущено
row-two-source-dates = дата джерела { $text } може бути { $one } або { $other }; її пропущено
row-two-titles = { $address } має два заголовки; лишився «{ $kept }», а не «{ $other }»
row-unclosed = має лапки, які ніде не закрито
row-unit = одиниця «{ $unit }» невідома; узято звичну для виду
row-wide = має { $cells } клітинок, а заголовок { $width }; може, клітинку з роздільником не взято в лапки?
unread-article = { $file } — стаття ({ $what }); статті імпортуватиме пізніша версія
unread-blank = у { $file } самі пропуски
unread-damaged = { $file } пошкоджено: не розпаковується
unread-database = { $file } — файл справи чи інша база SQLite, а не таблиця подій; експортуйте його як Case JSON та імпортуйте те
unread-large = { $file } більший за { $n } МБ; більших статей не читаємо
unread-later = { $file } — { $what }; це читатиме пізніша версія, а поки збережіть події як CSV
unread-no-article = { $file } — не стаття, а { $what }
unread-no-document = у { $file } немає текстового документа; читаються DOCX і ODT
unread-no-mail = { $file } починається як лист, але не лист
unread-no-page = { $file } — збережена сторінка (MHTML) без самої сторінки
unread-no-text = у { $file } немає тексту; зображень сторінок не прочитати
unread-no-thread = система не дає більше потоків
unread-no-title = у { $file } жоден стовпець не схожий на заголовок події; перший рядок: { $line }; назвіть стовпці як date,title,country або вкажіть --map title=COLUMN
unread-no-words = { $file } — не те, що читає Caseline: його байти не текст
unread-no-words-in-it = у { $file } немає тексту, який можна прочитати
unread-old-document = { $file } — документ старого формату; збережіть його як DOCX, ODT чи PDF і візьміть той
unread-only-view = { $file } містить вигляд справи «{ $title }», а не її події: спершу відкрийте ту справу, а тоді перетягніть на неї зображення; --embed вкладає події в зображення
unread-other = { $file } не прочитати
unread-packed = { $file } не розпаковується: { $why }
unread-page = { $file } містить сторінку, яка не є текстом
unread-pdf = PDF { $file } не прочитати: { $why }
unread-pdf-broken = PDF { $file } пошкоджено так, що його не прочитати
unread-pdf-locked = { $file } замкнено паролем; відкрийте його, надрукуйте в новий PDF без пароля і візьміть той
unread-pdf-pages = у PDF { $file } пошкоджено сторінки; тексту прочитати не вдалося
unread-pdf-pictures = { $file } містить лише зображення сторінок; проженіть його через розпізнавання тексту (OCR) і візьміть результат
unread-picture = { $file } — зображення, а не таблиця подій
unread-shortcut = { $file } містить лише адресу, а Caseline не виходить у мережу; збережіть саму сторінку (Ctrl+S у браузері) і перетягніть її
unread-too-long = це триває надто довго
unread-unexpected = його пошкоджено так, як ніхто не чекав
unread-unknown = { $file } — не те, що читає Caseline: його байти не текст, не таблиця і не справа
unread-why = { $file } не вдалося прочитати: { $why }
unread-workbook = { $file } — книга електронних таблиць; збережіть аркуш як CSV та імпортуйте його
typed-two-dates = { $text } може означати { $one } або { $other }: напишіть ту дату, яку маєте на увазі
when-backwards = { $text } закінчується раніше, ніж починається
when-no-day = { $day } { $month } { $year } не існує
when-no-month = місяця { $month } не існує
when-no-offset = зсуву { $offset } не існує; вони від -12:00 до +14:00, а нульовий — Z або +00:00
when-no-such-day = дня { $day } не існує
when-no-time = часу { $time } не існує
when-not-a-date = не дата: «{ $text }»; пишіть як 2022-04-05, 2022-04, 2022, 2022-04~ або 2022-03-29/2022-04-07
when-not-brackets = дужки не читаються; поставте ?, ~ або % наприкінці
when-not-endless = проміжок має мати хоча б один кінець; якщо нічого не відомо, залиште поле порожнім
when-not-exponents = степені й значущі цифри не читаються; запишіть рік повністю, як Y170000002, або 19XX
when-not-hour-alone = час має години й хвилини; пишіть T14:00
when-not-long-day = у років з Y немає місяців і днів
when-not-minus-zero = року -0000 немає; рік перед 0001 – це 0000
when-not-parts = поставте один знак ?, ~ або % наприкінці, для всієї дати
when-not-parts-of-second = частки секунди не зберігаються; пишіть 11:46:42
when-not-read = «{ $text }»: { $instead }
when-not-season-day = у пір року й кварталів немає днів; пишіть 2022-21 або 2022-33
when-not-sets = набори дат не читаються; запишіть проміжок через / або окрему подію на кожну дату
when-not-short-y = Y – для років після 9999; пишіть чотири цифри, як 0070 або -0753
when-not-that-x = X може стояти лише праворуч: 201X, 20XX, 2022-XX, 2022-04-XX або 2022-XX-XX
when-not-that-year = рік пишеться чотирма цифрами, як 0070; десятиліття і століття – 197X і 19XX, роки після 9999 – Y12345
when-not-without-colon = у зсуві потрібна двокрапка; пишіть +02:30
when-not-without-year = у даті має бути рік; якщо нічого не відомо, залиште поле порожнім
when-spaced = пропуск у «{ $text }»; пишіть { $bare }
zip-in-zip = це ZIP у ZIP; спершу розпакуйте його
zip-large = він завеликий
zip-leads-out = його назва веде за межі ZIP
zip-locked = його замкнено паролем
zip-much = у ZIP забагато, щоб розпакувати за раз
zip-not-found = { $name } у ньому не знайти
zip-squeezed = його стиснено більше, ніж буває з документами

## Що зроблено або не вдалося

arrived-anew = { $file }: «{ $title }» прочитано наново
arrived-citation = { $file }: посилання «{ $title }» тепер має текст
arrived-found = { $said }, { $found }
arrived-new = { $file }: додано як «{ $title }»
forget-article = { $n ->
    [0] стаття «{ $title }» з текстом і файлом
    [one] стаття «{ $title }» з текстом, файлом і { $n } цитатою
   *[other] стаття «{ $title }» з текстом, файлом і { $n } цитатами
}
forget-copies = копії, зроблені раніше, зберігають, що мають, і сам диск, можливо, теж
forget-event = подія «{ $title }»
forget-history = { $n ->
    [0] історія (вона порожня)
    [one] історія: її { $n } крок може містити ці слова, і його вже не скасувати
    [few] історія: її { $n } кроки можуть містити ці слова, і їх уже не скасувати
   *[other] історія: її { $n } кроків можуть містити ці слова, і їх уже не скасувати
}
forget-nothing = не вибрано нічого, що можна забути
leaving-gone = забуто назавжди: { $things }
left-out-articles = { $n ->
    [one] пропущено { $n } приватну статтю
    [few] пропущено { $n } приватні статті
   *[other] пропущено { $n } приватних статей
}
left-out-decided = { $n ->
    [one] пропущено { $n } пропозицію, щодо якої вирішено
    [few] пропущено { $n } пропозиції, щодо яких вирішено
   *[other] пропущено { $n } пропозицій, щодо яких вирішено
}
left-out-events = { $n ->
    [one] пропущено { $n } приватну подію
    [few] пропущено { $n } приватні події
   *[other] пропущено { $n } приватних подій
}
left-out-files = { $n ->
    [one] пропущено { $n } файл статті
    [few] пропущено { $n } файли статей
   *[other] пропущено { $n } файлів статей
}
left-out-kinds = { $n ->
    [one] пропущено { $n } вид, ужитий лише в приватному
    [few] пропущено { $n } види, ужиті лише в приватному
   *[other] пропущено { $n } видів, ужитих лише в приватному
}
left-out-lanes = { $n ->
    [one] пропущено { $n } доріжку, ужиту лише в приватному
    [few] пропущено { $n } доріжки, ужиті лише в приватному
   *[other] пропущено { $n } доріжок, ужитих лише в приватному
}
left-out-links = { $n ->
    [one] пропущено { $n } зв’язок із приватною подією
    [few] пропущено { $n } зв’язки з приватними подіями
   *[other] пропущено { $n } зв’язків із приватними подіями
}
left-out-names = { $n ->
    [one] пропущено { $n } приватне ім’я
    [few] пропущено { $n } приватні імена
   *[other] пропущено { $n } приватних імен
}
left-out-notes = { $n ->
    [one] пропущено { $n } нотатку
    [few] пропущено { $n } нотатки
   *[other] пропущено { $n } нотаток
}
left-out-proposals = { $n ->
    [one] пропущено { $n } пропозицію з приватної статті
    [few] пропущено { $n } пропозиції з приватних статей
   *[other] пропущено { $n } пропозицій із приватних статей
}
left-out-quotes = { $n ->
    [one] пропущено { $n } цитату, приватну чи пов’язану з приватним
    [few] пропущено { $n } цитати, приватні чи пов’язані з приватним
   *[other] пропущено { $n } цитат, приватних чи пов’язаних із приватним
}
left-out-steps = { $n ->
    [one] пропущено { $n } крок історії з тим, що він вилучив
    [few] пропущено { $n } кроки історії з тим, що вони вилучили
   *[other] пропущено { $n } кроків історії з тим, що вони вилучили
}
lexicon-at-line = рядок { $line }: { $why }
lexicon-left-out = { $file }, { $why }; цей словник не використано, решта працює
lexicon-no-class = класу «{ $class }» немає (triggers)
lexicon-no-entry = у { $table } не буває «{ $name }»; можливі: { $known }
lexicon-no-kind = виду «{ $kind }» немає (triggers)
lexicon-no-lane = доріжки «{ $code }» немає (places)
lexicon-no-language = не сказано, якої він мови, як-от language = "uk"
nothing-to-go = Справа вже на цьому кроці
nothing-to-redo = Повторювати нічого
nothing-to-undo = Скасовувати нічого
nothing-to-write = Ніщо не чекає на запис
original-kind = файли виду «{ $kind }» не відкриваються
original-missing = файлу цієї статті немає у справі, або він не відповідає своєму гешу
original-no-opener = у системі немає { $opener }, щоб його відкрити; він лежить у { $file }
original-none = ця стаття прийшла без файлу
read-only = { $why }; справу відкрито лише для читання
read-only-file = у { $file } не можна писати
read-only-folder = у теку { $folder } не можна писати
read-only-newer = { $file } записано новішою Caseline (версія { $version })
read-only-older = { $file } записано старішою Caseline, і в нього не можна писати, тож його не оновити
saved = Збережено { $file }
step-articles = { $n ->
    [one] { $n } стаття
    [few] { $n } статті
   *[other] { $n } статей
}
stopped-compact = Стиснення зупинено
stopped-export = Зупинено: { $file } не записано
stopped-take-in = Зупинено: додано файлів { $done } з { $of }, решти не додано
unwritten-compact = останню зміну ще не вдалося записати: спробуйте ще раз або відмовтеся від неї, а тоді стискайте
unwritten-undo = останню зміну ще не вдалося записати: спробуйте ще раз або відмовтеся від неї, а тоді скасовуйте
view-no-name = вигляд потребує назви
view-not-kept = Відтепер не зберігається, як ви дивитеся на справу: { $why }
view-taken = у справі вже є вигляд «{ $name }»
