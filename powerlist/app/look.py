"""How the app looks: the colours of `views.theme` as Streamlit's options, and the little CSS beside them."""

from powerlist.i18n import Lang
from powerlist.views import theme

FONT = (
    '"Source Sans", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", '
    '"PingFang SC", "Microsoft YaHei", sans-serif'
)

OPTIONS: dict[str, str] = {
    "browser.gatherUsageStats": "false",
    "client.disableDataExport": "true",  # our own download is the one that executes nothing
    "client.showErrorDetails": "none",
    "client.toolbarMode": "minimal",
    "runner.magicEnabled": "false",
    "server.address": "127.0.0.1",
    "server.fileWatcherType": "none",
    "server.headless": "true",
    "theme.base": "light",
    "theme.primaryColor": theme.ACCENT,
    "theme.backgroundColor": theme.PAPER,
    "theme.secondaryBackgroundColor": theme.BAND,
    "theme.textColor": theme.INK,
    "theme.linkColor": theme.ACCENT,
    "theme.borderColor": "#d5dee6",
    "theme.dataframeHeaderBackgroundColor": theme.BAND,
    "theme.baseRadius": "6px",
    "theme.font": FONT,
    "theme.headingFontWeights": "600",
    "theme.sidebar.backgroundColor": theme.BAND,
    "theme.sidebar.secondaryBackgroundColor": theme.HEADER,
}

TONES: dict[str, str] = {
    "plain": theme.ACCENT,
    **{severity.value: look.colour for severity, look in theme.SEVERITIES.items()},
    **{f"risk{rank}": look.colour for rank, look in theme.RISKS.items()},
    "quiet": theme.QUIET,
}

CSS = f"""
.stMainBlockContainer {{ padding: 2.2rem 2.2rem 4rem; max-width: 1680px; }}
.stMainBlockContainer h1 {{ font-size: 1.65rem; padding: 0 0 .35rem; }}
.stMainBlockContainer h2 {{ font-size: 1.2rem; padding: .4rem 0 .2rem; }}
.stMainBlockContainer h3 {{ font-size: 1.02rem; padding: .3rem 0 .1rem; }}
.stExpander [data-testid="stMarkdownContainer"] {{ font-size: .88rem; }}
.stExpander [data-testid="stMarkdownContainer"] h1 {{ font-size: 1.05rem; }}
[data-testid="stSidebarContent"] {{ border-right: 1px solid #d5dee6; }}
@media (max-width: 1150px) {{
  :is(.st-key-dossier, .st-key-verdict) [data-testid="stHorizontalBlock"] {{ flex-wrap: wrap; }}
  :is(.st-key-dossier, .st-key-verdict) [data-testid="stColumn"] {{ flex: 1 1 100%; min-width: 100%; }}
}}
.pl {{ color: {theme.INK}; font-size: .92rem; line-height: 1.55; overflow-wrap: anywhere; }}
.pl table {{ width: 100%; border-collapse: collapse; }}
.pl th {{ text-align: left; font-weight: 600; color: {theme.HEADER_INK}; background: {theme.BAND};
  padding: .35rem .6rem; border-bottom: 1px solid #d5dee6; white-space: nowrap; }}
.pl td {{ vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid #e8eef3;
  overflow-wrap: break-word; }}
.pl dl {{ display: grid; grid-template-columns: max-content 1fr; gap: .3rem 1rem; margin: 0; padding: 0; }}
.pl dl, .pl dt, .pl dd, .pl ul, .pl ol, .pl li, .pl p {{ font-size: inherit; }}
.pl dt {{ color: {theme.QUIET}; font-weight: 400; }} .pl dd {{ margin: 0; padding: 0; }}
.pl .where {{ color: #66788a; font-size: .78rem; }}
.pl .lead {{ color: {theme.QUIET}; }}
.pl .none {{ color: #66788a; font-style: normal; }}
.pl .chip {{ display: inline-block; padding: 0 .5rem; border-radius: 4px; border: 1px solid #c7d3de;
  background: {theme.BAND}; margin: 0 .35rem .2rem 0; font-size: .82rem; white-space: nowrap; }}
.pl .tag {{ display: inline-block; min-width: 1.5em; text-align: center; padding: 0 .4rem; border-radius: 4px;
  font-weight: 600; font-size: .8rem; margin-right: .4rem; white-space: nowrap; }}
.pl .who {{ min-width: 11.5em; }}
.pl .missing {{ color: {TONES["error"]}; font-weight: 600; }}
.pl ul, .pl ol {{ margin: .1rem 0 .3rem; padding-left: 1.2rem; }}
.pl blockquote {{ margin: .2rem 0; padding-left: .7rem; border-left: 3px solid #d5dee6;
  color: {theme.QUIET}; }}
.pl .finding {{ padding: .35rem 0; border-bottom: 1px solid #e8eef3; }}
.pl .risk {{ padding: .5rem 0 .6rem; border-bottom: 1px solid #e8eef3; }}
.pl .risk dl {{ gap: .1rem .8rem; margin: .25rem 0; font-size: .86rem; }}
.pl h3 {{ margin: 0; padding: 0; }} .pl p {{ margin: 0 0 .3rem; }}
.pl h4 {{ margin: .7rem 0 .15rem; padding: 0; font-size: .86rem; font-weight: 600; color: {theme.QUIET}; }}
.pl pre {{ white-space: pre-wrap; background: {theme.BAND}; border-radius: 6px; padding: .6rem .8rem;
  font-size: .8rem; margin: .2rem 0; }}
"""


# Streamlit's own words around the upload are English; a Chinese page says them in Chinese.
_DROP = '[data-testid="stFileUploaderDropzone"]'
WORDS: dict[Lang, str] = {
    "en": "",
    "zh": f"""
{_DROP} :is(button p, [data-testid="stFileUploaderDropzoneInstructions"] span) {{ font-size: 0; }}
{_DROP} button p::after {{ content: "选择文件"; font-size: .95rem; }}
{_DROP} [data-testid="stFileUploaderDropzoneInstructions"] span::after {{
  content: "或者拖到这里，每个不超过 200 MB"; font-size: .88rem; }}
""",
}


def flags(**changed: str) -> list[str]:
    """The options as they stand on a command line, some of them changed (`server_port` is server.port)."""
    options = OPTIONS | {name.replace("_", ".", 1): value for name, value in changed.items()}
    return [f"--{name}={value}" for name, value in options.items()]
