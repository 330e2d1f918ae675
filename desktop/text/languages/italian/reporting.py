"""Italian verbs and words that report speech."""

from __future__ import annotations

import re

from desktop.lazy_pattern import lazy_pattern
from desktop.text.languages.italian import LANGUAGE
from desktop.text.languages.language import table, words
from desktop.text.languages.reporting import (
    MEDIUM,
    STRONG,
    WEAK,
    ClauseWords,
    MarkPatterns,
    NameWords,
    Reporting,
    SourceWords,
    SpeechVerbs,
    SubjectWords,
    TimeWords,
    cues_of,
)

_SAYING = words("""
dichiarare affermare spiegare raccontare assicurare confermare precisare sottolineare evidenziare ricordare osservare
commentare annunciare replicare domandare confessare rivelare puntualizzare chiosare incalzare rimarcare
ribadire esclamare gridare urlare mormorare sussurrare ironizzare scherzare testimoniare comunicare informare segnalare
argomentare obiettare notare sentenziare twittare postare illustrare riassumere specificare esordire ipotizzare
constatare sospirare sbuffare protestare rassicurare avvisare esultare tuonare sbottare balbettare ragionare narrare
elencare
""")
_JUDGING = words("""
denunciare criticare accusare attaccare lamentare lodare elogiare ringraziare condannare bocciare contestare rivendicare
minacciare auspicare parlare chiamare bollare etichettare giudicare citare invocare reclamare esortare invitare salutare
commemorare deplorare stigmatizzare giustificare
""")
_THINKING = words("pensare sperare considerare dubitare immaginare stimare valutare desiderare")
_IRREGULAR = (
    (STRONG, "dice dicono disse dissero diceva dicevano detto scrive scrivono scrisse scrissero scriveva scritto "
             "risponde rispondono rispose risposero rispondeva risposto aggiunge aggiungono aggiunse aggiunsero "
             "aggiungeva aggiunto ammette ammettono ammise ammisero ammetteva ammesso avverte avvertono avvertì "
             "avvertiva "
             "avvertito sostiene sostengono sostenne sostennero sosteneva sostenuto conclude concludono concluse "
             "conclusero concludeva concluso prosegue proseguono proseguì proseguiva proseguito riferisce riferiscono "
             "riferì riferiva riferito chiede chiedono chiese chiesero chiedeva chiesto chiarisce chiariscono chiarì "
             "chiariva chiarito asserisce asserì asserito insiste insistono insistette insisteva insistito ripete "
             "ripetono "
             "ripeté ripeteva ripetuto riconosce riconoscono riconobbe riconosciuto riprende riprese ripreso espone "
             "espose "
             "esposto riassume riassunse riassunto continua continuò ribadisce ribadiscono ribadì ribadiva ribadito "
             "ribatte ribattono ribatté ribatteva ribattuto"),
    (MEDIUM, "promette promettono promise promisero prometteva promesso descrive descrivono descrisse descritto "
             "definisce definiscono definì definiva definito smentisce smentiscono smentì smentito difende difendono "
             "difese difeso propone propongono propose proposto suggerisce suggerì suggerito esige esigeva nega negano "
             "negò negava negato applaude applaudì applaudito respinge respinse respinto pretende pretese"),
    (WEAK, "crede credono credeva credette creduto teme temono temeva temuto ritiene ritengono ritenne riteneva "
           "ritenuto "
           "vuole voleva vede vedeva"),
)  # fmt: skip
_ARE = ("a", "ano", "ò", "arono", "ava", "avano", "ato")


def _forms(verb: str) -> set[str]:
    return {verb[:-3] + ending for ending in _ARE} if verb.endswith("are") else set()


REPORTING = Reporting(
    language=LANGUAGE,
    verbs=SpeechVerbs(
        cues=cues_of(((WEAK, _THINKING), (MEDIUM, _JUDGING), (STRONG, _SAYING)), _IRREGULAR, _forms),
        participles=dict.fromkeys(words("dicendo dichiarando affermando spiegando aggiungendo sottolineando precisando "
                                        "assicurando definendo ricordando sostenendo ribadendo"), 2),
        naming=words("chiamato chiamata denominato denominata intitolato intitolata detto detta definito definita"),
        participle_ending=("ando", "endo"),
        verb_endings=("a", "e", "ò", "ì"),
        sayings={"fa": words("sapere"), "fatto": words("sapere"), "fanno": words("sapere"), "fece": words("sapere")},
        nouns=words("stima nota accusa conferma replica denuncia minaccia chiama cita giustifica commenta detto "
                    "scritto "
                    "promessa proposta difesa lamenta saluta informa comunica ragiona ripresa"),
        follow=words("anche inoltre poi ieri oggi infine ancora così lunedì martedì mercoledì giovedì venerdì sabato "
                     "domenica subito invece"),
        be=words("è fu viene venne stato stata"),
        quoting=words("cita citano citato citava"),
        passive_endings=("ato", "ata", "ito", "ita", "uto", "uta", "esso", "otto"),
        rejecting=words(
            "respinto respinge respinse respingono respinti respinta respingendo negato nega negò negano "
            "smentito smentisce smentì smentiscono confutato confuta contestato contesta rigettato rigetta"
        ),
        cue_nouns=words(
            "affermazione affermazioni accusa accuse tesi versione dichiarazione dichiarazioni critica "
            "critiche insinuazione insinuazioni"
        ),
        claim_owners=words("di del dello della dei degli delle dell"),
        claim_relatives=(("secondo", "cui"), ("secondo", "la", "quale"), ("secondo", "il", "quale")),
        copulas=words("è sono era erano fu sarebbe sarà resta tratta"),
        negations=words("non mai nessuno né"),
        only_words=words("solo soltanto"),
        contrasts=words("ma bensì"),
        withholding=words("nega negato evita evitato rifiuta rifiutato"),
        stands_negated=words("esclude escluso nasconde nascosto commenta commentato risponde risposto nega"),
    ),
    clauses=ClauseWords(
        saying_openers=words("come quanto"),
        before_infinitive=words("ha hanno aveva avevano ho abbiamo abbia abbiano avrebbe avrebbero"),
        prepositions=words("di a da in con su per tra fra del dello della dei degli delle d dell al allo alla ai agli "
                           "alle all dal dallo dalla dai dagli dalle dall nel nello nella nei negli nelle nell sul "
                           "sullo "
                           "sulla sui sugli sulle sull col secondo sotto sopra dopo prima durante contro verso senza "
                           "presso davanti entro fino circa"),
        breaks=words("che ma perché quando come se mentre poiché anche dove cui però né"),
        relatives=words("chi"),
        thing_relatives=words("che"),
        fillers=words("ha hanno aveva avevano è sono era erano ho abbiamo avrebbe avrebbero anche ancora poi già non "
                      "mai "
                      "sempre si s c lo li gli le l mi ci vi ne infine inoltre ieri oggi così invece però subito "
                      "nuovamente sta stava"),
        joining=words("e ed ma"),
        adding=words("e ed"),
        setting_off=words("e ed ma mentre"),
        topics=(("quanto", "a"),),
        agents=words("da dal dallo dalla dai dagli dalle dall"),
        content_openers=words("che se"),
    ),
    subjects=SubjectWords(
        listener_marks=words("a ad al allo alla all ai agli alle"),
        listener_clitics=words("hanno avevano"),
        pronouns=table("m: lui egli; f: lei ella; p: loro essi esse; : io noi"),
        determiners=words("il lo la i gli le l un uno una suo sua suoi sue loro questo questa questi queste quel "
                          "quella "
                          "alcuni alcune molti molte due tre quattro diversi diverse"),
        articles=words("il lo la l un uno una"),
        drops_pronouns=True,
        no_subject=words("questo ciò"),
        definite=words("il lo la l"),
        indefinite=words("un uno una"),
        plural_endings=("i",),
    ),
    names=NameWords(
        titles=LANGUAGE.titles,
        roles=table("""
            spokesperson: portavoce; ambassador: ambasciatore ambasciatrice diplomatico;
            official: funzionario funzionaria funzionari autorità responsabile responsabili prefetto dirigente dirigenti
            assessore assessora commissario questore;
            president: presidente premier; minister: ministro ministra ministri sottosegretario sottosegretaria;
            leader: leader capo capogruppo segretario segretaria direttore direttrice coordinatore coordinatrice
            amministratore fondatore fondatrice titolare;
            lawmaker: deputato deputata senatore senatrice parlamentare consigliere consigliera eurodeputato;
            candidate: candidato candidata; mayor: sindaco sindaca; governor: governatore governatrice;
            expert: esperto esperta esperti ricercatore ricercatrice professore professoressa docente economista
            analista
            storico storica scienziato scienziata medico virologo;
            lawyer: avvocato avvocata avvocati legale procuratore procuratrice giudice magistrato pm notaio;
            reporter: giornalista giornalisti cronista inviato inviata scrittore scrittrice;
            source: fonte fonti; general: generale colonnello comandante ufficiale;
            people: uomo donna testimone testimoni abitante abitanti residente residenti padre madre figlio figlia
            fratello
            sorella marito moglie nonno nonna vicino vicina polizia carabinieri opposizione sindacato sindacati critici
            allenatore giocatore attore attrice cantante regista insegnante studente studentessa studenti operaio
            vescovo
            parroco pescatore contadino turista turisti cittadini genitori familiari medici;
            organisation: governo partito azienda società agenzia giornale ministero associazione procura comune regione
            organizzazione impresa;
            document: comunicato nota rapporto lettera testo studio documento sentenza"""),
        openers=words("il lo la i gli le l un uno una lui lei loro io noi e ed ma o se quando come perché poi anche "
                      "per in "
                      "nel nella nei sul sulla con senza da dal dalla di del della al alla secondo dopo prima durante "
                      "questo questa questi queste così inoltre infine ieri oggi domani non è sono era si ci ora "
                      "mentre "
                      "tra fra intanto però già ancora ogni tutti tutte molti alcuni chi dove cosa ecco qui quindi"),
        capital_particles=words("di de del della"),
        groups=words("partito senato camera università ministero consiglio tribunale banca unite procura lega"),
        stopped_titles=LANGUAGE.stopped_titles,
        honorifics=LANGUAGE.honorifics,
        place_words=words("san santa sant monte porto castel villa nuova nuovo"),
        role_links=words("di del della dei degli delle dell e per"),
        linking=words("di con"),
        field_links=words("del dello della dei degli delle di dell"),
        of_what=lazy_pattern(r" (?:del|dello|della|dei|degli|delle|di|dell['’]) ?(\w{3,})"),
        role_behind=lazy_pattern(r",[ \u00a0]([^,;:.()\n“”\"«»—]{3,110}?)(?=,|\.\s|\.$|;|:|\n|$|[ ]?[“\"«—])"),
        apposition_end=lazy_pattern(r"(?: [IVX]+)?(?:[,.;:)\n«»„“]|$| \()"),
        name_then_verb=lazy_pattern(r",?[ \u00a0](?:ha |hanno )?([a-zà-ÿ]+)\b"),
    ),
    sources=SourceWords(
        views=words("per"),
        read_in=(("si", "legge"), ("si", "leggeva"), ("si", "può", "leggere")),
        according=(("secondo",), ("a", "detta", "di"), ("stando", "a"), ("a", "giudizio", "di"), ("a", "parere", "di"),
                   ("nelle", "parole", "di")),
        papers=words("comunicato nota rapporto lettera sentenza"),
        name_nouns=words(
            "film libro libri romanzo romanzi album disco dischi canzone canzoni brano serie programma "
            "trasmissione documentario opera podcast rivista mostra spettacolo operazione saggio poesia "
            "quadro dipinto titolo titoli intitolato intitolata intitolati rubrica slogan motto commedia "
            "fiction cortometraggio singolo gioco videogioco progetto campagna racconto telefilm "
            "biografia autobiografia hashtag"
        ),
        distancing=words("cosiddetto cosiddetta cosiddetti cosiddette sedicente sedicenti"),
        by_names=(
            ("alias",), ("soprannominato",), ("soprannominata",), ("soprannominati",), (",", "detto"),
            (",", "detta"), ("detto", "anche"), ("detta", "anche"), ("noto", "come"), ("nota", "come"),
            ("noti", "come"), ("note", "come"), ("conosciuto", "come"), ("conosciuta", "come"),
            ("il", "nome", "di"), ("col", "nome", "di"), ("il", "soprannome", "di"),
            ("lo", "pseudonimo", "di"), ("denominato",), ("denominata",), ("ribattezzato",),
            ("ribattezzata",), ("in", "codice"),
        ),
        titles_as_sentences=True,
        rubrics=words("processo sondaggio intervista video analisi recensione commento diretta foto"),
        before_platform=words("su"),
    ),
    times=TimeWords(
        days=LANGUAGE.calendar,
        spells=words("settimana settimane mese mesi anno anni notte sera mattina giorno giorni ora ore minuti"),
        closing=words("dopo fa prima tardi"),
        recency=words("scorsa scorso prossimo prossima"),
        before_days=words("di"),
        before_years=words("nel"),
    ),
    marks=MarkPatterns(
        dialogues=True,
        clitics=True,
        inserts=True,
        elision=lazy_pattern(r"(?:ndr|st[aeio]\b|na\b|no\b|[oelu]\b|sera\b|o['’])", re.IGNORECASE),
        between_quotations=lazy_pattern(r"\b(?:ha detto|disse|dice|spiega|aggiunge)\b", re.IGNORECASE),
        joined=lazy_pattern(r"(?:D|Dell|Dall|Degl)['’][A-ZÀ-Ý]"),
        elided=lazy_pattern(r"(l|un|d|c|s|n|m|t|v|dell|all|nell|dall|sull|quell|quest|anch|com|dov)'"),
    ),
)  # fmt: skip
