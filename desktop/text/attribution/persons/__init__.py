"""Persons of an article: who is named in it, and whom a mention, a pronoun or a role means."""
