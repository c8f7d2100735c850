"""Learning: from what happened, from what goes well, and mending what was hurt."""
