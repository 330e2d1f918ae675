"""Portuguese verbs and words that report speech."""

from __future__ import annotations

import re

from desktop.lazy_pattern import lazy_pattern
from desktop.text.languages.language import table, words
from desktop.text.languages.portuguese import LANGUAGE
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
declarar afirmar explicar acrescentar adiantar assegurar anunciar contar comentar relatar lembrar recordar confessar
confirmar frisar sublinhar salientar destacar ressaltar enfatizar reiterar perguntar indagar questionar revelar avisar
alertar gritar exclamar brincar ironizar replicar retrucar observar notar apontar indicar informar esclarecer detalhar
precisar argumentar alegar testemunhar murmurar sussurrar tuitar postar publicar completar finalizar ponderar admitir
assinalar atirar avaliar queixar indignar congratular suspirar garantir assumir concluir referir repetir insistir
advertir resumir
""")
_JUDGING = words("""
denunciar criticar acusar atacar lamentar elogiar agradecer condenar rejeitar contestar ameaçar falar chamar classificar
qualificar citar reclamar exigir celebrar saudar justificar rebater negar
""")
_THINKING = words("pensar esperar considerar opinar duvidar imaginar estimar acreditar julgar")
_IRREGULAR = (
    (STRONG, "diz dizem disse disseram dizia diziam dito escreve escrevem escreveu escreveram escrevia escrito "
             "responde "
             "respondem respondeu responderam respondia respondido reconhece reconhecem reconheceu reconheceram "
             "reconhecido "
             "esclarece esclareceram esclareceu sustenta sustentou prossegue prosseguiu continuou conclui expõe "
             "expôs exposto "
             "defende defendem defendeu defenderam defendia defendido"),
    (MEDIUM, "pede pedem pediu pediram pedido promete prometem prometeu prometeram prometido descreve descreveu "
             "descrito "
             "propõe propôs proposto sugere sugeriu sugeriram sugerido desmente desmentiu desmentido maldisse definiu "
             "define definido"),
    (WEAK, "crê creem quer querem queria vê viu teme temem temia"),
)  # fmt: skip
_AR = ("a", "am", "ou", "aram", "ava", "avam", "ado", "ara")
_ER = ("e", "em", "eu", "eram", "ia", "iam", "ido")
_IR = ("e", "em", "iu", "iram", "ia", "iam", "ido")


def _forms(verb: str) -> set[str]:
    endings = _AR if verb.endswith("ar") else _ER if verb.endswith("er") else _IR
    return {verb[:-2] + ending for ending in endings}


REPORTING = Reporting(
    language=LANGUAGE,
    verbs=SpeechVerbs(
        cues=cues_of(((WEAK, _THINKING), (MEDIUM, _JUDGING), (STRONG, _SAYING)), _IRREGULAR, _forms),
        participles=dict.fromkeys(words("dizendo declarando afirmando explicando acrescentando sublinhando frisando "
                                        "garantindo classificando referindo lembrando"), 2),
        naming=words("chamado chamada intitulado intitulada denominado denominada apelidado apelidada conhecido "
                     "conhecida"),
        participle_ending=("ando", "endo", "indo"),
        verb_endings=("a", "e", "ou", "eu", "iu"),
        nouns=words("conta nota conto questiona pergunta reclama crítica acusa avisa critica publica dito escrito "
                    "pedido "
                    "denuncia ataca estima aponta completa"),
        follow=words("também ainda depois ontem hoje além então logo segunda-feira terça-feira quarta-feira "
                     "quinta-feira "
                     "sexta-feira sábado domingo se lhe lhes nos me à ao"),
        be=words("foi é era sido"),
        quoting=words("cita citou citam"),
        passive_endings=("ado", "ada", "ido", "ida", "ito", "ita"),
        rejecting=words(
            "rejeitou rejeita rejeitaram rejeitam rejeitado rejeitando negou nega negaram negam desmentiu "
            "desmente desmentiram desmentem desmentido refutou refuta refutaram contestou contesta "
            "contestaram descartou descarta"
        ),
        cue_nouns=words(
            "afirmação afirmações acusação acusações alegação alegações denúncia denúncias tese versão "
            "declaração declarações crítica críticas"
        ),
        claim_owners=words("de do da dos das"),
        claim_relatives=(("de", "que"), ("segundo", "a", "qual"), ("segundo", "o", "qual")),
        copulas=words("é são era eram foi foram será seria continua"),
        negations=words("não nunca jamais ninguém nem"),
        only_words=words("só somente apenas"),
        contrasts=words("mas senão"),
        withholding=words("negou nega negado evitou evita recusou"),
        stands_negated=words("descarta descartou esconde escondeu comentar comentou responder respondeu nega negou"),
    ),
    clauses=ClauseWords(
        saying_openers=words("como conforme segundo"),
        before_infinitive=words("tem têm tinha tinham havia haviam teria teriam terá"),
        prepositions=words("de do da dos das em no na nos nas num numa à ao às aos por pelo pela pelos pelas "
                           "para com "
                           "sem sobre sob contra entre desde até após durante segundo perante conforme neste nesta "
                           "nesse "
                           "nessa deste desta desse dessa"),
        breaks=words("que mas porque quando como se embora enquanto onde cujo cuja pois porém"),
        relatives=words("quem"),
        thing_relatives=words("que"),
        fillers=words("tem têm tinha tinham havia é são era foi está também ainda depois já não nunca sempre se lhe "
                      "lhes o "
                      "ontem hoje assim então logo além vai"),
        joining=words("e mas"),
        adding=words("e"),
        setting_off=words("e mas enquanto"),
        topics=(("quanto", "a"),),
        agents=words("por pelo pela pelos pelas"),
        content_openers=words("que se"),
    ),
    subjects=SubjectWords(
        pronouns=table("m: ele; f: ela; p: eles elas; : eu nós"),
        determiners=words("o a os as um uma uns umas seu sua seus suas este esta estes estas esse essa vários várias "
                          "dois "
                          "duas três alguns algumas muitos muitas outro outra"),
        articles=words("um uma uns umas"),
        drops_pronouns=True,
        no_subject=words("isto isso"),
        definite=words("o a"),
        indefinite=words("um uma"),
    ),
    names=NameWords(
        titles=LANGUAGE.titles,
        roles=table("""
            spokesperson: porta-voz porta-vozes; ambassador: embaixador embaixadora diplomata;
            official: funcionário funcionária funcionários autoridades responsável responsáveis dirigente dirigentes
            oficial
            delegado delegada comissário comissária;
            president: presidente presidenta; minister: ministro ministra ministros primeiro-ministro primeira-ministra
            chanceler;
            leader: líder chefe diretor diretora secretário secretária coordenador coordenadora fundador fundadora
            secretário-geral administrador gerente dono dona;
            lawmaker: deputado deputada deputados senador senadora parlamentar vereador vereadora eurodeputado;
            candidate: candidato candidata; mayor: prefeito prefeita autarca; governor: governador governadora;
            expert: especialista especialistas perito perita investigador investigadora pesquisador pesquisadora
            professor
            professora economista analista historiador historiadora cientista médico médica;
            lawyer: advogado advogada advogados procurador procuradora juiz juíza promotor promotora magistrado;
            reporter: jornalista jornalistas repórter escritor escritora; source: fonte fontes;
            general: general coronel comandante soldado;
            people: homem mulher testemunha testemunhas morador moradora moradores vizinho vizinha vizinhos pai mãe
            filho
            filha irmão irmã marido avó avô polícia sindicato sindicatos oposição críticos treinador jogador ator atriz
            cantor cantora realizador aluno aluna alunos estudante estudantes bispo padre pescador agricultor turista
            pais utentes motorista;
            organisation: governo partido empresa agência jornal ministério associação organização câmara tribunal
            prefeitura;
            document: comunicado nota relatório carta texto estudo documento sentença"""),
        openers=words("o a os as um uma uns umas ele ela eles elas eu nós e ou mas se quando como porque por para em "
                      "no na nos "
                      "nas de do da dos das ao à aos às com sem segundo após desde durante seu sua seus este esta "
                      "estes "
                      "estas esse essa isso isto assim também além depois ontem hoje amanhã não já é são foi há ainda "
                      "entretanto porém enquanto entre até agora muitos todos quem onde mesmo apesar pelo pela"),
        particles=words("de da do dos das e"),
        groups=words("partido congresso senado universidade ministério conselho tribunal banco câmara unidos unidas "
                     "supremo"),
        stopped_titles=LANGUAGE.stopped_titles,
        honorifics=LANGUAGE.honorifics,
        place_words=words("são santa santo rio porto vila nova novo"),
        role_links=words("de da do dos das e para"),
        linking=words("de com"),
        field_links=words("do da dos das de"),
        of_what=lazy_pattern(r" (?:de|do|da|dos|das) (\w{3,})"),
        role_behind=lazy_pattern(r",[ \u00a0]([^,;:.()\n“”\"«»—]{3,110}?)(?=,|\.\s|\.$|;|:|\n|$|[ ]?[“\"«—])"),
        apposition_end=lazy_pattern(r"(?: [IVX]+)?(?:[,.;:)\n«»„“]|$| \()"),
        name_then_verb=lazy_pattern(r",?[ \u00a0]([a-zà-ÿ]+)\b"),
    ),
    sources=SourceWords(
        views=words("para"),
        read_in=(("lê", "se"), ("pode", "ler", "se"), ("se", "lê"), ("lia", "se")),
        according=(("segundo",), ("de", "acordo", "com"), ("conforme",), ("nas", "palavras", "de"),
                   ("no", "entender", "de"), ("na", "opinião", "de")),
        papers=words("comunicado nota relatório carta sentença"),
        name_nouns=words(
            "filme filmes livro livros romance romances álbum disco discos canção canções música músicas "
            "série séries programa programas documentário peça podcast revista exposição espetáculo "
            "operação ensaio poema quadro título títulos intitulado intitulada intitulados intituladas "
            "novela telenovela lema slogan comédia ópera single jogo projeto campanha conto "
            "curta-metragem longa-metragem biografia autobiografia coluna faixa hashtag"
        ),
        distancing=words("autodenominado autodenominada autointitulado autointitulada"),
        by_names=(
            ("vulgo",), ("apelidado",), ("apelidada",), ("apelidado", "de"), ("apelidada", "de"),
            ("conhecido", "como"), ("conhecida", "como"), ("conhecidos", "como"), ("conhecidas", "como"),
            ("a", "alcunha", "de"), ("alcunha",), ("o", "apelido", "de"), ("pelo", "apelido", "de"),
            ("o", "nome", "de"), ("pelo", "nome", "de"), ("o", "pseudônimo", "de"),
            ("o", "pseudónimo", "de"), ("chamado",), ("chamada",), ("chamados",), ("chamadas",),
            ("denominado",), ("denominada",), ("batizado", "de"), ("batizada", "de"), ("batizado",), ("batizada",),
        ),
        titles_as_sentences=True,
        rubrics=words("julgamento vídeo sondagem pesquisa entrevista análise crítica opinião fotos"),
        before_platform=words("no na"),
    ),
    times=TimeWords(
        days=LANGUAGE.calendar | words("segunda terça quarta quinta sexta"),
        spells=words("semana semanas mês meses ano anos noite tarde manhã dia dias hora horas minutos"),
        closing=words("depois tarde antes atrás"),
        recency=words("última último passada passado próxima próximo"),
        before_days=words("na no nesta neste"),
        before_years=words("em"),
    ),
    marks=MarkPatterns(
        dialogues=True,
        clitics=True,
        clitic=lazy_pattern(r"-(se|lhes?|nos|me|o|a|os|as)$"),
        elision=lazy_pattern(r"(?:t[áa]\b|tava|tou\b|inda\b)", re.IGNORECASE),
        between_quotations=lazy_pattern(r"\bdisse\b", re.IGNORECASE),
    ),
)  # fmt: skip
