"""Look: windows into daily work, what was seen through them, and the log of huddles."""
