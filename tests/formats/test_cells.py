"""What the texts of cells become: numbers, duties, bases, grounds, limits."""

import pytest

from powerlist.formats.cells.basis import ParsedBasis, parse_bases
from powerlist.formats.cells.duties import parse_duties
from powerlist.formats.cells.grounds import parse_grounds, targets_in
from powerlist.formats.cells.limits import parse_limits
from powerlist.formats.cells.numerals import number_of
from powerlist.formats.cells.text import lines_of, mended
from powerlist.formats.cells.values import (
    documents_of,
    fee_of,
    kind_in_title,
    kind_of,
    kind_of_sheet,
    levels_of,
    phones_of,
)
from powerlist.model.codes import InstrumentKind, PowerType, TargetRole
from powerlist.practice import load
from powerlist.practice.headings import load_headings

HEADINGS = load_headings()
STAGES = load().stages


def duties(text: str, heading: str = "") -> list[tuple[str, str, str]]:
    found = parse_duties(text, HEADINGS, STAGES.key_of, heading)
    return [(duty.heading, duty.number, duty.text) for duty in found]


def bases(text: str) -> list[ParsedBasis]:
    return list(parse_bases(text, HEADINGS).bases)


def places(text: str) -> list[str]:
    named = []
    for basis in bases(text):
        p = basis.place
        rest = f"-{p.paragraph or 0}-{p.item or 0}" if p.paragraph or p.item else ""
        named.append(f"{basis.instrument} {p.article}{f'+{p.inserted}' if p.inserted else ''}{rest}")
    return named


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("三十九", 39),
        ("十", 10),
        ("十二", 12),
        ("一百零三", 103),
        ("一百〇三", 103),
        ("一百一十", 110),
        ("二百", 200),
        ("一千二百六十", 1260),
        ("廿一", 21),
        ("61", 61),
        ("６１", 61),
        ("六一", None),
        ("三十十", None),
        ("百", None),
        ("", None),
    ],
)
def test_numerals_are_read_strictly(text: str, number: int | None) -> None:
    assert number_of(text) == number


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("受理\n申请", "受理申请"),
        ("对申请人提交的材料进行\n审查。\n作出决定。", "对申请人提交的材料进行审查。\n作出决定。"),
        ("1.受理\n2.审查", "1.受理\n2.审查"),
        ("1.\n受理责任：公示", "1.受理责任：公示"),
        ("第1\n2条", "第12条"),
        ("人力 资源　服务", "人力资源服务"),
        ("open\nsource", "open source"),
        ("依据\n《甲法》第三条\n《乙法》第四条", "依据《甲法》第三条\n《乙法》第四条"),
        ("受理的\n材料，\n一次性\n告知。", "受理的材料，一次性告知。"),
        ("  \n ", ""),
        ("上半页的\f下半页", "上半页的下半页"),
        ("上半页。\f下半页", "上半页。下半页"),
    ],
)
def test_broken_lines_are_joined_and_real_ones_kept(raw: str, text: str) -> None:
    assert mended(raw) == text


def test_a_short_list_keeps_its_lines_unless_words_are_broken() -> None:
    assert lines_of("申请书原件\n身份证明") == ["申请书原件", "身份证明"]
    assert lines_of("申请书\n原件和\n身份证\n明") == ["申请书原件和身份证明"]


def test_numbered_duties_have_headings_numbers_and_stages() -> None:
    found = parse_duties("1.受理责任：公示材料。\n2.审查责任：核查。", HEADINGS, STAGES.key_of)
    assert [(d.heading, d.number, d.text, d.stage) for d in found] == [
        ("受理责任", "1", "公示材料。", "acceptance"),
        ("审查责任", "2", "核查。", "review"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "直接实施责任：\n1.受理责任：公示。\n2.送达。\n指导监督责任：\n1.指导下级。",
            [
                ("直接实施责任/受理责任", "1", "公示。"),
                ("直接实施责任", "2", "送达。"),
                ("指导监督责任", "1", "指导下级。"),
            ],
        ),
        (
            "（一）受理责任\n1.公示。\n2.告知。\n（二）审查责任\n1.核查。",
            [
                ("受理责任", "（一）1", "公示。"),
                ("受理责任", "（一）2", "告知。"),
                ("审查责任", "（二）1", "核查。"),
            ],
        ),
        ("受理责任：公示。审查责任：核查。", [("受理责任", "", "公示。"), ("审查责任", "", "核查。")]),
        ("①公示②核查", [("", "①", "公示"), ("", "②", "核查")]),
        ("1-1.公示。1-2.核查。", [("", "1-1", "公示。"), ("", "1-2", "核查。")]),
        ("公示材料。\n核查材料。", [("", "", "公示材料。"), ("", "", "核查材料。")]),
        (
            "1.罚款不超过2.5万元的，当场决定。2.其他",
            [("", "1", "罚款不超过2.5万元的，当场决定。"), ("", "2", "其他")],
        ),
        (
            "1.审查：（1）书面审查；（2）核查。",
            [("审查", "1（1）", "书面审查；"), ("审查", "1（2）", "核查。")],
        ),
        ("1.依照第三条第（二）项办理。", [("", "1", "依照第三条第（二）项办理。")]),
        ("1.受理。3.决定。", [("", "1", "受理。3.决定。")]),
        ("1.受理。\n3.决定。", [("", "1", "受理。"), ("", "3", "决定。")]),
        ("", []),
    ],
)
def test_duty_cells_become_duties(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert duties(text) == expected


def test_a_duty_of_one_word_says_its_stage_itself() -> None:
    found = parse_duties("①受理②审查③法律法规规章文件规定应履行的其他责任。", HEADINGS, STAGES.key_of)
    assert [duty.stage for duty in found] == ["acceptance", "review", "other"]


def test_a_heading_of_the_row_stands_before_that_of_the_cell() -> None:
    assert duties("1.公示。", "受理环节") == [("受理环节", "1", "公示。")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("【法律】《甲法》第三条", InstrumentKind.LAW),
        ("[行法规]《甲条例》第三条", InstrumentKind.ADMIN_REGULATION),
        ("（部门规章）《甲办法》第三条", InstrumentKind.DEPT_RULE),
        ("﹝地方性法规﹞《甲条例》第三条", InstrumentKind.LOCAL_REGULATION),
        ("〔三定规定〕《甲规定》第三条", InstrumentKind.STAFFING_DECREE),
        ("法律：《甲法》第三条", InstrumentKind.LAW),
        ("1.【规范性文件】《甲通知》第三条", InstrumentKind.NORMATIVE),
        ("《甲法》第三条", None),
    ],
)
def test_tags_are_read_in_every_spelling(text: str, kind: InstrumentKind | None) -> None:
    (basis,) = bases(text)
    assert basis.kind is kind
    assert basis.place.article == 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("《甲法》第三十九条第二款第（三）项", ["甲法 39-2-3"]),
        ("《甲法》第三条、第五条", ["甲法 3", "甲法 5"]),
        ("《甲法》第三条第一款、第三款", ["甲法 3-1-0", "甲法 3-3-0"]),
        ("《甲法》第十条至第十二条", ["甲法 10", "甲法 11", "甲法 12"]),
        ("《甲法》第十条—第十二条", ["甲法 10", "甲法 11", "甲法 12"]),
        ("《甲法》第三十八至四十条第二款", ["甲法 38", "甲法 39", "甲法 40-2-0"]),
        ("《甲法》第38-40条：原文", ["甲法 38", "甲法 39", "甲法 40"]),
        ("《甲法》第三、五条，第九条", ["甲法 3", "甲法 5", "甲法 9"]),
        ("《甲法》第四条之一", ["甲法 4+1"]),
        ("《甲法》第三条；《乙条例》第四条", ["甲法 3", "乙条例 4"]),
        ("《甲法》第三条、《乙条例》第四条和《丙办法》第五条", ["甲法 3", "乙条例 4", "丙办法 5"]),
        ("1.《甲法》第三条 2.《乙条例》第四条", ["甲法 3", "乙条例 4"]),
        ("《甲法》第三条：县级负责。第五条：市级负责。", ["甲法 3", "甲法 5"]),
        ("《甲法》第三条：依照《乙法》第九条办理。", ["甲法 3"]),
        ("《甲法第六条：某。", ["甲法 6"]),
        ("甲办法》第七条", ["甲办法 7"]),
        ("【法律】甲法第八条", ["甲法 8"]),
        ("劳动法第九条", ["劳动法 9"]),
        ("《甲法》", ["甲法 None"]),
        ("《关于〈甲法〉的实施办法》第一条", ["关于〈甲法〉的实施办法 1"]),
        ("《甲法》第 3 条", ["甲法 3"]),
        ("《甲法》第二章第一节第十条", ["甲法 10"]),
        ("《甲法》第十条第（一）（二）项", ["甲法 10-0-1", "甲法 10-0-2"]),
        ("《甲法》第十条第一款第（一）、（三）项，第十一条", ["甲法 10-1-1", "甲法 10-1-3", "甲法 11"]),
        ("《甲法》第十条第一款第一项、第二款", ["甲法 10-1-1", "甲法 10-2-0"]),
        ("没有题名的一句话", []),
    ],
)
def test_basis_cells_become_places(text: str, expected: list[str]) -> None:
    assert places(text) == expected


def test_notes_after_a_title_are_numbers_or_versions_and_the_rest_is_the_quote() -> None:
    (basis,) = bases("【规范性文件】《甲通知》（某发〔2015〕21号）（2019年修正）第二条：由某局负责。")
    assert (basis.document_no, basis.version, basis.quote) == (
        "某发〔2015〕21号",
        "2019年修正",
        "由某局负责。",
    )


def test_a_note_of_several_parts_is_taken_apart() -> None:
    (basis,) = bases("《甲法》（2007年8月30日主席令第七十号，2015年4月24日予以修改）第四十条")
    assert (basis.document_no, basis.version) == ("2007年8月30日主席令第七十号", "2015年4月24日予以修改")


def test_a_quoted_list_is_part_of_the_quote() -> None:
    (basis,) = bases(
        "《甲法》第四十条：应当具备下列条件：（一）有章程；（二）有场所；（三）其他条件。应当办理许可。"
    )
    assert basis.quote.endswith("应当办理许可。")


def test_a_damaged_article_stays_text_and_is_told() -> None:
    (basis,) = bases("《甲法》第六一条：某。")
    assert basis.place.article is None
    assert basis.quote == "第六一条：某。"
    assert basis.faults == ("article-unreadable",)


def test_what_stands_before_the_first_title_is_told() -> None:
    parsed = parse_bases("按照上级要求。《甲法》第三条", HEADINGS)
    assert parsed.rest == "按照上级要求"
    assert len(parsed.bases) == 1


def test_grounds_are_one_a_number_with_the_sanctions_they_name() -> None:
    found = parse_grounds(
        "有下列情形的，承担责任：\n1.不予受理的；\n2.滥用职权的，给予警告、记大过。", HEADINGS
    )
    assert [(ground.number, ground.text) for ground in found] == [
        ("1", "不予受理的；"),
        ("2", "滥用职权的，给予警告、记大过。"),
    ]
    assert found[1].sanctions == ("警告", "记大过")


def test_a_single_sentence_is_one_ground() -> None:
    assert [ground.text for ground in parse_grounds("不履行职责的。", HEADINGS)] == ["不履行职责的。"]


def test_target_roles_are_read_and_strangers_told() -> None:
    assert targets_in("1.法定代表人 2.分管负责人3.具体承办人", HEADINGS)[0] == (
        TargetRole.LEGAL_REPRESENTATIVE,
        TargetRole.LEADER_IN_CHARGE,
        TargetRole.HANDLER,
    )
    assert targets_in("法定代表人、门卫", HEADINGS) == ((TargetRole.LEGAL_REPRESENTATIVE,), ("门卫",))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("20个工作日", "20个工作日"),
        ("二十日", "20日"),
        ("二 十 个\n工作日", "20个工作日"),
        ("自受理之日起20个工作日（可延长10个工作日）", "20个工作日"),
        ("20个工作日内，经批准延长10个工作日", "20个工作日"),
        ("3个月", "3个月"),
        ("半年", "6个月"),
        ("24小时", "24小时"),
        ("即时办结", "当场"),
        ("当场", "当场"),
        ("20", "20个工作日"),
        ("0个工作日", "当场"),
        ("0", "当场"),
    ],
)
def test_limits_are_read(text: str, said: str) -> None:
    limit = parse_limits(text, HEADINGS, "法定期限（工作日）").plain
    assert limit is not None
    assert limit.text.zh == said


@pytest.mark.parametrize(
    "text",
    [
        "1-3个工作日",
        "受理5日，决定20日",
        "按规定",
        "六一日",
        "-5日",
        "－5个工作日",
        "−3",
        "0日",
        "0个月",
        "法定0日",
    ],
)
def test_what_is_no_one_limit_is_unreadable(text: str) -> None:
    parsed = parse_limits(text, HEADINGS)
    assert not parsed.readable
    assert parsed.plain is None


def test_one_cell_may_hold_both_limits() -> None:
    both = parse_limits("法定：20个工作日；承诺：5个工作日", HEADINGS)
    assert (both.statutory.text.zh, both.promised.text.zh) == ("20个工作日", "5个工作日")  # type: ignore[union-attr]
    assert parse_limits("无", HEADINGS) == parse_limits("", HEADINGS)


@pytest.mark.parametrize(
    ("word", "type"),
    [
        ("行政监督", PowerType.INSPECTION),
        ("行政\n审批", PowerType.LICENCE),
        ("便民服务", PowerType.PUBLIC_SERVICE),
        ("其他职权", PowerType.OTHER),
        ("处罚", PowerType.PENALTY),
        ("非行政许可审批", None),
        ("某种权力", None),
    ],
)
def test_kinds_are_read_by_their_synonyms(word: str, type: PowerType | None) -> None:
    assert kind_of(word, HEADINGS).type is type


def test_a_title_names_a_kind_only_if_it_names_one() -> None:
    assert kind_in_title("附表2 示例县行政处罚事项清单", HEADINGS).type is PowerType.PENALTY
    assert not kind_in_title("行政许可、行政处罚清单", HEADINGS).known
    assert kind_in_title("非行政许可审批事项", HEADINGS).type is None


@pytest.mark.parametrize(
    ("name", "type"),
    [
        ("其他类", PowerType.OTHER),
        ("处罚", PowerType.PENALTY),
        ("2.强制（12项）", PowerType.COMPULSION),
        ("附表3 奖励", PowerType.REWARD),
        ("示例县行政处罚清单", PowerType.PENALTY),
        ("Sheet1", None),
        ("许可处罚", None),
    ],
)
def test_a_sheet_is_called_by_a_kind_s_short_word(name: str, type: PowerType | None) -> None:
    assert kind_of_sheet(name, HEADINGS).type is type


def test_short_cells() -> None:
    assert [level.text.zh for level in levels_of("市级、县级", HEADINGS)] == ["市级", "县级"]
    assert not fee_of("不收费。", HEADINGS).charged
    assert fee_of("每件5元", HEADINGS).standard == "每件5元"
    assert phones_of("监督电话：0000-1234567、12310") == ("0000-1234567", "12310")
    assert [(d.name, d.form) for d in documents_of("1.申请表（原件1份）\n2.身份证")] == [
        ("申请表", "原件1份"),
        ("身份证", ""),
    ]


@pytest.mark.parametrize("text", ["999999999日", "99999999999999999999个工作日", "nan", "inf日"])
def test_a_number_that_no_limit_can_be_is_kept_as_text(text: str) -> None:
    found = parse_limits(text, load_headings())
    assert found.plain is None
    assert not found.readable
