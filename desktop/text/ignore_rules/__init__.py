"""Ignore rules: which changes the checker does not count, and the patterns of a user's own."""
