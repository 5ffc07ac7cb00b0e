"""HTTP connections to one server, kept open between calls and shared by threads."""

from __future__ import annotations

import collections
import http.client
import os
import selectors
import socket
import ssl
import time
from typing import Deque, Dict, Optional, Tuple

from ._base_url import BaseUrl
from ._secret import Secret
from ._version import VERSION
from .errors import ConnectionFailed, TimedOut

# Node closes what is silent for five seconds, most proxies after a minute. A call that meets the end is lost.
_IDLE_SECONDS_MAX = 4.0
_IDLE_CONNECTIONS_MAX = 8
_USER_AGENT = f"stowage-python/{VERSION}"

_Idle = Tuple[http.client.HTTPConnection, float, int]


class Connections:
    """Sends requests with the key, and only ever to the one server that it is for."""

    def __init__(self, base_url: BaseUrl, key: Secret, ssl_context: Optional[ssl.SSLContext]) -> None:
        self._base_url = base_url
        self._key = key
        self._ssl_context = ssl_context
        self._idle: Deque[_Idle] = collections.deque()

    def send(
        self, method: str, path: str, headers: Dict[str, str], body: Optional[bytes], timeout: float
    ) -> "Exchange":
        """
        Sends one request. The answer's body is still to be read.

        Raises ConnectionFailed or TimedOut.
        """
        connection = self._take() or self._connect(timeout)
        try:
            if connection.sock is not None:
                connection.sock.settimeout(timeout)
            self._write(connection, method, path, headers, body)
            return Exchange(self, connection, connection.getresponse())
        except (OSError, http.client.HTTPException) as error:
            connection.close()
            raise lost(error) from error

    def _write(
        self,
        connection: http.client.HTTPConnection,
        method: str,
        path: str,
        headers: Dict[str, str],
        body: Optional[bytes],
    ) -> None:
        connection.putrequest(method, self._base_url.prefix + path, skip_accept_encoding=True)
        # No local variable ever holds the key, so that no traceback that shows variables has it.
        connection.putheader("Authorization", f"Bearer {self._key.reveal()}")
        connection.putheader("User-Agent", _USER_AGENT)
        for name, value in headers.items():
            connection.putheader(name, value)
        if body is not None or method != "GET":
            connection.putheader("Content-Length", str(len(body or b"")))
        try:
            connection.endheaders(body)
        except (BrokenPipeError, ConnectionResetError):
            # A refusal may come before the body is read, and says more than the broken pipe.
            if body is None:
                raise

    def _connect(self, timeout: float) -> http.client.HTTPConnection:
        connection = self._new_connection(timeout)
        try:
            connection.connect()
        except OSError as error:
            connection.close()
            failed = lost(error)
            failed.may_have_arrived = False
            failed.is_final = isinstance(error, ssl.SSLCertVerificationError)
            raise failed from error
        if connection.sock is not None:
            connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return connection

    def _new_connection(self, timeout: float) -> http.client.HTTPConnection:
        host, port = self._base_url.host, self._base_url.port
        if not self._base_url.is_https:
            return http.client.HTTPConnection(host, port, timeout=timeout)
        # Made once, as reading the machine's certificates takes a while.
        self._ssl_context = self._ssl_context or ssl.create_default_context()
        return http.client.HTTPSConnection(host, port, timeout=timeout, context=self._ssl_context)

    def _take(self) -> Optional[http.client.HTTPConnection]:
        while True:
            try:
                connection, since, process = self._idle.pop()
            except IndexError:
                return None
            if process == os.getpid() and time.monotonic() - since < _IDLE_SECONDS_MAX and _is_quiet(connection):
                return connection
            connection.close()

    def give_back(self, connection: http.client.HTTPConnection) -> None:
        if connection.sock is None or len(self._idle) >= _IDLE_CONNECTIONS_MAX:
            connection.close()
        else:
            self._idle.append((connection, time.monotonic(), os.getpid()))

    def close(self) -> None:
        while self._idle:
            self._idle.pop()[0].close()


class Exchange:
    """An answer whose body is still to be read."""

    def __init__(
        self,
        connections: Connections,
        connection: http.client.HTTPConnection,
        response: http.client.HTTPResponse,
    ) -> None:
        self._connections = connections
        self._connection: Optional[http.client.HTTPConnection] = connection
        self._response = response
        self._left = response.length
        self.status = response.status
        self.headers = response.headers

    def read_some(self, size: int = 65_536) -> bytes:
        """
        What there is, as soon as there is something; empty at the end.

        Raises ConnectionFailed when the answer ends before its end, and TimedOut.
        """
        if self._connection is None:
            return b""
        if self._left is not None:
            size = min(size, self._left)
            if size == 0:
                self._end()
                return b""
        try:
            some = self._response.read1(size)
        except (OSError, http.client.HTTPException, ValueError) as error:
            self.close()
            raise lost(error) from error
        if self._left is not None:
            self._left -= len(some)
        if some:
            return some
        if self._left:
            self.close()
            raise ConnectionFailed("The answer was cut off", code="connection_failed")
        self._end()
        return b""

    def read_all(self) -> bytes:
        """As `read_some`, all of it."""
        return b"".join(iter(self.read_some, b""))

    def _end(self) -> None:
        connection, self._connection = self._connection, None
        if connection is None:
            return
        self._response.close()
        if self._response.will_close:
            connection.close()
        else:
            self._connections.give_back(connection)

    def close(self) -> None:
        """Breaks off what was not read."""
        connection, self._connection = self._connection, None
        if connection is not None:
            self._response.close()
            connection.close()


def lost(error: Exception) -> ConnectionFailed:
    """What a broken connection is told as."""
    if isinstance(error, socket.timeout):
        return TimedOut("The server did not answer in time", code="timed_out")
    if isinstance(error, http.client.IncompleteRead):
        return ConnectionFailed("The answer was cut off", code="connection_failed")
    return ConnectionFailed(f"The connection failed: {error}", code="connection_failed")


def _is_quiet(connection: http.client.HTTPConnection) -> bool:
    """Whether an idle connection is still open: what can be read from it is its end."""
    if connection.sock is None:
        return False
    with selectors.DefaultSelector() as selector:
        selector.register(connection.sock, selectors.EVENT_READ)
        return not selector.select(0)
