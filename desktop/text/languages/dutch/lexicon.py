"""Dutch lexicon: the words that state a number, a date, a denial, a doubt, or that somebody speaks."""

from __future__ import annotations

from desktop.text.languages.dutch import LANGUAGE
from desktop.text.languages.language import counted_up, groups, words
from desktop.text.languages.lexicon import Lexicon, opposed, phrases

_ONES = ["een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"]
_TENS = "twintig dertig veertig vijftig zestig zeventig tachtig negentig"
_NUMBERS = counted_up("nul één") | LANGUAGE.numerals
_NUMBERS |= counted_up("elf twaalf dertien veertien vijftien zestien zeventien achttien negentien", 11)
_NUMBERS |= counted_up(_TENS, 20, 10)
_NUMBERS |= {
    f"{one}{'ën' if one.endswith('e') else 'en'}{tens}": unit + value
    for tens, value in counted_up(_TENS, 20, 10).items()
    for unit, one in enumerate(_ONES, 1)
    if unit > 1
}
_NUMBERS |= {f"eenen{tens}": 1 + value for tens, value in counted_up(_TENS, 20, 10).items()}
_NUMBERS |= {f"{one}honderd": 100.0 * unit for unit, one in enumerate(_ONES, 1) if unit > 1}
_NUMBERS |= {f"{one}duizend": 1000.0 * unit for unit, one in enumerate(_ONES, 1) if unit > 1}
_NUMBERS |= {"honderd": 100, "duizend": 1000, "tienduizend": 10_000, "honderdduizend": 100_000, "dozijn": 12}
_NUMBERS |= {"half": 0.5, "halve": 0.5, "helft": 0.5, "dubbele": 2, "anderhalf": 1.5, "anderhalve": 1.5, "een": 1.0}
_NUMBERS |= {"kwart": 0.25, "derde": 1 / 3, "beide": 2, "tiental": 10, "honderdtal": 100}

LEXICON = Lexicon(
    code="nl",
    numbers=_NUMBERS,
    magnitudes={"honderd": 1e2, "duizend": 1e3, "miljoen": 1e6, "miljoenen": 1e6, "miljard": 1e9, "miljarden": 1e9,
                "mln": 1e6, "mld": 1e9, "biljoen": 1e12},
    crowds={"tientallen": 10, "dozijnen": 12, "honderden": 1e2, "duizenden": 1e3, "tienduizenden": 1e4},
    ordinals=counted_up(
        "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde", 1),
    ordinal_endings=words("e de ste"),
    vague=words("een één half halve helft dubbele kwart beide nul tientallen dozijnen honderden duizenden tienduizenden"
                " eerste tweede derde"),
    joints=words("en"),
    short_magnitudes={"m": 1e6, "k": 1e3},
    date_joints=words("van"),
    names_like_words=words("us"),
    decimal=",",
    qualifiers=phrases("""
        minstens ten_minste minimaal zeker
        meer_dan ruim boven
        minder_dan onder
        tot maximaal hooguit ten_hoogste
        ongeveer zo'n circa rond omstreeks
        bijna haast
        slechts alleen maar
        precies exact
        """),
    steps={"met": "met", "naar": "naar", "tot": "naar", "van": "van"},
    units=groups("""
        kilometer kilometers km
        mijl mijlen
        meter meters
        centimeter centimeters cm
        hectare hectares
        kilogram kilo kilo's kg
        gram
        ton tonnen
        liter liters
        vat vaten
        procent %
        procentpunt procentpunten
        graad graden
        seconde seconden
        minuut minuten
        uur uren
        dag dagen
        week weken
        maand maanden
        jaar jaren
        dollar dollars $
        cent
        euro euro's €
        roebel roebels
        """),
    outcomes=groups("""
        doden dode dood gedood omgekomen overleden dodelijke
        gewonden gewonde gewond
        vermisten vermiste vermist
        arrestanten gearresteerd aangehouden opgepakt
        gered
        """),
    months=LANGUAGE.months,
    days=LANGUAGE.weekdays | groups("""
        vandaag
        gisteren
        eergisteren
        morgen
        """),
    near_days=words("vandaag gisteren eergisteren morgen"),
    day_parts=groups("""
        ochtend morgens ochtends
        middag middags
        avond avonds
        nacht nachts
        middernacht
        """),
    relative=groups("""
        vorige afgelopen laatste
        deze dit
        volgende komende
        """),
    spells=groups("""
        week
        weekend
        maand
        jaar
        eeuw
        kwartaal
        nacht
        lente voorjaar
        zomer
        herfst najaar
        winter
        seizoen
        """) | {day: day for day in LANGUAGE.weekdays.values()},
    negations=words("niet geen nooit niemand niets nergens zonder noch nee"),
    faint_negations=words("nauwelijks amper weinig onwaarschijnlijk onmogelijk ontkent ontkende ontkend weigert "
                          "weigerde"
                          " geweigerd verwerpt verwierp verworpen gebrek tekort behalve voorkomt voorkwam verhindert "
                          "onjuist"
                          " onwaar vals"),
    negating_prefixes=("on", "ex-", "in", "niet-"),
    negating_endings=("loos", "loze"),
    hedges=groups("""
        grotendeels
        kan kunnen kon konden
        zou zouden
        moet moeten
        mag mogen
        misschien wellicht mogelijk mogelijkerwijs
        waarschijnlijk vermoedelijk
        blijkbaar kennelijk
        zogenaamd vermeend vermeende verdacht verdachte
        lijkt lijken leek
        zeker vast ongetwijfeld
        """),
    light_hedges=words("kan moet zeker mag"),
    futures=words("zal zullen zou zouden"),
    attempts=words("wil willen wilde wilden wou plant plannen plande probeert proberen probeerde probeerden"
                    " dreigt dreigen dreigde dreigden belooft beloofde beloofden hoopt hopen hoopte"),
    perfects=words("heeft hebben had hadden is zijn was waren werd werden geworden"),
    participle_beginning="ge",
    past_endings=("te", "ten", "de", "den"),
    gerund_endings=("end",),
    cues=groups("""
        zegt zei zeiden gezegd vertelt vertelde verteld verklaart verklaarde verklaard meldt meldde gemeld stelt \
stelde \
gesteld schrijft schreef antwoordt antwoordde
        benadrukt benadrukte beweert beweerde beweerd
        geeft erkent erkende erkend toegegeven
        ontkent ontkende ontkend weerspreekt weersprak
        bevestigt bevestigde bevestigd
        waarschuwt waarschuwde gewaarschuwd
        dreigt dreigde gedreigd
        belooft beloofde beloofd
        eist eiste geëist
        beschuldigt beschuldigde beschuldigd
        kondigt aangekondigd
        suggereert suggereerde
        schat schatte geschat
        """),
    denying=words("ontkent"),
    affirming=words("zegt benadrukt geeft bevestigt kondigt"),
    pronouns=words("hij zij ze ik wij we"),
    titles=frozenset(LANGUAGE.titles),
    standings=groups("""
        voormalig voormalige ex
        plaatsvervangend plaatsvervangende
        waarnemend waarnemende
        vertrekkend vertrekkende
        zelfbenoemd zelfbenoemde zelfverklaarde
        """),
    title_surnames=LANGUAGE.title_surnames,
    determiners=words("de het een deze dit die dat zijn haar hun onze ons"),
    places=groups("""
        afghanistan
        duitsland
        saoedi-arabië
        algerije
        argentinië
        australië
        oostenrijk
        belgië
        wit-rusland belarus
        brazilië
        canada
        chili
        china
        noord-korea
        zuid-korea
        denemarken
        egypte
        spanje
        verenigde-staten vs
        estland
        europa
        finland
        frankrijk
        georgië
        griekenland
        hongarije
        india
        irak
        iran
        ierland
        israël
        italië
        japan
        letland
        libanon
        libië
        litouwen
        luxemburg
        marokko
        mexico
        nederland
        noorwegen
        pakistan
        polen
        portugal
        roemenië
        rusland
        servië
        suriname
        syrië
        zweden
        zwitserland
        taiwan
        tunesië
        turkije
        oekraïne
        venezuela
        verenigd-koninkrijk groot-brittannië
        amsterdam
        rotterdam
        utrecht
        eindhoven
        groningen
        antwerpen
        gent
        brussel
        berlijn
        londen
        madrid
        parijs
        rome
        moskou
        kiev kyiv
        warschau
        peking beijing
        tokio
        seoul
        washington
        new-york
        jeruzalem
        gaza
        teheran
        """),
    degrees=groups("""
        zeer erg heel
        uiterst buitengewoon
        tamelijk vrij nogal
        bijna haast
        ongeveer circa
        slechts alleen enkel
        zelfs
        absoluut
        volledig geheel helemaal
        grotendeels
        vooral voornamelijk hoofdzakelijk
        gedeeltelijk deels
        echt werkelijk
        altijd
        vaak dikwijls
        soms
        zelden
        zeker
        overtuigd
        geloof gelooft geloven
        denk denkt denken
        hoop hoopt hopen
        """),
    opposites=opposed("""
        voor | na sinds
        boven | onder
        binnen | buiten
        met voor | tegen zonder
        meer | minder
        stijgt stijgen steeg stegen gestegen stijging groeit groeien groeide groei |\
        daalt dalen daalde daalden gedaald daling krimpt kromp zakt zakte
        koopt kopen kocht gekocht aankoop | verkoopt verkopen verkocht verkoop
        wint winnen won gewonnen | verliest verliezen verloor verloren
        accepteert accepteerde aanvaardt aanvaardde bevestigt bevestigde | weigert weigerde verwerpt verwierp \
ontkent ontkende
        steunt steunde gesteund | bestrijdt bestreed
        staat toegestaan toestaan | verbiedt verbood verboden
        begint begon begonnen opent opende geopend | stopt stopte gestopt eindigt eindigde sluit sloot gesloten
        eerste | laatste
        beter beste | slechter slechtste
        alle allen iedereen | geen niemand sommige
        altijd | nooit
        schuldig schuldige | onschuldig onschuldige
        legaal legale | illegaal illegale
        mogelijk mogelijke | onmogelijk onmogelijke
        waarschijnlijk | onwaarschijnlijk
        waar ware juist | onwaar onjuist vals
        hoog hoge hoger | laag lage lager
        links linkse | rechts rechtse
        noord noorden | zuid zuiden
        oost oosten | west westen
        levend levende | dood dode doden
        grootste | kleinste
        groter grotere | kleiner kleinere
        prijst prees verwelkomt verwelkomde bedankt bedankte | bekritiseert bekritiseerde veroordeelt veroordeelde \
beschuldigt beschuldigde
        verwacht verwachtte gelooft geloofde hoopt hoopte | betwijfelt betwijfelde
        meerderheid | minderheid
        winst winsten | verlies verliezen
        succes | mislukking
        open | gesloten dicht
        vroeg vroeger | laat later
        vrijgesproken vrijgelaten | veroordeeld gearresteerd
        overwinning | nederlaag
        verbetert verbeterde | verslechtert verslechterde
        blijft bleef | vertrekt vertrok
        oorlog | vrede
        goedkoop goedkoper | duur duurder
        steunt steunde goedgekeurd | bekritiseert bekritiseerde afgekeurd
        versterkt versterkte | verzwakt verzwakte
        warm warmer warmste | koud kouder koudste
        opzettelijk vrijwillig | onopzettelijk gedwongen
        verdubbelde verdubbeld verdubbelt | halveerde gehalveerd halveert
        positief positieve | negatief negatieve
        minimum minimaal minstens | maximum maximaal hoogstens
        oud oude ouder oudste | nieuw nieuwe nieuwste jong jonger jongste
        zelden zeldzaam zeldzame | vaak vaker gewoon
        aangehouden gearresteerd opgepakt | vrijgelaten
        verhoogt verhoogd verhoogde | verlaagt verlaagd verlaagde
        vanaf | tot
        aangenomen | ontslagen
        zwart zwarte | wit witte
        vol volledig | leeg gedeeltelijk deels
        bovenste boven | onderste onder
        binnenlands binnenlandse intern | buitenlands buitenlandse extern
        verleden | toekomst
        makkelijk gemakkelijk eenvoudig | moeilijk lastig zwaar
        permanent definitief blijvend | tijdelijk voorlopig
        aanwezig | afwezig
        getrouwd | gescheiden ongehuwd
        geboren | overleden gestorven
        koper kopers | verkoper verkopers
        werkgever werkgevers | werknemer werknemers
        verhuurder verhuurders | huurder huurders
        aanklager | verdediging
        slachtoffer slachtoffers | dader daders
        ouders | kinderen
        aanbod | vraag
        overschot | tekort
        inkomsten | uitgaven kosten
        bekend bekende | onbekend onbekende
        openbaar openbare publiek | privé geheim geheime
        coalitie regering | oppositie
        voorstander voorstanders voor | tegenstander tegenstanders tegen
        rijk rijke | arm arme
        """),
    charges=opposed("""
        gevangenisstraf celstraf gevangenis | taakstraf werkstraf | boete geldboete
        gedood doden doodde | vermoord vermoorden vermoordde
        verdacht verdachte | aangeklaagd beschuldigd aangeklaagde | veroordeeld veroordeelde | vrijgesproken
        moord vermoord moordenaar | doodslag | zelfmoord zelfdoding | ongeluk
        diefstal gestolen dief | roof beroofd overval | inbraak inbreker | fraude | verduistering
        verkrachting verkracht | aanranding aangerand | intimidatie
        getuige getuigen | verdachte verdachten | slachtoffer slachtoffers
        """),
    sexes=opposed("""
        meneer dhr | mevrouw mevr
        man mannen | vrouw vrouwen
        jongen jongens | meisje meisjes
        vader vaders | moeder moeders
        zoon zonen zoons | dochter dochters
        broer broers | zus zussen zuster
        echtgenoot weduwnaar | echtgenote weduwe
        oom neef opa | tante nicht oma
        koning prins | koningin prinses
        woordvoerder | woordvoerster
        """),
    multiples=opposed("""
        verdubbelde verdubbeld verdubbelt | verdrievoudigde verdrievoudigd | verviervoudigde
        """),
    certainties=opposed("""
        nooit | zelden nauwelijks
        zelden nauwelijks | soms | vaak dikwijls | meestal | altijd
        suggereert suggereren suggereerde | toont tonen toonde bewijst bewijzen bewees
        """),
    quantifiers=opposed("""
        alle allen | meeste meesten | veel vele velen talrijke | sommige sommigen enkele | weinig weinige
        """),
    relations=opposed("""
        echtgenoot echtgenote | weduwe weduwnaar | verloofde | vriend vriendin | collega |\
 buurman buurvrouw
        vader moeder ouders | opa oma grootvader grootmoeder | oom tante | broer broers zus zussen zuster |\
 neef nicht |\
 zoon zoons dochter dochters | kleinzoon kleindochter | stiefvader stiefmoeder | halfbroer halfzus |\
 zwager schoonzus | schoonvader schoonmoeder | schoonzoon schoondochter
        """),
    opposed_beginnings=opposed("""
        oost | west | noord | zuid
        boven | onder
        binnen | buiten
        links | rechts
        voor | na
        meer | minder
        pro | anti
        """),
    complements=opposed("""
        open | gesloten dicht
        schuldig | onschuldig
        legaal | illegaal
        mogelijk | onmogelijk
        meer groter hoger langer later | minder kleiner lager korter vroeger
        """),
    before_nouns=words("de het een deze dit die dat zijn haar hun onze ons mijn geen enkele veel vele sommige alle"),
    after_nouns=words("en of van voor in op die dat is zijn was waren"),
    verb_endings=("en", "end", "lijk"),
)  # fmt: skip
