"""Flesch–Kincaid grade, small enough to read: 0.39 × words per sentence + 11.8 × syllables per word − 15.59.

Syllables are counted by rule, with the exceptions that matter to us listed. A short list of words that our
readers use every day counts as two syllables each: they are long on paper and easy at work.
"""

import re

NECESSARY = {  # word → why we can't do without it
    "ambulance": "the service and its people",
    "anaesthetist": "a job",
    "anybody": "as easy as anyone",
    "defibrillator": "what the receptionist fetched",
    "dispenser": "a job",
    "everybody": "as easy as everyone",
    "interpreter": "a job",
    "manager": "a job",
    "medication": "the word on the cupboard",
    "nobody": "as easy as no one",
    "paramedic": "a job",
    "paramedics": "a job",
    "pharmacist": "a job",
    "pharmacy": "a place",
    "receptionist": "a job",
    "receptionists": "jobs",
    "resident": "whom we look after",
    "residents": "whom we look after",
    "somebody": "as easy as someone",
}
COUNTED_BY_HAND = {
    word: count
    for count, listed in {
        1: "bored fire home homes hour hours our ours real tired use used ward whole",
        2: "being business cannot careful carer carers client create different difference doing elsewhere "
        "evening every going hundred hundreds inside interest lion outside people poem quiet really safety "
        "science seeing several someone something sometimes somewhere theatre theatres therefore trial "
        "trying uses via",
        3: "anyone anything area audio diary everyone everything idea ideas period quietly whenever",
    }.items()
    for word in listed.split()
}
# A silent e: inside a word before -ly and its like, at the end, and in -ed and -es after most letters.
INNER_SILENT = re.compile(r"(?<=[^aeiou])e(?=(?:ly|ful|less|ness|ment)$)")
LAST_SILENT = re.compile(
    r"(?<=[^laeiouytd])ed$|(?<=ll)ed$|(?<=[^aeiouycgszx])es$|(?<=[^aeiouyl])e$|(?<=[aeiouy]l)e$"
)


def syllables(word: str) -> int:
    shortened = 1 if re.search(r"[^aeiou]n’t$", word.lower()) else 0  # didn’t, but not don’t
    word = re.sub(r"[^a-z]", "", word.lower().replace("’s", "").replace("é", "e"))
    if not word:
        return 1
    if word in NECESSARY:
        return 2
    if word in COUNTED_BY_HAND:
        return COUNTED_BY_HAND[word]
    if not re.search(r"[aeiouy]", word):
        return 1
    stem = LAST_SILENT.sub("", INNER_SILENT.sub("", word))
    return max(1, len(re.findall(r"[aeiouy]+", stem))) + shortened


def words(text: str) -> list[str]:
    return re.findall(r"[A-Za-zé’]+(?:-[A-Za-z]+)*|\d+", text)


def sentences(text: str) -> int:
    ends = re.findall(r"[.!?]+[’”)]*(?=\s|$)", text)
    return max(1, len(ends))


def grade(text: str) -> float:
    found = [part for word in words(text) for part in word.split("-")]
    if not found:
        return 0.0
    beats = sum(syllables(word) for word in found)
    return 0.39 * len(found) / sentences(text) + 11.8 * beats / len(found) - 15.59
