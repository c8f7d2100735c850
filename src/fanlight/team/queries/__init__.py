"""Reads that join every feature."""

from fanlight.team.queries.standing import Standing, standing

__all__ = ["Standing", "standing"]
