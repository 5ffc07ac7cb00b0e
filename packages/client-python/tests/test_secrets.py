import copy
import pickle
import ssl
import traceback

from stowage import Client, NotFoundError, StowageError
from support import MADE_UP_KEY, TestCase, lost, ok, problem


def all_that_is_told(error):
    """An error and its causes, with the variables of each frame but the test's own."""
    text = ""
    while error is not None:
        told = traceback.TracebackException.from_exception(error, capture_locals=True)
        for frame in told.stack:
            if frame.filename != __file__:
                text += f"{frame.name} {frame.locals}\n"
        text += "".join(told.format_exception_only())
        error = error.__cause__ or error.__context__
    return text


class Secrets(TestCase):
    def test_the_key_is_in_no_text_copy_or_pickle_of_a_client(self):
        client = self.client(key=MADE_UP_KEY)
        seen = [repr(client), str(client), repr(vars(client)), repr(vars(client._caller)), repr(client.bins)]
        seen += [repr(vars(client._caller.connections)), f"{client._caller.key}"]
        for copied in (pickle.dumps, copy.copy, copy.deepcopy):
            with self.assertRaises(TypeError):
                copied(client)
        for copied in (pickle.dumps, copy.deepcopy):
            with self.assertRaises(TypeError):
                copied(client.bins)
        for text in seen:
            self.assertNotIn(MADE_UP_KEY, str(text))

    def test_no_traceback_has_the_key_not_even_one_that_shows_variables(self):
        echo = problem(404, "not_found", detail=f"No such thing: {MADE_UP_KEY}", suggest=MADE_UP_KEY)
        html = ok("<html>")
        answers = [lost, echo, (502, {}, f"<pre>Authorization: Bearer {MADE_UP_KEY}</pre>"), html]
        answers.append((302, {"location": f"/?key={MADE_UP_KEY}"}, ""))
        for answer in answers:
            client = self.client(self.scripted(answer).url, MADE_UP_KEY, max_retries=0)
            try:
                client.bins.create(name="Box")
                self.fail("It was no error")
            except StowageError as error:
                text = all_that_is_told(error) + repr(vars(error)) + repr(pickle.dumps(error))
            self.assertIn("_read_json" if answer is html else "_once", text)
            self.assertNotIn(MADE_UP_KEY, text)

    def test_a_key_that_is_none_is_refused_without_being_told(self):
        for wrong in ("", " ", "two words", f"{MADE_UP_KEY}\r\nX-Evil: 1", "schlüssel"):
            with self.assertRaises(ValueError) as caught:
                Client(wrong, "http://localhost")
            if wrong.strip():
                self.assertNotIn(wrong.strip(), str(caught.exception))
        server = self.scripted(ok())
        self.client(server.url, f" {MADE_UP_KEY}\n").whoami.get()
        self.assertEqual(server.headers("authorization"), [f"Bearer {MADE_UP_KEY}"])

    def test_no_redirect_is_followed(self):
        thief = self.scripted(ok())
        for status in (301, 302, 303, 307, 308):
            for target in (f"{thief.url}/api/v1/bins", "/elsewhere"):
                server = self.scripted((status, {"location": target}, ""))
                with self.assertRaisesRegex(StowageError, "leads elsewhere"):
                    self.client(server.url).bins.get("bin_1")
                self.assertEqual(len(server.asked), 1)
        self.assertEqual(thief.asked, [])

    def test_the_key_goes_unencrypted_to_private_networks_alone(self):
        private = ["localhost", "127.0.0.1", "192.168.1.9:4870", "10.1.2.3", "172.31.0.1", "100.100.1.1"]
        private += ["[::1]", "[fd00::1]", "[fe80::1]", "stowage", "stowage:4870", "pi.local", "a.home.arpa", "a.localhost"]
        private += ["localhost.", "box.lan.", "[fe80::1%eth0]", "stowage2"]
        for host in private:
            Client(MADE_UP_KEY, f"http://{host}")
        public = ["stowage.example", "8.8.8.8", "172.32.0.1", "100.128.0.1", "[2001:db8::1]", "local.example", "127.0.0.1.example"]
        public += ["[::ffff:8.8.8.8]", "evil-local.example", "localhost.example"]
        public += ["134744072", "0x08080808", "01002004010", "010.8.8.8", "8.8.8", "0.0.0.0", "[::]", "[::ffff:127.0.0.1]"]
        public += ["evil。com", "8。8。8。8", "evil․com", "ai.", "localhost.evil.com", "10.0.0.1.evil.com"]
        for host in public:
            with self.assertRaisesRegex(ValueError, "unencrypted"):
                Client(MADE_UP_KEY, f"http://{host}")
            Client(MADE_UP_KEY, f"http://{host}", allow_insecure_http=True)
            Client(MADE_UP_KEY, f"https://{host}")

    def test_certificates_are_checked_unless_the_caller_brings_a_context(self):
        def context_of(**options):
            client = Client(MADE_UP_KEY, "https://stowage.example", **options)
            return client._caller.connections._new_connection(1)._context

        checked = context_of()
        self.assertEqual((checked.verify_mode, checked.check_hostname), (ssl.CERT_REQUIRED, True))
        own = ssl.create_default_context()
        self.assertIs(context_of(ssl_context=own), own)

    def test_the_host_that_was_judged_is_the_one_that_is_connected_to(self):
        for host, meant in (("evil。com", "evil.com"), ("ⓛocalhost", "localhost"), ("STOWAGE", "stowage")):
            client = Client(MADE_UP_KEY, f"https://{host}")
            self.assertEqual(client._caller.connections._new_connection(1).host, meant)

    def test_an_address_that_cannot_be_meant_is_refused(self):
        wrongs = ["stowage.example", "ftp://a", "http://", "https://anna:hunter2@a", "https://a/?x=1", "http://a:port"]
        wrongs += ["http://@a", "http://localhost#", "http://localhost?", "http://127.0.0.1%2eevil.com", "http://a b"]
        wrongs += ["http://localhost\\.evil.com", "http://[::1%x/y]", "http://..", "http://a/é"]
        for wrong in wrongs:
            with self.assertRaises(ValueError) as caught:
                Client(MADE_UP_KEY, wrong)
            self.assertNotIn("hunter2", str(caught.exception))

    def test_key_and_address_come_from_the_environment_when_they_are_not_given(self):
        server = self.scripted(ok())
        with self.environment(STOWAGE_API_KEY=MADE_UP_KEY, STOWAGE_URL=f"{server.url}/stowage/"):
            with Client() as client:
                client.whoami.get()
        self.assertEqual(server.asked[0][1], "/stowage/api/v1/whoami")
        self.assertEqual(server.headers("authorization"), [f"Bearer {MADE_UP_KEY}"])
        with self.environment(STOWAGE_API_KEY=None, STOWAGE_URL=server.url):
            with self.assertRaisesRegex(ValueError, "STOWAGE_API_KEY"):
                Client()
        with self.environment(STOWAGE_API_KEY=MADE_UP_KEY, STOWAGE_URL=None):
            with self.assertRaisesRegex(ValueError, "STOWAGE_URL"):
                Client()

    def test_an_id_reaches_no_other_route(self):
        server = self.scripted(problem(404, "not_found"))
        client = self.client(server.url)
        for hostile in ("../api-keys", "a/b", "?x=1", "#", "%2e%2e", "a b"):
            with self.assertRaises(NotFoundError):
                client.bins.get(hostile)
            self.assertRegex(server.asked[-1][1], r"^/api/v1/bins/[^/?#]+$")
        for hostile in ("", ".", ".."):
            with self.assertRaises(ValueError):
                client.bins.get(hostile)
        with self.assertRaises(ValueError):
            client.bins.create(name="Box", idempotency_key="a\r\nX-Evil: 1")
