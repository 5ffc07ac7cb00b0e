"""When a call is worth another try, and how long to wait before it."""

from __future__ import annotations

import datetime
import email.utils
import re
from typing import Callable, Optional, TypeVar

from .errors import ConnectionFailed, StowageError

T = TypeVar("T")

_FIRST_WAIT_SECONDS = 0.5
_WAIT_SECONDS_MAX = 8.0


class Retries:
    """How often and how patiently calls are tried again."""

    def __init__(
        self, max_retries: int, max_wait: float, sleep: Callable[[float], object], random: Callable[[], float]
    ) -> None:
        self.max_retries = max_retries
        self.max_wait = max_wait
        self.sleep = sleep
        self._random = random

    def but(self, max_retries: Optional[int], max_wait: Optional[float]) -> "Retries":
        """The same, but for what is given."""
        return Retries(
            self.max_retries if max_retries is None else max_retries,
            self.max_wait if max_wait is None else max_wait,
            self.sleep,
            self._random,
        )

    def run(self, attempt: Callable[[], T], *, is_safe: bool) -> T:
        """
        What an attempt gives, tried again as far as it is worth it.

        `is_safe`: doing it twice does no more than doing it once.
        """
        tried = 0
        while True:
            try:
                return attempt()
            except StowageError as error:
                wait = self.wait_after(error, tried)
                if tried >= self.max_retries or not is_worth_retrying(error, is_safe) or wait > self.max_wait:
                    raise
            tried += 1
            self.sleep(wait)

    def wait_after(self, error: StowageError, tried: int) -> float:
        """As long as the server says; else longer each time."""
        if error.retry_after is not None:
            return error.retry_after
        return self.backoff(_FIRST_WAIT_SECONDS, tried, _WAIT_SECONDS_MAX)

    def backoff(self, first: float, tried: int, longest: float) -> float:
        """Twice as long each time, and not as long as all others who failed at the same moment."""
        return min(first * 2.0 ** min(tried, 10), longest) * (0.5 + 0.5 * self._random())


def is_worth_retrying(error: StowageError, is_safe: bool) -> bool:
    """Whether another try may succeed, and would not do the work twice."""
    if isinstance(error, ConnectionFailed):
        return not error.is_final and (is_safe or not error.may_have_arrived)
    # The server says these two before it begins.
    if error.status == 429 or error.code == "unavailable":
        return True
    return is_safe and (error.status in (408, 502, 503, 504) or error.code == "idempotency_in_flight")


def read_retry_after(header: Optional[str], now: float) -> Optional[float]:
    """Seconds from now; a header may name them or a date."""
    if header is None:
        return None
    if re.fullmatch(r"[0-9]{1,9}", header.strip()):
        return float(header)
    try:
        date = email.utils.parsedate_to_datetime(header)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    if date.tzinfo is None:
        date = date.replace(tzinfo=datetime.timezone.utc)
    return max(0.0, date.timestamp() - now)
