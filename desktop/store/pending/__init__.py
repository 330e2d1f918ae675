"""Acts that the disk has not taken yet, and the journal that keeps them; ui/session/pending.py tries them again."""
