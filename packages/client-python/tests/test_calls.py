import threading

from stowage import (
    AuthenticationError,
    ConflictError,
    NotFoundError,
    PermissionDeniedError,
    StowageError,
    ValidationError,
)
from support import TestCase, ok, problem


class Calls(TestCase):
    def test_things_are_made_found_changed_and_removed(self):
        client = self.client()
        made = client.bins.create(name="Red box ½″", tags=["metric"], custom_fields={"depth": 12.5})
        self.assertEqual(client.bins.get(made["id"]), {**made, **client.bins.get(made["id"])})
        item = client.items.create(name="Screws", bin_id=made["id"], quantity=10, notes="Zinc")
        self.assertEqual(client.items.adjust(item["id"], delta=-1)["quantity"], 9)
        changed = client.items.update(item["id"], sku="A/1", if_match=2)
        self.assertEqual((changed["sku"], changed["notes"]), ("A/1", "Zinc"))
        self.assertIsNone(client.items.update(item["id"], sku=None)["sku"])
        self.assertEqual([one["id"] for one in client.bins.items(made["id"])], [item["id"]])
        self.assertEqual(client.items.remove(item["id"])["id"], item["id"])
        self.assertEqual(client.items.restore(item["id"])["id"], item["id"])

    def test_filters_of_every_kind_reach_the_server(self):
        client = self.client()
        for name, tags in (("Tape", ["wide & long", "b"]), ("Tape two", ["wide & long"])):
            client.items.create(name=name, tags=tags, custom_fields={"color": "a=b&c"})
        both = client.items.list(tag=["wide & long", "b"], custom=["color=a=b&c"], fields=["name", "tags"])
        self.assertEqual([one["name"] for one in both], ["Tape"])
        self.assertEqual(set(next(iter(both))), {"id", "name", "tags"})
        self.assertEqual(len(list(client.items.list(tag="wide & long", deleted=False))), 2)
        self.assertEqual(client.search.search(q="Tape two")["data"][0]["name"], "Tape two")

    def test_several_at_once_end_as_their_single_calls_would(self):
        answer = self.client().items.bulk(
            operations=[
                {"op": "create", "data": {"name": "Washers"}},
                {"op": "adjust", "id": "item_01h455vb4pex5vsknk084sn02q", "data": {"delta": 1}},
            ]
        )
        self.assertEqual((answer["succeeded"], answer["failed"]), (1, 1))

    def test_each_refusal_is_an_error_of_its_kind(self):
        client = self.client()
        with self.assertRaises(NotFoundError) as missing:
            client.bins.get("bin_01h455vb4pex5vsknk084sn02q")
        self.assertEqual((missing.exception.code, missing.exception.status), ("not_found", 404))
        self.assertRegex(str(missing.exception), r"\(not_found, 404, request [\w-]{8,}\)$")
        self.assertEqual(missing.exception.request_id, missing.exception.problem["request_id"])
        with self.assertRaises(ValidationError) as invalid:
            client.items.create(name="", quantity="3")
        self.assertEqual({one["pointer"] for one in invalid.exception.errors}, {"/name", "/quantity"})
        item = client.items.create(name="Nuts", quantity=1)
        with self.assertRaises(ConflictError) as short:
            client.items.adjust(item["id"], delta=-2)
        self.assertEqual(short.exception.problem["current_quantity"], 1)
        with self.assertRaises(ConflictError) as stale:
            client.items.update(item["id"], name="Bolts", if_match=7)
        self.assertEqual((stale.exception.status, stale.exception.code), (412, "version_mismatch"))
        with self.assertRaises(PermissionDeniedError) as person:
            client.account.get()
        self.assertEqual(person.exception.code, "session_required")

    def test_a_key_that_may_not_or_that_was_revoked_is_refused_as_such(self):
        client = self.client()
        made = client.api_keys.create(name="Reader", scopes=["items:read"])
        reader = self.client(key=made["key"])
        self.assertEqual(reader.whoami.get()["scopes"], ["items:read"])
        with self.assertRaises(PermissionDeniedError) as lacking:
            reader.items.create(name="Nuts")
        self.assertEqual(lacking.exception.problem["missing_scopes"], ["items:write"])
        rotated = client.api_keys.rotate(made["id"], grace_seconds=0)
        with self.assertRaises(AuthenticationError):
            reader.items.list().first_page()
        again = self.client(key=rotated["key"])
        client.api_keys.revoke(made["id"])
        with self.assertRaises(AuthenticationError) as revoked:
            again.items.list().first_page()
        self.assertEqual(revoked.exception.code, "key_revoked")

    def test_an_error_of_a_proxy_and_an_answer_of_another_program_are_told_apart(self):
        server = self.scripted((418, {}, "<h1>Teapot</h1>"), ok("<!doctype html>"), problem(500, "internal"))
        client = self.client(server.url)
        for code in ("unexpected_answer", "unexpected_answer", "internal"):
            with self.assertRaises(StowageError) as caught:
                client.whoami.get()
            self.assertEqual(caught.exception.code, code)

    def test_a_call_that_this_client_does_not_know_can_be_made_by_its_route(self):
        client = self.client()
        made = client.request("POST", "/bins", body={"name": "By hand"}, idempotency_key="by-hand")
        self.assertEqual(client.request("POST", "/bins", body={"name": "By hand"}, idempotency_key="by-hand"), made)
        self.assertEqual(client.request("GET", "/bins", query={"limit": 1})["data"][0]["id"], made["id"])

    def test_threads_share_a_client_and_each_gets_its_own_answers(self):
        client = self.client()
        items = [client.items.create(name=f"Part {number}", quantity=0) for number in range(4)]
        wrong = []

        def adjust(item):
            for expected in range(1, 6):
                answer = client.items.adjust(item["id"], delta=1)
                if (answer["id"], answer["quantity"]) != (item["id"], expected):
                    wrong.append(answer)

        threads = [threading.Thread(target=adjust, args=(item,)) for item in items]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(wrong, [])
        self.assertEqual([client.items.get(item["id"])["quantity"] for item in items], [5, 5, 5, 5])
