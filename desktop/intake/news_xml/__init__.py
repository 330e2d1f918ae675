"""News as agencies send it: NITF and NewsML, the head of each item apart from its body."""
