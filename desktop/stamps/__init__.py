"""Time stamps over the heads of a desk's chains: by RFC 3161 and by OpenTimestamps, made, read and verified offline."""
