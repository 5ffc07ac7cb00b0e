import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Answer, type Person, startTestServer, type TestServer } from "../../testing/test-server.ts";

let server: TestServer;
let anna: Person;
let url: string;
let turn = 0;

beforeAll(async () => {
  server = await startTestServer();
  url = await server.listen();
});
afterAll(() => server.close());
beforeEach(async () => {
  anna = await server.signUp(`Anna ${++turn}`);
});

const MEDIA_TYPES = { csv: "text/csv; charset=utf-8", ndjson: "application/x-ndjson" };
const send = (format: keyof typeof MEDIA_TYPES, raw: string, query = ""): Promise<Answer> =>
  anna.ask("POST", `import${query}`, { raw, headers: { "content-type": MEDIA_TYPES[format] } });
const importCsv = (raw: string, query = "") => send("csv", raw, query);
const importLines = (lines: object[], query = "") =>
  send("ndjson", lines.map((line) => JSON.stringify(line)).join("\n"), query);
const itemsOf = async () => (await anna.ask("GET", "items?sort=name")).body.data;

/** The errors of a dry run as `line column code`. */
async function faultsOf(raw: string): Promise<string[]> {
  const { status, body, text } = await importCsv(raw, "?dry_run=true");
  expect(status, text).toBe(200);
  return body.errors.map(({ line, column, code }: Record<string, string>) => `${line} ${column} ${code}`);
}

/** Sends a file's bytes as they are. */
async function sendBytes(bytes: Buffer): Promise<{ status: number; codes: string[] }> {
  const response = await fetch(`${url}/api/v1/import`, {
    method: "POST",
    body: new Uint8Array(bytes),
    headers: { "content-type": "text/csv", cookie: anna.cookie, origin: "http://stowage.test" },
  });
  const { code, errors } = (await response.json()) as { code: string; errors?: { code: string }[] };
  return { status: response.status, codes: errors ? errors.map((error) => error.code) : [code] };
}

describe("errors of rows", () => {
  const BAD = [
    "name,quantity,expires_on,bin_code,location_path",
    "Good,1,,,Home",
    "Bad number,many,soon,,",
    'Bad day,1,02/03/2030,,"two\nlines"',
    ",1,,,",
    "No bin,1,,0000000,",
    "Wrong code,1,,12,",
    "Too much,-1,2030-01-01,,,extra",
  ].join("\n");

  test("name line and column, all of them at once", async () => {
    expect(await faultsOf(BAD)).toEqual([
      "3 quantity invalid_value",
      "3 expires_on invalid_format",
      "4 expires_on invalid_format",
      "6 name invalid_type",
      "7 bin_code not_found",
      "8 bin_code invalid_code",
      "9 null too_many_cells",
      "9 quantity too_small",
    ]);
  });

  test("leave nothing behind: not the good rows, not the places, and no event", async () => {
    const before = (await anna.ask("GET", "events?limit=1")).body.data[0].seq;
    const answer = await importCsv(BAD, "?filename=bad.csv");
    expect([answer.status, answer.body.code]).toEqual([422, "validation_failed"]);
    expect(answer.body.errors).toHaveLength(8);
    expect(answer.body.errors[0]).toMatchObject({ location: "body", pointer: "/lines/3/quantity" });
    expect(await itemsOf()).toEqual([]);
    expect((await anna.ask("GET", "locations")).body.data).toEqual([]);
    expect((await anna.ask("GET", "events?limit=1")).body.data[0].seq).toBe(before);
    const [record] = (await anna.ask("GET", "imports")).body.data;
    expect(record).toMatchObject({ status: "failed", errors_total: 8, filename: "bad.csv", first_seq: null });
    expect(record.errors[0]).toMatchObject({ line: 3, column: "quantity" });
  });

  test("columns that mean nothing are named with the nearest one, and nothing else is guessed", async () => {
    const { body } = await importCsv("name,quantty,Frobnication\nA,1,2", "?dry_run=true");
    expect(body.errors).toEqual([
      {
        line: 1,
        column: "quantty",
        code: "unknown_column",
        message: "Unknown column; did you mean quantity? A field of your own is custom.quantty.",
      },
      expect.objectContaining({ column: "Frobnication", code: "unknown_column" }),
    ]);
    expect(await faultsOf("name,qty,quantity\nA,1,2")).toEqual(["1 quantity repeated_column"]);
    expect(await faultsOf("")).toEqual(["1 null no_header"]);
    expect(await faultsOf('name\n"never closed')).toEqual([expect.stringContaining("malformed_csv")]);
  });

  test("a place that the id and the path beside it say differently is an error, not a guess", async () => {
    const home = (await anna.ask("POST", "locations", { body: { name: "Home" } })).body;
    expect(await faultsOf(`name,location_id,location_path\nA,${home.id},Garage`)).toEqual([
      "2 location_path two_places",
    ]);
  });

  test("what only fails because of another's error gets none of its own", async () => {
    const parent = "loc_01h455vb4pex5vsknk084sn02q";
    const { body } = await importLines(
      [
        { type: "location", id: parent, name: "" },
        { type: "location", name: "Below", parent_id: parent },
        { type: "item", name: "In it", location_id: parent },
      ],
      "?dry_run=true",
    );
    expect(body.errors).toEqual([expect.objectContaining({ line: 1, column: "name" })]);
  });

  test("the first 200 are listed, and all are counted", async () => {
    const { body } = await importCsv(`name,quantity\n${"x,y\n".repeat(300)}`, "?dry_run=true");
    expect([body.errors.length, body.errors_total, body.status]).toEqual([200, 300, "failed"]);
  });
});

describe("files that are no CSV", () => {
  test.each([
    ["NUL bytes", Buffer.from("name\nA\u0000B\n"), "not_text"],
    ["an Excel workbook", Buffer.from("PK\u0003\u0004\u0014\u0000\u0006\u0000"), "not_text"],
    ["Latin-1", Buffer.from("name\nSchl\xfcssel", "latin1"), "not_utf8"],
    ["UTF-16 with its mark", Buffer.from("\ufeffname\nA", "utf16le"), "not_utf8"],
    ["UTF-16 without one", Buffer.from("name\nA", "utf16le"), "not_text"],
  ])("%s: refused as a whole, with the reason", async (_what, bytes, code) => {
    expect(await sendBytes(bytes)).toEqual({ status: 422, codes: [code] });
    expect((await anna.ask("GET", "imports")).body.data).toEqual([]);
  });

  test("more than 64 MiB is refused before it is read", async () => {
    const { status, codes } = await sendBytes(Buffer.alloc(100_000_000, "x"));
    expect([status, codes]).toEqual([413, ["body_too_large"]]);
  });

  test.each([
    ["nothing at all", "", ["1 null no_header"]],
    ["a byte order mark alone", "\ufeff", ["1 null no_header"]],
    [
      "a quote that is never closed",
      'name,notes\nA,"two\nlines"\nB,"never\nclosed\n',
      ["4 null malformed_csv"],
    ],
    ["a quote within a cell", 'name\nA\n5" pipe\n', ["3 null malformed_csv"]],
    ["a row that never ends", `name\nA\n"${"x".repeat(600_000)}"`, ["3 null malformed_csv"]],
    ["names of the language", "name,__proto__\nA,1", ["1 __proto__ unknown_column"]],
  ])("%s: named with its line", async (_what, raw, faults) => {
    expect(await faultsOf(raw)).toEqual(faults);
  });

  test.each([
    ["line ends of Windows", "name,quantity\r\nA,1\r\nB,2\r\n"],
    ["line ends of old", "name,quantity\rA,1\rB,2\r"],
    ["a byte order mark", "\ufeffname,quantity\nA,1\nB,2"],
  ])("%s: taken", async (_what, raw) => {
    expect((await importCsv(raw)).body).toMatchObject({ created: 2, columns: ["name", "quantity"] });
  });

  test("what cannot be stored does not get into what is kept of errors", async () => {
    const answer = await importLines(
      [
        { type: "item", name: "A", "a\u0000b": 1 },
        { type: "item", name: "B", bin_code: "\ud800" },
        { type: "item", name: "C", ["long".repeat(10_000)]: 1 },
      ],
      "?filename=stock%00%0A.csv",
    );
    expect([answer.status, answer.body.code], answer.text).toEqual([422, "validation_failed"]);
    const [record] = (await anna.ask("GET", "imports")).body.data;
    expect(record).toMatchObject({ status: "failed", errors_total: 3, filename: "stock .csv" });
    expect(record.errors.map(({ column }: { column: string }) => column.length)).toEqual([2, 8, 100]);
  });

  test("formulas are kept as the text that they are, and leave as text that no spreadsheet runs", async () => {
    const texts = ["=1+1", "+1", "-5", "@SUM(A1)", "\t=1", "'=1"];
    const raw = ["name,notes", ...texts.map((text, index) => `Row ${index},"${text}"`)].join("\n");
    expect((await importCsv(raw)).body).toMatchObject({ created: texts.length });
    const kept = (await itemsOf()).map(({ notes }: { notes: string }) => notes);
    // A guard that a spreadsheet or an export put there comes off; nothing else changes.
    expect(kept).toEqual(["=1+1", "+1", "-5", "@SUM(A1)", "=1", "=1"]);
    const { text } = await anna.ask("GET", "export?format=csv&type=items");
    for (const guarded of ["'=1+1", "'+1", "'-5", "'@SUM(A1)"]) expect(text).toContain(`,${guarded},`);
    expect((await importCsv(text)).body).toMatchObject({ created: 0, updated: 0, unchanged: texts.length });
  });

  test("another media type is refused with those that are taken", async () => {
    const answer = await anna.ask("POST", "import", { raw: "<a/>", headers: { "content-type": "text/xml" } });
    expect(answer.body).toMatchObject({
      code: "unsupported_media_type",
      detail: "Send the body as application/json or text/csv or application/x-ndjson.",
    });
    expect(
      (await anna.ask("POST", "items", { raw: "x", headers: { "content-type": "text/csv" } })).body.detail,
    ).toBe("Send the body as application/json.");
  });
});

test("a file of more lines, blank ones as well, or of longer ones than any has, is given up in time", async () => {
  const codesOf = async (format: keyof typeof MEDIA_TYPES, raw: string) => {
    const { body } = await send(format, raw, "?dry_run=true");
    return [body.errors_total, ...body.errors.map(({ code }: { code: string }) => code)];
  };
  expect(await codesOf("csv", `name\n${"\n".repeat(150_001)}Nut`)).toEqual([1, "limit_reached"]);
  expect(await codesOf("ndjson", `${"\n".repeat(300_001)}{"type":"item","name":"Nut"}`)).toEqual([
    1,
    "limit_reached",
  ]);
  const [total, ...codes] = await codesOf("ndjson", '{"type":"none"}\n'.repeat(150_010));
  expect([total, codes.at(-1)]).toEqual([150_002, "invalid_value"]);
  const long = JSON.stringify({ type: "item", name: "Nut", notes: "n".repeat(500_000) });
  expect(await codesOf("ndjson", long)).toEqual([1, "too_long"]);
  const crowd = Object.fromEntries(Array.from({ length: 200 }, (_, nth) => [`X${nth}`, nth]));
  const crowded = JSON.stringify({ type: "item", name: "Nut", custom_fields: crowd });
  expect(await codesOf("ndjson", crowded)).toEqual([1, "too_big"]);
  expect(await itemsOf()).toEqual([]);
});
