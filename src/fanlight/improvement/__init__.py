"""Change: what a team agreed to try, from the first step to what came of it."""
