"""Rich text (RTF): bytes → tokens → flows of words with their revisions → text and cuts.

`parser.parse` reads a file into a `Draft`; `layout.lay_out` gives its text before or after its tracked changes;
`encapsulated.html_of` gives the web page that Outlook packs into RTF.
"""
