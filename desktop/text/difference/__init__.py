"""What lies behind diff.py, moves.py and alerts.py: alignment, tidying, pairing, facts."""
