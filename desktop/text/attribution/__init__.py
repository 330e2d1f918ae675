"""Speaker attribution: who is said to have said a quotation."""
