"""Sources: quotes held against them, passages of them that articles print, their recordings."""
