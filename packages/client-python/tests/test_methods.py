import inspect
import json
import re
import typing

import stowage
from stowage import _generated_operations as generated
from stowage import types
from support import PROJECT, TestCase

DOCUMENT = json.loads((PROJECT / "docs/openapi.json").read_text("utf-8"))
OPERATIONS = [
    (method.upper(), path, operation)
    for path, methods in DOCUMENT["paths"].items()
    for method, operation in methods.items()
]


def snake_case(name):
    return re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", name).lower()


def resolved(one):
    """Follows a reference within the document."""
    if "$ref" not in one:
        return one
    _, components, kind, name = one["$ref"].split("/")
    return DOCUMENT[components][kind][name]


class Methods(TestCase):
    def setUp(self):
        super().setUp()
        self.it = self.client()

    def method_of(self, operation):
        noun, verb = operation["x-procedure"].split(".")
        return getattr(getattr(self.it, snake_case(noun)), snake_case(verb))

    def test_every_operation_has_a_method_with_its_words(self):
        self.assertGreater(len(OPERATIONS), 100)
        for _, _, operation in OPERATIONS:
            said = " ".join(inspect.getdoc(self.method_of(operation)).split())
            self.assertIn(operation["summary"], said)
            for scope in operation.get("x-required-scopes", []):
                self.assertIn(f"`{scope}`", said)

    def test_every_parameter_and_field_of_an_operation_is_an_argument(self):
        for _, path, operation in OPERATIONS:
            arguments = inspect.signature(self.method_of(operation)).parameters
            names = re.findall(r"\{(\w+)\}", path)
            for one in operation.get("parameters", []):
                one = resolved(one)
                if one["in"] == "query" and one["name"].isidentifier():
                    names.append(one["name"])
            content = operation.get("requestBody", {}).get("content", {})
            if set(content) == {"application/json"}:
                names += resolved(content["application/json"]["schema"])["properties"]
            self.assertEqual(set(names) - set(arguments), set(), operation["x-procedure"])

    def test_every_hint_can_be_read_by_this_python(self):
        for name in types.__all__:
            shape = getattr(types, name)
            if isinstance(shape, type):
                typing.get_type_hints(shape)
        for _, _, operation in OPERATIONS:
            self.assertIn("return", typing.get_type_hints(self.method_of(operation)))
        hints = typing.get_type_hints(generated.BinsCalls.list)
        self.assertEqual(hints["return"], stowage.Pages[types.BinView])
        self.assertEqual(hints["limit"], typing.Optional[int])
        self.assertEqual(typing.get_type_hints(types.Item)["min_quantity"], typing.Optional[float])

    def test_a_shape_tells_what_may_be_missing(self):
        self.assertIn("name", types.ItemView.__required_keys__)
        self.assertIn("location_path", types.ItemView.__optional_keys__)
