"""The program with all its commands: what is asked is done, and what goes wrong is one sentence."""

import os
import sys
from collections.abc import Sequence
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup

from powerlist import __version__
from powerlist.cli import charts, drafts, exchange, fixing, generating, lists, recording, serving, stores
from powerlist.cli.options import Language
from powerlist.cli.slips import ClickException, usage_slip
from powerlist.cli.talk import say
from powerlist.errors import PowerlistError, file_trouble
from powerlist.i18n import Lang, Text

_INTERRUPTED = Text("已按 Ctrl+C 中止。", "Stopped with Ctrl+C.")


class Interrupted(Exception):
    """Somebody pressed Ctrl+C; `text` says what was going on."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.zh)
        self.text = text


class _Program(TyperGroup):
    """The commands; a language that stands before the command is the command's own."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command and its words, the language among them."""
        name, command, rest = super().resolve_command(ctx, args)
        early = ctx.params.get("lang")
        return name, command, ["--lang", early.value, *rest] if early and command else rest

    def invoke(self, ctx: Any) -> Any:
        """Run the command; Ctrl+C is told in a sentence."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt as pressed:
            raise Interrupted(getattr(pressed, "text", _INTERRUPTED)) from None


app = typer.Typer(
    name="powerlist",
    cls=_Program,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="权责清单、运行流程、廉政风险，同一张图 / One graph for powers, duties, flows and integrity risks.",
)

app.command("import")(lists.import_)
for _command in (
    *(lists.check, lists.rules, lists.explain),
    *(charts.draw, serving.demo, serving.serve),
    *(drafts.draft, drafts.confirm, recording.record, fixing.fix),
    *(exchange.template, exchange.convert, exchange.export, exchange.split, exchange.collect),
    *(stores.push, stores.pull),
    *(generating.generate,),
):
    app.command()(_command)


@app.callback(invoke_without_command=True)
def top(
    ctx: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="版本 / version")] = False,
    lang: Annotated[
        Language | None, typer.Option("--lang", help="语言 / language", show_default=False)
    ] = None,
) -> None:
    """Options of the program as a whole."""
    if version:
        print(f"powerlist {__version__}")
        raise typer.Exit
    if lang and ctx.invoked_subcommand is None:
        print(ctx.get_help())


def _language(arguments: Sequence[str]) -> Lang:
    """The language of a sentence that stops us before the options are parsed."""
    asked = os.environ.get("POWERLIST_LANG", "zh")
    for place, word in enumerate(arguments):
        if word == "--lang" and place + 1 < len(arguments):
            asked = arguments[place + 1]
        elif word.startswith("--lang="):
            asked = word.removeprefix("--lang=")
    return "en" if asked == "en" else "zh"


def run() -> None:
    """One call of the program: every error that a user can mend is one sentence and exit code 2."""
    lang = _language(sys.argv[1:])
    try:
        sys.exit(app(standalone_mode=False))
    except typer.Exit as ending:
        sys.exit(ending.exit_code)
    except typer.Abort:
        _stop(Text("已中止。", "Stopped."), lang)
    except Interrupted as stopped:
        say(stopped.text, lang)
        sys.exit(130)
    except ClickException as slip:
        _stop(usage_slip(slip), lang)
    except PowerlistError as error:
        _stop(error.text, lang)
    except OSError as error:
        _stop(file_trouble(error), lang)


def _stop(text: Text, lang: Lang) -> NoReturn:
    say(text, lang)
    sys.exit(2)
