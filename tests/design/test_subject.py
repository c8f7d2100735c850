"""A line about one person is told from a line about the work: surely, since the writer cannot tick it away."""

import pytest

from fanlight.design.subject import person_in

TEAM = ("Bob Hughes", "Dr Amina Khan", "Will Hope", "Martha Bell", "Priya")

PERSONS = {
    "Bob was late at handover": "Bob",
    "Nobody speaks when Bob is on": "Bob",
    "Bob’s tone at the desk": "Bob",
    "We all like Amina and her way of asking": "Amina",
    "Will Hope forgot the keys": "Will Hope",
    "Ask Priya about the fridge": "Priya",
    "She never washes her hands": "She",
    "It is loud. He shouts down the corridor": "He",
    "When she is on, nobody asks": "she",
    "Dr Patel did not come": "Dr Patel",
    "Mrs Brennan had no breakfast": "Mrs Brennan",
    "Nurse Joy hung the wrong bag": "Nurse Joy",
    "The night nurse is lazy": "The night nurse",
    "Our ward manager never ignores a bell": "Our ward manager",
    "The consultant was very rude on the phone": "The consultant",
    "That new carer is always so slow": "That new carer",
    "The cleaner is wonderful": "The cleaner",
    "Zainab is lazy": "Zainab",
    "Sarah Jones snapped at the student": "Sarah Jones",
    "The lady in bed 4 waited an hour": "lady in bed 4",
}

# What people do write after a walkabout. None of it may be refused: there is no box to tick.
ABOUT_THE_WORK = """
The phone breaks into the drug round
Somebody always looks up when the door opens
The ward manager has no office near the bays
The pharmacist comes at ten, so charts wait
One of the night staff had no break
A patient told us she was not told about the scan
Relatives were kind to each other in the corridor
Each person says what he or she needs
Will the new pump be shared with bay 2?
Martha’s Rule poster is behind the door
Martha's Rule is not on the board
May be worth asking nights too
Hope for better chairs in the staff room
Mark the drawers so that agency staff find things
The computer is slow, and the printer is useless
Handover is slow when two admissions come at once
The bleep is always ignored after midnight
Nurse Station phone rings out at seven
Sister Rounds are at nine and clash with breakfast
Doctors and nurses eat apart
The porter knows which lift works
Bed 12 has no call bell
Residents are asked what they would like to wear
Reception is very slow on Mondays
Kitchen is brilliant about late meals
Night staff were kind and the new starter found her way
The son could not park, so we waited for consent
Students are asked to go first
Nobody could say who had the keys
The hoist was in use in the other bay
Staff ignored the alarm because it goes off all day
It was difficult to hear the patient over the fan
""".strip().splitlines()


@pytest.mark.parametrize(("line", "who"), PERSONS.items())
def test_a_line_about_a_person_is_found(line: str, who: str) -> None:
    assert person_in(line, names=TEAM) == who


@pytest.mark.parametrize("line", ABOUT_THE_WORK)
def test_a_line_about_the_work_is_left_alone(line: str) -> None:
    assert person_in(line, names=TEAM) == ""
