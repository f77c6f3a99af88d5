# SPDX-License-Identifier: MIT
"""What mkdocs does for the site besides: a hook of mkdocs.yml.

- Pages that lie beside what they describe (CONTRIBUTING.md, the README of each integration) become pages of the site, links and all.
- Sections list the pages of their folder, so there is no list to keep.
- A run of right-to-left text stands in a <bdi>. Without it, "= 2023-10-03" behind a Dari word is shown as 03-10-2023.
"""
import os
import pathlib
import re

from mkdocs.structure.files import File

project = pathlib.Path(__file__).resolve().parent.parent
docs = project / "docs"


def outside():
    """Pages from outside of docs/, by their file: where they stand in the site."""
    pages = {project / f"{name}.md": f"project/{name.lower()}.md" for name in ("CONTRIBUTING", "CHANGELOG", "SECURITY")}
    pages[project / "examples/integrations/README.md"] = "integrations/index.md"
    for readme in sorted((project / "examples/integrations").glob("*/README.md")):
        pages[readme] = f"integrations/{readme.parent.name}.md"
    return {source: place for source, place in pages.items() if source.exists()}


def title_of(source):
    for line in source.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            return line[2:].strip().replace("`", "")
    return source.stem


def on_config(config):
    def pages(folder):
        found = sorted(p for p in (docs / folder).glob("*.md") if p.name != "index.md")
        overview = [{"Overview": f"{folder}/index.md"}] if (docs / folder / "index.md").exists() else []
        return overview + [{title_of(p): f"{folder}/{p.name}"} for p in found]

    inside = outside()
    integrations = [{title_of(s): p} for s, p in inside.items() if p.startswith("integrations/")]
    about = [{title_of(s): p} for s, p in inside.items() if p.startswith("project/")]
    config["nav"] = [
        {"Home": "index.md"},
        {"Quick start": "quickstart.md"},
        {"A newcomer's walk": "walk.md"},
        {"Ideas": "ideas.md"},
        {"Cookbook": "cookbook.md"},
        {"Playground": "playground.md"},
        {"In other programs": integrations},
        {"Limits": "limits.md"},
        {"Performance": [{"Overview": "performance.md"}, *pages("performance")]},
        {"Architecture": "architecture.md"},
        {"Design decisions": pages("design")},
        {"Reference": pages("reference")},
        {"The project": about},
    ]
    return config


def on_files(files, config):
    stage = pathlib.Path(config["site_dir"]).parent / "site-pages"
    inside = outside()
    for source, place in inside.items():
        def moved(link):
            target, hash_, part = link[2].partition("#")
            if not target or re.match(r"[a-z]+:", target):
                return link[0]
            file = (source.parent / target).resolve()
            if file.is_dir() and (file / "README.md").exists():
                file = file / "README.md"
            new = inside.get(file) or (file.relative_to(docs).as_posix() if docs in file.parents else None)
            if new is None:
                return f"{link[1]} (`{file.relative_to(project).as_posix()}`)"  # it has no page: say where it lies
            return f"[{link[1]}]({os.path.relpath(new, os.path.dirname(place))}{hash_}{part})"

        target = stage / place
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(re.sub(r"\[([^\]]*)\]\(([^)\s]+)\)", moved, source.read_text(encoding="utf-8")), encoding="utf-8")
        files.append(File(place, str(stage), config["site_dir"], config["use_directory_urls"]))
    return files


LETTER = "\u0590-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
INNER = LETTER + "\u06f0-\u06f9\u200c\u200d"
RUN = re.compile(f"[{INNER}]+(?:[ ()+/\\-_.:«»؛،؟!…]{{1,3}}[{INNER}]+)*")


def on_page_content(html, **_):
    def isolated(part):
        return RUN.sub(lambda run: f"<bdi>{run[0]}</bdi>" if re.search(f"[{LETTER}]", run[0]) else run[0], part)

    parts = re.split(r"(<[^>]*>)", html)
    return "".join(part if part.startswith("<") else isolated(part) for part in parts)
