"""The encoding of a text that names none is told by its letters and its quotation marks, also of a short one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.intake.characters.decoding import decode
from desktop.intake.characters.encodings import guess, misfits, seven_bit, unmarked_utf32

TEXTS = {
    "en": (
        "“We’ll open the bridge in May,” said the mayor – “if it doesn’t rain.” Nobody "
        "asked why; they’d all heard it before."
    ),
    "de": (
        "„Wir öffnen die Brücke im Mai“, sagte der Bürgermeister. „Natürlich nur, wenn "
        "es nicht schüttet.“ Große Zweifel blieben."
    ),
    "fr": (
        "« Nous ouvrirons le pont à l’été », a déclaré la maire. L’élève n’était pas "
        "là, et personne ne s’en est étonné."
    ),
    "es": (
        "«Abriremos el puente en mayo», señaló la alcaldesa. Según él, la decisión llegó mañana y tardó más de un año."
    ),
    "pl": ("„Most otworzymy w maju” – powiedziała burmistrz. Część mieszkańców wątpi, że się uda, bo źle już było."),
    "cs": (
        "„Most otevřeme v květnu,“ řekla starostka. Někteří obyvatelé pochybují, že to "
        "půjde, protože už dříve lhůty nedodrželi."
    ),
    "sk": (
        "„Most otvoríme v máji,“ povedala starostka. Niektorí obyvatelia pochybujú, že "
        "sa to podarí, lebo už predtým meškali."
    ),
    "hu": (
        "„Májusban megnyitjuk a hidat” – mondta a polgármester. Sokan kételkednek "
        "benne, hiszen az előző határidőt is túllépték."
        " A hűvös válasz őszinte volt."
    ),
    "hr": (
        "„Most otvaramo u svibnju”, rekla je gradonačelnica. Neki građani sumnjaju da "
        "će uspjeti, jer su već kasnili više puta."
    ),
    "ru": (
        "«Мы откроем мост в мае», — сказала мэр. Некоторые жители сомневаются, что получится, ведь сроки уже срывали."
    ),
    "el": (
        "«Θα ανοίξουμε τη γέφυρα τον Μάιο», είπε η δήμαρχος. Μερικοί κάτοικοι αμφιβάλλουν ότι θα γίνει στην ώρα του."
    ),
    "tr": (
        "“Köprüyü mayısta açacağız,” dedi belediye başkanı. Bazı sakinler bunun "
        "olacağından şüpheli, çünkü daha önce gecikmişti."
    ),
}
# What an encoding lacks is written as people write it there.
_PLAIN = str.maketrans({"“": '"', "”": '"', "„": '"', "’": "'", "–": "-", "—": "-", "«": '"', "»": '"'})
CASES = [
    *((code, encoding) for code in ("en", "de", "fr", "es") for encoding in ("cp1252", "mac_roman")),
    *((code, encoding) for code in ("pl", "cs", "sk", "hu", "hr") for encoding in ("cp1250", "iso8859_2")),
    *(("ru", encoding) for encoding in ("cp1251", "koi8_r", "iso8859_5", "cp866", "mac_cyrillic")),
    *(("el", encoding) for encoding in ("cp1253", "iso8859_7")),
    ("tr", "cp1254"),
]


def written(code: str, encoding: str) -> str:
    text = TEXTS[code]
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(_PLAIN)
    return text


@pytest.mark.parametrize(("code", "encoding"), CASES)
def test_a_short_text_is_read_letter_by_letter_and_mark_by_mark(code: str, encoding: str) -> None:
    text = written(code, encoding)
    decoded = decode(text.encode(encoding))
    assert decoded is not None
    assert decoded.text == text
    assert "letters and quotation marks" in decoded.warnings[0]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("「橋は五月に開きます」と市長は述べた。雨が降らなければ、という。", "iso2022_jp"),
        ("「橋は五月に開きます」と市長は述べた。雨が降らなければ、という。市民は信じていない。", "cp932"),
        ("「橋は五月に開きます」と市長は述べた。雨が降らなければ、という。市民は信じていない。", "euc_jp"),
        ("新しい船が来た。\n\n港の人々は月曜日の夜に集まった。「来年まで待てない」と一人が言った。", "shift_jis"),
        ("港の工事は来週から始まると市長が言いました。", "euc_jp"),
        ("港口明年春天开放，市长说。", "gbk"),
        ("항구는 봄까지 닫힌다고 시장이 말했다.", "euc_kr"),
        ("“다리를 오월에 열 것입니다”라고 시장이 말했다. 비가 오지 않는다면 그렇다.", "cp949"),
        ("“다리를 오월에 열 것입니다”라고 시장이 말했다. 비가 오지 않는다면 그렇다.", "iso2022_kr"),
        ("“我们五月开放大桥，”市长说。如果不下雨的话。很多居民并不相信这个说法。", "gb18030"),
        ("「我們五月開放大橋，」市長說。如果不下雨的話。很多居民並不相信這個說法。", "big5"),
        ("“We will open it – in May,” she said. She did not say more than that.", "utf-32-le"),
        ("“We will open it – in May,” she said. She did not say more than that.", "utf-32-be"),
        ("“We will open it – in May,” she said. She did not say more than that.", "utf-16-be"),
    ],
)
def test_encodings_of_several_bytes_a_letter_are_told_without_a_mark(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded is not None
    assert decoded.text == text


def test_a_greek_capital_with_accent_is_no_apostrophe_before_a_word() -> None:
    text = "Η γέφυρα είναι έτοιμη. Η Άννα και ο Άρης μίλησαν. «Δεν ήταν εύκολο», είπε η Άννα.\n"
    decoded = decode(text.encode("cp1253"))
    assert decoded is not None
    assert decoded.text == text


def test_the_encoding_that_a_head_states_is_believed_if_the_bytes_are_in_it() -> None:
    head = '<?xml version="1.0" encoding="iso-8859-2"?>\n'
    assert guess((head + written("cs", "iso8859_2")).encode("iso8859_2")) == "iso8859-2"
    assert guess((head.replace("iso-8859-2", "no-such") + TEXTS["de"]).encode("cp1252")) == "cp1252"


def test_plain_ascii_with_an_escape_is_no_other_encoding() -> None:
    assert seven_bit(b"a \x1b[31mred\x1b[0m word and ~{ braces") == ""
    assert unmarked_utf32(b"plain words here, sixteen and more") == ""


def test_letters_of_a_neighbouring_encoding_do_not_fit_one_alphabet() -> None:
    czech = TEXTS["cs"]
    assert misfits(czech) == 0
    assert misfits(written("cs", "iso8859_2").encode("iso8859_2").decode("cp1250")) > 0


@given(st.binary(max_size=300))
def test_any_bytes_have_some_encoding_that_python_knows(data: bytes) -> None:
    data.decode(guess(data), "replace")
    assert seven_bit(data) in {"", "hz", "iso2022_jp", "iso2022_kr"}
