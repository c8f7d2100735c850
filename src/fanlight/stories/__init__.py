"""Share: stories of how a team went about it, for whoever the team lets read them."""
