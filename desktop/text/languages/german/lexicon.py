"""German lexicon: the words that state a number, a date, a denial, a doubt, or that somebody speaks."""

from __future__ import annotations

from desktop.text.languages.german import LANGUAGE
from desktop.text.languages.language import counted_up, groups, words
from desktop.text.languages.lexicon import Lexicon, opposed, phrases

_ONES = ["ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"]
_TENS = "zwanzig dreißig/dreissig vierzig fünfzig sechzig siebzig achtzig neunzig"
_NUMBERS = counted_up("null eins") | LANGUAGE.numerals
_NUMBERS |= counted_up(
    "elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn",
    11,
)
_NUMBERS |= counted_up(_TENS, 20, 10)
_NUMBERS |= {
    f"{one}und{tens}": unit + value
    for tens, value in counted_up(_TENS, 20, 10).items()
    for unit, one in enumerate(_ONES, 1)
}
_NUMBERS |= {f"{one}hundert": 100.0 * unit for unit, one in enumerate(_ONES, 1)}
_NUMBERS |= {f"{one}tausend": 1000.0 * unit for unit, one in enumerate(_ONES, 1)}
_NUMBERS |= {"zwo": 2, "zehntausend": 10_000, "hunderttausend": 100_000, "hundert": 100, "tausend": 1000, "dutzend": 12}
_NUMBERS |= {
    "halb": 0.5,
    "hälfte": 0.5,
    "doppelt": 2,
    "beide": 2,
    "beiden": 2,
    "anderthalb": 1.5,
    "drittel": 1 / 3,
    "viertel": 1 / 4,
    "viertelmillion": 250_000,
    "dreiviertelmillion": 750_000,
}
_NUMBERS |= dict.fromkeys(("halbe", "halben", "halber", "halbes"), 0.5)
_NUMBERS |= {f"{one}einhalb": unit + 0.5 for unit, one in enumerate(_ONES, 1) if unit > 1}
_NUMBERS |= dict.fromkeys(("eine", "einen", "einem", "einer", "eines", "ein"), 1.0)
_ENDINGS = ("e", "en", "er", "es", "em")
_ORDINAL_STEMS = counted_up("erst zweit dritt viert fünft sechst siebt/siebent acht neunt zehnt elft zwölft", 1)

LEXICON = Lexicon(
    code="de",
    numbers=_NUMBERS,
    magnitudes={"hundert": 1e2, "tausend": 1e3, "million": 1e6, "millionen": 1e6, "mio": 1e6, "milliarde": 1e9,
                "milliarden": 1e9, "mrd": 1e9, "billion": 1e12, "billionen": 1e12},
    crowds={"dutzende": 12, "hunderte": 1e2, "hunderten": 1e2, "tausende": 1e3, "tausenden": 1e3, "zehntausende": 1e4,
            "hunderttausende": 1e5},
    ordinals={stem + ending: value for stem, value in _ORDINAL_STEMS.items() for ending in _ENDINGS
              if stem + ending != "achten"},
    vague=words("ein eine einen einem einer eines eins halb hälfte doppelt beide beiden drittel viertel null"
                " halbe halben halber halbes"
                " dutzende hunderte hunderten tausende tausenden zehntausende hunderttausende erste ersten"
                " erster erstes erstem zweite zweiten zweiter zweites dritte dritten"),
    joints=words("und"),
    short_magnitudes={"m": 1e6, "k": 1e3},
    date_joints=words("des"),
    names_like_words=words("us"),
    decimal=",",
    qualifiers=phrases("""
        mindestens wenigstens nicht_weniger_als ≥
        mehr_als über >
        weniger_als unter <
        bis_zu höchstens maximal nicht_mehr_als ≤
        etwa rund ungefähr circa zirka ca gegen ≈ ~
        fast beinahe knapp nahezu
        nur lediglich bloß
        genau exakt
        """),
    steps={"um": "um", "auf": "auf", "von": "von"},
    signs={"minus": -1, "plus": 1},
    units=groups("""
        kilometer kilometern km
        stundenkilometer stundenkilometern km/h
        meile meilen
        meter metern
        zentimeter zentimetern cm
        hektar
        quadratmeter quadratmetern m²
        quadratkilometer quadratkilometern km²
        kubikmeter kubikmetern m³
        millimeter millimetern mm
        milligramm mg
        punkt punkte punkten
        watt
        kilowatt kw
        megawatt mw
        gigawatt gw
        kilogramm kilo kg
        gramm
        tonne tonnen
        liter litern
        barrel
        prozent %
        prozentpunkt prozentpunkte prozentpunkten
        grad
        sekunde sekunden
        minute minuten
        stunde stunden
        tag tage tagen
        woche wochen
        monat monate monaten
        jahr jahre jahren
        dollar $
        cent
        euro €
        rubel
        franken
        """),
    outcomes=groups("""
        tote toten tot getötet getöteten gestorben todesopfer
        verletzt verletzte verletzten verwundet verwundete
        vermisst vermisste vermissten
        festgenommen festgenommene verhaftet inhaftiert
        gerettet
        """),
    months=LANGUAGE.months,
    capital_calendar=True,
    days=LANGUAGE.weekdays | groups("""
        heute
        gestern
        vorgestern
        übermorgen
        """),
    near_days=words("heute gestern vorgestern übermorgen"),
    day_parts=groups("""
        morgen morgens vormittag
        mittag mittags
        nachmittag nachmittags
        abend abends
        nacht nachts
        mitternacht
        """),
    clock_times={"mitternacht": "0:00"},
    clock_words=words("uhr in der am"),
    relative=groups("""
        letzte letzten letzter letztes letztem vergangene vergangenen vergangener vergangenes vorige vorigen voriger
        diese diesen dieser dieses diesem laufenden
        nächste nächsten nächster nächstes nächstem kommende kommenden kommender kommendes
        """),
    spells=groups("""
        woche wochen
        monat monats
        jahr jahres
        jahrzehnt
        jahrhundert
        wochenende
        quartal
        nacht
        frühjahr frühling
        sommer
        herbst
        winter
        saison
        """) | {day: day for day in LANGUAGE.weekdays.values()},
    negations=words("nicht kein keine keinen keinem keiner keines nie niemals niemand niemanden nichts ohne weder"
                    " keineswegs keinesfalls nirgends nirgendwo nein"),
    faint_negations=words("kaum selten unwahrscheinlich unmöglich bestreitet bestritt bestritten dementiert dementierte"
                          " verweigert verweigerte lehnt lehnte ablehnt ablehnte abgelehnt fehlt fehlen fehlte mangelt"
                          " verhindert verhindern verhinderte statt anstatt wenig wenige außer schwer schwierig sondern"
                          " falsch frei verzichtet verzichtete"),
    near_negations=words("kaum selten verweigert verweigerte lehnt lehnte ablehnt ablehnte abgelehnt fehlt fehlen"
                         " fehlte mangelt verzichtet verzichtete scheiterte scheitert weigert weigerte weigern"),
    exceptions=phrases("es_sei_denn außer_wenn sofern_nicht"),
    negating_prefixes=("un", "ex-", "nicht-", "nicht", "in", "il", "ir"),
    negating_endings=("los", "lose", "losen", "loser", "loses", "frei", "freie", "freien"),
    hedges=groups("""
        weitgehend größtenteils überwiegend
        könnte könnten
        kann können
        dürfte dürften
        darf dürfen
        mag mögen möge
        soll sollen
        sollte sollten
        will wollen
        muss müssen
        müsste müssten
        wird werden
        würde würden
        vielleicht womöglich möglicherweise eventuell
        wahrscheinlich vermutlich mutmaßlich mutmaßliche mutmaßlichen mutmaßlicher
        angeblich angebliche angeblichen angeblicher
        offenbar anscheinend offensichtlich
        wohl
        scheint scheinen schien
        möglich mögliche möglichen möglicher mögliches
        sicher gewiss bestimmt zweifellos
        """),
    light_hedges=words("kann will wird würde darf muss sicher wohl"),
    futures=words("wird werden werde wirst werdet würde würden"),
    passives=words("wird werden würde würden"),
    attempts=words("will wollen wolle wollte wollten plant planen plante planten beabsichtigt beabsichtigen"
                    " beabsichtigte versucht versuchen versuchte versuchten droht drohen drohte drohten verspricht"
                    " versprach versprachen hofft hofften hoffte möchte möchten soll sollen sollte sollten"),
    perfects=words("ist sind war waren hat haben hatte hatten wurde wurden worden"),
    participle_beginning="ge",
    past_endings=("te", "ten"),
    gerund_endings=("end",),
    cues=groups("""
        sagt sagte sagten sagen gesagt teilt teilte erklärt erklärte erklärten erklären ergänzte betont betonte äußerte
        behauptet behauptete behaupteten behaupten
        räumt räumte räumten gesteht gestand eingeräumt zugegeben gestanden
        bestreitet bestritt bestritten dementiert dementierte dementierten leugnet leugnete zurückgewiesen
        bestätigt bestätigte bestätigten bestätigen
        warnt warnte warnten gewarnt
        droht drohte drohten gedroht
        verspricht versprach versprachen versprochen versichert versicherte zugesagt
        fordert forderte forderten gefordert verlangt verlangte
        beschuldigt beschuldigte bezichtigt bezichtigte vorgeworfen
        vermutet vermutete vermuteten mutmaßt spekuliert spekulierte
        kündigt kündigte kündigten angekündigt
        schätzt schätzte schätzten
        """),
    denying=words("bestreitet"),
    affirming=words("sagt behauptet räumt bestätigt"),
    pronouns=words("er sie es wir ich man"),
    titles=frozenset(LANGUAGE.titles),
    standings=groups("""
        früherer frühere früheren ehemals ehemaliger ehemalige ehemaligen
        amtierender amtierende amtierenden
        kommissarischer kommissarische kommissarischen
        stellvertretender stellvertretende stellvertretenden
        designierter designierte designierten
        scheidender scheidende scheidenden
        selbsternannter selbsternannte selbsternannten
        """),
    title_surnames=LANGUAGE.title_surnames,
    determiners=words("der die das den dem des ein eine einen einem einer eines kein keine keinen im am zum zur"
                      " vom beim"
                      " ins ans sein seine seinen seiner ihr ihre ihren ihrer unser unsere dieser diese dieses diesen"
                      " jeder jede jedes alle viele mehrere einige beide zwei drei vier pro aller welche"),
    places=groups("""
        afghanistan
        ägypten
        argentinien
        australien
        belarus weißrussland
        belgien
        brasilien
        bulgarien
        china
        dänemark
        deutschland
        estland
        europa
        finnland
        frankreich
        georgien
        griechenland
        großbritannien
        indien
        irak
        iran
        irland
        israel
        italien
        japan
        kanada
        kasachstan
        kroatien
        lettland
        libanon
        libyen
        litauen
        mexiko
        moldau moldawien
        niederlande niederlanden
        nordkorea
        südkorea
        norwegen
        österreich
        pakistan
        polen
        portugal
        rumänien
        russland
        saudi-arabien
        schweden
        schweiz
        serbien
        slowakei
        spanien
        südafrika
        syrien
        taiwan
        tschechien
        türkei
        ukraine
        ungarn
        usa us vereinigte-staaten
        venezuela
        vietnam
        berlin
        hamburg
        münchen
        köln
        frankfurt
        stuttgart
        dresden
        leipzig
        wien
        zürich
        bern
        genf
        brüssel
        paris
        london
        rom
        madrid
        moskau
        kiew kyjiw
        warschau
        prag
        budapest
        peking
        tokio
        seoul
        pjöngjang
        washington
        new-york
        jerusalem
        gaza gazastreifen
        teheran
        ankara
        istanbul
        athen
        bayern
        sachsen
        hessen
        thüringen
        """),
    capital_nouns=LANGUAGE.capital_nouns,
    degrees=groups("""
        sehr
        äußerst höchst
        ganz
        ziemlich
        recht
        etwas
        eher
        fast beinahe nahezu
        etwa ungefähr rund circa
        nur lediglich bloß
        mindestens wenigstens
        sogar selbst
        absolut
        völlig vollständig total komplett
        größtenteils weitgehend
        überwiegend hauptsächlich
        teilweise teils
        wirklich
        tatsächlich
        immer stets
        oft häufig
        manchmal gelegentlich
        meist meistens
        selten
        überzeugt
        glaube glaubt glauben
        hoffe hofft hoffen
        erwarte erwartet erwarten
        denke denkt denken
        """),
    opposites=opposed("""
        vor bis | nach seit
        über | unter
        für mit | gegen ohne
        mehr | weniger
        meisten | wenigsten
        innerhalb | außerhalb
        aufwärts hinauf | abwärts hinunter
        steigt steigen stieg stiegen gestiegen wächst wachsen wuchs wuchsen gewachsen erhöht erhöhte zugenommen |\
        sinkt sinken sank sanken gesunken fällt fallen fiel fielen gefallen senkt senkte senken abgenommen
        kauft kaufen kaufte kauften gekauft | verkauft verkaufen verkaufte verkauften
        gewinnt gewinnen gewann gewannen gewonnen | verliert verlieren verlor verloren
        akzeptiert akzeptierte akzeptieren bestätigt bestätigte annehmen angenommen |\
        abgelehnt ablehnen ablehnt bestreitet bestritt dementiert dementierte
        unterstützt unterstützte unterstützen | bekämpft bekämpfte bekämpfen
        erlaubt erlaubte erlauben | verboten verbietet verbot verbieten verhindert verhindern
        beginnt begann beginnen begonnen öffnet öffnete geöffnet | endet endete enden beendet schließt geschlossen
        erste ersten erster erstes | letzte letzten letzter letztes
        beste besten besser | schlechteste schlechtesten schlechter
        alle jeder jede jedes | keine keiner einige wenige
        immer | nie niemals manchmal
        schuldig | unschuldig
        legal rechtmäßig | illegal unrechtmäßig rechtswidrig
        möglich | unmöglich
        wahrscheinlich | unwahrscheinlich
        wahr richtig | falsch unwahr
        hoch höher höchste höchsten | niedrig niedriger niedrigste niedrigsten
        links linke linken | rechts rechte rechten
        norden nördlich nördlichen | süden südlich südlichen
        osten östlich östlichen | westen westlich westlichen
        lebendig lebend | tot
        größte größten größter größtes | kleinste kleinsten kleinster kleinstes
        größer größere größeren | kleiner kleinere kleineren
        länger längere | kürzer kürzere
        früher frühe | später späte
        begrüßt begrüßte begrüßten lobt lobte lobten dankt dankte befürwortet befürwortete | kritisiert kritisierte \
kritisierten verurteilt verurteilte rügt rügte \
beschuldigt beschuldigte tadelt tadelte
        erwartet erwartete erwarten glaubt glaubte glauben | bezweifelt bezweifelte bezweifeln
        mehrheit | minderheit
        gewinn gewinne | verlust verluste
        erfolg | misserfolg scheitern
        offen | geschlossen
        freigesprochen freispruch | verurteilt schuldspruch
        bleibt bleiben blieb | tritt trat zurückgetreten geht
        sieg siege | niederlage niederlagen
        verbessert verbesserte | verschlechtert verschlechterte
        ermöglicht ermöglichen erlauben erlaubt | verhindert verhindern
        vermeidbar | unvermeidbar unvermeidlich
        stärkt stärkte | schwächt schwächte
        billig billiger | teuer teurer
        krieg | frieden
        genehmigt genehmigte gebilligt | abgelehnt gestoppt
        warm heiß | kalt
        verdoppelt verdoppelte verdoppelten | halbiert halbierte halbierten
        wärmer wärmste heißer | kälter kälteste kühler
        verleiht verlieh verliehen | leiht lieh geliehen
        absichtlich vorsätzlich | versehentlich fahrlässig
        freiwillig | erzwungen gezwungen
        bestreitet bestritt bestritten | räumt gesteht gestand gestanden eingeräumt
        positiv positive positiven positiver | negativ negative negativen negativer
        minimum mindestens wenigstens | maximum höchstens maximal
        alt alte alten älter ältere älteste ältesten | neu neue neuen neuer neueste neuesten jung jünger \
jüngste jüngsten
        selten seltener | häufig oft häufiger meist
        dafür befürwortet | dagegen
        festgenommen verhaftet inhaftiert | freigelassen entlassen
        erhöht erhöhten erhöhen erhöhte angehoben hebt | gesenkt senkt senken senkte senkten gekürzt kürzt
        ab | bis
        einstellt einstellen eingestellt angestellt | entlässt entlassen entließ
        schwarz schwarze schwarzen | weiß weiße weißen
        voll vollständig ganz | leer teilweise
        obere oberen oben | untere unteren unten
        intern interne internen inländisch | extern externe externen ausländisch
        vergangenheit | zukunft
        breit breiter | schmal schmaler eng enger
        leicht leichter einfach | schwer schwerer schwierig
        dauerhaft endgültig ständig | vorübergehend vorläufig zeitweise
        anwesend | abwesend
        verheiratet | geschieden ledig getrennt
        geboren | gestorben verstorben
        käufer | verkäufer
        arbeitgeber | arbeitnehmer
        vermieter vermietern | mieter mietern
        kläger klägerin | beklagte beklagten angeklagte angeklagten
        staatsanwaltschaft anklage | verteidigung verteidiger
        opfer opfern | täter tätern angreifer
        gläubiger | schuldner
        eltern | kinder kindern
        angebot | nachfrage
        überschuss | defizit
        einnahmen | ausgaben kosten
        entsendet entsandte schickt schickte | zieht zog abgezogen
        bekannt bekannte | unbekannt unbekannte
        öffentlich öffentliche öffentlichen | privat private privaten geheim nichtöffentlich
        regierung regierungspartei | opposition
        stärker stärkste stark | schwächer schwächste schwach
        angekommen ankunft | abgereist abreise abfahrt
        gesund | krank
        überlebt überlebte überlebten | gestorben starb starben
        aufgehoben gekippt | bestätigt bestätigte
        linker links linksextrem linksextremer linksextremen | rechter rechts rechtsextrem rechtsextremer \
rechtsextremen
        innen | außen
        reich reicher reichste | arm ärmer ärmste
        """),
    charges=opposed("""
        gefängnis haft haftstrafe freiheitsstrafe | bewährung bewährungsstrafe | geldstrafe
        getötet töten tötete tötung | ermordet ermorden ermordete mord
        verdächtigt verdächtiger verdächtige | angeklagt beschuldigt angeklagter | verurteilt verurteilter |\
 freigesprochen
        mord mordes ermordet mörder | totschlag totschlags | suizid selbstmord | unfall
        diebstahl gestohlen dieb | raub geraubt räuber | einbruch einbrecher | betrug | unterschlagung veruntreuung
        vergewaltigung vergewaltigt | nötigung | belästigung belästigt
        festgenommen verhaftet | angeklagt | befragt vernommen
        zeuge zeugen zeugin | verdächtige verdächtigen verdächtiger | opfer
        """),
    sexes=opposed("""
        herr herrn | frau
        mann mannes männer männern | frau frauen
        junge jungen | mädchen
        vater vaters väter | mutter mütter
        sohn sohnes söhne | tochter töchter
        bruder bruders brüder | schwester schwestern
        ehemann ehemannes witwer freund | ehefrau witwe freundin
        onkel neffe großvater enkel | tante nichte großmutter enkelin
        könig prinz | königin prinzessin
        sprecher sprechers | sprecherin
        minister ministers kanzler kanzlers präsident präsidenten bürgermeister bürgermeisters |\
 ministerin kanzlerin präsidentin bürgermeisterin
        lehrer arzt richter schüler polizist anwalt politiker |\
 lehrerin ärztin richterin schülerin polizistin anwältin politikerin
        """),
    multiples=opposed("""
        verdoppelte verdoppelt verdoppelten | verdreifachte verdreifacht verdreifachten | vervierfachte vervierfacht
        """),
    certainties=opposed("""
        nie niemals | selten kaum
        selten kaum | manchmal gelegentlich | oft häufig | meist meistens | immer stets
        deutet deuten deuteten | zeigt zeigen zeigte zeigten beweist beweisen bewies
        """),
    quantifiers=opposed("""
        alle aller allen sämtliche | meisten | viele vieler vielen |\
 einige einiger einigen manche mehrere mehreren | wenige wenigen
        """),
    relations=opposed("""
        ehefrau ehemann ehemannes gatte gattin | witwe witwer | verlobte verlobter verlobten |\
 freund freundin freundes | kollege kollegin kollegen | nachbar nachbarin nachbarn
        vater vaters mutter eltern | großvater großmutter großeltern | onkel onkels tante |\
 bruder bruders schwester geschwister |\
 cousin cousine | neffe neffen nichte | sohn sohnes tochter | enkel enkelin | stiefvater stiefmutter |\
 stiefsohn stieftochter | halbbruder halbschwester | schwager schwägerin | schwiegervater schwiegermutter |\
 schwiegersohn schwiegertochter
        """),
    opposed_beginnings=opposed("""
        ost | west | nord | süd
        ober | unter
        innen | außen
        links | rechts
        vor | nach
        mehr | minder
        pro | anti
        """),
    complements=opposed("""
        offen geöffnet | geschlossen
        schuldig | unschuldig
        legal | illegal
        möglich | unmöglich
        wahr | falsch
        mehr größer höher länger später | weniger kleiner niedriger kürzer früher
        """),
)  # fmt: skip
