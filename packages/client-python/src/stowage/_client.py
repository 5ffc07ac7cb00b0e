"""The client itself."""

from __future__ import annotations

import os
import random as randomness
import ssl
import time
from types import TracebackType
from typing import Any, Callable, Mapping, NoReturn, Optional, Type

from ._base_url import is_private_host, read_base_url
from ._caller import Caller
from ._connections import Connections
from ._generated_operations import Operations
from ._retries import Retries
from ._secret import Secret


class Client(Operations):
    """
    Calls one Stowage with one API key. Threads may share it.

    `api_key`, `base_url`: default `STOWAGE_API_KEY` and `STOWAGE_URL` of the environment.
    `timeout`: seconds to connect in, and to wait for the next part of an answer; default 60.
    `max_retries`: how often a call that failed in passing is made again; default 2, 0 for never.
    `max_retry_wait`: seconds; when the server asks for a longer wait, the call fails at once. Default 60.
    `allow_insecure_http`: sends the key unencrypted also outside of private networks.
    `ssl_context`: for a certificate of your own authority: `ssl.create_default_context(cafile=…)`.
    `sleep`, `random`: for tests.

    Raises ValueError when key or address are missing or cannot be meant.
    """

    def __init__(
        self,
        api_key: Optional[str] = None,
        base_url: Optional[str] = None,
        *,
        timeout: float = 60.0,
        max_retries: int = 2,
        max_retry_wait: float = 60.0,
        allow_insecure_http: bool = False,
        ssl_context: Optional[ssl.SSLContext] = None,
        sleep: Callable[[float], object] = time.sleep,
        random: Callable[[], float] = randomness.random,
    ) -> None:
        key, api_key = Secret(_given_or_set(api_key, "api_key", "STOWAGE_API_KEY")), None
        url = read_base_url(_given_or_set(base_url, "base_url", "STOWAGE_URL"))
        if not url.is_https and not allow_insecure_http and not is_private_host(url.host):
            raise ValueError(f"The key would travel unencrypted to {url.host}: use https://, or allow_insecure_http")
        self._address = str(url)
        retries = Retries(max_retries, max_retry_wait, sleep, random)
        super().__init__(Caller(Connections(url, key, ssl_context), key, retries, timeout))

    def with_options(
        self,
        *,
        timeout: Optional[float] = None,
        max_retries: Optional[int] = None,
        max_retry_wait: Optional[float] = None,
    ) -> "Client":
        """The same client with other patience, over the same connections: `client.with_options(timeout=600)`."""
        mine, other = self._caller, object.__new__(type(self))
        other._address = self._address
        retries = mine.retries.but(max_retries, max_retry_wait)
        Operations.__init__(other, Caller(mine.connections, mine.key, retries, timeout or mine.timeout))
        return other

    def request(
        self,
        method: str,
        path: str,
        *,
        query: Optional[Mapping[str, Any]] = None,
        body: Optional[Mapping[str, Any]] = None,
        idempotency_key: Optional[str] = None,
    ) -> Any:
        """
        A call by its route, such as `client.request("GET", "/bins")`: for what a newer server has and this does not.

        A POST is tried again only when it has an `idempotency_key`.
        """
        return self._caller.json(method, path, query=query, body=body, idempotency_key=idempotency_key)

    def close(self) -> None:
        """Closes the connections that are kept open; the next call opens a new one."""
        self._caller.connections.close()

    def __enter__(self) -> "Client":
        return self

    def __exit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<stowage.Client of {self._address}>"

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("A client holds a key, and is neither pickled nor copied")


def _given_or_set(given: Optional[str], argument: str, variable: str) -> str:
    value = os.environ.get(variable) if given is None else given
    if value is None or not value.strip():
        raise ValueError(f"Give {argument}, or set {variable}")
    return value
