"""Dutch verbs and words that report speech."""

from __future__ import annotations

import re

from desktop.lazy_pattern import lazy_pattern
from desktop.text.languages.dutch import LANGUAGE
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

# The stem of the present, and what the past ends in: zeg|de is irregular, antwoord|de is not.
_SAYING = words("""
verklaar|de antwoord|de benadruk|te vertel|de bevestig|de voeg|de meld|de vraag|de herhaal|de waarschuw|de verzeker|de
reageer|de concludeer|de constateer|de twitter|de grap|te lach|te zucht|te roep|te fluister|de schreeuw|de mompel|de
verzucht|te beaam|de betoog|de memoreer|de citeer|de licht|te vervolg|de onderstreep|te nuanceer|de argumenteer|de
jubel|de tier|de snauw|de bries|te stamel|de licht|te relativeer|de preciseer|de post|te oordeel|de erken|de stel|de
opper|de suggereer|de somber|de klaag|de
""")
_JUDGING = words("""
noem|de hekel|de bekritiseer|de beschuldig|de prijs|de eis|te dreig|de veroordeel|de ontken|de betreur|de bedank|te
feliciteer|de verdedig|de typeer|de omschrijf|de kwalificeer|de pleit|te beloof|de weerspreek|de spoor|de
""")
_THINKING = words("geloof|de hoop|te vrees|de verwacht|te vermoed|de twijfel|de")
_IRREGULAR = (
    (STRONG, "zegt zegt zei zeiden zeggen gezegd schrijft schreef schreven geschreven vraagt vroeg vroegen gevraagd "
             "stelt "
             "stelde stelden gesteld riep riepen geroepen spreekt sprak spraken gesproken geeft aangegeven toegegeven "
             "verteld vertelt vertelden verklaart verklaarden verklaard antwoordt antwoordden geantwoord laat meldt "
             "meldden "
             "gemeld benadrukt benadrukten bevestigt bevestigden bevestigd voegt voegden toegevoegd reageert "
             "reageerden "
             "gereageerd waarschuwt waarschuwden gewaarschuwd vindt vond vonden gevonden legt herhaalt herhaald "
             "zucht lacht "
             "grapt vervolgt besluit besloot weet erkent erkenden erkend toelicht toelichtte luidt luidde aldus"),
    (MEDIUM, "noemt noemden genoemd belooft beloofden beloofd eist eisten geëist prijst prees prezen geprezen wijst "
             "wees "
             "wezen verwijt verweet verwijten bezweert bezwoer omschrijft omschreef omschreven ontkent ontkenden "
             "ontkend "
             "betreurt betreurden betreurd pleit pleitte gepleit dreigt dreigden gedreigd raadt raadde adviseert "
             "adviseerde "
             "stelt"),
    (WEAK, "denkt dacht dachten gedacht wil wilde wilden ziet zag zagen meent meende gemeend hoopt vreest gelooft "
           "verwacht"),
)  # fmt: skip


def _forms(verb: str) -> set[str]:
    stem, _, past = verb.partition("|")
    present = stem if stem.endswith("t") else stem + "t"
    participle = stem if stem.startswith(("be", "ver", "her", "ont", "er", "om", "onder")) else "ge" + stem
    closing = "" if stem.endswith(("t", "d")) else past[0]
    return {present, stem + past, stem + past + "n", participle + closing}


_ROLES = table("""
spokesperson: woordvoerder woordvoerster woordvoerders;
ambassador: ambassadeur diplomaat gezant;
official: functionaris ambtenaar ambtenaren autoriteiten vertegenwoordiger commissaris beambte wethouder schepen
gedeputeerde;
president: president presidente premier kanselier; minister: minister ministers staatssecretaris;
leader: leider leidster voorzitter voorzitster directeur directrice bestuurder chef baas oprichter eigenaar
secretaris-generaal fractievoorzitter lijsttrekker topman topvrouw hoofd;
lawmaker: kamerlid raadslid senator parlementariër volksvertegenwoordiger europarlementariër politicus politica;
candidate: kandidaat; mayor: burgemeester; governor: gouverneur;
expert: deskundige deskundigen expert experts onderzoeker onderzoekster onderzoekers hoogleraar econoom analist
historicus
wetenschapper viroloog arts;
lawyer: advocaat advocate rechter officier aanklager jurist notaris;
reporter: journalist journaliste verslaggever verslaggeefster correspondent schrijver schrijfster;
source: bron bronnen; general: generaal kolonel commandant soldaat;
people: man vrouw getuige getuigen bewoner bewoonster bewoners omwonende omwonenden buurman buurvrouw vader moeder zoon
dochter broer zus ouders opa oma politie vakbond oppositie critici trainer coach speler speelster keeper acteur actrice
zanger zangeres regisseur leraar lerares docent leerling leerlingen student studente studenten boer boerin visser
ondernemer werknemer verpleegkundige bisschop pastoor dominee toerist reizigers slachtoffer verdachte demonstranten
vrijwilliger winkelier;
organisation: regering partij bedrijf ministerie krant persbureau organisatie vereniging gemeente rechtbank universiteit
stichting omroep brandweer;
document: verklaring rapport brief bericht persbericht tekst studie onderzoek vonnis
""")

REPORTING = Reporting(
    language=LANGUAGE,
    verbs=SpeechVerbs(
        cues=cues_of(((WEAK, _THINKING), (MEDIUM, _JUDGING), (STRONG, _SAYING)), _IRREGULAR, _forms),
        naming=words("genaamd genoemd genoemde getiteld gedoopt"),
        participle_ending=("end",),
        verb_endings=("t", "de", "te"),
        nouns=words("lach zucht roep vraag post"),
        sayings={"laat": words("weten"), "liet": words("weten"), "laten": words("weten"), "lieten": words("weten")},
        auxiliaries=words("heeft hebben had hadden"),
        follow=words("ook dan later nog daarna maandag dinsdag woensdag donderdag vrijdag zaterdag zondag gisteren "
                     "vandaag "
                     "daarop er toen eerder"),
        be=words("wordt werd is was worden werden"),
        perfect_endings=("d", "t", "en"),
        quoting=words("citeert citeerde citeren geciteerd"),
        passive_endings=("d", "t", "en"),
        rejecting=words(
            "verwierp verwerpt verwierpen verworpen ontkende ontkent ontkenden ontkend ontkennen weersprak "
            "weerspreekt weerspraken weersproken betwistte betwist betwisten bestreed bestrijdt"
        ),
        cue_nouns=words(
            "bewering beweringen beschuldiging beschuldigingen aantijging aantijgingen verwijt verwijten "
            "lezing kritiek stelling"
        ),
        claim_owners=words("van"),
        possessive_endings=("s",),
        copulas=words("is zijn was waren blijft"),
        negations=words("niet nooit niemand geen"),
        only_words=words("alleen slechts"),
        contrasts=words("maar"),
        withholding=words("weigerde weigert ontkende ontkent"),
        stands_negated=words("uitsluiten uitgesloten reageren reageerde"),
    ),
    clauses=ClauseWords(
        prepositions=words("in op aan bij met van voor naar uit door over om tegen onder tussen na sinds tijdens "
                           "zonder wegens "
                           "volgens tot per vanuit vanwege namens rond langs binnen buiten achter naast ondanks"),
        breaks=words("dat omdat want als of hoewel terwijl toen nadat voordat maar zodat wanneer indien die waar"),
        relatives=words("wie"),
        thing_relatives=words("die"),
        fillers=words("ook dan later nog weer heeft hebben had hadden is was wordt werd zou kan niet al reeds "
                      "vandaag gisteren "
                      "zich er toen daarna daarbij echter verder eerder maandag dinsdag woensdag donderdag vrijdag "
                      "zaterdag "
                      "zondag"),
        conjunctions=words("nadat toen als wanneer terwijl omdat hoewel voordat sinds zodra"),
        joining=words("en maar"),
        adding=words("en"),
        setting_off=words("en maar terwijl"),
        before_subject=words("zich hem haar het"),
        agents=words("door"),
        content_openers=words("dat of"),
        as_words=words("zo zoals"),
        verb_second=True,
    ),
    subjects=SubjectWords(
        pronouns=table("m: hij; f: zij ze; : ik wij we men"),
        determiners=words("de het een zijn haar hun ons onze deze dit die dat enkele veel vele twee drie vier beide "
                          "alle "
                          "sommige meerdere"),
        no_subject=words("het dit dat er wat"),
        articles=words("een het"),
        definite=words("de het haar zijn hun"),
        indefinite=words("een"),
        nominatives=words("hij ik wij we men"),
        nominative_articles=words("de het een"),
        no_nominatives=words("daar zo dus daarom toch wel eerder later"),
        plural_endings=("s", "en"),
    ),
    names=NameWords(
        titles=LANGUAGE.titles,
        roles=Compounds(_ROLES),
        openers=words("zoals "
                      "de het een hij zij ze ik wij we en maar of dus want als toen omdat terwijl hoewel ook in op "
                      "aan bij met "
                      "van voor naar uit door over om tegen onder tussen na sinds tijdens zonder volgens zijn haar "
                      "hun deze "
                      "dit die dat zo nu dan daar hier gisteren vandaag morgen later eerder daarna daarom inmiddels "
                      "bovendien echter niet er wie wat waar hoe alle veel sommige enkele twee drie toch zelfs alleen "
                      "wel nog al sindsdien intussen"),
        particles=words("de van der den ter ten te la le du von zu al el bin"),
        capital_particles=words("de van den der ter ten te het"),
        groups=words("partij kamer senaat universiteit ministerie raad rechtbank bank staten naties unie"),
        stopped_titles=LANGUAGE.stopped_titles | words("St"),
        honorifics=LANGUAGE.honorifics,
        place_words=words("sint nieuwe nieuw oude noord zuid west oost den"),
        role_links=words("van de het der voor in"),
        linking=words("van met in"),
        age=lazy_pattern(r"\d+-jarige?"),
        field_links=words("van"),
        of_what=lazy_pattern(r" van (?:de |het )?(\w{3,})"),
        role_behind=lazy_pattern(r",[ \u00a0]([^,;:.()\n“”\"‘’—]{3,110}?)(?=,|\.\s|\.$|;|:|\n|$|[ ]?[“\"‘—])"),
        apposition_end=lazy_pattern(r"(?: [IVX]+)?(?:[,.;:)\n«»„“]|$| \()"),
        name_then_verb=lazy_pattern(r",?[ \u00a0]([a-zà-ÿ]+)\b"),
    ),
    sources=SourceWords(
        views=words("voor"),
        read_in=(("staat",), ("stond",), ("staat", "te", "lezen"), ("valt", "te", "lezen")),
        according=(("volgens",), ("aldus",), ("naar", "eigen", "zeggen", "van")),
        papers=words("rapport brief bericht persbericht vonnis"),
        name_nouns=words(
            "titel naam film films boek boeken roman romans album albums lied liedje nummer serie reeks "
            "programma documentaire toneelstuk podcast tijdschrift tentoonstelling voorstelling operatie "
            "essay gedicht schilderij getiteld slogan motto rubriek komedie opera single spel musical hit "
            "project campagne verhaal biografie autobiografie hashtag"
        ),
        name_noun_endings=("film", "boek", "roman", "serie", "programma", "reeks", "show", "podcast", "album"),
        distancing=words("zogenaamde zogeheten zelfbenoemde"),
        by_names=(
            ("alias",), ("bijgenaamd",), ("bijgenaamde",), ("genaamd",), ("de", "naam"), ("de", "bijnaam"),
            ("als", "bijnaam"), ("de", "schuilnaam"), ("bekend", "als"), ("bekend", "onder"),
            ("heet",), ("heette",),
        ),
        titles_as_sentences=True,
        rubrics=words("interview peiling analyse video column recensie commentaar opinie live"),
        before_platform=words("op via"),
    ),
    times=TimeWords(
        days=LANGUAGE.calendar,
        spells=words("week maand jaar nacht avond"),
        recency=words("vorige afgelopen volgende komende"),
        before_days=words("op"),
        before_years=words("in"),
    ),
    marks=MarkPatterns(
        elision=lazy_pattern(r"(?:[stnkmr]|ns|tis|twas|em|ie)\b(?!['’‘])", re.IGNORECASE),
        between_quotations=lazy_pattern(r"\b(?:zei|zegt|aldus)\b", re.IGNORECASE),
    ),
)  # fmt: skip
