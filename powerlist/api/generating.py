"""Invented registers of any size, written as the files that a bureau would have."""

from datetime import date
from pathlib import Path

from powerlist.errors import IN_THE_WAY, InputError, UsageError
from powerlist.formats.yaml_tree import to_yaml
from powerlist.generating import complete, workbook
from powerlist.generating import generate as generated
from powerlist.i18n import Text
from powerlist.model.register import Register
from powerlist.resources import write_whole

_ONE = Text(
    "一个文件只放一份清单；多份请写到文件夹。", "one file holds one register; write several into a folder."
)
_THIN = Text(
    "14栏的工作簿放不下流程和风险；--complete 请写成 YAML。",
    "a workbook of 14 columns holds no processes and risks; write --complete as YAML.",
)
_FEW = Text(
    "职权和清单至少各1，合起来不超过{most}项职权。",
    "there must be one power and one register at least, and at most {most} powers in all.",
)
_SUFFIX = Text(
    "“{name}”：生成的是 .yaml、.xlsx，或不带后缀的文件夹。",
    "“{name}”: what is written is a .yaml, an .xlsx, or a folder without a suffix.",
)
_MOST = 10_000_000
_CONFIRMED = date(2026, 1, 5)  # 生成的清单在这一天确认


def generate(
    powers: int, out: Path, *, registers: int = 1, seed: int = 1, full: bool = False, books: bool = False
) -> list[Path]:
    """Write invented registers to `out`: a .yaml, an .xlsx, or a folder; with `books`, of workbooks.

    The same numbers give the same bytes. `full` adds confirmed processes, risks, controls, pledges and
    publications. Raises UsageError for what does not go together, InputError rather
    than write over another file.
    """
    folder, books = not out.suffix, books or out.suffix.lower() == ".xlsx"
    if min(powers, registers) < 1 or powers * registers > _MOST:
        raise UsageError(_FEW.fill(most=f"{_MOST:,}"))
    if out.suffix.lower() not in ("", ".yaml", ".yml", ".xlsx"):
        raise UsageError(_SUFFIX.fill(name=out.name))
    if registers > 1 and not folder:
        raise UsageError(_ONE)
    if full and books:
        raise UsageError(_THIN)
    paths = []
    for number, register in enumerate(generated(powers, registers, seed)):
        ending = "xlsx" if books else "yaml"
        path = out / f"{number + 1:03d}-{register.authority.name}.{ending}" if folder else out
        content = _content(register, number, full, books)
        if path.is_file() and path.read_bytes() != (
            content.encode() if isinstance(content, str) else content
        ):
            raise InputError(str(path), IN_THE_WAY)
        write_whole(path, content)
        paths.append(path)
    return paths


def _content(register: Register, number: int, full: bool, books: bool) -> str | bytes:
    if books:
        return workbook(register, by_type=bool(number % 2))
    return to_yaml(complete(register, _CONFIRMED) if full else register)
