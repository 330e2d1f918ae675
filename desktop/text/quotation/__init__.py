"""Quotations of a text: the quotation marks, their pairing, the passages between them, and their bounds."""
