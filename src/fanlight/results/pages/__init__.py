"""The words and the order of a round's results. Everything here is made from a `Released` and nothing else.

`reading` reads one group's release; it needs no Django, so the console program's reports share it. `round` and
`withheld` are the pages of the site.
"""
