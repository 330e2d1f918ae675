"""The centre: two versions beside each other, or one to read."""
