"""The font of the pictures: it comes with the program, so no system font is needed."""

import hashlib
import os
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

import pylopdf_fonts_zh_cn

FAMILY = "Noto Sans SC"
STACK = '"Noto Sans SC","Microsoft YaHei","PingFang SC","SimHei",sans-serif'

_CONF = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>
"""


def fonts_conf() -> Path:
    """A fontconfig file that names the program's own font folder and nothing else."""
    fonts = Path(pylopdf_fonts_zh_cn.__file__).parent
    home = _home()
    conf = _CONF.format(fonts=escape(str(fonts)), cache=escape(str(home / "fontconfig")))
    path = home / f"fonts-{hashlib.sha256(conf.encode()).hexdigest()[:12]}.conf"
    if not path.exists():
        _write(path, conf)
    return path


def _home() -> Path:
    """The user's cache, or a fresh temporary folder where that cannot be written."""
    base = os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    try:
        home = Path(base).expanduser() / "powerlist"
        home.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=home):
            return home
    except (OSError, RuntimeError):
        return Path(tempfile.mkdtemp(prefix="powerlist-"))


def _write(path: Path, text: str) -> None:
    """Beside, then renamed: two starts at once do not read half a file."""
    handle, name = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
    Path(name).replace(path)
