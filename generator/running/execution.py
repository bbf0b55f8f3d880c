"""Executes one module as `python q905.py` would, and tells what it drew and how it ended."""

import builtins
import os
import sys
import types
import urllib.request
from typing import Any

from generator.running import recording
from generator.running.explaining import mistake
from generator.running.files import pictures
from generator.running.watching import Watch

Record = dict[str, Any]


def run(path: str, root: str, folder: str) -> Record:
    """The graphs that a module draws, or the mistake in it, with the files that it read.

    What happens after a whole picture (a look at the file that the library would have written, `sys.exit("done")`)
    takes nothing away from it: it is told as "after".
    """
    recorder = recording.begin(path)
    watch = Watch(path, root, folder)
    main = types.ModuleType("__main__")
    main.__dict__.update({"__file__": path, "__builtins__": builtins})
    sys.modules["__main__"] = main
    sys.argv = [path]
    sys.path.insert(0, os.path.dirname(path))
    sys.dont_write_bytecode = True
    vars(urllib.request)["urlretrieve"] = recorder.fetch  # the library's own gallery fetches its pictures in this way
    with open(path, "rb") as file:
        source = file.read()
    watch.begin()
    answer: Record = {"diagrams": recorder.found}
    try:
        exec(compile(source, path, "exec"), main.__dict__)  # noqa: S102 (what this process is for)
    except BaseException as error:  # a module may even call sys.exit, which is the ordinary end of a script
        finished = isinstance(error, SystemExit) and not error.code
        if not finished or not recorder.found:
            told = mistake(error, path, main.__dict__)
            whole = any(each["whole"] and each["nodes"] for each in recorder.found)
            answer = answer | {"after": told} if whole else {"error": told}
        del error
    if "diagrams" in answer:
        answer["pictures"] = pictures(recorder.found, [folder, watch.home, root])
    return answer | {"unfetched": recorder.unfetched, "opened": watch.opened()}
