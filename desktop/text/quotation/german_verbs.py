"""Which German verbs report speech, in which forms, and how strongly?"""

from __future__ import annotations

from desktop.text.languages.reporting import MEDIUM, STRONG, WEAK, words

_SAYING = words("""
sagen erklären betonen antworten erwidern entgegnen ergänzen berichten äußern behaupten versichern verkünden bemerken
konstatieren bestätigen bekräftigen resümieren urteilen twittern beteuern kommentieren mahnen warnen fragen erzählen
prophezeien posten witzeln scherzen spotten klagen jubeln schimpfen flüstern brüllen seufzen stöhnen wettern poltern
schwärmen staunen argumentieren erläutern präzisieren monieren bilanzieren prognostizieren höhnen ätzen kontern
schildern erinnern
murmeln stammeln orakeln frotzeln beschwichtigen versprechen formulieren melden verlautbaren mutmaßen notieren
beschwören unken raunen dozieren philosophieren insistieren offenbaren
""")
_SAYING_AND = words(
    "mit|teilen an|kündigen ein|räumen hinzu|fügen an|merken klar|stellen fest|stellen nach|legen "
    "an|führen zu|sichern vor|rechnen aus|sagen voraus|sagen"
)
_JUDGING = words("""
kritisieren fordern loben verlangen verurteilen appellieren begründen bezichtigen beschuldigen dementieren begrüßen
beklagen bedauern drohen plädieren danken titulieren charakterisieren bezeichnen verteidigen rechtfertigen skandieren
feiern rügen tadeln attackieren bemängeln würdigen attestieren bescheinigen verspotten werten freuen ärgern empören
wundern trösten raten reden diagnostizieren prangern beschimpfen verhöhnen verdammen geißeln verlautbaren
""")
_JUDGING_AND = words("ab|lehnen an|prangern ein|schätzen ein|stufen auf|fordern an|deuten vor|stellen")
_THINKING = words("glauben hoffen vermuten fürchten befürchten erwarten wünschen zweifeln bezweifeln rechnen")
_IRREGULAR = (
    (STRONG, "schreibt schrieb schrieben geschrieben schreiben unterstreicht unterstrich unterstrichen"),
    (STRONG, "rief riefen ruft gerufen heißt hieß hießen gab gaben gibt spricht sprach sprachen gesprochen sprechen"),
    (STRONG, "gestand gestanden gesteht verspricht versprach versprachen versprochen hob hoben"),
    (STRONG, "meint meinte meinten gemeint stellte stellten kündigt kündigte kündigten"),
    (STRONG, "schrie schrien schreit fügt fügte fügten teilt teilte teilten"),
    (STRONG, "räumt räumte räumten bekanntgab bekanntgaben zugab zugaben angab angaben zugegeben bekanntgegeben"),
    (STRONG, "widersprach widersprachen widerspricht verlautet verlautete merkte merkten legte"),
    (MEDIUM, "nennt nannte nannten genannt warf warfen wirft vorwarf vorgeworfen"),
    (MEDIUM, "verwies verwiesen verweist wies wiesen"),
    (MEDIUM, "lehnt lehnte lehnten bestreitet bestritt bestritten beschreibt beschrieb beschrieben zitiert zitierte"),
    (MEDIUM, "riet rieten schlug schlugen vorschlug vorgeschlagen preist pries priesen empfahl empfahlen empfiehlt"),
    (MEDIUM, "prangert prangerte zeigte zeigten bat baten lud singt sang"),
    (WEAK, "denkt dachte dachten findet fand fanden sieht sah sahen hält hielt hielten will wollte"),
)  # fmt: skip
_NO_GE = ("be", "er", "ver", "ent", "zer", "ge", "wider", "unter", "hinter", "über", "miss")


def _stem(infinitive: str) -> str:
    return infinitive[:-1] if infinitive.endswith(("ern", "eln")) else infinitive[:-2]


def _forms(infinitive: str) -> set[str]:
    """Give the finite forms and the participle of a regular verb; "mit|teilen" also stands in two words."""
    prefix, _, base = infinitive.rpartition("|")
    stem = _stem(base)
    link = "e" if stem.endswith(("t", "d", "chn", "ffn", "gn")) else ""
    finite = {f"{stem}{link}t", f"{stem}{link}te", f"{stem}{link}ten", base}
    plain = base.endswith("ieren") or stem.startswith(_NO_GE)
    participle = f"{prefix}{'' if plain else 'ge'}{stem}{link}t"
    return {*finite, *(prefix + form for form in finite if prefix), participle}


def cues() -> dict[str, int]:
    """Give all forms with their strength; the strongest where a form belongs to several verbs."""
    found: dict[str, int] = {}
    for strength, verbs in ((WEAK, _THINKING), (MEDIUM, _JUDGING | _JUDGING_AND), (STRONG, _SAYING | _SAYING_AND)):
        for verb in verbs:
            found |= dict.fromkeys(_forms(verb), strength)
    for strength, forms in _IRREGULAR:
        found |= dict.fromkeys(forms.split(), strength)
    return found
