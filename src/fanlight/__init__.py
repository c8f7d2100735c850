"""Fanlight: windows into a care team's daily work."""

__version__ = "0.1.0"
