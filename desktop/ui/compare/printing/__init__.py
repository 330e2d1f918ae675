"""A comparison on paper, as PDF or as a file."""
