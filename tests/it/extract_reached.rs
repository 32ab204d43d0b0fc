//! What lies beyond the clause of a verb and is still its own: subjects before "who", others behind "and", days of nouns.

use crate::extract_clauses::{check, read, told};

#[test]
fn a_role_behind_as_ends_no_clause() {
    check("A Maltese citizen who worked as a pilot was detained on 2 May.", &["arrest 2025-05-02 target=MT"]);
}

#[test]
fn who_is_summoned_stands_before_who() {
    check(
        "The Maltese ambassador, who has been ill, was summoned on 2 May.",
        &["meeting 2025-05-02 actor=MT"],
    );
}

#[test]
fn in_may_at_the_head_of_a_sentence_is_the_month() {
    check("In March Malta expelled two Cypriot diplomats.", &["expulsion 2025-03 actor=MT target=CY"]);
    check("In May Malta had expelled two Cypriot diplomats.", &["expulsion 2025-05 actor=MT target=CY"]);
}

#[test]
fn what_is_given_as_the_reason_has_no_day_where_the_verb_has_none() {
    check(
        "Malta blacklisted two Cypriot officers over the poisoning in April.",
        &["sanction 2025-04 actor=MT target=CY"],
    );
}

#[test]
fn who_is_sentenced_behind_and_is_so_too() {
    check(
        "In March, a Maltese court sentenced the Latvian to nine years in prison and the Estonian to seven.",
        &["conviction 2025-03 actor=MT target=LV target=EE"],
    );
}

#[test]
fn more_of_them_on_another_day_are_another_event() {
    check(
        "Malta threw out a Latvian diplomat in February and six more in April.",
        &["expulsion 2025-02 actor=MT target=LV", "expulsion 2025-04 actor=MT target=LV"],
    );
}

#[test]
fn another_one_on_another_day_is_another_event() {
    check(
        "Malta asked five Latvian diplomats to leave on 2 February and a sixth in April.",
        &["expulsion 2025-02-02 actor=MT target=LV", "expulsion 2025-04 actor=MT target=LV"],
    );
}

#[test]
fn years_in_prison_count_nobody() {
    let proposals = read("A Maltese court sentenced a Latvian to three years in prison on 2 May.");
    assert_eq!(told(&proposals), ["conviction 2025-05-02 actor=MT target=LV"]);
    assert!(proposals.proposals.iter().all(|one| one.draft.count.is_none()), "{proposals:?}");
}

#[test]
fn a_trial_opens_however_much_is_told_of_it() {
    check(
        "The trial of four Latvians accused of painting red hands on a memorial in Valletta opened on 2 May.",
        &["charge 2025-05-02 target=LV place=MT"],
    );
}

#[test]
fn the_embassy_is_the_one_last_named() {
    check(
        "The Latvian embassy in Valletta had no comment on an Estonian citizen. Malta expelled a member of the embassy's \
         staff on 2 May.",
        &["expulsion 2025-05-02 actor=MT target=LV"],
    );
}

#[test]
fn where_it_was_may_stand_in_the_next_clause() {
    check(
        "Four cabinets were set on fire on 3 February on the line that runs from the Latvian town of Ogre to the east.",
        &["sabotage 2025-02-03 place=LV"],
    );
}

#[test]
fn a_short_name_in_brackets_ends_no_clause() {
    check(
        "The Security Service of Malta (SSM) detained two Cypriot citizens on 2 May.",
        &["arrest 2025-05-02 actor=MT target=CY"],
    );
}

#[test]
fn the_day_of_a_speech_is_not_that_of_what_it_only_names() {
    check(
        "Malta recalled its ambassador to Latvia after the arrest of a Maltese citizen, the ministry said on Monday.",
        &["recall 2025-05-05 actor=MT place=LV"],
    );
}

#[test]
fn a_day_to_come_is_not_that_of_what_will_be_discussed() {
    check(
        "The Maltese and Cypriot ministers will meet on 2 July to discuss the attacks on Latvia.",
        &["meeting 2025-07-02 actor=MT actor=CY"],
    );
}

#[test]
fn relations_are_broken_off_with_somebody() {
    check("Malta broke off relations with Cyprus on 2 May.", &["restriction 2025-05-02 actor=MT target=CY"]);
}

#[test]
fn the_country_of_a_town_is_a_place_too() {
    check(
        "Malta and Cyprus agreed in Riga, Latvia, on 2 May to reopen their embassies.",
        &["agreement 2025-05-02 actor=MT actor=CY place=LV"],
    );
}

#[test]
fn what_comes_so_long_before_something_undated_has_no_day() {
    check("Malta annulled the first round two days before the run-off.", &[]);
}

#[test]
fn until_further_notice_begins_no_clause() {
    check(
        "Malta closed its embassy in Riga \"until further notice\" on 2 May.",
        &["closure 2025-05-02 actor=MT place=LV"],
    );
}

#[test]
fn the_same_number_of_people_is_sent_home() {
    check("Malta sent home as many Poles in April.", &["expulsion 2025-04 actor=MT target=PL"]);
    check(
        "Talks between Malta and Cyprus on a prisoner exchange broke down in April.",
        &["meeting 2025-04 actor=MT actor=CY"],
    );
}

#[test]
fn whom_is_not_said_but_when() {
    check("Malta expelled dozens of diplomats in April.", &["expulsion 2025-04 actor=MT"]);
    check(
        "Malta and Cyprus expelled each other's ambassadors in April.",
        &["expulsion 2025-04 actor=MT actor=CY"],
    );
}

#[test]
fn an_ordinal_before_its_noun_is_no_day() {
    check(
        "A Maltese court jailed him in February, the first person to be convicted there.",
        &["conviction 2025-02 actor=MT"],
    );
}

#[test]
fn two_verbs_have_a_day_each() {
    check(
        "The Maltese pilot admitted the charge in February and was sentenced to 17 years in April.",
        &["conviction 2025-02 target=MT", "conviction 2025-04 target=MT"],
    );
}

#[test]
fn who_pleads_guilty_is_no_court() {
    check("A Maltese sailor pleaded guilty in April.", &["conviction 2025-04 target=MT"]);
}

#[test]
fn how_it_was_done_is_no_second_deed() {
    check(
        "A Maltese ship cut two cables between Latvia and Estonia and between Cyprus and Greece in April by dragging its anchor.",
        &["sabotage 2025-04 place=MT place=LV place=EE place=CY place=GR"],
    );
}

#[test]
fn who_is_condemned_for_what_is_known() {
    check(
        "Maltese and Cypriot ministers met in Riga on 2 May and condemned the incursion.",
        &["meeting 2025-05-02 actor=MT actor=CY place=LV"],
    );
}

#[test]
fn who_stands_behind_a_comma_and_an_and_may_begin_anew() {
    check(
        "Prosecutors charged two Latvians, and Malta closed the Cypriot consulate on 2 May.",
        &["charge - target=LV", "closure 2025-05-02 actor=MT target=CY"],
    );
    check(
        "Two Latvians had fled to Estonia, and Malta closed the Cypriot consulate on 2 May.",
        &["departure - actor=EE target=LV", "closure 2025-05-02 actor=MT target=CY"],
    );
}

#[test]
fn what_a_deed_is_called_is_no_second_one() {
    check(
        "An explosion which damaged the railway near Riga on 2 May was an act of sabotage.",
        &["sabotage 2025-05-02 place=LV"],
    );
}

#[test]
fn who_speaks_next_is_not_hit() {
    check(
        "Maltese drones hit a depot in Riga on 2 May, and Estonia said one of them had strayed into its airspace.",
        &["attack 2025-05-02 actor=MT place=LV", "incident - actor=MT place=EE"],
    );
}

#[test]
fn whose_people_they_are_stands_before_who_expelled_them() {
    check(
        "Malta apologised for the abduction, for which Cyprus had expelled two of its diplomats in April.",
        &["expulsion 2025-04 actor=CY target=MT"],
    );
}

#[test]
fn who_goes_on_trial_is_charged() {
    check("Two Maltese citizens went on trial in Riga on 2 May.", &["charge 2025-05-02 target=MT place=LV"]);
}
