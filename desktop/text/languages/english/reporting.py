"""English verbs and words that report speech."""

from __future__ import annotations

import re

from desktop.lazy_pattern import lazy_pattern, lazy_pattern_with
from desktop.text.languages.english import LANGUAGE
from desktop.text.languages.english.places import PLACES
from desktop.text.languages.english.speech_verbs import AMBIGUOUS, FINITE, PARTICIPLES, SAYINGS, STANCE_NOUNS, STANCES
from desktop.text.languages.language import table, words
from desktop.text.languages.reporting import (
    ClauseWords,
    MarkPatterns,
    NameWords,
    Reporting,
    SourceWords,
    SpeechVerbs,
    SubjectWords,
    TimeWords,
)

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
people: percent majority plurality half third quarter voter voters supporter supporters critics critic opponents
opponent activist activists protester
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
    treasurer trustee trustees warden wardens steward mechanic electrician gardener clerk accountant auditor banker
    bankers broker dealer dealers inspector inspectors retiree buyer buyers seller sellers diver divers docker dockers
    curator librarian archivist councillor councilor councillors councilors caterer chef butcher baker barber
    delegate delegates conservatives liberals republicans democrats members member crowd audience user users
    officers police detective investigators investigator guests organizer organizers organiser organisers advocates
    advocate allies ally
    donor donors others many some everyone someone caller couple family group;
organisation: campaign committee company party group organization organisation administration government
agency department
    ministry office team network paper newspaper magazine website site commission court panel firm union
    association council
    bureau embassy bank foundation pac institute coalition board network station channel outlet service hospital
    university college school museum airline airport church army navy military parliament congress senate
    assembly cabinet
    tribunal inquiry league club federation alliance movement militia regulator authority watchdog charity retailer
    manufacturer carrier operator supplier broadcaster publisher studio startup start-up jury regiment junta regime
    ministry secretariat task-force think-tank nonprofit organiser organizer insurer lender brewer automaker chain;
document: statement letter report memo document email e-mail tweet post ad poll survey study article
editorial column
    transcript release complaint lawsuit filing note message messages emails documents headline sign signs
    banner slogan
    book speech video narrator article piece bill law resolution ruling order indictment affidavit account
    platform
    commercial spot fact-check website page caption op-ed story source petition plaque placard placards poster posters
    leaflet leaflets flyer brochure notice manual questionnaire motion amendment treaty contract constitution diary
    newsletter blog press-release communique communiqué pamphlet inscription label card billboard citation cable
    cables
""")

_OUTLET = r"((?:The |the )?[A-Z][\w.&’'-]*(?: [A-Z][\w.&’'-]*){0,3})"
_SAID = r"(?:said|says|added|adds|told|asked|wrote|writes|tweeted|replied|continued|explained|noted|argued|recalled)"

REPORTING = Reporting(
    language=LANGUAGE,
    verbs=SpeechVerbs(
        cues=FINITE,
        participles=PARTICIPLES,
        parenthetical=words("say"),
        making=words("write writes wrote written read reads sing sings sang sung publish publishes published"),
        naming=words("called titled entitled named dubbed labeled labelled nicknamed known termed headlined "
                     "captioned "
                     "billed branded"),
        nouns=AMBIGUOUS | STANCE_NOUNS,
        sayings=SAYINGS,
        stances=STANCES,
        follow=words("also then later again once today yesterday earlier however"),
        be=words("is was are were be been being 's"),
        be_endings=("'s", "'re"),
        hedging=words("would will could should may might can to won't wouldn't not"),
        adverb_endings=("ly",),
        past_endings=("d",),
        present_endings=("s",),
        passive_endings=("ed", "wn", "en", "old", "id", "und"),
        participles_passive=("ed",),
        with_listener=words("told tells asked"),
        addressee_verbs=words("told tells telling"),
        informing=words(
            "told tell tells telling assured assures informed reminded warned warns advised promised notified"
        ),
        quoting=words("quoted quotes cited quoting citing described"),
        judging=words(
            "criticized criticised attacked blasted slammed mocked condemned praised ripped chided scolded "
            "faulted hit "
            "blamed rebuked denounced thanked lauded applauded apologized criticizing attacking blasting slamming "
            "mocking condemning praising fire heat criticism"
        ),
        rejecting=words(
            "reject rejects rejected rejecting dismiss dismisses dismissed dismissing deny denies denied "
            "denying refute "
            "refutes refuted refuting rebut rebutted dispute disputes disputed disputing contest contests "
            "contested counter "
            "countered brushed ridiculed questioned rubbished"
        ),
        relaying=words("reported reports"),
        causing=words(
            "lead leads led leading prompt prompts prompted prompting cause causes caused causing force forces forced "
            "forcing inspire inspires inspired inspiring spur spurs spurred spurring compel compels compelled "
            "compelling provoke provokes provoked provoking drive drives drove driving allow allows allowed allowing"
        ),
        carrying_on=("continue", "beg"),
        cue_nouns=words(
            "claim claims statement statements comment comments remark remarks description assertion assertions "
            "argument call calls promise promises pledge pledges vow declaration suggestion warning criticism "
            "characterization characterisation contention complaint answer response observation admission insistence "
            "allegation allegations accusation accusations suggestions assertions contentions notion insinuation "
            "insinuations rumours rumors complaints warnings criticisms insults threats questions charge "
            "charges words word slogan mantra motto phrase message tweet speech letter prediction question quip "
            "joke insult view belief reference plan threat label"
        ),
        copulas=words("is was are were remains"),
        negations=words("not never cannot nobody none neither nor no-one"),
        negated_endings=("n't", "n’t"),
        only_words=words("only just simply merely solely"),
        contrasts=words("but rather instead"),
        withholding=words(
            "refuse refuses refused refusing decline declines declined declining avoid avoids avoided avoiding stopped "
            "stops short"
        ),
        stands_negated=words(
            "comment comments respond responds reply answer discuss address deny denies reject dispute doubt hide "
            "hesitate elaborate explain regret object apologize apologise mind worry fear rule mince hold"
        ),
    ),
    clauses=ClauseWords(
        prepositions=words("of in at on by for from with to during after before about over under into against "
                           "among amid "
                           "despite since until via through across within without between near outside inside "
                           "toward towards absent "
                           "upon beyond like including following behind along per"),
        breaks=words("that but as when while because if whether though although since which what how where why "
                     "until unless "
                     "so than or whose and yet after before plus once whom except nor whereas"),
        relatives=words("who"),
        fillers=words("also later then once again still even has had have is was are were be been being did do "
                      "does not never "
                      "will would could should can may might must ever always often now already just simply "
                      "previously recently repeatedly reportedly publicly privately famously once subsequently "
                      "first last today yesterday tomorrow earlier further thus therefore soon sometimes long "
                      "only almost having however "
                      "all actually too both either instead ultimately eventually quickly promptly reportedly "
                      "frequently "
                      "openly flatly bluntly angrily jokingly proudly additionally similarly likewise "
                      "nevertheless "
                      "don't doesn't didn't hasn't hadn't won't wouldn't isn't wasn't don’t doesn’t didn’t "
                      "hasn’t hadn’t "
                      "won’t wouldn’t isn’t wasn’t 's ’s"),
        joining=words("and but or then"),
        adding=words("and &"),
        setting_off=words("and but while whereas"),
        questions=words("what"),
        clause_openers=words("when if once what as after how why than"),
        opening_clauses=words("asked while when if as because although though even just once"),
        thing_relatives=words("which that"),
        naming_relatives=words("which"),
        absolutes=words("with"),
        places_of_clauses=words("where"),
        complementizers=words("that"),
        infinitive_marks=words("to"),
        leading_infinitives=words(
            "used went going goes tried trying tries began begins seemed seems appeared appears wanted wants chose "
            "rushed hastened continued continues started happens likes liked loves loved ought"
        ),
        before_infinitive=words("to will would can could should may might must did does do"),
        agents=words("by"),
        reduced_agents=words("by"),
        so_words=words("so thus"),
        as_words=words("as"),
        for_words=words("for"),
        topics=(("as", "for"),),
        parentheticals=(
            ("in", "the", "past"), ("in", "turn"), ("in", "part"), ("in", "fact"), ("in", "effect"), ("in", "private"),
            ("in", "public"), ("in", "response"), ("in", "return"), ("at", "times"), ("at", "one", "point"),
            ("at", "first"), ("at", "least"), ("at", "the", "time"), ("on", "occasion"), ("of", "course"),
            ("for", "one"), ("for", "years"), ("for", "example"), ("more", "than", "once"), ("time", "and", "again"),
            ("on", "twitter"), ("on", "facebook"), ("in", "a", "statement"), ("in", "an", "interview"), ("by", "email"),
        ),
        content_openers=words("that whether how why if"),
        no_content=words(
            "with upon on in at by for from to of about as during after before against through into over and or but"
        ),
        finite_verbs=words(
            "is are was were be been being has have had will would can could should may might must do does did won't "
            "said says think thinks want wants need needs know knows get gets got made makes make came went took gave"
        ),
        finite_endings=("ed", "n't", "'s", "'re", "'ve", "'d", "'ll"),
    ),
    subjects=SubjectWords(
        pronouns=table("m: he; f: she; p: they we; : i it you"),
        determiners=words("the a an his her their its my our your this that these those some many several one "
                          "two three four "
                          "five six another other both all most each every few any no more"),
        no_subject=words("this that there what which these those here"),
        things=words("it you"),
        never=words(
            "below above here there based specifically asked appear any right just only even because however "
            "meanwhile "
            "overall together elsewhere nowhere somewhere anywhere everywhere today tonight tomorrow yesterday "
            "amid among "
            "alongside beyond within throughout instead otherwise given depending regarding concerning including"
        ),
        articles=words("a an the his her their its my our your these those no"),
        plain_articles=words("a an the"),
        singular_articles=words("a an one"),
        introducing=words("a an one another"),
        definite=words("the his her their its this that"),
        indefinite=words("a an another one some several two three many"),
        first_persons=words("we"),
        objects=words("him her them us me"),
        possessives=table("m: his; f: her; : their my our its"),
        genitives=words("of"),
        quantifiers=words("both each all"),
        contracted=words("he's she's it's who's there's that's"),
        group_endings=("men", "people", "police"),
    ),
    names=NameWords(
        titles=LANGUAGE.titles,
        roles=_ROLES,
        small_surnames=words("an are can do had has he her is no she so to was you"),
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
                     "institution studies watch prize cup medal games olympics festival forum summit academy "
                     "library gallery "
                     "orchestra records pictures studios airlines airways motors energy oil electric pharmaceuticals "
                     "laboratories systems technologies partners holdings capital securities railway bridge "
                     "airport station "
                     "square plaza market farm mill works beach bay coast ocean sea falls hill hills forest village "
                     "district division unit squad brigade regiment corps fleet mission movement plan deal "
                     "accord treaty "
                     "evening staff twitter facebook instagram youtube google"),
        group_surnames=words(
            "hall church day lake park hill beach bay street house forest mill school college bridge"
        ),
        agent_endings=(
            *("ers", "ors", "ists", "ians", "ees", "ants", "agents", "residents"),
            *("men", "women", "people", "ist", "ian", "ee"),
        ),
        stopped_titles=LANGUAGE.stopped_titles | words("Jr St"),
        honorifics=LANGUAGE.honorifics,
        place_words=words(
            "new north south east west united san los las santa saint fort great super supreme national american "
            "democratic republican federal world white wall capitol social black middle central grand old northern "
            "southern eastern western international european general public air fox human civil conservative "
            "liberal judicial "
            "royal holy nobel labour labor islamic supreme"
        ),
        places=frozenset(PLACES) | words(
            "alabama alaska arizona arkansas colorado connecticut delaware hawaii idaho illinois indiana iowa kansas "
            "kentucky louisiana maine massachusetts michigan minnesota mississippi missouri montana nebraska nevada "
            "hampshire jersey mexico ohio oklahoma oregon pennsylvania tennessee utah vermont wisconsin wyoming "
            "carolina "
            "dakota manhattan brooklyn queens bronx philadelphia seattle denver phoenix cleveland baltimore "
            "orlando tampa "
            "pittsburgh cincinnati milwaukee minneapolis nashville memphis charlotte vegas oakland birmingham "
            "manchester "
            "liverpool leeds bristol glasgow belfast melbourne brisbane perth vancouver montreal quebec ontario "
            "alberta "
            "barcelona hamburg cologne frankfurt naples turin marseille lyon antwerp rotterdam england britain"
        ),
        peoples=words(
            "american russian chinese korean japanese british english french german spanish italian israeli iranian "
            "iraqi syrian turkish ukrainian polish dutch swedish canadian mexican brazilian indian pakistani afghan "
            "saudi egyptian european african asian arab muslim muslims christian jewish jews catholic latino "
            "hispanic "
            "latinos hispanics russians koreans germans europeans republicans democrats democrat republican "
            "democratic "
            "states"
        ),
        role_links=words("of to for the in at and on"),
        linking=words(
            "of to for with by from in on against and that like unlike than about between among under over via"
        ),
        qualified=lazy_pattern_with(
            ("-",),
            r"-(?:\w*ed|old|born|winning|selling|time|speaking|serving|leading)$"),
        age=lazy_pattern(r"\d+-year\S*"),
        field_links=words("of for"),
        of_what=lazy_pattern(r" (?:of|for) (?:the )?(\w{3,})"),
        of_group=lazy_pattern_with(
            (" of ",),
            r" of (?:the )?((?:[^\s,.;:()“”\"]+ ){0,9}?[^\s,.;:()“”\"]+)(?=,? (?:said|says|told|wrote|added|noted)\b)"
        ),
        role_behind=lazy_pattern(
            r",[ \u00a0]((?:who (?:is|was|served as|serves as|works as) )?[^,;:.()\n“”\"—]{3,110}?)"
            r"(?=,|\.\s|\.$|;|:|\n|$| and who\b| who\b|[ ]?[“\"—])"
        ),
        who_is=lazy_pattern_with(
            ("who ",),
            r"^who (?:is|was|served as|serves as|works as) (?:the |an? )?"),
        leading_article=lazy_pattern(r"^(?:the|an?) "),
        apposition_end=lazy_pattern(r"(?: [IVX]+)?(?:[,.;:)\n«»„“]|$| of | \()"),
        who_speaks=lazy_pattern_with(
            ("who ",),
            r"(?: of [^,.;]{3,40})?,[ \u00a0](?:[^;.]{3,100}, )?who (?:has |had |also |then |later )?([a-z]+)\b"
        ),
        name_then_verb=lazy_pattern(r",?[ \u00a0](?:has |had |also |then )?([a-z]+)\b"),
    ),
    sources=SourceWords(
        views=words("for"),
        according=(("according", "to"), ("in", "the", "words", "of"), ("as", "per")),
        papers=words(
            "statement statements letter tweet tweets email e-mail memo post interview speech release message ad note"
        ),
        with_words=(
            ("with", "the", "words"), ("with", "the", "message"), ("with", "the", "caption"),
            ("with", "the", "comment"),
            ("with", "the", "note"), ("with", "the", "subject", "line"), ("under", "the", "caption"),
        ),
        name_nouns=words(
            "film films movie movies book books song songs album albums novel novels show shows series program "
            "programs "
            "programme programmes podcast podcasts play plays musical documentary documentaries memoir memoirs "
            "autobiography "
            "biography sitcom opera poem poems magazine blog game episode single ballad track anthem exhibition "
            "exhibit "
            "painting sculpture mural comedy drama thriller trilogy sequel franchise soundtrack manifesto "
            "pamphlet essay "
            "slogan motto nickname hashtag operation"
        ),
        distancing=words("so-called self-described self-styled self-proclaimed"),
        by_names=(
            ("known", "as"), ("known", "simply", "as"), ("known", "only", "as"), ("better", "known", "as"),
            ("goes", "by"), ("go", "by"), ("went", "by"), ("going", "by"), ("by", "the", "name"),
            ("by", "the", "name", "of"), ("by", "the", "nickname"), ("under", "the", "name"), ("the", "pseudonym"),
            ("the", "alias"), ("nicknamed",), ("alias",), ("aka",), ("a.k.a",), ("a.k.a.",), ("codenamed",),
            ("code-named",),         ),
        after_speaker=words("of in at on during"),
        credits=words(
            "photo photos photograph photography image images getty pool handout courtesy illustration video"
        ),
        rubrics=words(
            "source sources photo image picture credit caption note dear related subject re from to cc tags topics "
            "latest exclusive video watch breaking opinion analysis update updates live interview transcript report "
            "announcement listen photos trial inquest review preview recap obituary profile"
        ),
        issuers=words("from by"),
        before_platform=words("on to via platform"),
        one_source=lazy_pattern(r"(?<![\w.])((?:an?|one)(?:\s[\w.'’-]+){1,4})$"),
        source_knowledge=lazy_pattern_with(
            ("familiar with", "close to", "briefed on", "knowledge of"),
            r"((?: [\w-]+){0,2}? (?:familiar with|close to|briefed on|with (?:direct )?knowledge of)"
            r"[^,.;:\n“”\"]{2,60}?)(?=,| (?:said|says|told|added)\b)"
        ),
        outlet_article=lazy_pattern(r"^[Tt]he "),
        outlet_behind=lazy_pattern(
            r"[^\n.“”\"]{0,40}?\b(?:reported by|quoted by|cited by|published by|obtained by|told|to|via|on|with) "
            + _OUTLET
        ),
        outlet_before=lazy_pattern_with(
            ("report", "quoted", "quotes", "cited"),
            rf"(?:^|[.!?”\"]\s+){_OUTLET} (?:has )?(?:reported|reports|quoted|quotes|cited)\b[^.\n]*$"
        ),
        outlet_closing=lazy_pattern_with(
            ("reported", "reports"),
            rf"[^\n.“”\"]{{0,50}}?(?:\b(?:reported|reports) {_OUTLET}|{_OUTLET} (?:has )?(?:reported|reports)\b)"
        ),
    ),
    times=TimeWords(
        days=LANGUAGE.calendar - {"may"} | words("sept oct nov dec jan feb"),
        spells=words("week month year night morning afternoon evening day time weekend summer fall spring "
                     "winter weeks months years nights mornings afternoons evenings days weekends summers hour hours "
                     "minute minutes moment moments decade decades half"),
        recency=words("last this next that same one each every earlier late early"),
        before_days=words("on in late early earlier"),
        before_years=words("in"),
        closing=words("ago later earlier before after afterward afterwards"),
        nearly=words("less more than about nearly almost over under just barely only"),
    ),
    marks=MarkPatterns(
        elision=lazy_pattern(r"(?:n['’‘]|(?:tis|twas|twere|twill|em|im|er|till?|cause|cos|cuz|bout|round|nuff|nother|neath|gainst|tween|scuse)\b"
            r"(?!['’‘]))", re.IGNORECASE),
        between_quotations=lazy_pattern(
            r"\b(?:said|says|told|added|adds|asked|wrote|tweeted|he|she|they)\b", re.IGNORECASE
        ),
        behind_unclosed=lazy_pattern(
            rf"[,.?!…]['’]?\s(?=(?:saying|adding|calling|referring|noting|telling|citing)\b|(?:(?:he|she|they)\s{_SAID}"
            rf"|{_SAID}\s[A-Zatv]|[A-Zt](?:[\w.’'-]*\s){{1,4}}{_SAID}\b))"
        ),
    ),
)  # fmt: skip
