"""The verification log: rows.py decides what it says, one file a format says it, writing.py puts it on the disk."""
