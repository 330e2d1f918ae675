"""French: what all rooms ask of the language."""

from __future__ import annotations

from desktop.text.languages.language import Language, words

LANGUAGE = Language(
    "fr",
    __name__,
    common=words(
        "le la les de des et en un une du que qui dans est pour pas sur au par plus ce il avec sont été cette nous "
        "elle ont aux ne"
    ),
    letters=frozenset("éèêàçùôîœ"),
    abbreviations=words(
        "M MM Mme Mmes Mlle Mlles Dr Drs Me Mgr Pr Prof Gal Cdt Cne Col Lt St Ste Sts av apr env janv févr avr juil "
        "sept oct nov déc art tél vol éd cf p.ex no nos"
    ),
    months=words("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
    weekdays=words("lundi mardi mercredi jeudi vendredi samedi dimanche"),
)
