"""How does German report speech?"""

from __future__ import annotations

from desktop.text.quotation.reporting import MEDIUM, STRONG, WEAK, Reporting, table, words

_STRONG = words("""
sagt sagte sagten sagen erklärt erklärte erklärten erklären meint meinte meinten betont betonte betonten
fügte fügten fügt
schreibt schrieb schrieben antwortet antwortete entgegnete erwiderte ergänzte ergänzten berichtet berichtete
berichteten
teilt teilte teilten äußerte äußerten äußert behauptet behauptete behaupteten kündigte kündigten erzählt
erzählte
versicherte versicherten verkündete verkündeten gab gaben hieß heißt rief riefen fragte fragten warnt warnte
warnten
kommentierte kommentierten bemerkte unterstrich unterstrichen konstatierte stellte stellten bestätigte
bestätigten räumte
versprach versprachen mahnte mahnten hob hoben bekräftigte bekräftigten resümierte urteilte twitterte
beteuerte verlautete
""")
_MEDIUM = words("""
kritisierte kritisierten kritisiert bezeichnet bezeichnete bezeichneten nennt nannte nannten fordert forderte
forderten warf warfen
lobte lobten verlangte verlangten sprach sprachen spricht beschrieb beschreibt verurteilte verurteilten
zitiert zitierte zitierten
appellierte verwies verwiesen wies wiesen lehnte lehnten begründete begründeten bezichtigte beschuldigte
dementierte
begrüßte begrüßten beklagte beklagten bedauerte bedauerten drohte drohten riet schlug plädierte
""")
_WEAK = words(
    "glaubt glaubte glauben hofft hoffte hoffen denkt dachte findet fand sieht sah hält hielt vermutet vermutete"
)

GERMAN = Reporting(
    code="de",
    cues=dict.fromkeys(_WEAK, WEAK) | dict.fromkeys(_MEDIUM, MEDIUM) | dict.fromkeys(_STRONG, STRONG),
    participles={},
    naming=words("genannt genannte genannten sogenannte sogenannten bezeichnet"),
    according=(("laut",), ("nach", "angaben", "von"), ("nach", "angaben", "des"), ("nach", "angaben", "der"),
               ("nach", "worten", "von"), ("so",), ("zufolge",)),
    pronouns=table("m: er; f: sie; : es wir ich man"),
    titles=table("""m: herr könig prinz; f: frau königin prinzessin; : dr dr. prof prof. präsident präsidentin kanzler
        kanzlerin
        bundeskanzler bundeskanzlerin minister ministerin außenminister außenministerin innenminister
        innenministerin
        ministerpräsident ministerpräsidentin bundespräsident papst general senator senatorin bürgermeister
        oberbürgermeister oberbürgermeisterin generalsekretär sprecher sprecherin chef chefin premierminister
        premierministerin
        us-präsident trainer richter bischof kardinal staatsanwalt parteichef verteidigungsminister finanzminister"""),
    roles=table("""
        spokesperson: sprecher sprecherin polizeisprecher regierungssprecher pressesprecher pressesprecherin;
        ambassador: botschafter botschafterin diplomat; official: beamter beamte behörden behörde vertreter;
        president: präsident präsidentin kanzler kanzlerin bundeskanzler bundeskanzlerin bundespräsident;
        minister: minister ministerin außenminister innenminister verteidigungsminister finanzminister
        ministerpräsident
        premierminister;
        leader: chef chefin parteichef vorsitzende vorsitzender leiter leiterin; lawmaker: abgeordneter
        abgeordnete senator;
        expert: experte expertin experten forscher professor wissenschaftler; lawyer: anwalt anwältin richter
        staatsanwalt
        staatsanwaltschaft verteidiger;
        reporter: journalist journalistin reporter; people: mann frau zeuge zeugin augenzeugen kritiker
        bewohner eltern vater
        mutter trainer opposition polizei; organisation: partei regierung unternehmen firma verband
        ministerium gericht
        organisation zeitung sender agentur; document: bericht erklärung mitteilung brief studie pressemitteilung"""),
    prepositions=words("in im an am auf bei beim mit von vom zu zum zur nach vor für gegen über unter aus "
                       "durch um seit während wegen "
                       "zwischen neben hinter ohne bis gegenüber trotz laut"),
    breaks=words("dass daß weil wenn als ob obwohl während nachdem damit indem sondern aber denn"),
    relatives=words("welcher welche"),
    determiners=words("der die das den dem des ein eine einen einem einer eines sein seine seinen ihr ihre "
                      "ihren dieser diese "
                      "dieses mehrere viele einige zwei drei beide alle"),
    fillers=words("auch dann später zudem außerdem noch wieder hat habe haben hatte hatten ist sei war waren "
                  "wird werde wurde wurden "
                  "würde könne kann nicht bereits schon heute gestern sich dazu daraufhin weiter weiterhin "
                  "ferner jedoch "
                  "dabei ebenfalls am montag dienstag mittwoch donnerstag freitag samstag sonntag"),
    openers=words("der die das ein eine und aber doch so in im am auf bei mit nach vor für zu zum zur als "
                  "wie wenn weil auch es er "
                  "sie wir ich man dies diese dieser dieses dazu dabei damit danach dort hier heute gestern "
                  "laut seit während "
                  "unter über aus durch gegen ohne nun bereits außerdem zudem weiter ferner jedoch "
                  "allerdings den dem des ihr ihre sein "
                  "seine zwei drei vier viele mehrere einige beide alle nicht nur noch schon"),
    participle_ending=("end",),
    abbreviations=words("dr prof hr fr st nr ca bzw u.a z.b d.h mio mrd jan feb apr aug sept okt nov dez"),
    capital_nouns=True,
    follow=words("auch dann später am montag dienstag mittwoch donnerstag freitag samstag sonntag gestern "
                 "heute dazu gegenüber "
                 "daraufhin der"),
    days=words("montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai "
               "juni juli august "
               "september oktober november dezember"),
    groups=words("partei bund bundestag ministerium gericht universität verband ag gmbh zeitung zeitschrift"),
)  # fmt: skip
