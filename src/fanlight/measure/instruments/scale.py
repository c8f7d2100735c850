"""Answer scales: which codes there are, what they say, and which of them are good news."""

from dataclasses import dataclass

from fanlight.measure.instruments.words import Words


@dataclass(frozen=True, slots=True)
class Option:
    """One thing a person may choose: the code that is stored and the words that are shown.

    `name` is what another program calls the same answer, if it does not use the number (a choice name in
    XLSForm, a code in FHIR); None when the number is all there is.
    """

    code: int
    label: Words
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Scale:
    """The answers that an item offers.

    `options` holds the answers that say something, from the lowest code to the highest. Three ways of
    saying nothing are kept apart, because they mean different things:

    - "does not apply to me" is an answer with a code of its own, `does_not_apply`;
    - "I'd rather not say" is another, `rather_not_say`;
    - not answered at all is the absence of a code: a blank.

    All three are missing for scoring. Either code is None where the questionnaire does not offer it.

    `favourable` lists the codes that count as positive for a positively worded item. For a negatively
    worded one the mirror image counts (on 1 to 5, {4, 5} becomes {1, 2}), unless the scale states its own
    in `favourable_if_negative`. Empty means that no answer is good or bad news (a count of reports).

    >>> five = [Option(code, Words.of({"en": str(code)})) for code in (1, 2, 3, 4, 5)]
    >>> scale = Scale(id="agreement", options=tuple(five), favourable=(4, 5))
    >>> sorted(scale.positive_codes(is_negative=True)), scale.reversed_code(2)
    ([1, 2], 4)
    """

    id: str
    options: tuple[Option, ...]
    favourable: tuple[int, ...] = ()
    favourable_if_negative: tuple[int, ...] | None = None
    does_not_apply: Option | None = None
    rather_not_say: Option | None = None

    @property
    def codes(self) -> tuple[int, ...]:
        """The codes that say something, from lowest to highest."""
        return tuple(option.code for option in self.options)

    @property
    def missing_codes(self) -> frozenset[int]:
        """The codes that scoring treats as missing: "does not apply" and "I'd rather not say"."""
        return frozenset(option.code for option in self._asides)

    @property
    def every_option(self) -> tuple[Option, ...]:
        """All a person may choose, in the order in which it is shown."""
        return self.options + self._asides

    @property
    def does_not_apply_code(self) -> int | None:
        return self.does_not_apply.code if self.does_not_apply else None

    def option(self, code: int) -> Option:
        """The option with this code. Raises KeyError for a code outside the scale."""
        return {option.code: option for option in self.every_option}[code]

    def label(self, code: int, language: str = "en") -> str:
        """The words of a code. Raises KeyError for a code outside the scale."""
        return self.option(code).label.in_language(language)

    def positive_codes(self, *, is_negative: bool) -> frozenset[int]:
        """The codes that are good news, for an item of this polarity."""
        if not is_negative:
            return frozenset(self.favourable)
        if self.favourable_if_negative is not None:
            return frozenset(self.favourable_if_negative)
        return frozenset(self.reversed_code(code) for code in self.favourable)

    def reversed_code(self, code: int) -> int:
        """The mirror image of a code: the lowest for the highest. Raises ValueError outside the scale."""
        return self.codes[-1 - self.codes.index(code)]

    @property
    def _asides(self) -> tuple[Option, ...]:
        return tuple(option for option in (self.does_not_apply, self.rather_not_say) if option)
