"""Reads for a debrief."""

from fanlight.debriefs.queries.topics import Topic, Topics, topics_of

__all__ = ["Topic", "Topics", "topics_of"]
