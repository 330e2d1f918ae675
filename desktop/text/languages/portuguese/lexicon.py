"""Portuguese lexicon: the words that state a number, a date, a denial, a doubt, or that somebody speaks."""

from __future__ import annotations

from desktop.text.languages.language import counted_up, groups, words
from desktop.text.languages.lexicon import Lexicon, opposed, phrases
from desktop.text.languages.portuguese import LANGUAGE

_NUMBERS = counted_up("zero um/uma") | LANGUAGE.numerals
_NUMBERS |= counted_up(
    "onze doze treze catorze/quatorze quinze dezasseis/dezesseis dezassete/dezessete dezoito dezanove/dezenove", 11
)
_NUMBERS |= counted_up("vinte trinta quarenta cinquenta sessenta setenta oitenta noventa cem/cento", 20, 10)
_NUMBERS |= counted_up(
    "duzentos/duzentas trezentos/trezentas quatrocentos/quatrocentas quinhentos/quinhentas seiscentos/seiscentas"
    " setecentos/setecentas oitocentos/oitocentas novecentos/novecentas", 200, 100,
)  # fmt: skip
_NUMBERS |= {"meio": 0.5, "meia": 0.5, "metade": 0.5, "terço": 1 / 3, "quarto": 0.25, "dezena": 10, "dúzia": 12}
_NUMBERS |= {"vintena": 20, "centena": 100, "milhar": 1000, "dobro": 2, "triplo": 3}

LEXICON = Lexicon(
    code="pt",
    numbers=_NUMBERS,
    magnitudes={"mil": 1e3, "milhão": 1e6, "milhões": 1e6, "bilhão": 1e9, "bilhões": 1e9, "bi": 1e9, "mi": 1e6},
    crowds={"dezenas": 10, "dúzias": 12, "centenas": 1e2, "milhares": 1e3},
    ordinals=counted_up(
        "primeiro/primeira/primeiros segundo/segunda terceiro/terceira quarto/quarta quinto/quinta sexto/sexta"
        " sétimo/sétima oitavo/oitava nono/nona décimo/décima", 1),
    vague=words("um uma meio meia metade terço quarto quarta dobro triplo zero dezenas dúzias centenas milhares "
                "primeiro"
                " primeira primeiros segundo segunda terceiro terceira quinta sexta"),
    joints=words("e"),
    part_joints=words("de"),
    ordinal_endings=words("º ª o a"),
    short_magnitudes={"m": 1e6, "k": 1e3},
    date_joints=words("de"),
    names_like_words=words("us"),
    decimal=",",
    qualifiers=phrases("""
        pelo_menos ao_menos no_mínimo
        mais_de
        menos_de
        até no_máximo
        cerca_de aproximadamente em_torno_de por_volta_de uns umas
        quase
        só apenas somente
        exatamente
        """),
    steps={"em": "em", "para": "para", "de": "de"},
    units=groups("""
        quilómetro quilómetros quilômetro quilômetros km
        milha milhas
        metro metros
        centímetro centímetros cm
        hectare hectares
        quilo quilos quilograma quilogramas kg
        grama gramas
        tonelada toneladas
        litro litros
        barril barris
        por-cento %
        grau graus
        segundo segundos
        minuto minutos
        hora horas
        dia dias
        semana semanas
        mês meses
        ano anos
        dólar dólares $
        cêntimo cêntimos
        euro euros €
        real reais
        rublo rublos
        """),
    outcomes=groups("""
        mortos morto mortas morta mortes vítimas assassinados
        feridos ferido feridas ferida
        desaparecidos desaparecido
        detidos detido presos preso
        """),
    months=LANGUAGE.months,
    days=LANGUAGE.weekdays | groups("""
        hoje
        ontem
        anteontem
        amanhã
        """),
    near_days=words("hoje ontem anteontem amanhã"),
    day_parts=groups("""
        manhã
        meio-dia
        tarde
        noite
        meia-noite
        madrugada
        """),
    relative=groups("""
        passado passada último última anterior
        este esta neste nesta
        próximo próxima seguinte
        """),
    spells=groups("""
        semana
        mês
        ano
        década
        século
        trimestre
        noite
        primavera
        verão
        outono
        inverno
        época temporada
        """) | {day: day for day in LANGUAGE.weekdays.values()},
    negations=words("não nunca jamais ninguém nada nenhum nenhuma sem nem tampouco"),
    faint_negations=words("apenas pouco improvável impossível nega negou negado rejeita rejeitou rejeitado desmente"
                          " desmentiu recusa recusou falta ausência difícil salvo exceto impede impediu evita evitou "
                          "falso"
                          " falsa"),
    negating_prefixes=("in", "ex-", "im", "ir", "i", "des", "não-"),
    hedges=groups("""
        majoritariamente maioritariamente
        pode podem
        poderia poderiam
        deve devem
        deveria deveriam
        seria seriam estaria estariam
        teria teriam
        talvez quiçá
        provavelmente provável
        possivelmente possível
        aparentemente
        alegadamente alegado alegada supostamente suposto suposta supostos presumível
        parece parecem parecia
        certamente seguramente
        """),
    light_hedges=words("pode deve certamente"),
    futures=words("vai vão ia iam irá irão será serão"),
    future_endings=("ará", "arão", "erá", "erão", "irá", "irão"),
    attempts=words("quer querem queria queriam pretende pretendem pretendia planeja planejam planeia planeiam"
                    " tenta tentam tentou tentaram ameaça ameaçam ameaçou promete prometem prometeu espera esperam"
                    " esperava propõe propôs deve devem"),
    perfects=words("tem têm tinha tinham foi foram sido"),
    past_endings=("ou", "eu", "iu", "aram", "eram", "iram"),
    gerund_endings=("ando", "endo", "indo"),
    cues=groups("""
        diz dizem disse disseram dito declara declarou explica explicou acrescenta acrescentou conta contou comenta \
comentou \
refere referiu salienta salientou indica indicou
        afirma afirmou afirmaram assegura assegurou garante garantiu sustenta sustentou alega alegou
        admite admitiu reconhece reconheceu confessa confessou
        nega negou negaram desmente desmentiu rejeita rejeitou
        confirma confirmou confirmaram
        avisa avisou alerta alertou adverte advertiu
        ameaça ameaçou
        promete prometeu
        exige exigiu reclama reclamou
        acusa acusou
        anuncia anunciou anunciaram
        sugere sugeriu
        estima estimou
        """),
    denying=words("nega"),
    affirming=words("diz afirma admite confirma anuncia"),
    pronouns=words("ele ela eles elas eu nós"),
    titles=frozenset(LANGUAGE.titles),
    standings=groups("""
        ex
        vice adjunto adjunta
        interino interina
        cessante
        autoproclamado autoproclamada
        """),
    title_surnames=LANGUAGE.title_surnames,
    determiners=words("o a os as um uma uns umas este esta estes estas esse essa seu sua seus suas"),
    places=groups("""
        afeganistão
        alemanha
        angola
        arábia-saudita
        argélia
        argentina
        austrália
        áustria
        bélgica
        bielorrússia
        bolívia
        brasil
        cabo-verde
        canadá
        chile
        china
        colômbia
        coreia-do-norte
        coreia-do-sul
        dinamarca
        egito egipto
        espanha
        estados-unidos eua
        europa
        finlândia
        frança
        geórgia
        grécia
        guiné-bissau
        hungria
        índia
        iraque
        irão irã
        irlanda
        israel
        itália
        japão
        líbano
        líbia
        marrocos
        méxico
        moçambique
        noruega
        países-baixos holanda
        paquistão
        paraguai
        peru
        polónia polônia
        portugal
        reino-unido
        roménia romênia
        rússia
        sérvia
        síria
        suécia
        suíça
        taiwan
        turquia
        ucrânia
        uruguai
        venezuela
        lisboa
        porto
        coimbra
        brasília
        são-paulo
        rio-de-janeiro
        berlim
        bruxelas
        londres
        madrid madri
        paris
        roma
        moscovo moscou
        kiev kyiv
        varsóvia
        pequim
        tóquio
        seul
        washington
        nova-iorque
        jerusalém
        gaza
        teerão teerã
        """),
    degrees=groups("""
        muito
        extremamente
        bastante
        quase
        aproximadamente
        só apenas somente unicamente
        até mesmo
        absolutamente
        totalmente completamente
        amplamente
        principalmente sobretudo
        parcialmente
        realmente verdadeiramente
        sempre
        frequentemente
        raramente
        seguro segura seguros certo certa
        convencido convencida convencidos
        acredito acredita acreditam acreditamos
        penso pensa pensam pensamos
        espero espera esperam esperamos
        """),
    opposites=opposed("""
        antes até | depois desde após
        para | de
        sobre acima | sob abaixo
        dentro | fora
        com | contra sem
        mais | menos
        sobe sobem subiu subiram aumenta aumentam aumentou aumento cresce crescem cresceu crescimento |\
        desce descem desceu desceram baixa baixam baixou diminui diminuem diminuiu cai caem caiu queda
        compra compram comprou importa importou | vende vendem vendeu venda exporta exportou
        ganha ganham ganhou vence venceu | perde perdem perdeu
        aceita aceitam aceitou confirma confirmou | rejeita rejeitam rejeitou recusa recusou nega negou desmente
        apoia apoiam apoiou | opõe opõem opôs
        permite permitem permitiu autoriza autorizou | proíbe proíbem proibiu impede impediu
        começa começou inicia iniciou abre abriu aberto | termina terminou acaba acabou fecha fechou fechado
        primeiro primeira primeiros | último última últimos
        melhor melhores | pior piores
        todos todas | nenhum nenhuma alguns algumas
        sempre | nunca jamais
        culpado culpada | inocente inocentes
        legal legais | ilegal ilegais
        possível possíveis | impossível impossíveis
        provável prováveis | improvável improváveis
        verdadeiro verdadeira | falso falsa
        alto alta altos | baixo baixa baixos
        esquerda | direita
        norte | sul
        leste este oriente | oeste ocidente
        vivo viva vivos | morto morta mortos
        grande maior maiores | pequeno pequena menor menores
        elogia elogiou aprova aprovou agradece agradeceu | critica criticou denuncia denunciou condena condenou \
acusa acusou
        acredita acreditam espera esperam | duvida duvidam duvidou
        maioria | minoria
        lucro lucros ganho ganhos | perda perdas prejuízo
        sucesso | fracasso
        aberto aberta abertos abertas | fechado fechada fechados fechadas
        cedo | tarde
        absolvido absolvida absolveu libertado | condenado condenada condenou detido preso
        apoia apoiou aprova aprovou | critica criticou rejeita rejeitou
        vitória vitórias | derrota derrotas
        melhora melhorou | piora piorou
        fica permanece | renuncia demite
        guerra | paz
        reforça reforçou | enfraquece enfraqueceu
        quente quentes | frio fria frios
        voluntário voluntariamente deliberado deliberadamente | acidental acidentalmente involuntário
        positivo positiva positivos | negativo negativa negativos
        mínimo mínima | máximo máxima
        velho velha antigo antiga | novo nova recente jovem
        raro rara raramente | frequente frequentes frequentemente comum
        contrata contratou contratado | demite demitiu demitido
        sobe subiu elevou aumentou | baixa baixou reduziu cortou desceu
        confirma confirmou manteve | anula anulou revogou
        negro negra preto preta | branco branca
        cheio cheia totalmente | vazio vazia parcialmente
        superior superiores | inferior inferiores
        interno interna interior | externo externa exterior
        passado | futuro
        fácil fáceis facilmente | difícil difíceis dificilmente
        permanente definitivo definitiva | temporário temporária provisório provisória
        presente presentes | ausente ausentes
        casado casada | divorciado divorciada solteiro solteira
        nasceu nascido | morreu falecido faleceu
        comprador compradores | vendedor vendedores
        acusação procuradoria | defesa
        vítima vítimas | agressor agressores autor
        credor | devedor
        pais | filhos
        oferta | procura demanda
        superávit excedente | défice déficit
        receitas receita | despesas custos gastos
        conhecido conhecida | desconhecido desconhecida
        público pública públicos | privado privada privados secreto
        governo | oposição
        detido detida preso presa | libertado libertada solto solta liberado
        favor | contra
        rico ricos | pobre pobres
        """),
    charges=opposed("""
        prisão cadeia | multa
        matou matar morto | assassinou assassinar assassinado assassinada
        suspeito suspeita | acusado acusada arguido arguida | condenado condenada | absolvido absolvida
        assassinato assassínio | homicídio | suicídio | acidente
        roubo roubado | furto furtado | fraude burla | peculato
        estupro violação violada | agressão agredida agredido | assédio assediada
        testemunha testemunhas | suspeito suspeitos | vítima vítimas
        """),
    sexes=opposed("""
        ele | ela
        senhor sr dom | senhora sra dona
        homem homens | mulher mulheres
        menino meninos rapaz | menina meninas rapariga
        pai | mãe mães
        filho | filha filhas
        irmão | irmã irmãs
        marido viúvo namorado | mulher esposa viúva namorada
        tio sobrinho avô neto | tia sobrinha avó neta
        rei príncipe | rainha princesa
        ministro presidente diretor deputado | ministra presidenta diretora deputada
        """),
    multiples=opposed("""
        duplicou dobrou duplicaram | triplicou triplicaram | quadruplicou
        """),
    certainties=opposed("""
        nunca jamais | raramente
        raramente | ocasionalmente | frequentemente | sempre
        sugere sugerem sugeriu | mostra mostram mostrou prova provam provou
        """),
    quantifiers=opposed("""
        todos todas | maioria | muitos muitas numerosos numerosas | alguns algumas vários várias | poucos poucas
        """),
    relations=opposed("""
        esposa marido | viúva viúvo | namorada namorado | noiva noivo | amiga amigo |\
 vizinha vizinho
        pai mãe | avô avó | tio tia | irmão irmã | primo prima | sobrinho sobrinha | filho filha | neto neta |\
 padrasto madrasta | cunhado cunhada | sogro sogra | genro nora
        """),
    opposed_beginnings=opposed("""
        pró | anti
        pré | pós
        """),
    complements=opposed("""
        aberto aberta | fechado fechada
        culpado culpada | inocente
        legal | ilegal
        possível | impossível
        mais maior | menos menor
        """),
    before_nouns=words("o a os as um uma uns umas do da dos das de este esta estes estas esse essa seu sua seus suas "
                       "nosso"
                       " nossa nossos nossas meu minha nenhum nenhuma alguns algumas muitos muitas"),
    after_nouns=words("e ou de do da dos para em que é são era foi"),
    verb_endings=("ar", "er", "ir", "ando", "endo", "indo", "mente", "ado", "ido"),
)  # fmt: skip
