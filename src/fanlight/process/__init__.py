"""What those outside a team see of it: that work is done, and what the team has chosen to share. Never a figure."""
