"""Pages of a comparison as values: text, rows, layers of marks and ruler, without widgets."""
