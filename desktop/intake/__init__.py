"""Import: bytes become captures. One file per format; boilerplate and metadata serve them all.

The text of a capture is what the bytes say, code point for code point: only line ends become LF, a leading byte
order mark goes, and what cannot be stored (NUL, lone surrogates) becomes U+FFFD with a warning.
"""
