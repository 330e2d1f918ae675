"""German: what all rooms ask of the language."""

from __future__ import annotations

from desktop.text.languages.language import Language, counted_up, groups, titles, words

LANGUAGE = Language(
    "de",
    __name__,
    common=words(
        "der die das und den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat "
        "wir ich haben wird sind wer am dass bei nach"
    ),
    stop_words=words(
        "einen einem einer eines oder aber vor zum zur war waren hatte sie ihr wie über um durch noch nur so wenn daß"
    ),
    own_words=words(
        "in beim vom unter gegen ohne seit bis weil ob da du man mich mir uns euch ihm ihn ihnen sei seien bin "
        "wurde wurden würde würden worden habe hatten hätte hätten kann können könnte könnten muss müssen soll "
        "sollen sollte will wollen darf dürfen mag möchte schon sehr mehr viel hier dort dann doch ja mal eben dies "
        "diese dieser dieses diesem diesen unser unsere unseren unserem mein meine sein seine seinen ihre ihren "
        "ihrem was wo"
    ),
    letters=frozenset("äöüß"),
    low_quotes=True,
    abbreviations=words(
        "Dr Dres Prof Hr Hrn Fr Frl St ca bzw u.a z.B d.h i.d.R z.T u.U o.Ä s.o s.u Mio Mrd Tsd Jan Feb Apr Aug "
        "Sept Okt Nov Dez Str Hl Ing Dipl Kfm evtl ggf inkl exkl max min Min Std sog vgl geb gest Tel Abt Hrsg zzgl "
        "rd bspw ugs insb Vors stellv"
    ),
    number_abbreviations=words("Nr nr Nrn Abs Art Bd Kap Ziff S"),
    before_ordinals=words(
        "am im der die das den dem des vom zum zur beim bis ab seit ins ans jeder jede jedes jeden jedem ihr ihre "
        "ihren ihrem sein seine seinen seinem unser unsere unseren und zwischen auf in an"
    ),
    months=groups("""
        januar jänner jan
        februar feber feb
        märz
        april apr
        mai
        juni
        juli
        august aug
        september sept sep
        oktober okt
        november nov
        dezember dez
    """),
    weekdays=groups("""
        montag montags montagabend montagmorgen
        dienstag dienstags dienstagabend dienstagmorgen
        mittwoch mittwochs mittwochabend mittwochmorgen
        donnerstag donnerstags donnerstagabend donnerstagmorgen
        freitag freitags freitagabend freitagmorgen
        samstag samstags sonnabend samstagabend
        sonntag sonntags sonntagabend
    """),
    outlet_endings=(
        "blatt",
        "kurier",
        "zeitung",
        "anzeiger",
        "nachrichten",
        "bote",
        "presse",
        "presse-agentur",
        "rundschau",
        "merkur",
        "allgemeine",
    ),
    numerals=counted_up("zwei drei vier fünf sechs sieben acht neun zehn", 2),
    outlets=words("dpa spiegel bild stern welt zeit taz faz süddeutsche handelsblatt tagesspiegel zeitung rundschau"),
    titles=titles("""
        m: herr könig prinz herrn;
        f: frau königin prinzessin;
        : dr. prof. präsident präsidentin kanzler kanzlerin bundeskanzler bundeskanzlerin minister
            ministerin außenminister außenministerin innenminister innenministerin ministerpräsident
            ministerpräsidentin bundespräsident papst general senator senatorin bürgermeister
            oberbürgermeister oberbürgermeisterin generalsekretär sprecher sprecherin chef chefin
            premierminister premierministerin us-präsident trainer richter bischof kardinal
            staatsanwalt parteichef verteidigungsminister finanzminister gen. botschafter
            bürgermeisterin kanzlers kremlchef ministers professor professorin präsidenten
            regierungssprecher staatschef
    """),
    title_surnames=words("könig richter bischof prinz papst"),
    honorifics=words("dr"),
    capital_nouns=True,
)
