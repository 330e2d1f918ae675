"""Italian: what all rooms ask of the language."""

from __future__ import annotations

from desktop.text.languages.language import Language, counted_up, groups, titles, words

LANGUAGE = Language(
    "it",
    __name__,
    common=words(
        "il la che di e un una non con del della sono le dei si da al nel anche gli ha per è più dal alla nella delle "
        "degli questo questa"
    ),
    stop_words=words("lo i uno su tra fra ma chi hanno sul sulla dalla ai alle agli nei negli suo sua suoi loro"),
    own_words=words(
        "come era l d un' dell all nell dall sull quell c n s m t v a e o se né ed ad io tu lui lei noi voi "
        "essi mi ti ci vi ne "
        "li sé essere siamo siete sia siano erano fu furono sarà saranno sarebbe stato stata stati state avere ho hai "
        "abbiamo avete aveva avevano avrà avrebbe va vanno fare fa fanno può possono deve devono ogni tutto tutta "
        "tutti tutte molto molti già ancora poi così dove quando perché quello quella quelli quei mio mia tuo nostro "
        "nostra vostro cui quale quali"
    ),
    letters=frozenset("àèìòù"),
    abbreviations=words(
        "Sig Sigg Sigra Dott Dr Dssa Prof Profssa Avv Ing Arch Geom Rag On Sen Gen Col Cap Mar Mons Don P Suor S Ss "
        "Sto Sta Egr Spett ecc es cfr ca tel gen feb mar apr mag giu lug ago set ott nov dic a.C "
        "d.C sig sigg dott prof avv ing on sen mons geom rag"
    ),
    number_abbreviations=words("n nn nr art artt pag pagg p pp cap vol fig c lett"),
    months=groups("""
        gennaio
        febbraio
        marzo
        aprile
        maggio
        giugno
        luglio
        agosto
        settembre
        ottobre
        novembre
        dicembre
    """),
    weekdays=groups("""
        lunedì
        martedì
        mercoledì
        giovedì
        venerdì
        sabato
        domenica
    """),
    numerals=counted_up("due tre quattro cinque sei sette otto nove dieci", 2),
    outlets=words(
        "repubblica corriere stampa messaggero ansa adnkronos agi sole mattino avvenire manifesto foglio rai"
    ),
    titles=titles("""
        m: signor sig. re principe don padre fra dottor dott. professor;
        f: signora sig.ra regina principessa suor dottoressa dott.ssa professoressa contessa;
        : dr. prof. presidente premier ministro ministra sindaco sindaca generale colonnello
            senatore senatrice deputato deputata onorevole on. papa giudice governatore governatrice
            cancelliere cancelliera segretario segretaria avvocato avvocata avv. monsignor mons.
            cardinale ingegner ing. assessore assessora commissario sen. gen.
    """),
    title_surnames=words("re papa principe giudice cardinale"),
    honorifics=words("dr dott sig prof"),
)
