"""Dutch word forms: endings, function words and near synonyms, by which wordings of one utterance are found."""

from __future__ import annotations

from desktop.text.languages.dutch import LANGUAGE
from desktop.text.languages.dutch.lexicon import LEXICON
from desktop.text.languages.language import words
from desktop.text.languages.word_forms import by_endings

WORD_FORMS = by_endings(
    endings="heden heid ingen ing enden ende sten ste tjes tje jes je den de ten te en er e s t d n",
    least=4,
    grammar=LANGUAGE.function_words,
    denials=LEXICON.negations,
    numbers=LEXICON.numbers,
    one=words("een één"),
    participle=("ge", words("t d en")),
    near_synonyms="""
beginnen begon begonnen starten
gaan gaat ging gegaan
komen komt kwam gekomen
geven geeft gaf gaven
nemen neemt nam genomen
spreken sprak spreekt gesproken praten
staan staat stond gestaan
vinden vond gevonden
brengen bracht gebracht
denken dacht gedacht
weten weet wist geweten
zien ziet zag gezien
zeggen zegt zei gezegd
doen doet deed gedaan
sterven stierf gestorven overlijden overleed
verliezen verloor verloren
eindigen stoppen ophouden
werkzaamheden werken
laatste recente
geld middelen fonds
mensen personen
moeilijk zwaar ingewikkeld
belangrijk essentieel cruciaal
groot enorm reusachtig
snel vlug
zeggen verklaren stellen
tonen bewijzen aantonen
helpen steunen
nodig noodzakelijk
krijgen ontvangen
proberen trachten
voorkomen verhinderen
zorg bezorgdheid
gevaar risico dreiging
oorlog conflict
aanval aanslag
werknemers personeel
bedrijf onderneming
fout vergissing
treurig verdrietig
blij tevreden
onjuist vals
eisen vragen
weigeren afwijzen
huis woning
kinderen kids
meteen direct onmiddellijk
""",
)
