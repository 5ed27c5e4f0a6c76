import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { IncomingHttpHeaders } from "node:http";
import { request } from "node:https";
import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { setTimeout } from "node:timers/promises";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { officeForAll } from "./support/office.ts";
import { raisedTo } from "./support/partnership.ts";
import { freePort } from "./support/product.ts";
import { stranger } from "./support/visitor.ts";

/** Debian's, where it is installed. */
const programs = ["nginx", "openssl"];
const isThere = (program: string) => {
	try {
		execFileSync("sh", ["-c", `PATH=$PATH:/usr/sbin command -v ${program}`]);
		return true;
	} catch {
		return false;
	}
};
const areThere = programs.every(isThere);

test.runIf(process.env.NGINX_MUST_BE_TESTED === "yes")("nginx and openssl are installed", () => {
	expect(areThere).toBe(true);
});

describe.skipIf(!areThere)("behind nginx, as docs/operations/nginx.conf has it", () => {
	const partnership = officeForAll({ at: "2026-03-26T10:00" });
	const home = mkdtempSync(join(tmpdir(), "concord-nginx-"));
	let port: number;
	let nginx: ReturnType<typeof spawn>;
	let certificate: Buffer;

	beforeAll(async () => {
		port = await freePort();
		const web = partnership.serve({}, { address: `https://localhost:${port}` });
		await web.listen({ host: "127.0.0.1", port: 0 });
		const { port: behind } = web.server.address() as AddressInfo;
		const make =
			"req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost";
		execFileSync("openssl", [...make.split(" "), "-keyout", "key.pem", "-out", "fullchain.pem"], {
			cwd: home,
			stdio: "ignore",
		});
		certificate = readFileSync(join(home, "fullchain.pem"));
		const plain = await freePort();
		const site = readFileSync("docs/operations/nginx.conf", "utf8")
			.replaceAll("concord.example.gov.uk", "localhost")
			.replaceAll(/^\tlisten \[::\]:.*\n/gm, "")
			.replace("listen 80;", `listen 127.0.0.1:${plain};`)
			.replace("listen 443 ssl", `listen 127.0.0.1:${port} ssl`)
			.replaceAll("/etc/ssl/concord/", `${home}/`)
			.replaceAll("/var/log/nginx/", `${home}/`)
			.replace("127.0.0.1:3000", `127.0.0.1:${behind}`);
		writeFileSync(
			join(home, "nginx.conf"),
			`daemon off; master_process off; pid ${home}/pid; error_log ${home}/error.log;
			events {}
			http {
				client_body_temp_path ${home}/body; proxy_temp_path ${home}/proxy; fastcgi_temp_path ${home}/f;
				uwsgi_temp_path ${home}/u; scgi_temp_path ${home}/s;
				${site}
			}`,
		);
		nginx = spawn("nginx", ["-c", join(home, "nginx.conf")], {
			env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` },
			stdio: "ignore",
		});
		while (!(await listens(port))) await setTimeout(20);
	});
	afterAll(async () => {
		const ended = once(nginx, "exit");
		nginx.kill("SIGTERM");
		await ended;
		rmSync(home, { recursive: true, force: true });
	});

	type Asked = {
		url: string;
		method?: string;
		payload?: string | Buffer;
		headers?: Record<string, string>;
		cookies?: Record<string, string>;
	};
	const ask = async ({ url, method = "GET", payload = "", headers, cookies = {} }: Asked) => {
		const sent = request({
			host: "localhost",
			port,
			path: url,
			method,
			ca: certificate,
			family: 4,
			headers: {
				...headers,
				"content-length": Buffer.byteLength(payload),
				cookie: Object.entries(cookies)
					.map(([name, value]) => `${name}=${value}`)
					.join("; "),
			},
		});
		sent.end(payload);
		const [answer] = await once(sent, "response");
		const got = answer as {
			statusCode: number;
			headers: IncomingHttpHeaders;
		} & NodeJS.ReadableStream;
		const set = got.headers["set-cookie"] ?? [];
		return {
			statusCode: got.statusCode,
			headers: got.headers,
			set,
			body: (await buffer(got)).toString("utf8"),
			cookies: set.map((line) => {
				const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
				return { name, value };
			}),
		};
	};
	/** Somebody whose browser reaches Concord through the proxy. */
	const visitor = () => stranger({ inject: ask } as unknown as FastifyInstance);

	test("people sign in, with cookies that travel by https alone", async () => {
		const teacher = visitor();
		await teacher.get("/sign-in");
		const signedIn = await teacher.post("/rehearsal/sign-in", {
			person: partnership.people.teacher.id,
		});
		expect(signedIn.statusCode).toBe(303);
		const { set } = signedIn as unknown as { set: string[] };
		expect(set.length).toBeGreaterThan(0);
		for (const cookie of set) expect(cookie).toMatch(/; Secure/i);
		const page = await teacher.get("/");
		expect(page.statusCode).toBe(200);
		expect(page.body).toContain("My work");
		expect(page.headers["strict-transport-security"]).toBeDefined();
	});

	test("a file of 20 MB arrives whole", async () => {
		const id = await raisedTo(partnership, "raise");
		const head = visitor();
		await head.get("/sign-in");
		await head.post("/rehearsal/sign-in", { person: partnership.people.headteacher.id });
		const path = `/differences/${id}/steps/formal-resolution.sign-off`;
		const content = `%PDF-1.7\n${"a".repeat(20 * 1024 * 1024)}\n%%EOF`;
		const seen = await head.sendAndConfirm(
			await head.open(path),
			{ "act.ending": "signed" },
			"_do=send",
			[{ name: "chronology.pdf", content }],
		);
		expect(seen.status).toBe(200);
		const kept = await partnership.db
			.selectFrom("file")
			.where("difference_id", "=", id)
			.select(["size", "seq"])
			.execute();
		expect(kept).toEqual([{ size: content.length, seq: expect.any(Number) }]);
	});

	test("what a visitor says of the way they came by is not believed", async () => {
		// Taken for one without https, they would get no cookie to go on with.
		const answer = await ask({ url: "/sign-in", headers: { "x-forwarded-proto": "http" } });
		expect(answer.set.length).toBeGreaterThan(0);
	});

	test("no line of its own log has an address", async () => {
		await ask({ url: "/differences/11111111-1111-4111-8111-111111111111?q=Jamie" });
		const log = readFileSync(join(home, "concord.log"), "utf8");
		expect(log).toMatch(/^\S+ GET \d{3} [\d.]+$/m);
		expect(log).not.toMatch(/differences|Jamie/);
	});
});

/** Whether something takes connections there. */
const listens = (port: number) =>
	new Promise<boolean>((resolve) => {
		const socket = connect(port, "127.0.0.1");
		socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
		socket.once("close", () => socket.destroy());
	});
