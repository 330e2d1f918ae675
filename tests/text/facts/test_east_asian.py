"""Are numbers and dates in Chinese, Japanese and Korean told where they differ, and only there?"""

from __future__ import annotations

import pytest

from desktop.text.changes import AlertKind, Kind
from desktop.text.diff import compare


def alerts_of(a: str, b: str) -> list[tuple[AlertKind, str, str]]:
    return [(alert.kind, alert.a_text, alert.b_text) for alert in compare(a, b, kind=Kind.VERSIONS).alerts]


@pytest.mark.parametrize(
    ("a", "b", "one", "other"),
    [
        ("这座桥花了30万元。", "这座桥花了300万元。", "30万", "300万"),
        ("桥长50米。", "桥长500米。", "50", "500"),
        ("他有3个孩子。", "他有5个孩子。", "3", "5"),
        ("北京有两千万人口。", "北京有三千万人口。", "两千万", "三千万"),
        ("约百分之三十的人", "约百分之四十的人", "三十", "四十"),
        ("約30万人が避難した。", "約40万人が避難した。", "30万", "40万"),
        ("３０人が死亡した。", "４０人が死亡した。", "３０", "４０"),
        ("三十人が死亡した。", "四十人が死亡した。", "三十", "四十"),
        ("3万5千人が集まった。", "3万6千人が集まった。", "3万5千", "3万6千"),
        ("一億二千万円を支払った。", "一億三千万円を支払った。", "一億二千万", "一億三千万"),
        ("予算は1兆2000億円だ。", "予算は1兆3000億円だ。", "1兆2000億", "1兆3000億"),
        ("売上は1,200万円だ。", "売上は1,300万円だ。", "1,200万", "1,300万"),
        ("気温は3.5度上がった。", "気温は4.5度上がった。", "3.5", "4.5"),
        ("定員は30万人だ。", "定員は30千人だ。", "30万", "30千"),
        ("다리는 50억 원이 들었다.", "다리는 500억 원이 들었다.", "50억", "500억"),
        ("30만명이 모였다.", "40만명이 모였다.", "30만명이", "40만명이"),
        ("삼십만 명이 모였다.", "사십만 명이 모였다.", "삼십만", "사십만"),
        ("3만5천 명이 모였다.", "3만6천 명이 모였다.", "3만5천", "3만6천"),
        ("3만5000명이 모였다.", "3만6000명이 모였다.", "3만5000명이", "3만6000명이"),
    ],
)
def test_a_number_that_differs_is_told_as_a_whole(a: str, b: str, one: str, other: str) -> None:
    assert alerts_of(a, b) == [(AlertKind.NUMBER, one, other)]
    assert alerts_of(b, a) == [(AlertKind.NUMBER, other, one)]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("3万5千人が集まった。", "35,000人が集まった。"),
        ("30人が死亡した。", "３０人が死亡した。"),
        ("三万五千人が集まった。", "3万5千人が集まった。"),
        ("1兆2000億円", "1.2兆円"),
        ("35만 명이 모였다.", "350,000명이 모였다."),
    ],
)
def test_one_number_written_in_two_ways_is_no_alert(a: str, b: str) -> None:
    assert alerts_of(a, b) == []


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("一方、政府は否定した。", "他方、政府は否定した。"),
        ("他们一起走了。", "他们独自走了。"),
        ("他说万一失败就回家。", "他说如果失败就回家。"),
        ("三菱は発表した。", "日産は発表した。"),
        ("千葉で会った。", "横浜で会った。"),
        ("일본은 발표했다.", "중국은 발표했다."),
        ("구조대가 왔다.", "소방대가 왔다."),
        ("사천 시장이 왔다.", "이천 시장이 왔다."),
    ],
)
def test_numerals_inside_words_are_no_numbers(a: str, b: str) -> None:
    assert AlertKind.NUMBER not in {kind for kind, _, _ in alerts_of(a, b)}


@pytest.mark.parametrize(
    ("a", "b", "one", "other"),
    [
        ("9月6日に発表した。", "9月7日に発表した。", "9月6", "9月7"),
        ("这是2022年的事。", "这是2023年的事。", "2022", "2023"),
        ("2022년 9월 6일에 발표했다.", "2022년 9월 7일에 발표했다.", "2022년 9월 6일에", "2022년 9월 7일에"),
    ],
)
def test_dates_are_told_as_dates(a: str, b: str, one: str, other: str) -> None:
    assert alerts_of(a, b) == [(AlertKind.DATE, one, other)]


def test_so_many_people_are_no_year() -> None:
    assert alerts_of("約1500人が来た。", "約1800人が来た。") == [(AlertKind.NUMBER, "1500", "1800")]


def test_another_currency_is_told() -> None:
    assert alerts_of("成本为3亿美元。", "成本为3亿欧元。") == [(AlertKind.NUMBER, "美元", "欧元")]


def test_a_word_after_figures_is_a_token_of_its_own() -> None:
    a, b = "約30万人が避難した。", "約40万人が避難した。"
    assert [(change.a.of(a), change.b.of(b)) for change in compare(a, b).changes] == [("30", "40")]
