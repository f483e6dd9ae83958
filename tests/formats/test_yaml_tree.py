"""The project's own YAML: what is written is read back; what is wrong is told with its line."""

from pathlib import Path

import pytest

from powerlist.errors import PowerlistError
from powerlist.formats.yaml_tree import read_yaml, to_yaml, write_yaml
from tests.model.registers import register, with_flow

GOOD = """\
authority: {name: 示例县人社局}
units: [{id: u1, name: 窗口股}]
posts:
  - {id: P1, name: 受理岗, unit: 窗口股, level: 窗口岗, reports_to: P2}
  - {id: P2, name: 股长, unit: u1, level: head}
powers:
  - name: 某许可
    code: DM01
    type: 行政许可
    promised_limit: 8个工作日
    duties:
      - {id: d1, text: 受理申请, assignments: [{post: P1}]}
processes:
  - id: pr
    name: 流程
    powers: [某许可]
    steps:
      - {id: s0, name: 开始, step_kind: start}
      - {id: s1, name: 受理, post: P1, duties: [DM01.d1], risks: [{event: 刁难, controls: [{text: 抽查}]}]}
    flows: [{source: s0, target: s1}]
"""

FAULTS = {
    "a flow to a missing step": ("target: s1", "target: s9", "L20", "s9"),
    "an unknown field": ("unit: 窗口股", "unitt: 窗口股", "L4", "unitt"),
    "an unknown table": ("processes:", "proceses:", "L13", "proceses"),
    "an unknown enum": ("行政许可", "行政可", "L9", "行政可"),
    "an id used twice": ("id: P2, name", "id: P1, name", "L5", "P1"),
    "a circle of posts": ("name: 股长,", "name: 股长, reports_to: P1,", "L4", "受理岗 → 股长 → 受理岗"),
    "a limit in odd words": ("8个工作日", "很快", "L10", "很快"),
    "a negative limit": ("8个工作日", "{value: -1}", "L10", "-1"),
    "text where a list belongs": (
        "duties:\n      - {id: d1",
        "duties: 受理\n    x:\n      - {id: d1",
        "L11",
        "duties",
    ),
    "a number where text belongs": ("code: DM01", "code: 12", "L8", "12"),
    "broken brackets": ("{id: u1, name: 窗口股}", "{id: u1, name: 窗口股", "L2", "YAML"),
    "a tag that would run code": ("name: 某许可", "name: !!python/object/apply:os.getcwd []", "L7", "YAML"),
    "an alias": ("{post: P1}", "&x {post: P1}, *x", "L12", "引用"),
    "one key twice": ("    code: DM01", "    code: DM01\n    code: DM02", "L9", "code"),
    "no authority": ("authority: {name: 示例县人社局}", "", "", "authority"),
}


def write(folder: Path, text: str, name: str = "bureau.yaml") -> Path:
    """A file with this text."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    before = with_flow(register())
    write_yaml(before, tmp_path / "new" / "a.yaml")
    after = read_yaml([tmp_path / "new" / "a.yaml"]).register
    assert after == before
    assert to_yaml(after) == to_yaml(before)
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == ["a.origins.jsonl", "a.yaml"]


def test_names_and_local_ids_become_whole_ids(tmp_path: Path) -> None:
    read = read_yaml([write(tmp_path, GOOD)]).register
    assert read.posts[0].unit == "u1"
    assert read.processes[0].powers == ("DM01",)
    assert (read.flows[0].source, read.flows[0].target) == ("pr.s0", "pr.s1")
    assert read.controls[0].risks == (read.risks[0].id,)


def test_every_field_knows_its_line(tmp_path: Path) -> None:
    path = write(tmp_path, GOOD)
    read = read_yaml([path]).register
    assert str(read.source_of(read.powers[0], "promised_limit")) == f"{path}:L10"
    origin = read.origin_of(read.powers[0], "promised_limit")
    assert origin is not None
    assert origin.raw == "8个工作日"


def test_a_folder_is_one_register(tmp_path: Path) -> None:
    head, tail = GOOD.split("powers:\n", 1)
    write(tmp_path, head, "a.yaml")
    write(tmp_path, "powers:\n" + tail, "b.yaml")
    assert read_yaml([tmp_path]).register == read_yaml([write(tmp_path, GOOD, "c.txt")]).register


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_one_sentence_with_its_line(fault: str, tmp_path: Path) -> None:
    old, new, line, word = FAULTS[fault]
    path = write(tmp_path, GOOD.replace(old, new, 1))
    with pytest.raises(PowerlistError) as caught:
        read_yaml([path])
    said = caught.value.of("zh")
    assert said.startswith(str(path))
    assert f"!{line}：" in said if line else "!" not in said
    assert word in said
    assert "\n" not in said or fault in ("a number where text belongs", "an id used twice")


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("authority: {name: 局\npowers: [\n", "L2", "括号"),
        ("authority:\n\tname: 局\n", "L2", "制表符"),
        ("authority: {name: 局}\nauthority: {name: 委}\n", "L2", "写了两次：authority"),
        ("authority: &a {name: 局}\npowers: [*a]\n", "L1", "引用"),
        ('authority: {name: "a"}\nunits: ["b\0"]\n', "L2", "控制字符"),
        (
            "authority: {name: 局}\npowers:\n- {name: 甲, type: licence, valid_from: 2024-13-45}\n",
            "L3",
            "2024-13-45",
        ),
        ("authority: {name: 局}\npowers:\n- {name: 甲, type: licnce}\n", "L3", "可用：licence、penalty"),
        ("authority: {name: 局}\npowres: []\n", "L2", "是不是“powers”"),
        ("authority: {name: 局}\npowers:\n- {nam: 甲, type: licence}\n", "L3", "是不是“name”"),
        ("authority: {name: 局}\npowers:\n- {name: , type: licence}\n", "L3", "不能空着"),
        ("authority: {name: 局}\npowers:\n- {name: 甲, promised_limit: 二十天整}\n", "L3", "20个工作日"),
        ("authority: {name: 局}\npowers:\n- {name: 甲, promised_limit: .nan}\n", "L3", "20个工作日"),
        ('authority: {name: "a\\q"}\n', "L1", "反斜线"),
        ("authority: {name: 局}\n---\nauthority: {name: 委}\n", "L2", "只能有一份内容"),
    ],
)
def test_a_slip_is_told_in_chinese_words_with_its_line(
    text: str, line: str, said: str, tmp_path: Path
) -> None:
    with pytest.raises(PowerlistError) as caught:
        read_yaml([write(tmp_path, text)])
    assert f"!{line}：" in caught.value.of("zh")
    assert said in caught.value.of("zh")
    for lang in ("zh", "en"):
        said = caught.value.of(lang)  # type: ignore[arg-type]
        assert not any(word in said for word in ("Input", "expected", "found", "token", "stream", "'"))
    assert "、" not in caught.value.of("en")


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    text = (
        GOOD.replace("target: s1", "target: s9")
        .replace("unit: 窗口股", "unitt: 窗口股")
        .replace("code: DM01", "code: 1")
    )
    with pytest.raises(PowerlistError) as caught:
        read_yaml([write(tmp_path, text)])
    assert all(word in caught.value.of("en") for word in ("s9", "unitt", "quote"))


@pytest.mark.parametrize("text", ["", "[]", "说明", "a: " + "[" * 3000, "\0"])
def test_what_is_no_register_is_told_so(text: str, tmp_path: Path) -> None:
    with pytest.raises(PowerlistError, match=r"bureau\.yaml"):
        read_yaml([write(tmp_path, text)])


@pytest.mark.parametrize(
    "name", ["<script>alert(1)</script>", "=cmd|' /C calc'!A0", "}{[", "长" * 200, "𬭚", "a: b # c", "{it}"]
)
def test_a_hostile_name_is_only_a_name(name: str, tmp_path: Path) -> None:
    before = with_flow(register((name, "取水许可")))
    write_yaml(before, tmp_path / "a.yaml")
    assert read_yaml([tmp_path / "a.yaml"]).register.powers[0].name == name


def test_a_folder_where_no_file_is_and_a_file_given_twice_are_told(tmp_path: Path) -> None:
    path = write(tmp_path, GOOD)
    with pytest.raises(PowerlistError, match="给了两次"):
        read_yaml([path, tmp_path / "." / path.name])
    (tmp_path / "empty").mkdir()
    with pytest.raises(PowerlistError, match="没有清单"):
        read_yaml([tmp_path / "empty"])


def test_a_folder_of_files_with_the_short_ending_is_read(tmp_path: Path) -> None:
    write(tmp_path, GOOD, "bureau.yml")
    assert read_yaml([tmp_path]).register.powers


def test_text_of_another_coding_is_told_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "gbk.yaml").write_bytes(GOOD.encode("gbk"))
    with pytest.raises(PowerlistError, match="另存为 UTF-8"):
        read_yaml([tmp_path / "gbk.yaml"])
