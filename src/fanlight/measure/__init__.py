"""Statistics and disclosure control. Pure: it has never heard of the web, of files or of a database."""
