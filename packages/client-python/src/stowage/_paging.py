"""Lists that come in pages."""

from __future__ import annotations

import dataclasses
from typing import Any, Callable, Dict, Generic, Iterator, List, Optional, TypeVar

T = TypeVar("T")


@dataclasses.dataclass(frozen=True)
class Page(Generic[T]):
    """One page of a list."""

    data: List[T]
    total: Optional[int]
    """How many there are on all pages; None unless the call said `include_total=True`."""
    next_cursor: Optional[str]
    """The `cursor` of the next page; None on the last one."""
    answer: Dict[str, Any] = dataclasses.field(repr=False)
    """The whole answer, such as the `unread` of notifications."""


class Pages(Generic[T]):
    """
    All rows of a list. `for row in pages` walks them, and asks for a page when it comes to it.

    Nothing is asked before, and each walk asks anew.
    """

    def __init__(self, fetch: Callable[[Optional[str]], Dict[str, Any]], cursor: Optional[str]) -> None:
        self._fetch = fetch
        self._cursor = cursor

    def __iter__(self) -> Iterator[T]:
        for page in self.pages():
            yield from page.data

    def first_page(self) -> Page[T]:
        """One page, with `data`, `total` and `next_cursor`."""
        return self._page(self._cursor)

    def pages(self) -> Iterator[Page[T]]:
        """Page after page."""
        page = self.first_page()
        yield page
        while page.next_cursor is not None:
            page = self._page(page.next_cursor)
            yield page

    def _page(self, cursor: Optional[str]) -> Page[T]:
        answer = self._fetch(cursor)
        return Page(answer["data"], answer.get("total"), answer["next_cursor"], answer)
