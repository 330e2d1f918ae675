"""Italian lexicon: the words that state a number, a date, a denial, a doubt, or that somebody speaks."""

from __future__ import annotations

from desktop.text.languages.italian import LANGUAGE
from desktop.text.languages.language import counted_up, groups, words
from desktop.text.languages.lexicon import Lexicon, opposed, phrases

_UNITS = ["due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove"]
_TENS = {
    "venti": 20, "trenta": 30, "quaranta": 40, "cinquanta": 50, "sessanta": 60, "settanta": 70, "ottanta": 80,
    "novanta": 90,
}  # fmt: skip
_NUMBERS = counted_up("zero un/uno/una") | LANGUAGE.numerals
_NUMBERS |= counted_up("undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove", 11)
_NUMBERS |= _TENS | {
    f"{tens}{unit}": value + n for tens, value in _TENS.items() for n, unit in enumerate(_UNITS, 2) if unit != "otto"
}
_NUMBERS |= {f"{tens[:-1]}uno": value + 1 for tens, value in _TENS.items()}
_NUMBERS |= {f"{tens[:-1]}otto": value + 8 for tens, value in _TENS.items()}
_NUMBERS |= {f"{tens}tré": value + 3 for tens, value in _TENS.items()}
_NUMBERS |= {f"{unit}cento": 100 * n for n, unit in enumerate(_UNITS, 2)}
_NUMBERS |= {f"{unit}mila": 1000 * n for n, unit in enumerate([*_UNITS, "dieci"], 2)}
_NUMBERS |= {"mezzo": 0.5, "mezza": 0.5, "metà": 0.5, "terzo": 1 / 3, "quarto": 0.25, "decina": 10, "dozzina": 12}
_NUMBERS |= {"quindicina": 15, "ventina": 20, "trentina": 30, "cinquantina": 50, "centinaio": 100, "migliaio": 1000}
_NUMBERS |= {"doppio": 2, "triplo": 3}

LEXICON = Lexicon(
    code="it",
    numbers=_NUMBERS,
    magnitudes={"cento": 1e2, "mille": 1e3, "mila": 1e3, "milione": 1e6, "milioni": 1e6, "miliardo": 1e9,
                "miliardi": 1e9, "mln": 1e6, "mld": 1e9},
    crowds={"decine": 10, "dozzine": 12, "centinaia": 1e2, "migliaia": 1e3},
    ordinals=counted_up(
        "primo/prima/primi/prime secondo/seconda terzo/terza quarto/quarta quinto/quinta sesto/sesta settimo/settima"
        " ottavo/ottava nono/nona decimo/decima", 1),
    vague=words("un uno una mezzo mezza metà terzo quarto doppio triplo zero decine dozzine centinaia migliaia primo"
                " prima primi prime secondo seconda terza quarta"),
    joints=words("e"),
    part_joints=words("di"),
    ordinal_endings=words("º ª °"),
    short_magnitudes={"m": 1e6, "k": 1e3},
    date_joints=words("di"),
    names_like_words=words("us"),
    decimal=",",
    qualifiers=phrases("""
        almeno come_minimo
        più_di oltre
        meno_di
        fino_a al_massimo
        circa quasi_circa intorno_a attorno_a
        quasi
        solo soltanto appena solamente
        esattamente
        """),
    steps={"di": "di", "del": "di", "a": "a", "al": "a", "dal": "da"},
    units=groups("""
        chilometro chilometri km
        miglio miglia
        metro metri
        centimetro centimetri cm
        ettaro ettari
        chilo chili chilogrammo chilogrammi kg
        grammo grammi
        tonnellata tonnellate
        litro litri
        barile barili
        per-cento %
        grado gradi
        secondo secondi
        minuto minuti
        ora ore
        giorno giorni
        settimana settimane
        mese mesi
        anno anni
        dollaro dollari $
        centesimo centesimi
        euro €
        sterlina sterline £
        rublo rubli
        """),
    outcomes=groups("""
        morti morto morta morte vittime uccisi ucciso uccisa deceduti
        feriti ferito ferita ferite
        dispersi disperso
        arrestati arrestato arrestata fermati fermato
        """),
    months=LANGUAGE.months,
    days=LANGUAGE.weekdays | groups("""
        oggi
        ieri
        domani
        dopodomani
        """),
    near_days=words("oggi ieri domani dopodomani"),
    day_parts=groups("""
        mattina mattino stamattina
        mezzogiorno
        pomeriggio
        sera stasera
        notte stanotte
        mezzanotte
        alba
        """),
    relative=groups("""
        scorso scorsa passato passata ultimo ultima precedente
        questo questa
        prossimo prossima seguente
        """),
    spells=groups("""
        settimana
        mese
        anno
        decennio
        secolo
        trimestre
        notte
        primavera
        estate
        autunno
        inverno
        stagione
        """) | {day: day for day in LANGUAGE.weekdays.values()},
    negations=words("non no mai nessuno nessuna nessun niente nulla senza né neanche nemmeno neppure"),
    faint_negations=words("appena poco improbabile impossibile nega negano negò negato smentisce smentito rifiuta "
                          "rifiutato"
                          " respinge respinto manca mancanza assenza difficile salvo tranne eccetto impedisce impedito"
                          " evita evitato falso falsa"),
    negating_prefixes=("in", "ex-", "im", "ir", "il", "dis", "s", "non-"),
    hedges=groups("""
        largamente perlopiù
        può possono
        potrebbe potrebbero
        deve devono
        dovrebbe dovrebbero
        sarebbe sarebbero starebbe starebbero
        avrebbe avrebbero
        forse magari
        probabilmente probabile
        possibilmente possibile
        apparentemente
        presumibilmente presunto presunta presunti presunte
        sembra sembrano sembrava pare
        certamente sicuramente
        """),
    light_hedges=words("può deve certamente"),
    futures=words("sarà saranno"),
    future_endings=("erà", "eranno", "irà", "iranno", "rrà", "rranno"),
    attempts=words("vuole vogliono voleva volevano intende intendono intendeva tenta tentano tentò tentato cerca"
                    " cercano cercò cercato prova provano provò provato minaccia minacciano minacciò minacciato"
                    " promette promettono promesso spera sperano sperava propone propongono deve devono doveva"),
    perfects=words("ha hanno aveva avevano è sono era erano fu furono stato stata stati state"),
    past_endings=("ò", "arono", "irono", "erono"),
    gerund_endings=("ando", "endo"),
    cues=groups("""
        dice dicono disse diceva detto dichiara dichiarato dichiarò spiega spiegato spiegò aggiunge aggiunto aggiunse \
racconta raccontato commenta commentato osserva osservato precisa precisato sottolinea sottolineato riferisce riferito
        afferma affermano affermato affermò sostiene sostengono sostenuto sostenne assicura assicurato
        ammette ammesso ammise riconosce riconosciuto confessa confessato
        nega negano negò negato smentisce smentito respinge respinto
        conferma confermano confermato confermò
        avverte avvertito avvertì
        minaccia minacciato minacciò
        promette promesso promise
        esige reclama preteso pretende
        accusa accusato accusò
        annuncia annunciato annunciò
        suggerisce suggerito
        stima stimato ritiene
        """),
    denying=words("nega"),
    affirming=words("dice afferma ammette conferma annuncia"),
    pronouns=words("lui lei loro egli ella essi io noi"),
    titles=frozenset(LANGUAGE.titles),
    standings=groups("""
        ex
        vice vicario
        uscente
        sedicente autoproclamato autoproclamata
        """),
    title_surnames=LANGUAGE.title_surnames,
    determiners=words("il lo la i gli le un uno una questo questa questi queste suo sua suoi sue loro"),
    elisions=("l'", "d'", "un'", "dell'", "all'", "nell'", "dall'", "sull'", "quell'", "c'", "n'", "s'", "m'"),
    places=groups("""
        afghanistan
        algeria
        germania
        arabia-saudita
        argentina
        australia
        austria
        belgio
        bielorussia
        brasile
        canada
        cile
        cina
        corea-del-nord
        corea-del-sud
        danimarca
        egitto
        spagna
        stati-uniti usa
        europa
        finlandia
        francia
        georgia
        grecia
        ungheria
        india
        iraq
        iran
        irlanda
        israele
        italia
        giappone
        libano
        libia
        lituania
        marocco
        messico
        norvegia
        paesi-bassi olanda
        pakistan
        polonia
        portogallo
        regno-unito gran-bretagna
        romania
        russia
        serbia
        siria
        svezia
        svizzera
        taiwan
        tunisia
        turchia
        ucraina
        venezuela
        roma
        milano
        napoli
        torino
        palermo
        genova
        bologna
        firenze
        venezia
        berlino
        bruxelles
        londra
        madrid
        parigi
        mosca
        kiev
        varsavia
        pechino
        tokyo
        seul
        washington
        new-york
        gerusalemme
        gaza
        teheran
        """),
    degrees=groups("""
        molto
        estremamente
        abbastanza piuttosto
        quasi
        circa approssimativamente
        solo soltanto solamente unicamente
        perfino persino addirittura
        assolutamente
        totalmente completamente interamente
        ampiamente largamente
        principalmente soprattutto
        parzialmente
        davvero realmente veramente
        sempre
        spesso frequentemente
        raramente
        sicuro sicura sicuri certo certa certi
        convinto convinta convinti
        credo crede credono crediamo
        penso pensa pensano pensiamo
        spero spera sperano speriamo
        """),
    opposites=opposed("""
        prima | dopo
        verso | da
        sopra | sotto
        dentro | fuori
        con per | contro senza
        più | meno
        aumenta aumentano aumentato aumento sale salgono salito cresce crescono cresciuto crescita |\
        diminuisce diminuiscono diminuito diminuzione scende scendono sceso cala calano calato calo
        compra comprano comprato acquisto importa importato | vende vendono venduto vendita esporta esportato
        vince vincono vinto guadagna guadagnato | perde perdono perso
        accetta accettano accettato conferma confermato | rifiuta rifiutano rifiutato respinge respinto smentisce \
smentito
        sostiene sostengono sostenuto appoggia appoggiato | oppone oppongono opposto
        permette permettono permesso autorizza autorizzato | vieta vietano vietato impedisce impedito
        inizia iniziato comincia cominciato apre aperto | finisce finito termina terminato chiude chiuso
        primo prima primi | ultimo ultima ultimi
        migliore migliori meglio | peggiore peggiori peggio
        tutti tutte | nessuno nessuna alcuni alcune
        sempre | mai
        colpevole colpevoli | innocente innocenti
        legale legali | illegale illegali
        possibile possibili | impossibile impossibili
        probabile probabili | improbabile improbabili
        vero vera veri | falso falsa falsi
        alto alta alti | basso bassa bassi
        sinistra | destra
        nord | sud
        est | ovest
        vivo viva vivi | morto morta morti
        grande maggiore maggiori | piccolo piccola minore minori
        elogia elogiato loda lodato approva approvato ringrazia ringraziato | critica criticato denuncia denunciato \
condanna \
condannato accusa accusato
        crede credono spera sperano | dubita dubitano dubitato
        maggioranza | minoranza
        guadagno guadagni utile utili | perdita perdite
        successo | fallimento
        aperto aperta aperti aperte | chiuso chiusa chiusi chiuse
        presto | tardi
        assolto assolta liberato liberata | condannato condannata arrestato arrestata
        sostiene sostenuto approva approvato | critica criticato respinge respinto
        vittoria vittorie | sconfitta sconfitte
        migliora migliorato | peggiora peggiorato
        resta rimane | lascia dimesso dimette
        guerra | pace
        rafforza rafforzato | indebolisce indebolito
        caldo calda | freddo fredda
        raddoppiato raddoppia raddoppiata | dimezzato dimezza dimezzata
        volontario volontariamente deliberato deliberatamente | accidentale accidentalmente involontario
        positivo positiva positivi | negativo negativa negativi
        minimo minima | massimo massima
        vecchio vecchia antico | nuovo nuova recente giovane
        raro rara raramente | frequente frequenti spesso comune
        assume assunto assunti | licenzia licenziato licenziati
        alza alzato aumenta aumentato | abbassa abbassato riduce ridotto taglia tagliato
        conferma confermato confermata | annulla annullato annullata
        nero nera | bianco bianca
        pieno piena totalmente | vuoto vuota parzialmente
        superiore superiori | inferiore inferiori
        interno interna | esterno esterna
        passato | futuro
        facile facili facilmente | difficile difficili difficilmente
        permanente definitivo definitiva | temporaneo temporanea provvisorio provvisoria
        presente presenti | assente assenti
        sposato sposata | divorziato divorziata
        nato nata | morto morta deceduto
        acquirente acquirenti | venditore venditori
        accusa procura | difesa
        vittima vittime | aggressore aggressori autore colpevole
        creditore | debitore
        genitori | figli
        offerta | domanda
        avanzo | disavanzo deficit
        entrate ricavi | spese costi uscite
        noto nota | ignoto ignota sconosciuto
        pubblico pubblica pubblici | privato privata privati segreto
        maggioranza | opposizione minoranza
        arrestato arrestata fermato | liberato liberata scarcerato rilasciato
        favorevole favorevoli | contrario contrari contraria
        ricco ricchi | povero poveri
        """),
    charges=opposed("""
        carcere prigione reclusione | multa
        ucciso uccisa uccisi uccidere | assassinato assassinata assassinati assassinare
        sospettato sospettata indagato indagata | accusato accusata imputato imputata | condannato condannata |\
 assolto assolta
        omicidio assassinio | suicidio | incidente
        furto rubato ladro | rapina rapinato rapinatore | truffa frode | peculato
        stupro violentata | aggressione aggredita aggredito | molestie molestata
        testimone testimoni | sospettato sospettati | vittima vittime
        """),
    sexes=opposed("""
        lui | lei
        signor signore | signora signorina
        uomo uomini | donna donne
        ragazzo ragazzi bambino | ragazza ragazze bambina
        padre padri | madre madri
        figlio | figlia figlie
        fratello fratelli | sorella sorelle
        marito vedovo fidanzato | moglie vedova fidanzata
        zio nonno | zia nonna
        re principe | regina principessa
        direttore | direttrice
        """),
    multiples=opposed("""
        raddoppiato raddoppiata raddoppiati | triplicato triplicata triplicati | quadruplicato
        """),
    certainties=opposed("""
        mai | raramente
        raramente | talvolta | spesso frequentemente | sempre
        suggerisce suggeriscono suggerito | mostra mostrano mostrato dimostra dimostrano dimostrato prova
        """),
    quantifiers=opposed("""
        tutti tutte | maggioranza maggior | molti molte numerosi numerose | alcuni alcune diversi diverse | pochi poche
        """),
    relations=opposed("""
        moglie marito | vedova vedovo | fidanzata fidanzato | compagna compagno | amica amico |\
 collega | vicina vicino
        padre madre | nonno nonna | zio zia | fratello sorella | cugino cugina | figlio figlia | nipote |\
 patrigno matrigna |\
 fratellastro sorellastra | cognato cognata | suocero suocera | genero nuora
        """),
    opposed_beginnings=opposed("""
        pro | anti
        filo | anti
        """),
    complements=opposed("""
        aperto aperta | chiuso chiusa
        colpevole | innocente
        legale | illegale
        possibile | impossibile
        più maggiore | meno minore
        """),
    before_nouns=words("il lo la i gli le un uno una del dello della dei degli delle di questo questa questi queste "
                       "suo sua"
                       " suoi sue nostro nostra nostri nostre mio mia tuo alcuni alcune molti molte"),
    after_nouns=words("e o di del della dei per in che è sono era erano"),
    verb_endings=("are", "ere", "ire", "ando", "endo", "mente", "ato", "uto", "ito"),
)  # fmt: skip
