"""How do French and Spanish report speech?"""

from __future__ import annotations

from desktop.text.languages.reporting import Reporting, table, words
from desktop.text.languages.romance_verbs import FRENCH_CUES, SPANISH_CUES

FRENCH = Reporting(
    code="fr",
    cues=FRENCH_CUES,
    participles=dict.fromkeys(words("disant déclarant affirmant expliquant ajoutant précisant "
                                    "soulignant assurant qualifiant évoquant"), 2),
    naming=words("appelé appelée nommé nommée intitulé intitulée baptisé baptisée dit dite"),
    according=(("selon",), ("d", "après"), ("pour",)),
    pronouns=table("m: il lui; f: elle; p: ils elles eux; : on nous je"),
    titles=table("m: m m. monsieur roi prince; f: mme madame mlle reine princesse; : dr docteur président "
                 "présidente ministre "
                 "maire général sénateur sénatrice député députée pape premier première professeur juge "
                 "maître me"),
    roles=table("""
        spokesperson: porte-parole; ambassador: ambassadeur ambassadrice diplomate; official: responsable
        responsables
        autorités fonctionnaire préfet préfète; president: président présidente; minister: ministre ministres
        premier-ministre;
        leader: chef cheffe dirigeant dirigeante patron patronne leader secrétaire; lawmaker: député députée
        sénateur sénatrice élu élue
        élus; candidate: candidat candidate; mayor: maire; expert: expert experte experts chercheur
        chercheuse professeur
        économiste; lawyer: avocat avocate procureur procureure juge parquet; reporter: journaliste
        journalistes;
        source: source sources; people: homme femme témoin témoins habitant habitants syndicat manifestants
        père mère critiques
        opposition; organisation: gouvernement parti entreprise société agence journal ministère association;
        document:
        communiqué rapport lettre texte étude"""),
    prepositions=words("de du des d à au aux en dans par pour sur sous avec sans chez vers contre entre "
                       "depuis pendant avant après "
                       "lors selon dès malgré"),
    breaks=words("que qu mais car quand lorsque comme si puisque tandis dont où"),
    relatives=words("qui"),
    determiners=words("le la les l un une des son sa ses leur leurs ce cet cette ces plusieurs deux trois "
                      "certains quelques"),
    fillers=words("a ont avait avaient est sont était été aussi encore ensuite également toujours notamment "
                  "hier ainsi ne pas "
                  "plus jamais déjà se s'est l'a lui leur y en enfin alors t-il t-elle"),
    openers=words("le la les l un une des il elle ils elles on nous vous je ce cette ces et mais ou donc car "
                  "si quand lorsque pour par sur "
                  "dans en au aux de du à avec sans selon après avant depuis pendant lors son sa ses leur "
                  "leurs ainsi alors aussi "
                  "enfin puis hier aujourd'hui c'est"),
    participle_ending=("ant",),
    verb_endings=("e", "t", "a"),
    clitics=True,
    abbreviations=words("m mm mme dr me st etc janv févr avr juil sept oct nov déc"),
    follow=words("ainsi alors aussi ensuite hier lundi mardi mercredi jeudi vendredi samedi dimanche encore"),
    days=words("lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin "
               "juillet août septembre "
               "octobre novembre décembre"),
    groups=words("parti assemblée université ministère conseil cour tribunal banque unie unies"),
)  # fmt: skip

SPANISH = Reporting(
    code="es",
    cues=SPANISH_CUES,
    participles=dict.fromkeys(words("diciendo declarando afirmando explicando añadiendo señalando "
                                    "asegurando calificando"), 2),
    naming=words("llamado llamada titulado titulada denominado denominada apodado apodada conocido conocida"),
    according=(("según",), ("de", "acuerdo", "con"), ("en", "palabras", "de")),
    pronouns=table("m: él; f: ella; p: ellos ellas; : yo nosotros"),
    titles=table("m: sr sr. señor don rey príncipe; f: sra sra. señora doña reina princesa; : dr dr. dra. "
                 "presidente presidenta "
                 "ministro ministra alcalde alcaldesa general senador senadora diputado diputada papa juez "
                 "jueza gobernador "
                 "gobernadora expresidente canciller secretario secretaria profesor profesora"),
    roles=table("""
        spokesperson: portavoz vocero vocera portavoces; ambassador: embajador embajadora diplomático;
        official: funcionario
        funcionarios autoridades responsable oficial; president: presidente presidenta mandatario; minister:
        ministro ministra
        canciller; leader: líder jefe jefa dirigente director directora secretario secretaria; lawmaker:
        diputado diputada senador
        senadora legislador; candidate: candidato candidata; mayor: alcalde alcaldesa; governor: gobernador
        gobernadora;
        expert: experto experta expertos investigador profesor economista analista; lawyer: abogado abogada
        fiscal juez
        fiscalía; reporter: periodista periodistas; source: fuente fuentes; people: hombre mujer testigo
        testigos vecino vecinos
        madre padre sindicato oposición policía críticos; organisation: gobierno partido empresa agencia
        diario ministerio
        organización; document: comunicado informe carta texto estudio"""),
    prepositions=words("de del a al en por para con sin sobre bajo contra entre desde hasta hacia durante "
                       "tras según ante mediante"),
    breaks=words("que pero porque cuando como si aunque mientras donde cuyo cuya"),
    relatives=words("quien quienes"),
    determiners=words("el la los las un una unos unas su sus este esta estos estas ese esa varios varias "
                      "dos tres algunos muchas muchos"),
    fillers=words("ha han había habían es son era fue también además luego después aún todavía ya no nunca "
                  "siempre se le les lo ayer "
                  "hoy así entonces"),
    openers=words("el la los las un una él ella ellos ellas y o pero si cuando como por para en de del al a "
                  "con sin según tras desde "
                  "durante su sus este esta estos estas ese esa así además también luego después ayer hoy "
                  "no ya es son fue"),
    participle_ending=("ando", "iendo"),
    verb_endings=("a", "e", "ó"),
    drops_pronouns=True,
    abbreviations=words("sr sra dr dra ud uds etc ee uu ene feb mar abr jun jul ago sept oct nov dic"),
    follow=words("también además luego después ayer hoy lunes martes miércoles jueves viernes sábado "
                 "domingo"),
    days=words("lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio "
               "julio agosto "
               "septiembre octubre noviembre diciembre"),
    groups=words("partido congreso senado universidad ministerio consejo tribunal banco unidos unidas"),
)  # fmt: skip
