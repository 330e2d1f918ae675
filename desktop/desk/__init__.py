"""Everything that one can ask of an open desk and do to it, without Qt."""
