"""German word forms: endings, function words and near synonyms, by which wordings of one utterance are found."""

from __future__ import annotations

from desktop.text.languages.german import LANGUAGE
from desktop.text.languages.german.lexicon import LEXICON
from desktop.text.languages.language import words
from desktop.text.languages.word_forms import by_endings

WORD_FORMS = by_endings(
    endings="sten ster ste ungen ung enden ende ten tet est ern em en er es te st et e n s t",
    least=4,
    grammar=LANGUAGE.function_words,
    denials=LEXICON.negations,
    numbers=LEXICON.numbers,
    one=words("ein"),
    participle=("ge", words("t en")),  # gerannt, rannte
    near_synonyms="""
beginnen begann begonnen anfangen starten
gehen ging gegangen
kommen kam gekommen
geben gibt gab gaben
nehmen nahm nimmt genommen
sprechen sprach spricht gesprochen
stehen stand gestanden
finden fand gefunden
bringen brachte gebracht
denken dachte gedacht
wissen weiß wusste gewusst
sehen sieht sah gesehen
lassen ließ lässt gelassen
greifen griff gegriffen
rennen rannte gerannt
verlieren verlor verloren
sterben starb stirbt gestorben
halten hielt hält gehalten
bleiben blieb geblieben
schreiben schrieb geschrieben
treffen traf trifft getroffen
enden aufhören schließen
Arbeiten Bauarbeiten
vergangenen letzten
Geld Mittel
Menschen Leute
schwierig schwer
wichtig bedeutend
groß riesig gewaltig
schnell rasch zügig
reden sprechen
sagen erklären
zeigen belegen beweisen
helfen unterstützen
brauchen benötigen
bekommen erhalten
versuchen probieren
verhindern vermeiden
Sorge Besorgnis
besorgt beunruhigt
Gefahr Risiko Bedrohung
Krieg Konflikt
Angriff Attacke Anschlag
Opfer Getötete
Beschäftigte Mitarbeiter Angestellte
Firma Unternehmen Betrieb
Fehler Irrtum
traurig bedrückend
froh glücklich erfreut
falsch unrichtig
richtig korrekt
sicher gewiss
fordern verlangen
ablehnen zurückweisen
behandeln umgehen
Haus Gebäude
Kinder Jungen
sofort umgehend unverzüglich
Lösung Ausweg
Gespräch Unterredung
""",
)
