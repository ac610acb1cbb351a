"""Charts of the published tables, each with its data, its sources and its sidecar; `frame` alone saves a figure."""
