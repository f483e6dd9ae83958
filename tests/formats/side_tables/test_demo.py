"""The demo bureau written out as the tables of a drawer, imported and checked by the program itself."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from powerlist.formats import over, read
from powerlist.model.codes import StepKind
from powerlist.model.compare import taken_over
from powerlist.model.process import Process
from powerlist.model.register import Register
from powerlist.model.risk import Control, RiskPoint
from powerlist.practice import load
from powerlist.resources import data_folder
from tests.cli.test_cli import powerlist
from tests.formats.side_tables.drawer import sheet, workbook

_ENDS = (StepKind.START, StepKind.END)


@cache
def demo() -> Register:
    return read(data_folder() / "demo" / "bureau").register


def name(register: Register, id: str | None) -> str:
    """A thing's name; nothing for nothing."""
    found = register.find(id) if id else None
    return found.title if found else ""


def lists(old: Register) -> Iterator[list[Any]]:
    yield ["序号", "职权编码", "事项名称", "权力类型", "承办机构", "配合机构"]
    for power in old.powers:
        units = ("、".join(name(old, one) for one in some) for some in (power.units, power.supporting_units))
        yield [power.number, power.code, power.name, power.type.text.zh if power.type else "", *units]


def units(old: Register) -> Iterator[list[Any]]:
    yield ["科室名称", "分管领导", "上级机构"]
    for unit in old.units:
        yield [unit.name, name(old, unit.led_by), name(old, unit.parent_unit)]


def posts(old: Register) -> Iterator[list[Any]]:
    yield ["科室", "岗位", "岗位层级", "在岗人数", "AB岗", "上级岗位", "岗位职责"]
    for post in old.posts:
        holders = "" if post.holders is None else post.holders
        others = (name(old, post.backup_post), name(old, post.reports_to))
        yield [name(old, post.unit), post.name, post.level.text.zh, holders, *others, post.work]


def place(old: Register, process: Process, powers: tuple[str, ...]) -> list[str]:
    """Code, name, process and procedure, as the tables of steps and of risks name them."""
    named = [old[one] for one in powers]
    code = named[0].id if len(named) == 1 else ""
    return [code, "、".join(one.title for one in named), process.name, process.variant]


def steps(old: Register) -> Iterator[list[Any]]:
    yield [
        *("职权编码", "职权名称", "流程名称", "程序", "子项", "环节", "岗位", "时限", "承办要求", "形成文书"),
        *("自由裁量", "涉及资金", "不计入时限", "对外公开", "对外名称", "办理阶段"),
    ]
    for process in old.processes:
        subs = "、".join(name(old, one) for one in process.sub_items)
        for step in (one for one in old.steps if one.process == process.id and one.step_kind not in _ENDS):
            flags = (step.discretion, step.handles_money, step.clock_stops, step.visible)
            yield [
                *place(old, process, process.powers),
                *(subs, step.name, name(old, step.post), step.limit.text.zh if step.limit else ""),
                *(step.points, "、".join(step.documents), *("是" if flag else "否" for flag in flags)),
                *(step.external_name, load().stages.text_of(step.stage).zh),
            ]


def risks(old: Register) -> Iterator[list[Any]]:
    yield [
        *("职权编码", "职权名称", "流程名称", "程序", "环节", "岗位", "表现形式", "风险类别", "风险等级"),
        *("可能性", "后果严重性", "定级理由", "成因", "后果", "责任领导"),
        *("防控措施", "防控阶段", "落实岗位", "督办岗位", "频次"),
    ]
    for risk in old.risks:
        step = old[risk.step]
        process = old[getattr(step, "process", "")]
        assert isinstance(process, Process)
        where = place(old, process, (risk.power,) if risk.power else process.powers)
        post = name(old, risk.post or getattr(step, "post", None))
        for control in (one for one in old.controls if one.risks == (risk.id,)):
            yield [*where, step.title, post, *_rated(old, risk), *_measure(old, control)]


def _rated(old: Register, risk: RiskPoint) -> list[str]:
    assert risk.inherent
    scheme = load().scheme
    answers = [f"{one.value:g}" for one in risk.inherent.inputs]
    kind = scheme.kinds[risk.risk_kind or ""].zh
    said = [risk.event, kind, scheme.levels[risk.inherent.rank].text.zh, *answers, risk.inherent.reason]
    return [*said, risk.cause, risk.consequence, name(old, risk.supervisor)]


def _measure(old: Register, control: Control) -> list[str]:
    phase = control.phase.text.zh if control.phase else ""
    return [control.text, phase, name(old, control.owner), name(old, control.supervisor), control.frequency]


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `bureau.yaml`, made by the program of the demo's tables in any order."""
    folder = tmp_path_factory.mktemp("drawer")
    for file, rows in (("一", risks), ("二", posts), ("三", steps), ("四", lists), ("五", units)):
        workbook(folder / f"{file}.xlsx", sheet(list(rows(demo()))))
    files = sorted(path.name for path in folder.iterdir())
    done = powerlist("import", *files, "-o", "bureau.yaml", folder=folder)
    assert done.returncode == 0, done.stderr
    return folder


def said(rows: Iterator[list[Any]]) -> list[str]:
    """The rows of a table in any order."""
    return sorted(json.dumps([str(cell) for cell in row], ensure_ascii=False) for row in rows)


@pytest.mark.parametrize("table", [lists, units, posts, steps, risks])
def test_the_tables_of_the_demo_come_back_row_by_row(imported: Path, table: Any) -> None:
    register = read(imported / "bureau.yaml").register
    assert said(table(register)) == said(table(demo()))


def test_findings_of_the_joined_register_name_cells_of_the_side_tables(imported: Path) -> None:
    done = powerlist("check", "bureau.yaml", "--format", "json", "--fail-on", "never", folder=imported)
    places = [one["source"] for one in json.loads(done.stdout)["findings"]]
    assert {"一.xlsx", "二.xlsx", "三.xlsx"} <= {place["file"] for place in places if place}


def test_nothing_of_the_demo_is_left_over(imported: Path) -> None:
    reading = read(sorted(imported.glob("*.xlsx")))
    assert [one for file in reading.files for table in file.sheets for one in table.left] == []
    assert [one for one in reading.problems if one.source.file != "四.xlsx"] == []


@pytest.mark.parametrize("file", ["一", "二", "三", "五"])
def test_a_table_of_the_demo_over_the_demo_changes_nothing(imported: Path, file: str) -> None:
    reading = over(read(imported / f"{file}.xlsx"), demo())
    assert reading.problems == ()
    assert taken_over(reading.register, demo()).all == ()
