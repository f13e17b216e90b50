# SPDX-FileCopyrightText: Upstander contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds in a format's JSON Schema which strings carry `x-translatable`, and with which role.

The schema is followed along the value. Where it offers alternatives (`oneOf`, `anyOf`, `if`), those
are followed that the value matches as far as constants, types and required members tell; what a
value may hold otherwise is the schema validator's business.
"""

import functools
import json
import pathlib

TYPES = {
    'object': dict,
    'array': list,
    'string': str,
    'boolean': bool,
    'number': (int, float),
    'integer': int,
    'null': type(None),
}


class Roles:
    """The schemas that hold for one value, and the value itself."""

    def __init__(self, document, schemas, value):
        self.document = document
        self.value = value
        self.schemas = []
        for schema in schemas:
            self.add(schema)

    def resolve(self, reference):
        if not reference.startswith('#'):
            raise ValueError(f'a reference to another file: {reference}')
        node = self.document
        for step in reference[1:].split('/')[1:]:
            node = node[step.replace('~1', '/').replace('~0', '~')]
        return node

    def add(self, schema):
        """Takes in `schema` and all that it brings along for the value."""
        if not isinstance(schema, dict):
            return
        self.schemas.append(schema)
        if '$ref' in schema:
            self.add(self.resolve(schema['$ref']))
        for part in schema.get('allOf', []):
            self.add(part)
        for keyword in ('oneOf', 'anyOf'):
            for part in schema.get(keyword, []):
                if self.matches(part, self.value):
                    self.add(part)
        if 'if' in schema:
            self.add(schema.get('then' if self.matches(schema['if'], self.value) else 'else'))

    def matches(self, schema, value):
        """Whether `value` may be meant by `schema`; knows the keywords that tell kinds apart."""
        if isinstance(schema, bool):
            return schema
        if '$ref' in schema and not self.matches(self.resolve(schema['$ref']), value):
            return False
        if 'const' in schema and value != schema['const']:
            return False
        if 'enum' in schema and value not in schema['enum']:
            return False
        types = schema.get('type', [])
        types = [types] if isinstance(types, str) else types
        if types and not any(isinstance(value, TYPES[name]) for name in types):
            return False
        if isinstance(value, dict):
            if any(name not in value for name in schema.get('required', [])):
                return False
            members = schema.get('properties', {})
            if any(name in value and not self.matches(part, value[name]) for name, part in members.items()):
                return False
        return (
            all(self.matches(part, value) for part in schema.get('allOf', []))
            and ('anyOf' not in schema or any(self.matches(part, value) for part in schema['anyOf']))
            and ('oneOf' not in schema or any(self.matches(part, value) for part in schema['oneOf']))
            and ('not' not in schema or not self.matches(schema['not'], value))
        )

    def member(self, key):
        found = [schema['properties'][key] for schema in self.schemas if key in schema.get('properties', {})]
        found += [
            schema['additionalProperties']
            for schema in self.schemas
            if 'additionalProperties' in schema and key not in schema.get('properties', {})
        ]
        return Roles(self.document, found, self.value[key])

    def element(self, index, value):
        found = []
        for schema in self.schemas:
            first = schema.get('prefixItems', [])
            found.append(first[index] if index < len(first) else schema.get('items'))
        return Roles(self.document, found, value)

    def role(self, value):
        roles = {schema['x-translatable'] for schema in self.schemas if 'x-translatable' in schema}
        if len(roles) > 1:
            raise ValueError(f'“{value}” has more than one role: {", ".join(sorted(roles))}')
        return next(iter(roles), None)


@functools.cache
def read(path):
    return json.loads(pathlib.Path(path).read_text(encoding='utf-8'))


def load(root, kind):
    """A function from a file's value to its roles, or None where the format has no schema."""
    path = pathlib.Path(root, 'schema', f'{kind}.schema.json')
    if not path.exists():
        return None
    document = read(path)
    return lambda value: Roles(document, [document], value)
