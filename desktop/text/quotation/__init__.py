"""What lies behind quotes.py and speakers.py: marks, sentences, people, and tables for each language."""
