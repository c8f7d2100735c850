"""The debrief: before, in the room, and afterwards."""
