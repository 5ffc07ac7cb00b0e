"""What a handheld does with the codes it reads: one request for each, none lost, and none counted twice.

Scans that change stock wait in a file while the server is out of reach, over a power cut too, and go out in their
order under the Idempotency-Key they were made with. A look-up waits for nobody: it is answered or it is not.
"""

import json
import os

import requests

# Print these as barcodes to switch what a scan does.
MODES = {"STOWAGE-LOOKUP": "lookup", "STOWAGE-ADD": "add", "STOWAGE-REMOVE": "remove"}
WAITING_MAX = 500
FIRST_WAIT_SECONDS = 2
LONGEST_WAIT_SECONDS = 60
TIMEOUT_SECONDS = 10
LATER = "waiting"


class Scanner:
    def __init__(self, url, key, board, path="waiting.jsonl"):
        self.url = url + "/api/v1/scan"
        self.authorization = "Bearer " + key
        self.board = board
        self.path = path
        self.mode = "lookup"
        self.waiting = self.kept()
        self.is_kept = bool(self.waiting)
        self.wait_seconds = FIRST_WAIT_SECONDS
        self.not_before = board.in_seconds(0)
        board.show("ready")

    def scan(self, code):
        if code in MODES:
            self.mode = MODES[code]
            return self.board.show("ready")
        scan = {"name": self.board.random_name(), "code": code, "action": self.mode}
        if self.mode == "lookup":
            return self.board.show(self.send(scan))
        if len(self.waiting) >= WAITING_MAX:
            return self.board.show("full")
        self.waiting.append(scan)
        if len(self.waiting) == 1 and self.board.is_past(self.not_before):
            return self.send_first()
        self.keep()
        return self.board.show(LATER)

    def catch_up(self):
        """Sends the scan that has waited longest, when it is time to."""
        if self.waiting and self.board.is_past(self.not_before):
            self.send_first()

    def send_first(self):
        outcome = self.send(self.waiting[0])
        if outcome == LATER or outcome == "key":
            if not self.is_kept:
                self.keep()
                self.board.show(outcome)
            return
        self.waiting.pop(0)
        if self.is_kept:
            self.keep()
        self.board.show(outcome)

    def send(self, scan):
        """What became of it: ok, unknown, refused; or waiting or key, when it has to be sent again."""
        headers = {
            "Authorization": self.authorization,
            "Content-Type": "application/json",
            "Idempotency-Key": scan["name"],
        }
        body = json.dumps({"code": scan["code"], "action": scan["action"]}).encode()
        try:
            response = requests.post(self.url, data=body, headers=headers, timeout=TIMEOUT_SECONDS)
        except (OSError, ValueError, IndexError):  # the last two: an answer that broke off
            return self.later(None)
        try:
            status = response.status_code
            problem = {} if status < 300 else answer_of(response)
        finally:
            response.close()
        return self.outcome(status, problem)

    def outcome(self, status, problem):
        if 200 <= status < 300:
            self.wait_seconds = FIRST_WAIT_SECONDS
            return "ok"
        if status == 401 or status == 403:
            self.later(LONGEST_WAIT_SECONDS)
            return "key"
        if status == 429 or status >= 500 or problem.get("code") == "idempotency_in_flight":
            return self.later(problem.get("retry_after"))
        return "unknown" if status == 404 else "refused"

    def later(self, seconds):
        """Nothing is sent for as long as the server asks for, else twice as long as the last time."""
        self.not_before = self.board.in_seconds(seconds or self.wait_seconds)
        self.wait_seconds = min(self.wait_seconds * 2, LONGEST_WAIT_SECONDS)
        return LATER

    def keep(self):
        """Writes what waits beside the file, and puts it in its place in one step."""
        with open(self.path + ".new", "w") as file:
            for scan in self.waiting:
                file.write(json.dumps(scan) + "\n")
        os.rename(self.path + ".new", self.path)
        self.is_kept = bool(self.waiting)

    def kept(self):
        try:
            with open(self.path) as file:
                return [json.loads(line) for line in file]
        except (OSError, ValueError):
            return []


def answer_of(response):
    """The problem that an answer carries. Retry-After stands in it too, as `retry_after`."""
    try:
        problem = response.json()
    except (ValueError, OSError):
        problem = None
    problem = problem if isinstance(problem, dict) else {}
    if "retry_after" not in problem:
        for name, value in (response.headers or {}).items():
            if name.lower() == "retry-after" and value.isdigit():
                problem["retry_after"] = int(value)
    return problem
