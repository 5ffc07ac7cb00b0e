"""Arguments that may be left out, in a language where None says something: it clears a field."""

from __future__ import annotations

import json
from typing import Any, Dict, Mapping, Optional, Sequence, TypeVar, Union
from urllib.parse import quote, urlencode

T = TypeVar("T")


class NotGiven:
    """The type of `NOT_GIVEN`."""

    def __repr__(self) -> str:
        return "NOT_GIVEN"

    def __bool__(self) -> bool:
        return False


NOT_GIVEN = NotGiven()
"""What a field of a body is by default: it is not sent. None is sent, as `null`, which clears it."""

Maybe = Union[T, NotGiven]


def json_body(fields: Mapping[str, Any]) -> bytes:
    """The fields that were given."""
    given = {name: value for name, value in fields.items() if value is not NOT_GIVEN}
    return json.dumps(given, ensure_ascii=False, allow_nan=False).encode()


def query_string(fields: Mapping[str, Any]) -> str:
    """`?q=rope&tag=a&tag=b` of the parameters that are there; empty without any."""
    pairs = [
        (name, _query_value(one))
        for name, value in fields.items()
        if value is not None and value is not NOT_GIVEN
        for one in ([value] if isinstance(value, str) or not isinstance(value, Sequence) else value)
    ]
    return f"?{urlencode(pairs, quote_via=quote)}" if pairs else ""


def _query_value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def with_commas(values: Optional[Sequence[str]]) -> Optional[str]:
    """A list that stands in one parameter."""
    return values if values is None or isinstance(values, str) else ",".join(values)


def path_segment(value: object) -> str:
    """
    A value as one step of a path, from which no other step can be reached.

    Raises ValueError.
    """
    text = str(value)
    if text in ("", ".", ".."):
        raise ValueError("An id must not be empty")
    return quote(text, safe="")


def given_headers(headers: Mapping[str, Optional[str]]) -> Dict[str, str]:
    """
    The headers that have a value.

    Raises ValueError when one holds what no header may.
    """
    given = {name: value for name, value in headers.items() if value is not None}
    for name, value in given.items():
        if not value.isascii() or not value.isprintable():
            raise ValueError(f"{name} must be visible ASCII")
    return given
