"""Italian word forms: endings, function words and near synonyms, by which wordings of one utterance are found."""

from __future__ import annotations

from desktop.text.languages.italian import LANGUAGE
from desktop.text.languages.italian.lexicon import LEXICON
from desktop.text.languages.language import words
from desktop.text.languages.word_forms import by_endings

WORD_FORMS = by_endings(
    endings=(
        "azioni azione amenti amento imenti imento amente issero issimo issimi erebbero irebbero erebbe irebbe eranno "
        "iranno avano evano ivano arono erono irono ando endo eremo iremo iamo ate ete ite ato ata ati uto uta uti ute "
        "ito ita iti ava eva iva ano ono are ere ire era ira a e i o"
    ),
    least=3,
    grammar=LANGUAGE.function_words,
    denials=LEXICON.negations,
    numbers=LEXICON.numbers,
    one=words("un uno una"),
    near_synonyms="""
dire dice detto disse
fare fa fatto fece facciamo
venire viene venuto venne
vedere vede visto
mettere mette messo mise
sapere sa sappiamo
morire muore morto
perdere perde perso
volere vuole voluto vogliamo
cominciare iniziare avviare
finire terminare concludere
lavori cantiere
ultimi recenti
soldi denaro fondi risorse
gente persone
difficile duro complicato
importante essenziale cruciale
grande enorme immenso
rapido veloce presto
parlare discutere
dire dichiarare affermare
mostrare provare dimostrare
aiutare sostenere
bisogno necessità
ottenere ricevere
cercare tentare provare
impedire evitare
preoccupazione inquietudine
pericolo rischio minaccia
guerra conflitto
attacco attentato
dipendenti lavoratori
azienda impresa società
errore sbaglio
triste doloroso
felice contento lieto
falso inesatto
esigere chiedere pretendere
rifiutare respingere
casa abitazione
bambini figli
subito immediatamente
""",
)
