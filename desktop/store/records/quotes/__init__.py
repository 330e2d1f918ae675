"""Rows of quotes and of their marks: what was found, corrected, marked and carried over."""
