"""What is open in the window: the desk, the shown pair, pending acts and the undo stack."""
