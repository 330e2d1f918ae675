"""Evidence of a desk: files kept with marks, bundles, the chains written out, time stamps."""
