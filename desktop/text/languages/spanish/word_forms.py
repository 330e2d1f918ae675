"""Spanish word forms: endings, function words and near synonyms, by which wordings of one utterance are found."""

from __future__ import annotations

from desktop.text.languages.language import words
from desktop.text.languages.spanish import LANGUAGE
from desktop.text.languages.spanish.lexicon import LEXICON
from desktop.text.languages.word_forms import by_endings

WORD_FORMS = by_endings(
    endings=(
        "aciones acion amientos amiento imiento amente arian erian irian aran eran iran aria eria iria ara era ira "
        "ieron aron iendo ando aban aba adas ados idas idos ada ado ida ido amos emos imos ar er ir an en as es os io "
        "a e o s"
    ),
    least=3,
    grammar=LANGUAGE.function_words,
    denials=LEXICON.negations,
    numbers=LEXICON.numbers,
    one=words("un uno una"),
    near_synonyms="""
decir dice dijo dicho
hacer hace hizo hecho
venir viene vino venido
ver ve visto vio
poner pone puso puesto
saber sabe supo
morir muere murió muerto
perder pierde perdió perdido
querer quiere quiso
empezar comenzar comienzan empiezan iniciar arrancar
terminar acabar finalizar
obras trabajos
últimos recientes
dinero fondos recursos
gente personas
difícil duro complicado
importante esencial crucial
grande enorme inmenso
rápido deprisa
hablar conversar
decir declarar afirmar
mostrar probar demostrar
ayudar apoyar
necesitar precisar
obtener recibir
intentar tratar
impedir evitar
preocupación inquietud
peligro riesgo amenaza
guerra conflicto
ataque atentado
empleados trabajadores
empresa compañía
error fallo
triste lamentable
feliz contento
falso inexacto
exigir reclamar pedir
rechazar negar
casa vivienda
niños hijos
inmediatamente enseguida
""",
)
