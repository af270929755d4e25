from django.core.cache import cache

from config.cache import ForgivingCache


def test_a_key_is_added_once_while_redis_answers():
    cache.delete("once")
    assert [cache.add("once", 1), cache.add("once", 2)] == [True, False]


def test_without_redis_a_key_counts_as_added_so_that_people_can_sign_in():
    away = ForgivingCache("redis://127.0.0.1:1/0", {"OPTIONS": {"IGNORE_EXCEPTIONS": True}})
    assert away.add("once", 1) is True
