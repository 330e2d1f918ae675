"""Dialogs on one article: details, hidden passages, how it was read, its source."""
