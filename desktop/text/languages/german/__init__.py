"""German: what all rooms ask of the language."""

from __future__ import annotations

from desktop.text.languages.language import Language, words

LANGUAGE = Language(
    "de",
    __name__,
    common=words(
        "der die das und den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat "
        "wir ich haben wird sind wer am dass bei nach"
    ),
    letters=frozenset("äöüß"),
    low_quotes=True,
    abbreviations=words(
        "Dr Dres Prof Hr Hrn Fr Frl St Nr Nrn ca bzw u.a z.B d.h i.d.R z.T u.U o.Ä s.o s.u Mio Mrd Tsd Bio Jan Feb "
        "Apr Aug Sept Okt Nov Dez Abs Art Str Bd Hl Ing Dipl Mag Gen Kfm evtl ggf inkl exkl max min Min Std sog vgl "
        "usw geb gest Tel Abt Hrsg zzgl rd bspw ugs insb Vors stellv"
    ),
    ordinal_stop=True,
    months=words("januar februar märz april mai juni juli august september oktober november dezember"),
    weekdays=words("montag dienstag mittwoch donnerstag freitag samstag sonntag"),
)
