"""Mail: bytes → the tree of its parts → bodies, as plain text or as a page → texts with their heads.

`messages.parse` reads a message, `bodies.bodies_of` finds what a person reads of it, `rendering.render` makes the text
of it with anchors at what is quoted or forwarded. `desktop.intake.outlook` hands its messages to the same rendering.
"""
