"""Quotations of a list beside full texts; the texts here are invented, in the ways that files are written."""

from powerlist.model.basis import LegalBasis
from powerlist.model.power import Power
from powerlist.model.register import Register
from tests.rules.bureau import register
from tests.rules.reading import checked, keys

RULES_FOR_LADDERS = """---
sidebar: auto
---

# 示例省梯子管理条例

2019年5月1日示例省人民代表大会常务委员会通过

## 第一章　总则

**第一条**　梯子由县级以上人民政府木作部门管理。

**第二条**　木作部门应当自受理梯子登记申请之日起二十日内作出是否准予登记的决定。

二十日内不能作出决定的，经负责人批准，可以延长十日。

**第三条**　木作部门作出准予登记的决定，应当自作出决定之日起十日内发给梯子登记证。
"""
TEXTS = {"README.md": RULES_FOR_LADDERS}
TITLE = "示例省梯子管理条例"
IN_TIME = "木作部门应当自受理梯子登记申请之日起二十日内作出是否准予登记的决定。"


def quoting(*quotes: tuple[int, str], title: str = TITLE) -> Register:
    cited = [
        LegalBasis(id=f"b{n}", owner="w", instrument=title, article=article, quote=quote)
        for n, (article, quote) in enumerate(quotes)
    ]
    return register(Power(id="w", name="梯子登记", type="licence"), *cited)


def told(article: int, quote: str) -> list[str]:
    return keys(quoting((article, quote)), "N12", texts=TEXTS)


def test_what_stands_in_the_article_is_let_pass_however_it_is_written() -> None:
    for quote in (
        IN_TIME,
        f"第二条：{IN_TIME}",
        f"第二条第一款 {IN_TIME}",
        f"“{IN_TIME}”",
        IN_TIME.replace("二十日", "20日").replace("，", ","),
        "木作部门应当自受理梯子登记申请之日起……作出是否准予登记的决定",
        f"{IN_TIME}第三条 木作部门作出准予登记的决定，应当发证。",
    ):
        assert not told(2, quote), quote


def test_a_changed_article_is_shown_on_both_sides() -> None:
    changed = IN_TIME.replace("二十日", "三十日")
    (finding,) = checked(quoting((2, changed)), "N12", texts=TEXTS).findings
    assert finding.key == "N12@b0#changed"
    assert f"引文：“{changed}”" in finding.message.zh
    assert "现文：“木作部门应当自受理梯子登记申请之日起二十日内" in finding.message.zh


def test_of_a_long_text_only_the_difference_is_shown() -> None:
    long = "".join(f"第{n}种梯子应当放在第{n}号院里。" for n in range(1, 40))
    texts = {"长.md": f"# {TITLE}\n\n第一条　{long}\n"}
    wrong = long.replace("第30号院", "第31号院")
    (finding,) = checked(quoting((1, wrong)), "N12", texts=texts).findings
    assert "…" in finding.message.zh
    assert "第31号院" in finding.message.zh
    assert "第30号院" in finding.message.zh
    assert len(finding.message.zh) < 300


def test_an_article_that_fits_better_is_named() -> None:
    moved = "木作部门作出准予登记的决定，应当自作出决定之日起十日内发给梯子登记证。"
    (finding,) = checked(quoting((2, moved)), "N12", texts=TEXTS).findings
    assert finding.key == "N12@b0#renumbered"
    assert "请改为第3条" in finding.message.zh
    assert told(9, moved) == ["N12@b0#renumbered"]


def test_a_renumbered_article_is_known_though_its_words_changed_too() -> None:
    older = "木作部门作出准予登记的决定，应当自作出决定之日起十五日内发给登记证书。"
    (finding,) = checked(quoting((2, older)), "N12", texts=TEXTS).findings
    assert finding.key == "N12@b0#reworded"
    assert "最接近第3条，不是第2条" in finding.message.zh


def test_what_stands_nowhere_is_told_and_what_has_no_text_only_counted() -> None:
    assert told(9, "没有人写过的一句话，哪里都找不到。") == ["N12@b0#missing"]
    listed = quoting((2, IN_TIME), (3, IN_TIME))
    (note,) = checked(listed, "N12").not_checked
    assert note.why.zh == f"2处照录的条文没有全文可比（--laws），没有核对：《{TITLE}》。"
    elsewhere = checked(quoting((2, IN_TIME), title="示例省凳子条例"), "N12", texts=TEXTS)
    assert [one.code for one in elsewhere.not_checked] == ["N12"]


def test_what_the_index_objects_to_is_told_once() -> None:
    repealed = quoting((7, "婚姻自由。"), title="婚姻法")
    texts = {"婚姻法.md": "# 婚姻法\n\n第七条　凳子应当放稳。\n"}
    assert keys(repealed, "L02", "N12", texts=texts) == ["L02@b0"]
