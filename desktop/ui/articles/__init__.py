"""The left panel: stories, articles and versions."""
