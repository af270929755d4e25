"""Words and numbers as people type them from memory: without accents, capitals, or the blanks of a telephone."""

from django.db.models import CharField, Func, TextField, Value


class Plain(Func):
    """In small letters and without accents, by a function of ours that an index may use."""

    function = "plain_words"
    output_field = TextField()


class Digits(Func):
    """The figures of a telephone number and nothing else."""

    function = "regexp_replace"
    template = "%(function)s(%(expressions)s, '[^0-9]', '', 'g')"
    output_field = CharField()


def plainly(words: str) -> Plain:
    """What is looked for, in the same clothes."""
    return Plain(Value(words))
