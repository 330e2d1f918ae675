"""The right panel: the quotes and their marks."""
