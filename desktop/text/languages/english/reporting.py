"""How does English report speech?"""

from __future__ import annotations

from desktop.text.languages.english import LANGUAGE
from desktop.text.languages.language import words
from desktop.text.languages.reporting import MEDIUM, STRONG, WEAK, Reporting, table

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
clarify caution emphasize emphasise predict
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
suspect wish worry feel view envision regret appreciate value relish recognize
disclose indicate conclude declare """)
_IRREGULAR = (
    (STRONG, "say says said saying", "tell tells told telling", "write writes wrote written writing"),
    (STRONG, "read reads reading", "begin begins began beginning", "swear swears swore swearing"),
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
_NOT_VERBS = words("like used use address press order present issue issues value values frame frames figure "
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
                   "giggle giggles")  # fmt: skip


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


_FINITE, _PARTICIPLES = _inflected()
AMBIGUOUS = _NOT_VERBS  # may as well be nouns

_ROLES = table("""
spokesperson: spokesman spokeswoman spokesperson spokespeople spokesmen secretary;
ambassador: ambassador envoy diplomat ambassadors diplomats envoys negotiator negotiators;
official: official officials officer officers authorities authority administrator commissioner;
president: president presidents premier chancellor pm;
minister: minister ministers;
leader: leader leaders chief head chair chairman chairwoman chairperson boss;
lawmaker: senator senators congressman congresswoman lawmaker lawmakers representative representatives
legislator
    legislators parliamentarian;
candidate: candidate candidates nominee nominees front-runner frontrunner contender hopeful rival rivals
challenger;
governor: governor governors; mayor: mayor mayors;
adviser: adviser advisers advisor advisors aide aides strategist strategists consultant consultants operative
operatives
    staffer staffers manager managers counsel assistant deputy surrogate surrogates;
expert: expert experts analyst analysts economist economists professor professors scientist scientists
scholar scholars
    researcher researchers historian pollster pollsters observer observers academic;
director: director directors executive executives ceo founder owner entrepreneur businessman businesswoman
billionaire mogul
    publisher investor investors;
lawyer: lawyer lawyers attorney attorneys prosecutor prosecutors judge judges justice sheriff solicitor solicitors
barrister barristers magistrate coroner;
reporter: reporter reporters journalist journalists editor editors columnist host anchor correspondent
commentator moderator
    moderators pundit pundits author authors writer writers blogger;
general: general colonel captain commander lieutenant admiral soldier soldiers veteran;
doctor: doctor doctors surgeon physician nurse;
source: source sources insider insiders witness witnesses informant;
people: voter voters supporter supporters critics critic opponents opponent activist activists protester
protesters
    demonstrators residents resident woman women man men people person student students teacher parent
    parents mother father
    wife husband son daughter brother sister friend friends fan fans colleague colleagues neighbor neighbour
    worker workers
    farmer victim survivor actor actress singer comedian comic artist player coach pastor priest bishop pope
    rabbi archbishop pontiff cardinal imam vicar nun monk trader traders shareholder shareholders tenant tenants
    landlord landlady homeowner shopkeeper passenger passengers driver drivers pilot captain skipper sailor fisherman
    trawlermen firefighter firefighters paramedic medic forecaster forecasters islander islanders villager villagers
    pensioner pensioners postman builder engineer engineers designer architect inventor novelist poet composer
    conductor painter sculptor photographer playwright filmmaker dancer musician drummer guitarist rapper
    striker goalkeeper midfielder defender winger batsman bowler umpire referee trainer jockey sprinter climber
    climbers hiker hikers rescuer rescuers hostage suspect defendant plaintiff juror jurors bystander onlooker
    commuter commuters shopper shoppers tourist tourists refugee refugees migrant migrants pupil pupils grandmother
    grandfather uncle aunt nephew niece cousin widow widower orphan twin partner boyfriend girlfriend fiancé fiancée
    boy girl child children teenager teenagers youth keeper ranger guard guards captor caretaker biographer translator
    curator librarian archivist councillor councilor councillors councilors caterer chef butcher baker barber
    delegate delegates conservatives liberals republicans democrats members member crowd audience user users
    officers police detective investigators investigator guests organizer organizers organiser organisers advocates
    advocate allies ally
    donor donors others many some everyone someone caller couple family group;
organisation: campaign committee company party group organization organisation administration government
agency department
    ministry office team network paper newspaper magazine website site commission court panel firm union
    association council
    bureau embassy bank foundation pac institute coalition board network station channel outlet;
document: statement letter report memo document email e-mail tweet post ad poll survey study article
editorial column
    transcript release complaint lawsuit filing note message messages emails documents headline sign signs
    banner slogan
    book speech video narrator article piece bill law resolution ruling order indictment affidavit account
    platform
    commercial spot fact-check website page caption op-ed story source
""")

REPORTING = Reporting(
    language=LANGUAGE,
    cues=_FINITE,
    participles=_PARTICIPLES,
    naming=words("called titled entitled named dubbed labeled labelled nicknamed known termed headlined "
                 "captioned "
                 "billed branded"),
    according=(("according", "to"), ("in", "the", "words", "of"), ("as", "per")),
    pronouns=table("m: he; f: she; p: they we; : i it you"),
    titles=table("""
        m: mr mr. sir king prince lord father congressman councilman brother; f: mrs mrs. ms ms. miss lady
        queen princess
        congresswoman councilwoman sister dame;
        : dr dr. prof prof. professor sen sen. senator rep rep. representative gov gov. governor president
        vice
        prime minister secretary general gen gen. brig brig. maj maj. lt lt. col col. capt capt. sgt sgt. adm
        adm. admiral
        captain colonel major sergeant mayor judge justice chief chairman chairwoman speaker ambassador pope
        rev rev.
        reverend attorney former then-president ex-president then-sen. chancellor premier rabbi bishop
        archbishop cardinal
        pastor sheriff detective officer commissioner director coach democrat republican state foreign deputy
        press
        spokesman spokeswoman spokesperson candidate nominee hon hon. majority minority leader whip lieutenant
        pres pres."""),
    roles=_ROLES,
    prepositions=words("of in at on by for from with to during after before about over under into against "
                       "among amid "
                       "despite since until via through across within without between near outside inside "
                       "toward towards "
                       "upon beyond like including following behind along per"),
    breaks=words("that but as when while because if whether though although since which what how where why "
                 "until unless "
                 "so than or whose and yet after before plus once whom except nor whereas"),
    relatives=words("who"),
    determiners=words("the a an his her their its my our your this that these those some many several one "
                      "two three four "
                      "five six another other both all most each every few any no more"),
    fillers=words("also later then once again still even has had have is was are were be been being did do "
                  "does not never "
                  "will would could should can may might must ever always often now already just simply "
                  "previously recently repeatedly reportedly publicly privately famously once subsequently "
                  "first last today yesterday tomorrow earlier further thus therefore soon sometimes long "
                  "only almost "
                  "all actually too both either instead ultimately eventually quickly promptly reportedly "
                  "frequently "
                  "openly flatly bluntly angrily jokingly proudly additionally similarly likewise "
                  "nevertheless "
                  "don't doesn't didn't hasn't hadn't won't wouldn't isn't wasn't don’t doesn’t didn’t "
                  "hasn’t hadn’t "
                  "won’t wouldn’t isn’t wasn’t 's ’s"),
    nouns=AMBIGUOUS,
    sayings={"put": "it", "puts": "it", "fired": "back", "hit": "back", "shot": "back", "chimed": "in",
             "let": "slip", "went": "on", "goes": "on", "burst": "out", "weighed": "in"},
    days=LANGUAGE.calendar - {"may"} | words("sept oct nov dec jan feb"),
    spells=words("week month year night morning afternoon evening day time weekend summer fall spring "
                 "winter"),
    openers=words("the a an but and or so yet in on at as by for from with when while if because after "
                  "before since "
                  "although though however meanwhile still also then now there here this that these those it "
                  "its he she "
                  "they we i you his her their our my your who what where why how which asked speaking not "
                  "no yes some "
                  "many most all both each another other one two three four five six seven eight nine ten "
                  "first second "
                  "last next just even only perhaps maybe indeed instead moreover furthermore nevertheless "
                  "nonetheless "
                  "despite during until under over about against among between without within through "
                  "according earlier "
                  "later today yesterday tomorrow once again later ever never always often sometimes "
                  "recently previously "
                  "finally additionally similarly likewise unlike like such more less several few every "
                  "everyone anyone "
                  "nobody nothing something monday tuesday wednesday thursday friday saturday sunday january "
                  "february "
                  "march april june july august september october november december jan feb mar apr aug sept "
                  "sep oct "
                  "nov dec is are was were do does did has have had will would can could should may might "
                  "must let "
                  "let's oh well ok okay please thanks "
                  "asked calling saying citing referring noting adding pointing responding writing speaking "
                  "appearing though otherwise rather because whether regardless to of out up down off than "
                  "too very "
                  "them him us me nor whose whom others that's it's there's he's she's"),
    follow=words("also then later again once today yesterday earlier however"),
    groups=words("house department ministry committee council university institute association party times "
                 "post journal news "
                 "court senate congress bank company corp inc agency commission bureau foundation center "
                 "centre union "
                 "network press office administration government service league club group board "
                 "convention conference act court army navy force forces states kingdom nations street "
                 "avenue county city "
                 "state tower hall school college church hospital hotel theater theatre stadium arena island "
                 "islands river "
                 "lake mountain mountains valley road park day week war award awards magazine review report "
                 "reserve "
                 "campaign examiner tribune herald globe register guardian telegraph project initiative fund "
                 "trust pac "
                 "society alliance coalition federation organization organisation republic province region "
                 "security "
                 "republicans democrats americans americans' nationals guard administration caucus primary "
                 "caucuses "
                 "debate election media tv radio magazine daily weekly today tonight show live morning "
                 "evening"),
)  # fmt: skip
