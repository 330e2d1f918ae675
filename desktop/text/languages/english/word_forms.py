"""English word forms: inflections, contractions and spellings, by which wordings of one utterance are found."""

from __future__ import annotations

import re
from functools import lru_cache

from desktop.text.languages.english import LANGUAGE
from desktop.text.languages.english.lexicon import CARDINALS, LEXICON
from desktop.text.languages.word_forms import DENIAL, GRAMMAR, WordForms

SYNONYMS = """
difficult hard tough tricky
buy purchase acquire procure
complete finalize finalise finish conclude
arms weapon weaponry
worry concern trouble alarm disturb
expect anticipate foresee
could may might can would will
important significant crucial vital key essential
big large huge enormous massive
begin start commence launch
end stop cease halt
help assist aid
assistance support
show demonstrate indicate prove reveal
indication sign evidence
circulate spread
try attempt seek
allow permit let enable
answer reply respond
ask request
attack assault strike
bar ban prohibit forbid
build construct
careful cautious
clear obvious evident
cut reduce lower
damage harm hurt
danger threat risk peril
decide determine
destroy ruin
enough sufficient adequate
fast quick rapid swift
fear afraid
final last
fix repair mend
get receive obtain
give provide supply offer
glad happy pleased
goal aim objective target
happen occur
house home
idea notion
increase raise boost
job work
keep maintain retain
kill slay
kind type sort
law legislation
leave depart
likely probable
many numerous
mistake error
money fund cash
need require
new fresh novel
now currently presently
often frequently
part portion
plan scheme
prevent avoid
problem issue
protect defend safeguard
quit resign
reach attain
real genuine
rebuild reconstruct
refuse decline reject
regard consider view
remember recall
result outcome consequence
sad unhappy
safe secure
say state
severe major serious grave
shortage scarcity
shout yell
situation condition circumstance
small little tiny
speech address
strange odd weird
strength power
sure certain confident
talk conversation
tell inform
think believe
total whole entire complete
true accurate correct
truly really actually genuinely
use utilize utilise employ
very extremely highly
victory win triumph
violate breach
war conflict
whoever anyone anybody whomever
wonderful great marvellous marvelous
wrong incorrect mistaken
wound injure
fire flame blaze
sad heartbreaking tragic
speak talk
promise pledge vow
remain stay
crew team
accord agreement deal pact
accuse blame
admit acknowledge concede
announce declare proclaim
anger outrage fury
angry furious outraged
approve endorse
arrest detain apprehend
assure guarantee
brave courageous
calm quiet
car vehicle automobile
cause reason
chance opportunity
change alter modify
choose select pick
city town
collapse crumble
comment remark
common shared joint
company firm business
compel force oblige
completely totally entirely fully
condemn denounce
continue proceed
country nation
courage bravery
court tribunal
crash collision
crime offence offense
crisis emergency
deal agreement
death fatality
demand insist
deny refute
depend rely
despite notwithstanding
difference gap
disaster catastrophe
dispute quarrel row
doctor physician
doubt question
effort attempt
elect vote
enemy foe adversary
environment surroundings
event incident
evil wicked
example instance
explain clarify
fail flop
fight battle
finally eventually ultimately
flee escape
freedom liberty
friend ally
frighten scare
funding financing
government administration
group organisation organization
hide conceal
hope wish
horrible terrible dreadful awful
hurry rush
huge gigantic
illness disease sickness
immediate instant
improve better
inquiry investigation probe
invade occupy
join participate
kid child
lack absence
leader chief
level degree
lie falsehood
lift remove
listen hear
lovely beautiful
main principal
manage handle
meeting gathering
move shift
nervous anxious
obtain secure
obstacle hurdle barrier
oppose resist
opponent rival
option alternative
order command
path road way
peaceful calm
permission approval
place location spot site
pressure strain
price cost
proper appropriate
proud honoured honored
provoke trigger
quarrel argument
rich wealthy
road street
rule regulation
scared frightened
search look
shock stun
sick ill
similar alike
soldier troop
speed pace
stupid foolish
subside ease
success achievement
surprise astonish amaze
task duty
thankful grateful
topple overthrow
tragedy calamity
trip journey
trust faith
unlawful illegal
verdict ruling
view opinion
visit tour
wait await
weak feeble
worker employee
world globe
worldwide global
young youthful
all everything
nobody none
sorry apologise apologize regret
roof rooftop
ready prepared willing
fall drop sink
remain stay unchanged
grab seize
film movie
layoff redundancy dismissal
revenue turnover sale
passenger traveller traveler
""".strip()
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "‘": "'"})
_NUMBERS = {word: f"{value:g}" for word, value in CARDINALS.items()}
_DENIALS = frozenset(word for word in LEXICON.negations if "'" not in word) | {"nor"}

_IRREGULAR = {
    form: base
    for base, forms in {
        "be": "am is are was were been being",
        "have": "has had having",
        "do": "does did done doing",
        "go": "goes went gone going",
        "say": "says said saying",
        "make": "makes made making",
        "take": "takes took taken taking",
        "get": "gets got gotten getting",
        "come": "comes came coming",
        "give": "gives gave given giving",
        "know": "knows knew known knowing",
        "think": "thinks thought thinking",
        "buy": "buys bought buying",
        "sell": "sells sold selling",
        "send": "sends sent sending",
        "see": "sees saw seen seeing",
        "find": "finds found finding",
        "tell": "tells told telling",
        "leave": "leaves left leaving",
        "lose": "loses lost losing",
        "win": "wins won winning",
        "pay": "pays paid paying",
        "keep": "keeps kept keeping",
        "hold": "holds held holding",
        "bring": "brings brought bringing",
        "begin": "begins began begun beginning",
        "become": "becomes became becoming",
        "show": "shows showed shown showing",
        "hear": "hears heard hearing",
        "mean": "means meant meaning",
        "meet": "meets met meeting",
        "run": "runs ran running",
        "speak": "speaks spoke spoken speaking",
        "stand": "stands stood standing",
        "build": "builds built building",
        "fall": "falls fell fallen falling",
        "rise": "rises rose risen rising",
        "lead": "leads led leading",
        "grow": "grows grew grown growing",
        "write": "writes wrote written writing",
        "feel": "feels felt feeling",
        "fight": "fights fought fighting",
        "break": "breaks broke broken breaking",
        "choose": "chooses chose chosen choosing",
        "draw": "draws drew drawn drawing",
        "drive": "drives drove driven driving",
        "seek": "seeks sought seeking",
        "spend": "spends spent spending",
        "understand": "understands understood understanding",
        "man": "men",
        "woman": "women",
        "child": "children",
        "person": "people persons",
        "good": "better best",
        "bad": "worse worst",
        "we": "us our ours ourselves",
        "i": "me my mine myself",
        "he": "him his himself",
        "she": "her hers herself",
        "they": "them their theirs themselves",
        "it": "its itself",
        "this": "these",
        "that": "those",
    }.items()
    for form in forms.split()
}


# One word that says what two or three say.
_COMPOSED = {
    "decade": ("10", "year"),
    "decades": ("10", "year"),
    "century": ("100", "year"),
    "fortnight": ("2", "week"),
    "dozen": ("12",),
    "anytime": ("any", "time"),
    "anywhere": ("any", "place"),
    "everyone": ("everybody",),
    "someone": ("somebody",),
    "noone": ("nobody",),
}
_UNITS_OF = {
    "km": "kilometer",
    "m": "meter",
    "kg": "kilogram",
    "cm": "centimeter",
    "mph": "mile",
    "%": "percent",
    "pct": "percent",
    "percentage": "percent",
    "mn": "million",
    "bn": "billion",
    "hrs": "hour",
    "mins": "minute",
}
_TWO_SPELLINGS = (("isation", "ization"), ("ise", "ize"), ("yse", "yze"), ("our", "or"), ("tre", "ter"), ("ogue", "og"))


def _in_one_spelling(word: str) -> str:
    """Write "apologise", "favour" and "centre" as in America."""
    for british, american in _TWO_SPELLINGS:
        if word.endswith(british) and len(word) > len(british) + 2:
            return word[: -len(british)] + american
    return word


def _strip_plural(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word


def _strip_verb(word: str) -> str:
    for ending in ("ing", "ed"):
        root = word[: -len(ending)]
        if word.endswith(ending) and len(root) >= 3 and re.search("[aeiouy]", root):
            doubled = len(root) > 3 and root[-1] == root[-2] and root[-1] not in "lsz"
            return root[:-1] if doubled else root
    return word


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Cut the inflection off a folded word: "purchases", "purchased", "purchasing" give one stem."""
    word = _IRREGULAR.get(word, word)
    if len(word) < 4 or not word.isalpha() or word in LANGUAGE.function_words:
        return word
    word = _in_one_spelling(_strip_plural(word))
    word = _strip_verb(word)
    word = word[:-2] + "iz" if word.endswith("is") and len(word) > 5 else word  # apologis(ed)
    for ending in ("ly", "ion", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
    return word[:-1] + "i" if word.endswith("y") and len(word) > 3 else word


def _groups() -> dict[str, str]:
    """Give every listed stem the first stem of its line, or that of the earlier line which a word of it stands in."""
    heads: dict[str, str] = {}
    for line in SYNONYMS.splitlines():
        stems = [stem(word) for word in line.split()]
        head = next((heads[each] for each in stems if each in heads), stems[0])
        for each in stems:
            heads.setdefault(each, head)
    return heads


_HEADS = _groups()
_TAILS = {"s": "be", "re": "be", "m": "be", "ve": "have", "ll": "will", "d": "would"}
_WITH_COPULA = frozenset(("it", "that", "he", "she", "what", "who", "there", "here"))


@lru_cache(maxsize=65536)
def concepts(word: str) -> tuple[str, ...]:
    """Say what a printed word stands for in matching; a contraction stands for two things."""
    return tuple([_marked(concept) for concept in _concepts(word)])


def _concepts(word: str) -> tuple[str, ...]:
    folded = word.casefold().translate(_APOSTROPHES)
    if folded in _NUMBERS or folded[:1].isdigit():
        return (_NUMBERS.get(folded, folded.replace(",", "")),)
    if folded in _COMPOSED or folded in _UNITS_OF:
        return _COMPOSED.get(folded) or (_UNITS_OF[folded],)
    if "-" in folded and folded.partition("-")[0] in _NUMBERS:
        return tuple(each for part in folded.split("-") for each in _concepts(part))
    if folded.endswith("n't"):
        return (*_concepts(folded[:-3] if folded not in ("can't", "won't") else "can"), "not")
    head, _, tail = folded.partition("'")
    if tail in _TAILS:
        owner = tail == "s" and head not in _WITH_COPULA
        return _concepts(head) if owner else (*_concepts(head), _HEADS.get(_TAILS[tail], _TAILS[tail]))
    root = stem(folded)
    return (_HEADS.get(root, root),)


def _marked(concept: str) -> str:
    if concept in _DENYING:
        return DENIAL + concept
    return GRAMMAR + concept if concept in _GRAMMATICAL else concept


_DENYING = {each for word in _DENIALS for each in _concepts(word)} | _DENIALS
_GRAMMATICAL = (
    LANGUAGE.function_words | {_HEADS.get(stem(word), stem(word)) for word in LANGUAGE.function_words}
) - _DENIALS
WORD_FORMS = WordForms(concepts)
