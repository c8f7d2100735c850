"""Puts a page of allauth's that we have not written ourselves into our frame."""

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.simple_block_tag(takes_context=True)
def in_our_frame(context: template.Context, content: str) -> SafeString:
    around = render_to_string(
        "people/around.html",
        {"content": SafeString(content)},
        context["request"],
    )
    return mark_safe(around)  # noqa: S308
