"""The verification log: rows.py decides what is said, one file per format says it."""
