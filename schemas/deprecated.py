"""Published columns that will go: announced in one release, they may be gone in the next.

By published table and column, what to use instead. A release writes the names into its manifest and its section of the
changelog; a column that the newest release did not announce may be neither dropped nor renamed.
"""

DEPRECATED: dict[str, dict[str, str]] = {}
