"""The desk file: the only SQL."""
