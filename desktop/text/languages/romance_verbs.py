"""Which French and Spanish verbs report speech, in which forms, and how strongly?"""

from __future__ import annotations

from desktop.text.languages.reporting import MEDIUM, STRONG, WEAK, words

_FR_SAYING = words("""
déclarer affirmer expliquer ajouter indiquer préciser souligner assurer annoncer raconter confier lancer rappeler
estimer insister avouer confirmer marteler demander noter observer tweeter répliquer rétorquer conclure murmurer crier
hurler plaisanter ironiser résumer témoigner révéler commenter clamer jurer soupirer expliciter détailler énumérer
rapporter signaler remarquer argumenter asséner glisser souffler désoler agacer emporter indigner interroger inquiéter
étonner amuser alarmer insurger tempérer nuancer réagir renchérir enchaîner
""")
_FR_JUDGING = words("""
dénoncer critiquer accuser qualifier appeler évoquer saluer regretter parler citer reprocher plaider réclamer fustiger
condamner louer vanter féliciter remercier déplorer rejeter défendre justifier menacer exiger pointer
vilipender engager fustiger
""")
_FR_THINKING = words("penser espérer juger considérer douter redouter imaginer trouver souhaiter")
_FR_IRREGULAR = (
    (STRONG, "dit dis disent disait disaient dirent dite dites écrit écrivent écrivait écrivit répond "
             "répondent répondu "
             "répondait répondit poursuit poursuivi poursuivait poursuivent prévient préviennent prévenu reconnaît "
             "reconnu reconnaissait admet admis admettait avertit averti conclut conclu rappelle précise lâche lâché "
             "soutient soutenu soutenait souligne redit prétend prétendu prétendait convient convenu s'exclame reprend "
             "repris souvient souvenait réjouit félicite surenchérit surenchéri rugit rugi gémit gémi "
             "réagit réagi renchérit renchéri sourit souri"),
    (MEDIUM, "promet promis promettait décrit décrivait appelle applaudit applaudi démenti dément démentait interdit "
             "enjoint tient"),
    (WEAK, "croit croyait cru craint craignait veut voulait voit"),
)  # fmt: skip

_ES_SAYING = words("""
declarar afirmar explicar agregar indicar señalar asegurar anunciar contar comentar manifestar expresar recordar
confesar insistir precisar confirmar preguntar reiterar tuitear detallar apuntar subrayar destacar remarcar puntualizar
aclarar narrar relatar revelar gritar exclamar bromear ironizar replicar contestar sentenciar recalcar enfatizar
alertar murmurar susurrar zanjar apostillar matizar argumentar aseverar justificar informar resaltar valorar ahondar
""")
_ES_JUDGING = words("""
denunciar criticar acusar calificar llamar lamentar celebrar elogiar citar reprochar hablar rechazar condenar tachar
tildar alabar felicitar amenazar reclamar cuestionar censurar
""")
_ES_THINKING = words("pensar esperar considerar opinar dudar confiar imaginar estimar")
_ES_IRREGULAR = (
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
_FR_ER = ("e", "ent", "ait", "aient", "a", "èrent", "é", "ée", "és", "ées")
_ES_AR = ("a", "an", "ó", "aron", "aba", "aban", "ado")


def _softened(stem: str, ending: str) -> str:
    """Keep the sound of "annonc-" and "-g-" before a: annonçait."""
    if ending.startswith("a"):
        return stem[:-1] + "ç" if stem.endswith("c") else stem + "e" if stem.endswith("g") else stem
    return stem


def _french(verb: str) -> set[str]:
    if not verb.endswith("er"):
        return set()
    stem = verb[:-2]
    grave = stem[:-2] + "è" + stem[-1] if stem[-2:-1] in {"e", "é"} else stem
    forms = {_softened(stem, ending) + ending for ending in _FR_ER}
    return {*forms, grave + "e", grave + "ent"}


def _cues(
    regular: tuple[tuple[int, frozenset[str]], ...], irregular: tuple[tuple[int, str], ...], *, french: bool
) -> dict[str, int]:
    found: dict[str, int] = {}
    for strength, verbs in regular:
        for verb in verbs:
            found |= dict.fromkeys(_french(verb) if french else {verb[:-2] + end for end in _ES_AR}, strength)
    for strength, forms in irregular:
        found |= dict.fromkeys(forms.split(), strength)
    return found


FRENCH_CUES = _cues(((WEAK, _FR_THINKING), (MEDIUM, _FR_JUDGING), (STRONG, _FR_SAYING)), _FR_IRREGULAR, french=True)
SPANISH_CUES = _cues(((WEAK, _ES_THINKING), (MEDIUM, _ES_JUDGING), (STRONG, _ES_SAYING)), _ES_IRREGULAR, french=False)
