"""A team's changes to take away."""
