"""Queries over many rows: the article list, similar quotes, quote events, agreement."""
