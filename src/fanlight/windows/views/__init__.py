"""The pages of windows, themes and huddles."""
