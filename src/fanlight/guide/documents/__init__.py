"""The guide on paper."""

from fanlight.guide.documents.cards import cards_as_pdf

__all__ = ["cards_as_pdf"]
