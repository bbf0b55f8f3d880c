"""The command line: turns words into Options, runs a part of the recipe, prints problems and progress.

Exit status: 0 when fine, 1 when the input has problems, 2 when the call is wrong. Problems go to standard error,
one per line; what was made goes to standard output.
"""

import functools
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from generator.commands.asking import Share, track
from generator.commands.reporting import EVERY, counted, many, show, warned
from generator.options import Options
from generator.problems import Failed, Misused, errors

_FOLDER = click.Path(path_type=Path)

_DIAGRAMS = click.Path(exists=True, file_okay=False, path_type=Path)

_BANK = click.option(
    "--bank", "banks", type=_FOLDER, multiple=True, help="File or folder of questions; may be repeated. [bank/]"
)
_INPUTS = (
    click.option("--lang", "language", default="", help="Language of the interface, as in de. [the bank's]"),
    click.option("--drafts", is_flag=True, help="Draw a first draft for each question that has no diagram module."),
    click.option("--strict", is_flag=True, help="Treat every warning as an error."),
    click.option("--all", "every", is_flag=True, help="Show every problem, not just the first of each kind."),
    click.option("--no-run", is_flag=True, help="Run no diagram module; show the drawings that are kept already."),
    click.option(
        "--memory", type=click.IntRange(64), default=256, show_default=True, help="Megabytes a diagram module may take."
    ),
    click.option("--jobs", type=click.IntRange(0), default=0, help="Processes to use; 0 is one per core."),
)
_OUTPUT = click.option("--out", type=_FOLDER, default=Path("site"), show_default=True, help="Folder of the site.")
_FEWER = click.option("--fewer", is_flag=True, help="Accept that questions which the site has are gone from the bank.")


def _reports_problems(command: Callable[..., None]) -> Callable[..., None]:
    """Turn a command's problems into lines and exit status 1 or 2."""

    @functools.wraps(command)
    def run(*args: Any, **words: Any) -> None:
        click.get_current_context().meta[EVERY] = words.pop("every", False)
        try:
            command(*args, **words)
        except Failed as failed:
            show(failed.problems)
            if isinstance(failed, Misused):
                sys.exit(2)
            click.echo(counted(failed.problems))
            sys.exit(1)

    return run


def _input_options(command: Callable[..., None], diagrams: click.Path = _DIAGRAMS) -> Callable[..., None]:
    """Guard a command, and give it the options that say what to read."""
    folder = click.option("--diagrams", type=diagrams, help="Folder of diagram modules. [diagrams/ with our own bank]")
    made = _reports_problems(command)
    for option in reversed((_BANK, *_INPUTS, folder)):
        made = option(made)
    return made


def _of_a_site(words: dict[str, Any]) -> Options:
    """The options of a command that makes a site. Raises Misused if it would take the place of its own sources."""
    options = Options(**words)
    for name, out in (("--out", options.out), ("--markdown", options.markdown)):
        if out and (fault := options.covered(out)):
            raise Misused.at(out, fault, f"choose a folder of its own with {name}")
    return options


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
def main() -> None:
    """Turn a Markdown bank of questions and answers into an illustrated, searchable, printable study site.

    \b
    First steps:
      python -m generator build                    our bank -> site/
      python -m generator serve                    the same, live while you write
      python -m generator build --bank my.md --out my-site --drafts

    Whatever draws (build, check, serve, preview, export) runs the modules in diagrams/, which are Python code: within
    limits of memory and time, without network, and without writing elsewhere, as far as the system can keep them to it
    (SECURITY.md). Of a bank that you do not trust, draw nothing: --no-run.
    """  # noqa: D301 - click reads \b as "keep these lines"


@main.command()
@_input_options
@_OUTPUT
@_FEWER
@click.option("--title", default="", help="Name of the site. [the bank's own, or mkdocs.yml's]")
@click.option("--verify", is_flag=True, help="Compare the site with all words of the bank as GitHub shows them.")
@click.option("--downloads", is_flag=True, help="Make the book, the deck and the other downloads too.")
@click.option("--markdown", type=_FOLDER, help="Write the site as Markdown and data too, for another engine to build.")
@click.option("--drawings-only", is_flag=True, help="Draw diagrams into the cache, and build no site.")
@click.option(
    "--part", "share", type=Share(), default="1/1", show_default=True, help="With it, draw a part only, such as 3/8."
)
def build(drawings_only: bool, **words: Any) -> None:
    """Build the site: whole, or not at all."""
    from generator import pipeline

    if drawings_only:
        from generator.commands import authoring  # with all that draws, which a build may not need

        count, problems = authoring.draw(_of_a_site(words), track)
        show(problems)
        click.echo(f"{many(count, 'diagram')} in the cache{warned(problems)}")
        return
    if words["share"] != (1, 1):
        raise click.UsageError("--part goes with --drawings-only: a site is built whole")
    outcome = pipeline.build(_of_a_site(words), track)
    show(outcome.problems)
    if outcome.guests:
        click.echo(outcome.guests)
    click.echo(
        f"{many(outcome.questions, 'question')}, {many(outcome.drawings, 'diagram')}, {many(outcome.files, 'file')} "
        f"({many(outcome.rendered, 'page')} rendered){warned(outcome.problems)}: "
        + click.format_filename(words["out"] / "index.html")
    )


@main.command()
@_input_options
@click.option("--fix", is_flag=True, help="Repair what can be repaired in place, such as mojibake.")
def check(fix: bool, **words: Any) -> None:
    """Read everything and list what is wrong; write nothing (unless --fix)."""
    from generator import pipeline, reading
    from generator.files.writing import write_file

    options = Options(**words)
    if fix:
        for path, text in reading.fix(options.bank_paths).items():
            write_file(path, text.encode())
            click.echo(f"{click.format_filename(path)}: repaired")
    problems = pipeline.check(options, track)
    show(problems)
    click.echo(counted(problems))
    if errors(problems, options.strict):
        sys.exit(1)


@main.command()
@_reports_problems
@_BANK
@click.option("--write", is_flag=True, help="Write the numbers into the files, and change nothing else.")
def number(write: bool, **words: Any) -> None:
    """Give a number to each question that has none, and show which; numbers that are there stay."""
    from generator.commands import authoring

    for line in tuple(authoring.number(Options(**words), write)):
        click.echo(line)


@main.command()
@_input_options
@_OUTPUT
@_FEWER
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
def serve(port: int, **words: Any) -> None:
    """Build, show at http://127.0.0.1:8000/, and rebuild whenever a file is saved."""
    from generator.commands import serving

    serving.serve(_of_a_site(words), port, show)


@main.command()
@_input_options
@click.argument("number", type=int)
@click.option("--out", type=_FOLDER, default=Path(".cache/preview"), show_default=True, help="Folder of the pictures.")
def preview(number: int, out: Path, **words: Any) -> None:
    """Draw one diagram in all its forms and say what could be better."""
    from generator.commands import authoring

    problems, sheet = authoring.preview(Options(**words), number, out)
    show(problems)
    click.echo(click.format_filename(sheet))


@main.command()
@_input_options
@_OUTPUT
@click.argument("names", nargs=-1)
def export(names: tuple[str, ...], **words: Any) -> None:
    """Make downloads without a site: NAMES as in `book deck`, or all of them."""
    from generator.commands import authoring

    for path, size in authoring.export(Options(**words), names, track):
        click.echo(f"{click.format_filename(path)} ({size:,} bytes)")


@main.command()
@_input_options
def icons(**words: Any) -> None:
    """Write the icons of Material's set that diagrams name, for running them by hand."""
    from generator.commands import authoring

    for path in authoring.icons(Options(**words)):
        click.echo(click.format_filename(path))


@main.command()
@click.argument("folder", type=_FOLDER)
@click.option("--from", "source", type=click.Path(exists=True, path_type=Path), help="A bank that is there already.")
def init(folder: Path, source: Path | None) -> None:
    """Begin FOLDER: a bank, a diagram, settings, and a workflow that publishes."""
    from generator.commands import starting

    try:
        for line in starting.begin(folder, source):
            click.echo(line)
    except Failed as failed:
        show(failed.problems)
        sys.exit(2 if isinstance(failed, Misused) else 1)


@main.group()
def new() -> None:
    """Begin a question or a diagram."""


@new.command("question")
@_input_options
@click.argument("title")
@click.option("--topic", default="", help="Name of the topic. [the last one]")
def new_question(title: str, topic: str, **words: Any) -> None:
    """Add a question called TITLE to the bank, with the next free number."""
    from generator.commands import authoring

    click.echo(authoring.new_question(Options(**words), title, topic))


@new.command("diagram")
@functools.partial(_input_options, diagrams=_FOLDER)
@click.argument("number", type=int)
def new_diagram(number: int, **words: Any) -> None:
    """Write a first draft of the diagram module of question NUMBER."""
    from generator.commands import authoring

    click.echo(authoring.new_diagram(Options(**words), number))
