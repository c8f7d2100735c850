"""Rounds: planning, opening, closing. Never an answer."""
