"""French verbs and words that report speech."""

from __future__ import annotations

import re

from desktop.lazy_pattern import lazy_pattern
from desktop.text.languages.french import LANGUAGE
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
déclarer affirmer expliquer ajouter indiquer préciser souligner assurer annoncer raconter confier lancer rappeler
estimer insister avouer confirmer marteler demander noter observer tweeter répliquer rétorquer conclure murmurer crier
hurler plaisanter ironiser résumer témoigner révéler commenter clamer jurer soupirer expliciter détailler énumérer
rapporter signaler remarquer argumenter asséner glisser souffler désoler agacer emporter indigner interroger inquiéter
étonner amuser alarmer insurger tempérer nuancer réagir renchérir enchaîner scander
""")
_JUDGING = words("""
dénoncer critiquer accuser qualifier appeler évoquer saluer regretter parler citer reprocher plaider réclamer fustiger
condamner louer vanter féliciter remercier déplorer rejeter défendre justifier menacer exiger pointer
vilipender engager fustiger
""")
_THINKING = words("penser espérer juger considérer douter redouter imaginer trouver souhaiter")
_IRREGULAR = (
    (STRONG, "dit dis disent disait disaient dirent dite dites écrit écrivent écrivait écrivit répond "
             "répondent répondu "
             "répondait répondit poursuit poursuivi poursuivait poursuivent prévient préviennent prévenu reconnaît "
             "reconnu reconnaissait admet admis admettait avertit averti conclut conclu rappelle précise lâche lâché "
             "soutient soutenu soutenait souligne redit prétend prétendu prétendait convient convenu s'exclame "
             "reprend "
             "repris souvient souvenait réjouit félicite surenchérit surenchéri rugit rugi gémit gémi "
             "réagit réagi renchérit renchéri sourit souri"),
    (MEDIUM, "promet promis promettait décrit décrivait appelle applaudit applaudi démenti dément démentait interdit "
             "enjoint tient"),
    (WEAK, "croit croyait cru craint craignait veut voulait voit"),
)  # fmt: skip
_ER = ("e", "ent", "ait", "aient", "a", "èrent", "é", "ée", "és", "ées")


def _softened(stem: str, ending: str) -> str:
    """Keep the sound of "annonc-" and "-g-" before a: annonçait."""
    if ending.startswith("a"):
        return stem[:-1] + "ç" if stem.endswith("c") else stem + "e" if stem.endswith("g") else stem
    return stem


def _forms(verb: str) -> set[str]:
    if not verb.endswith("er"):
        return set()
    stem = verb[:-2]
    grave = stem[:-2] + "è" + stem[-1] if stem[-2:-1] in {"e", "é"} else stem
    forms = {_softened(stem, ending) + ending for ending in _ER}
    return {*forms, grave + "e", grave + "ent"}


REPORTING = Reporting(
    language=LANGUAGE,
    verbs=SpeechVerbs(
        cues=cues_of(((WEAK, _THINKING), (MEDIUM, _JUDGING), (STRONG, _SAYING)), _IRREGULAR, _forms),
        participles=dict.fromkeys(words("disant déclarant affirmant expliquant ajoutant précisant "
                                        "soulignant assurant qualifiant évoquant"), 2),
        naming=words("appelé appelée nommé nommée intitulé intitulée baptisé baptisée dit dite"),
        participle_ending=("ant",),
        verb_endings=("e", "t", "a"),
        follow=words("ainsi alors aussi ensuite hier lundi mardi mercredi jeudi vendredi samedi dimanche encore"),
        quoting=words("cite citent cité citée citait"),
        be=words("est était"),
        rejecting=words(
            "rejeté rejette rejettent rejetait rejetant réfuté réfute réfutent réfutait réfutant démenti "
            "dément démentent démentait nié nie nient niait contesté conteste contestent contestait repoussé "
            "repousse balayé balaie balaye écarté écarte"
        ),
        cue_nouns=words(
            "affirmation affirmations accusation accusations allégation allégations reproche reproches thèse "
            "déclaration déclarations critique critiques version"
        ),
        claim_owners=words("de du des d"),
        claim_relatives=(("selon", "laquelle"), ("selon", "lesquelles"), ("selon", "lequel"), ("selon", "lesquels")),
        negations=words("pas jamais personne nul"),
        only_words=words("seulement"),
        contrasts=words("mais"),
        passive_only=("ée", "ées", "és"),
        reflexives=words("se les nous vous s' l' m' t'"),
        withholding=words("refuse refusé nie nié évite évité dément démenti"),
        stands_negated=words("commenter commenté exclure exclu cacher caché répondre répondu"),
    ),
    clauses=ClauseWords(
        saying_openers=words("comme"),
        prepositions=words("de du des d à au aux en dans par pour sur sous avec sans chez vers contre entre "
                           "depuis pendant avant après "
                           "lors selon dès malgré"),
        breaks=words("que qu mais car quand lorsque comme si puisque tandis dont où"),
        relatives=words("qui"),
        fillers=words("a ont avait avaient est sont était été aussi encore ensuite également toujours notamment "
                      "hier ainsi ne pas n'a n'ont n'avait n'avaient n'est n'étaient n’a n’ont n’avait n’avaient n’est "
                      "n’étaient seulement publiquement officiellement clairement vraiment "
                      "plus jamais déjà se s'est l'a lui leur y en enfin alors t-il t-elle"),
        joining=words("et mais"),
        adding=words("et"),
        setting_off=words("et mais tandis"),
        verb_clitics=words("se s a"),
        topics=(("quant", "à"),),
        agents=words("par"),
        content_openers=words("que si"),
    ),
    subjects=SubjectWords(
        pronouns=table("m: il lui; f: elle; p: ils elles eux; : on nous je"),
        determiners=words("le la les l un une des son sa ses leur leurs ce cet cette ces plusieurs deux trois "
                          "certains quelques"),
        definite=words("le la l"),
        indefinite=words("un une"),
        noun_articles=words("l le la les un une des"),
        participle_nouns=("é", "és", "ée", "ées"),
    ),
    names=NameWords(
        titles=LANGUAGE.titles,
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
            source: source sources; people: homme femme témoin témoins dernier dernière habitant habitants
            syndicat manifestants
            père mère critiques
            opposition; organisation: police gendarmerie justice gouvernement parti entreprise
            société agence journal ministère association;
            document:
            communiqué rapport lettre texte étude"""),
        openers=words("comme le la les l un une des il elle ils elles on nous vous je ce cette ces et mais ou donc car "
                      "si quand lorsque pour par sur "
                      "dans en au aux de du à avec sans selon après avant depuis pendant lors son sa ses leur "
                      "leurs ainsi alors aussi "
                      "enfin puis hier aujourd'hui c'est"),
        groups=words("parti assemblée université ministère conseil cour tribunal banque unie unies"),
        stopped_titles=LANGUAGE.stopped_titles | words("St"),
        honorifics=LANGUAGE.honorifics,
        role_links=words("de la le du et des"),
        field_links=words("du de des d"),
        of_what=lazy_pattern(r" (?:du|de) (?:la |l['’])?(\w{3,})"),
        role_behind=lazy_pattern(r",[ \u00a0]([^,;:.()\n“”\"—]{3,110}?)(?=,|\.\s|\.$|;|:|\n|$|[ ]?[“\"—])"),
        apposition_end=lazy_pattern(r"(?: [IVX]+)?(?:[,.;:)\n«»„“]|$| \()"),
        name_then_verb=lazy_pattern(r",?[ \u00a0]([a-zà-ÿ]+)\b"),
    ),
    sources=SourceWords(
        read_in=(("peut", "on", "lire"), ("on", "peut", "lire"), ("lit", "on"), ("lisait", "on")),
        according=(("selon",), ("d", "après"), ("pour",)),
        name_nouns=words(
            "film films livre livres roman romans album albums chanson chansons série séries émission "
            "émissions documentaire pièce podcast podcasts magazine spectacle exposition programme "
            "opération essai récit recueil poème tableau titre titres intitulé intitulée intitulés "
            "intitulées comédie thriller opéra best-seller ouvrage slogan devise tube single morceau "
            "rubrique collection fresque feuilleton sitcom jeu projet campagne long-métrage court-métrage "
            "bd mot-dièse hashtag biographie autobiographie"
        ),
        distancing=words("soi-disant autoproclamé autoproclamée prétendu prétendue"),
        by_names=(
            ("alias",), ("surnommé",), ("surnommée",), ("surnommés",), ("surnommées",), ("nommé",),
            ("nommée",), ("baptisé",), ("baptisée",), ("baptisés",), ("baptisées",), ("le", "nom", "de"),
            ("au", "nom", "de", "code"), ("nom", "de", "code"), ("le", "surnom", "de"), ("pour", "surnom"),
            ("le", "pseudonyme"), ("le", "pseudonyme", "de"), ("connu", "comme"), ("connue", "comme"),
            ("dénommé",), ("dénommée",),
            ("dénommés",),
        ),
        titles_as_sentences=True,
        rubrics=words("procès sondage reportage entretien critique interview analyse live"),
        before_platform=words("sur en"),
    ),
    times=TimeWords(
        days=LANGUAGE.calendar,
        spells=words("semaine semaines mois an ans année années nuit soir matin jour jours heure heures minutes"),
        closing=words("tard après auparavant avant"),
    ),
    marks=MarkPatterns(
        dialogues=True,
        clitics=True,
        inserts=True,
        spaced=True,
        between_quotations=lazy_pattern(r"\bdit\b", re.IGNORECASE),
        clitic=lazy_pattern(r"(?:-t)?-(ils?|elles?|on|je|nous)$"),
        elided=lazy_pattern(r"(l|d|qu|s|n|j|c|m|t|jusqu|lorsqu|puisqu)'"),
    ),
)  # fmt: skip
