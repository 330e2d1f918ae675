"""The open card of one quote: its fields, its speaker form and the history of its marks."""
