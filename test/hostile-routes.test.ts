/**
 * Requests that mean harm, over every route there is, as nobody, as somebody of another partnership, as somebody of this one who
 * may not see a difference, and as an administrator: no fault of ours, nothing hidden told, nothing of the record touched. A
 * share of them here; all 10,000 with REQUESTS=10000, and others with SEED=7.
 */
import { type AddressInfo, connect as connectTo } from "node:net";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { FastifyInstance } from "fastify";
import { beforeAll, expect, test } from "vitest";
import { attack, hiddenFrom, type Target, targetIn } from "./support/attack.ts";
import { brokenBytes } from "./support/hostile.ts";
import { officeForAll } from "./support/office.ts";

const one = officeForAll({ at: "2026-03-26T10:00" });
const seed = Number(process.env.SEED ?? 2021);
const requests = Number(process.env.REQUESTS ?? 1_600);
let target: Target;
let web: FastifyInstance;

beforeAll(async () => {
	target = await targetIn(one, await one.another());
	web = target.web;
});

test(`${requests} hostile requests find no fault, open nothing, touch nothing and leave no memory behind (SEED=${seed})`, async () => {
	const before = await hiddenFrom(one);
	await attack(target, { requests: 200, seed: seed + 1 });
	const held = heapHeld();
	const { faults, told, answered } = await attack(target, { requests, seed });
	const grown = heapHeld() - held;
	expect(faults).toEqual([]);
	expect(told).toEqual([]);
	expect(await hiddenFrom(one)).toEqual(before);
	expect(grown / 1024 / 1024).toBeLessThan(64);
	if (requests > 1_200)
		console.info(Object.fromEntries(answered), `${(grown / 1024 / 1024).toFixed(1)} MB`);
	// They did not all end at the first wall.
	expect(answered.get(200) ?? 0).toBeGreaterThan(50);
	expect(answered.get(404) ?? 0).toBeGreaterThan(50);
	expect(answered.get(422) ?? 0).toBeGreaterThan(0);
});

/** What is held in memory once all that can go has gone, in bytes. */
function heapHeld(): number {
	setFlagsFromString("--expose-gc");
	(runInNewContext("gc") as () => void)();
	return process.memoryUsage().heapUsed;
}

test("bytes that are no request are answered or cut off, and the next is served", async () => {
	await web.listen({ host: "127.0.0.1", port: 0 });
	const { port } = web.server.address() as AddressInfo;
	for (const bytes of brokenBytes) {
		const socket = connectTo(port, "127.0.0.1");
		let got = "";
		socket.on("data", (data) => {
			got += data.toString("latin1");
		});
		// Cut off in the middle is as good as answered.
		socket.on("error", () => {});
		const closed = new Promise((resolve) => socket.once("close", resolve));
		socket.end(Buffer.from(bytes, "latin1"));
		await closed;
		for (const [, status] of got.matchAll(/^HTTP\/1\.1 (\d+)/gm))
			expect(Number(status), JSON.stringify(bytes.slice(0, 80))).toBeLessThan(500);
		expect(got).not.toMatch(/canary/i);
	}
	expect((await fetch(`http://127.0.0.1:${port}/sign-in`)).status).toBe(200);
});

test("what such requests once brought down is answered plainly", async () => {
	const { id } = one.people.teacher;
	const { cookies, body } = await web.inject(`/enter/${id}`);
	const cookie = cookies
		.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)
		.join("; ");
	const token = /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? "";
	const statusOf = async (
		url: string,
		{ type, payload = "", kept = cookie }: { type?: string; payload?: string; kept?: string },
	) => {
		const headers = { cookie: kept, ...(type && { "content-type": type }) };
		const method = type ? "POST" : "GET";
		return (await web.inject({ method, url, headers, ...(type && { payload }) })).statusCode;
	};
	// A place that can be none, in a cookie.
	expect(await statusOf("/sign-in", { kept: "concord-at=%00" })).toBe(200);
	// Parts without a line between them, and without an end.
	const step = `/differences/${id}/steps/formal-resolution.respond`;
	expect(await statusOf(step, { type: "multipart/form-data", payload: "x" })).toBe(400);
	const type = "multipart/form-data; boundary=line";
	const payload = '--line\r\ncontent-disposition: form-data; name="a"\r\n\r\n1';
	expect(await statusOf(step, { type, payload })).toBe(400);
	// Letters of another script in an address that one is led back to.
	const form = "application/x-www-form-urlencoded";
	const sent = `_csrf=${encodeURIComponent(token)}`;
	expect(await statusOf("/raise/%F0%9F%91%A9/check", { type: form, payload: sent })).toBe(303);
});
