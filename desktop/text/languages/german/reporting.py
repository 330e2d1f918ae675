"""German verbs and words that report speech."""

from __future__ import annotations

import re

from desktop.lazy_pattern import lazy_pattern
from desktop.text.languages.german import LANGUAGE
from desktop.text.languages.language import table, words
from desktop.text.languages.reporting import (
    MEDIUM,
    STRONG,
    WEAK,
    ClauseWords,
    Compounds,
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


_ROLES = table("""
spokesperson: sprecher sprecherin pressesprecher pressesprecherin;
ambassador: botschafter botschafterin diplomat diplomatin gesandte gesandter unterhändler unterhändlerin;
official: beamter beamte beamtin behörden behörde vertreter vertreterin beauftragte beauftragter kommissar kommissarin
referent referentin;
president: präsident präsidentin kanzler kanzlerin regierungschef regierungschefin;
minister: minister ministerin staatssekretär staatssekretärin;
leader: chef chefin vorsitzende vorsitzender leiter leiterin führer führerin boss präses vorstand intendant intendantin
rektor rektorin sekretär sekretärin obmann stellvertreter stellvertreterin vize;
lawmaker: abgeordneter abgeordnete senator senatorin politiker politikerin stadtrat stadträtin landrat landrätin
gemeinderat;
mayor: bürgermeister bürgermeisterin;
candidate: kandidat kandidatin bewerber bewerberin;
expert: experte expertin experten forscher forscherin professor professorin wissenschaftler wissenschaftlerin
historiker historikerin ökonom ökonomin analyst analystin archäologe archäologin biologe biologin mediziner
medizinerin virologe virologin soziologe soziologin meteorologe meteorologin berater beraterin gutachter gutachterin;
director: direktor direktorin manager managerin geschäftsführer geschäftsführerin gründer gründerin inhaber inhaberin
unternehmer unternehmerin kurator kuratorin;
lawyer: anwalt anwältin richter richterin staatsanwalt staatsanwältin verteidiger verteidigerin
jurist juristin notar;
reporter: journalist journalistin reporter reporterin redakteur redakteurin korrespondent korrespondentin autor
autorin schriftsteller schriftstellerin moderator moderatorin kolumnist blogger;
general: general oberst offizier kommandeur kommandant soldat soldaten admiral hauptmann;
doctor: arzt ärztin ärzte;
source: quelle quellen insider;
people: mann frau zeuge zeugin zeugen augenzeuge augenzeugin augenzeugen kritiker kritikerin bewohner bewohnerin
anwohner anwohnerin nachbar nachbarin eltern vater mutter sohn tochter bruder schwester trainer trainerin opposition
sänger sängerin schauspieler schauspielerin künstler künstlerin regisseur regisseurin torwart kapitän spieler
spielerin stürmer landwirt landwirtin bauer bäuerin pfleger pflegerin lehrer lehrerin schüler schülerin student
studentin pfarrer pfarrerin bischof bischöfin kardinal papst angeklagte angeklagter kläger klägerin opfer besucher
besucherin urlauber rentner rentnerin demonstranten teilnehmer teilnehmerin mitglied mitglieder mitarbeiter
mitarbeiterin
verkäufer verkäuferin retter helfer helferin feuerwehrmann verfahrensbeteiligte verbraucher delegierte freund freundin
aktivist aktivistin aktivisten verleger verlegerin;
organisation: staatsanwaltschaft polizei
partei regierung unternehmen firma verband ministerium gericht organisation zeitung sender agentur
nachrichtenagentur amt rat senat bundestag bundesrat landtag stadt stadtverwaltung kammer armee klub club
gewerkschaftsbund rundfunk hersteller betreiber fraktion gewerkschaft verein behörde universität kirche konzern bank
institut stiftung bündnis
initiative magazin blatt wetterdienst feuerwehr;
document: zitat stellungnahme argument begründung fazit motto rundschreiben
bericht erklärung mitteilung brief studie schreiben papier meldung gutachten urteil e-mail aussendung
""")


def _inflected(roles: dict[str, str]) -> dict[str, str]:
    """Add the plural and the cases of the nouns for who speaks."""
    found = dict(roles)
    for word, kind in roles.items():
        endings = ("nen",) if word.endswith("in") else ("n",) if word.endswith("e") else ("en", "n", "e", "s", "es")
        for ending in endings:
            found.setdefault(word + ending, kind)
    return found


REPORTING = Reporting(
    language=LANGUAGE,
    verbs=SpeechVerbs(
        cues=cues_of(((WEAK, _THINKING), (MEDIUM, _JUDGING | _JUDGING_AND), (STRONG, _SAYING | _SAYING_AND)),
                     _IRREGULAR, _forms),
        participles={},
        naming=words("genannt genannte genannten sogenannte sogenannten bezeichnet"),
        participle_ending=("end",),
        verb_endings=("t", "te", "ten"),
        auxiliaries=words("hat habe haben hatte hatten"),
        follow=words("auch sich dann später am montag dienstag mittwoch donnerstag freitag samstag sonntag gestern "
                     "heute dazu gegenüber "
                     "daraufhin"),
        be=words("wird wurde worden"),
        calling=words("nennt nannte nannten nennen genannt findet fand fanden hält hielt taufte bezeichnet bezeichnete "
                      "schimpfte schimpft"),
        second=words("war waren ist sind hat hatte haben hatten wird werden wurde wurden kann können konnte konnten "
                     "soll "
                     "sollen sollte sollten will wollen wollte wollten muss müssen musste mussten darf durfte kam "
                     "kamen "
                     "ging gingen gab gaben stand standen lag lagen saß saßen zog zogen trat traten blieb blieben nahm "
                     "nahmen begann begannen fand fanden sah sahen rief riefen sprach sprachen schrieb schrieben fuhr "
                     "fuhren hielt hielten ließ ließen erschien erschienen traf trafen"),
        perfect_endings=("t", "en"),
        passive_endings=("en",),
        quoting=words("zitiert zitierte"),
        rejecting=words(
            "wies weist wiesen zurückwies zurückwiesen zurückweist zurückgewiesen bestritt bestritten "
            "bestreitet bestreiten dementierte dementierten dementiert dementieren verneinte verneint "
            "widersprach widerspricht widersprechen widersprachen widersprochen leugnete leugnet geleugnet "
            "zurückzuweisen verwarf verwirft"
        ),
        cue_nouns=words(
            "behauptung behauptungen vorwurf vorwürfe anschuldigung anschuldigungen darstellung unterstellung "
            "beschuldigung mutmaßung einschätzung kritik these"
        ),
        claim_owners=words("von vom des der eines einer"),
        possessive_endings=("s",),
        copulas=words("ist sind war waren bleibt bleiben wäre"),
        negations=words("nicht nie niemals keineswegs niemand keiner keine kein"),
        only_words=words("nur bloß allein"),
        contrasts=words("sondern"),
        withholding=words("weigerte weigert vermied vermeidet"),
        stands_negated=words("ausschließen ausgeschlossen kommentieren antworten bestreiten verstehen"),
    ),
    clauses=ClauseWords(
        prepositions=words("in im an am auf bei beim mit von vom zu zum zur nach vor für gegen über unter aus "
                           "durch um seit während wegen "
                           "zwischen neben hinter ohne bis gegenüber trotz laut"),
        breaks=words("dass daß weil wenn als ob obwohl während nachdem damit indem sondern aber denn"),
        relatives=words("welcher welche"),
        fillers=words("auch dann später zudem außerdem noch wieder hat habe haben hatte hatten ist sei war waren "
                      "wird werde wurde wurden "
                      "würde könne kann nicht bereits schon heute gestern sich dazu daraufhin weiter weiterhin "
                      "ferner jedoch "
                      "dabei ebenfalls am montag dienstag mittwoch donnerstag freitag samstag sonntag"),
        moods=words("sei seien habe hätte hätten werde würden müsse müssten könne könnten solle sollten dürfe wolle "
                    "gebe gäbe wisse bleibe komme gehe stehe lasse halte finde brauche"),
        conjunctions=words("nachdem als wenn während weil da obwohl bevor ehe wie sobald auf"),
        joining=words("und aber"),
        adding=words("und sowie"),
        setting_off=words("und aber während"),
        before_subject=words("sich ihn sie es ihm ihr ihnen uns mir"),
        agents=words("von"),
        content_openers=words("dass daß ob"),
        as_words=words("so wie"),
        verb_second=True,
        comma_before_content=True,
        no_content=words("in"),
    ),
    subjects=SubjectWords(
        pronouns=table("m: er; f: sie; : es wir ich man"),
        impersonal=words("es man"),
        determiners=words("der die das den dem des ein eine einen einem einer eines sein seine seinen ihr ihre "
                          "ihren dieser diese "
                          "dieses mehrere viele einige zwei drei beide alle"),
        definite=words("der die das"),
        indefinite=words("ein eine"),
        possessives=table("m: sein seine seinem seinen; f: ihr ihre ihrem ihren"),
        weak_articles=words("einem eines einer einen dem des"),
        nominative_articles=words("der die das ein eine"),
        datives=words("der dem"),
        nominatives=words("er ich wir man"),
        no_nominatives=words("dem den dazu darin so"),
    ),
    names=NameWords(
        titles=LANGUAGE.titles,
        roles=Compounds(_inflected(_ROLES)),
        openers=words("der die das ein eine und aber doch so in im am auf bei mit nach vor für zu zum zur als "
                      "wie wenn weil auch es er "
                      "sie wir ich man dies diese dieser dieses dazu dabei damit danach dort hier heute gestern "
                      "laut seit während "
                      "unter über aus durch gegen ohne nun bereits außerdem zudem weiter ferner jedoch "
                      "allerdings den dem des ihr ihre sein "
                      "zuvor zunächst später anschließend danach daraufhin schließlich einst früher kürzlich jüngst "
                      "vorher "
                      "inzwischen mittlerweile dennoch trotzdem deshalb daher zugleich gleichzeitig wörtlich "
                      "erneut immerhin "
                      "offenbar tatsächlich natürlich dann jetzt bislang bisher zuletzt "
                      "ähnlich ebenso genauso anders entsprechend ausdrücklich zusätzlich ergänzend abschließend "
                      "einleitend "
                      "zusammenfassend hierzu hierbei hierauf darin darauf daran darüber daraus dagegen dafür davon "
                      "hingegen "
                      "kurz knapp ganz gar etwa rund dementsprechend demnach demzufolge sinngemäß weiterhin kritisch "
                      "skeptisch "
                      "optimistisch vorsichtig schriftlich telefonisch persönlich offiziell öffentlich "
                      "seine zwei drei vier viele mehrere einige beide alle nicht nur noch schon"),
        capital_nouns=LANGUAGE.capital_nouns,
        thing_endings=tuple(sorted(words(
            "ung ungen heit heiten keit keiten tion tionen tät nis ismus chen tum age anz enz ik sal werk werke zeit "
            "uhr tag jahr weise frage welle wellen schlag lauf buch haus stück brief lied film titel projekt site page "
            "praktik praktiken seite seiten gesetz vertrag plan pläne"))),
        agent_endings=tuple(sorted(words(
            "in innen ist isten ant anten ling eur eure ler ner mann frau leute jährige jähriger jährigen liche licher "
            "lichen stellte stellten ierte ierten beamte loge login agent ender ende"))),
        adjective_endings=("e", "en", "er", "es", "em"),
        groups=words("partei bund bundestag ministerium gericht universität verband ag gmbh zeitung zeitschrift"),
        stopped_titles=LANGUAGE.stopped_titles | words("St"),
        honorifics=LANGUAGE.honorifics,
        role_links=words("der des für von in"),
        linking=words("in"),
        age=lazy_pattern(r"\d+-jahr\S*|\d+-jährige\w*"),
        field_links=words("des der von für"),
        of_what=lazy_pattern(r" (?:des|der) (\w{3,})"),
        role_behind=lazy_pattern(r",[ \u00a0]([^,;:.()\n“”\"—]{3,110}?)(?=,|\.\s|\.$|;|:|\n|$|[ ]?[“\"—])"),
        genitive_between=lazy_pattern(r" (?:des|der) [\w-]+ "),
        verb_behind=lazy_pattern(
            r" (?!und\b|mit\b|seit\b|statt\b|samt\b|in\b|den\b)[a-zäöü]+(?:t|te|ten|en|ete|eten)\b"
        ),
        apposition_end=lazy_pattern(r"(?: [IVX]+)?(?:[,.;:)\n«»„“]|$| \()"),
        name_then_verb=lazy_pattern(r",?[ \u00a0]([a-zà-ÿ]+)\b"),
    ),
    sources=SourceWords(
        views=words("für"),
        according=(("laut",), ("nach", "angaben"), ("nach", "worten"), ("nach", "ansicht"), ("nach", "auskunft"),
                   ("nach", "aussage"), ("nach", "aussagen"), ("nach", "einschätzung"), ("nach", "meinung"),
                   ("nach", "auffassung"), ("nach", "darstellung"), ("aus", "sicht"), ("so",)),
        postposed=words("zufolge"),
        issuers=words("von"),
        word_nouns=words("bezeichnung begriff wort worte worten ausdruck vorwurf satz sätze ausruf schlagwort parole "
                         "formel vorwürfe anschuldigung anschuldigungen behauptung behauptungen fazit begründung"),
        with_words=(("mit", "den", "worten"), ("mit", "folgenden", "worten"), ("mit", "diesen", "worten"),
                    ("wörtlich",)),
        name_nouns=words(
            "titel titels namen namens betitelt film filme films roman romane buch buches buchs bücher "
            "album alben lied song serie sendung show reihe dokumentation doku podcast podcasts magazin "
            "theaterstück stück ausstellung oper musical gedicht gemälde slogan motto schlagzeile spiel "
            "krimi komödie drama thriller bestseller hit single kolumne rubrik operation projekt kampagne "
            "aktion autobiografie autobiographie biografie erzählung essay hashtag zeitung zeitschrift kulturzentrum "
            "kulturzentrums lokal club klub kneipe café restaurant hotel"
        ),
        name_noun_endings=(
            "film", "roman", "buch", "album", "serie", "sendung", "show", "reihe", "magazin", "podcast", "ausstellung",
            "oper", "spiel", "krimi", "thriller", "kolumne", "zeitung", "zeitschrift", "dokumentation", "zentrum",
            "zentrums", "kongress", "festival",
        ),
        distancing=words(
            "sogenannte sogenannten sogenannter sogenanntes "
            "sogenanntem selbsternannte selbsternannten selbsternannter"
        ),
        by_names=(
            ("namens",), ("alias",), ("spitzname",), ("spitznamen",), ("spitznamens",), ("genannt",),
            ("deckname",), ("decknamen",), ("den", "namen"), ("dem", "namen"), ("unter", "dem", "namen"),
            ("bekannt", "als"), ("bekannt", "unter"), ("heißt",), ("hieß",),
                                ),
        titles_as_sentences=True,
        rubrics=words("prozess streit umfrage analyse kommentar bericht video interview live rezension kritik"),
        before_platform=words("auf bei über plattform"),
    ),
    times=TimeWords(
        days=frozenset((*LANGUAGE.weekdays, *LANGUAGE.months)),
        before_days=words("in"),
        before_years=words("in"),
    ),
    marks=MarkPatterns(
        between_quotations=lazy_pattern(r"\bsagte\b", re.IGNORECASE),
    ),
)  # fmt: skip
