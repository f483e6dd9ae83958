"""Quotations beside full texts that the user holds; the texts here are invented."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from powerlist.laws import LawIndex, Trouble, index
from powerlist.laws.comparison import Likeness
from powerlist.laws.numerals import value_of
from powerlist.laws.texts import Number
from powerlist.numerals import chinese
from tests.laws.citing import TODAY, cite
from tests.work import calls

TITLE = "示例省梯子管理条例"
TEXT = """# 示例省梯子管理条例（2020年修订）

示例省某年某月公布

## 第一章 总则

**第一条** 　为了让梯子立得稳，制定本条例。

**第二条** 　梯子由木匠制作，竹匠可以参与。

木匠应当自接到申请之日起二十日内做好；做不好的，可以延长十个工作日。本条例自7月1日起施行。

第二条规定的梯子不含绳梯。

第一条 所称立得稳，是指梯脚着地。

第四条规定的梯子，由木匠另行编号。

## 第二章 登记

第三条　登记梯子应当提交下列材料：
（一）梯子的照片；
（二）梯脚的尺寸；

（三）木匠的签名。

登记机关应当在3个月内办结。

第三条之一　竹梯的登记另行规定，由竹匠公会在每年春分以前公布登记办法。

第四条 梯子超过三米高的，应当在顶端系一条红布，并由两个人扶住下端方可使用。
"""


@pytest.fixture
def laws(tmp_path: Path) -> LawIndex:
    (tmp_path / "地方").mkdir()
    (tmp_path / "地方" / "tizi.md").write_text(TEXT, encoding="utf-8")
    return index().with_texts(tmp_path)


def quoted(laws: LawIndex, quote: str, article: int, paragraph: int | None = None, **more: int) -> Likeness:
    return laws.compare(cite(TITLE, article, paragraph, quote=quote, **more)).likeness


def test_a_quotation_that_stands_in_the_article_is_the_same(laws: LawIndex) -> None:
    assert quoted(laws, "为了让梯子立得稳，制定本条例。", 1) is Likeness.SAME
    assert quoted(laws, "登记梯子应当提交下列材料:(一)梯子的照片;……(三) 木匠的签名", 3) is Likeness.SAME
    assert quoted(laws, "由竹匠公会在每年春分以前公布", 3, inserted=1) is Likeness.SAME
    assert quoted(laws, "第二条规定的梯子不含绳梯", 2, 3) is Likeness.SAME


def test_a_line_that_only_mentions_an_article_begins_none(laws: LawIndex) -> None:
    assert quoted(laws, "所称立得稳，是指梯脚着地", 2, 4) is Likeness.SAME
    assert quoted(laws, "第四条规定的梯子，由木匠另行编号", 2, 5) is Likeness.SAME


ODD = """示例省凳子条例
==========

目　录
第一章　总　则
第二章　登记

第一编总则
第一章　总　则
第一条　凳子有四条腿。
第　二　条　【材料】凳子用木头做。
第二章登记
　　第三条　登记凳子应当提交：
　　（一）照片；
　　（二）尺寸。
第一分编　一般规定
第三条之一　竹凳不必登记。
**第三条 之二**　石凳不必搬动。
第四条：登记机关应当在三日内办结。
第５条　凳子应当放稳。
第六条
第二款规定的凳子另行编号。
附　则
第七条　自公布之日起施行。
附件：凳子的图样
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_odd_headings_are_read_and_those_of_chapters_belong_to_no_article(
    encoding: str, tmp_path: Path
) -> None:
    (tmp_path / "文件.MD").write_bytes(ODD.encode(encoding))
    (tmp_path / "目录.md").mkdir()
    text = index().with_texts(tmp_path).texts
    law = text and text.text("示例省凳子条例")
    assert law
    assert text
    assert text.text("文件") == law
    assert {number: article.lines for number, article in law.articles.items()} == {
        (1, None): ("凳子有四条腿。",),
        (2, None): ("【材料】凳子用木头做。",),
        (3, None): ("登记凳子应当提交：", "（一）照片；", "（二）尺寸。"),
        (3, 1): ("竹凳不必登记。",),
        (3, 2): ("石凳不必搬动。",),
        (4, None): ("登记机关应当在三日内办结。",),
        (5, None): ("凳子应当放稳。",),
        (6, None): ("第二款规定的凳子另行编号。",),
        (7, None): ("自公布之日起施行。",),
    }


def test_a_file_without_a_heading_goes_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "示例省凳子条例.md").write_text("第一条　凳子有四条腿。\n", encoding="utf-8")
    (tmp_path / "空.md").write_bytes(b"")
    (tmp_path / "图.md").write_bytes(bytes(range(256)) * 20)
    laws = index().with_texts(tmp_path)
    assert laws.compare(cite("示例省凳子条例", 1, quote="凳子有四条腿")).likeness is Likeness.SAME
    assert laws.compare(cite("图", 1, quote="凳子有四条腿")).likeness is Likeness.MISSING


def test_a_changed_text_is_shown_on_both_sides(laws: LawIndex) -> None:
    found = laws.compare(cite(TITLE, 4, quote="梯子超过两米高的，应当在顶端系一条白布。"))
    assert found.likeness is Likeness.CHANGED
    assert "引文：“梯子超过两米高的，应当在顶端系一条白布。”" in found.text.zh
    assert "现文：“梯子超过三米高的，应当在顶端系一条红布，" in found.text.zh
    assert "differs from 第4条" in found.text.en


def test_parts_in_the_wrong_order_are_no_quotation(laws: LawIndex) -> None:
    assert quoted(laws, "木匠的签名……梯子的照片", 3) is Likeness.CHANGED


def test_a_quotation_from_another_article_was_renumbered(laws: LawIndex) -> None:
    moved = "梯子超过三米高的，应当在顶端系一条红布，并由两个人扶住下端"
    found = laws.compare(cite(TITLE, 2, quote=moved))
    assert (found.likeness, found.better) == (Likeness.RENUMBERED, (4, None))
    assert found.text.zh == "引文是第4条的内容，不是第2条的，条号可能已变。请改为第4条。"
    assert quoted(laws, moved, 44) is Likeness.RENUMBERED
    assert quoted(laws, "没有人写过的一句话，哪里都找不到。", 44) is Likeness.MISSING


def test_nothing_to_compare_is_not_checked(laws: LawIndex) -> None:
    assert quoted(laws, "", 1) is Likeness.NOT_CHECKED
    assert laws.compare(cite(TITLE, quote="梯子")).likeness is Likeness.NOT_CHECKED
    assert laws.compare(cite("示例省凳子条例", 1, quote="凳子")).likeness is Likeness.NOT_CHECKED
    assert index().compare(cite(TITLE, 1, quote="梯子")).likeness is Likeness.NOT_CHECKED


def test_the_periods_of_a_place_are_read_as_written(laws: LawIndex) -> None:
    said = [limit.text.zh for limit in laws.limits_of(cite(TITLE, 2, 2))]
    assert said == ["20日", "10个工作日"]
    assert [limit.text.zh for limit in laws.limits_of(cite(TITLE, 3, 2))] == ["3个月"]
    assert laws.limits_of(cite(TITLE, 1)) == ()
    assert index().limits_of(cite(TITLE, 2)) == ()


def test_a_full_text_shows_places_that_nobody_counted(tmp_path: Path) -> None:
    (tmp_path / "local.csv").write_text(f"题名\n{TITLE}\n", encoding="utf-8")
    (tmp_path / "tizi.md").write_text(TEXT, encoding="utf-8")
    bare = index().with_local(tmp_path / "local.csv")
    laws = bare.with_texts(tmp_path)
    assert bare.resolve(cite(TITLE, 3, 1, item=3), TODAY).trouble is Trouble.NOT_COUNTED
    assert laws.resolve(cite(TITLE, 3, 1, item=3), TODAY).trouble is None
    for article, paragraph, item in ((3, 1, 4), (3, 9, None), (9, None, None)):
        found = laws.resolve(cite(TITLE, article, paragraph, item=item), TODAY)
        assert found.trouble is Trouble.NOT_COUNTED


@given(st.integers(1, 2999))
def test_numerals_are_read_back(number: int) -> None:
    assert value_of(chinese(number)) == value_of(str(number)) == number


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("一十", None),
        ("六一", None),
        ("十二", 12),
        ("一百零三", 103),
        ("一千二百六十", 1260),
        ("二百一十", 210),
    ],
)
def test_numerals_are_strict(words: str, number: int | None) -> None:
    assert value_of(words) == number


def test_the_work_of_comparing_grows_with_the_length_of_a_code(tmp_path: Path) -> None:
    """Four times the articles and quotations are about four times the work, stock phrases and all."""
    work = [_compared(tmp_path / str(size), size) for size in (150, 600)]
    assert work[1] < 6 * work[0]


def _compared(folder: Path, size: int) -> int:
    folder.mkdir()
    sentences = [
        f"{chinese(n)}号梯子由{chinese(n * 7 % 1999 + 1)}号木匠在{chinese(n * 3 % 1789 + 1)}号院里制作"
        for n in range(1, size + 1)
    ]
    lines = [f"第{chinese(n)}条　{sentence}。" for n, sentence in enumerate(sentences, 1)]
    (folder / "示例法典.md").write_text("\n\n".join(lines), encoding="utf-8")
    laws = index().with_texts(folder)
    found: list[Number | None] = []
    work = calls(
        lambda: found.extend(
            laws.compare(cite("示例法典", n % size + 1, quote=sentence)).better
            for n, sentence in enumerate(sentences, 1)
        )
    )
    assert found == [(n, None) for n in range(1, size + 1)]
    return work


def test_settings_in_front_of_a_title_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text(f"---\nsidebar: auto\n---\n\n{TEXT}", encoding="utf-8")
    (tmp_path / "rule.md").write_text("---\n\n第一条　凳子应当放稳。\n", encoding="utf-8")
    laws = index().with_texts(tmp_path)
    assert quoted(laws, "为了让梯子立得稳", 1) is Likeness.SAME
    assert laws.compare(cite("rule", 1, quote="凳子应当放稳")).likeness is Likeness.SAME


def test_both_ways_of_writing_numbers_are_one(laws: LawIndex) -> None:
    assert (
        quoted(laws, "木匠应当自接到申请之日起20日内做好；做不好的，可以延长10个工作日", 2) is Likeness.SAME
    )
    assert quoted(laws, "木匠应当自接到申请之日起21日内做好", 2) is Likeness.CHANGED
