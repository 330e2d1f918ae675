"""English: what all rooms ask of the language."""

from __future__ import annotations

from desktop.text.languages.language import Language, groups, titles, words

LANGUAGE = Language(
    "en",
    __name__,
    common=words(
        "the and of to that is for with his from at have has not are were they who would we it you this she "
        "our there but"
    ),  # none that German, French or Spanish has, too: in, was, on, as
    stop_words=words(
        "a an these those or nor so yet if then than as by in into off on onto out over per up upon via within "
        "without about above across after against along among around before behind below between down during since "
        "through toward under until because while although though when where whom whose which what how why i he me "
        "him her us them my your its their mine yours ours theirs myself himself herself itself ourselves "
        "themselves here be do will shall should can could may might must also just very too again any some all "
        "both each such own same other more most much many s t"
    ),
    light_words=words(
        "already am another away back became become been being came cannot did does doing done either else even "
        "ever every few further get gets given go goes going got had having hence hers however indeed instead let "
        "like made make makes moreover neither never no now often once one only others ought perhaps quite rather "
        "still therefore thus together towards unto was well whereas whether yourself it's he's she's that's "
        "there's i'm i've i'd i'll we're we've you're they're they've don't doesn't didn't isn't aren't wasn't "
        "weren't won't can't couldn't wouldn't shouldn't hasn't haven't hadn't 's n't 're 've 'll 'd 'm"
    ),
    also_names=words("may will"),
    own_words=words("except inside near outside d m ll re ve"),
    abbreviations=words(
        "Mr Mrs Ms Messrs Dr Prof Sen Rep Reps Sens Gov Govs Gen Brig Maj Lt Col Capt Cmdr Sgt Cpl Pvt Adm Supt "
        "Insp Det St Mt Ft Jr Sr Rev Hon Pres Atty vs Inc Ltd Corp Co Bros Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct "
        "Nov Dec Mass Fla Calif Ariz Conn Del Ga Ill Ind Kan Ky La Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa "
        "Tenn Tex Va Vt Wash Wis Wyo Ala Ark Colo Dept Asst approx cf etc tel e.g i.e"
    ),
    number_abbreviations=words("No no Nos nos Fig fig Figs p pp Vol vol Art Sec Ch"),
    months=groups("""
        january jan
        february feb
        march mar
        april apr
        may
        june jun
        july jul
        august aug
        september sept sep
        october oct
        november nov
        december dec
    """),
    weekdays=groups("""
        monday mon mondays
        tuesday tues tue tuesdays
        wednesday wed wednesdays
        thursday thurs thu thursdays
        friday fri fridays
        saturday sat saturdays
        sunday sun sundays
    """),
    outlets=words(
        "press reuters ap upi cnn bbc news times post journal agency media tv radio magazine herald tribune "
        "guardian telegraph pbs npr nbc abc cbs msnbc bloomberg politico tass xinhua examiner standard mail sun "
        "focus express globe today reporter week network channel interfax point"
    ),
    titles=titles("""
        m: mr. sir king prince lord father congressman councilman brother;
        f: mrs. ms. miss lady queen princess congresswoman councilwoman sister dame;
        : dr. prof. professor sen. senator rep. representative gov. governor president vice prime
            minister secretary general gen. brig. maj. lt. col. capt. sgt. adm. admiral captain
            colonel major sergeant mayor judge justice chief chairman chairwoman speaker ambassador
            pope rev. reverend attorney former then-president ex-president then-sen. chancellor
            premier rabbi bishop archbishop cardinal pastor sheriff detective officer commissioner
            director coach democrat republican state foreign deputy press spokesman spokeswoman
            spokesperson candidate nominee hon. majority minority leader whip lieutenant pres.
            brigadier ceo chair defence defense envoy ex executive inspector mp
    """),
    title_surnames=words("king prince bishop pope judge lord cardinal major sergeant justice pastor press sen mayor"),
    honorifics=words("mr mrs ms miss dr"),
)
