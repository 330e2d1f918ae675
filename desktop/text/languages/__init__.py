"""The words of each language, one folder a language; a new language is one new folder and nothing else.

A folder's `__init__.py` holds `LANGUAGE = Language(code, __name__, ...)`: the small tables by which a text is known to
be in that language, and those that several rooms ask for (abbreviations, months, weekdays). The larger tables are files
of the folder, each optional and each loaded when first asked for:

- `reporting.py`, `REPORTING = Reporting(...)`: how the language reports speech; read by `attribution/`, `quotation/`
- `lexicon.py`, `LEXICON = Lexicon(...)`: how it states numbers, dates, denials and doubts; read by `facts/`
- `word_forms.py`, `WORD_FORMS = by_endings(...)`: which words count as one when wordings are matched; `grouping/`
- `speakers.py`, `SPEAKERS = SpeakerWords(...)`: by which words speakers are compared; `grouping/`
- `hyphenation.py`, `HYPHENATION = HyphenWords(...)`: which words stand with a hyphen; read by the PDF reader
- `places.py`, `COUNTRIES = {...}`: what stands for a country; `grouping/`

`registry.py` finds the folders, says which language a text is in, and gives its tables: empty ones where a folder has
none, or a language has no folder; `other_languages.py` has the words by which such languages are known. Another kind of
table is another file beside these with a cached property of `Language`.
A table may take words from its own folder's `LANGUAGE`, never from another language's folder.
"""
