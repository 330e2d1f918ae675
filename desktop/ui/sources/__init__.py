"""Quotes in sources: an article's quotes on the left, the words of its story's sources beside them."""
