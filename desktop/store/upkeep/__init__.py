"""Opening, checking, backing up, restoring, merging and recovering a desk."""
