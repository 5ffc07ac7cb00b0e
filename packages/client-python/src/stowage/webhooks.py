"""Whether a webhook is from your Stowage: the signatures of Standard Webhooks."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import re
import time
from typing import Any, Dict, Iterable, List, Mapping, Optional, Sequence, Tuple, Union

from ._generated_shapes import WebhookBody

TOLERANCE_SECONDS = 300
"""How old, or how far ahead, a post may be."""
# The server signs with two secrets at most, and posts one event.
_SIGNATURES_MAX = 10
_BODY_BYTES_MAX = 4 * 1_048_576
# A dot in it could be the one that ends it, and what was signed be parted elsewhere.
_ID = re.compile(r"[\x21-\x2d\x2f-\x7e]{1,255}")

Headers = Union[Mapping[str, Any], Iterable[Tuple[Any, Any]]]


class WebhookVerificationError(Exception):
    """The post is not genuine, or too old. Answer it with 401, and do nothing else."""


def verify(
    payload: Union[str, bytes],
    headers: Headers,
    secret: Union[str, Sequence[str]],
    *,
    tolerance: float = TOLERANCE_SECONDS,
    now: Optional[float] = None,
) -> WebhookBody:
    """
    What a genuine post says.

    `payload` is the body as it came, before anything reads it. `headers` is a mapping or pairs, in any case of letters.
    `secret` is what the app showed, `whsec_…`; several while it is being changed. A post may come twice, both times
    with the same `webhook-id`: act once.

    Raises WebhookVerificationError, and ValueError when a secret is none.
    """
    body = payload.encode("utf-8", "surrogatepass") if isinstance(payload, str) else bytes(payload)
    keys = _keys(secret)
    found = _wanted(headers)
    if len(body) > _BODY_BYTES_MAX or not _ID.fullmatch(found["webhook-id"]):
        raise WebhookVerificationError("The body or the header webhook-id is none that a Stowage sends")
    _check_time(found["webhook-timestamp"], tolerance, time.time() if now is None else now)
    signed = b".".join((found["webhook-id"].encode(), found["webhook-timestamp"].encode(), body))
    wanted = [_signature(key, signed) for key in keys]
    sent = [
        one.encode("ascii", "replace")
        for one in found["webhook-signature"].split(" ", _SIGNATURES_MAX)[:_SIGNATURES_MAX]
    ]
    # Each is compared with each, whatever was found before, in a time that tells nothing.
    matches = [hmac.compare_digest(one, signature) for one in wanted for signature in sent]
    if not any(matches):
        raise WebhookVerificationError("No signature is of this secret and body")
    try:
        said: WebhookBody = json.loads(body)
    except ValueError:
        raise WebhookVerificationError("The body is no JSON") from None
    return said


def _signature(key: bytes, signed: bytes) -> bytes:
    return b"v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest())


def _keys(secret: Union[str, Sequence[str]]) -> List[bytes]:
    keys = []
    for one in [secret] if isinstance(secret, str) else secret:
        text = one.strip()
        try:
            key = base64.b64decode(text[len("whsec_") :] if text.startswith("whsec_") else text, validate=True)
        except (binascii.Error, ValueError):
            key = b""
        if not key:
            raise ValueError("A webhook's secret is whsec_ and base64 after it")
        keys.append(key)
    return keys


def _wanted(headers: Headers) -> Dict[str, str]:
    pairs = headers.items() if isinstance(headers, Mapping) else headers
    found = {_text(name).lower(): _text(value) for name, value in pairs}
    for name in ("webhook-id", "webhook-timestamp", "webhook-signature"):
        if not found.get(name):
            raise WebhookVerificationError(f"The header {name} is missing")
    return found


def _text(value: Any) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)


def _check_time(timestamp: str, tolerance: float, now: float) -> None:
    if not timestamp.isascii() or not timestamp.isdigit() or len(timestamp) > 15:
        raise WebhookVerificationError("The header webhook-timestamp is no number")
    if abs(now - int(timestamp)) > tolerance:
        raise WebhookVerificationError("The post is too old, or from the future")
