"""Talk: the kit for a debrief, the big screen, phones in the room, what was agreed, and "you said – we did"."""
