"""Containers of others: packed files, XML and codings, opened with limits."""
