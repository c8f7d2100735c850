"""The same words in one or more languages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words(Mapping[str, str]):
    """A text by language; the first language is the one the text was written in.

    Hashable and ordered, so that everything made of it can be compared and frozen. `str()` gives the
    first language, which is what a page in one language wants.

    >>> greeting = Words.of({"en": "Good morning", "cy": "Bore da"})
    >>> str(greeting), greeting["cy"], greeting.in_language("pl")
    ('Good morning', 'Bore da', 'Good morning')
    """

    pairs: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, texts: Mapping[str, str]) -> "Words":
        return cls(tuple(texts.items()))

    def in_language(self, language: str) -> str:
        """The text in `language`, or else in the language it was written in."""
        return self.get(language) or str(self)

    def __getitem__(self, language: str) -> str:
        return dict(self.pairs)[language]

    def __iter__(self) -> Iterator[str]:
        return (language for language, _ in self.pairs)

    def __len__(self) -> int:
        return len(self.pairs)

    def __str__(self) -> str:
        return self.pairs[0][1] if self.pairs else ""
