"""The guide, open to everybody: reading it, and using its cards on phones."""
