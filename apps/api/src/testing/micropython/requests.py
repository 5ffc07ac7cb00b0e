"""Stands in for MicroPython's requests: bytes for a body, no redirects, and `close` on every answer."""

import http.client
import json
import sys
import time


class Response:
    def __init__(self, connection):
        answer = connection.getresponse()
        self.status_code = answer.status
        self.headers = dict(answer.getheaders())
        self.body = answer.read()
        self.connection = connection

    def json(self):
        return json.loads(self.body)

    def close(self):
        self.connection.close()


def post(url, data, headers, timeout):
    assert isinstance(data, bytes), "its length is counted in bytes"
    sys.stderr.write("%d %s %s\n" % (time.ticks_ms(), headers["Idempotency-Key"], data.decode()))
    _, _, host, path = url.split("/", 3)
    connection = http.client.HTTPConnection(host, timeout=timeout)
    connection.request("POST", "/" + path, data, headers)
    return Response(connection)
