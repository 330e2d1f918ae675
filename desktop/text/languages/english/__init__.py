"""English: what all rooms ask of the language."""

from __future__ import annotations

from desktop.text.languages.language import Language, words

LANGUAGE = Language(
    "en",
    __name__,
    common=words(
        "the and of to that is for with said his from at have has not are were they who would we it you this she "
        "our there but"
    ),  # none that German, French or Spanish has, too: in, was, on, as
    abbreviations=words(
        "Mr Mrs Ms Messrs Dr Prof Sen Rep Reps Sens Gov Govs Gen Brig Maj Lt Col Capt Cmdr Sgt Cpl Pvt Adm Supt "
        "Insp Det St Mt Ft Jr Sr Rev Hon Pres Atty vs Inc Ltd Corp Co Bros Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct "
        "Nov Dec Mass Fla Calif Ariz Conn Del Ga Ill Ind Kan Ky La Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa "
        "Tenn Tex Va Vt Wash Wis Wyo Ala Ark Colo Dept Asst approx cf etc tel e.g i.e"
    ),
    number_abbreviations=words("No no Nos nos Fig fig Figs p pp Vol vol Art Sec Ch"),
    months=words("january february march april may june july august september october november december"),
    weekdays=words("monday tuesday wednesday thursday friday saturday sunday"),
)
