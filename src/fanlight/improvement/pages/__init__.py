"""The words and the order on the pages about a team's changes."""
