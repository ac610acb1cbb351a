"""Releases: what each version published, and what changed between versions."""
