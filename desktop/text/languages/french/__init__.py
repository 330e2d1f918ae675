"""French: what all rooms ask of the language."""

from __future__ import annotations

from desktop.text.languages.language import Language, counted_up, groups, titles, words

LANGUAGE = Language(
    "fr",
    __name__,
    common=words(
        "le la les de des et en un une du que qui dans est pour pas sur au par plus ce il avec sont été cette nous "
        "elle ont aux ne"
    ),
    stop_words=words("ou mais sans sous était a avait se ces ils elles on vous dont où comme son sa ses leur leurs y"),
    own_words=words(
        "l d donc car ni à chez vers qu quoi cet c je j tu me m te t s lui étaient être suis sommes sera seront "
        "serait ai as avons avez avaient aura auront eu vais va vont allons peut peuvent pouvons pourra doit "
        "doivent faut très trop si tout toute tous toutes aussi encore déjà bien même notre nos votre vos mon ma "
        "mes"
    ),
    letters=frozenset("éèêàçùôîœ"),
    abbreviations=words(
        "M MM Mme Mmes Mlle Mlles Dr Drs Me Mgr Pr Prof Gal Cdt Cne Col Lt St Ste Sts apr env janv févr avr juil "
        "sept oct nov déc tél cf p.ex"
    ),
    number_abbreviations=words("no nos art vol chap p pp"),
    months=groups("""
        janvier
        février
        mars
        avril
        mai
        juin
        juillet
        août
        septembre
        octobre
        novembre
        décembre
    """),
    weekdays=groups("""
        lundi
        mardi
        mercredi
        jeudi
        vendredi
        samedi
        dimanche
    """),
    numerals=counted_up("deux trois quatre cinq six sept huit neuf dix", 2),
    outlets=words("afp monde libération parisien équipe croix humanité figaro"),
    titles=titles("""
        m: m. monsieur roi prince;
        f: mme madame mlle reine princesse;
        : dr. docteur président présidente ministre maire général sénateur sénatrice député députée
            pape premier première professeur juge maître me prof. chef
    """),
    title_surnames=words("roi maire prince pape juge"),
    honorifics=words("dr"),
)
