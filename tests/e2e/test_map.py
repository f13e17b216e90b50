# SPDX-FileCopyrightText: Upstander contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The map of a run: drawn and as a list, with the keyboard, and from there to another way."""

import re
import tempfile

from content import plain
from harness import App, Failure, in_languages, run, wait_for
from test_accessibility import Events
from test_practice import SCENARIO, SETTINGS, expect_asking, expect_ending, pick, start, take_step, two_ways


def label_of(scene):
    return scene["ending"]["title"] if "ending" in scene else scene["where"]


def expect_summary(app, scenario, met):
    """The drawn map says as a whole how much of the scenario was met."""
    scenes = [scene for scene in scenario["scenes"] if "choices" in scene or "ending" in scene]
    numbers = []
    for kind in ("choices", "ending"):
        numbers += [sum(scene["id"] in met for scene in scenes if kind in scene), sum(kind in scene for scene in scenes)]
    text = app.ui("Map of the scenario; decisions met: %u of %u; endings reached: %u of %u")
    for number in numbers:
        text = text.replace("%u", str(number), 1)
    return app.find("image", text)


def open_map(app, scenario, met):
    app.key("ctrl+m")
    return expect_summary(app, scenario, met)


def texts_of_list(app):
    app.press("page tab", app.ui("List"))
    lists = [app.find("list", app.ui(name)) for name in ("Decisions", "Endings")]
    return [text for node in lists for text in app.texts(node)]


def expect_list(app, scenario, met, taken):
    """What was met stands there in words, and nothing of what was not."""
    texts = texts_of_list(app)
    labels = {label_of(scene) for scene in scenario["scenes"] if scene["id"] in met}
    for wanted in [*labels, *(app.content.said_or_done(choice) for choice in taken)]:
        if not any(plain(wanted) in text for text in texts):
            raise Failure(f"“{wanted}” is not in the list: {texts}")

    ids = {choice["id"] for choice in taken}
    for scene in scenario["scenes"]:
        secrets = [choice.get("says") or choice["does"] for choice in scene.get("choices", ()) if choice["id"] not in ids]
        if scene["id"] not in met and ("choices" in scene or "ending" in scene):
            secrets += [label_of(scene), scene.get("ask")]
        for secret in filter(None, secrets):
            if secret not in labels and any(plain(secret) in text for text in texts):
                raise Failure(f"“{secret}” was not seen yet and is in the list")


def again(app, words, scene):
    return app.ui(words).replace("%s", label_of(scene))


def test_what_if(language):
    """From the map to another way, in the same run: the first is still there, and its ending too."""
    with App(language, settings=SETTINGS) as app:
        scenario = app.content.scenarios[SCENARIO]
        first, second = two_ways(scenario)
        walk = start(app, scenario)
        expect_asking(app, walk)
        met = {walk.scene["id"]}
        taken = []
        open_map(app, scenario, met)
        expect_list(app, scenario, met, taken)
        app.back()

        for wanted in first:
            taken.append(take_step(app, walk, wanted))
            met.add(walk.scene["id"])
        expect_ending(app, walk)
        end = walk.scene
        open_map(app, scenario, met)
        expect_list(app, scenario, met, taken)

        parting = next(i for i, (one, other) in enumerate(zip(first, second)) if one != other)
        scene = walk.steps[parting][0]
        app.press("button", again(app, "Try another way here: %s", scene))
        walk.replay(first[:parting])
        buttons = expect_asking(app, walk)
        app.wait_focus(scene["ask"])
        tried = walk.choices.index(pick(walk, first[parting]))
        if app.ui("Tried") not in app.texts(buttons[tried]):
            raise Failure("the way that was taken before is not marked as tried")
        taken.append(take_step(app, walk, second[parting]))
        met.add(walk.scene["id"])
        app.heading(walk.scene["ending"]["title"] if walk.ended else walk.scene["ask"])

        open_map(app, scenario, met)
        expect_list(app, scenario, met, taken)
        app.press("button", again(app, "Go to this ending: %s", end))
        walk.replay(first)
        expect_ending(app, walk)


def test_by_keyboard(language):
    """The cursor follows the way and says where it is; Return tells more and leads there."""
    with App(language, settings=SETTINGS) as app:
        scenario = app.content.scenarios[SCENARIO]
        walk = start(app, scenario)
        expect_asking(app, walk)
        scene = walk.scene
        take_step(app, walk, two_ways(scenario)[0][0])
        expect_asking(app, walk)
        image = open_map(app, scenario, {scene["id"], walk.scene["id"]})
        app.wait_focus(image.get_name())
        if plain(label_of(walk.scene)) not in plain(image.get_description()):
            raise Failure(f"the map does not say where one is: “{image.get_description()}”")

        for key, reached in (("Up", scene), ("Down", walk.scene), ("Home", scene)):
            events = Events(app, "object:announcement")
            try:
                app.key(key)
                wait_for(
                    f"“{label_of(reached)}” to be announced after {key}",
                    lambda reached=reached, events=events: any(plain(label_of(reached)) in plain(event[3]) for event in events.heard),
                )
            finally:
                events.stop()

        # An unseen place has no words.
        events = Events(app, "object:announcement")
        try:
            app.key("Next", "Next")
            wait_for(
                "a place that was not seen",
                lambda: any(plain(event[3]) == plain(app.ui("A decision not yet met")) for event in events.heard),
            )
        finally:
            events.stop()

        app.key("Home", "plus", "minus", "0", "Return")
        button = again(app, "Try another way here: %s", scene)
        app.wait_focus(button)
        app.key("Escape")
        app.wait_focus(image.get_name())
        app.key("Return")
        app.wait_focus(button)
        app.key("Return")
        walk.start()
        walk.rehearsed = True
        expect_asking(app, walk)
        app.wait_focus(scene["ask"])


def test_key_to_the_signs(language):
    with App(language, settings=SETTINGS) as app:
        scenario = app.content.scenarios[SCENARIO]
        walk = start(app, scenario)
        expect_asking(app, walk)
        open_map(app, scenario, {walk.scene["id"]})
        app.press("button", app.ui("What the Signs Mean"))
        signs = app.find("list", app.ui("What the Signs Mean"))
        app.find("list item", app.ui("A way that was open and not taken"), node=signs)
        app.key("Escape")
        app.gone("list", app.ui("What the Signs Mean"))
        for name in ("Zoom In", "Zoom Out", "Show All of the Map"):
            app.press("button", app.ui(name))


def test_opens_again(language):
    """Who closes the window at the map finds it again, with the scene below it."""
    with tempfile.TemporaryDirectory() as home:
        with App(language, home=home, settings=SETTINGS) as app:
            scenario = app.content.scenarios[SCENARIO]
            walk = start(app, scenario)
            scene = walk.scene
            take_step(app, walk, two_ways(scenario)[0][0])
            expect_asking(app, walk)
            met = {scene["id"], walk.scene["id"]}
            open_map(app, scenario, met)

        with App(language, home=home) as app:
            expect_summary(app, scenario, met)
            app.find("button", re.compile(re.escape(app.ui("Zoom In"))))
            app.back()
            expect_asking(app, walk)


if __name__ == "__main__":
    run(
        *in_languages(test_what_if, test_by_keyboard),
        *in_languages(test_opens_again, test_key_to_the_signs, languages=("en",)),
    )
