"""Where the server is."""

from __future__ import annotations

import ipaddress
import re
from typing import NamedTuple
from urllib.parse import urlsplit

_PRIVATE_NETWORKS = [
    ipaddress.ip_network(network)
    for network in (
        "127.0.0.0/8",
        "10.0.0.0/8",
        "172.16.0.0/12",
        "192.168.0.0/16",
        "169.254.0.0/16",
        "100.64.0.0/10",
        "::1/128",
        "fc00::/7",
        "fe80::/10",
    )
]
_PRIVATE_SUFFIXES = (".localhost", ".local", ".lan", ".home", ".internal", ".home.arpa", ".test")
_API = "/api/v1"
_NAME = re.compile(r"[a-z0-9_-]+(\.[a-z0-9_-]+)*\.?")
_ZONE = re.compile(r"[\w.-]*", re.ASCII)
_NUMBER = re.compile(r"(.*\.)?([0-9]+|0x[0-9a-f]*)\.?")


class BaseUrl(NamedTuple):
    """A server's address, taken apart."""

    is_https: bool
    host: str
    port: int
    prefix: str
    """What stands before each path: `/api/v1`, or more behind a reverse proxy."""

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        is_usual = self.port == (443 if self.is_https else 80)
        return f"{'https' if self.is_https else 'http'}://{host}{'' if is_usual else f':{self.port}'}"


def read_base_url(text: str) -> BaseUrl:
    """Reads `https://stowage.example`, with or without `/api/v1` or a folder of a reverse proxy's behind it."""
    # No message repeats the address: a password may stand in it.
    try:
        parts = urlsplit(text.strip())
        port = parts.port
        host = _looked_up(parts.hostname or "")
    except ValueError:
        raise ValueError("base_url is no address: write https://stowage.example") from None
    if parts.scheme not in ("http", "https") or not host:
        raise ValueError("base_url must begin with https:// or http:// and name a host")
    if parts.username is not None or parts.password is not None:
        raise ValueError("base_url must hold no user and no password")
    if "?" in text or "#" in text:
        raise ValueError("base_url must end with the path: no ? and no #")
    path = parts.path.rstrip("/")
    if not all("!" <= letter <= "~" for letter in path):
        raise ValueError("base_url holds letters that an address has to write with %")
    prefix = path if path.endswith(_API) else path + _API
    is_https = parts.scheme == "https"
    return BaseUrl(is_https, host, port or (443 if is_https else 80), prefix)


def _looked_up(hostname: str) -> str:
    """
    A host as the network is asked for it, since what is judged has to be what is connected to.

    Raises ValueError when it is none.
    """
    if ":" in hostname:
        address, _, zone = hostname.partition("%")
        ipaddress.IPv6Address(address)
        if not _ZONE.fullmatch(zone):
            raise ValueError("no zone")
        return hostname
    # Other full stops than ours, such as the Chinese one, become ours.
    name = hostname.encode("idna").decode("ascii").lower()
    if name and not _NAME.fullmatch(name):
        raise ValueError("no name")
    return name


def is_private_host(host: str) -> bool:
    """Whether a host is this machine or in a network of one's own, judged by its name alone."""
    if ":" in host:
        return _is_private_address(host.split("%")[0])
    if _NUMBER.fullmatch(host):
        return _is_private_address(host)
    # With a full stop at its end, a single word is a top-level domain, of which some have servers.
    return "." not in host or f".{host.rstrip('.')}".endswith(_PRIVATE_SUFFIXES)


def _is_private_address(text: str) -> bool:
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return False
    # Numbers in other writings, octal or fewer than four, are other addresses to other programs.
    is_plain = address.version == 6 or str(address) == text
    return is_plain and any(address in network for network in _PRIVATE_NETWORKS)
