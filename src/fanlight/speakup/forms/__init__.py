"""What is typed in: by people who speak up, and by guardians."""
