from wagtail.snippets.models import register_snippet

from gardens.desk import GardensDesk

register_snippet(GardensDesk)
