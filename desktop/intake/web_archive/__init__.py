"""Web archives: records of WARC, ARC and WACZ files, their digests, and CDX lists of captures."""
