"""The quotes of whole stories are grouped as a careful reader would group them.

A line is "version | utterance | speaker | role | wording"; a quote that joins two utterances has two letters.
"""

from __future__ import annotations

from itertools import combinations

import pytest

from desktop.domain import Span
from desktop.text.statements import Band, Occurrence, Statements, group, to_json

_STORIES = {
    "dam": """
A | a | Priya Raman | irrigation minister | We will not release a single drop of water until the talks resume.
B | a | Priya Raman | minister | Not a single drop will be released before talks are resumed,
C | a | Raman |  | not release a single drop
A | b | Priya Raman | irrigation minister | The reservoir is at 38 percent of its capacity.
B | b | Priya Raman | minister | The reservoir stands at 83 per cent of capacity
A | c | Joseph Mwangi | farmer | My maize is dying and my cattle are dying.
C | c | Joseph Mwangi |  | My cattle are dying, my maize is dying,
B | d | Grace Mwangi |  | My goats are dying and so are my hopes.
D | a | the minister |  | Until the talks resume we will not release one drop of water
D | e | Priya Raman | minister | We will release water as soon as the talks are over
""",
    "trial": """
A | a | Oscar Field | defence lawyer | My client is a scapegoat for a system that failed long before he arrived.
B | a | Oscar Field | lawyer | scapegoat for a system that failed long before he arrived
C | a | Oscar Field | barrister | He is being made the scapegoat of a system which had failed long before his arrival,
A | b | Nina Falk | prosecutor | He had every chance to stop and he did not stop.
B | b | Nina Falk | prosecutor | He had every opportunity to stop, and he didn't,
C | c | Nina Falk |  | He had no chance to stop
B | d | Judge Amos Bell |  | You showed no remorse then and you show none now.
C | d | Amos Bell | judge | You showed no remorse then, and none now,
A | d | the judge |  | You showed no remorse … and you show none now
D | e | Rita Cole | victim's mother | He showed no remorse at all, not once.
""",
    "merger": """
A | a | Lars Holm | chief executive | This merger creates a champion with 40,000 employees and sales of $12 billion.
B | a | Lars Holm | CEO | The merger creates a champion with 40,000 employees and revenue of 12 billion dollars,
C | a | Holm |  | creates a champion with 14,000 employees
A | b | Lars Holm | chief executive | There will be no forced redundancies before 2027.
B | b | Lars Holm | CEO | No forced layoffs will take place before 2027
C | b | Lars Holm |  | There will be no forced redundancies until the end of 2027
A | c | Ida Berg | union leader | There will be redundancies, whatever the bosses say.
B | c | Ida Berg | head of the union | Whatever the bosses say, there will be redundancies,
D | d | Lars Holm | CEO | We looked at forced redundancies and decided against them last spring
D | e | an analyst |  | This merger destroys value for both sets of shareholders
A | e | an analyst at Berg Bank |  | The merger is destroying value for both groups of shareholders,
""",
    "garbled": """
A | a | Chloé Durand | mayor | I can’t remember a night when the sirens didn’t wake us.
B | a | ChloÃ© Durand | mayor | I canâ€™t remember a night when the sirens didnâ€™t wake us.
C | a | Chlo? Durand |  | I can?t remember a night when the sirens didn?t wake us
A | b | Chloé Durand | mayor | We need shelters, generators and medicine.
B | b | ChloÃ© Durand | mayor | We need shelters, gen- erators and medi- cine.
C | b | Durand |  | We need shelters , generators , and medicine
D | c | Chloé Durand | mayor | We have shelters, generators and enough medicine for a month.
""",
    "joined": """
A | a | Ben Stokes | club chairman | The manager has our full support.
A | b | Ben Stokes | club chairman | But results have to improve, and they have to improve quickly.
B | ab | Ben Stokes | chairman | The manager has our full support. But results must improve, and must improve quickly.
C | ab | Ben Stokes |  | The manager has our full support … but results have to improve quickly
D | b | Stokes | chairman | Results must get better, and fast
D | c | Ben Stokes | chairman | The players have our full support as well
E | d | Ray Munn | captain | The manager has our full support, every one of us
""",
    "back": """
A | a | Jiro Tanaka | spokesman | We are gravely concerned about the launch and urge all to show restraint.
B | a | Jiro Tanaka | spokesman | We feel serious concern over the launch and call on all parties to exercise restraint
C | a | Tanaka |  | seriously worried by the launch
A | b | Jiro Tanaka | spokesman | The missile fell into the sea about 200 kilometres from the coast.
B | b | Jiro Tanaka | spokesman | The rocket came down in the sea some 200 km off the coast
D | b | Jiro Tanaka |  | The missile fell in the sea around 300 kilometers from our coast
D | c | Lee Min-ho | general | The missile flew about 400 kilometres before it fell into the sea.
""",
    "vaccine": """
A | a | Hana Kovac | lead author | It is the result we have dreamed of for ten years.
B | a | Hana Kovac |  | This is the result we've been dreaming of for a decade,
A | b | Hana Kovac | lead author | Two thirds of the deaths could have been prevented.
B | b | Hana Kovac |  | Two-thirds of deaths might have been avoided,
C | b | Kovac | researcher | One third of the deaths could have been prevented
A | c | Tim Oakes | virologist | I would wait for the second trial before celebrating.
B | c | Tim Oakes |  | I'd wait for a second trial before I celebrate,
C | d | Tim Oakes |  | I celebrated too early the last time, and I will not do it again.
D | e | Hana Kovac |  | Ten years ago nobody dreamed of such a result.
""",
    "storm": """
A | a | Mel Abbot | forecaster | The worst of the wind will pass soon but the sea will stay dangerous until morning.
B | a | Mel Abbot |  | the sea will stay dangerous until morning
C | a | Mel Abbot | forecaster | The sea will remain dangerous until the morning,
A | b | Idris Powell | farmer | I've lost the roof, the barn and two tractors.
B | b | Idris Powell |  | I lost the roof, the barn and both tractors
C | b | Powell | farmer | I have lost a roof, a barn and three tractors
D | c | Gwen Rees | farmer | I've lost the roof and half my sheep.
A | d | police |  | Stay at home unless your journey is essential.
B | d | a police spokesman |  | stay home unless the journey is essential
D | e | Idris Powell |  | I have never lost a roof before
""",
    "election": """
A | a | Vince Morrow | candidate | She is a liar and a coward and she won't debate me.
B | a | Vince Morrow |  | a liar and a coward
C | a | Morrow |  | She's a coward, she's a liar and she will not debate me,
A | b | Alice Penhall | governor | I will debate him any time, any place, on any subject.
B | b | Alice Penhall |  | any time, any place
C | b | Alice Penhall | governor | I'm ready to debate him anytime, anywhere,
D | c | Vince Morrow |  | I will debate anybody except a liar
D | d | Alice Penhall | governor | He is a liar, and everyone in this state knows it.
A | d | Penhall |  | He's a liar, and everybody in the state knows that
""",
    "rescue": """
A | a | Kirsty Bell | team leader | He is the luckiest man in Scotland.
B | a | Kirsty Bell |  | the luckiest man in Scotland
C | a | Bell | rescuer | He must be Scotland's luckiest man,
A | b | Ross Tully | climber | I just remember falling and thinking of my kids.
B | b | Ross Tully |  | All I remember is falling, and thinking about my children,
C | c | Ross Tully |  | I remember every second of the fall.
D | d | Ross Tully |  | My kids were the first thing I saw when I woke up.
""",
    "de": """
A | a | Anke Vogt | Politikerin | Wir haben in den vergangenen Jahren viel zu wenig in unsere Brücken investiert.
B | a | Anke Vogt |  | In den letzten Jahren wurde viel zu wenig in die Brücken investiert
C | a | Vogt |  | viel zu wenig in unsere Brücken investiert
A | b | Jörg Hansen | Bürgermeister | Die Arbeiten beginnen im Mai und dauern zwei Jahre.
B | b | Jörg Hansen |  | Die Bauarbeiten werden im Mai beginnen und zwei Jahre lang dauern,
C | b | Hansen | Bürgermeister | Die Arbeiten beginnen im März und dauern drei Jahre
A | c | Klaus Weller | Gewerkschaftschef | Wer so mit den Beschäftigten umgeht, hat jedes Vertrauen verspielt.
B | c | Klaus Weller |  | Wer die Beschäftigten so behandelt, verspielt jedes Vertrauen
D | d | Jörg Hansen |  | Wir werden jedes Jahr eine Brücke erneuern
D | e | Tom Ebel |  | Die Arbeiten hätten längst beginnen müssen
""",
    "fr": """
A | a | Anne Duval | députée | Nous avons investi beaucoup trop peu dans nos ponts ces dernières années.
B | a | Anne Duval |  | Ces dernières années, on a beaucoup trop peu investi dans les ponts
A | b | Hervé Colin | maire | Les travaux commenceront en mai et dureront deux ans.
B | b | Hervé Colin |  | les travaux vont commencer en mai et vont durer deux ans
C | b | Colin |  | Les travaux commenceront en mars et dureront trois ans
A | c | Karim Benali | syndicaliste | Ceux qui traitent ainsi les salariés ont perdu toute notre confiance.
B | c | Karim Benali |  | Quand on traite les salariés de cette façon, on perd notre confiance,
D | d | Hervé Colin |  | Nous rénoverons un pont chaque année
D | e | Marc Petit |  | Les travaux auraient dû commencer depuis longtemps
""",
    "es": """
A | a | Ana Duarte | diputada | Hemos invertido demasiado poco en nuestros puentes en los últimos años.
B | a | Ana Duarte |  | En los últimos años se ha invertido demasiado poco en los puentes
A | b | Jorge Colón | alcalde | Las obras empezarán en mayo y durarán dos años.
B | b | Jorge Colón |  | las obras comienzan en mayo y van a durar dos años
C | b | Colón |  | Las obras empezarán en marzo y durarán tres años
D | d | Jorge Colón |  | Renovaremos un puente cada año
D | e | Marcos Peña |  | Las obras tendrían que haber empezado hace tiempo
""",
    "airline": """
A | a | Northwind Air |  | We apologise to all passengers affected and are working to get them home.
B | a | a spokeswoman for Northwind Air |  | We apologize to all affected passengers and are working to bring them home,
C | a | Northwind |  | We are sorry for all passengers affected
A | b | Reema Das | passenger | Nobody from the airline has spoken to us since Tuesday.
B | b | Reema Das |  | No one from Northwind has talked to us since Tuesday,
D | c | Leo Hart | passenger | Nobody from the airline will speak to us.
C | d | Reema Das |  | On Tuesday somebody from the airline finally spoke to us.
""",
    "poem": """
A | a | Ama Okello | poet | I have no river, only the bed of one, and I lie down in it.
B | a | Ama Okello |  | I have no river, / only the bed of one, / and I lie down in it.
C | a | Okello |  | I have no river / only the bed of one / and I lie down in it
A | b | Ama Okello | poet | I wrote it in one night and I have regretted it ever since.
B | b | Ama Okello |  | I wrote it in a single night, and regret it to this day,
D | c | Ama Okello |  | One night I lay down by the river and wrote
""",
    "envoy": """
A | a | Pavel Sorokin | ambassador of Russia | This is theatre, and bad theatre at that.
B | a | the Russian ambassador |  | It's theatre, and bad theatre too,
C | a | Sorokin | envoy | this is a theatre, and a bad one
A | b | Lene Holm | foreign minister | The drone flights were not an accident.
B | b | Lene Holm |  | These drone flights were no accident,
C | c | Pavel Sorokin |  | The drone flights were an accident, and we regret them
D | b | the Danish foreign minister |  | The flights of the drones were not an accident
D | d | a Danish official |  | The meeting was frosty and he drank no coffee.
A | d | an official |  | It was a frosty meeting. He drank no coffee,
""",
}


def _occurrences(story: str) -> tuple[list[Occurrence], list[str]]:
    found, utterances, ends = [], [], dict.fromkeys("ABCDE", 0)
    for n, line in enumerate(story.strip().splitlines()):
        version, letters, speaker, role, wording = line.split(" | ")
        span = Span(ends[version], ends[version] + len(wording))
        ends[version] = span.end + 30
        found.append(Occurrence(n, version, span, wording, speaker, role))
        utterances.append(letters)
    return found, utterances


def _bands(quotes: list[Occurrence], statements: Statements) -> dict[frozenset[int], str]:
    place = {(q.source, q.span.start): n for n, q in enumerate(quotes)}
    pairs = to_json(statements)["pairs"]
    return {frozenset(place[p[side][0], p[side][1]] for side in "ab"): p["band"] for p in pairs}


def _compared(name: str) -> list[tuple[bool, str]]:
    """Of every two quotes of different versions: whether they report one utterance, and the band they got."""
    quotes, utterances = _occurrences(_STORIES[name])
    bands = _bands(quotes, group(quotes))
    return [
        (bool(set(utterances[a]) & set(utterances[b])), bands.get(frozenset((a, b)), ""))
        for a, b in combinations(range(len(quotes)), 2)
        if quotes[a].source != quotes[b].source
    ]


@pytest.mark.parametrize("name", _STORIES)
def test_look_alikes_are_never_grouped(name: str) -> None:
    assert [band for same, band in _compared(name) if not same and band == Band.GROUPED] == []


def test_nearly_all_wordings_of_an_utterance_are_grouped_or_suggested_and_little_else() -> None:
    near = {Band.GROUPED.value, Band.SUGGESTED.value}
    every = [pair for name in _STORIES for pair in _compared(name)]
    expected = [band for same, band in every if same]
    found = [same for same, band in every if band in near]
    assert sum(band in near for band in expected) >= 0.95 * len(expected)
    assert sum(found) >= 0.95 * len(found)


def test_what_other_languages_inflect_counts_as_one() -> None:
    for name in ("de", "fr", "es"):
        assert all(band in {"grouped", "suggested"} for same, band in _compared(name) if same)


def test_look_alikes_are_told_in_the_order_of_the_words_whatever_order_a_set_has() -> None:
    parts = [
        "the old harbour wall will be closed",
        "the long northern bridge will be painted",
        "the deep river tunnel will be drained",
        "the steep castle stairs will be mended",
        "the empty railway sheds will be emptied",
        "the narrow fish market will be widened",
    ]
    speakers = ("Bob Marsh", "Carl Pym", "Dora Quint", "Ed Rowe", "Fay Stone", "Gus Tarn")
    quotes = [_said_by("all", "Ann Lee", ", ".join(parts))]
    quotes += [_said_by(f"part {n}", speakers[n], part) for n, part in enumerate(parts)]
    pairs = [(link.a.source, link.b.source) for link in group(quotes).links]
    assert pairs == [("all", f"part {n}") for n in range(len(parts))]


def _said_by(source: str, speaker: str, words: str) -> Occurrence:
    return Occurrence(key=source, source=source, span=Span(0, len(words)), text=words, speaker=speaker)
