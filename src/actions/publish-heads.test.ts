import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { beforeAll, expect, test } from "vitest";
import { officeForAll } from "../../test/support/office.ts";
import { raiseByTeacher } from "../../test/support/partnership.ts";
import { readPublishedHead } from "../chain/head.ts";
import type { Message } from "../mail/transport.ts";
import { publishesTo } from "../publish-head.ts";
import { publishHeads } from "./publish-heads.ts";
import { verifyRecord } from "./verify-record.ts";

const it = officeForAll({ at: "2026-03-26T10:00" });
beforeAll(async () => {
	await raiseByTeacher(it);
});

const folder = mkdtempSync(join(tmpdir(), "concord-heads-"));
const verifiedAgainst = async (content: string) => {
	const against = readPublishedHead(content);
	expect(against).toBeDefined();
	return (await verifyRecord(it.app, it.partnershipId, { against, replay: false })).faults;
};

test("into a directory each head is a file of its own, against which the record is verified", async () => {
	const to = `${folder}/each/`;
	await publishHeads(it.app, publishesTo(to));
	const [file, ...more] = readdirSync(to);
	expect(more).toEqual([]);
	expect(await verifiedAgainst(readFileSync(join(to, file ?? ""), "utf8"))).toEqual([]);
});

test("to a file each head is added as a line, and what went on since changes none that was", async () => {
	const to = join(folder, "heads.jsonl");
	await publishHeads(it.app, publishesTo(to));
	await raiseByTeacher(it);
	await publishHeads(it.app, publishesTo(to));
	const lines = readFileSync(to, "utf8").trim().split("\n");
	expect(lines).toHaveLength(2);
	for (const line of lines) expect(await verifiedAgainst(line)).toEqual([]);
});

test("where nothing was recorded since, the same head stands", async () => {
	const [one] = await publishHeads(it.app, undefined);
	const [again] = await publishHeads(it.app, undefined);
	expect(again).toEqual(one);
});

test("to an address it is put, and what the address does not take fails", async () => {
	const taken: { method: string | undefined; url: string | undefined; body: string }[] = [];
	let status = 204;
	const server = createServer(async ({ method, url, ...request }, answer) => {
		taken.push({ method, url, body: "" });
		answer.writeHead(status).end();
		void request;
	});
	server.on("request", async (request) => {
		const last = taken.at(-1);
		const body = await text(request);
		if (last) last.body = body;
	});
	await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
	try {
		const to = `http://127.0.0.1:${(server.address() as AddressInfo).port}/heads/`;
		await publishHeads(it.app, publishesTo(to));
		expect(taken[0]).toMatchObject({
			method: "PUT",
			url: expect.stringMatching(/^\/heads\/concord-head-.*\.json$/),
		});
		status = 403;
		await expect(publishHeads(it.app, publishesTo(to))).rejects.toThrow("status 403");
	} finally {
		await new Promise((done) => server.close(done));
	}
});

test("by mail it goes to the address outside, and names nobody", async () => {
	const sent: Message[] = [];
	const mail = { send: async (message: Message) => void sent.push(message) };
	await publishHeads({ ...it.app, mail }, publishesTo("mailto:records@council.example"));
	const [message] = sent;
	expect(message?.to).toBe("records@council.example");
	expect(message?.text).not.toMatch(/Canary|Okafor/);
	const [json] = /\{\n.*\}/s.exec(message?.text ?? "") ?? [];
	expect(await verifiedAgainst(json ?? "")).toEqual([]);
});

test("a head that was altered, or is of another partnership, is told so", async () => {
	const [head] = await publishHeads(it.app, undefined);
	const altered = structuredClone(head);
	if (altered) altered["concord-head"].differences++;
	const [fault] = await verifiedAgainst(JSON.stringify(altered));
	expect(fault?.says).toContain("its signature does not hold");
	const other = await it.another();
	const { faults } = await verifyRecord(it.app, other.partnershipId, {
		against: head,
		replay: false,
	});
	expect(faults).toContainEqual(
		expect.objectContaining({ says: "What was published is of another partnership." }),
	);
});
