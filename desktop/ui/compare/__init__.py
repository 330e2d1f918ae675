"""Comparison in the centre of the window: two versions side by side or as one text, or one version to read."""
