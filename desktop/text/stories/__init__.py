"""Which texts belong together: the same event, the same text, the versions of an article."""
