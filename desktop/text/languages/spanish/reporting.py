"""Spanish verbs and words that report speech."""

from __future__ import annotations

import re

from desktop.lazy_pattern import lazy_pattern
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
from desktop.text.languages.spanish import LANGUAGE

_SAYING = words("""
declarar afirmar explicar agregar indicar señalar asegurar anunciar contar comentar manifestar expresar recordar
confesar insistir precisar confirmar preguntar reiterar tuitear detallar apuntar subrayar destacar remarcar puntualizar
aclarar narrar relatar revelar gritar exclamar bromear ironizar replicar contestar sentenciar recalcar enfatizar
alertar murmurar susurrar zanjar apostillar matizar argumentar aseverar justificar informar resaltar valorar ahondar
""")
_JUDGING = words("""
denunciar criticar acusar calificar llamar lamentar celebrar elogiar citar reprochar hablar rechazar condenar tachar
tildar alabar felicitar amenazar reclamar cuestionar censurar
""")
_THINKING = words("pensar esperar considerar opinar dudar confiar imaginar estimar")
_IRREGULAR = (
    (STRONG, "dice dicen dijo dijeron decía decían dicho escribe escriben escribió escrito responde "
             "responden respondió "
             "respondieron añade añaden añadió añadieron añadía admite admiten admitió advierte advierten advirtió "
             "sostiene sostienen sostuvo sostuvieron reconoce reconocen reconoció reconocieron concluye concluyó "
             "prosigue prosiguió refiere refirió expone expuso cuenta cuentan recuerda recuerdan insiste insistió "
             "repite repitió arguye adujo aduce alega alegó reconocido advertido sostenido escrito admitido "
             "añadido respondido concluido insistido expuesto"),
    (MEDIUM, "pide piden pidió pidieron exige exigió describe describió promete prometió agradece "
             "agradeció agradecieron "
             "defiende defendió desmiente desmintió maldijo bendijo propone propuso sugiere sugirió "
             "pedido exigido prometido "
             "descrito agradecido defendido propuesto"),
    (WEAK, "cree creen creía creyó teme temía quiere quería ve piensa piensan"),
)  # fmt: skip
_AR = ("a", "an", "ó", "aron", "aba", "aban", "ado")


def _forms(verb: str) -> set[str]:
    return {verb[:-2] + ending for ending in _AR}


REPORTING = Reporting(
    language=LANGUAGE,
    verbs=SpeechVerbs(
        cues=cues_of(((WEAK, _THINKING), (MEDIUM, _JUDGING), (STRONG, _SAYING)), _IRREGULAR, _forms),
        participles=dict.fromkeys(words("diciendo declarando afirmando explicando añadiendo señalando "
                                        "asegurando calificando"), 2),
        naming=words("llamado llamada titulado titulada denominado denominada apodado apodada conocido conocida"),
        participle_ending=("ando", "iendo"),
        verb_endings=("a", "e", "ó"),
        follow=words("también además luego después ayer hoy lunes martes miércoles jueves viernes sábado "
                     "domingo"),
        quoting=words("cita citó citaba citan"),
        be=words("fue es"),
        rejecting=words(
            "rechazó rechaza rechazaron rechazan rechazaba rechazado rechazando negó niega negaron niegan "
            "desmintió desmiente desmintieron desmienten desmentido refutó refuta refutaron descartó descarta "
            "descartaron tachó"
        ),
        cue_nouns=words(
            "afirmación afirmaciones acusación acusaciones alegación alegaciones denuncia denuncias reproche "
            "tesis versión declaración declaraciones crítica críticas"
        ),
        claim_owners=words("de del"),
        claim_relatives=(("de", "que"), ("según", "la", "cual"), ("según", "el", "cual")),
        copulas=words("es son era eran fue fueron será serán sería sigue siguen"),
        negations=words("no nunca jamás nadie ni tampoco"),
        only_words=words("solo sólo solamente"),
        contrasts=words("sino"),
        withholding=words("negó niega negado evitó evita rehusó rechazó"),
        stands_negated=words("descarta descartó oculta ocultó comentar comentó responder respondió niega negó"),
    ),
    clauses=ClauseWords(
        saying_openers=words("como según tal"),
        prepositions=words("de del a al en por para con sin sobre bajo contra entre desde hasta hacia durante "
                           "tras según ante mediante"),
        breaks=words("que pero porque cuando como si aunque mientras donde cuyo cuya"),
        relatives=words("quien quienes"),
        fillers=words("ha han había habían es son era fue también además luego después aún todavía ya no nunca "
                      "siempre se le les lo ayer "
                      "hoy así entonces"),
        joining=words("y pero"),
        adding=words("y e"),
        setting_off=words("y pero mientras"),
        topics=(("en", "cuanto", "a"),),
        agents=words("por"),
        content_openers=words("que si"),
    ),
    subjects=SubjectWords(
        pronouns=table("m: él; f: ella; p: ellos ellas; : yo nosotros"),
        determiners=words("el la los las un una unos unas su sus este esta estos estas ese esa varios varias "
                          "dos tres algunos muchas muchos"),
        drops_pronouns=True,
        listener_marks=words("a al"),
        listener_clitics=words("le les"),
        definite=words("la el"),
        indefinite=words("un una"),
    ),
    names=NameWords(
        titles=LANGUAGE.titles,
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
        openers=words("el la los las le les un una él ella ellos ellas y o pero si cuando como por para en de del al a "
                      "con sin según tras desde "
                      "durante su sus este esta estos estas ese esa así además también luego después ayer hoy "
                      "no ya es son fue"),
        groups=words("partido congreso senado universidad ministerio consejo tribunal banco unidos unidas"),
        stopped_titles=LANGUAGE.stopped_titles,
        honorifics=LANGUAGE.honorifics,
        place_words=words("san los las santa fort general federal social nueva nuevo"),
        role_links=words("de la del para y"),
        field_links=words("del de"),
        of_what=lazy_pattern(r" (?:del|de) (?:la |los |las )?(\w{3,})"),
        role_behind=lazy_pattern(r",[ \u00a0]([^,;:.()\n“”\"—]{3,110}?)(?=,|\.\s|\.$|;|:|\n|$|[ ]?[“\"—])"),
        apposition_end=lazy_pattern(r"(?: [IVX]+)?(?:[,.;:)\n«»„“]|$| \()"),
        name_then_verb=lazy_pattern(r",?[ \u00a0]([a-zà-ÿ]+)\b"),
    ),
    sources=SourceWords(
        views=words("para"),
        read_in=(("se", "lee"), ("se", "leía"), ("puede", "leerse"), ("se", "puede", "leer")),
        according=(("según",), ("de", "acuerdo", "con"), ("en", "palabras", "de"), ("a", "juicio", "de"),
                   ("en", "opinión", "de"), ("a", "decir", "de")),
        name_nouns=words(
            "película películas filme libro libros novela novelas álbum disco discos canción canciones "
            "serie series programa programas documental documentales obra obras pódcast podcast revista "
            "exposición espectáculo operación ensayo poema cuadro título títulos titulado titulada "
            "titulados tituladas sección lema eslogan comedia ópera musical cuento cortometraje "
            "largometraje tema sencillo videojuego proyecto campaña telenovela biografía autobiografía "
            "etiqueta"
        ),
        distancing=words("autodenominado autodenominada autoproclamado autoproclamada presunto presunta"),
        by_names=(
            ("alias",), ("apodado",), ("apodada",), ("apodados",), ("apodadas",), ("conocido", "como"),
            ("conocida", "como"), ("conocidos", "como"), ("conocidas", "como"), ("el", "nombre", "de"),
            ("el", "apodo", "de"), ("el", "alias", "de"), ("el", "mote", "de"), ("el", "seudónimo", "de"),
            ("llamado",), ("llamada",), ("llamados",), ("llamadas",), ("denominado",), ("denominada",),
            ("denominados",), ("denominadas",), ("bautizado", "como"),
            ("bautizada", "como"), ("bautizado",), ("bautizada",),
        ),
        titles_as_sentences=True,
        rubrics=words("juicio vídeo encuesta entrevista análisis crítica"),
        before_platform=words("en"),
    ),
    times=TimeWords(
        days=LANGUAGE.calendar,
        spells=words("semana semanas mes meses año años noche día días hora horas minutos"),
        closing=words("después tarde antes atrás"),
    ),
    marks=MarkPatterns(
        dialogues=True,
        between_quotations=lazy_pattern(r"\bdijo\b", re.IGNORECASE),
    ),
)  # fmt: skip
