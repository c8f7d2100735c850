"""People, organisations, teams, roles, sign-in."""
