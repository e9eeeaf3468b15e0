// A server that is killed between the commit and the answer, and the client that sends its write again.
import { expect, it } from "vitest";
import { globalId } from "../src/graphql/id.ts";
import { tokensFor } from "./crowd.ts";
import { type Program, runCommand, runProgram, runServer } from "./program.ts";
import { engines, world } from "./world.ts";

const REPORT = `mutation ($input: ReportAgreementStatusInput!) {
  reportAgreementStatus(input: $input) {
    replayed entity { version } change { revision } errors { ... on UserError { code } }
  }
}`;

const input = {
  agreementId: globalId("Agreement", "smr-2025"),
  status: "IN_FORCE",
  when: "2025-12-19",
  source: { publisher: "Rosatom", publishedOn: "2025-12-20" },
  note: "Rosatom says that work has begun.",
  expectedVersion: 1,
  idempotencyKey: "killed",
};

it.each(engines)(
  "a write whose answer was lost with the server is told again, and stands once, on %s",
  async (engine) => {
    const here = await world(engine, { shipped: true });
    const [token = ""] = await tokensFor(here.storage, 1);
    const running: Program[] = [];
    const addressOf = async (server: Program) => {
      running.push(server);
      return /http:\/\/\S+/.exec(await server.line)?.[0] ?? "";
    };
    const send = async (address: string) => {
      const answer = await fetch(`${address}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
        body: JSON.stringify({ query: REPORT, variables: { input } }),
      });
      return (await answer.json()) as { data: { reportAgreementStatus: object } };
    };
    const reports = async () => {
      const changes = await here.storage.read((tx) => tx.db.select().from(tx.tables.change));
      return changes.filter(({ action }) => action === "reportAgreementStatus");
    };
    try {
      const mute = runProgram("mute.ts", here.url);
      const address = await addressOf(mute);
      const said = new Promise((resolve) => mute.process.stdout?.once("data", resolve));
      const lost = send(address).then(
        () => "answered",
        () => "lost",
      );
      expect(String(await said)).toBe("would answer now\n");
      mute.process.kill("SIGKILL");
      expect([await mute.exit, await lost]).toEqual([null, "lost"]);
      const [change, ...others] = await reports();
      expect(others).toEqual([]);

      const again = await send(await addressOf(runServer(here.url)));
      expect(again.data.reportAgreementStatus).toEqual({
        replayed: true,
        entity: { version: 2 },
        change: { revision: change?.revision },
        errors: [],
      });
      expect(await reports()).toEqual([change]);
      expect((await runCommand(here.url, "verify")).out).toContain("chain holds");
    } finally {
      for (const { process } of running) process.kill("SIGKILL");
      await Promise.all(running.map(({ exit }) => exit));
      await here.close();
    }
  },
  180_000,
);
