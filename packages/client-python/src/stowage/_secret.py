"""What must not be seen."""

from __future__ import annotations

import re
from typing import NoReturn

_VISIBLE_ASCII = re.compile(r"[\x21-\x7e]+")


class Secret:
    """An API key that shows itself only where it is asked to: not when printed, copied, pickled or in a traceback."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        stripped = text.strip()
        if not _VISIBLE_ASCII.fullmatch(stripped):
            raise ValueError("The API key is empty or has a character that no key has")
        self._text = stripped

    def reveal(self) -> str:
        return self._text

    def hidden_in(self, text: str) -> str:
        """The text, with dots in the place of the key."""
        return text.replace(self._text, "...")

    def __repr__(self) -> str:
        return "<a secret>"

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("A secret is neither pickled nor copied")
