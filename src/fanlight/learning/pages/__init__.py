"""The words and the order on the pages about learning."""
