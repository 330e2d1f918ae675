"""What lies behind statements.py and anchors.py: likeness, judgement, wordings."""
