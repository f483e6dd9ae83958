"""What can stop the program; each says in both languages what, where and what to do.

PowerlistError
├── InputError      a file that cannot be used: wrong kind, broken, too large, locked
├── InputErrors     several of them, said all at once
├── UsageError      a question that has no answer: an unknown code, an impossible choice
├── DrawingError    a picture that could not be made
└── StoreError      a store that cannot be used: gone, not ours, too new, no such register
    └── StaleError  a register that somebody else saved in the meantime
"""

import errno
from collections.abc import Sequence

from powerlist.i18n import Lang, Text

NO_FILE = Text("没有这个文件。", "there is no such file.")
A_FOLDER = Text("这是文件夹，请写明文件名。", "this is a folder; name a file.")
IN_THE_WAY = Text(
    "文件已存在，为免覆盖没有写。请换一个名称。",
    "the file exists and was not written over; choose another name.",
)


class PowerlistError(Exception):
    """The root: carries one sentence in both languages."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.zh)
        self.text = text

    def of(self, lang: Lang) -> str:
        """The sentence in one language."""
        return self.text.of(lang)


class InputError(PowerlistError):
    """A file that cannot be used; `file` and `place` are part of the sentence."""

    def __init__(self, file: str, text: Text, place: str = "") -> None:
        where = f"{file}!{place}" if place else file
        super().__init__(Text(f"{where}：{text.zh}", f"{where}: {text.en}"))
        self.file, self.place = file, place


def reason(error: OSError) -> Text:
    """Why the operating system refuses, without the name of the file."""
    known = _FILE_TROUBLES.get(error.errno or 0)
    return known or Text(
        f"系统拒绝读写（代码{error.errno or 0}）", f"the system refuses (code {error.errno or 0})"
    )


def unreadable(file: str, error: OSError) -> InputError:
    """A file that the operating system does not give to us, and why not."""
    if error.errno == errno.ENOENT:
        return InputError(file, NO_FILE)
    why = reason(error)
    return InputError(file, Text(f"{why.zh}。", f"{why.en}."))


class InputErrors(PowerlistError):
    """Everything that is wrong with the input, one sentence a line; of very many, the first and a count."""

    SHOWN = 20

    def __init__(self, errors: Sequence[InputError]) -> None:
        said, rest = [error.text for error in errors[: self.SHOWN]], len(errors) - self.SHOWN
        if rest > 0:
            said.append(Text(f"另有{rest}处，改好以上各处后再看。", f"{rest} more; mend these first."))
        super().__init__(Text("\n".join(one.zh for one in said), "\n".join(one.en for one in said)))
        self.errors = tuple(errors)


class UsageError(PowerlistError):
    """A question that has no answer here."""


class DrawingError(PowerlistError):
    """A picture that could not be made."""


class StoreError(PowerlistError):
    """A store that cannot be used; `store` is where it is, without passwords."""

    def __init__(self, store: str, text: Text) -> None:
        super().__init__(Text(f"{store}：{text.zh}", f"{store}: {text.en}"))
        self.store = store


class StaleError(StoreError):
    """The register was saved by somebody else since; both revisions are told."""

    def __init__(self, store: str, id: str, based_on: int, current: int) -> None:
        said = (
            self._gone(id, based_on)
            if not current
            else Text(
                f"“{id}”的改动基于第{based_on}版，库中现为第{current}版。请先取出第{current}版，合并后再保存。",
                f"“{id}” was changed from revision {based_on}, but the store holds revision {current}. "
                f"Load revision {current}, merge, then save again.",
            )
        )
        super().__init__(store, said)
        self.id, self.based_on, self.current = id, based_on, current

    @staticmethod
    def _gone(id: str, based_on: int) -> Text:
        return Text(
            f"“{id}”的改动基于第{based_on}版，库中却没有这份清单，可能已经删除。要当作新的存入，依据的版次写0。",
            f"“{id}” was changed from revision {based_on}, but the store does not hold it; perhaps it was "
            "deleted. To save it as a new one, give 0 as the revision.",
        )


_FILE_TROUBLES = {
    errno.EACCES: Text("没有权限", "permission denied"),
    errno.EPERM: Text("没有权限", "permission denied"),
    errno.EROFS: Text("所在位置只能读，不能写", "the place is read-only"),
    errno.ENOSPC: Text("磁盘已满", "the disk is full"),
    errno.EISDIR: Text("这是文件夹，请写明文件名", "this is a folder; name a file"),
    errno.EEXIST: Text("这是文件，不是文件夹", "this is a file, not a folder"),
    errno.ENOTDIR: Text("路径中有一段是文件，不是文件夹", "a part of the path is a file, not a folder"),
    errno.ENOENT: Text("没有这个位置", "there is no such place"),
    errno.ENAMETOOLONG: Text("文件名太长", "the name is too long"),
}


def file_trouble(error: OSError) -> Text:
    """What the operating system says of a file that cannot be written or read, in one sentence."""
    why = reason(error)
    name = f"{error.filename}" if error.filename else ""
    return Text(
        f"{name}：{why.zh}。" if name else f"{why.zh}。", f"{name}: {why.en}." if name else f"{why.en}."
    )
