"""Bytes in, captures out: one file per format."""
