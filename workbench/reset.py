"""`make reset`: empty this checkout's data, after asking."""

import shutil
import sys
from contextlib import ExitStack
from pathlib import Path

from workbench import console, locks
from workbench.engines import end_leftovers as end_engine_leftovers
from workbench.engines import local_dir
from workbench.supervisor import end_leftovers
from workbench.troubles import Trouble, say

# What we write there. LOCAL_DIR may name a folder that keeps other things as well.
OURS = ("postgres", "valkey", "log", "media", "run.*", "stripe.json*", "beat-schedule*")
YES = {"oui", "o", "yes", "y"}


def main() -> int:
    try:
        return 0 if reset(local_dir()) else 1
    except Trouble as trouble:
        console.complain(trouble)
        return 1


def reset(folder: Path) -> bool:
    """Empty the folder; False when the reader does not wish it. Raises Trouble while it is used."""
    marks = [folder / name for name in ("run.lock", "postgres/lock", "valkey/lock")]
    if not any(mark.exists() for mark in marks):
        console.tell(say("Il n’y a rien à effacer.", "There is nothing to erase."))
        return True
    with ExitStack() as held:
        for lock in map(locks.take, marks):
            if lock is None:
                raise Trouble("still_running", folder=folder)
            held.enter_context(lock)
        if not _confirmed(folder):
            console.tell(say("Rien n’a été effacé.", "Nothing was erased."))
            return False
        end_leftovers(folder)
        end_engine_leftovers(folder)
        for name in OURS:
            for path in folder.glob(name):
                _erase(path)
    console.tell(
        say("C’est vide : make run repart à neuf.", "It is empty: make run starts afresh.")
    )
    return True


def _erase(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()


def _confirmed(folder: Path) -> bool:
    question = say(
        f"Effacer toutes les données de {folder} (base, courriers, images) ? oui/non : ",
        f"Erase all the data in {folder} (database, mails, pictures)? yes/no: ",
    )
    try:
        return input(question).strip().lower() in YES
    except EOFError:
        console.tell()
        return False


if __name__ == "__main__":
    sys.exit(main())
