"""The door for MkDocs: `mkdocs build` and `mkdocs serve` give the site that `build` gives, byte for byte.

    plugins:
      - question-bank

MkDocs itself makes nothing here: it is given no files, and the finished site is put where it wants its own. Other
plugins are told of our pages by us (see `guests`), as `build` tells them.
"""

from collections.abc import Mapping
from contextlib import chdir
from pathlib import Path
from typing import Any

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files

from generator import guests, pipeline
from generator.commands.overlay import BARE, show_over
from generator.commands.watching import follow, standing
from generator.files.writing import staged
from generator.options import Options
from generator.problems import Failed, Problem

_log = get_plugin_logger("question-bank")


class Settings(Config):  # type: ignore[no-untyped-call]
    """What mkdocs.yml may say below the plugin's name."""

    bank = config_options.Type(str, default="bank")
    diagrams = config_options.Type(str, default="diagrams")
    downloads = config_options.Type(bool, default=False)
    drafts = config_options.Type(bool, default=False)


class QuestionBank(BasePlugin[Settings]):  # type: ignore[no-untyped-call]
    """Builds the site in a folder of its own, where the next build finds what it can take over, and hands it over."""

    is_shown = False
    """Whether a preview runs, which no mistake may stop."""
    guests: pipeline.Door
    """The other plugins of this build."""
    before: Mapping[str, tuple[int, int]]
    """How the author's files stood when this build began."""
    problems: tuple[Problem, ...] = ()
    """What kept the last build from being shown."""

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Stay the same from build to build, as MkDocs lets plugins that know of the start."""
        self.is_shown = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Let MkDocs make no page of the theme's."""
        config.theme.static_templates = set()
        return config

    @event_priority(100)
    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Tell the other plugins of pages ourselves, and see how the files of the author stand."""
        self.guests = guests.met(config, self)
        self.before = standing(self._paths(config))

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Give MkDocs nothing to do."""
        return Files([])

    @event_priority(100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Build, and put the finished site into MkDocs' folder; a preview shows mistakes over the last good one."""
        options = self._options(config)
        self.problems = ()
        try:
            with chdir(options.home):  # names of files, as problems and links show them, begin there
                outcome = pipeline.build(options, door=self.guests)
        except Failed as failed:
            if not self.is_shown:
                raise PluginError("\n".join(map(str, failed.problems))) from failed
            self.problems = failed.problems
            for problem in failed.problems:
                _log.error(str(problem))
        else:
            for problem in outcome.problems:
                _log.warning(str(problem))
        self._hand_over(options, config)  # the last good site, where there is no better one

    def _hand_over(self, options: Options, config: MkDocsConfig) -> None:
        with staged(Path(config.site_dir), options.cache / "mkdocs" / "memory.json") as stage:
            if self.problems and not (options.out / "index.html").is_file():
                stage.put("index.html", BARE)  # on which they are shown
            for path in sorted(options.out.rglob("*")):
                if path.is_file() and path.name != ".sha256sums":
                    stage.put(path.relative_to(options.out).as_posix(), path.read_bytes())

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Build again when a question, a diagram or a template is saved."""
        follow(server, self._paths(config), self.before)
        show_over(server, lambda: self.problems)
        return server

    def _paths(self, config: MkDocsConfig) -> tuple[Path, ...]:
        """What is watched: docs/ and mkdocs.yml as well, which MkDocs itself looks at only between two builds."""
        options = self._options(config)
        named = (*options.bank_paths, options.diagram_folder or "diagrams", "overrides", "icons")
        return (*(options.home / name for name in named), Path(config.docs_dir), Path(config.config_file_path))

    def _options(self, config: MkDocsConfig) -> Options:
        home = Path(config.config_file_path).resolve().parent
        said = self.config
        diagrams = home / said.diagrams
        return Options(
            banks=() if said.bank == "bank" else (Path(said.bank),),
            diagrams=Path(said.diagrams) if diagrams.is_dir() else None,
            out=home / ".cache" / "mkdocs" / "site",
            drafts=said.drafts,
            downloads=said.downloads,
            home=home,
            cache=home / ".cache",
        )
