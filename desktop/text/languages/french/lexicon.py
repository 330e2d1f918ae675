"""French lexicon: the words that state a number, a date, a denial, a doubt, or that somebody speaks."""

from __future__ import annotations

from desktop.text.languages.french import LANGUAGE
from desktop.text.languages.language import counted_up, groups, words
from desktop.text.languages.lexicon import Lexicon, opposed, phrases

_NUMBERS = counted_up("zéro un/une") | LANGUAGE.numerals
_NUMBERS |= counted_up(
    "onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf",
    11,
)
_TEENS = [word for word, value in _NUMBERS.items() if value and word != "une"]
_TENS = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "quatre-vingt": 80}
_NUMBERS |= {
    f"{tens}-{unit}": value + _NUMBERS[unit]
    for tens, value in _TENS.items()
    for unit in _TEENS
    if _NUMBERS[unit] < (20 if value >= 60 else 10)
}
_NUMBERS |= _TENS | {"quatre-vingts": 80, "soixante-dix": 70, "quatre-vingt-dix": 90, "septante": 70, "nonante": 90}
_NUMBERS |= {"demi": 0.5, "demie": 0.5, "moitié": 0.5, "tiers": 1 / 3, "quart": 0.25, "dizaine": 10, "douzaine": 12}
_NUMBERS |= {"quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40, "cinquantaine": 50, "centaine": 100}
_NUMBERS |= {"millier": 1000, "double": 2, "triple": 3}

LEXICON = Lexicon(
    code="fr",
    numbers=_NUMBERS,
    magnitudes={"cent": 1e2, "cents": 1e2, "mille": 1e3, "million": 1e6, "millions": 1e6, "milliard": 1e9,
                "milliards": 1e9, "md": 1e9, "mds": 1e9},
    crowds={"dizaines": 10, "douzaines": 12, "centaines": 1e2, "milliers": 1e3},
    ordinals=counted_up(
        "premier/première/1er/1ère deuxième/second/seconde/2e troisième/3e quatrième/4e cinquième/5e sixième/6e"
        " septième/7e huitième/8e neuvième/9e dixième/10e", 1),
    vague=words("un une demi demie moitié tiers quart double triple zéro dizaines douzaines centaines milliers"
                " premier première deuxième second seconde"),
    joints=words("et"),
    part_joints=words("de"),
    ordinal_endings=words("er ère"),
    plain_endings=words("e"),
    short_magnitudes={"m": 1e6, "k": 1e3},
    date_joints=words("de"),
    names_like_words=words("us"),
    decimal=",",
    qualifiers=phrases("""
        au_moins ≥
        plus_de plus_d'un plus_d'une >
        moins_de <
        jusqu'à au_plus au_maximum ≤
        environ quelque près_de autour_de à_peu_près ≈ ~
        presque
        seulement
        exactement
        """),
    steps={"de": "de", "à": "à"},
    signs={"moins": -1, "plus": 1},
    unit_parts={"carré": "carré", "carrés": "carré", "cube": "cube", "cubes": "cube"},
    units=groups("""
        kilomètre kilomètres km
        km/h
        mètre mètres
        centimètre centimètres cm
        hectare hectares
        kilo kilos kilogramme kilogrammes kg
        gramme grammes
        tonne tonnes
        litre litres
        baril barils
        pour-cent %
        point-de points-de
        point points
        milligramme milligrammes mg
        millimètre millimètres mm
        watt watts
        kilowatt kilowatts kw
        mégawatt mégawatts mw
        degré degrés
        seconde secondes
        minute minutes
        heure heures
        jour jours
        semaine semaines
        mois
        an ans année années
        dollar dollars $
        centime centimes
        euro euros €
        rouble roubles
        """),
    outcomes=groups("""
        tués tué tuées tuée morts mort mortes décès
        blessés blessé blessées blessée
        disparus disparu
        arrêtés arrêté interpellés interpellé détenus
        """),
    months=LANGUAGE.months,
    days=LANGUAGE.weekdays | groups("""
        aujourd'hui
        hier
        avant-hier
        demain
        """),
    near_days=words("aujourd'hui hier avant-hier demain"),
    day_parts=groups("""
        matin matinée
        midi
        après-midi
        soir soirée
        nuit
        minuit
        """),
    clock_times={"midi": "12:00", "minuit": "0:00"},
    clock_words=words("heure heures h du de la"),
    relative=groups("""
        dernier dernière passé passée précédent précédente
        ce cet cette
        prochain prochaine suivant suivante
        """),
    spells=groups("""
        semaine
        mois
        année
        siècle
        week-end
        trimestre
        nuit
        printemps
        été
        automne
        hiver
        saison
        """) | {day: day for day in LANGUAGE.weekdays.values()},
    negations=words("pas jamais aucun aucune rien sans ni non nul nulle nullement"),
    faint_negations=words("guère peu improbable impossible nie nié niait dément démenti refuse refusé rejette rejeté"
                          " manque absence difficile faux fausse sauf hormis empêche empêché évite évité personne"),
    near_negations=words("guère refuse refusé rejette rejeté manque échoue échoué renonce renoncé"),
    exceptions=phrases("sauf_si à_moins_que à_moins_qu sauf_qu"),
    negating_prefixes=("in", "ex-", "im", "ir", "il", "non-", "dés", "mal"),
    hedges=groups("""
        largement majoritairement
        peut peuvent pouvait
        pourrait pourraient
        doit doivent
        devrait devraient
        serait seraient
        aurait auraient
        peut-être
        probablement probable vraisemblablement vraisemblable sans-doute
        apparemment
        prétendument prétendu prétendue
        présumé présumée présumés supposé supposée
        éventuel éventuelle éventuellement possible possiblement
        semble semblent semblait paraît
        certainement certes assurément
        """),
    light_hedges=words("peut doit certainement"),
    futures=words("va vont allait allaient sera seront"),
    future_endings=("era", "eront", "ira", "iront", "dra", "dront", "tra", "tront"),
    attempts=words("veut veulent voulait voulaient compte comptent comptait espère espèrent espérait tente"
                    " tentent tenté tentait essaie essaient essayé essayait menace menacent menacé menaçait promet"
                    " promettent promis promettait propose proposent proposé envisage envisagent prévoit prévoient"
                    " doit doivent devait devaient"),
    perfects=words("a ont avait avaient est sont était étaient fut furent été"),
    past_endings=("é", "ée", "és", "ées", "ait", "aient", "èrent"),
    gerund_endings=("ant",),
    cues=groups("""
        dit disait disent déclare déclaré déclarait indique indiqué indiquait explique expliqué ajoute ajouté
        dit précise précisé
        affirme affirmé affirmait assure assuré assurait soutient soutenu prétend prétendu
        admet admis reconnaît reconnu avoue avoué concède concédé
        nie nié niait dément démenti rejette rejeté conteste contesté réfute réfuté
        confirme confirmé confirmait
        avertit averti prévient prévenu
        menace menacé
        promet promis
        exige exigé réclame réclamé
        accuse accusé
        annonce annoncé
        suggère suggéré
        estime estimé estimait
        """),
    denying=words("nie"),
    affirming=words("dit affirme admet confirme annonce"),
    pronouns=words("il elle ils elles on nous je"),
    titles=frozenset(LANGUAGE.titles),
    standings=groups("""
        ancien ancienne anciens anciennes ex
        adjoint adjointe vice
        intérimaire
        sortant sortante
        autoproclamé autoproclamée
        """),
    title_surnames=LANGUAGE.title_surnames,
    determiners=words("le la les un une des du de au aux ce cet cette ces son sa ses leur leurs"),
    places=groups("""
        afghanistan
        algérie
        allemagne
        angleterre
        arabie-saoudite
        argentine
        australie
        autriche
        belgique
        biélorussie bélarus
        brésil
        canada
        chine
        corée-du-nord
        corée-du-sud
        danemark
        égypte
        espagne
        estonie
        états-unis usa
        europe
        finlande
        france
        géorgie
        grèce
        hongrie
        inde
        irak
        iran
        irlande
        israël
        italie
        japon
        lettonie
        liban
        libye
        lituanie
        mali
        maroc
        mexique
        moldavie
        niger
        norvège
        pakistan
        pays-bas
        pologne
        portugal
        roumanie
        royaume-uni grande-bretagne
        russie
        sénégal
        serbie
        suède
        suisse
        syrie
        taïwan
        tchad
        tunisie
        turquie
        ukraine
        venezuela
        paris
        lyon
        marseille
        lille
        bruxelles
        genève
        berlin
        londres
        madrid
        rome
        moscou
        kiev kyiv
        varsovie
        pékin
        tokyo
        séoul
        pyongyang
        washington
        new-york
        jérusalem
        gaza
        téhéran
        ankara
        """),
    elisions=("l'", "d'", "qu'", "n'", "s'", "j'", "m'", "t'", "c'", "lorsqu'", "puisqu'"),
    degrees=groups("""
        très
        extrêmement
        assez
        plutôt
        presque quasiment
        environ approximativement
        seulement uniquement simplement
        même
        absolument
        totalement complètement entièrement
        largement
        principalement surtout
        partiellement
        vraiment réellement
        toujours
        souvent fréquemment
        parfois
        rarement
        sûr sûre sûrs certain certaine certains
        convaincu convaincue convaincus
        crois croit croient croyons
        pense pensent pensons
        espère espèrent espérons
        """),
    opposites=opposed("""
        avant | après depuis
        vers | depuis
        dessus | dessous
        sur | sous
        avec pour | contre sans
        plus | moins
        augmente augmentent augmenté augmentation monte montent monté hausse |\
        diminue diminuent diminué diminution baisse baissent baissé
        achète achètent acheté achat importe importé | vend vendent vendu vente exporte exporté
        gagne gagnent gagné | perd perdent perdu
        accepte acceptent accepté confirme confirmé | refuse refusent refusé rejette rejeté dément démenti
        soutient soutiennent soutenu | oppose opposent opposé
        autorise autorisent autorisé permet permis | interdit interdisent empêche empêché
        commence commencent commencé ouvre ouvert | arrête arrêté finit fini ferme fermé
        premier première premiers | dernier dernière derniers
        meilleur meilleure mieux | pire pires
        tous toutes | aucun aucune quelques
        toujours | jamais parfois
        coupable coupables | innocent innocente innocents
        légal légale légaux | illégal illégale illégaux
        possible possibles | impossible impossibles
        probable probables | improbable improbables
        vrai vraie vrais | faux fausse fausses
        haut haute élevé élevée | bas basse faible
        gauche | droite
        nord | sud
        est | ouest
        vivant vivante vivants | mort morte morts
        grand grande plus_grand | petit petite
        salue saluent salué saluée félicite félicité approuve approuvé remercie remercié | critique critiquent \
critiqué dénonce dénoncent dénoncé condamne \
condamné accuse accusé
        croit croient espère espèrent | doute doutent douté
        majorité | minorité
        bénéfice bénéfices gain gains | perte pertes
        succès réussite | échec
        ouvert ouverte ouverts ouvertes | fermé fermée fermés fermées
        tôt | tard
        acquitté acquittée relaxé relaxée libéré libérée | condamné condamnée arrêté arrêtée
        soutient soutenu soutiennent approuve approuvé | critique critiqué rejette rejeté combat combattu
        victoire victoires | défaite défaites
        améliore amélioré | aggrave aggravé détérioré
        reste restent | quitte quittent démissionne
        guerre | paix
        cher chère | bon_marché
        renforce renforcé | affaiblit affaibli
        chaud chaude chauds chaudes | froid froide froids froides
        prêté prête | emprunté emprunte
        volontaire volontairement délibérément | accidentel accidentelle accidentellement involontaire involontairement
        positif positive positifs positives | négatif négative négatifs négatives
        minimum minimal | maximum maximal
        vieux vieille ancien ancienne anciens anciennes | nouveau nouvelle nouveaux nouvelles récent récente jeune
        rare rares rarement | fréquent fréquente fréquents souvent fréquemment courant
        embauche embauchent embauché recrute recruté | licencie licencient licencié renvoie renvoyé
        quelqu'un | personne
        relève relevé augmente augmenté hausse | baisse baissé abaisse abaissé réduit
        confirmé confirme maintenu | annulé annule cassé infirmé
        noir noire noirs | blanc blanche blancs
        plein pleine entièrement totalement | vide partiellement partiel partielle
        supérieur supérieure | inférieur inférieure
        intérieur intérieure interne | extérieur extérieure externe
        passé | futur avenir
        facile facilement | difficile difficilement
        permanent permanente définitif définitive définitivement | temporaire temporairement provisoire provisoirement
        présent présente | absent absente
        marié mariée | divorcé divorcée célibataire
        né née nés | mort morte morts décédé décédée
        acheteur acheteurs | vendeur vendeurs
        employeur employeurs patron patrons | employé employés salarié salariés
        propriétaire propriétaires | locataire locataires
        plaignant plaignants | accusé accusés prévenu prévenus
        accusation parquet | défense
        victime victimes | agresseur agresseurs auteur coupable
        créancier | débiteur
        parents | enfants
        offre | demande
        excédent | déficit
        recettes revenus | dépenses coûts
        connu connue | inconnu inconnue
        public publique publics | privé privée privés secret secrète
        majorité | opposition minorité
        arrivée arrivé | départ parti
        arrêté arrêtée interpellé interpellée | libéré libérée relâché relâchée
        favorable favorables pour | opposé opposée opposés défavorable contre
        gauche | droite
        sain | malade
        survécu survit | mort décédé
        riche riches | pauvre pauvres
        """),
    charges=opposed("""
        prison réclusion | sursis | amende
        tué tuée tués tuées tuer | assassiné assassinée assassinés assassinées assassiner
        soupçonné soupçonnée suspecté suspectée | accusé accusée inculpé inculpée poursuivi |\
 condamné condamnée | acquitté acquittée relaxé relaxée
        meurtre assassinat | homicide | suicide | accident
        vol volé voleur | cambriolage cambrioleur | escroquerie fraude | détournement
        viol violé violée violeur | agression agressé agressée | harcèlement harcelé harcelée
        arrêté arrêtée interpellé interpellée | inculpé inculpée | entendu entendue interrogé interrogée
        témoin témoins | suspect suspects | victime victimes
        """),
    sexes=opposed("""
        il lui-même | elle elle-même
        m monsieur messieurs | mme madame mesdames mlle mademoiselle
        homme hommes | femme femmes
        garçon garçons | fille filles
        père pères | mère mères
        fils | fille filles
        frère frères | sœur sœurs
        mari époux veuf compagnon | femme épouse veuve compagne
        oncle neveu grand-père | tante nièce grand-mère
        roi prince | reine princesse
        président directeur conseiller | présidente directrice conseillère
        """),
    multiples=opposed("""
        doublé double doublent | triplé triple triplent | quadruplé
        """),
    certainties=opposed("""
        jamais | rarement
        rarement | parfois | souvent fréquemment | toujours
        suggère suggèrent suggéré | montre montrent montré prouve prouvent prouvé démontre
        """),
    quantifiers=opposed("""
        tous toutes | plupart | nombreux nombreuses beaucoup | certains certaines plusieurs quelques | peu
        """),
    relations=opposed("""
        mari épouse époux | veuve veuf | fiancée fiancé | compagne compagnon | ami amie |\
 collègue |\
 voisin voisine
        père mère parents | grand-père grand-mère | oncle tante | frère sœur | cousin cousine | neveu nièce |\
 petit-fils petite-fille | beau-père belle-mère | beau-frère belle-sœur | demi-frère demi-sœur | gendre belle-fille
        """),
    opposed_beginnings=opposed("""
        pro | anti
        pré | post
        """),
    complements=opposed("""
        ouvert ouverte | fermé fermée
        coupable | innocent innocente
        légal légale | illégal illégale
        possible | impossible
        vrai vraie | faux fausse
        plus | moins
        """),
    before_nouns=words("le la les un une des du de ce cet cette ces son sa ses leur leurs notre nos votre vos mon ma"
                       " mes aucun aucune quelques plusieurs"),
    after_nouns=words("et ou de du des pour dans que qui est sont était étaient"),
    verb_endings=("er", "ir", "ant", "ment", "é", "ée", "és", "ées"),
)  # fmt: skip
