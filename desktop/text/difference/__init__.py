"""What lies behind diff.py and moves.py: alignment, tidying, pairing of passages."""
