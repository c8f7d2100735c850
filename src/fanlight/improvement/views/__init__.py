"""The pages about a team's changes, as functions."""
