"""The cache, which may be gone at any time."""

from typing import Any

from django_redis.cache import RedisCache


class ForgivingCache(RedisCache):
    """Says that a key was added when Redis is away.

    django-allauth limits tries under a lock that is such a key: without the answer it refuses every
    sign-in, and an outage of Redis shuts the volunteers out. Until it is back, tries are not limited;
    the second factor still stands.
    """

    def add(self, *args: Any, **kwargs: Any) -> bool:
        is_new: bool | None = super().add(*args, **kwargs)  # None: Redis did not answer
        return is_new is not False
