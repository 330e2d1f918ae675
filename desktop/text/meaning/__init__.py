"""What does a text state, and which changes of it matter: numbers, names, dates, denials, doubts, who says what."""
