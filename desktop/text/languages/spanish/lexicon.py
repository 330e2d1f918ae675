"""Spanish lexicon: the words that state a number, a date, a denial, a doubt, or that somebody speaks."""

from __future__ import annotations

from desktop.text.languages.language import counted_up, groups, words
from desktop.text.languages.lexicon import Lexicon, opposed, phrases
from desktop.text.languages.spanish import LANGUAGE

_NUMBERS = counted_up("cero un/uno/una") | LANGUAGE.numerals
_NUMBERS |= counted_up(
    "once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno/veintiún/veintiuna"
    " veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve",
    11,
)
_NUMBERS |= counted_up("treinta cuarenta cincuenta sesenta setenta ochenta noventa cien/ciento", 30, 10)
_NUMBERS |= counted_up(
    "doscientos/doscientas trescientos/trescientas cuatrocientos/cuatrocientas quinientos/quinientas"
    " seiscientos/seiscientas setecientos/setecientas ochocientos/ochocientas novecientos/novecientas", 200, 100,
)  # fmt: skip
_NUMBERS |= {"medio": 0.5, "media": 0.5, "mitad": 0.5, "tercio": 1 / 3, "cuarto": 0.25, "decena": 10, "docena": 12}
_NUMBERS |= {"veintena": 20, "treintena": 30, "centenar": 100, "millar": 1000, "doble": 2, "triple": 3}

LEXICON = Lexicon(
    code="es",
    numbers=_NUMBERS,
    magnitudes={"mil": 1e3, "millón": 1e6, "millones": 1e6, "billón": 1e12, "billones": 1e12},
    crowds={"decenas": 10, "docenas": 12, "centenares": 1e2, "cientos": 1e2, "miles": 1e3},
    ordinals=counted_up(
        "primer/primero/primera segundo/segunda tercer/tercero/tercera cuarto/cuarta quinto/quinta sexto/sexta"
        " séptimo/séptima octavo/octava noveno/novena décimo/décima", 1),
    vague=words("un uno una medio media mitad tercio cuarto cuarta doble triple cero decenas docenas centenares cientos"
                " miles primer primero primera segundo segunda tercer tercero tercera"),
    joints=words("y"),
    part_joints=words("de"),
    ordinal_endings=words("º ª"),
    short_magnitudes={"m": 1e6, "k": 1e3},
    date_joints=words("de"),
    names_like_words=words("us"),
    decimal=",",
    qualifiers=phrases("""
        al_menos por_lo_menos como_mínimo ≥
        más_de >
        menos_de <
        hasta como_máximo ≤
        alrededor_de cerca_de unos unas aproximadamente en_torno_a ≈ ~
        casi
        solo sólo solamente apenas
        exactamente
        """),
    steps={"en": "en", "a": "a", "al": "a", "del": "de", "de": "de", "hasta": "a"},
    signs={"menos": -1, "más": 1},
    unit_parts={"cuadrado": "cuadrado", "cuadrados": "cuadrado", "cuadradas": "cuadrado", "cúbico": "cúbico",
                "cúbicos": "cúbico"},
    units=groups("""
        kilómetro kilómetros km
        km/h
        milla millas
        metro metros
        centímetro centímetros cm
        hectárea hectáreas
        kilo kilos kilogramo kilogramos kg
        gramo gramos
        tonelada toneladas
        litro litros
        barril barriles
        por-ciento %
        punto-porcentual puntos-porcentuales
        punto puntos
        miligramo miligramos mg
        milímetro milímetros mm
        vatio vatios
        kilovatio kilovatios kw
        megavatio megavatios mw
        grado grados
        segundo segundos
        minuto minutos
        hora horas
        día días
        semana semanas
        mes meses
        año años
        dólar dólares $
        euro euros €
        peso pesos
        rublo rublos
        """),
    outcomes=groups("""
        muertos muerto muertas muerta fallecidos fallecido asesinados
        heridos herido heridas herida lesionados
        desaparecidos desaparecido
        detenidos detenido arrestados arrestado
        """),
    months=LANGUAGE.months,
    days=LANGUAGE.weekdays | groups("""
        hoy
        ayer
        anteayer
        """),
    near_days=words("hoy ayer anteayer"),
    day_parts=groups("""
        mañana
        tarde
        noche
        mediodía
        medianoche
        madrugada
        """),
    clock_times={"mediodía": "12:00", "medianoche": "0:00"},
    clock_halves={"am": 0, "pm": 12},
    clock_words=words("horas hora h de la"),
    relative=groups("""
        pasado pasada último última anterior
        este esta
        próximo próxima siguiente
        """),
    spells=groups("""
        semana
        mes
        año
        década
        siglo
        trimestre
        noche
        primavera
        verano
        otoño
        invierno
        temporada
        """) | {day: day for day in LANGUAGE.weekdays.values()},
    negations=words("no nunca jamás nadie nada ningún ninguno ninguna sin tampoco ni"),
    faint_negations=words("apenas poco improbable imposible niega negó negado rechaza rechazó rechazado desmiente"
                          " desmintió falta ausencia difícil salvo excepto impide impidió evita evitó falso falsa"),
    near_negations=words("apenas rechaza rechazó rechazado falta fracasa fracasó fracasaron renuncia renunció"),
    exceptions=phrases("salvo_que a_menos_que a_no_ser_que salvo_si excepto_si"),
    negating_prefixes=("in", "ex", "im", "ir", "i", "des", "no-"),
    hedges=groups("""
        mayoritariamente mayormente
        puede pueden
        podría podrían
        debe deben
        debería deberían
        sería serían
        habría habrían
        quizá quizás acaso
        probablemente probable
        posiblemente posible
        aparentemente
        presuntamente presunto presunta presuntos supuestamente supuesto supuesta supuestos
        parece parecen parecía
        ciertamente seguramente
        """),
    light_hedges=words("puede debe ciertamente"),
    futures=words("va van iba iban será serán"),
    future_endings=("ará", "arán", "erá", "erán", "irá", "irán", "drá", "drán"),
    attempts=words("quiere quieren quería querían planea planean pretende pretenden pretendía intenta intentan"
                    " intentó intentaron trata tratan trató trataron amenaza amenazan amenazó promete prometen"
                    " prometió piensa piensan espera esperan esperaba propone proponen propuso debe deben"),
    perfects=words("ha han había habían fue fueron sido"),
    past_endings=("ó", "aron", "ieron"),
    gerund_endings=("ando", "iendo"),
    cues=groups("""
        dice dijo dijeron dicho señala señaló señalaron indica indicó explica explicó añade añadió agrega agregó declara
        declaró comenta comentó manifiesta manifestó
        afirma afirmó afirmaron asegura aseguró aseguraron sostiene sostuvo alega alegó
        admite admitió reconoce reconoció confiesa confesó
        niega negó negaron desmiente desmintió rechaza rechazó
        confirma confirmó confirmaron
        advierte advirtió alerta alertó
        amenaza amenazó
        promete prometió
        exige exigió reclama reclamó
        acusa acusó
        anuncia anunció anunciaron
        sugiere sugirió
        estima estimó
        """),
    denying=words("niega"),
    affirming=words("dice afirma admite confirma anuncia"),
    pronouns=words("él ella ellos ellas yo nosotros"),
    titles=frozenset(LANGUAGE.titles),
    standings=groups("""
        ex antiguo antigua
        interino interina
        adjunto adjunta
        saliente
        autoproclamado autoproclamada
        """),
    title_surnames=LANGUAGE.title_surnames,
    determiners=words("el la los las un una unos unas este esta estos su sus"),
    places=groups("""
        afganistán
        alemania
        arabia-saudita arabia-saudí
        argelia
        argentina
        australia
        austria
        bélgica
        bielorrusia
        bolivia
        brasil
        canadá
        chile
        china
        colombia
        corea-del-norte
        corea-del-sur
        cuba
        dinamarca
        ecuador
        egipto
        españa
        estados-unidos eeuu ee.uu
        estonia
        europa
        finlandia
        francia
        georgia
        grecia
        guatemala
        haití
        honduras
        hungría
        india
        irak
        irán
        irlanda
        israel
        italia
        japón
        letonia
        líbano
        libia
        lituania
        marruecos
        méxico
        nicaragua
        noruega
        países-bajos
        pakistán
        panamá
        paraguay
        perú
        polonia
        portugal
        reino-unido
        rumanía
        rusia
        serbia
        siria
        suecia
        suiza
        taiwán
        túnez
        turquía
        ucrania
        uruguay
        venezuela
        madrid
        barcelona
        sevilla
        valencia
        berlín
        bruselas
        londres
        parís
        roma
        moscú
        kiev
        varsovia
        pekín
        tokio
        seúl
        pyongyang
        washington
        nueva-york
        jerusalén
        gaza
        teherán
        bogotá
        caracas
        lima
        buenos-aires
        """),
    degrees=groups("""
        muy
        extremadamente sumamente
        bastante
        casi
        aproximadamente unos unas
        solo sólo solamente únicamente
        incluso
        absolutamente
        totalmente completamente
        ampliamente
        principalmente
        parcialmente
        realmente verdaderamente
        siempre
        frecuentemente
        raramente
        seguro segura seguros
        convencido convencida convencidos
        creo cree creen creemos
        pienso piensa piensan pensamos
        espero espera esperan esperamos
        """),
    opposites=opposed("""
        antes hasta | después desde
        hacia | desde
        encima sobre | debajo bajo
        dentro | fuera
        con para | contra sin
        más | menos
        sube suben subió subieron aumenta aumentan aumentó aumento crece crecen creció |\
        baja bajan bajó bajaron disminuye disminuyen disminuyó cae caen cayó
        compra compran compró comprado importa importó | vende venden vendió vendido exporta exportó
        gana ganan ganó ganado | pierde pierden perdió perdido
        acepta aceptan aceptó aceptado confirma confirmó | rechaza rechazan rechazó rechazado niega negó desmiente
        apoya apoyan apoyó apoyado | opone oponen opuso
        permite permiten permitió permitido autoriza autorizó | prohíbe prohíben prohibió prohibido impide impidió
        empieza empezó comienza comenzó abre abrió abierto | termina terminó acaba acabó cierra cerró cerrado
        primer primero primera primeros | último última últimos
        mejor mejores | peor peores
        todos todas | ninguno ninguna algunos algunas
        siempre | nunca jamás
        culpable culpables | inocente inocentes
        legal legales | ilegal ilegales
        posible posibles | imposible imposibles
        probable probables | improbable improbables
        verdadero verdadera cierto cierta | falso falsa
        alto alta altos | bajo baja bajos
        izquierda izquierdo | derecha derecho
        norte | sur
        este oriente | oeste occidente
        vivo viva vivos | muerto muerta muertos
        grande mayor mayores | pequeño pequeña menor menores
        elogia elogió celebra celebró aprueba aprobó agradece agradeció | critica criticó denuncia denunció condena \
condenó acusa acusó
        cree creen espera esperan | duda dudan dudó
        mayoría | minoría
        beneficio beneficios ganancia ganancias | pérdida pérdidas
        éxito | fracaso
        abierto abierta abiertos abiertas | cerrado cerrada cerrados cerradas
        temprano | tarde
        absuelto absuelta absolvió liberado liberada | condenado condenada condenó detenido detenida
        apoya apoyó respalda respaldó aprueba aprobó | critica criticó rechaza rechazó
        victoria victorias | derrota derrotas
        mejora mejoró | empeora empeoró
        sigue seguirá | dimite dimitió renuncia
        guerra | paz
        barato | caro
        refuerza reforzó | debilita debilitó
        caliente cálido cálida | frío fría
        deliberado deliberadamente intencionado | accidental accidentalmente involuntario
        voluntario voluntaria | forzoso forzosa obligatorio obligatoria
        positivo positiva positivos | negativo negativa negativos
        mínimo mínima | máximo máxima
        viejo vieja antiguo antigua antiguos | nuevo nueva nuevos reciente joven
        raro rara rara raramente | frecuente frecuentes frecuentemente común
        ganan ganaron ganado gana ganó | pierden perdieron perdido pierde perdió
        favor | contra
        contrata contrató contratado | despide despidió despedido
        sube subieron elevó elevado aumentó aumentaron | baja bajaron redujo reducido recortó bajó
        confirma confirmó ratificó | anula anuló revocó
        negro negra | blanco blanca
        lleno llena totalmente | vacío vacía parcialmente
        superior superiores | inferior inferiores
        interior interno interna | exterior externo externa
        pasado | futuro
        fácil fáciles fácilmente | difícil difíciles difícilmente
        permanente definitivo definitiva | temporal provisional provisionalmente
        presente presentes | ausente ausentes
        casado casada | divorciado divorciada soltero soltera
        nació nacido nacida | murió fallecido fallecida falleció
        comprador compradores | vendedor vendedores
        empleador empresario patronal | empleado empleados trabajador trabajadores
        propietario propietarios | inquilino inquilinos
        demandante demandantes denunciante | demandado acusado acusados
        fiscalía acusación | defensa
        víctima víctimas | agresor agresores autor
        acreedor | deudor
        padres | hijos
        oferta | demanda
        superávit | déficit
        ingresos | gastos costes
        conocido conocida | desconocido desconocida
        público pública públicos | privado privada privados secreto
        gobierno oficialismo | oposición
        llegada llegó | salida salió partida
        detenido detenida arrestado | liberado liberada puesto
        legal | ilegal
        sano | enfermo
        sobrevivió | murió
        rico ricos | pobre pobres
        permiten permitieron autorizaron | prohíben prohibieron
        """),
    charges=opposed("""
        prisión cárcel | multa
        mató matar muerto | asesinó asesinar asesinado asesinada
        sospechoso sospechosa | acusado acusada imputado imputada procesado | condenado condenada |\
 absuelto absuelta
        asesinato asesinado asesinada | homicidio | suicidio | accidente
        robo robado | hurto hurtado | fraude estafa | malversación
        violación violada violador | agresión agredida agredido | acoso acosada acosado
        detenido detenida arrestado | imputado imputada | interrogado interrogada
        testigo testigos | sospechoso sospechosos | víctima víctimas
        """),
    sexes=opposed("""
        él | ella
        señor sr don señores | señora sra doña señoras señorita srta
        hombre hombres | mujer mujeres
        niño niños chico chicos | niña niñas chica chicas
        padre | madre madres
        hijo | hija hijas
        hermano | hermana hermanas
        marido esposo viudo novio | mujer esposa viuda novia
        tío sobrino abuelo nieto | tía sobrina abuela nieta
        rey príncipe | reina princesa
        ministro presidente alcalde director diputado | ministra presidenta alcaldesa directora diputada
        """),
    multiples=opposed("""
        duplicó duplicaron duplicado | triplicó triplicaron triplicado | cuadruplicó
        """),
    certainties=opposed("""
        nunca jamás | raramente
        raramente | ocasionalmente | frecuentemente | siempre
        sugiere sugieren sugirió | muestra muestran mostró demuestra demuestran demostró prueba
        """),
    quantifiers=opposed("""
        todos todas | mayoría | muchos muchas numerosos numerosas | algunos algunas varios varias | pocos pocas
        """),
    relations=opposed("""
        esposa esposo marido | viuda viudo | novia novio | amiga amigo | vecina vecino | colega
        padre madre | abuelo abuela | tío tía | hermano hermana | primo prima | sobrino sobrina | hijo hija |\
 nieto nieta |\
 padrastro madrastra | hermanastro hermanastra | cuñado cuñada | suegro suegra | yerno nuera
        """),
    opposed_beginnings=opposed("""
        pro | anti
        """),
    complements=opposed("""
        abierto abierta | cerrado cerrada
        culpable | inocente
        legal | ilegal
        posible | imposible
        más mayor | menos menor
        """),
    before_nouns=words("el la los las un una unos unas del al de este esta estos estas ese esa su sus nuestro nuestra"
                       " nuestros nuestras mi mis tu ningún ninguna algunos algunas muchos muchas"),
    after_nouns=words("y o de del para en que es son era eran fue"),
    verb_endings=("ar", "er", "ir", "ando", "iendo", "mente", "ado", "ido"),
)  # fmt: skip
