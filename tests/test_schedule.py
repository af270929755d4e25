"""What runs by the clock exists, and every sweeper runs by the clock."""

from config.celery import app


def test_the_schedule_names_tasks_that_exist():
    app.loader.import_default_modules()

    scheduled = {entry["task"] for entry in app.conf.beat_schedule.values()}

    assert scheduled <= set(app.tasks)


def test_no_task_without_arguments_is_left_out_of_the_schedule():
    """A task that takes an id is called by an action; one that takes nothing only runs by the clock."""
    app.loader.import_default_modules()
    scheduled = {entry["task"] for entry in app.conf.beat_schedule.values()}

    ours = {
        name: task
        for name, task in app.tasks.items()
        if name.split(".")[0] in ("commons", "content", "workshops", "gardens", "market")
    }
    takes_nothing = {name for name, task in ours.items() if not task.run.__code__.co_argcount}

    assert takes_nothing == scheduled
