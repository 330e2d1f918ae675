"""Portuguese word forms: endings, function words and near synonyms, by which wordings of one utterance are found."""

from __future__ import annotations

from desktop.text.languages.language import words
from desktop.text.languages.portuguese import LANGUAGE
from desktop.text.languages.portuguese.lexicon import LEXICON
from desktop.text.languages.word_forms import by_endings

WORD_FORMS = by_endings(
    endings=(
        "acoes acao amentos amento imentos imento amente ariam eriam iriam assem essem issem arao erao irao aria eria "
        "iria aram eram iram ava avam ando endo indo adas ados idas idos ada ado ida ido amos emos imos ar er ir ou "
        "eu iu "
        "am em oes ao es as os a e o s"
    ),
    least=3,
    grammar=LANGUAGE.function_words,
    denials=LEXICON.negations,
    numbers=LEXICON.numbers,
    one=words("um uma"),
    near_synonyms="""
dizer diz disse dito
fazer faz fez feito
vir vem veio vindo
ver vê visto viu
pôr põe posto
saber sabe soube
morrer morre morreu morto
perder perde perdeu
querer quer quis
começar iniciar arrancar
terminar acabar finalizar
obras trabalhos
últimos recentes
dinheiro fundos recursos verbas
gente pessoas
difícil duro complicado
importante essencial crucial
grande enorme imenso
rápido depressa
falar conversar
dizer declarar afirmar
mostrar provar demonstrar
ajudar apoiar
necessitar precisar
obter receber
tentar procurar
impedir evitar
preocupação inquietação
perigo risco ameaça
guerra conflito
ataque atentado
empregados trabalhadores funcionários
empresa companhia
erro falha
triste lamentável
feliz contente
falso inexato
exigir reclamar pedir
rejeitar recusar negar
casa habitação moradia
crianças filhos
imediatamente logo
""",
)
