"""Sources: where the words of a quote stand in a transcript or document, and how the two differ."""
