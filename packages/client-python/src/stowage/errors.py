"""What a call raises that did not succeed."""

from __future__ import annotations

import json
from typing import Any, Dict, List, Mapping, Optional, Type


class StowageError(Exception):
    """A call that did not succeed. Branch on `code`, show `str(error)`."""

    status: Optional[int] = None
    """The HTTP status; None when there was no answer."""
    code: str = "unknown"
    """Stable, such as `not_found`; https://…/problems/<code> of your server explains it."""
    request_id: Optional[str] = None
    """Names the request in the server's log."""
    retry_after: Optional[float] = None
    """Seconds after which the server says that it is worth another try."""

    def __init__(
        self,
        message: str,
        *,
        code: str = "unknown",
        status: Optional[int] = None,
        request_id: Optional[str] = None,
        problem: Optional[Mapping[str, Any]] = None,
        retry_after: Optional[float] = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.code = code
        self.status = status
        self.request_id = request_id
        self.problem: Dict[str, Any] = dict(problem or {})
        """The whole answer, by RFC 9457: `required_scopes`, `current_version` and what else the code brings."""
        self.retry_after = retry_after

    @property
    def errors(self) -> List[Dict[str, Any]]:
        """Of a `ValidationError`: what is wrong, field by field, each with `pointer`, `code` and `message`."""
        errors = self.problem.get("errors")
        return errors if isinstance(errors, list) else []

    def __str__(self) -> str:
        known = [self.code, str(self.status or ""), f"request {self.request_id}" if self.request_id else ""]
        return f"{self.message} ({', '.join(filter(None, known))})"


class AuthenticationError(StowageError):
    """401: the key is missing, unknown, expired, revoked or disabled; `code` says which."""


class PermissionDeniedError(StowageError):
    """403: the key is good, and may not do this."""


class NotFoundError(StowageError):
    """404: it is not there, or not for this key."""


class ConflictError(StowageError):
    """409 and 412: it does not go with what is there by now, such as `insufficient_stock` or `version_mismatch`."""


class ValidationError(StowageError):
    """422: what was sent is not what the call takes; `errors` names the fields."""


class RateLimitedError(StowageError):
    """429: too many calls; `retry_after` says how long to wait."""


class ServerError(StowageError):
    """500 and above: the server, or a proxy before it, could not do it."""


class ConnectionFailed(StowageError):
    """There was no answer: no connection came about, or it broke."""

    may_have_arrived: bool = True
    """Whether the server may have done the work all the same."""
    is_final: bool = False
    """Whether another try would end alike, as with a certificate that is not trusted."""


class TimedOut(ConnectionFailed):
    """There was no answer in time."""


_BY_STATUS: Dict[int, Type[StowageError]] = {
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    412: ConflictError,
    422: ValidationError,
    429: RateLimitedError,
}


def error_of(status: int, body: str, retry_after: Optional[float], request_id: Optional[str]) -> StowageError:
    """The error that an answer stands for, also one of a proxy that knows no problems."""
    problem = _problem_in(body)
    kind = _BY_STATUS.get(status, ServerError if status >= 500 else StowageError)
    said = problem.get("detail") or problem.get("message")
    return kind(
        str(said) if said else f"The server answered {status}, and did not say why",
        code=str(problem.get("code") or "unexpected_answer"),
        status=status,
        request_id=problem.get("request_id") or request_id,
        problem=problem,
        retry_after=_seconds(problem.get("retry_after")) if retry_after is None else retry_after,
    )


def _seconds(said: Any) -> Optional[float]:
    is_number = isinstance(said, (int, float)) and not isinstance(said, bool)
    return said if is_number and 0 <= said < 1e9 else None


def _problem_in(body: str) -> Dict[str, Any]:
    try:
        problem = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return problem if isinstance(problem, dict) else {}
