"""Written by `npm run gen api`."""

VERSION = "0.1.0"
