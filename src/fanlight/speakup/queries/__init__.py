"""Reads that need no key: what lies open."""
