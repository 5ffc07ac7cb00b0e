import type { Answer, Person, TestServer } from "./test-server.ts";

/** Where the programs of these tests ask from. */
export const PROGRAM_IP = "203.0.113.7";
/** What is granted where a test does not care. */
export const GRANTED = ["bins:read"];

/** What a program has after it has asked. */
export interface Begun {
  device_code: string;
  user_code: string;
}

/** A program's and a person's half of a hand-over, on one server. */
export function handingOver(server: TestServer) {
  const askFor = ({ device_code }: Pick<Begun, "device_code">, { on = server, ip = PROGRAM_IP } = {}) =>
    on.ask("POST", "hand-overs/collect", { body: { device_code }, ip });
  const approve = (who: Person, { user_code }: Pick<Begun, "user_code">, more: object = {}) =>
    who.ask("POST", "hand-overs/approve", {
      body: { user_code, scopes: GRANTED, environment: "live", ...more },
    });
  const begin = async (body: object = {}): Promise<Begun> =>
    succeeded(
      await server.ask("POST", "hand-overs", { body: { client_name: "Scanner", ...body }, ip: PROGRAM_IP }),
    ).body;
  return {
    begin,
    askFor,
    approve,
    look: (who: Person, user_code: string) => who.ask("POST", "hand-overs/look", { body: { user_code } }),
    refuse: (who: Person, { user_code }: Pick<Begun, "user_code">) =>
      who.ask("POST", "hand-overs/refuse", { body: { user_code } }),
    async approved(who: Person, more: object = {}): Promise<Begun> {
      const begun = await begin();
      succeeded(await approve(who, begun, more));
      return begun;
    },
  };
}

function succeeded(answer: Answer): Answer {
  if (answer.status !== 200) throw new Error(answer.text);
  return answer;
}
