"""Quotes across versions: statements as rows, versions as columns."""
