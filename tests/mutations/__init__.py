"""Small faults put into the program one at a time; a test must notice each: `python -m tests.mutations [ROOM]`.

A room is a module here with a list `MUTATIONS`. To add one: name the law that it breaks, the file, a stretch of text
that stands there once, what takes its place, and the test that fails then.
"""
