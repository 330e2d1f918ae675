"""Which forms and words of German, French and Spanish count as one when two wordings are laid side by side?

Like wordforms.py this serves finding only. Endings are cut by rule, so that a language costs one small table.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_GERMAN_ENDINGS = "sten ster ste ungen ung enden ende ten tet est ern em en er es te st et e n s t"
_FRENCH_ENDINGS = """issements issement ations ation issent issait eraient erait eront erons erez erai eras era
iront
irait aient ements ement euses euse eurs eur ions iez ait ant ent ées ée és é er ir ez es ie is it e i s x ont"""
_SPANISH_ENDINGS = """aciones acion amientos amiento imiento amente arian erian irian aran eran iran aria eria iria
ara era ira ieron aron iendo ando aban aba adas ados idas idos ada ado ida ido amos emos imos ar er ir an en as
es os
io a e o s"""


@dataclass(frozen=True)
class Forms:
    """What is known of a language's words, all folded and without accents."""

    endings: tuple[str, ...]  # longest first
    least: int  # letters that a stem keeps
    grammar: frozenset[str]
    numbers: dict[str, str]
    likes: dict[str, str]  # stem -> the first stem of its group


def bare(word: str) -> str:
    """Fold a word and take its accents off: "Brücke" and "brucke" are one."""
    folded = unicodedata.normalize("NFD", word.casefold())
    return "".join(c for c in folded if not unicodedata.combining(c)).replace("ß", "ss")


def _cut(word: str, endings: tuple[str, ...], least: int) -> str:
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            return word[: -len(ending)]
    return word


def _made(endings: str, least: int, grammar: str, numbers: str, groups: str) -> Forms:
    ordered = tuple(sorted(endings.split(), key=len, reverse=True))
    likes: dict[str, str] = {}
    for line in groups.strip().splitlines():
        stems = [_cut(bare(word), ordered, least) for word in line.split()]
        for stem in stems:
            likes.setdefault(stem, stems[0])
    counted = {bare(word): str(n) for n, words in enumerate(numbers.split()) for word in words.split("/")}
    return Forms(ordered, least, frozenset(map(bare, grammar.split())), counted, likes)


_FORMS = {
    "de": _made(
        _GERMAN_ENDINGS,
        4,
        """der die das den dem des ein eine einen einem einer eines und oder aber in im an am auf aus bei beim mit nach
        von vom zu zum zur für um über unter durch gegen ohne seit bis als wie wenn weil dass ob da so es er sie wir
        ihr ich du man mich mir uns euch ihm ihn ihnen ist sind war waren sei seien bin wird werden wurde
        wurden würde
        würden worden hat haben habe hatte hatten hätte hätten kann können könnte könnten muss müssen soll sollen
        sollte will wollen darf dürfen mag möchte auch noch nur schon sehr mehr viel hier dort dann doch ja mal eben
        dies diese dieser dieses diesem diesen unser unsere unseren unserem mein meine sein seine seinen ihre ihren
        ihrem was wer wo sich""",
        "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn",
        """
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
    ),
    "fr": _made(
        _FRENCH_ENDINGS,
        3,
        """le la les l un une des du de d et ou mais où donc car ni en à au aux dans sur sous par pour avec
        sans chez vers
        que qu qui quoi dont ce cet cette ces c il elle on nous vous ils elles je j tu me m te t se s lui leur
        y est sont
        était étaient été être suis sommes sera seront serait ai as a avons avez ont avait avaient aura auront
        eu vais va
        vont allons peut peuvent pouvons pourra doit doivent faut très plus trop si tout toute tous toutes
        aussi encore
        déjà bien même comme notre nos votre vos mon ma mes son sa ses leurs plus""",
        "zéro un/une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
        """
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
    ),
    "es": _made(
        _SPANISH_ENDINGS,
        3,
        """el la los las un una unos unas y e o u pero sino ni de del a al en por para con sin sobre bajo
        entre hasta desde
        hacia que quien como cuando donde lo le les se me te nos os yo tú él ella ellos ellas nosotros es son
        era eran fue
        fueron ser estar está están estaba sido ha han he hemos había habían haber haya va van voy vamos puede
        pueden
        podemos debe deben hay tiene tienen tenemos muy más tan si todo toda todos todas también ya aún esto
        este esta
        estos estas ese esa eso su sus nuestro nuestra nuestros nuestras mi mis tu""",
        "cero un/uno/una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince",
        """
decir dice dijo dicho
hacer hace hizo hecho
venir viene vino venido
ver ve visto vio
poner pone puso puesto
saber sabe supo
morir muere murió muerto
perder pierde perdió perdido
querer quiere quiso
empezar comenzar comienzan empiezan iniciar arrancar
terminar acabar finalizar
obras trabajos
últimos recientes
dinero fondos recursos
gente personas
difícil duro complicado
importante esencial crucial
grande enorme inmenso
rápido deprisa
hablar conversar
decir declarar afirmar
mostrar probar demostrar
ayudar apoyar
necesitar precisar
obtener recibir
intentar tratar
impedir evitar
preocupación inquietud
peligro riesgo amenaza
guerra conflicto
ataque atentado
empleados trabajadores
empresa compañía
error fallo
triste lamentable
feliz contento
falso inexacto
exigir reclamar pedir
rechazar negar
casa vivienda
niños hijos
inmediatamente enseguida
""",
    ),
}
_NO_FORMS = Forms((), 1, frozenset(), {}, {})


@lru_cache(maxsize=65536)
def concept_in(word: str, language: str) -> str:
    """Say what a printed word of that language stands for in matching; grammar is marked with a dot."""
    forms = _FORMS.get(language, _NO_FORMS)
    plain = bare(word).replace("’", "'").rpartition("'")[2] or bare(word)
    if plain in forms.numbers:
        return forms.numbers[plain]
    if plain in forms.grammar:
        return "·" + plain
    if language == "de" and len(plain) > 6 and plain.startswith("ge") and plain.endswith(("t", "en")):
        plain = plain[2:]  # gerannt, rannte
    stem = _cut(plain, forms.endings, forms.least)
    return forms.likes.get(stem, stem)
