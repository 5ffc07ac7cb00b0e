"""Server-sent events, followed over broken connections."""

from __future__ import annotations

import json
import math
import re
import time
from types import TracebackType
from typing import Any, Callable, Dict, Generic, Iterator, List, Optional, Tuple, Type, TypeVar

from ._connections import Exchange
from ._retries import Retries, is_worth_retrying
from .errors import StowageError

T = TypeVar("T")

# The server gives a sign of life every 15 seconds.
SILENT_SECONDS_MAX = 45.0
_RECONNECT_SECONDS = 2.0
_RECONNECT_SECONDS_MAX = 30.0
_RECONNECT_SECONDS_MIN = 1.0
# An event is as large as what it tells of, which a request brought in a body of 1 MiB at most.
_LINE_BYTES_MAX = 1_048_576
_EVENT_LENGTH_MAX = 4 * 1_048_576
_ID = re.compile(r"[\x21-\x7e]{1,255}")


class EventStream(Generic[T]):
    """
    What happens, as it happens: `for event in stream`.

    When the connection breaks it comes again and goes on after `last_event_id`, so that nothing is missing. It ends
    by an error that no further try would mend, such as AuthenticationError once the key is revoked; by `close`; or,
    when the call named `limit_seconds`, after that time.
    """

    def __init__(
        self,
        open_exchange: Callable[[Dict[str, Any], Dict[str, str]], Exchange],
        query: Dict[str, Any],
        retries: Retries,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._open = open_exchange
        self._query = dict(query)
        self._retries = retries
        self._clock = clock
        limit = query.get("limit_seconds")
        self._ends_at = None if limit is None else clock() + limit
        self._wait_seconds = _RECONNECT_SECONDS
        self._exchange: Optional[Exchange] = None
        self._is_closed = False
        self._events = self._follow()
        self.last_event_id: Optional[str] = None
        """Where it would go on. Keep it, and give it as `after` to go on in another run."""

    def __iter__(self) -> Iterator[T]:
        return self._events

    def _follow(self) -> Iterator[T]:
        # The first time fails as other calls do: who wrote a wrong address shall hear of it.
        self._exchange = self._retries.run(self._open_again, is_safe=True)
        failures = 0
        while not self._is_closed:
            try:
                self._exchange = self._exchange or self._open_again()
                for event in self._read(self._exchange):
                    failures = 0
                    yield event
                if self._ends_at is not None:
                    return
                wait = 0.0
            except StowageError as error:
                if self._is_closed:
                    return
                if not is_worth_retrying(error, is_safe=True):
                    self._let_go()
                    raise
                wait = error.retry_after or 0.0
            self._exchange = None
            self._retries.sleep(max(wait, self._retries.backoff(self._wait_seconds, failures, _RECONNECT_SECONDS_MAX)))
            failures += 1

    def _open_again(self) -> Exchange:
        if self._ends_at is not None:
            self._query["limit_seconds"] = max(0, math.ceil(self._ends_at - self._clock()))
        headers = {} if self.last_event_id is None else {"Last-Event-ID": self.last_event_id}
        return self._open(self._query, headers)

    def _read(self, exchange: Exchange) -> Iterator[T]:
        for name, value in _records(exchange):
            if name == "id":
                self.last_event_id = value
            elif name == "retry" and re.fullmatch("[0-9]{1,9}", value):
                wait = int(value) / 1_000
                self._wait_seconds = min(max(wait, _RECONNECT_SECONDS_MIN), _RECONNECT_SECONDS_MAX)
            elif name == "data":
                yield _read_event(value)

    def close(self) -> None:
        """Ends it."""
        self._is_closed = True
        self._let_go()

    def _let_go(self) -> None:
        if self._exchange is not None:
            self._exchange.close()

    def __enter__(self) -> "EventStream[T]":
        return self

    def __exit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None:
        self.close()


def _records(exchange: Exchange) -> Iterator[Tuple[str, str]]:
    """What a stream says, field by field; `id` comes before its `data`, and both once their record is whole."""
    event_id: Optional[str] = None
    data: List[str] = []
    length = 0
    for line in _lines(exchange):
        name, _, value = line.partition(":")
        value = value[1:] if value.startswith(" ") else value
        if name == "id":
            # It is sent again in a header, which holds no other letters.
            event_id = value if _ID.fullmatch(value) else event_id
        elif name == "data":
            data.append(value)
            length += len(value) + 1
            if length > _EVENT_LENGTH_MAX:
                raise _no_stream("An event of the stream is too large")
        elif name == "retry":
            yield name, value
        elif line == "":
            if event_id is not None:
                yield "id", event_id
            if data:
                yield "data", "\n".join(data)
            event_id, data, length = None, [], 0


def _lines(exchange: Exchange) -> Iterator[str]:
    unfinished = bytearray()
    for some in iter(exchange.read_some, b""):
        piece, *more = some.split(b"\n")
        unfinished += piece
        for piece in more:
            yield unfinished.rstrip(b"\r").decode("utf-8", "replace")
            unfinished = bytearray(piece)
        if len(unfinished) > _LINE_BYTES_MAX:
            raise _no_stream("A line of the stream is too long")


def _read_event(data: str) -> Any:
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        raise _no_stream("An event of the stream is no JSON") from None


def _no_stream(what: str) -> StowageError:
    return StowageError(f"{what}: is base_url the address of a Stowage?", code="unexpected_answer", status=200)
