"""English verbs of saying: their forms and strengths, those that may be nouns, and those of two words."""

from __future__ import annotations

from desktop.text.languages.language import words
from desktop.text.languages.reporting import MEDIUM, STRONG, WEAK

_STRONG = words("""
add admit advise agree announce answer argue ask assert bellow blog boast claim comment complain concede
conclude confess
confirm continue contend counter cry declare deny demand disclose elaborate email exclaim explain fume
groan grumble grunt insist interject intone joke lament maintain marvel mention moan mumble murmur muse
mutter note
observe opine pledge post proclaim promise pronounce quip rail reason recall recite reckon recount reiterate
remark remind repeat reply report respond retort roar scoff scream shout sigh sneer snap
speculate stammer state stress suggest testify thunder tweet underline urge utter vow wail
warn whine whisper wonder yell summarize summarise retweet chant implore recollect ad-lib
clarify caution emphasize emphasise predict vent snipe grouse jeer boo posit reveal confide counsel
bawl croak gasp hiss holler purr rasp shriek squeal wheeze
""")
_MEDIUM = words("""
accuse acknowledge address advocate affirm allege applaud assail assess assure attack attribute bash bemoan
berate blame blast brand
call caption challenge characterize characterise charge chide cite compare condemn congratulate credit
criticize criticise
decry defend demean denounce depict deride describe dismiss dub endorse estimate fault greet hail
imply inform instruct introduce invoke knock label laud lecture liken mock nickname outline
paint paraphrase plead portray praise preach profess protest recommend refer refute reject
ridicule rip salute scold slam talk taunt tease thank threaten tout trumpet vilify welcome portray
rebuke reprimand skewer lambaste lambast lampoon lash disparage belittle denigrate
insult label pitch propose stipulate trash vouch conjecture critique decline diagnose disagree echo enthuse
exhort expound forecast gloat gripe
gush heckle huff implore inquire interpret joke lash offer opine pillory pray prophesy rant rave reassure
sing sniff stipulate surmise swear theorize thunder trumpet mouth deadpan drawl sob enthuse exult growl snarl
blurt stutter bristle laugh smile grin shrug chuckle giggle beam nod
""")
_WEAK = words("""
believe consider doubt expect fear figure hope imagine pretend regard
oppose favor favour assume embrace rail
suspect wish worry feel view envision regret appreciate value relish recognize
disclose indicate conclude declare """)
_IRREGULAR = (
    (STRONG, "say says said saying", "tell tells told telling", "write writes wrote written writing"),
    (STRONG, "read reads reading", "swear swears swore swearing"),
    (MEDIUM, "begin begins began beginning"),
    (MEDIUM, "speak speaks spoke speaking", "rebut rebuts rebutted rebutting", "bid bids bidding"),
    (MEDIUM, "point points pointed pointing", "react reacts reacted reacting"),
    (MEDIUM, "concur concurs concurred "
             "concurring", "quote quotes quoted quoting", "order orders ordered ordering"),
    (MEDIUM, "term terms termed terming", "title titles titled titling", "frame frames framed framing"),
    (MEDIUM, "hint hints "
             "hinted "
             "hinting", "object objects objected objecting", "question questions questioned questioning"),
    (WEAK, "want wants wanted "
           "wanting", "intend intends intended intending", "prefer prefers preferred preferring"),
    (MEDIUM, "refer refers referred referring", "rip rips ripped ripping", "dub dubs dubbed dubbing"),
    (MEDIUM, "sing sings sang singing", "slam slams slammed slamming", "issue issues issued issuing"),
    (WEAK, "think thinks thought thinking", "feel feels felt -", "see sees saw -", "show shows showed -"),
    (WEAK, "find finds found -"),
)  # fmt: skip
_VOWELS = "aeiou"
_DOUBLING = words("admit quip snap chat blog brag prefer regret rip slam dub refer plan pen ad-lib tap submit rebut")
AMBIGUOUS = words("like used use address press order present issue issues value values frame frames figure "
                   "figures "
                   "note list signal point lead leads fire use uses pitch poke cast bill title term charge "
                   "charges vote votes "
                   "views view fears fear hopes plans plan love support report reports comments comment "
                   "claims post posts "
                   "claim demand demands question questions quote quotes attack attacks promise promises "
                   "remark remarks pledge pledges vow vows joke jokes offer offers estimate estimates "
                   "challenge challenges "
                   "rule rules list lists state states protest protests express thanks labels label credit "
                   "credits "
                   "brand brands cries cry tweet tweets email emails account talk talks knock poll means put "
                   "use "
                   "read calls call answer answers reply response love faults wish wishes worry worries "
                   "doubts doubt "
                   "chants chant shout shouts stress object objects forecast forecasts address "
                   "addresses laugh laughs smile smiles grin grins shrug shrugs beam beams nod nods chuckle chuckles "
                   "giggle giggles show shows begin")  # fmt: skip


def _forms(base: str) -> tuple[str, str, str]:
    """Give the third person, the past and the -ing form of a regular verb."""
    if base in _DOUBLING:
        return base + "s", base + base[-1] + "ed", base + base[-1] + "ing"
    if base.endswith("e"):
        return base + "s", base + "d", base[:-1] + "ing"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies", base[:-1] + "ied", base + "ing"
    return base + ("es" if base.endswith(("s", "sh", "ch", "x", "z")) else "s"), base + "ed", base + "ing"


def _inflected() -> tuple[dict[str, int], dict[str, int]]:
    finite: dict[str, int] = {}
    participles: dict[str, int] = {}
    for strength, bases in ((WEAK, _WEAK), (MEDIUM, _MEDIUM), (STRONG, _STRONG)):
        for base in bases:
            third, past, ing = _forms(base)
            finite |= {base: strength, third: strength, past: strength}
            participles[ing] = strength
    for strength, *verbs in _IRREGULAR:
        for verb in verbs:
            *forms, ing = str(verb).split()
            finite |= dict.fromkeys(forms, int(strength))
            if ing != "-":
                participles[ing] = int(strength)
    return finite, participles


FINITE, PARTICIPLES = _inflected()
_STANCES = words("""
support seek back push press lobby campaign crusade coach invite express celebrate welcome mourn cast present position
promote champion hammer deem embrace employ coin contradict buttress undermine unveil castigate chastise admonish
excoriate upbraid savage deplore disavow repudiate rebuff extol commend eulogize eulogise compliment flatter allude
attest divulge foresee anticipate reminisce reflect beseech petition editorialize interrupt ponder contemplate brag
apologize apologise admire parrot evoke justify rationalize rationalise downplay hype decree mandate goad tick list
portray resist fight defy urge
""")
STANCE_NOUNS = words("""
support supports back backs push pushes press lobby lobbies campaign campaigns crusade crusades coach coaches invite
invites cast casts present presents position positions champion champions hammer hammers coin coins compliment
compliments petition petitions decree decrees mandate mandates list lists tick ticks fight fights hype
""")
STANCES = frozenset(form for base in _STANCES for form in (base, *_forms(base)) if form not in FINITE)

_PHRASAL = """
put puts: it in; throw throws threw throwing: in back; cut cuts cutting: in off; break breaks broke breaking: in;
chime chimes chimed chiming: in; chip chips chipped chipping: in; jump jumps jumped jumping: in; weigh weighs
weighed: in;
fire fires fired firing: back; hit hits hitting: back out; shoot shoots shot shooting: back; snap snaps snapped: back;
bite bites bit: back; hurl hurls hurled: back; write writes wrote: back; come comes came: back; go goes went
going: on;
let lets letting: slip; burst bursts bursting: out; blurt blurts blurted: out; call calls called calling: out;
cry cries cried crying: out; shout shouts shouted: out back; lash lashes lashed: out; speak speaks spoke: out up;
pipe pipes piped piping: up; read reads: out; reel reels reeled: off; rattle rattles rattled: off; trail trails
trailed: off;
wave waves waved: off; sound sounds sounded: off; hold holds held: forth; carry carries carried: on; butt butts
butted: in;
slip slips slipped: in; barge barges barged: in; pop pops popped: up; point points pointed: out; ring rings rang: out;
sum sums summed: up; leave leaves left: off; start starts started: off; finish finishes finished: off; kick kicks
kicked: off
"""
SAYINGS = {
    verb: words(behind)
    for verbs, _, behind in (entry.partition(":") for entry in _PHRASAL.split(";"))
    for verb in verbs.split()
}
