"""Slips of the command line, said in both languages.

typer brings its own copy of click in some versions, so its exceptions are told by their names.
"""

import re
from difflib import get_close_matches
from typing import Any

import typer

from powerlist.cli.asking import missing
from powerlist.i18n import Text, plain

ClickException: type[Exception] = next(
    kind for kind in typer.BadParameter.__mro__ if kind.__name__ == "ClickException"
)
_NOTHING = Text("", "")
_BY_WORDS = {
    r"unexpected extra arguments? \((.*)\)": Text("多出了“{word}”。", "“{word}” is too much."),
    r"extra argument\(s\) \((.*)\)": Text("多出了“{word}”。", "“{word}” is too much."),
    r"Option '?([^' ]+)'? requires an argument": Text(
        "“{word}”后面要写内容。", "{word} needs a value after it."
    ),
    r"Option '?([^' ]+)'? does not take a value": Text("“{word}”后面不写内容。", "{word} takes no value."),
}
_DAY = Text("日历上有的日期，写作2026-12-31", "a day of the calendar such as 2026-12-31")
_NUMBER = Text("整数", "a whole number")
_FROM = Text("不小于{least}的整数", "a whole number from {least} on")
_BETWEEN = Text("{least}到{most}的整数", "a whole number from {least} to {most}")


def usage_slip(slip: Any) -> Text:
    """What was wrong with the words of a command, what was perhaps meant, and where to look."""
    if type(slip).__name__ == "NoArgsIsHelpError":
        return plain(slip.format_message())
    said = _said(slip)
    return Text(f"{said.zh}用 --help 看用法。", f"{said.en} See --help.")


def _said(slip: Any) -> Text:
    name, parameter, context = type(slip).__name__, getattr(slip, "param", None), getattr(slip, "ctx", None)
    if name == "NoSuchOption":
        near = _near(slip.option_name, list(slip.possibilities or ()))
        option = slip.option_name
        return Text(f"没有选项“{option}”。{near.zh}", f"There is no option {option}.{near.en}")
    if name == "MissingParameter" and parameter is not None:
        return missing(parameter, context)
    if name == "BadParameter" and parameter is not None:
        return _bad(slip, parameter)
    if name == "UsageError" and context is not None and hasattr(context.command, "list_commands"):
        return _no_command(slip)
    return _other(str(slip.format_message()))


def _other(said: str) -> Text:
    """Slips that are told by the words of the parser only."""
    for pattern, text in _BY_WORDS.items():
        if found := re.search(pattern, said):
            return text.fill(word=found[1])
    return Text(f"用法有误：{said} ", said)


def _word_for(parameter: Any, slip: Any) -> str:
    """How a user wrote it: an option by its dashes, an argument by its name, or a variable of the system."""
    source = slip.ctx.get_parameter_source(parameter.name) if slip.ctx else None
    if getattr(source, "name", "") == "ENVIRONMENT":
        return str(parameter.envvar)
    return str(max(parameter.opts, key=len))


def _bad(slip: Any, parameter: Any) -> Text:
    word, said = _word_for(parameter, slip), str(slip.message).removeprefix("Value error, ").rstrip(".")
    _, told, known = said.partition(" is not one of ")
    if told:
        choices = known.replace("'", "").replace(",", "")
        return Text(f"“{word}”只能是：{choices}。", f"{word} must be one of: {choices}.")
    if wanted := _wanted(parameter):
        return Text(f"“{word}”应为{wanted.zh}。", f"{word} must be {wanted.en}.")
    return Text(f"“{word}”的值不能用：{said}。", f"{word}: {said}.")


def _wanted(parameter: Any) -> Text | None:
    """What an option takes, in the reader's words; None where it is neither a day nor a number."""
    described = getattr(parameter, "type_descriptor", None) or getattr(parameter, "type", None)
    kind = str(getattr(described, "annotation", None) or getattr(described, "name", ""))
    if "datetime" in kind:
        return _DAY
    if "int" not in kind:
        return None
    least, most = (getattr(parameter, end, None) for end in ("min", "max"))
    if least is None:
        return _NUMBER
    return _FROM.fill(least=least) if most is None else _BETWEEN.fill(least=least, most=most)


def _no_command(slip: Any) -> Text:
    word = (re.findall(r"'([^']*)'", slip.message) or [""])[0]
    near = _near(word, slip.ctx.command.list_commands(slip.ctx))
    return Text(f"没有命令“{word}”。{near.zh}", f"There is no command {word}.{near.en}")


def _near(word: str, known: list[str]) -> Text:
    found = get_close_matches(word, known, n=2, cutoff=0.5)
    if not found:
        return _NOTHING
    return Text(f"是不是 {'、'.join(found)}？", f" Did you mean {' or '.join(found)}?")
