"""A client of Stowage, the self-hosted inventory that you can script."""

from . import types, webhooks
from ._client import Client
from ._files import FileAnswer
from ._given import NOT_GIVEN
from ._paging import Page, Pages
from ._streams import EventStream
from ._version import VERSION as __version__
from .errors import (
    AuthenticationError,
    ConflictError,
    ConnectionFailed,
    NotFoundError,
    PermissionDeniedError,
    RateLimitedError,
    ServerError,
    StowageError,
    TimedOut,
    ValidationError,
)
from .webhooks import WebhookVerificationError

__all__ = [
    "NOT_GIVEN",
    "AuthenticationError",
    "Client",
    "ConflictError",
    "ConnectionFailed",
    "EventStream",
    "FileAnswer",
    "NotFoundError",
    "Page",
    "Pages",
    "PermissionDeniedError",
    "RateLimitedError",
    "ServerError",
    "StowageError",
    "TimedOut",
    "ValidationError",
    "WebhookVerificationError",
    "__version__",
    "types",
    "webhooks",
]
