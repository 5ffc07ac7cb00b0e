#!/usr/bin/env python3
"""Takes the webhooks of a Stowage: checks that each is genuine and fresh, and acts once for each. Nothing to install.

Settings, from the environment:
  STOWAGE_WEBHOOK_SECRET  what the app showed when the trigger was made: whsec_ and more
  PORT                    where it listens; default 8090
  HOST                    default 127.0.0.1; 0.0.0.0 for the network
"""

import base64
import collections
import hashlib
import hmac
import json
import os
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

TOLERANCE_SECONDS = 5 * 60
BODY_BYTES_MAX = 1024 * 1024
IDS_REMEMBERED = 10_000


def is_genuine(secret, headers, body, now):
    """Whether one of the signatures is right and the post is no older or newer than five minutes."""
    key = base64.b64decode(secret[len("whsec_") :] if secret.startswith("whsec_") else secret)
    sent_at = headers.get("webhook-timestamp", "")
    if not sent_at.isascii() or not sent_at.isdigit() or abs(now - int(sent_at)) > TOLERANCE_SECONDS:
        return False
    signed = headers.get("webhook-id", "").encode() + b"." + sent_at.encode() + b"." + body
    expected = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest())
    # While a secret is being changed there are two signatures, one for each.
    return any(
        hmac.compare_digest(b"v1," + expected, signature.encode())
        for signature in headers.get("webhook-signature", "").split(" ")
    )


def act(body):
    """Your part. It has five seconds; what takes longer belongs into a queue of yours."""
    print(body["type"], body["data"]["event"]["subject_name"], flush=True)


class Receiver(BaseHTTPRequestHandler):
    secret = ""
    done = collections.OrderedDict()
    one_at_a_time = threading.Lock()

    def do_POST(self):
        length = self.headers.get("content-length", "")
        if not length.isdigit() or int(length) > BODY_BYTES_MAX:
            return self.answer(413)
        body = self.rfile.read(int(length))
        if not is_genuine(self.secret, self.headers, body, time.time()):
            return self.answer(401)
        with self.one_at_a_time:
            self.act_once(self.headers["webhook-id"], body)
        return self.answer(204)

    def act_once(self, webhook_id, body):
        """A post whose answer was lost comes again under the same id."""
        if webhook_id in self.done:
            return
        act(json.loads(body))
        self.done[webhook_id] = True
        if len(self.done) > IDS_REMEMBERED:
            self.done.popitem(last=False)

    def answer(self, status):
        self.send_response(status)
        self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


def main():
    Receiver.secret = os.environ.get("STOWAGE_WEBHOOK_SECRET", "")
    if not Receiver.secret:
        sys.exit("Set STOWAGE_WEBHOOK_SECRET.")
    address = (os.environ.get("HOST", "127.0.0.1"), int(os.environ.get("PORT", "8090")))
    server = ThreadingHTTPServer(address, Receiver)
    print(f"listening on http://{address[0]}:{server.server_port}", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
