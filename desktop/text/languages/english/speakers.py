"""English words of attributions."""

from __future__ import annotations

from desktop.text.languages.english import LANGUAGE
from desktop.text.languages.language import words
from desktop.text.languages.speaker_words import SpeakerWords

SPEAKERS = SpeakerWords(
    titles=frozenset(LANGUAGE.titles)
    | words("acting american british chinese french german iranian israeli russian ukrainian"),
    title_surnames=LANGUAGE.title_surnames,
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
    short_names=tuple(
        tuple(line.split())
        for line in """
        abigail abby
        alexander alexandra alex sandy
        andrew andy drew
        anthony tony
        barbara barb
        benjamin ben benny
        bernard bernie
        catherine katherine kathryn cathy kathy kate katie
        charles charlie chuck
        christopher christian christina christine chris
        daniel danielle dan danny
        david dave
        deborah debra debbie deb
        donald don donny
        douglas doug
        edward edwin ed eddie ted
        elizabeth liz beth betty lizzie
        eugene gene
        frances francis fran frank
        frederick fred freddie
        gabriel gabe
        geoffrey jeffrey geoff jeff
        gerald jerry gerry
        gregory greg
        harold harry hal
        henry hank harry
        jacob jake
        james jim jimmy jamie
        jennifer jen jenny
        jessica jess
        john johnny jack
        jonathan jon
        joseph joe joey
        joshua josh
        judith judy
        kenneth ken kenny
        kimberly kim
        lawrence laurence larry
        leonard leo len lenny
        louis lou
        margaret maggie meg peggy
        matthew matt
        michael mike mick micky
        nathaniel nathan nate
        nicholas nicole nick nicky
        pamela pam
        patricia patrick pat patty tricia paddy
        peter pete
        philip phillip phil
        raymond ray
        rebecca becky
        richard rick dick rich ricky
        robert rob bob bobby robbie bert
        ronald ron ronnie
        samuel samantha sam sammy
        stephen steven steve
        stuart stu
        susan sue susie
        theodore ted teddy theo
        thomas tom tommy
        timothy tim timmy
        victoria vicky vicki
        vincent vince vinnie
        walter walt wally
        william will bill billy willy liam
        zachary zach
        """.strip().splitlines()
    ),
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
