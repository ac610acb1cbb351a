"""What a reader asks the published tables on the command line: `claims show`, `claims cite`, `claims stats`."""
