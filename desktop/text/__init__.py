"""Strings in, values out: words, differences, quotations, speakers. No Qt, no SQL, no files, no clock."""
