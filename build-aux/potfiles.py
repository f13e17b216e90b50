#!/usr/bin/env python3
# SPDX-FileCopyrightText: Upstander contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes po/POTFILES: every file that has interface strings, in order."""

import pathlib
import re

MARKED = re.compile(r'\b(?:_|N_|C_|NC_|n?gettext|g_dn?gettext|g_dpgettext2)\s*\(')
COMMENT = re.compile(r'/\*.*?\*/|//[^\n]*', re.DOTALL)
HEAD = """\
# SPDX-FileCopyrightText: Upstander contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Every file with interface strings; written by build-aux/potfiles.py.
"""


def find(root):
    """The names of all such files below `root`."""
    data = [path for path in (root / 'data').glob('*.in') if not path.name.endswith(('.service.in', '.ini.in'))]
    code = [
        path
        for path in (root / 'src').rglob('*')
        if path.suffix in ('.c', '.blp') and MARKED.search(COMMENT.sub('', path.read_text(encoding='utf-8')))
    ]
    return sorted(str(path.relative_to(root)) for path in data + code)


def main():
    root = pathlib.Path(__file__).resolve().parents[1]
    (root / 'po/POTFILES').write_text(HEAD + ''.join(f'{name}\n' for name in find(root)), encoding='utf-8')


if __name__ == '__main__':
    main()
