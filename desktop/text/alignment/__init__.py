"""Token alignment of two texts, moves, and the rows of passages that answer each other."""
