"""One call: its request, its tries, and its answer or error."""

from __future__ import annotations

import json
import time
import uuid
from typing import Any, Callable, Dict, Mapping, NamedTuple, Optional, Sequence, TypeVar, Union

from ._connections import Connections, Exchange
from ._files import FileAnswer, Upload, read_upload
from ._given import given_headers, json_body, query_string
from ._paging import Pages
from ._retries import Retries, read_retry_after
from ._secret import Secret
from ._streams import SILENT_SECONDS_MAX, EventStream
from .errors import StowageError, error_of

T = TypeVar("T")

_ACCEPT = "application/json, application/problem+json, */*;q=0.5"


class Request(NamedTuple):
    method: str
    path: str
    headers: Dict[str, str]
    body: Optional[bytes]

    @property
    def is_safe(self) -> bool:
        """Doing it twice does no more than doing it once: it reads, is known by its key, or names the version that it replaces."""
        return self.method == "GET" or "Idempotency-Key" in self.headers or "If-Match" in self.headers


class Caller:
    """Makes the calls of a client."""

    def __init__(
        self,
        connections: Connections,
        key: Secret,
        retries: Retries,
        timeout: float,
        now: Callable[[], float] = time.time,
    ) -> None:
        self.connections = connections
        self.key = key
        self.retries = retries
        self.timeout = timeout
        self._now = now

    def json(
        self,
        method: str,
        path: str,
        *,
        query: Optional[Mapping[str, Any]] = None,
        body: Optional[Mapping[str, Any]] = None,
        idempotency_key: Optional[str] = None,
        is_repeatable: bool = False,
        if_match: Union[int, str, None] = None,
    ) -> Any:
        """The answer of a call that answers with JSON."""
        request = self._request(method, path, query, body, idempotency_key, is_repeatable, if_match)
        return self._retried(request, self._read_json)

    def pages(self, path: str, query: Mapping[str, Any]) -> Pages[Any]:
        cursor = query.get("cursor")
        return Pages(lambda cursor: self.json("GET", path, query={**query, "cursor": cursor}), cursor)

    def file(
        self,
        method: str,
        path: str,
        *,
        query: Optional[Mapping[str, Any]] = None,
        body: Optional[Mapping[str, Any]] = None,
        idempotency_key: Optional[str] = None,
        is_repeatable: bool = False,
    ) -> FileAnswer:
        """The answer of a call that answers with a file; it is read as its reader reads it."""
        request = self._request(method, path, query, body, idempotency_key, is_repeatable, None)
        return self._retried(request, FileAnswer)

    def upload(
        self,
        method: str,
        path: str,
        *,
        file: Upload,
        media_type: Optional[str],
        media_types: Sequence[str],
        query: Mapping[str, Any],
        idempotency_key: Optional[str] = None,
        is_repeatable: bool = False,
    ) -> Any:
        """The answer of a call whose body is a file."""
        content, known_type, filename = read_upload(file, media_type, media_types)
        named = {**query, "filename": query["filename"] or filename} if "filename" in query else query
        request = self._request(method, path, named, None, idempotency_key, is_repeatable, None)
        headers = {**request.headers, "Content-Type": known_type}
        return self._retried(request._replace(headers=headers, body=content), self._read_json)

    def stream(self, path: str, query: Dict[str, Any]) -> EventStream[Any]:
        def open_exchange(asked: Dict[str, Any], headers: Dict[str, str]) -> Exchange:
            asking = {"Accept": "text/event-stream", **headers}
            timeout = max(self.timeout, SILENT_SECONDS_MAX)
            return self._once(Request("GET", path + query_string(asked), asking, None), timeout)

        return EventStream(open_exchange, query, self.retries)

    def _request(
        self,
        method: str,
        path: str,
        query: Optional[Mapping[str, Any]],
        body: Optional[Mapping[str, Any]],
        idempotency_key: Optional[str],
        is_repeatable: bool,
        if_match: Union[int, str, None],
    ) -> Request:
        # One name for all tries, so that the server does it once. Without tries it would be kept for nothing.
        name = str(uuid.uuid4()) if is_repeatable and self.retries.max_retries > 0 else None
        headers = given_headers(
            {
                "Accept": _ACCEPT,
                "Content-Type": None if body is None else "application/json",
                "Idempotency-Key": name if idempotency_key is None else idempotency_key,
                "If-Match": f'"v{if_match}"' if isinstance(if_match, int) else if_match,
            }
        )
        return Request(method, path + query_string(query or {}), headers, None if body is None else json_body(body))

    def _retried(self, request: Request, read: Callable[[Exchange], T]) -> T:
        return self.retries.run(lambda: read(self._once(request, self.timeout)), is_safe=request.is_safe)

    def _once(self, request: Request, timeout: float) -> Exchange:
        exchange = self.connections.send(request.method, request.path, request.headers, request.body, timeout)
        if 200 <= exchange.status < 300:
            return exchange
        raise self._refusal(exchange)

    def _refusal(self, exchange: Exchange) -> StowageError:
        request_id = exchange.headers.get("X-Request-Id")
        if 300 <= exchange.status < 400:
            # Followed, it could carry the key to another server.
            exchange.close()
            return StowageError(
                "The server leads elsewhere: give the address that it ends at as base_url",
                code="unexpected_answer",
                status=exchange.status,
                request_id=request_id,
            )
        retry_after = read_retry_after(exchange.headers.get("Retry-After"), self._now())
        # A proxy's page may repeat the request, key and all.
        body = self.key.hidden_in(exchange.read_all().decode("utf-8", "replace"))
        return error_of(exchange.status, body, retry_after, request_id)

    def _read_json(self, exchange: Exchange) -> Any:
        body = exchange.read_all()
        try:
            return json.loads(body)
        except (ValueError, RecursionError):
            raise StowageError(
                "The answer is no JSON: is base_url the address of a Stowage?",
                code="unexpected_answer",
                status=exchange.status,
                request_id=exchange.headers.get("X-Request-Id"),
            ) from None
