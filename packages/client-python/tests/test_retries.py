import email.utils
import time

from stowage import (
    ConflictError,
    ConnectionFailed,
    RateLimitedError,
    ServerError,
    StowageError,
    TimedOut,
)
from support import KEY, TestCase, answer_lost, lost, ok, pass_on, problem, unused_port


class Retries(TestCase):
    def test_a_read_is_tried_again_after_what_passes(self):
        for passing in (
            problem(429, "rate_limited"),
            problem(503, "unavailable"),
            (502, {}, "<h1>Bad gateway</h1>"),
            (504, {}, ""),
            lost,
        ):
            server = self.scripted(passing, passing, ok('{"id": "bin_1"}'))
            self.assertEqual(self.client(server.url).bins.get("bin_1"), {"id": "bin_1"})
            self.assertEqual(len(server.asked), 3)

    def test_what_would_be_refused_again_is_not_tried_again(self):
        for refusal in (problem(404, "not_found"), problem(500, "internal"), problem(422, "validation_failed")):
            server = self.scripted(refusal)
            with self.assertRaises(StowageError):
                self.client(server.url).bins.get("bin_1")
            self.assertEqual(len(server.asked), 1)

    def test_it_gives_up_after_as_many_tries_as_are_allowed(self):
        for allowed in (0, 1, 3):
            server = self.scripted(problem(503, "unavailable"))
            with self.assertRaises(ServerError):
                self.client(server.url, max_retries=allowed).bins.get("bin_1")
            self.assertEqual(len(server.asked), allowed + 1)

    def test_it_waits_as_long_as_the_server_says(self):
        in_a_while = email.utils.formatdate(time.time() + 30, usegmt=True)
        server = self.scripted(
            problem(429, "rate_limited", headers={"retry-after": "7"}),
            problem(503, "unavailable", headers={"retry-after": in_a_while}),
            ok(),
        )
        self.client(server.url).whoami.get()
        self.assertEqual(self.slept[0], 7)
        self.assertTrue(25 < self.slept[1] <= 30, self.slept)

    def test_a_wait_that_cannot_be_meant_is_not_kept_to(self):
        for header, said in (("²", None), ("soon", -1), ("-1", "soon"), (" ", True), ("1" * 400, 1e300)):
            server = self.scripted(problem(429, "rate_limited", headers={"retry-after": header}, retry_after=said), ok())
            self.slept.clear()
            self.client(server.url).whoami.get()
            self.assertEqual(self.slept, [0.5], header)

    def test_it_waits_longer_each_time_when_the_server_does_not_say(self):
        server = self.scripted(lost)
        for chance, expected in ((1.0, [0.5, 1, 2, 4, 8, 8]), (0.0, [0.25, 0.5, 1, 2, 4, 4])):
            self.slept.clear()
            with self.assertRaises(ConnectionFailed):
                self.client(server.url, max_retries=6, random=lambda: chance).whoami.get()
            self.assertEqual(self.slept, expected)

    def test_a_wait_that_is_too_long_fails_at_once_and_says_how_long(self):
        server = self.scripted(problem(429, "rate_limited", headers={"retry-after": "61"}))
        with self.assertRaises(RateLimitedError) as caught:
            self.client(server.url).whoami.get()
        self.assertEqual((caught.exception.retry_after, self.slept), (61, []))

    def test_all_tries_of_a_post_have_one_idempotency_key_and_two_calls_have_two(self):
        server = self.scripted(lost, problem(409, "idempotency_in_flight"), ok(), ok())
        client = self.client(server.url)
        client.bins.create(name="Box")
        client.bins.create(name="Box", idempotency_key="mine")
        first, second, third, mine = server.headers("idempotency-key")
        self.assertTrue(first)
        self.assertEqual((first, first, "mine"), (second, third, mine))
        self.client(server.url).bins.create(name="Box")
        self.assertNotEqual(server.headers("idempotency-key")[-1], first)

    def test_any_other_conflict_is_told_at_once(self):
        server = self.scripted(problem(409, "insufficient_stock", current_quantity=2))
        with self.assertRaises(ConflictError) as caught:
            self.client(server.url).items.adjust("item_1", delta=-3)
        self.assertEqual((caught.exception.problem["current_quantity"], len(server.asked)), (2, 1))

    def test_a_write_that_nothing_guards_is_not_made_twice(self):
        for passing in (lost, (502, {}, ""), (503, {}, ""), (504, {}, "")):
            server = self.scripted(passing)
            client = self.client(server.url)
            for write in (
                lambda client=client: client.bins.update("bin_1", name="Box"),
                lambda client=client: client.bins.remove("bin_1"),
                lambda client=client: client.request("POST", "/bins", body={"name": "Box"}),
            ):
                asked = len(server.asked)
                with self.assertRaises(StowageError):
                    write()
                self.assertEqual(len(server.asked), asked + 1)

    def test_a_write_is_made_again_when_the_server_has_not_begun_or_compares_versions(self):
        for refusal in (problem(429, "rate_limited"), problem(503, "unavailable")):
            server = self.scripted(refusal, ok())
            self.client(server.url).bins.update("bin_1", name="Box")
            self.assertEqual(len(server.asked), 2)
        server = self.scripted(lost, ok())
        self.client(server.url).bins.update("bin_1", name="Box", if_match=3)
        self.assertEqual(server.headers("if-match"), ['"v3"', '"v3"'])

    def test_a_connection_that_never_came_about_is_tried_again_for_every_call(self):
        client = self.client(f"http://127.0.0.1:{unused_port()}")
        with self.assertRaises(ConnectionFailed) as caught:
            client.bins.remove("bin_1")
        self.assertEqual((len(self.slept), caught.exception.may_have_arrived), (2, False))

    def test_a_server_that_does_not_answer_in_time_is_given_up(self):
        server = self.scripted(lambda handler: handler.rfile.read(1) and None)
        with self.assertRaises(TimedOut):
            self.client(server.url, timeout=0.05, max_retries=0).whoami.get()

    def test_an_answer_that_is_cut_off_is_no_answer(self):
        server = self.scripted((200, {"content-length": "100"}, '{"id":'), ok('{"id": "bin_1"}'))
        self.assertEqual(self.client(server.url).bins.get("bin_1"), {"id": "bin_1"})

    def test_a_call_whose_answer_is_lost_is_done_once(self):
        item = self.client().items.create(name="Screws", quantity=10)
        line = self.scripted(answer_lost, pass_on)
        adjusted = self.client(line.url, KEY).items.adjust(item["id"], delta=-1)
        self.assertEqual((adjusted["quantity"], len(line.asked)), (9, 2))
        self.assertEqual(self.client().items.get(item["id"])["quantity"], 9)

    def test_a_connection_that_the_server_closed_meanwhile_is_not_used_again(self):
        server = self.scripted(lambda handler: setattr(handler, "close_connection", True) or ok(), ok())
        client = self.client(server.url, max_retries=0)
        client.whoami.get()
        server.closed.acquire()
        client.bins.remove("bin_1")
        self.assertEqual(server.connections, 2)

    def test_calls_share_a_connection(self):
        server = self.scripted(ok())
        client = self.client(server.url)
        for _ in range(5):
            client.whoami.get()
        client.with_options(timeout=5).whoami.get()
        self.assertEqual(server.connections, 1)
