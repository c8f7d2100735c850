"""What was done, by whom, when: one append-only table, one function."""
