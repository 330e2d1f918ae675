"""How does German report speech?"""

from __future__ import annotations

from desktop.text.languages.reporting import Compounds, Reporting, table, words
from desktop.text.quotation.german_verbs import cues

ROLES = table("""
spokesperson: sprecher sprecherin pressesprecher pressesprecherin;
ambassador: botschafter botschafterin diplomat diplomatin gesandte gesandter unterhändler unterhändlerin;
official: beamter beamte beamtin behörden behörde vertreter vertreterin beauftragte beauftragter kommissar kommissarin
referent referentin;
president: präsident präsidentin kanzler kanzlerin regierungschef regierungschefin;
minister: minister ministerin staatssekretär staatssekretärin;
leader: chef chefin vorsitzende vorsitzender leiter leiterin führer führerin boss präses vorstand intendant intendantin
rektor rektorin sekretär sekretärin obmann stellvertreter stellvertreterin vize;
lawmaker: abgeordneter abgeordnete senator senatorin politiker politikerin stadtrat stadträtin landrat landrätin
gemeinderat;
mayor: bürgermeister bürgermeisterin;
candidate: kandidat kandidatin bewerber bewerberin;
expert: experte expertin experten forscher forscherin professor professorin wissenschaftler wissenschaftlerin
historiker historikerin ökonom ökonomin analyst analystin archäologe archäologin biologe biologin mediziner
medizinerin virologe virologin soziologe soziologin meteorologe meteorologin berater beraterin gutachter gutachterin;
director: direktor direktorin manager managerin geschäftsführer geschäftsführerin gründer gründerin inhaber inhaberin
unternehmer unternehmerin kurator kuratorin;
lawyer: anwalt anwältin richter richterin staatsanwalt staatsanwältin staatsanwaltschaft verteidiger verteidigerin
jurist juristin notar;
reporter: journalist journalistin reporter reporterin redakteur redakteurin korrespondent korrespondentin autor
autorin schriftsteller schriftstellerin moderator moderatorin kolumnist blogger;
general: general oberst offizier kommandeur kommandant soldat soldaten admiral hauptmann;
doctor: arzt ärztin ärzte;
source: quelle quellen insider;
people: mann frau zeuge zeugin zeugen augenzeuge augenzeugin augenzeugen kritiker kritikerin bewohner bewohnerin
anwohner anwohnerin nachbar nachbarin eltern vater mutter sohn tochter bruder schwester trainer trainerin opposition
polizei sänger sängerin schauspieler schauspielerin künstler künstlerin regisseur regisseurin torwart kapitän spieler
spielerin stürmer landwirt landwirtin bauer bäuerin pfleger pflegerin lehrer lehrerin schüler schülerin student
studentin pfarrer pfarrerin bischof bischöfin kardinal papst angeklagte angeklagter kläger klägerin opfer besucher
besucherin urlauber rentner rentnerin demonstranten teilnehmer teilnehmerin mitglieder mitarbeiter mitarbeiterin
verkäufer verkäuferin retter helfer helferin feuerwehrmann verfahrensbeteiligte verbraucher delegierte freund freundin
aktivist aktivistin aktivisten verleger verlegerin;
organisation: partei regierung unternehmen firma verband ministerium gericht organisation zeitung sender agentur
nachrichtenagentur fraktion gewerkschaft verein behörde universität kirche konzern bank institut stiftung bündnis
initiative magazin blatt wetterdienst feuerwehr;
document: bericht erklärung mitteilung brief studie schreiben papier meldung gutachten urteil e-mail aussendung
""")

GERMAN = Reporting(
    code="de",
    cues=cues(),
    participles={},
    naming=words("genannt genannte genannten sogenannte sogenannten bezeichnet"),
    according=(("laut",), ("nach", "angaben", "von"), ("nach", "angaben", "des"), ("nach", "angaben", "der"),
               ("nach", "worten", "von"), ("nach", "ansicht", "von"), ("nach", "ansicht", "der"),
               ("nach", "ansicht", "des"),
               ("nach", "auskunft", "von"), ("nach", "auskunft", "der"), ("nach", "auskunft", "des"), ("so",)),
    pronouns=table("m: er; f: sie; : es wir ich man"),
    titles=table("""m: herr könig prinz; f: frau königin prinzessin; : dr dr. prof prof. präsident präsidentin kanzler
        kanzlerin
        bundeskanzler bundeskanzlerin minister ministerin außenminister außenministerin innenminister
        innenministerin
        ministerpräsident ministerpräsidentin bundespräsident papst general senator senatorin bürgermeister
        oberbürgermeister oberbürgermeisterin generalsekretär sprecher sprecherin chef chefin premierminister
        premierministerin
        us-präsident trainer richter bischof kardinal staatsanwalt parteichef verteidigungsminister finanzminister"""),
    roles=Compounds(ROLES),
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
                  "zuvor zunächst später anschließend danach daraufhin schließlich einst früher kürzlich jüngst vorher "
                  "inzwischen mittlerweile dennoch trotzdem deshalb daher zugleich gleichzeitig wörtlich "
                  "erneut immerhin "
                  "offenbar tatsächlich natürlich dann jetzt bislang bisher zuletzt "
                  "seine zwei drei vier viele mehrere einige beide alle nicht nur noch schon"),
    participle_ending=("end",),
    verb_endings=("t", "te", "ten"),
    auxiliaries=words("hat habe haben hatte hatten"),
    postposed=words("zufolge"),
    moods=words("sei seien habe hätte hätten werde würden müsse müssten könne könnten solle sollten dürfe wolle gebe "
                "gäbe wisse bleibe komme gehe stehe lasse halte finde brauche"),
    conjunctions=words("nachdem als wenn während weil da obwohl bevor ehe wie sobald auf"),
    abbreviations=words("dr prof hr fr st nr ca bzw u.a z.b d.h mio mrd jan feb apr aug sept okt nov dez"),
    capital_nouns=True,
    follow=words("auch dann später am montag dienstag mittwoch donnerstag freitag samstag sonntag gestern "
                 "heute dazu gegenüber "
                 "daraufhin"),
    days=words("montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai "
               "juni juli august "
               "september oktober november dezember"),
    groups=words("partei bund bundestag ministerium gericht universität verband ag gmbh zeitung zeitschrift"),
)  # fmt: skip
