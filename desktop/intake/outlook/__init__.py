"""Outlook messages (MSG): storages and properties of a compound file → a message, its bodies and what it forwards.

`storage` reads the properties, `compressed_rtf` unpacks the third form in which a body may stand, `message` puts
together what `desktop.intake.mail` renders.
"""
