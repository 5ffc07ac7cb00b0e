import contextlib
import io
import os
import re
import tempfile

import stowage
from support import KEY, PROJECT, URL, TestCase

PAGES = ["docs/sdk-python.md", "packages/client-python/README.md"]
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Documentation(TestCase):
    def run_page(self, page):
        text = (PROJECT / page).read_text("utf-8")
        blocks = list(BLOCK.finditer(text))
        self.assertTrue(blocks, page)
        before = os.getcwd()
        names = {"__name__": "the_page"}
        with tempfile.TemporaryDirectory() as folder, self.environment(STOWAGE_URL=URL, STOWAGE_API_KEY=KEY):
            os.chdir(folder)
            try:
                for block in blocks:
                    line = text.count("\n", 0, block.start(1))
                    code = compile("\n" * line + block.group(1), page, "exec")
                    with contextlib.redirect_stdout(io.StringIO()):
                        exec(code, names)
            finally:
                os.chdir(before)
                names["stowage"].close()

    def test_the_code_of_each_page_runs_as_it_stands_from_its_top_to_its_end(self):
        for page in PAGES:
            with self.subTest(page):
                self.run_page(page)

    def test_what_the_page_names_is_there(self):
        text = (PROJECT / PAGES[0]).read_text("utf-8")
        errors = [name for name, one in vars(stowage).items() if isinstance(one, type) and issubclass(one, Exception)]
        for name in errors:
            self.assertIn(name, text)
