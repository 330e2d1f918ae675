"""English lexicon: the words that state a number, a date, a denial, a doubt, or that somebody speaks."""

from __future__ import annotations

from desktop.text.languages.english import LANGUAGE
from desktop.text.languages.english.places import PLACES
from desktop.text.languages.language import counted_up, groups, words
from desktop.text.languages.lexicon import Lexicon, opposed, phrases

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
CARDINALS = counted_up(_UNITS) | counted_up(_TENS, 20, 10)
_NUMBERS = CARDINALS | {
    f"{tens}-{unit}": CARDINALS[tens] + CARDINALS[unit] for tens in _TENS.split() for unit in _UNITS.split()[1:10]
}
_NUMBERS |= {"half": 0.5, "quarter": 0.25, "dozen": 12, "twice": 2, "thrice": 3, "double": 2, "triple": 3}
_ORDINALS = counted_up(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
    " sixteenth seventeenth eighteenth nineteenth twentieth",
    1,
)

_DEGREES = """
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
largely mostly mainly
partly partially
appears appear appeared
seems seem seemed
suspected
purportedly purported
supposedly supposed
presumably presumed
potentially potential
expected
believed
certainly
definitely
undoubtedly
clearly
"""

LEXICON = Lexicon(
    code="en",
    numbers=_NUMBERS,
    magnitudes={"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12,
                "bn": 1e9, "mn": 1e6, "m": 1e6, "tn": 1e12, "k": 1e3},
    crowds={"dozens": 12, "scores": 20, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9,
            "trillions": 1e12},
    ordinals=_ORDINALS,
    vague=words("one half quarter double twice thrice triple zero first second third m k")
          | words("dozens scores hundreds thousands millions billions trillions"),
    joints=words("and"),
    part_joints=words("a of"),
    ordinal_endings=words("st nd rd th"),
    plain_endings=words("s am pm"),
    short_magnitudes={"m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12, "k": 1e3},
    date_joints=words("of the"),
    names_like_words=words("us"),
    qualifiers=phrases("""
        at_least no_fewer_than no_less_than not_less_than minimum_of ≥
        more_than over above exceeding upwards_of excess_of >
        less_than fewer_than under below <
        up_to as_many_as as_much_as at_most no_more_than not_more_than maximum_of ≤
        about around roughly approximately some circa ≈ ~
        nearly almost close_to just_under
        only just
        exactly precisely
        """),
    steps={"by": "by", "to": "to", "from": "from"},
    signs={"minus": -1, "plus": 1},
    unit_parts={"square": "square", "sq": "square", "cubic": "cubic", "cu": "cubic", "nautical": "nautical"},
    units=groups("""
        kilometre kilometres kilometer kilometers km kms
        mile miles mi
        metre metres meter meters
        centimetre centimetres centimeter centimeters cm
        foot feet ft
        inch inches
        acre acres
        hectare hectares
        kilogram kilograms kilo kilos kg
        gram grams
        pound pounds lb lbs
        tonne tonnes
        ton tons
        litre litres liter liters
        gallon gallons
        barrel barrels
        percent per-cent pc %
        percentage-point percentage-points
        point points
        kelvin
        watt watts
        kilowatt kilowatts kw
        megawatt megawatts mw
        gigawatt gigawatts gw
        milligram milligrams mg
        millimetre millimetres millimeter millimeters mm
        yard yards
        knot knots
        mph miles-per
        kph km/h km-per kilometres-per kilometers-per
        degree degrees
        celsius
        fahrenheit
        second seconds sec
        minute minutes min
        hour hours hr
        day days
        week weeks
        month months
        year years
        decade decades
        dollar dollars $
        cent cents
        euro euros €
        rouble roubles ruble rubles
        yuan
        yen
        rupee rupees
        """),
    outcomes=groups("""
        killed dead died deaths fatalities slain
        wounded injured injuries hurt
        missing unaccounted
        arrested detained captured
        rescued saved
        displaced evacuated
        hospitalised hospitalized
        """),
    months=LANGUAGE.months,
    uncertain_months=words("may march mar"),
    before_months=words("in since until till early late mid last next during through"),
    capital_calendar=True,
    days=LANGUAGE.weekdays | groups("""
        today
        yesterday
        tomorrow
        tonight
        """),
    near_days=words("today yesterday tomorrow tonight"),
    day_parts=groups("""
        morning
        afternoon
        evening
        night
        midnight
        noon midday
        """),
    clock_times={"noon": "12:00", "midday": "12:00", "midnight": "0:00"},
    clock_halves={"am": 0, "pm": 12},
    clock_words=words("o'clock in the at"),
    relative=groups("""
        last past previous
        this current
        next coming following
        """),
    spells=groups("""
        week
        month
        year
        decade
        century
        weekend
        quarter
        night
        spring
        summer
        autumn fall
        winter
        season
        """) | {day: day for day in LANGUAGE.weekdays.values()},
    negations=words("not no never none nobody nothing neither nowhere without cannot can't don't doesn't didn't"
                    " won't wouldn't couldn't shouldn't isn't aren't wasn't weren't hasn't haven't hadn't mustn't ain't"
                    " n't dont doesnt didnt"),
    faint_negations=words("nor hardly barely scarcely rarely seldom unlikely unable lack lacks lacked lacking"
                          " fail fails"
                          " failed failing failure refuse refuses refused refusing deny denies denied denying denial"
                          " reject rejects rejected avoid avoided prevent prevented stop stopped absence absent except"
                          " unless but little few impossible hard difficult instead rather decline declined declines"
                          " free false untrue"),
    near_negations=words("hardly barely scarcely rarely seldom fail fails failed failing refuse refuses refused"
                         " refusing decline declined declines lack lacks lacked lacking unable unlikely"
                         " stop stopped"),
    turning_before={"stop": ("ing",), "stopped": ("ing",)},
    exceptions=phrases("unless except_if save_if"),
    negating_prefixes=("un", "ex-", "non-", "non", "in", "im", "ir", "il", "dis"),
    negating_endings=("less",),
    hedges=groups(_DEGREES),
    sure_before={"appears": words("in on at before alongside with beside for"), "believed": words("in")},
    light_hedges=words("can will would shall expected believed"),
    futures=words("will would shall 'll"),
    attempts=words("plan plans planned planning intend intends intended want wants wanted wanting hope hopes"
                    " hoped hoping aim aims aimed aiming seek seeks sought seeking try tries tried trying attempt"
                    " attempts attempted offer offers offered threaten threatens threatened agree agrees agreed"
                    " vow vows vowed pledge pledges pledged promise promises promised propose proposes proposed"
                    " ordered ask asked told urged decide decides decided prepare prepares prepared"
                    " preparing wish wishes wished ready set about going scheduled willing eager poised allowed"
                    " invited required bound need needs"),
    infinitive_marks=words("to"),
    perfects=words("has have had was were been"),
    past_endings=("ed",),
    present_endings=("s", "ing"),
    gerund_endings=("ing",),
    cues=groups("""
        say says said saying tell tells told telling state states stated stating add adds added adding note notes noted
        claim claims claimed claiming
        allege alleges alleged alleging
        assert asserts asserted maintain maintains maintained insist insists insisted contend contends contended
        admit admits admitted admitting concede concedes conceded acknowledge acknowledges acknowledged confess
        admit confessed
        deny denies denied denying reject rejects rejected dismiss dismisses dismissed refute refutes refuted
        confirm confirms confirmed confirming verify verified corroborate corroborated
        warn warns warned warning
        threaten threatens threatened
        suggest suggests suggested hint hints hinted imply implies implied
        promise promises promised vow vows vowed pledge pledges pledged
        demand demands demanded
        urge urges urged
        accuse accuses accused
        announce announces announced announcing declare declares declared
        speculate speculates speculated
        guess guesses guessed guessing
        predict predicts predicted
        estimate estimates estimated
        boast boasts boasted
        joke jokes joked
        lie lies lied
        """),
    denying=words("deny"),
    affirming=words("say claim allege assert admit confirm announce suggest"),
    pronouns=words("he she they i we it"),
    titles=frozenset(LANGUAGE.titles),
    standings=groups("""
        former formerly ex
        acting interim
        deputy vice
        assistant associate
        retired
        outgoing
        incoming
        honorary
        self-proclaimed self-styled
        would-be
        """),
    title_surnames=LANGUAGE.title_surnames,
    determiners=words("the a an this that these those his her its their our my your"),
    places=PLACES,
    degrees=groups("""
        ought
        quite
        very
        extremely
        highly
        fairly
        rather
        somewhat
        pretty
        nearly almost
        about around roughly approximately
        only merely just
        even
        absolutely
        totally
        completely
        entirely
        fully
        largely
        mostly
        mainly
        partly
        seriously
        deeply
        truly
        really
        actually
        literally
        suggest suggests
        believe believes
        think thinks
        expect expects
        anticipate anticipates
        hope hopes
        sure certain
        confident
        convinced
        always
        often
        sometimes
        usually
        rarely
        """),
    opposites=opposed("""
        to toward towards into | from out
        before until | after since
        above over | below under beneath
        inside within | outside without
        with for | against
        more | less fewer
        most | least
        up upward | down downward
        increase increases increased increasing rise rises rose rising raise raised grow grew grown growing |\
        decrease decreases decreased decreasing fall falls fell fallen falling cut cuts drop dropped reduced
        sign signs signed signing | veto vetoes vetoed vetoing
        buy buys bought buying purchase purchased import imports | sell sells sold selling export exports
        win wins won winning | lose loses lost losing
        accept accepts accepted allow allows allowed uphold upholds upheld grant granted |\
 reject rejects rejected dismiss dismisses dismissed deny denies denied
        accept accepts accepted confirm confirmed admit admitted | reject rejects rejected deny denies denied
        support supports supported | oppose opposes opposed
        allow allows allowed permit permitted | forbid forbidden ban banned prohibit prohibited prevent prevented
        start started begin began begun open opened | stop stopped end ended close closed shut
        first earliest | last latest
        best better | worst worse
        all every | none some few
        always | never sometimes
        guilty | innocent
        legal lawful | illegal unlawful
        possible | impossible
        likely | unlikely
        true | false
        strong stronger strongest | weak weaker weakest
        agree agrees agreed | disagree disagrees disagreed
        high higher highest | low lower lowest
        left | right
        north northern | south southern
        east eastern | west western
        alive | dead
        largest biggest greatest | smallest tiniest
        larger bigger greater | smaller
        longer longest | shorter shortest
        earlier early | later late
        faster fastest fast | slower slowest slow
        older oldest old | younger youngest young
        richer richest rich | poorer poorest poor
        back backs backed endorse endorses endorsed welcome welcomes welcomed praise praises praised thank thanked \
hailed applauded |\
reject rejects rejected criticize criticizes criticized criticise criticises criticised condemn condemns condemned \
accuse accuses accused \
attack attacks attacked denounce denounces denounced blame blames blamed
        expect expects expected believe believes believed hope hopes hoped | doubt doubts doubted
        heed heeds heeded heeding | ignore ignores ignored ignoring
        succeed succeeds succeeded success | fail fails failed failure
        profit profits gain gains gained | loss losses
        majority | minority
        join joins joined joining enter enters entered arrive arrives arrived | leave leaves left leaving quit quits
        hire hires hired hiring appoint appoints appointed | fire fires fired sack sacks sacked dismiss dismisses \
dismissed
        continue continues continued continuing resume resumes resumed | stop stops stopped suspend suspends \
suspended halt halts halted
        remember remembers remembered | forget forgets forgot forgotten
        safe | unsafe dangerous
        friend friends ally allies | enemy enemies
        acquit acquits acquitted cleared exonerated freed frees release releases released | convict convicts \
convicted jailed arrested detained sentenced
        gain gains gained | lose loses lost
        stay stays stayed remain remains remained | resign resigns resigned quit quits leave leaves left
        approve approves approved pass passed ratified | reject rejects rejected veto vetoes vetoed block blocks \
blocked
        victory victories winner winners | defeat defeats loser losers
        survive survives survived | die dies died
        improve improves improved | worsen worsens worsened deteriorated
        expand expands expanded widen widens widened | shrink shrinks shrank narrow narrows narrowed
        strengthen strengthens strengthened | weaken weakens weakened
        tighten tightens tightened | ease eases eased loosen loosened relax relaxed
        soar soars soared surge surged jump jumped climb climbed | plunge plunged tumble tumbled slump slumped \
decline declined fall fell drop dropped
        advance advances advanced | retreat retreats retreated
        include includes included | exclude excludes excluded
        domestic | foreign
        public | private
        civilian civilians | military soldiers
        optimistic | pessimistic
        confirm confirms confirmed admit admits admitted | deny denies denied
        support supports supported back backs backed | oppose opposes opposed reject rejects rejected
        peace | war
        cheap cheaper | expensive
        help helps helped | hurt hurts harm harms harmed
        major | minor
        urban | rural
        hot hotter | cold colder
        add adds added adding | cut cuts cutting lose loses lost shed removed
        double doubles doubled doubling | halve halves halved halving
        warm warmer warmest warming hottest | cool cooler coolest cooling cold colder coldest
        lend lends lent lending | borrow borrows borrowed borrowing
        near nearer nearest | far farther furthest
        import imports imported | export exports exported
        arrival arrivals | departure departures
        ally allied | enemy hostile
        deny denies denied | concede concedes conceded acknowledge acknowledges acknowledged
        pay paid pays | owe owes owed
        voluntary voluntarily | forced compulsory
        deliberate deliberately intentional intentionally | accidental accidentally unintentional unintentionally
        positive | negative
        minimum minimal least | maximum maximal most
        old older oldest | new newer newest recent
        rare rarely seldom uncommon unusual | common commonly often frequent frequently usual usually
        left-wing leftist leftists | right-wing rightist rightists
        lower lowers lowered lowering reduce reduces reducing | raise raises raised raising increase increases \
increased
        widen widens widened widening | narrow narrows narrowed narrowing
        allow allows allowed allowing permit permits permitted let lets | forbid forbids forbade banned bans \
prohibits block blocks blocked
        uphold upholds upheld | overturn overturns overturned quash quashed reverse reversed annul annulled struck
        favour favours favoured favor favors favored | oppose opposes opposed opposing
        black | white
        full fully | empty partly partial partially
        top | bottom
        upper | lower
        internal domestic | external foreign
        ahead | behind
        past | future
        wide wider | narrow narrower
        deep deeper | shallow shallower
        easy easier easily | hard harder difficult
        permanent permanently | temporary temporarily interim
        present | absent
        married | divorced single unmarried separated
        born | died
        buyer buyers | seller sellers
        employer employers | employee employees worker workers
        landlord landlords | tenant tenants
        plaintiff plaintiffs | defendant defendants
        prosecution prosecutors | defence defense
        victim victims | attacker attackers perpetrator perpetrators suspect suspects
        creditor creditors lender lenders | debtor debtors borrower borrowers
        parent parents | child children
        supply | demand
        surplus | deficit shortfall
        revenue revenues income | cost costs expense expenses spending
        deploy deploys deployed send sent | withdraw withdraws withdrew withdrawn
        invade invades invaded | withdraw withdrew withdrawn
        promote promotes promoted | demote demotes demoted
        enter enters entered entering | exit exits exited exiting
        encourage encourages encouraged | discourage discourages discouraged
        incumbent | challenger
        democrat democrats democratic | republican republicans
        import importer | export exporter
        known | unknown
        confirmed | unconfirmed
        active | inactive dormant
        open | closed shut
        appear appeared | disappear disappeared vanished
        lead leads leading led | trail trails trailing trailed
        upgrade upgrades upgraded | downgrade downgrades downgraded
        inbound | outbound
        offer offers offered | demand demands demanded
        ceasefire truce | offensive
        voted | abstained
        healthy | sick ill
        wealthy | poor
        rise rises rose | decline declines declined dip dips dipped drop drops dropped slip slips slipped
        """),
    charges=opposed("""
        prison jail imprisonment custody | probation parole | fine fined
        killed kill kills killing | murdered murder murders murdering
        suspected suspect | accused charged indicted | convicted sentenced jailed | acquitted cleared
        murder murdered murderer | manslaughter | suicide | accident
        theft stole stolen thief | robbery robbed robber | burglary burglar | fraud | embezzlement
        rape raped rapist | assault assaulted | harassment harassed
        felony felonies | misdemeanour misdemeanours misdemeanor misdemeanors
        arrested detained | charged indicted | questioned interviewed
        witness witnesses | suspect suspects | victim victims
        plaintiff plaintiffs | defendant defendants | prosecutor prosecutors
        """),
    sexes=opposed("""
        he him his himself | she her hers herself
        mr sir lord mister | mrs ms miss dame lady madam
        man men gentleman gentlemen | woman women lady ladies
        boy boys | girl girls
        father fathers dad | mother mothers mum mom
        son sons | daughter daughters
        brother brothers | sister sisters
        husband husbands boyfriend widower groom | wife wives girlfriend widow bride
        uncle nephew grandfather grandson stepfather stepson |\
 aunt niece grandmother granddaughter stepmother stepdaughter
        king prince duke | queen princess duchess
        spokesman chairman congressman councilman policeman businessman actor |\
 spokeswoman chairwoman congresswoman councilwoman policewoman businesswoman actress
        """),
    multiples=opposed("""
        doubled doubles doubling | tripled triples tripling trebled | quadrupled quadruples
        """),
    certainties=opposed("""
        never | rarely seldom hardly
        rarely seldom hardly | sometimes occasionally | often frequently | usually mostly | always
        suggests suggest suggested indicates indicate indicated | shows show showed shown proves prove proved
        links link linked associates associated tied | causes cause caused
        """),
    quantifiers=opposed("""
        all every everyone everybody | most | many numerous | some several | few
        """),
    relations=opposed("""
        wife wives husband husbands spouse spouses | widow widows widower widowers | fiancée fiancé fiancee fiance |\
 girlfriend girlfriends boyfriend boyfriends lover lovers | friend friends |\
 colleague colleagues | neighbour neighbours neighbor neighbors
        father fathers mother mothers dad mum mom parent parents | grandfather grandmother grandparents grandparent |\
 uncle uncles aunt aunts | brother brothers sister sisters sibling siblings | cousin cousins |\
 nephew nephews niece nieces |\
 son sons daughter daughters | grandson grandsons granddaughter granddaughters grandchild grandchildren |\
 stepfather stepmother | stepson stepdaughter | half-brother half-sister stepbrother stepsister |\
 brother-in-law sister-in-law | father-in-law mother-in-law | son-in-law daughter-in-law
        """),
    opposed_beginnings=opposed("""
        north northern | south southern | east eastern | west western
        up | down
        over | under
        pre | post
        pro | anti
        """),
    complements=opposed("""
        open opened | closed shut
        guilty | innocent
        legal lawful | illegal unlawful
        possible | impossible
        true | false
        alive | dead
        accept accepts accepted | reject rejects rejected
        more greater bigger larger higher longer later older | less fewer smaller lower shorter earlier younger
        """),
    before_nouns=words("the a an this that these those of no any some many our their his her its my your"),
    after_nouns=words("and or of for in from that is are was were"),
    adjective_endings=("al", "ic", "ive", "ary", "ous"),
    plural_endings=("s",),
    singular_endings=("ss", "ous"),
    verb_endings=("ing", "ed", "ly", "ise", "ize"),
)  # fmt: skip
