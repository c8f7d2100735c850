"""The words and the order of a debrief's pages."""
