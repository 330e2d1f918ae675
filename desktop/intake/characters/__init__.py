"""Characters: the encodings of bytes, what a label means, and what was misread."""
