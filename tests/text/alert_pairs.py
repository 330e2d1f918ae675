"""Pairs of versions of news articles, made up for the tests, with the alerts that a checker wants to see.

A pair is an article and the edits by which its second version differs. An edit is what was printed, what is printed
now, and the kinds of which an alert may be; none where it is nothing to look at.
"""

from __future__ import annotations

from typing import NamedTuple

from desktop.text.changes import AlertKind as K

STORIES = {
    "ferry": (
        "Ferry runs aground off Norholm\n\n"
        "NORHOLM — A ferry with 214 people on board ran aground off the coast of Norholm early on Tuesday, and at "
        "least "
        "12 passengers were hurt, the coast guard said.\n\n"
        "The ferry, the Solveig, was on its way from Bergby to the island of Skarv when it struck a rock at about 4:30 "
        "a.m. in thick fog. All passengers were taken off by noon.\n\n"
        "“We heard a loud bang and then the lights went out,” said Karin Holt, 43, a teacher from Bergby. “Nobody "
        "told us "
        "what to do.”\n\n"
        "The captain, Anders Moe, has not been charged. He denied that he had been asleep, his lawyer said on "
        "Wednesday.\n\n"
        "Transport Minister Lise Dahl said the rescue had been “fast and well led.” The company that owns the ferry, "
        "Nordline, declined to comment.\n\n"
        "Two years ago a ship of the same company lost power near Skarv. Passenger numbers on the route rose by 8 "
        "percent "
        "last year.\n"
    ),
    "school": (
        "City to close three schools\n\n"
        "The city of Arden will close three primary schools by 2027 because too few children live in its east, "
        "Mayor Paula "
        "Grant said on Thursday.\n\n"
        "The decision will affect about 640 pupils and 58 teachers. It will save the city $4.2 million a year, "
        "according to "
        "a report by the audit office.\n\n"
        "“No child will have to travel more than two miles,” Grant told reporters. “We have looked at every other "
        "way.”\n\n"
        "The teachers’ union criticized the plan. “This is a betrayal of families who cannot move,” said its "
        "chairman, Tom "
        "Reyes. He said the union would go to court.\n\n"
        "The council voted 9–4 for the plan. A spokesman for the state’s education department said it might still be "
        "reviewed.\n\n"
        "Enrolment in the east of the city fell from 3,100 in 2015 to 2,240 last year. The mayor rejected calls for a "
        "referendum.\n"
    ),
    "strike": (
        "Miners end strike after 19 days\n\n"
        "Miners at the Tarn copper mine in northern Chile ended a strike of 19 days on Friday after the owner, Alto "
        "Metals, "
        "agreed to raise wages by 6.5 percent.\n\n"
        "The union’s leader, Rosa Fuentes, said the deal was “a victory for every family in the valley.” About "
        "2,300 workers "
        "had stopped work on June 3.\n\n"
        "The strike cost the company about $90 million, its chief executive, Peter Lang, said in a statement. He "
        "said the "
        "mine would be back at full output within a week.\n\n"
        "“We never wanted this fight,” Lang said. “It was forced on us by people who do not live here.”\n\n"
        "Police arrested seven people during a protest in Calama last week. None of them was a miner, a police "
        "official "
        "said. The government did not take part in the talks.\n\n"
        "Copper prices fell by 2 percent after the news. Analysts expect that output will recover in July.\n"
    ),
    "bank": (
        "Regulator fines bank over transfers\n\n"
        "The financial regulator has fined Kestrel Bank €35 million for failing to report suspicious transfers, it "
        "said on "
        "Monday.\n\n"
        "Between March 2019 and May 2021 the bank moved more than €1.1 billion for a trading company in Riga "
        "without asking "
        "where the money came from, the regulator’s report says.\n\n"
        "“The failures were serious and lasted for years,” said Helen Marsh, the head of enforcement. “The bank "
        "knew of them "
        "and did nothing.”\n\n"
        "A spokeswoman for the bank said it regretted the mistakes. It has hired 120 more staff and closed its "
        "branch in "
        "Latvia. It will not appeal.\n\n"
        "Two former managers are under investigation. One of them, Ivars Ozols, told the newspaper Diena that he was "
        "innocent. Prosecutors in Lithuania are also looking into the case.\n\n"
        "Shares in the bank rose by 3 percent. The fine is the largest that the regulator has ever imposed.\n"
    ),
    "fire": (
        "Forest fire spreads towards villages\n\n"
        "A forest fire that broke out on Sunday has burned some 1,800 hectares near the town of Alvor and is "
        "spreading east "
        "towards two villages, officials said.\n\n"
        "More than 400 firefighters and six aircraft were fighting the flames on Monday evening. No one has been "
        "killed, but "
        "three firefighters were injured.\n\n"
        "“The wind is against us,” said the fire chief, Duarte Lima. “If it turns in the night, we can hold the "
        "line at the "
        "river.”\n\n"
        "The police believe the fire was probably started by a spark from a train. They have not ruled out arson. A "
        "man of "
        "52 was questioned and released.\n\n"
        "The mayor of Alvor, Ines Prado, accused the government of ignoring her warnings. She said she had asked "
        "for more "
        "aircraft in April.\n\n"
        "About 900 people left their homes. The road between Alvor and Lagos is closed. The interior ministry said "
        "help from "
        "Spain would arrive on Tuesday.\n"
    ),
    "vaccine": (
        "Trial of malaria vaccine shows promise\n\n"
        "A new malaria vaccine prevented 71 percent of severe cases in a trial with 5,400 children, researchers at a "
        "university said on Wednesday.\n\n"
        "The children, aged between five and 36 months, live in Ghana, Mali and Kenya. They were given three doses "
        "four weeks "
        "apart. Protection fell to 58 percent after 18 months.\n\n"
        "“This is the best result that we have seen,” said Amara Diallo, who led the study. “It may save tens of "
        "thousands of "
        "lives.”\n\n"
        "Other scientists warned that the results had not been reviewed. “We need to see the data,” said John Beck, a "
        "virologist at Leeds, who was not involved.\n\n"
        "Side effects were mostly mild. Two children developed a high fever and recovered. The World Health "
        "Organization "
        "could decide on the vaccine before the end of the year.\n\n"
        "The maker, Biovale, wants to produce 20 million doses a year. The price will be below $5 a dose, the company "
        "promised.\n"
    ),
    "de": (
        "Brücke bei Lindau wird gesperrt\n\n"
        "Die Brücke über die Aurach bei Lindau wird ab Montag für alle Lastwagen gesperrt, teilte das "
        "Verkehrsministerium am "
        "Freitag mit. Bei einer Prüfung hatten Fachleute 34 Risse gefunden.\n\n"
        "Täglich fahren rund 18.000 Autos über die Brücke. Sie wurde 1968 gebaut und soll bis 2029 ersetzt werden. "
        "Die Kosten "
        "werden auf 72 Millionen Euro geschätzt.\n\n"
        "„Die Sicherheit geht vor“, sagte Verkehrsministerin Anna Reuter. „Wir haben keine andere Wahl.“\n\n"
        "Der Bürgermeister von Lindau, Jörg Falk, kritisierte die Entscheidung. Er sei nicht gefragt worden, sagte "
        "er dem "
        "Tagblatt. Die Umleitung führt durch das Dorf Erlach.\n\n"
        "Ein Sprecher der Spediteure bezeichnete die Sperrung als „Katastrophe für die Region“. Der Verband will "
        "klagen. Das "
        "Ministerium wies die Vorwürfe zurück.\n\n"
        "Die Zahl der Unfälle auf der Umleitung ist im vergangenen Jahr um 12 Prozent gestiegen.\n"
    ),
    "fr": (
        "Un incendie détruit un entrepôt à Brest\n\n"
        "Un incendie a détruit dans la nuit de lundi à mardi un entrepôt de 4 500 mètres carrés dans le port de "
        "Brest. Deux "
        "pompiers ont été légèrement blessés, a indiqué la préfecture.\n\n"
        "Le feu s’est déclaré vers 2 heures. Une centaine de pompiers l’ont combattu jusqu’à midi. L’entreprise "
        "Armor Fret, "
        "propriétaire du bâtiment, emploie 85 personnes.\n\n"
        "« Nous avons tout perdu », a déclaré sa directrice, Claire Le Goff. « Personne ne sait ce qui s’est passé. "
        "»\n\n"
        "Une enquête a été ouverte. L’origine du feu serait accidentelle, selon le procureur. Aucun suspect n’a été "
        "interpellé.\n\n"
        "Le maire, Yann Kervella, a affirmé que l’air n’était pas toxique. Les écoles du quartier resteront fermées "
        "jeudi.\n"
    ),
    "es": (
        "El río se desborda en Villamar\n\n"
        "El río Seco se desbordó el domingo en Villamar y obligó a evacuar a 320 vecinos, informó la Guardia Civil. "
        "Una mujer "
        "de 67 años sigue desaparecida.\n\n"
        "En solo tres horas cayeron 140 litros por metro cuadrado. El alcalde, Andrés Soler, pidió ayuda al "
        "Gobierno. “No "
        "tenemos agua ni luz”, dijo.\n\n"
        "La ministra del Interior, Laura Prieto, viajará el martes a la zona. “El Estado no va a dejar solo a nadie”, "
        "aseguró.\n\n"
        "La carretera entre Villamar y Lorca está cortada. Las pérdidas podrían superar los 15 millones de euros, "
        "según los "
        "agricultores. La presa no sufrió daños.\n"
    ),
}


class Edit(NamedTuple):
    """What was printed, what is printed now, and of which kinds an alert may be."""

    old: str
    new: str
    kinds: frozenset[K] = frozenset()


class Pair(NamedTuple):
    """An article and what was done to it."""

    story: str
    edits: tuple[Edit, ...]

    @property
    def versions(self) -> tuple[str, str]:
        """The two texts."""
        a = b = STORIES[self.story]
        for edit in self.edits:
            assert b.count(edit.old) == 1, f"{edit.old!r} stands {b.count(edit.old)} times in {self.story}"
            b = b.replace(edit.old, edit.new)
        return a, b


def alert(old: str, new: str, *kinds: K) -> Edit:
    return Edit(old, new, frozenset(kinds))


def silent(old: str, new: str) -> Edit:
    return Edit(old, new)


def moved(story: str, number: int, to: int) -> Edit:
    """A paragraph (from 0, the headline among them) that stands elsewhere."""
    paragraphs = STORIES[story].rstrip("\n").split("\n\n")
    order = paragraphs[:number] + paragraphs[number + 1 :]
    order.insert(to, paragraphs[number])
    return Edit(STORIES[story], "\n\n".join(order) + "\n")


PAIRS = [
    Pair("ferry", edits)
    for edits in (
        (alert("214 people", "241 people", K.NUMBER), silent("were hurt", "were injured")),
        (alert("at least 12 passengers", "12 passengers", K.HEDGE, K.NUMBER),),
        (alert("at least 12", "at least 15", K.NUMBER), alert("Tuesday", "Wednesday", K.DATE)),
        (alert("4:30 a.m.", "4:30 p.m.", K.DATE, K.NUMBER), silent("thick fog", "dense fog")),
        (alert("from Bergby to the island", "from Berghaven to the island", K.PLACE, K.NAME),),
        (alert("has not been charged", "has been charged", K.NEGATION),),
        (alert("He denied that he had been asleep", "He said that he had been asleep", K.NEGATION, K.ATTRIBUTION),),
        (alert("Karin Holt, 43,", "Karin Holt, 34,", K.NUMBER), silent("told us", "told us")),
        (alert("We heard a loud bang", "We heard a bang", K.QUOTATION),
         silent("a teacher from", "a school teacher from")),
        (alert("“fast and well led.”", "“fast, well led and brave.”", K.QUOTATION, K.TRUNCATION),),
        (alert("Anders Moe", "Anders Moen", K.NAME),),
        (alert("rose by 8 percent", "fell by 8 percent", K.DIRECTION),),
        (silent("Ferry runs aground off Norholm", "Ferry Runs Aground Off Norholm"),
         silent("were taken off by noon", "had been taken off by noon")),
        (moved("ferry", 6, 3),),
        (silent("at about 4:30 a.m.", "around 4.30 a.m."), silent("8 percent", "8%"), silent("Two years", "2 years")),
        (silent("Transport Minister Lise Dahl", "Transportation Minister Lise Dahl"),
         silent("The company that owns the ferry, Nordline,", "Nordline, the company that owns the ferry,")),
        (alert("the coast guard said.", "the owner said.", K.ATTRIBUTION, K.SPEAKER),),
        (alert(", the coast guard said.", ".", K.ATTRIBUTION),),
        (alert(" “Nobody told us what to do.”", "", K.WHOLE_QUOTATION),),
        (alert("Nordline, declined to comment.", "Nordline, said it was sorry.", K.NEGATION, K.ATTRIBUTION),),
    )
]  # fmt: skip
PAIRS += [
    Pair("school", edits)
    for edits in (
        (alert("three primary schools", "two primary schools", K.NUMBER),
         alert("City to close three schools", "City to close two schools", K.NUMBER)),
        (alert("by 2027", "by 2029", K.DATE, K.NUMBER),),
        (alert("about 640 pupils", "almost 700 pupils", K.NUMBER), alert("58 teachers", "85 teachers", K.NUMBER)),
        (alert("$4.2 million a year", "$4.2 billion a year", K.NUMBER),),
        (alert("more than two miles", "less than two miles", K.DIRECTION, K.NEGATION, K.QUOTATION, K.NUMBER),),
        (alert("will have to travel", "should have to travel", K.QUOTATION, K.HEDGE),),
        (alert("said its chairman, Tom Reyes", "said its chairwoman, Ana Reyes", K.NAME, K.SPEAKER),),
        (alert("voted 9–4 for the plan", "voted 9–4 against the plan", K.DIRECTION, K.NEGATION),),
        (alert("voted 9–4", "voted 8–5", K.NUMBER),),
        (alert("it might still be reviewed", "it would still be reviewed", K.HEDGE),),
        (alert("fell from 3,100", "rose from 3,100", K.DIRECTION),),
        (alert("rejected calls", "backed calls", K.DIRECTION, K.NEGATION),),
        (alert("criticized the plan", "welcomed the plan", K.DIRECTION, K.NEGATION, K.ATTRIBUTION),),
        (alert(", according to a report by the audit office", "", K.ATTRIBUTION),),
        (alert("a report by the audit office", "a report by the mayor’s office", K.ATTRIBUTION, K.NAME, K.SPEAKER),),
        (silent("because too few children live in its east", "since too few children live in the east of the city"),),
        (silent("Mayor Paula Grant said on Thursday", "Mayor Paula Grant said Thursday"),
         silent("criticized", "criticised"), silent("$4.2 million", "$4.2m")),
        (silent("Enrolment", "Enrollment"), alert("The council voted",
         "On Thursday evening the council voted", K.DATE)),
        (moved("school", 6, 2),),
        (alert("He said the union would go to court.", "He claimed the union would go to court.", K.ATTRIBUTION),),
        (alert("every other way.”", "every other way there is.”", K.QUOTATION, K.TRUNCATION),),
    )
]  # fmt: skip
PAIRS += [
    Pair("strike", edits)
    for edits in (
        (alert("by 6.5 percent", "by 5.6 percent", K.NUMBER),),
        (alert("in northern Chile", "in southern Chile", K.PLACE, K.DIRECTION),),
        (alert("About 2,300 workers", "About 3,200 workers", K.NUMBER), silent("stopped work", "downed tools")),
        (alert("on June 3", "on July 3", K.DATE),),
        (alert("about $90 million", "about $9 million", K.NUMBER),),
        (alert("within a week", "within a month", K.DATE, K.NUMBER),),
        (alert("“We never wanted this fight,”", "“We wanted this fight,”", K.NEGATION, K.QUOTATION),),
        (alert("None of them was a miner", "All of them were miners", K.NEGATION, K.DIRECTION),),
        (alert("did not take part", "took part", K.NEGATION),),
        (alert("in Calama", "in Arica", K.PLACE, K.NAME), silent("Police arrested", "The police arrested")),
        (alert("a police official said", "a union official said", K.ATTRIBUTION, K.SPEAKER, K.NAME),),
        (alert("Peter Lang, said in a statement", "Paul Lang, said in a statement", K.NAME),),
        (silent("Miners end strike after 19 days", "Miners End Strike After 19 Days"),
         silent("agreed to raise wages", "agreed to increase wages")),
        (silent("its chief executive, Peter Lang,", "its CEO, Peter Lang,"),
         silent("The union’s leader, Rosa Fuentes,", "Union leader Rosa Fuentes")),
        (alert("Copper prices fell by 2 percent after the news.", "", K.FIGURE, K.NUMBER),),
        (alert("Analysts expect that output will recover", "Analysts doubt that output will recover", K.NEGATION,
               K.DIRECTION, K.HEDGE, K.ATTRIBUTION),),
    )
]  # fmt: skip
PAIRS += [
    Pair("bank", edits)
    for edits in (
        (alert("€35 million", "$35 million", K.NUMBER),),
        (alert("€35 million", "€3.5 million", K.NUMBER),),
        (alert("Between March 2019", "Between May 2019", K.DATE), silent("moved more than", "transferred more than")),
        (alert("in Riga", "in Vilnius", K.PLACE, K.NAME), alert("in Latvia", "in Lithuania", K.PLACE, K.NAME)),
        (alert("It will not appeal.", "It will appeal.", K.NEGATION),),
        (alert("The failures were serious", "The failures were very serious", K.QUOTATION),),
        (alert("said Helen Marsh, the head of enforcement",
         "said Helen March, the head of enforcement", K.NAME, K.SPEAKER),),
        (alert("told the newspaper Diena that he was innocent", "told the newspaper Diena that he was guilty",
               K.DIRECTION, K.NEGATION),),
        (alert("Two former managers", "Two managers", K.DIRECTION, K.NAME, K.DATE),
         alert("rose by 3 percent", "rose by 5 percent", K.NUMBER)),
        (alert("is the largest that", "is the smallest that", K.DIRECTION),),
        (silent("Regulator fines bank over transfers", "Financial regulator fines bank over transfers"),
         silent("where the money came from", "where the money had come from")),
        (silent("suspicious transfers", "suspicous transfers"),
         silent("Prosecutors in Lithuania", "Lithuanian prosecutors")),
        (alert("said it regretted the mistakes", "claimed it regretted the mistakes", K.ATTRIBUTION),),
        (alert(" “The bank knew of them and did nothing.”", "", K.WHOLE_QUOTATION),),
    )
]  # fmt: skip
PAIRS += [
    Pair("fire", edits)
    for edits in (
        (alert("some 1,800 hectares", "some 2,600 hectares", K.NUMBER), alert("More than 400",
         "More than 520", K.NUMBER)),
        (alert("is spreading east", "is spreading west", K.DIRECTION, K.PLACE),),
        (alert("No one has been killed, but three", "One man has been killed, and three", K.NEGATION),),
        (alert("was probably started", "was started", K.HEDGE),),
        (alert("have not ruled out arson", "have ruled out arson", K.NEGATION),),
        (alert("If it turns in the night, we can hold",
         "If it turns in the night, we will hold", K.QUOTATION, K.HEDGE),),
        (silent("said the fire chief, Duarte Lima", "said the fire chief, Duarte Lima Costa"),),
        (alert("A man of 52", "A man of 25", K.NUMBER), silent("left their homes", "have left their homes")),
        (alert("between Alvor and Lagos is closed", "between Alvor and Lagos is open", K.DIRECTION, K.NEGATION),),
        (alert("help from Spain", "help from France", K.PLACE, K.NAME),),
        (alert("accused the government of ignoring", "thanked the government for heeding", K.DIRECTION, K.NEGATION,
               K.ATTRIBUTION),),
        (silent("Forest fire spreads towards villages", "FOREST FIRE SPREADS TOWARD VILLAGES"),
         silent("officials said", "officials say")),
        (silent("The mayor of Alvor, Ines Prado,", "Alvor’s mayor, Ines Prado,"), silent("six aircraft", "6 aircraft")),
        (moved("fire", 5, 3),),
    )
]  # fmt: skip
PAIRS += [
    Pair("vaccine", edits)
    for edits in (
        (alert("researchers at a university said", "researchers at the University of Bern said", K.NAME, K.PLACE,
               K.ATTRIBUTION),),
        (alert("prevented 71 percent", "prevented 17 percent", K.NUMBER),),
        (alert("Ghana, Mali and Kenya", "Ghana, Malawi and Kenya", K.PLACE, K.NAME),),
        (alert("It may save tens of thousands", "It will save tens of thousands", K.HEDGE, K.QUOTATION),),
        (alert("tens of thousands of lives", "hundreds of thousands of lives", K.NUMBER, K.QUOTATION),),
        (alert("had not been reviewed", "had been reviewed", K.NEGATION),),
        (alert("a virologist at Leeds", "a virologist at Bristol", K.PLACE, K.NAME),),
        (alert("could decide", "will decide", K.HEDGE), alert("Side effects were mostly mild",
         "Side effects were mild", K.HEDGE)),
        (alert("below $5 a dose", "above $5 a dose", K.DIRECTION, K.NUMBER),),
        (alert("three doses four weeks apart", "four doses three weeks apart", K.NUMBER),),
        (alert("the company promised", "the company said", K.ATTRIBUTION),),
        (silent("The World Health Organization", "The WHO"),
         silent("who led the study", "who was in charge of the study")),
        (alert("This is the best result", "This is the worst result", K.QUOTATION, K.DIRECTION),),
    )
]  # fmt: skip
PAIRS += [
    Pair("de", edits)
    for edits in (
        (alert("34 Risse", "43 Risse", K.NUMBER),),
        (alert("ab Montag", "ab Dienstag", K.DATE), silent("fahren rund", "rollen rund")),
        (alert("keine andere Wahl", "eine andere Wahl", K.NEGATION, K.QUOTATION),),
        (alert("72 Millionen Euro", "72 Milliarden Euro", K.NUMBER),),
        (alert("Er sei nicht gefragt worden", "Er sei gefragt worden", K.NEGATION),),
        (alert("um 12 Prozent gestiegen", "um 12 Prozent gesunken", K.DIRECTION),),
        (alert("Jörg Falk", "Jürgen Falk", K.NAME),),
        (alert("durch das Dorf Erlach", "durch das Dorf Buchen", K.PLACE, K.NAME),),
        (alert("kritisierte die Entscheidung", "begrüßte die Entscheidung", K.DIRECTION, K.NEGATION, K.ATTRIBUTION),),
        (silent("teilte das Verkehrsministerium am Freitag mit", "wie das Verkehrsministerium am Freitag mitteilte"),
         silent("rund 18.000 Autos", "rund 18 000 Autos")),
        (silent("wird ab Montag für alle Lastwagen gesperrt", "ist ab Montag für alle Lastwagen gesperrt"),),
    )
]  # fmt: skip
PAIRS += [
    Pair("fr", edits)
    for edits in (
        (alert("4 500 mètres", "5 400 mètres", K.NUMBER),),
        (alert("Deux pompiers", "Trois pompiers", K.NUMBER), silent("a détruit dans la nuit", "a ravagé dans la nuit")),
        (alert("L’origine du feu serait accidentelle", "L’origine du feu est accidentelle", K.HEDGE),),
        (alert("Aucun suspect n’a été interpellé", "Un suspect a été interpellé", K.NEGATION),),
        (alert("n’était pas toxique", "était toxique", K.NEGATION),),
        (alert("fermées jeudi", "fermées vendredi", K.DATE),),
        (alert("Nous avons tout perdu", "Nous avons presque tout perdu", K.QUOTATION, K.HEDGE),),
        (alert("Claire Le Goff", "Claire Le Gall", K.NAME),),
        (silent("a indiqué la préfecture", "selon la préfecture"), silent("vers 2 heures", "vers 2 h")),
    )
]  # fmt: skip
PAIRS += [
    Pair("es", edits)
    for edits in (
        (alert("320 vecinos", "230 vecinos", K.NUMBER),),
        (alert("el domingo", "el lunes", K.DATE),),
        (alert("de 67 años", "de 76 años", K.NUMBER),),
        (alert("La presa no sufrió daños", "La presa sufrió daños", K.NEGATION),),
        (alert("podrían superar", "superarán", K.HEDGE),),
        (alert("Andrés Soler", "Antonio Soler", K.NAME),),
        (alert("entre Villamar y Lorca", "entre Villamar y Murcia", K.PLACE, K.NAME),),
        (silent("pidió ayuda al Gobierno", "solicitó ayuda al Gobierno"),
         silent("En solo tres horas", "En apenas tres horas")),
    )
]  # fmt: skip
