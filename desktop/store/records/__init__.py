"""Rows of the desk: reading and writing of articles, quotes, marks, people and the hash chain."""
