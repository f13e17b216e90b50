# SPDX-FileCopyrightText: Upstander contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Export: what is shown is what is written, and nothing is written before a file is chosen."""

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

from gi.repository import Atspi

import journal_files as journal
from content import SOURCE, Content, plain, shortest_ways
from harness import APP_ID, App, Failure, in_languages, run, settle, wait_for

sys.path.insert(0, os.path.join(SOURCE, "tests/check"))
import xapi  # noqa: E402

# Words that only a person can have written.
OWN = ("Qnoticed", "Qanswer", "Qwords", "Qif", "Qthen", "Qhappened", "Qnext", "Qnote", "Qmoment")
EXPORT = 3  # the journal's menu, counted from 0
OLD = 200  # days


def prepare(home, language):
    content = Content(language)
    scenario = content.scenarios["stand-up-accent"]
    other = content.scenarios["team-photo"]
    ways = sorted(shortest_ways(scenario).values(), key=len)[:2]
    attempts = [
        journal.attempt(content, other, journal.ago(days=OLD), seconds=3725),
        journal.attempt(
            content, scenario, journal.ago(days=2), 1, 3, ways=ways, notices=["Qnoticed"],
            answers=["Qanswer", None, None], words="Qwords",
        ),
    ]  # fmt: skip
    review = {"date": journal.iso(journal.ago(days=1)), "outcome": "came-up", "happened": "Qhappened", "next": "Qnext"}
    entries = [
        journal.plan("Qif", "Qthen", journal.ago(days=2), reviews=[review]),
        journal.note("Qnote *not bold*\n= 1", journal.ago()),
        journal.entry(
            "moment", journal.ago(days=1), subject="corridor", title="In the corridor", language="en", text="Qmoment"
        ),
    ]
    journal.write(home, attempts, entries)
    return attempts


class Journal:
    """The application at its journal, with a folder to save to."""

    def __init__(self, language):
        self.folder = tempfile.mkdtemp(prefix="upstander-export-")
        self.home = f"{self.folder}/home"
        self.files = f"{self.folder}/files"
        os.makedirs(self.files)
        self.attempts = prepare(self.home, language)
        self.app = App(language, home=self.home)
        self.app.key("alt+4")
        self.app.find("list", self.app.ui("Entries"))

    def __enter__(self):
        self.app.__enter__()
        return self

    def __exit__(self, kind, value, trace):
        self.app.__exit__(kind, value, trace)
        if kind is None:
            shutil.rmtree(self.folder, ignore_errors=True)

    def open(self):
        app = self.app
        app.press("toggle", app.ui("Journal Menu"))
        items = wait_for("the menu’s items", lambda: [item for item in app.matching("menu item")][EXPORT:])
        app.press_item(items[0])
        app.find("dialog", app.ui("Export"))

    def choose(self, kind):
        self.app.press("toggle", self.app.ui(kind))

    def preview(self):
        text = self.app.find("text", self.app.ui("Preview"))
        # As the program has it, which may be more than one answer carries.
        return text, self.app.content_of(text)

    def preview_with(self, *words):
        def there():
            _, text = self.preview()
            return text if all(word in text for word in words) else None

        return wait_for(f"a preview with {words}", there)

    def personal(self, wanted):
        app = self.app
        rows = lambda: app.matching("check box", app.ui("Include What Is Personal"))
        # The row and its switch have one name; it is the switch that can be pressed.
        switch = wait_for("a switch", lambda: next((item for item in rows() if item.get_action_iface().get_n_actions()), None))
        if switch.get_state_set().contains(Atspi.StateType.CHECKED) == wanted:
            raise Failure(f"what is personal: {wanted} already")
        app.press_item(switch)

    def ask_for_file(self):
        """Up to where a name can be typed into GTK's own dialog, which stands in for the portal."""
        app = self.app
        app.press("button", app.ui("Save…"))
        app.find("dialog", app.ui("Save the Export"))

        def entry():
            focused = app.focused()
            is_entry = focused is not None and focused.get_role_name() in ("text", "entry", "text box")
            return focused if is_entry and app.content_of(focused).startswith("upstander-") else None

        entry = wait_for("the entry of the file’s name", entry)
        return entry, app.content_of(entry)

    def give(self, path):
        entry, suggested = self.ask_for_file()
        entry.get_editable_text_iface().set_text_contents(path)
        wait_for("the path", lambda: self.app.content_of(entry) == path)
        self.app.key("Return")
        return suggested

    def save(self, name):
        path = f"{self.files}/{name}"
        suggested = self.give(path)
        self.app.gone("dialog", self.app.ui("Export"))
        wait_for("the file", lambda: os.path.exists(path))
        told = self.app.ui.pattern("Saved as “%s”")
        wait_for("a word on it", lambda: any(told.match(text) and name in text for text in self.app.texts()))
        with open(path, "rb") as file:
            return suggested, file.read()

    def kept(self):
        """All that is on the disk of the journal, and what was saved."""
        found = {}
        for folder in (f"{self.home}/data/{APP_ID}", self.files):
            for root, _, names in os.walk(folder):
                for name in names:
                    with open(os.path.join(root, name), "rb") as file:
                        found[os.path.join(root, name)] = file.read()
        return found


def assert_free(text, words=OWN):
    leaks = [word for word in words if word in text]
    if leaks:
        raise Failure(f"these words leave: {leaks}")


def assert_same(shown, written):
    if shown.encode() != written:
        raise Failure(f"what was shown:\n{shown[:500]!r}\nwhat was written:\n{written[:500]!r}")


def test_completion(language):
    """Title, date and minutes, and no other word."""
    with Journal(language) as it:
        before = it.kept()
        it.open()
        _, shown = it.preview()
        if it.kept() != before:
            raise Failure("something was written before a file was chosen")
        name, written = it.save("done.csv")
        assert_same(shown, written)
        if not re.fullmatch(r"upstander-completion-\d{4}-\d\d-\d\d\.csv", name):
            raise Failure(name)
        rows = list(csv.reader(io.StringIO(written.decode("utf-8-sig"))))
        minutes = ("62", "12")
        expected = [
            [attempt["title"], row[1], count] for attempt, row, count in zip(it.attempts, rows[1:], minutes)
        ]
        if len(rows) != 3 or rows[1:] != expected or not all(re.fullmatch(r"\d{4}-\d\d-\d\d", r[1]) for r in rows[1:]):
            raise Failure(f"{rows}")
        after = it.kept()
        del after[f"{it.files}/done.csv"]
        if after != before:
            raise Failure(f"these changed: {[path for path in after if after[path] != before.get(path)]}")


def test_markdown(language):
    """With what is personal, until it is switched off."""
    with Journal(language) as it:
        it.open()
        it.choose("Page (Markdown)")
        shown = it.preview_with(*OWN, "Qnote \\*not bold\\*", "\\= 1")
        it.personal(False)
        bare = wait_for("a page without it", lambda: next((t for t in [it.preview()[1]] if "Qnote" not in t), None))
        assert_free(bare)
        it.personal(True)
        shown = it.preview_with(*OWN)
        for attempt in it.attempts:
            if f"### {attempt['title']}" not in shown:
                raise Failure(f"no {attempt['title']}")
        name, written = it.save("page.md")
        assert_same(shown, written)
        if not name.endswith(".md"):
            raise Failure(name)


def test_xapi(language):
    """By the rules of the specification, and without what is personal until it is switched on."""
    with Journal(language) as it:
        it.open()
        it.choose("xAPI (JSON)")
        shown = it.preview_with("cmi.interaction")
        assert_free(shown)
        problems = xapi.problems_of(shown)
        if problems:
            raise Failure("\n".join(problems))
        registrations = {s["context"]["registration"] for s in json.loads(shown) if "registration" in s["context"]}
        if registrations != {attempt["id"] for attempt in it.attempts}:
            raise Failure(f"{registrations}")
        tags = {
            tag
            for statement in json.loads(shown)
            for choice in statement["object"].get("definition", {}).get("choices", ())
            for tag in choice["description"]
        }
        if tags != {language}:
            raise Failure(f"texts in {language} have the tags {tags}")

        it.personal(True)
        shown = it.preview_with(*OWN)
        problems = xapi.problems_of(shown)
        if problems:
            raise Failure("\n".join(problems))
        _, written = it.save("statements.json")
        assert_same(shown, written)


def test_pdf(language):
    """The pages that are shown are those of the file."""
    with Journal(language) as it:
        app = it.app
        it.open()
        it.choose("Page (Markdown)")
        markdown = it.preview_with(*OWN)
        it.choose("Page (PDF)")
        pages = app.find("list", app.ui("Preview"))
        first = wait_for("the first page", lambda: next(app.matching("list item", app.ui.pattern("Page %u of %u"), pages), None))
        told = plain(first.get_description())
        for attempt in it.attempts[1:]:
            if plain(attempt["title"]) not in told:
                raise Failure(f"the page does not tell of {attempt['title']}: {told}")
        name, written = it.save("page.pdf")
        if not name.endswith(".pdf") or not written.startswith(b"%PDF-") or b"%%EOF" not in written[-32:]:
            raise Failure(f"{name}: {written[:20]!r}")
        if shutil.which("pdftotext"):
            text = subprocess.run(
                ["pdftotext", f"{it.files}/page.pdf", "-"], capture_output=True, text=True, check=True
            ).stdout
            missing = [word for word in OWN if word not in text or word not in markdown]
            if missing:
                raise Failure(f"not in the file: {missing}")


def test_period(language):
    """What is older than the period stays."""
    with Journal(language) as it:
        app = it.app
        it.open()
        old, new = (attempt["title"] for attempt in it.attempts)
        it.preview_with(old, new)
        app.press("toggle", app.ui("Last 30 Days"))
        shown = wait_for("a shorter list", lambda: next((t for t in [it.preview()[1]] if old not in t), None))
        _, written = it.save("recent.csv")
        assert_same(shown, written)
        if new not in shown:
            raise Failure(shown)


def test_one_attempt(language):
    """From its page an attempt leaves alone."""
    with Journal(language) as it:
        app = it.app
        old, new = it.attempts
        app.press("button", re.compile("^" + re.escape(plain(new["title"]))))
        app.press("button", app.ui("Export This Attempt…"))
        app.find("dialog", app.ui("Export This Attempt"))
        it.preview_with(new["title"])
        it.choose("Page (Markdown)")
        shown = it.preview_with("Qnoticed", "Qanswer", "Qwords")
        assert_free(shown, ("Qnote ", "Qif", "Qmoment", old["title"]))
        it.choose("xAPI (JSON)")
        shown = it.preview_with("cmi.interaction")
        if {s["context"].get("registration") for s in json.loads(shown)} != {new["id"]}:
            raise Failure("statements of another attempt")
        _, written = it.save("one.json")
        assert_same(shown, written)


def test_failure():
    """What cannot be written is said, and can be tried again."""
    with Journal("en") as it:
        app = it.app
        it.open()
        _, shown = it.preview()
        it.give("/proc/upstander.csv")
        app.find("alert", app.ui("The File Was Not Saved"))
        app.press("button", app.ui("Close"))
        app.gone("alert", app.ui("The File Was Not Saved"))
        _, written = it.save("again.csv")
        assert_same(shown, written)


def test_cancelled():
    """Nothing is written where no file is chosen, and the dialog stays."""
    with Journal("en") as it:
        app = it.app
        before = it.kept()
        it.open()
        it.ask_for_file()
        app.key("Escape")
        app.gone("dialog", app.ui("Save the Export"))
        app.find("dialog", app.ui("Export"))
        app.key("Escape")
        app.gone("dialog", app.ui("Export"))
        settle()
        if it.kept() != before:
            raise Failure("something was written")


def test_empty():
    """A journal in which there is nothing to export says so, and there is nothing to save."""
    with App("en") as app:
        app.key("alt+4")
        app.press("toggle", app.ui("Journal Menu"))
        items = wait_for("the menu’s items", lambda: [item for item in app.matching("menu item")][EXPORT:])
        app.press_item(items[0])
        app.find("label", app.ui("There is nothing of this kind."))
        if app.find("button", app.ui("Save…")).get_state_set().contains(Atspi.StateType.SENSITIVE):
            raise Failure("there is nothing that could be saved")
        app.key("Escape")
        app.gone("dialog", app.ui("Export"))


run(
    *in_languages(test_completion, test_markdown, test_xapi, test_pdf, test_period, test_one_attempt),
    test_failure,
    test_cancelled,
    test_empty,
)
