"""The pages of speaking up: the reporter's at one address, and the guardians' space."""
