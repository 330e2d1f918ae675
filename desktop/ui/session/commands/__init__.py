"""Every undoable act as a command of the undo stack."""
