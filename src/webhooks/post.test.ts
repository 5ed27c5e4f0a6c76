/** What an address may do to whoever tells it something, each against a real server on this machine. */
import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createSealedServer } from "node:https";
import type { AddressInfo } from "node:net";
import { connect, createServer as createLine } from "node:net";
import { afterEach, expect, test } from "vitest";
import { certificateFor } from "../../test/support/certificate.ts";
import { postTo } from "./post.ts";
import { mayReach } from "./reachable.ts";

const here = mayReach(["loopback"], false);
const post = postTo(here);
const running: { close: () => unknown; closeAllConnections?: () => void }[] = [];
afterEach(() => {
	for (const server of running.splice(0)) {
		server.closeAllConnections?.();
		server.close();
	}
});

async function listen(server: Server | ReturnType<typeof createLine>): Promise<number> {
	running.push(server);
	await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
	return (server.address() as AddressInfo).port;
}

async function answering(listener: RequestListener): Promise<string> {
	return `http://127.0.0.1:${await listen(createServer(listener))}/told`;
}

test("an address is sent the body with its headers, and its status is told", async () => {
	const got: unknown[] = [];
	const address = await answering((request, reply) => {
		let body = "";
		request.on("data", (bytes) => {
			body += bytes;
		});
		request.on("end", () => {
			got.push([request.method, request.url, request.headers["webhook-id"], body]);
			reply.writeHead(204).end();
		});
	});
	expect(await post(address, { "webhook-id": "msg_1" }, '{"type":"é"}')).toEqual({ status: 204 });
	expect(got).toEqual([["POST", "/told", "msg_1", '{"type":"é"}']]);
});

test.each([500, 503, 404, 410, 429])("a status of %s is told as it is", async (status) => {
	const address = await answering((_, reply) => reply.writeHead(status).end("no"));
	expect(await post(address, {}, "{}")).toEqual({ status });
});

test("one that sends elsewhere is not followed", async () => {
	let asked = 0;
	const other = await answering((_, reply) => {
		asked++;
		reply.end();
	});
	const address = await answering((_, reply) => reply.writeHead(307, { location: other }).end());
	expect(await post(address, {}, "{}")).toEqual({ status: 307 });
	expect(asked).toBe(0);
});

/** Time that is over once something happened, in place of ten seconds. */
const timer = () => {
	const time = new AbortController();
	return { over: () => time.abort(), post: postTo(here, { timer: () => time.signal }) };
};

test("one that never answers is left after its time", async () => {
	const { over, post } = timer();
	const address = await answering(over);
	expect(await post(address, {}, "{}")).toEqual({ problem: "timed-out" });
});

test.each(["http", "https"])(
	"one that takes the line and says nothing is left after its time, by %s",
	async (scheme) => {
		const { over, post } = timer();
		const port = await listen(createLine(over));
		expect(await post(`${scheme}://127.0.0.1:${port}/`, {}, "{}")).toEqual({
			problem: "timed-out",
		});
	},
);

test("a name that is never found is left after its time", async () => {
	const time = new AbortController();
	const resolve = () => {
		time.abort();
		return new Promise<never>(() => {});
	};
	const post = postTo(here, { timer: () => time.signal, resolve });
	expect(await post("https://school.example/", {}, "{}")).toEqual({ problem: "timed-out" });
});

test("of an answer of a gigabyte a little is read, and the line is cut", async () => {
	let written = 0;
	let cut = () => {};
	const isCut = new Promise<void>((done) => {
		cut = done;
	});
	const address = await answering((_, reply) => {
		reply.on("close", cut);
		const more = () => {
			while (written < 1_000_000_000) {
				written += 65_536;
				if (!reply.write(Buffer.alloc(65_536))) return reply.once("drain", more);
			}
			return reply.end();
		};
		more();
	});
	expect(await post(address, {}, "{}")).toEqual({ status: 200 });
	await isCut;
	// What stands in the buffers of both ends, and no more.
	expect(written).toBeLessThan(20_000_000);
});

test("one that answers and then breaks off counts by its status", async () => {
	const address = await answering((_, reply) => {
		reply.writeHead(200, { "content-length": "100" });
		reply.write("thank you", () => reply.destroy());
	});
	expect(await post(address, {}, "{}")).toEqual({ status: 200 });
});

test("one that answers no HTTP, or cuts the line, was not reached", async () => {
	const nonsense = await listen(createLine((socket) => socket.end("SMTP ready\r\n")));
	expect(await post(`http://127.0.0.1:${nonsense}/`, {}, "{}")).toEqual({ problem: "not-reached" });
	const cutting = await listen(createLine((socket) => socket.destroy()));
	expect(await post(`http://127.0.0.1:${cutting}/`, {}, "{}")).toEqual({ problem: "not-reached" });
});

test("a port at which nobody listens was not reached", async () => {
	const gone = createLine();
	const port = await listen(gone);
	await new Promise((done) => gone.close(done));
	expect(await post(`http://127.0.0.1:${port}/`, {}, "{}")).toEqual({ problem: "not-reached" });
});

test("a certificate is of the name that was asked for, and of somebody whom this machine trusts", async () => {
	const { key, cert } = certificateFor("school.example");
	const port = await listen(createSealedServer({ key, cert }, (_, reply) => reply.end()));
	const resolve = async () => [{ address: "127.0.0.1", family: 4 }];
	const trusting = postTo(here, { resolve, certificate: cert });
	expect(await trusting(`https://school.example:${port}/`, {}, "{}")).toEqual({ status: 200 });
	expect(await trusting(`https://other.example:${port}/`, {}, "{}")).toEqual({
		problem: "certificate",
	});
	const usual = postTo(here, { resolve });
	expect(await usual(`https://school.example:${port}/`, {}, "{}")).toEqual({
		problem: "certificate",
	});
});

test("a machine that may not be reached is sent nothing, however it is named", async () => {
	let lines = 0;
	const port = await listen(
		createLine((socket) => {
			lines++;
			socket.destroy();
		}),
	);
	const resolve = async () => [{ address: "127.0.0.1", family: 4 }];
	const strict = postTo(mayReach([], false), { resolve });
	for (const host of [
		"127.0.0.1",
		"127.1",
		"2130706433",
		"0x7f000001",
		"0177.0.0.1",
		"[::1]",
		"[::ffff:127.0.0.1]",
		"localhost",
		"school.example",
	])
		for (const scheme of ["https", "http"])
			expect(await strict(`${scheme}://${host}:${port}/`, {}, "{}"), host).toEqual({
				problem: "not-allowed",
			});
	expect(lines).toBe(0);
	// It is there for whoever may reach it.
	await new Promise((done) => connect(port, "127.0.0.1").on("close", done));
	expect(lines).toBe(1);
});

test("a name is looked up once and held to: one that changes is not followed to another machine", async () => {
	let lookups = 0;
	const turning = async () => [{ address: lookups++ === 0 ? "127.0.0.1" : "10.0.0.1", family: 4 }];
	const address = new URL(await answering((_, reply) => reply.end()));
	address.hostname = "school.example";
	const reach = { isOpen: () => true, isAllowed: () => true, allowsSome: true };
	const told = await postTo(reach, { resolve: turning })(address.href, {}, "{}");
	expect(told).toEqual({ status: 200 });
	expect(lookups).toBe(1);
});

test("a name that leads also to a private machine leads nowhere", async () => {
	const both = async () => [
		{ address: "93.184.215.14", family: 4 },
		{ address: "10.0.0.1", family: 4 },
	];
	const strict = postTo(mayReach([], false), { resolve: both });
	expect(await strict("https://school.example/", {}, "{}")).toEqual({ problem: "not-allowed" });
});

test("http is for networks that the operator allows, and for no other", async () => {
	const publicly = async () => [{ address: "93.184.215.14", family: 4 }];
	const strict = postTo(mayReach(["10.0.3.0/24"], false), { resolve: publicly });
	expect(await strict("http://school.example/", {}, "{}")).toEqual({ problem: "not-allowed" });
});

test("what an address says of when to come again is told with its status", async () => {
	const address = await answering((_, reply) =>
		reply.writeHead(429, { "retry-after": "120" }).end(),
	);
	expect(await post(address, {}, "{}")).toEqual({ status: 429, retryAfter: "120" });
});

test("a name that nobody has is not found", async () => {
	const resolve = async () => {
		throw Object.assign(new Error("no such name"), { code: "ENOTFOUND" });
	};
	const usual = postTo(here, { resolve });
	expect(await usual("https://nowhere.example/", {}, "{}")).toEqual({ problem: "not-found" });
});
