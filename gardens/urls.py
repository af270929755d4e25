app_name = "gardens"
urlpatterns = []
