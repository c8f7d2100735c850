"""What the page's frame shows around a page: who is here, where they are, and the ways out.

A context processor gives templates one `frame`. Every part is optional: a stranger's frame is `Frame()`.
"""

from dataclasses import dataclass, field, replace

from fanlight.design.mark import Step


@dataclass(frozen=True, kw_only=True)
class Link:
    """Words that lead somewhere. With `sends` it is a button, for what changes something."""

    text: str
    href: str
    sends: bool = False


@dataclass(frozen=True, kw_only=True)
class Where:
    """Where a page stands: its team (a link home), the organisation, and the step of the thread."""

    place: Link
    organisation: str = ""
    step: Step | None = None


@dataclass(frozen=True, kw_only=True)
class Frame:
    """The frame around a page."""

    home: str = "/"
    place: Link | None = None
    organisation: str = ""
    step: Step | None = None
    person: str = ""
    menu: tuple[Link, ...] = ()
    sign_in: Link | None = None
    footer: tuple[Link, ...] = ()
    is_demo: bool = False
    trail: tuple[Link, ...] = field(default=())

    def at(self, where: Where) -> "Frame":
        """The same frame around a page that stands somewhere."""
        return replace(self, place=where.place, organisation=where.organisation, step=where.step)

    def signing_in_at(self, href: str) -> "Frame":
        """The same frame, with whoever signs in led on as the page needs it."""
        return replace(self, sign_in=replace(self.sign_in, href=href)) if self.sign_in else self
