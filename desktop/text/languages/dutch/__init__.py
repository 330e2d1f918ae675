"""Dutch: what all rooms ask of the language."""

from __future__ import annotations

from desktop.text.languages.language import Language, counted_up, groups, titles, words

LANGUAGE = Language(
    "nl",
    __name__,
    common=words(
        "de het een en van dat op te met voor niet zijn aan er om ook als maar bij hij heeft ze naar uit wordt "
        "worden nog "
        "zich dit deze die hebben werd"
    ),
    stop_words=words("of was in is ik we wij jullie u hun haar hem tot tegen waren hadden had dan wat wie"),
    own_words=words(
        "door over "
        "na sinds tijdens onder tussen zonder wegens omdat want toen terwijl hoewel waar wanneer welke hoe je jij "
        "mij me "
        "ons onze onzen mijn jouw uw hen men zij zo nu al hier daar geen wel zal zullen zou zouden kan kunnen kon "
        "konden "
        "moet moeten moest moesten mag mogen wil willen wilde ben bent geweest geworden heb hebt doen doet deed gaan "
        "gaat "
        "ging komen komt kwam zeer heel meer veel toch dus eens even iets niets alle alles iedereen zelf"
    ),
    light_words=words("weer steeds vooral echter bovendien"),
    low_quotes=True,
    abbreviations=words(
        "dr drs mr ir ing prof ds mevr dhr mw Dr Drs Mr Ir Ing Prof Ds Mevr Dhr Mw St Jr Sr bijv bv ca "
        "d.w.z m.a.w o.a i.v.m e.d enz etc incl excl max min "
        "resp tel jan feb mrt apr jun jul aug sep sept okt nov dec Bros"
    ),
    number_abbreviations=words("nr nrs art blz p pp afb hfst"),
    months=groups("""
        januari
        februari
        maart
        april
        mei
        juni
        juli
        augustus
        september
        oktober
        november
        december
    """),
    weekdays=groups("""
        maandag maandagavond maandagochtend maandagmiddag
        dinsdag dinsdagavond dinsdagochtend dinsdagmiddag
        woensdag woensdagavond woensdagochtend woensdagmiddag
        donderdag donderdagavond donderdagochtend donderdagmiddag
        vrijdag vrijdagavond vrijdagochtend vrijdagmiddag
        zaterdag zaterdagavond zaterdagochtend zaterdagmiddag
        zondag zondagavond zondagochtend zondagmiddag
    """),
    outlet_endings=("blad", "krant", "courant", "bode"),
    numerals=counted_up("twee drie vier vijf zes zeven acht negen tien", 2),
    outlets=words(
        "volkskrant telegraaf trouw nrc parool dagblad courant anp belga nos vrt standaard morgen nieuwsblad tijd "
        "krant "
        "rtl omroep"
    ),
    titles=titles("""
        m: meneer dhr. koning prins;
        f: mevrouw mevr. mw. koningin prinses;
        : dr. drs. mr. ir. prof. president premier minister staatssecretaris burgemeester wethouder
            generaal kolonel senator kamerlid raadslid paus rechter bisschop kardinaal voorzitter
            directeur hoogleraar trainer coach woordvoerder commissaris dominee kanselier gouverneur
            professor
    """),
    title_surnames=words("koning prins bisschop"),
    honorifics=words("dr drs mr ir prof"),
)
