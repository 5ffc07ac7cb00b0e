"""What the tests share: the real server, and one that does what a test says."""

import contextlib
import http.client
import json
import os
import socket
import threading
import unittest
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from stowage import Client

PROJECT = Path(__file__).resolve().parents[3]
URL = os.environ["STOWAGE_URL"]
KEY = os.environ["STOWAGE_API_KEY"]
# Built from parts: no scanner shall take it for a key that somebody lost.
MADE_UP_KEY = "_".join(["sk", "stowage", "live", "x" * 30])


def problem(status, code, **more):
    """A scripted refusal, as the server words it."""
    headers = {"content-type": "application/problem+json", **more.pop("headers", {})}
    body = {"status": status, "code": code, "detail": f"It is {code}.", "request_id": "request-1", **more}
    return status, headers, json.dumps(body)


def ok(body="{}", **headers):
    return 200, {"content-type": "application/json", **headers}, body


class Scripted:
    """A server that gives one answer after the other, the last one again and again, and keeps what it was asked."""

    def __init__(self, *answers):
        self.answers = list(answers)
        self.asked = []
        self.connections = 0
        self.closed = threading.Semaphore(0)
        scripted = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def setup(self):
                super().setup()
                scripted.connections += 1

            def handle_any(self):
                length = int(self.headers.get("content-length") or 0)
                headers = {name.lower(): value for name, value in self.headers.items()}
                self.asked = (self.command, self.path, headers, self.rfile.read(length))
                scripted.asked.append(self.asked)
                answer = scripted.answers.pop(0) if len(scripted.answers) > 1 else scripted.answers[0]
                if callable(answer):
                    answer = answer(self)
                if answer is None:
                    self.close_connection = True
                    return
                status, headers, body = answer
                content = body.encode() if isinstance(body, str) else body
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                if "content-length" in headers:
                    self.close_connection = True
                else:
                    self.send_header("content-length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            do_GET = do_POST = do_PATCH = do_DELETE = handle_any

            def log_message(self, *_):
                pass

        class Server(ThreadingHTTPServer):
            daemon_threads = True
            block_on_close = False

            def shutdown_request(self, request):
                super().shutdown_request(request)
                scripted.closed.release()

            def handle_error(self, *_):
                pass

        self.server = Server(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    def headers(self, name):
        return [headers.get(name) for _, _, headers, _ in self.asked]

    def close(self):
        self.server.shutdown()
        self.server.server_close()


def lost(_handler):
    """The request is taken, and the connection ends without an answer."""
    return None


def answer_lost(handler):
    """The real server does the work, and nobody hears of it."""
    pass_on(handler)
    return None


def pass_on(handler):
    """What the real server answers."""
    parts = urlsplit(URL)
    onward = http.client.HTTPConnection(parts.hostname, parts.port)
    with contextlib.closing(onward):
        method, path, headers, body = handler.asked
        onward.request(method, path, body, headers)
        answer = onward.getresponse()
        body = answer.read()
        return answer.status, {"content-type": answer.headers["content-type"]}, body


def unused_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class TestCase(unittest.TestCase):
    def setUp(self):
        self.slept = []

    def scripted(self, *answers):
        server = Scripted(*answers)
        self.addCleanup(server.close)
        return server

    def client(self, url=URL, key=KEY, **options):
        """A client that never sleeps, and writes down how long it would."""
        client = Client(key, url, **{"sleep": self.slept.append, "random": lambda: 1.0, **options})
        self.addCleanup(client.close)
        return client

    @contextlib.contextmanager
    def environment(self, **variables):
        """Within it, these variables are set; None unsets one."""
        before = {name: os.environ.get(name) for name in variables}
        self._set(variables)
        try:
            yield
        finally:
            self._set(before)

    @staticmethod
    def _set(variables):
        for name, value in variables.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
