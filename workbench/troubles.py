"""One sentence per trouble, in the reader's language, naming what to change."""

import os

SENTENCES = {
    "other_python": (
        "Python {found} ne convient pas : il faut Python 3.11, 3.12 ou 3.13. "
        "Relancez avec PYTHON=/chemin/vers/python3.12 make run.",
        "Python {found} does not fit: Python 3.11, 3.12 or 3.13 is needed. "
        "Run again with PYTHON=/path/to/python3.12 make run.",
    ),
    "port_taken": (
        "Le port {port} est déjà pris. Relancez avec {setting}={free} make run.",
        "Port {port} is already taken. Run again with {setting}={free} make run.",
    ),
    "port_unreadable": (
        "{setting}={value} n’est pas un numéro de port. Choisissez un nombre entre 1024 et 65535.",
        "{setting}={value} is not a port number. Choose a number between 1024 and 65535.",
    ),
    "disk_full": (
        "Il reste {free} Mo sur le disque de {folder}, il en faut {needed}. "
        "Faites de la place ou relancez avec LOCAL_DIR=/autre/dossier make run.",
        "{free} MB are left on the disk of {folder}, {needed} are needed. "
        "Make room or run again with LOCAL_DIR=/other/folder make run.",
    ),
    "folder_unwritable": (
        "Impossible d’écrire dans {folder}. Relancez avec LOCAL_DIR=/autre/dossier make run.",
        "{folder} cannot be written. Run again with LOCAL_DIR=/other/folder make run.",
    ),
    "already_running": (
        "La plateforme tourne déjà dans ce dossier. Arrêtez-la d’abord avec Ctrl-C, "
        "ou donnez un autre dossier : LOCAL_DIR=/autre/dossier make run.",
        "The platform already runs in this folder. Stop it first with Ctrl-C, "
        "or give another folder: LOCAL_DIR=/other/folder make run.",
    ),
    "child_failed": (
        "« {name} » s’est arrêté (code {code}). Son journal : {log}",
        "“{name}” stopped (code {code}). Its log: {log}",
    ),
    "child_silent": (
        "« {name} » ne répond pas après {seconds} s. Son journal : {log}",
        "“{name}” gives no answer after {seconds} s. Its log: {log}",
    ),
    "engine_busy": (
        "Une autre commande démarre {name} dans {folder} et n’en finit pas. Arrêtez-la.",
        "Another command is starting {name} in {folder} and never ends. Stop it.",
    ),
    "other_version": (
        "Les données de {folder} viennent de PostgreSQL {found}, le moteur est le {wanted}. "
        "Repartez à neuf avec make reset, ou donnez un autre dossier avec LOCAL_DIR.",
        "The data in {folder} come from PostgreSQL {found}, the engine is version {wanted}. "
        "Start afresh with make reset, or give another folder with LOCAL_DIR.",
    ),
    "database_away": (
        "La base de DATABASE_URL ne répond pas. Corrigez DATABASE_URL, ou retirez-la.",
        "The database of DATABASE_URL does not answer. Correct DATABASE_URL, or unset it.",
    ),
    "still_running": (
        "La plateforme, ou une commande, se sert encore de {folder}. Arrêtez-la, puis make reset.",
        "The platform, or a command, still uses {folder}. Stop it, then make reset.",
    ),
    "no_browser": (
        "Il manque Chromium pour les tests. Installez-le, "
        "puis relancez avec CHROMIUM=/chemin/vers/chromium make test.",
        "Chromium is missing for the tests. Install it, "
        "then run again with CHROMIUM=/path/to/chromium make test.",
    ),
    "browser_by_hand": (
        "Il manque Chromium pour les tests. Tapez : {command}, puis make test.",
        "Chromium is missing for the tests. Type: {command}, then make test.",
    ),
    "audit_needs": (
        "Il manque {program} pour mesurer le site. Installez-le, puis relancez make audit. "
        "Le site lui-même n’en a pas besoin.",
        "{program} is missing to measure the site. Install it, then run make audit again. "
        "The site itself does not need it.",
    ),
    "audit_not_installed": (
        "npm n’a pas pu installer de quoi mesurer. Vérifiez le réseau, puis relancez make audit.",
        "npm could not install what measures. Check the network, then run make audit again.",
    ),
    "audit_failed": (
        "Lighthouse n’a pas pu mesurer {address}.",
        "Lighthouse could not measure {address}.",
    ),
    "site_away": (
        "{site} ne répond pas. Lancez make run dans un autre terminal, puis make audit.",
        "{site} gives no answer. Start make run in another terminal, then make audit.",
    ),
}


def english() -> bool:
    """Whether the reader asks for English; French is the platform's first language."""
    wish = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return wish.lower().startswith("en")


def say(french: str, in_english: str) -> str:
    return in_english if english() else french


class Trouble(Exception):
    """Stops the command. Its text is one sentence to show; `details` may carry the end of a log."""

    def __init__(self, kind: str, *, details: str = "", **facts: object) -> None:
        self.kind = kind
        self.details = details
        super().__init__(say(*SENTENCES[kind]).format(**facts))
