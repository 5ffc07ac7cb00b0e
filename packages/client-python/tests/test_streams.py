import json
import threading

from stowage import AuthenticationError, ConnectionFailed, StowageError
from support import TestCase, lost, problem


def stream(*said, opening="retry: 3000\n\n"):
    """A stream that says this, and then breaks."""

    def answer(handler):
        handler.wfile.write(b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n")
        for piece in (opening, *said):
            handler.wfile.write(piece if isinstance(piece, bytes) else piece.encode())
            handler.wfile.flush()

    return answer


def event(seq, text="½″ \u2028 screws"):
    return f"id: {seq}\nevent: item.created\ndata: {json.dumps({'seq': seq, 'name': text}, ensure_ascii=False)}\n\n"


REVOKED = problem(401, "key_revoked")


class Streams(TestCase):
    def follow(self, *answers, **arguments):
        self.server = self.scripted(*answers)
        seen = []
        with self.client(self.server.url).events.stream(**arguments) as events:
            try:
                for one in events:
                    seen.append(one["seq"])
            finally:
                self.last_event_id = events.last_event_id
                self.seen = seen
        return seen

    def test_a_broken_stream_goes_on_after_the_last_event_and_ends_with_a_refusal(self):
        whole = event(5)
        with self.assertRaises(AuthenticationError):
            self.follow(
                stream(event(3), event(4), whole[:20]),
                lost,
                (502, {}, ""),
                problem(503, "unavailable", headers={"retry-after": "50"}),
                stream(whole[:20], whole[20:], ": nothing new\nid: 9\n\n"),
                REVOKED,
                type="item.*",
            )
        self.assertEqual((self.seen, self.last_event_id), ([3, 4, 5], "9"))
        self.assertEqual(self.server.headers("last-event-id"), [None, "4", "4", "4", "4", "9"])
        self.assertTrue(all(path == "/api/v1/events/stream?type=item.%2A" for _, path, _, _ in self.server.asked))
        # As long as the stream said, then longer each time, and never sooner than the server says.
        self.assertEqual(self.slept, [3, 6, 12, 50, 3])

    def test_an_event_that_is_not_whole_is_not_told(self):
        with self.assertRaises(AuthenticationError):
            self.follow(stream(event(1), event(2).rstrip("\n")), REVOKED)
        self.assertEqual((self.seen, self.last_event_id), ([1], "1"))

    def test_a_stream_that_never_began_fails_as_any_call(self):
        with self.assertRaises(AuthenticationError):
            self.follow(REVOKED)
        with self.assertRaises(ConnectionFailed):
            self.follow(lost)
        self.assertEqual(len(self.server.asked), 3)

    def test_a_stream_cannot_hurry_or_halt_who_follows_it(self):
        for said, wait in (("0", 1), ("999999999", 30), ("9" * 5_000, 2), ("²", 2), ("soon", 2), ("5000", 5)):
            self.slept.clear()
            with self.assertRaises(AuthenticationError):
                self.follow(stream(event(1), opening=f"retry: {said}\n\n"), REVOKED)
            self.assertEqual(self.slept, [wait], said[:10])

    def test_an_id_that_no_header_can_hold_is_not_gone_on_after(self):
        for hostile in ("½", "\u2028", "\x01", "a b", "", "9" * 256):
            with self.assertRaises(AuthenticationError):
                self.follow(stream(event(1), f"id: {hostile}\n\n"), REVOKED)
            self.assertEqual(self.server.headers("last-event-id"), [None, "1"])

    def test_what_grows_without_an_end_or_is_no_event_ends_the_stream(self):
        many = f"data: {'x' * 1_000_000}\n" * 5
        for hostile in ("data: " + "x" * 1_100_000, many, "data: {\n\n", "data: " + "[" * 100_000 + "\n\n"):
            with self.assertRaises(StowageError) as caught:
                self.follow(stream(event(1), hostile), REVOKED)
            self.assertEqual((caught.exception.code, self.seen), ("unexpected_answer", [1]))
            self.assertEqual(len(self.server.asked), 1)

    def test_what_is_no_utf_8_is_read_as_far_as_it_goes(self):
        self.assertEqual(self.follow(stream(b": \xff\n", event(1)), limit_seconds=0), [1])

    def test_carriage_returns_and_several_lines_of_data_are_read(self):
        said = 'id: 7\r\ndata: {"seq":\r\ndata: 7}\r\n\r\n'
        self.assertEqual(self.follow(stream(said, opening=""), limit_seconds=0), [7])

    def test_the_servers_events_are_followed_as_they_happen(self):
        client = self.client()
        item = client.items.create(name="Followed", quantity=5)
        with client.events.stream(subject_id=item["id"], after=0) as events:
            walk = iter(events)
            self.assertEqual(next(walk)["type"], "item.created")
            adjusting = threading.Thread(target=client.items.adjust, args=(item["id"],), kwargs={"delta": 2})
            adjusting.start()
            heard = next(walk)
            adjusting.join()
        self.assertEqual((heard["type"], heard["changes"]["quantity"]["new"]), ("item.quantity_changed", 7))
        again = client.events.stream(subject_id=item["id"], after=heard["seq"] - 1, limit_seconds=0)
        self.assertEqual([one["seq"] for one in again], [heard["seq"]])
