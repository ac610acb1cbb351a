"""What the ledger's claims say about each other: pure functions from frames to frames, which name nobody.

`derive.tables` is the door; `book.Book` holds the ledger as lookups for the rules: reference values and consolidation,
drift, support, contradictions, map check, losses. Each rule is told in METHODS.md, "What the code derives".
"""
