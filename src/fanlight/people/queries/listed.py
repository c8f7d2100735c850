"""Looking up an organisation in the list of NHS codes."""

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from fanlight.people.models import ListedOrganisation

MOST = 20


def listed_organisations(words: str) -> QuerySet[ListedOrganisation]:
    """The best matches: the code itself first, then names with all of the words in them."""
    words = " ".join(words.split())[:100]
    if not words:
        return ListedOrganisation.objects.none()
    in_name = Q()
    for word in words.split():
        in_name &= Q(name__icontains=word)
    first = Case(
        When(code__iexact=words, then=Value(0)),
        When(name__istartswith=words, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    return ListedOrganisation.objects.filter(Q(code__iexact=words) | in_name).order_by(first, "name")[:MOST]


def is_list_loaded() -> bool:
    return ListedOrganisation.objects.exists()


SMALL = {"and", "of", "the", "for", "on", "in", "at", "with", "upon"}
KEPT = {"NHS", "GP", "UK", "ICB"}


def calm_name(name: str) -> str:
    """A name that the list shouts, as people write it: “Bolton NHS Foundation Trust” for its capitals."""
    if not name.isupper():
        return name
    words = name.split()
    return " ".join(
        word
        if word.strip("(),") in KEPT
        else word.lower()
        if place and word.lower() in SMALL
        else word[:1] + word[1:].lower()
        for place, word in enumerate(words)
    )
