import json
from urllib.parse import parse_qs, urlsplit

from support import TestCase


def rows_in_pages(rows, size):
    """A server whose list has so many rows on a page."""

    def answer(handler):
        query = parse_qs(urlsplit(handler.path).query)
        start = int(query.get("cursor", ["0"])[0])
        end = start + size
        page = {"data": rows[start:end], "total": len(rows), "next_cursor": str(end) if end < len(rows) else None}
        return 200, {"content-type": "application/json"}, json.dumps(page)

    return answer


class Lists(TestCase):
    def test_a_walk_gives_every_row_once_with_the_filters_on_each_page(self):
        server = self.scripted(rows_in_pages(list(range(7)), 3))
        bins = self.client(server.url).bins.list(q="box", limit=3)
        self.assertEqual(server.asked, [])
        self.assertEqual(list(bins), list(range(7)))
        asked = [parse_qs(urlsplit(path).query) for _, path, _, _ in server.asked]
        self.assertEqual([one.get("cursor") for one in asked], [None, ["3"], ["6"]])
        self.assertTrue(all((one["q"], one["limit"]) == (["box"], ["3"]) for one in asked))

    def test_pages_are_asked_for_when_the_walk_comes_to_them(self):
        server = self.scripted(rows_in_pages(list(range(7)), 3))
        for row in self.client(server.url).bins.list():
            if row == 3:
                break
        self.assertEqual(len(server.asked), 2)

    def test_a_page_can_be_had_alone_and_gone_on_from(self):
        server = self.scripted(rows_in_pages(list(range(5)), 2))
        client = self.client(server.url)
        page = client.bins.list().first_page()
        self.assertEqual((page.data, page.total, page.next_cursor), ([0, 1], 5, "2"))
        self.assertEqual(list(client.bins.list(cursor=page.next_cursor)), [2, 3, 4])
        self.assertEqual([one.data for one in client.bins.list().pages()], [[0, 1], [2, 3], [4]])

    def test_the_servers_own_lists_are_walked_to_their_end(self):
        client = self.client()
        made = {client.locations.create(name=f"Place {number}")["id"] for number in range(5)}
        found = [one["id"] for one in client.locations.list(limit=2, sort="name", q="Place ")]
        self.assertEqual((set(found), len(found)), (made, 5))
        page = client.locations.list(limit=2, include_total=True, q="Place ").first_page()
        self.assertEqual((len(page.data), page.total), (2, 5))
        self.assertIn("unread", client.notifications.list().first_page().answer)
