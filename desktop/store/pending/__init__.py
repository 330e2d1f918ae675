"""Acts that the disk has not taken yet, and the journal that keeps them through a crash."""
