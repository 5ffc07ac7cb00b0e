"""Files that come and go."""

from __future__ import annotations

import os
import pathlib
import re
import tempfile
from types import TracebackType
from typing import IO, Any, Iterator, NamedTuple, Optional, Sequence, Tuple, Type, Union

from ._connections import Exchange

Upload = Union[str, bytes, os.PathLike[str], IO[Any]]
"""What can be sent as a file: its text, its bytes, a `pathlib.Path`, or an open file. A str is text and no path."""

_MEDIA_TYPES = {".csv": "text/csv", ".ndjson": "application/x-ndjson", ".jsonl": "application/x-ndjson"}


_FILENAME_LENGTH_MAX = 200
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def harmless_name(named: str) -> Optional[str]:
    """The last step of a path, in plain letters; None when it is a device or nothing is left. It hides no file."""
    plain = re.sub(r"[^A-Za-z0-9 ._()+-]", "_", re.split(r"[/\\]", named)[-1])
    name = plain[-_FILENAME_LENGTH_MAX:].lstrip(" .").rstrip(" .")
    return None if not name or _DEVICE.fullmatch(name) else name


class FileAnswer:
    """A file that the server sends. Read it once, in one of the three ways, or close it."""

    def __init__(self, exchange: Exchange) -> None:
        self._exchange = exchange
        self.content_type: str = exchange.headers.get("Content-Type", "application/octet-stream")
        self.filename: Optional[str] = harmless_name(exchange.headers.get_filename() or "")
        """What the server would call it, as a name that every file system takes, without any folder."""

    def read(self) -> bytes:
        """
        All of it.

        Raises ConnectionFailed when it is cut off.
        """
        return self._exchange.read_all()

    def iter_bytes(self, chunk_size: int = 65_536) -> Iterator[bytes]:
        """
        Piece by piece, as it comes, each of at most so many bytes.

        Raises ConnectionFailed when it is cut off.
        """
        try:
            while True:
                piece = self._exchange.read_some(chunk_size)
                if not piece:
                    return
                yield piece
        finally:
            self.close()

    def save(self, path: Union[str, "os.PathLike[str]"]) -> pathlib.Path:
        """
        Writes it to a file that its owner alone may read. The file is there once it is whole, and not before.

        Raises ConnectionFailed when it is cut off, and OSError.
        """
        target = pathlib.Path(path)
        handle, unfinished = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            with open(handle, "wb") as file:
                for piece in self.iter_bytes():
                    file.write(piece)
            os.replace(unfinished, target)
        except BaseException:
            os.unlink(unfinished)
            raise
        return target

    def close(self) -> None:
        """Breaks off what was not read."""
        self._exchange.close()

    def __enter__(self) -> "FileAnswer":
        return self

    def __exit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<FileAnswer {self.filename or ''} {self.content_type}>"


class UploadedFile(NamedTuple):
    content: bytes
    media_type: str
    filename: Optional[str]


def read_upload(file: Upload, media_type: Optional[str], media_types: Sequence[str]) -> UploadedFile:
    """
    What is to be sent, kept in memory so that it can be sent again.

    Raises ValueError when it is not known what it is, and OSError.
    """
    content, filename = _content_of(file)
    known = media_type or _MEDIA_TYPES.get(pathlib.PurePath(filename or "").suffix.lower())
    if known is None or known.split(";")[0].strip() not in media_types:
        raise ValueError(f"Say what the file is: media_type is one of {', '.join(media_types)}")
    return UploadedFile(content, known, filename)


def _content_of(file: Upload) -> Tuple[bytes, Optional[str]]:
    if isinstance(file, str):
        return file.encode(), None
    if isinstance(file, (bytes, bytearray, memoryview)):
        return bytes(file), None
    if isinstance(file, os.PathLike):
        path = pathlib.Path(file)
        return path.read_bytes(), path.name
    read = file.read()
    content = read.encode() if isinstance(read, str) else bytes(read)
    name = getattr(file, "name", None)
    return content, pathlib.PurePath(name).name if isinstance(name, str) else None
