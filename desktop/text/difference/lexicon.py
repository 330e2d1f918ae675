"""Which words state a number, a date, a place, a denial, a doubt, or that somebody speaks?"""

from __future__ import annotations

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBER_WORDS: dict[str, float] = {word: value for value, word in enumerate(_UNITS.split())}
NUMBER_WORDS |= {word: 10 * value for value, word in enumerate(_TENS.split(), 2)}
NUMBER_WORDS |= {
    f"{tens}-{unit}": NUMBER_WORDS[tens] + NUMBER_WORDS[unit] for tens in _TENS.split() for unit in _UNITS.split()[1:10]
}
NUMBER_WORDS |= {"half": 0.5, "dozen": 12, "twice": 2, "double": 2, "triple": 3}
MAGNITUDES: dict[str, float] = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "bn": 1e9, "mn": 1e6, "m": 1e6,
    "k": 1e3,
}  # fmt: skip
PLURAL_NUMBERS = {
    "dozens": 12.0, "scores": 20.0, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9,
    "trillions": 1e12,
}  # fmt: skip
VAGUE_NUMBERS = frozenset(("one", "half", "double", "twice", "zero", *PLURAL_NUMBERS))  # alone they are often no count

_UNIT_LINES = """
kilometre kilometres kilometer kilometers km
mile miles
metre metres meter meters
foot feet ft
kilogram kilograms kilo kilos kg
pound pounds lb lbs
tonne tonnes
ton tons
percent per-cent pc %
percentage-point
degree degrees
second seconds
minute minutes
hour hours
day days
week weeks
month months
year years
dollar dollars $
euro euros €
rouble roubles ruble rubles
"""
UNITS = {word: line.split()[0] for line in _UNIT_LINES.strip().splitlines() for word in line.split()}

_MONTH_LINES = """
january jan
february feb
march
april apr
may
june jun
july jul
august aug
september sept sep
october oct
november nov
december dec
"""
MONTHS = {word: line.split()[0] for line in _MONTH_LINES.strip().splitlines() for word in line.split()}
_DAY_LINES = """
monday mon
tuesday tues tue
wednesday wed
thursday thurs thu
friday fri
saturday sat
sunday sun
today
yesterday
tomorrow
tonight
"""
DAYS = {word: line.split()[0] for line in _DAY_LINES.strip().splitlines() for word in line.split()}

NEGATIONS = frozenset(
    [
        "not",
        "no",
        "never",
        "none",
        "nobody",
        "nothing",
        "neither",
        "nor",
        "nowhere",
        "without",
        "cannot",
        "can't",
        "don't",
        "doesn't",
        "didn't",
        "won't",
        "wouldn't",
        "couldn't",
        "shouldn't",
        "isn't",
        "aren't",
        "wasn't",
        "weren't",
        "hasn't",
        "haven't",
        "hadn't",
        "mustn't",
        "ain't",
        "n't",
        "hardly",
        "barely",
    ]
)

_HEDGE_LINES = """
could couldn't
may
might
would wouldn't
will won't
shall
should shouldn't
must mustn't
can can't cannot
allegedly alleged allege alleges
reportedly
apparently apparent
likely
unlikely
probably probable
possibly possible
perhaps maybe
appears appear
seems seem seemed
suspected
purportedly purported
supposedly supposed
presumably
potentially potential
certainly
definitely
clearly
nearly almost
about around approximately roughly
"""
HEDGES = {word: line.split()[0] for line in _HEDGE_LINES.strip().splitlines() for word in line.split()}
MODALS = frozenset(["could", "may", "might", "would", "will", "shall", "should", "must", "can"])

_CUE_LINES = """
say says said saying tell tells told telling state states stated stating add adds added adding note notes noted
claim claims claimed claiming allege alleges alleged assert asserts asserted maintain maintains maintained
insist insists insisted
admit admits admitted concede concedes conceded acknowledge acknowledges acknowledged confess confessed
deny denies denied denying reject rejects rejected dismiss dismisses dismissed refute refutes refuted
confirm confirms confirmed confirming verify verified
warn warns warned warning threaten threatens threatened
suggest suggests suggested hint hints hinted imply implies implied
promise promises promised vow vows vowed pledge pledges pledged
demand demands demanded urge urges urged
accuse accuses accused
speculate speculates speculated
boast boasts boasted
joke jokes joked
"""
CUES = {word: line.split()[0] for line in _CUE_LINES.strip().splitlines() for word in line.split()}

PRONOUNS = frozenset(["he", "she", "they", "i", "we", "it"])
TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "sir",
        "prof",
        "professor",
        "president",
        "minister",
        "secretary",
        "general",
        "gen",
        "brig",
        "brigadier",
        "senator",
        "sen",
        "representative",
        "rep",
        "governor",
        "gov",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "ambassador",
        "envoy",
        "king",
        "queen",
        "prince",
        "pope",
    ]
)
