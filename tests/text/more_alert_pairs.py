"""More pairs of versions as in `alert_pairs`, of other stories: written before anybody had looked at what they give."""

from __future__ import annotations

from desktop.text.changes import AlertKind as K
from tests.text.alert_pairs import STORIES, Pair, alert, moved, silent

STORIES |= {
    "court": (
        "Judge clears former mayor of bribery\n\n"
        "A judge in Dunmore on Thursday acquitted former mayor Brian Keane of taking bribes from a builder, ending "
        "a trial "
        "that lasted eleven weeks.\n\n"
        "Prosecutors had said that Mr Keane received £48,000 in cash between 2016 and 2018. Judge Emily Shaw said the "
        "evidence was too weak to convict him.\n\n"
        "“I have always told the truth,” Mr Keane said outside the court. “My family paid a terrible price for "
        "this.”\n\n"
        "The builder, Sean Doyle, pleaded guilty in a separate case last year and was sentenced to three years in "
        "prison. He "
        "did not testify.\n\n"
        "Alice Wren, the chief prosecutor, said her office would consider an appeal. A decision is expected within 30 "
        "days.\n\n"
        "More than a dozen witnesses were heard. One of them, a former secretary, said she had never seen any money.\n"
    ),
    "vote": (
        "Opposition wins most seats in Marland\n\n"
        "The opposition Civic Union won the most seats in Sunday’s election in Marland but fell short of a "
        "majority, the "
        "election commission said on Monday.\n\n"
        "With 98 percent of the votes counted, the Civic Union had 61 of 130 seats and the ruling National Party "
        "52. Turnout "
        "was 67 percent, up from 59 percent four years ago.\n\n"
        "“The people have asked for change,” said the Civic Union’s leader, Nora Vidal. “We will talk to everyone "
        "except the "
        "far right.”\n\n"
        "Prime Minister Oskar Brandt conceded defeat. He thanked his voters and said he would stay on as party "
        "leader.\n\n"
        "Observers from the European Union said the vote was largely free and fair. They reported minor problems in "
        "the "
        "south of the country.\n\n"
        "Talks on a coalition could take several months. The currency gained 1.4 percent against the dollar.\n"
    ),
    "plant": (
        "Carmaker to build battery plant in Ohio\n\n"
        "The carmaker Veltra will build a battery plant near Lima, Ohio, and create 1,500 jobs, it announced on "
        "Tuesday.\n\n"
        "The plant will cost $2.3 billion and is to open in late 2026. The state will contribute $310 million in tax "
        "breaks.\n\n"
        "“Ohio was our first choice,” said the company’s president, Dana Cole. “We looked at nine states.”\n\n"
        "Environmental groups fear that the plant will use too much water. The company denies this. It says it will "
        "recycle "
        "80 percent of the water.\n\n"
        "The autoworkers’ union supports the project. Its members will probably vote on a contract in March.\n\n"
        "Veltra sold 410,000 cars last year, fewer than in 2022. Its shares fell 2.1 percent on Tuesday.\n"
    ),
    "de2": (
        "Klinik in Bad Rehau schließt Geburtsstation\n\n"
        "Die Klinik in Bad Rehau schließt Ende Juni ihre Geburtsstation, weil Hebammen fehlen. Das sagte "
        "Geschäftsführerin "
        "Ute Brandl am Mittwoch.\n\n"
        "Im vergangenen Jahr kamen dort 412 Kinder zur Welt, 60 weniger als im Jahr davor. Die nächste Klinik liegt 38 "
        "Kilometer entfernt.\n\n"
        "„Wir haben alles versucht“, sagte Brandl. „Aber ohne Personal geht es nicht.“\n\n"
        "Landrat Stefan Huber will die Schließung verhindern. Die Ärztekammer hält sie für unvermeidlich. Eine "
        "Bürgerinitiative hat mehr als 5.000 Unterschriften gesammelt.\n\n"
        "Das Gesundheitsministerium teilte mit, es prüfe den Fall. Eine Entscheidung könnte im Mai fallen.\n"
    ),
    "fr2": (
        "Grève dans les trains jeudi\n\n"
        "Les syndicats de la compagnie ferroviaire appellent à la grève jeudi pour obtenir une hausse des salaires "
        "de 5 %. Un "
        "train sur trois circulera, a annoncé la direction.\n\n"
        "« Nous n’avons plus le choix », a déclaré Luc Perrin, secrétaire général du syndicat. « La direction ne "
        "veut pas "
        "négocier. »\n\n"
        "Le ministre des Transports, Alain Roche, a critiqué ce mouvement. Il a promis une réunion avant la fin du "
        "mois. La "
        "dernière grève, en mars, avait duré quatre jours.\n"
    ),
    "es2": (
        "Hallan un barco romano frente a Almería\n\n"
        "Un equipo de la Universidad de Murcia ha hallado frente a la costa de Almería un barco romano del siglo "
        "II, informó "
        "este lunes su director, Jaime Cano.\n\n"
        "El barco mide 18 metros y yace a 42 metros de profundidad. Transportaba unas 600 ánforas. “Está mejor "
        "conservado de "
        "lo que esperábamos”, dijo Cano.\n\n"
        "La excavación empezará en septiembre y costará 1,2 millones de euros. El Gobierno aún no ha aprobado el "
        "proyecto.\n"
    ),
}

MORE = [
    Pair("court", edits)
    for edits in (
        (alert("acquitted former mayor", "convicted former mayor", K.DIRECTION, K.NEGATION),),
        (alert("lasted eleven weeks", "lasted eleven months", K.NUMBER),),
        (alert("£48,000", "£84,000", K.NUMBER), silent("outside the court", "outside court")),
        (alert("between 2016 and 2018", "between 2015 and 2018", K.DATE, K.NUMBER),),
        (alert("was too weak to convict", "was strong enough to convict", K.DIRECTION, K.NEGATION),),
        (alert("I have always told", "I have mostly told", K.QUOTATION, K.HEDGE),),
        (alert("three years in prison", "three months in prison", K.NUMBER),),
        (alert("pleaded guilty", "pleaded not guilty", K.NEGATION),),
        (alert("He did not testify", "He testified", K.NEGATION),),
        (alert("would consider an appeal", "would file an appeal", K.HEDGE),) ,
        (alert("within 30 days", "within 60 days", K.NUMBER), silent("Mr Keane said outside", "Keane said outside")),
        (alert("More than a dozen witnesses", "More than two dozen witnesses", K.NUMBER),),
        (alert("had never seen any money", "had often seen money", K.NEGATION, K.DIRECTION),),
        (alert("Alice Wren, the chief prosecutor", "Alice Wynn, the chief prosecutor", K.NAME, K.SPEAKER),),
        (silent("Judge clears former mayor of bribery", "Judge Clears Former Mayor of Bribery"),
         silent("Mr Keane received", "Keane received")),
        (silent("ending a trial that lasted", "which ended a trial that had lasted"),
         silent("in a separate case", "in a seperate case")),
        (moved("court", 5, 3),),
        (alert("“My family paid a terrible price for this.”", "“My family paid a high price for this.”", K.QUOTATION),),
    )
] + [
    Pair("vote", edits)
    for edits in (
        (alert("61 of 130 seats", "63 of 130 seats", K.NUMBER), alert("With 98 percent", "With 99 percent", K.NUMBER)),
        (alert("up from 59 percent", "down from 69 percent", K.DIRECTION, K.NUMBER),),
        (alert("fell short of a majority", "won a majority", K.DIRECTION, K.NEGATION),),
        (alert("the election commission said on Monday", "state television said on Monday", K.ATTRIBUTION, K.SPEAKER),),
        (alert("talk to everyone except the far right",
         "talk to everyone, even the far right", K.QUOTATION, K.NEGATION),),
        (alert("conceded defeat", "claimed victory", K.DIRECTION, K.ATTRIBUTION, K.NEGATION),),
        (alert("he would stay on as", "he would resign as", K.DIRECTION, K.NEGATION),),
        (alert("was largely free", "was free", K.HEDGE),),
        (alert("in the south of", "in the north of", K.DIRECTION, K.PLACE),),
        (alert("could take several months", "will take several months", K.HEDGE),),
        (alert("gained 1.4 percent", "lost 1.4 percent", K.DIRECTION),),
        (alert("against the dollar", "against the euro", K.NUMBER, K.NAME, K.PLACE),),
        (silent("said the Civic Union’s leader, Nora Vidal",
         "said Nora Vidal, the leader of the Civic Union"), silent("four years ago", "4 years ago")),
        (silent("Prime Minister Oskar Brandt", "Prime minister Oskar Brandt"),
         silent("won the most seats in Sunday’s election in Marland",
         "won most seats in Marland’s election on Sunday")),
        (moved("vote", 6, 2),),
        (silent(" They reported minor problems in the south of the country.", ""),),
    )
] + [
    Pair("plant", edits)
    for edits in (
        (alert("create 1,500 jobs", "create 1,050 jobs", K.NUMBER),),
        (alert("near Lima, Ohio", "near Dayton, Ohio", K.PLACE, K.NAME),),
        (alert("in late 2026", "in early 2027", K.DATE, K.DIRECTION, K.NUMBER),),
        (alert("$310 million", "$310,000", K.NUMBER),),
        (alert("was our first choice", "was our last choice", K.QUOTATION, K.DIRECTION),),
        (alert("We looked at nine states", "We looked at five states", K.NUMBER, K.QUOTATION),),
        (alert("The company denies this.", "The company admits this.", K.NEGATION, K.ATTRIBUTION, K.DIRECTION),),
        (alert("recycle 80 percent", "recycle almost 80 percent", K.NUMBER, K.HEDGE),),
        (alert("supports the project", "opposes the project", K.DIRECTION),),
        (alert("will probably vote", "will vote", K.HEDGE),),
        (alert("fewer than in 2022", "more than in 2022", K.DIRECTION, K.NUMBER),),
        (alert("Dana Cole", "Diana Cole", K.NAME),),
        (silent("The carmaker Veltra", "Veltra, the carmaker,"), silent("fell 2.1 percent", "fell by 2.1%")),
        (silent("it announced on Tuesday", "the company announced Tuesday"),
         silent("Environmental groups", "Environmentalist groups")),
        (alert("Environmental groups fear", "Environmental groups say", K.HEDGE, K.ATTRIBUTION),),
    )
] + [
    Pair("de2", edits)
    for edits in (
        (alert("Ende Juni", "Ende Juli", K.DATE),),
        (alert("412 Kinder", "421 Kinder", K.NUMBER), alert("38 Kilometer", "83 Kilometer", K.NUMBER)),
        (alert("60 weniger", "60 mehr", K.DIRECTION, K.NUMBER),),
        (alert("Wir haben alles versucht", "Wir haben fast alles versucht", K.QUOTATION, K.HEDGE, K.NUMBER),),
        (alert("will die Schließung verhindern", "will die Schließung erlauben", K.DIRECTION),),
        (alert("für unvermeidlich", "für vermeidbar", K.NEGATION, K.DIRECTION),),
        (alert("Stefan Huber", "Stefan Gruber", K.NAME),),
        (alert("könnte im Mai fallen", "wird im Mai fallen", K.HEDGE),),
        (silent("mehr als 5.000", "über 5000"),
         silent("Das sagte Geschäftsführerin Ute Brandl am Mittwoch.",
         "Das teilte Geschäftsführerin Ute Brandl am Mittwoch mit.")),
        (alert("Geschäftsführerin Ute Brandl", "Sprecherin Ute Brandl", K.SPEAKER, K.NAME),),
    )
] + [
    Pair("fr2", edits)
    for edits in (
        (alert("de 5 %", "de 7 %", K.NUMBER),),
        (alert("Un train sur trois", "Un train sur deux", K.NUMBER),),
        (alert("a critiqué ce mouvement", "a soutenu ce mouvement", K.DIRECTION, K.ATTRIBUTION),),
        (alert("La direction ne veut pas négocier", "La direction veut négocier", K.NEGATION, K.QUOTATION),),
        (alert("quatre jours", "quatre heures", K.NUMBER),),
        (alert("en mars", "en avril", K.DATE), silent("a annoncé la direction", "selon la direction")),
        (alert("Luc Perrin", "Luc Périn", K.NAME, K.SPEAKER),),
    )
] + [
    Pair("es2", edits)
    for edits in (
        (alert("del siglo II", "del siglo III", K.DATE, K.NUMBER, K.NAME),),
        (alert("18 metros", "81 metros", K.NUMBER),),
        (alert("unas 600 ánforas", "unas 900 ánforas", K.NUMBER),),
        (alert("mejor conservado", "peor conservado", K.DIRECTION, K.QUOTATION),),
        (alert("aún no ha aprobado", "ya ha aprobado", K.NEGATION),),
        (alert("en septiembre", "en octubre", K.DATE),),
        (silent("ha hallado", "halló"),
         silent("informó este lunes su director", "según informó este lunes su director")),
    )
]  # fmt: skip
