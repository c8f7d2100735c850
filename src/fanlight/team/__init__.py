"""A team's home: where it stands on Look → Ask → Talk → Change → Share, and the one next step."""
