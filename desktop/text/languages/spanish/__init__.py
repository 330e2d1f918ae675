"""Spanish: what all rooms ask of the language."""

from __future__ import annotations

from desktop.text.languages.language import Language, counted_up, groups, titles, words

LANGUAGE = Language(
    "es",
    __name__,
    common=words(
        "el la los las de que y en un una del se por con para su al lo como más pero fue ha este sobre es han "
        "hemos son esta nos"
    ),
    stop_words=words("unos unas o no sin según había sus"),
    own_words=words(
        "e u sino ni a bajo entre hasta desde hacia quien cuando donde le les me te os yo tú él ella ellos ellas "
        "nosotros era eran fueron ser estar está están estaba sido he habían haber haya va van voy vamos puede "
        "pueden podemos debe deben hay tiene tienen tenemos muy tan si todo toda todos todas también ya aún esto "
        "estos estas ese esa eso nuestro nuestra nuestros nuestras mi mis tu"
    ),
    letters=frozenset("áéíóúñ¿¡"),
    abbreviations=words(
        "Sr Sra Sres Sras Srta Dr Dra Dres Dras Prof Profa Lic Ing Arq Gral Cnel Cap Tte Sgto Mons Fr Pbro D Dña Da "
        "Ud Uds Vd Vds EE UU ee uu Av Avda tel aprox ene feb mar abr jun jul ago sept oct nov dic p.ej"
    ),
    number_abbreviations=words("Núm núm nº Art art vol pág págs p pp cap"),
    months=groups("""
        enero
        febrero
        marzo
        abril
        mayo
        junio
        julio
        agosto
        septiembre setiembre
        octubre
        noviembre
        diciembre
    """),
    weekdays=groups("""
        lunes
        martes
        miércoles
        jueves
        viernes
        sábado
        domingo
    """),
    numerals=counted_up("dos tres cuatro cinco seis siete ocho nueve diez", 2),
    outlets=words("mundo razón vanguardia país efe"),
    titles=titles("""
        m: sr. señor don rey príncipe;
        f: sra. señora doña reina princesa;
        : dr. dra. presidente presidenta ministro ministra alcalde alcaldesa general senador
            senadora diputado diputada papa juez jueza gobernador gobernadora expresidente canciller
            secretario secretaria profesor profesora prof. gen. doctor doctora primer
    """),
    title_surnames=words("rey papa príncipe juez alcalde"),
    honorifics=words("dr sr sra"),
)
