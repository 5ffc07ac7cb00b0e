import io
import json
import os
import socket
import tempfile
import threading
from pathlib import Path

from stowage import ConnectionFailed, NotFoundError, StowageError, ValidationError
from support import TestCase, problem

CSV = "name,quantity\nScrews – ½″,12.5\n"


def cut_off(handler):
    """Says that more comes than comes."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nwhole\r\n5\r\nha")


class Files(TestCase):
    def setUp(self):
        super().setUp()
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def test_a_file_is_read_whole_in_pieces_or_saved(self):
        client = self.client()
        bin_id = client.bins.create(name="Red box")["id"]
        label = client.bins.label_png(bin_id, size=64)
        self.assertEqual(label.content_type, "image/png")
        content = label.read()
        self.assertTrue(content.startswith(b"\x89PNG"))
        self.assertEqual(b"".join(client.bins.label_png(bin_id, size=64).iter_bytes(100)), content)
        saved = client.bins.label_png(bin_id, size=64).save(self.folder / "label.png")
        self.assertEqual((saved.read_bytes(), saved.stat().st_mode & 0o777), (content, 0o600))
        self.assertEqual(os.listdir(self.folder), ["label.png"])
        pdf = client.labels.print(codes=[client.bins.get(bin_id)["code"]], format="avery_l7160")
        self.assertEqual((pdf.content_type, pdf.filename, pdf.read()[:4]), ("application/pdf", "labels.pdf", b"%PDF"))

    def test_an_export_says_its_name_and_ends_with_its_count(self):
        export = self.client().exports.download(format="ndjson")
        self.assertRegex(export.filename, r"^stowage-[\d-]+\.ndjson$")
        lines = export.read().decode().splitlines()
        self.assertEqual(json.loads(lines[-1]), {"type": "end", "count": len(lines) - 1})

    def test_a_file_that_is_cut_off_is_an_error_and_is_not_saved(self):
        short = (200, {"content-length": "100"}, "half")
        for broken in (cut_off, short):
            client = self.client(self.scripted(broken).url)
            with self.assertRaises(ConnectionFailed):
                client.exports.download().read()
            with self.assertRaises(ConnectionFailed):
                client.exports.download().save(self.folder / "export.ndjson")
        self.assertEqual(os.listdir(self.folder), [])

    def test_a_name_from_the_server_leads_into_no_folder(self):
        for name in ("../../etc/passwd", "..\\passwd", "/etc/passwd"):
            disposition = {"content-disposition": f'attachment; filename="{name}"'}
            server = self.scripted((200, disposition, "root"))
            with self.client(server.url).exports.download() as export:
                self.assertEqual(export.filename, "passwd")

    def test_a_name_from_the_server_is_one_that_every_file_system_takes(self):
        for name, harmless in (
            ("../../.bashrc", "bashrc"),
            ("C:evil.exe", "C_evil.exe"),
            ("a.txt:stream", "a.txt_stream"),
            ("a\tb\x7f.csv", "a_b_.csv"),
            ("CON", None),
            ("nul.txt", None),
            ("..", None),
            ("folder/", None),
            ("labels.pdf. .", "labels.pdf"),
            ("x" * 300 + ".csv", "x" * 196 + ".csv"),
        ):
            disposition = {"content-disposition": f'attachment; filename="{name}"'}
            server = self.scripted((200, disposition, "root"))
            with self.client(server.url).exports.download() as export:
                self.assertEqual(export.filename, harmless, name)

    def test_a_file_that_is_refused_is_a_problem_before_anything_is_read(self):
        with self.assertRaises(NotFoundError):
            self.client().bins.label_png("bin_01h455vb4pex5vsknk084sn02q")

    def test_an_import_takes_text_bytes_a_path_and_an_open_file(self):
        client = self.client()
        path = self.folder / "stock.csv"
        path.write_text(CSV, encoding="utf-8")
        with open(path, "rb") as opened:
            for file, media_type, filename in (
                (CSV, "text/csv", None),
                (CSV.encode(), "text/csv", None),
                (path, None, "stock.csv"),
                (opened, None, "stock.csv"),
                (io.StringIO(CSV), "text/csv", None),
            ):
                answer = client.imports.create(file, media_type=media_type, dry_run=True)
                self.assertEqual((answer["created"], answer["format"], answer["filename"]), (1, "csv", filename))
        done = client.imports.create(path, filename="mine.csv")
        self.assertEqual((done["filename"], done["status"]), ("mine.csv", "done"))
        self.assertEqual([one["quantity"] for one in client.items.list(q="½″")], [12.5])

    def test_an_import_that_is_wrong_names_the_line(self):
        with self.assertRaises(ValidationError) as caught:
            self.client().imports.create("name,quantity\nNuts,many\n", media_type="text/csv")
        self.assertEqual(caught.exception.errors[0]["pointer"], "/lines/2/quantity")

    def test_what_a_file_is_has_to_be_known(self):
        for file, media_type in ((CSV, None), (CSV, "text/plain"), (self.folder / "a.txt", None)):
            (self.folder / "a.txt").write_text(CSV, encoding="utf-8")
            with self.assertRaisesRegex(ValueError, "media_type"):
                self.client().imports.create(file, media_type=media_type)

    def test_an_upload_is_sent_again_whole_under_its_key(self):
        server = self.scripted(problem(503, "unavailable"), (200, {}, "{}"))
        self.client(server.url).imports.create(io.BytesIO(b"name\nNuts\n"), media_type="text/csv")
        (_, _, first, sent), (_, _, second, again) = server.asked
        self.assertEqual((sent, again), (b"name\nNuts\n", b"name\nNuts\n"))
        self.assertEqual(first["idempotency-key"], second["idempotency-key"])

    def test_a_refusal_is_heard_also_when_the_body_was_not_read(self):
        def refuse(listener):
            connection, _ = listener.accept()
            with connection:
                connection.recv(100)
                connection.sendall(b"HTTP/1.1 413 Too large\r\ncontent-length: 0\r\n\r\n")

        with socket.create_server(("127.0.0.1", 0)) as listener:
            refusing = threading.Thread(target=refuse, args=(listener,))
            refusing.start()
            client = self.client(f"http://127.0.0.1:{listener.getsockname()[1]}", max_retries=0)
            with self.assertRaises(StowageError) as caught:
                client.imports.create(b"x" * 20_000_000, media_type="text/csv")
            refusing.join()
        self.assertEqual(caught.exception.status, 413)
