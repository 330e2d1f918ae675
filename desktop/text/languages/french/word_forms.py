"""French word forms: endings, function words and near synonyms, by which wordings of one utterance are found."""

from __future__ import annotations

from desktop.text.languages.french import LANGUAGE
from desktop.text.languages.french.lexicon import LEXICON
from desktop.text.languages.language import words
from desktop.text.languages.word_forms import by_endings

WORD_FORMS = by_endings(
    endings=(
        "issements issement ations ation issent issait eraient erait eront erons erez erai eras era iront irait aient "
        "ements ement euses euse eurs eur ions iez ait ant ent ées ée és é er ir ez es ie is it e i s x ont"
    ),
    least=3,
    grammar=LANGUAGE.function_words,
    denials=LEXICON.negations,
    numbers=LEXICON.numbers,
    one=words("un une"),
    near_synonyms="""
commencer débuter démarrer
prendre prend pris prit prenons attrapé attraper saisir
venir vient venu venons
voir voit vu voyons
dire dit disons
faire fait faisons fera
savoir sait su savons
mettre met mis
tenir tient tenu
mourir meurt mort
perdre perd perdu
finir terminer achever
travaux chantier
dernières récentes
argent fonds moyens
gens personnes
difficile dur compliqué
important essentiel crucial
grand énorme immense
vite rapidement
parler discuter
dire déclarer affirmer
montrer prouver démontrer
aider soutenir
besoin nécessité
obtenir recevoir
essayer tenter
empêcher éviter
inquiétude préoccupation
inquiet préoccupé
danger risque menace
guerre conflit
attaque attentat
salariés employés
entreprise société compagnie
erreur faute
triste affligeant
heureux content ravi
faux inexact
exiger réclamer demander
refuser rejeter
traiter considérer
maison habitation
enfants gamins
immédiatement aussitôt
façon manière ainsi
""",
)
