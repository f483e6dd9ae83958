"""The rule book: what each rule wants and why, with a wrong and a right example."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from powerlist.i18n import Lang, Text
from powerlist.model.severity import Severity
from powerlist.rules.differing import notes
from powerlist.rules.example import Example, example_of, register_of
from powerlist.rules.rule import RULES, Rule
from powerlist.rules.sketch import sketch

_SEVERITY = {
    Severity.ERROR: Text("必须改", "error"),
    Severity.WARNING: Text("应核实", "warning"),
    Severity.INFO: Text("提示", "info"),
}
_GROUPS = {
    "A": Text("分工", "Assignment"),
    "B": Text("公开", "Publication"),
    "C": Text("完整", "Completeness"),
    "D": Text("一致", "Consistency"),
    "L": Text("合法", "Legality"),
    "O": Text("机构与岗位", "Organisation"),
    "P": Text("流程", "Processes"),
    "R": Text("风险与防控", "Risk and control"),
    "S": Text("职责分离", "Separation of duties"),
    "N": Text("其他", "Beyond the catalogue"),
    "T": Text("时限", "Time"),
    "W": Text("豁免", "Waivers"),
}
_AND = Text("、", ", ")
_PAGE = Text(
    "# 规则手册\n\n共{count}条规则。本页由规则自动生成。`powerlist explain A01` 显示其中一条。",
    "# Rule book\n\n{count} rules. This page is generated from them; `powerlist explain A01` shows one.",
)
_COLUMNS = Text(
    "| 规则 | 程度 | 检查什么 |\n|---|---|---|", "| Rule | Severity | What is wrong |\n|---|---|---|"
)
_HEADS = {
    "why": Text("为什么", "Why"),
    "basis": Text("依据", "Basis"),
    "bad": Text("错误示例", "Wrong"),
    "finds": Text("会得到：", "Gives: "),
    "good": Text("正确示例", "Right"),
    "beside": Text("同时打开的另一单位清单", "The list of another authority, opened beside it"),
    "here": Text("改在这里", "mended here"),
    "open": Text("不限", "open"),
    "fix": Text("怎么改", "How to mend it"),
    "unless": Text("不报告的情形", "When it is silent"),
    "absent": Text("整份清单都没有时", "Where the whole list lacks it"),
}


_WAIVED = Text(
    "  豁免 {what}（{reason}，{approver}，至{until}）",
    "  Waiver {what} ({reason}, {approver}, until {until})",
)
PAGES: dict[str, Lang] = {"rules.md": "zh", "rules.en.md": "en"}


def write_pages(folder: Path) -> None:
    """Write the book in both languages: the pages that ship in docs/."""
    for name, lang in PAGES.items():
        (folder / name).write_text(rule_book(lang), encoding="utf-8")


def explain(rule: Rule, lang: Lang) -> str:
    """One rule as markdown."""
    return "\n".join(_rule_page(rule, lang, "#")) + "\n"


def severity_word(severity: Severity, lang: Lang) -> str:
    """必须改、应核实、提示."""
    return _SEVERITY[severity].of(lang)


def rule_data(rule: Rule, lang: Lang) -> dict[str, Any]:
    """One rule as plain data for other programs."""
    texts = {name: getattr(rule, name) for name in ("title", "why", "fix", "basis", "unless")}
    return {
        "code": rule.code,
        "slug": rule.slug,
        "severity": rule.severity.value,
        **{name: text.of(lang) if text else "" for name, text in texts.items()},
        "reviewers": [one.text.of(lang) for one in rule.reviewers],
        "serves": rule.serves.text.of(lang) if rule.serves else "",
        "params": dict(rule.params),
        "since": rule.since,
    }


def rule_book(lang: Lang, rules: Iterable[Rule] = RULES) -> str:
    """The whole book as one markdown page."""
    every = list(rules)
    lines = [_PAGE.fill(count=len(every)).of(lang), "", _COLUMNS.of(lang)]
    lines += [f"| {one.code} | {_SEVERITY[one.severity].of(lang)} | {one.title.of(lang)} |" for one in every]
    for letter in dict.fromkeys(one.code[0] for one in every):
        group = _GROUPS.get(letter)
        lines += ["", f"## {group.of(lang) if group else letter}"]
        for one in every:
            if one.code[0] == letter:
                lines += ["", *_rule_page(one, lang, "###")]
    return "\n".join(lines) + "\n"


def _rule_page(rule: Rule, lang: Lang, mark: str) -> Iterator[str]:
    yield f"{mark} {rule.code} {rule.title.of(lang)}"
    yield ""
    yield f"{_SEVERITY[rule.severity].of(lang)} · `{rule.slug}`{_readers(rule, lang)}"
    yield from _said("why", rule.why, lang)
    yield from _said("basis", rule.basis, lang)
    example = example_of(rule.code)
    if example:
        yield from _shown(example, lang)
    yield from _said("fix", rule.fix, lang)
    yield from _said("absent", _counted(rule.absent), lang)
    yield from _said("unless", rule.unless, lang)


def _readers(rule: Rule, lang: Lang) -> str:
    """For whom a rule is and what it serves, where it says so."""
    offices = _AND.of(lang).join(one.text.of(lang) for one in rule.reviewers)
    served = rule.serves.text.of(lang) if rule.serves else ""
    return "".join(f" · {words}" for words in (offices, served) if words)


def _said(head: str, text: Text | None, lang: Lang) -> Iterator[str]:
    if text:
        yield from ("", f"**{_HEADS[head].of(lang)}** {text.of(lang)}")


def _shown(example: Example, lang: Lang) -> Iterator[str]:
    bad, good = _drawings(example, lang)
    yield from ("", f"**{_HEADS['bad'].of(lang)}**", "", "```text", bad, "```")
    yield from ("", "```yaml", example.bad, "```", "")
    yield f"{_HEADS['finds'].of(lang)}" + ", ".join(f"`{key}`" for key in example.finds)
    yield from ("", f"**{_HEADS['good'].of(lang)}**", "", "```text", good, "```")
    yield from ("", "```yaml", _marked(example, lang), "```")
    if example.beside:
        yield from ("", f"**{_HEADS['beside'].of(lang)}**", "", "```yaml", example.beside, "```")


def _drawings(example: Example, lang: Lang) -> tuple[str, str]:
    """Both lists as charts of letters, fit for a terminal; each says at its things what the other has not."""
    bad, good = register_of(example.bad), register_of(example.good)
    wrong = [key.partition("@")[2].partition("#")[0] for key in example.finds]
    drawn = sketch(bad, lang, wrong, notes(bad, good, lang)), sketch(good, lang, (), notes(good, bad, lang))
    waived = (_waived(text, lang) for text in (example.waivers, example.good_waivers))
    first, second = ("\n".join((one, *lines)) for one, lines in zip(drawn, waived, strict=True))
    return first, second


def _waived(text: str, lang: Lang) -> list[str]:
    """The waivers beside a list, a line each."""
    rows = yaml.safe_load(text)["waivers"] if text else []
    texts = (
        _WAIVED.fill(what=" ".join(row[word] for word in ("key", "code", "name") if word in row), **row)
        for row in ({"until": _HEADS["open"], **one} for one in rows)
    )
    return [one.of(lang) for one in texts]


def _marked(example: Example, lang: Lang) -> str:
    """The right example with an arrow at the lines that differ from the wrong one."""
    wrong = set(example.bad.splitlines())
    lines = example.good.splitlines()
    return "\n".join(line if line in wrong else f"{line}  # ← {_HEADS['here'].of(lang)}" for line in lines)


def _counted(text: Text | None) -> Text | None:
    return text.fill(count="N", where="") if text else None
