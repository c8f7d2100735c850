"""The words and the order of the pages about windows."""
