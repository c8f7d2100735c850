"""Who may open what of speaking up."""

EVERYBODY = "200 200 200 200 200 200 200 200 200 200 200"

SPEAK_UP = {
    "speak_up": EVERYBODY,
    "speak_up_board": EVERYBODY,
    "speak_up_kept": EVERYBODY,
}

# Speaking up needs no account, ever.
PUBLIC_SPEAK_UP = {"speak_up", "speak_up_board", "speak_up_kept"}
