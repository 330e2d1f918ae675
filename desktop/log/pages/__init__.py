"""The log for readers: pages in HTML and Word, and the correction letter."""
