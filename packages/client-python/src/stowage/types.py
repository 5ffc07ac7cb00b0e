"""The shapes of what goes in and out, by the names of the API's document: `from stowage.types import Bin`."""

from ._generated_shapes import *  # noqa: F403
from ._generated_shapes import __all__ as __all__
