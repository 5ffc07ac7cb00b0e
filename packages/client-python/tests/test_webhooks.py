import base64
import hashlib
import hmac
import json
import os
import time
from unittest import mock

from stowage import WebhookVerificationError, webhooks
from support import TestCase


def secret_of(letter):
    return "whsec_" + base64.b64encode(letter.encode() * 24).decode()


class Webhooks(TestCase):
    def setUp(self):
        super().setUp()
        # Signed by the server's own signer, with the old and the new secret as while one is being changed.
        self.post = json.loads(os.environ["STOWAGE_TEST_WEBHOOK"])
        self.headers = self.post["headers"]
        self.body = self.post["body"].encode()
        self.old, self.new = self.post["secrets"]
        self.now = int(self.headers["webhook-timestamp"])

    def verify(self, body=None, headers=None, secret=None, **options):
        given = (self.body if body is None else body, headers or self.headers, secret or self.new)
        return webhooks.verify(*given, **{"now": self.now, **options})

    def refused(self, **given):
        with self.assertRaises(WebhookVerificationError):
            self.verify(**given)

    def test_a_genuine_post_is_taken_with_either_secret(self):
        for secret in (self.old, self.new, [secret_of("x"), self.new], self.new[len("whsec_") :]):
            self.assertEqual(self.verify(secret=secret), json.loads(self.body))
        self.assertEqual(webhooks.verify(self.post["body"], self.headers, self.old), json.loads(self.body))

    def test_headers_may_be_a_mapping_or_pairs_of_text_or_bytes_in_any_case(self):
        for headers in (
            {name.title(): value for name, value in self.headers.items()},
            list(self.headers.items()),
            [(name.upper().encode(), value.encode()) for name, value in self.headers.items()],
        ):
            self.assertEqual(self.verify(headers=headers)["type"], "item.low_stock")

    def test_what_was_tampered_with_or_is_of_another_secret_is_refused(self):
        self.refused(body=self.body + b" ")
        self.refused(body=b"")
        self.refused(secret=secret_of("x"))
        for name, value in (
            ("webhook-id", "another"),
            ("webhook-timestamp", str(self.now + 1)),
            ("webhook-timestamp", "soon"),
            ("webhook-timestamp", "٣"),
            ("webhook-timestamp", "9" * 5000),
            ("webhook-signature", ""),
            ("webhook-signature", "v1,"),
            ("webhook-signature", "v2,AAAA v1a,AAAA"),
            ("webhook-signature", "v1,½"),
            ("webhook-signature", "v1,\udc80"),
            ("webhook-id", "é"),
            ("webhook-signature", self.headers["webhook-signature"].replace("v1,", "v2,")),
        ):
            self.refused(headers={**self.headers, name: value})
        for name in self.headers:
            self.refused(headers={one: value for one, value in self.headers.items() if one != name})

    def signed(self, signed):
        mac = hmac.new(base64.b64decode(self.new[len("whsec_") :]), signed.encode(), hashlib.sha256)
        return "v1," + base64.b64encode(mac.digest()).decode()

    def test_what_was_signed_cannot_be_parted_at_another_dot(self):
        timestamp = self.headers["webhook-timestamp"]
        moved = {"webhook-timestamp": timestamp, "webhook-signature": self.signed(f"dlv_1.{timestamp}.{timestamp}.{{}}")}
        self.refused(body=b"{}", headers={**moved, "webhook-id": f"dlv_1.{timestamp}"})

    def test_a_stranger_makes_it_hash_the_body_once_for_each_secret(self):
        many = " ".join(["v1,AAAA"] * 8_000)
        with mock.patch("stowage.webhooks.hmac.new", wraps=hmac.new) as hashed:
            self.refused(headers={**self.headers, "webhook-signature": many}, secret=[self.old, self.new])
        self.assertEqual(hashed.call_count, 2)
        late = " ".join(["v1,AAAA"] * 10 + [self.headers["webhook-signature"]])
        self.refused(headers={**self.headers, "webhook-signature": late})

    def test_a_body_that_no_server_posts_is_refused_before_it_is_hashed(self):
        with mock.patch("stowage.webhooks.hmac.new", wraps=hmac.new) as hashed:
            self.refused(body=b" " * (4 * 1_048_576 + 1))
            self.refused(body="\udc80" * 4 * 1_048_576)
        self.assertEqual(hashed.call_count, 0)

    def test_what_is_old_or_from_the_future_is_refused(self):
        for off in (301, -301):
            self.refused(now=self.now + off)
            self.verify(now=self.now + off, tolerance=400)
        for off in (299, -299):
            self.verify(now=self.now + off)
        self.assertLess(abs(time.time() - self.now), 300)

    def test_a_secret_that_is_none_is_an_error_of_ones_own(self):
        for wrong in ("", "whsec_", "whsec_***", []):
            with self.assertRaises((ValueError, WebhookVerificationError)):
                webhooks.verify(self.body, self.headers, wrong)
