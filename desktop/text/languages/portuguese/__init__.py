"""Portuguese, of Portugal and Brazil: what all rooms ask of the language."""

from __future__ import annotations

from desktop.text.languages.language import Language, counted_up, groups, titles, words

LANGUAGE = Language(
    "pt",
    __name__,
    common=words(
        "o os de que e em um uma da para com não por mais na dos como foi ao do das pela pelo são mas também às à "
        "isso seu sua ele ela"
    ),
    stop_words=words("a as no nos nas é tem está se ou sem seus suas aos já sobre entre até num numa havia"),
    own_words=words(
        "era eu tu nós vós eles elas me te lhe lhes vos si lo la los las nem pois porque porquê quando onde quem qual "
        "quais "
        "cujo este esta estes estas esse essa esses essas isto aquilo aquele aquela ser sou somos seja sejam eram fui "
        "foram será serão seria sido estar estou estamos estão esteve estava estavam ter tenho temos têm teve tinha "
        "tinham haver há hei vai vão vamos pode podem podemos deve devem faz muito muitos muita todo toda todos todas "
        "tudo ainda bem assim então só meu minha meus nosso nossa dum duma ao à após desde durante perante sob nesta "
        "neste desta deste nessa nesse dessa desse"
    ),
    letters=frozenset("ãõâêôç"),
    abbreviations=words(
        "Sr Sra Srs Sras Srta Dr Dra Drs Dras Prof Profa Eng Arq Gen Cel Maj Cap Ten Sgt Pe Fr Dom D Mons Exmo Exma "
        "Ilmo "
        "Av Lda Ltda Cia tel aprox etc jan fev mar abr mai jun jul ago set out nov dez p.ex a.C d.C "
        "sr sra srs dr dra profa prof eng"
    ),
    number_abbreviations=words("n nº art arts pág págs p pp cap vol fig"),
    months=groups("""
        janeiro
        fevereiro
        março
        abril
        maio
        junho
        julho
        agosto
        setembro
        outubro
        novembro
        dezembro
    """),
    weekdays=groups("""
        segunda-feira
        terça-feira
        quarta-feira
        quinta-feira
        sexta-feira
        sábado
        domingo
    """),
    numerals=counted_up("dois/duas três quatro cinco seis sete oito nove dez", 2),
    outlets=words("público expresso folha globo estadão lusa notícias uol estado correio jn rtp sic tvi g1"),
    titles=titles("""
        m: sr. senhor rei príncipe dom padre frei;
        f: sra. senhora rainha princesa dona irmã;
        : dr. dra. doutor doutora prof. professor professora presidente presidenta primeiro-ministro
            primeira-ministra ministro ministra prefeito prefeita autarca general coronel capitão
            senador senadora deputado deputada papa juiz juíza governador governadora vereador
            vereadora secretário secretária chanceler bispo cardeal delegado delegada engenheiro
            engenheira eng. gen. cel.
    """),
    title_surnames=words("rei papa príncipe bispo frei cardeal"),
    honorifics=words("dr dra sr sra"),
)
