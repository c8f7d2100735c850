"""What each page of speaking up says, as values."""
