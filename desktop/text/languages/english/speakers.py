"""English words of attributions."""

from __future__ import annotations

from desktop.text.languages.language import words
from desktop.text.languages.speaker_words import SpeakerWords

SPEAKERS = SpeakerWords(
    titles=words(
        "mr mrs ms miss dr prof professor sir dame lord lady president vice prime minister secretary senator sen rep "
        "representative congressman congresswoman governor gov mayor general gen brig brigadier colonel col lt "
        "lieutenant major maj captain capt sergeant sgt admiral adm judge justice chancellor ambassador king queen "
        "prince princess pope chairman chairwoman chair director chief executive officer ceo spokesman spokeswoman "
        "spokesperson deputy press russian ukrainian american british french german chinese iranian israeli former "
        "acting detective inspector"
    ),
    pronouns=words("he she it they him her them i we who"),
    articles=words("the a an one another some other"),
    definite=("the", "his", "her", "their", "our", "its"),
    indefinite=("an?", "one", "another", "some", "several", "two", "three", "many"),
    sources=words(
        "official source aide adviser advisor diplomat person someone insider analyst expert witness resident "
        "neighbour neighbor employee worker staffer lawmaker officer soldier student teacher doctor nurse lawyer "
        "investigator prosecutor critic supporter activist observer reporter friend relative survivor passenger "
        "driver caller user scientist researcher economist trader member representative"
    ),
    offices=words(
        "spokesman spokeswoman spokesperson spokespeople minister envoy ambassador president leader director chief "
        "chairman chairwoman chair secretary governor mayor commander executive manager coach captain senator "
        "congressman congresswoman premier chancellor king queen prince pope bishop archbishop cardinal judge "
        "commissioner coordinator founder owner professor author actor singer"
    ),
    people=words("people"),
    bodies=words(
        "house ministry department office government administration party union council committee commission company "
        "corporation corp inc ltd agency bureau police court army navy force forces military pentagon kremlin "
        "congress senate parliament bank university institute association federation league foundation group team "
        "club church nations embassy mission campaign board authority service centre center news times post press "
        "media network reuters"
    ),
    unnamed=("unnamed", "unidentified", "anonymous", "anonymity", "not authori[sz]ed", "familiar with"),
    compounds=(
        "white house",
        "state department",
        "north korean?",
        "south korean?",
        "south african?",
        "united nations",
        "united states",
        "new zealand",
    ),
    earlier=(
        "at the time",
        "back then",
        "back in",
        "last (?:week|month|year|spring|summer|autumn|fall|winter)",
        "(?:weeks?|months?|years?) (?:ago|earlier|before)",
        "earlier (?:this|that|in)",
        "once said",
    ),
    saying=words("said says told added stated"),
    coordinating=words("and or to"),
    clitics=words("t s re ve ll d m"),
    two_words=(("no one", "nobody"), ("per cent", "percent")),
)
