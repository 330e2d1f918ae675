"""The tables of words of each language, one folder a language, and their registry."""
