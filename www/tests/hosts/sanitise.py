"""Prints what sanitisers leave of a text, as a JSON object: a platform's settings by name."""

import json
import sys

import bleach
import nh3

PARTS = bleach.ALLOWED_TAGS | {"p", "br", "img"}
FRAME = {"src", "width", "height", "title"}


def allowed(tag, name, _value):
    """The attributes that a careful platform lets through."""
    known = {"a": {"href", "title"}, "img": {"src", "alt"}, "iframe": FRAME}
    return name in known.get(tag, set())


text = sys.argv[1]
cleaned = {
    "nh3": nh3.clean(text),
    "nh3 with frames": nh3.clean(
        text, tags=nh3.ALLOWED_TAGS | {"iframe"}, attributes=nh3.ALLOWED_ATTRIBUTES | {"iframe": FRAME}
    ),
    "bleach": bleach.clean(text, strip=True),
    "bleach with pictures": bleach.clean(text, tags=PARTS, attributes=allowed, strip=True),
    "bleach with frames": bleach.clean(
        text, tags=PARTS | {"iframe"}, attributes=allowed, strip=True
    ),
}
json.dump(cleaned, sys.stdout)
