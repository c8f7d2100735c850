"""The six focuses as content: what good looks like, cards, change ideas, measures, reading, and dated facts.

The content is data (TOML and Markdown under `content/`), ours, under CC BY 4.0. Everything here is pure:
it reads files and returns frozen dataclasses, and Django is not needed to import it. Start with
`fanlight.guide.queries.load_guide`.
"""
