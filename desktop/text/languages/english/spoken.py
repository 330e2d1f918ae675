"""English as it is spoken: contractions, abbreviations, numbers, spellings, fillers."""

from __future__ import annotations

from desktop.text.languages.english.lexicon import CARDINALS, LEXICON
from desktop.text.languages.language import words
from desktop.text.languages.spoken_forms import SpokenForms

_OUR = (
    "labour colour honour favour neighbour behaviour harbour rumour humour vapour endeavour flavour savour parlour "
    "armour odour rigour vigour tumour candour glamour saviour clamour valour splendour fervour"
)
_OTHER = (
    "centre:center theatre:theater metre:meter litre:liter fibre:fiber calibre:caliber defence:defense offence:offense "
    "licence:license practise:practice grey:gray programme:program cheque:check tyre:tire plough:plow "
    "sceptical:skeptical judgement:judgment travelled:traveled travelling:traveling cancelled:canceled "
    "cancelling:canceling counsellor:counselor jewellery:jewelry manoeuvre:maneuver aluminium:aluminum "
    "enrol:enroll enrolment:enrollment fulfil:fulfill ageing:aging okay:ok towards:toward amongst:among "
    "whilst:while learnt:learned spelt:spelled burnt:burned dreamt:dreamed afterwards:afterward"
)
_BEFORE_IS = "it he she that this there here what who where how when why everybody everyone nobody somebody"
_PRONOUNS = (
    "i me my mine myself you your yours yourself he him his himself she her hers herself it its itself "
    "we us our ours ourselves they them their theirs themselves this that these those"
)


def _spellings() -> dict[str, str]:
    table = dict(pair.split(":") for pair in _OTHER.split())
    for word in _OUR.split():
        for end in ("", "s", "ed", "ing", "able", "ful", "hood", "hoods", "ite", "ites", "al"):
            table[word + end] = word.replace("our", "or") + end
    return table


SPOKEN = SpokenForms(
    contractions={
        "can't": "can not",
        "cannot": "can not",
        "won't": "will not",
        "shan't": "shall not",
        "ain't": "is not",
        "let's": "let us",
        "y'all": "you all",
        "gonna": "going to",
        "wanna": "want to",
        "gotta": "got to",
        "kinda": "kind of",
        "sorta": "sort of",
        "lotta": "lot of",
        "outta": "out of",
        "oughtta": "ought to",
        "oughta": "ought to",
        "gimme": "give me",
        "lemme": "let me",
        "dunno": "do not know",
        "'cause": "because",
        "cause": "because",
        "'em": "them",
        "'til": "until",
        "til": "until",
        "till": "until",
        "o'clock": "o'clock",
    },
    contraction_ends={
        "n't": "not",
        "'ll": "will",
        "'re": "are",
        "'ve": "have",
        "'m": "am",
        "'d": "would",
        "in'": "+ing",
    },
    abbreviations={
        "us": "",  # only with its full stops; see `united states` below
        "sen": "senator",
        "sens": "senators",
        "gov": "governor",
        "rep": "representative",
        "reps": "representatives",
        "dr": "doctor",
        "gen": "general",
        "col": "colonel",
        "lt": "lieutenant",
        "sgt": "sergeant",
        "capt": "captain",
        "prof": "professor",
        "rev": "reverend",
        "mr": "mr",
        "mister": "mr",
        "mrs": "mrs",
        "missus": "mrs",
        "ms": "ms",
        "jr": "junior",
        "sr": "senior",
        "st": "st",
        "saint": "st",
        "vs": "versus",
        "etc": "etcetera",
        "u.s": "united states",
        "u.s.a": "united states",
        "u.n": "united nations",
        "u.k": "united kingdom",
        "e.u": "european union",
        "d.c": "dc",
        "a.m": "am",
        "p.m": "pm",
        "no": "no",
    },
    number_words={word: int(value) for word, value in CARDINALS.items()},
    magnitudes={word: int(value) for word, value in LEXICON.magnitudes.items() if word not in LEXICON.short_magnitudes},
    number_joiner="and",
    signs={"%": "percent", "$": "dollar", "£": "pound", "€": "euro", "&": "and", "+": "plus"},
    plural_units={"dollars": "dollar", "pounds": "pound", "euros": "euro", "percentage": "percentage"},
    spellings=_spellings(),
    endings=(
        ("isation", "ization"),
        ("isations", "izations"),
        ("ising", "izing"),
        ("ised", "ized"),
        ("ises", "izes"),
        ("ise", "ize"),
        ("yse", "yze"),
        ("ysed", "yzed"),
        ("ysing", "yzing"),
    ),
    fillers=frozenset(
        (
            *("uh", "um", "er", "ah", "oh", "hm", "mhm", "huh", "mm", "eh", "gee"),
            *("you know", "i mean", "sort of", "kind of", "by the way", "if you will", "i guess", "believe me"),
            *("well", "okay", "ok"),
        )
    ),
    openers=frozenset(("and", "so", "now", "look", "like", "right", "yes", "no", "but", "well", "you see", "yeah")),
    before_is=frozenset(_BEFORE_IS.split()),
    joiners=frozenset(("and", "or")),
    pronouns=frozenset(_PRONOUNS.split()),
    either=(("'d", "would", "had"), ("'s", "is", "has")),
    negations=frozenset(("not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without")),
    is_end=("'s", "is"),
    unnamed=words("the q audience unidentified voice voiceover moderator reporter speaker announcer question crowd"),
    name_ends=words("jr sr ii iii"),
    notes=(
        *(
            "applause",
            "laughter",
            "laughs?",
            "cheers",
            "cheering",
            "crosstalk",
            "inaudible",
            "music",
            "pause",
            "silence",
        ),
        *("booing", "boos?", "sic", "off-?mike", "off mic", "unintelligible", "chuckles?", "chuckling", "sighs?", "ph"),
        *("break", "commercial break", "video clip", "speaking foreign language", "end video clip", "begin video clip"),
        *("bell ringing", "gavel", "as interpreted", "through interpreter"),
    ),
    note_joints=("and", "continues", "in audience", "ends", "off", "on", "laughter", "applause", "cheers"),
)
