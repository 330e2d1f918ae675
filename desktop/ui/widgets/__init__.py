"""Widgets that serve several panels and know nothing of articles or quotes of their own."""
