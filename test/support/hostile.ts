/**
 * Requests that mean harm or make no sense, made by chance from a seed: over every route and method, with types, sizes, depths,
 * encodings and headers that no page sends. The same seed makes the same requests.
 */
import { apiPath } from "../../src/web/api/operation.ts";
import { badReceipts } from "./bad-receipts.ts";
import { filledIn, type RouteThere } from "./every-route.ts";

/** One request as it goes over the wire. */
export type HostileRequest = {
	method: "GET" | "POST" | "HEAD" | "PUT" | "PATCH" | "DELETE" | "OPTIONS";
	url: string;
	headers: Record<string, string>;
	payload?: string | Buffer;
};

/** Numbers that look like chance. @returns a number from 0 to one less than the one given */
export type Chance = (below: number) => number;

/** @see Steele and Vigna, splitmix; 32 bits are enough here */
export function chanceFrom(seed: number): Chance {
	let state = seed >>> 0;
	return (below) => {
		state = (state + 0x9e3779b9) >>> 0;
		let mixed = state;
		mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
		mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
		return ((mixed ^ (mixed >>> 16)) >>> 0) % below;
	};
}

const deep = (levels: number) => `${"[".repeat(levels)}1${"]".repeat(levels)}`;

/** What is typed where something else is asked for. */
const texts: readonly string[] = [
	"",
	" ",
	"0",
	"-1",
	"1e309",
	"NaN",
	"0x10",
	"99999999999999999999",
	"2147483648",
	"null",
	"undefined",
	"true",
	"[object Object]",
	"__proto__",
	"constructor",
	"toString",
	"hasOwnProperty",
	"0000-00-00",
	"2026-02-31",
	"+275760-09-14",
	"99:99",
	"'; drop table event; --",
	"' or '1'='1",
	"1) union select content from narrative --",
	"$1",
	"%",
	"_%_",
	"\\",
	"<script>alert(1)</script>",
	'"><img src=x onerror=alert(1)>',
	"{{7*7}}",
	"<%= 7*7 %>",
	"../../../../etc/passwd",
	"..\\..\\windows\\win.ini",
	"/etc/passwd\0.txt",
	"\0",
	"a\0b",
	"\r\nset-cookie: a=b",
	"\ufeff",
	"\u202e\u2066",
	"\ud800",
	"é".normalize("NFD").repeat(200),
	"👩‍👩‍👧‍👦".repeat(50),
	'=HYPERLINK("http://x")',
	"javascript:alert(1)",
	"//evil.example/",
	"https://evil.example/",
	"/\\evil.example",
	"x".repeat(300),
	"x".repeat(20_000),
	"(a+)+$".repeat(100),
	deep(2_000),
	'{"__proto__":{"admin":true}}',
	"- &a [*a]\n",
	"a: &a [b, b]\nb: &b [*a, *a]\nc: [*b, *b]\n",
	"!!js/function 'x'",
];

/** What goes into an address as it stands. */
const pieces: readonly string[] = [
	"%00",
	"%zz",
	"%",
	"%c0%ae%c0%ae",
	"%ED%A0%80",
	"%2e%2e%2f",
	"..%5c",
	".",
	"..",
	"~",
	"a%0d%0ab",
	"%F0%9F%91%A9",
	"x".repeat(120),
	"0".repeat(3_000),
	"00000000-0000-0000-0000-000000000000",
	"FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF",
	"not-a-uuid",
	"-1",
	"1;drop",
	"constructor",
	"__proto__",
];

/** Names that pages know, and some that none does. */
const names: readonly string[] = [
	"_csrf",
	"_key",
	"_do",
	"_asked",
	"_files",
	"key",
	"q",
	"about",
	"reference",
	"status",
	"page",
	"sort",
	"from",
	"until",
	"year",
	"form",
	"begin",
	"then",
	"next",
	"find",
	"step",
	"side",
	"day-day",
	"day-month",
	"day-year",
	"date",
	"time",
	"name",
	"email",
	"password",
	"person",
	"agency",
	"text",
	"source",
	"revision",
	"reason",
	"why",
	"to",
	"note",
	"offices",
	"level",
	"children",
	"children.0.name",
	"themes",
	"act.ending",
	"__proto__",
	"constructor.prototype",
	"a[b][c]",
	"a[]",
	"",
];

const types: readonly string[] = [
	"application/x-www-form-urlencoded",
	"application/x-www-form-urlencoded; charset=utf-16",
	"application/json",
	"application/json; charset=utf-7",
	"text/plain",
	"text/xml",
	"application/octet-stream",
	"multipart/form-data",
	"multipart/form-data; boundary=",
	'multipart/form-data; boundary="x y"',
	"multipart/form-data; boundary=----concord",
	"multipart/mixed; boundary=----concord",
	"a/b; c",
	"/",
	"",
];

/** A header that says what it should not, as [name, value]. */
const headers: readonly (readonly [string, string])[] = [
	["host", "evil.example"],
	["host", "127.0.0.1:99999"],
	["x-forwarded-for", "127.0.0.1, 10.0.0.1"],
	["x-forwarded-host", "evil.example"],
	["x-forwarded-proto", "gopher"],
	["x-http-method-override", "DELETE"],
	["x-original-url", "/installation"],
	["origin", "https://evil.example"],
	["origin", "null"],
	["referer", "https://evil.example/"],
	["authorization", "Bearer x"],
	["authorization", `Basic ${"x".repeat(2_000)}`],
	["accept", "application/json"],
	["accept-language", "x-".repeat(500)],
	["accept-encoding", "gzip;q=9, *;q=-1"],
	["content-encoding", "gzip"],
	["expect", "200-ok"],
	["range", "bytes=0-0,1-1,2-2,-9999999"],
	["range", "bytes=99999999999-"],
	["if-none-match", "*"],
	["if-modified-since", "never"],
	["user-agent", "\u00ff\u00fe".repeat(200)],
	["sec-fetch-site", "cross-site"],
	["upgrade", "websocket"],
	["cookie", "concord=; concord-at=../../x; =; a"],
	["cookie", `concord=${"A".repeat(3_000)}`],
	["cookie", "concord-at=%00; concord=%zz"],
];

const boundary = "----concord";

/** A body in parts, as broken as it comes. */
function inParts(chance: Chance, token: string, text: () => string): Buffer {
	const one = <Item>(from: readonly Item[]): Item => from[chance(from.length)] as Item;
	const parts = Array.from({ length: one([0, 1, 2, 3, 8, 150]) }, () => {
		const name = one(names);
		const file =
			chance(2) === 0
				? `; filename="${one(["a.pdf", "../../a", "a\0.png", "", "x".repeat(400), "a.exe", "á\r\nx: y"])}"`
				: "";
		const kind = chance(3) === 0 ? `\r\ncontent-type: ${one(types)}` : "";
		const content = one<() => string | Buffer>([
			text,
			() => Buffer.from([0x25, 0x50, 0x44, 0x46, 0x2d, 0xff, 0, 1]),
			() => Buffer.from(Array.from({ length: 2_000 }, () => chance(256))),
			() => Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), Buffer.alloc(64, 0xff)]),
			() => Buffer.from("ffd8ffe1ffff457869660000", "hex"),
			() => Buffer.from("504b0304ffffffffffff", "hex"),
		])();
		return Buffer.concat([
			Buffer.from(
				`--${boundary}\r\ncontent-disposition: form-data; name="${file ? one(["_files", name]) : name}"${file}${kind}\r\n\r\n`,
			),
			Buffer.from(content as string),
			Buffer.from("\r\n"),
		]);
	});
	const first = Buffer.from(
		`--${boundary}\r\ncontent-disposition: form-data; name="_csrf"\r\n\r\n${token}\r\n`,
	);
	const end = Buffer.from(one([`--${boundary}--\r\n`, `--${boundary}`, "", "\r\n\r\n--"]));
	return Buffer.concat([first, ...parts, end]);
}

/** One that brings a receipt which somebody signed with a key of their own, to the page or over the API. */
function withReceipt(chance: Chance, token: string): HostileRequest {
	const [, receipt] = badReceipts[chance(badReceipts.length)] ?? ["", ""];
	if (chance(2) === 0)
		return {
			method: "POST",
			url: `${apiPath}/receipts/check`,
			headers: { "content-type": "application/octet-stream" },
			payload: receipt,
		};
	const part = (about: string, content: string) =>
		`--${boundary}\r\ncontent-disposition: form-data; ${about}\r\n\r\n${content}\r\n`;
	return {
		method: "POST",
		url: "/check-receipt",
		headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
		payload: `${part('name="_csrf"', token)}${part('name="_files"; filename="receipt.json"', receipt)}--${boundary}--\r\n`,
	};
}

/**
 * Makes the next request.
 *
 * @param ids of things that are there, of whomever
 * @param token of a form of whoever sends it: most bodies have it, so that what comes after it is tried too
 */
export function hostileRequest(
	chance: Chance,
	routes: readonly RouteThere[],
	ids: readonly string[],
	token: string,
): HostileRequest {
	if (chance(40) === 0) return withReceipt(chance, token);
	const one = <Item>(from: readonly Item[]): Item => from[chance(from.length)] as Item;
	const text = () => one([one(texts), one(texts), one(ids)]);
	const route = one(routes);
	const id = () => (chance(3) === 0 ? one(pieces) : one(ids));
	const path = filledIn(route.url, id(), {
		step: one(["formal-resolution.respond", "formal-resolution.raise", one(pieces)]),
		clock: one(["formal-resolution.forward", one(pieces)]),
	}).replace("*", () => one(pieces));
	const query = Array.from(
		{ length: one([0, 0, 1, 3, 60]) },
		() =>
			`${encodeURIComponent(one(names))}=${chance(4) === 0 ? one(pieces) : encodeURIComponent(text().toWellFormed().slice(0, 2_000))}`,
	).join("&");
	const method = one<HostileRequest["method"]>([
		route.method as "GET",
		route.method as "GET",
		route.method as "GET",
		"POST",
		one(["GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"]),
	]);
	const sent: HostileRequest = {
		method,
		url: `${path.startsWith("/") ? "" : "/"}${path}${query ? `?${query}` : ""}`,
		headers: Object.fromEntries(Array.from({ length: one([0, 0, 1, 2]) }, () => one(headers))),
	};
	if (method === "GET" || method === "HEAD" || method === "OPTIONS") return sent;
	const form = () =>
		[
			...(chance(6) === 0 ? [] : [`_csrf=${encodeURIComponent(token)}`]),
			...Array.from(
				{ length: one([0, 1, 4, 12, 300]) },
				() =>
					`${encodeURIComponent(one(names))}=${chance(5) === 0 ? one(pieces) : encodeURIComponent(text().toWellFormed())}`,
			),
		].join("&");
	const [type, payload] = one<() => [string, string | Buffer]>([
		() => ["application/x-www-form-urlencoded", form()],
		() => ["application/x-www-form-urlencoded", form()],
		() => ["application/x-www-form-urlencoded", form()],
		() => [`multipart/form-data; boundary=${boundary}`, inParts(chance, token, text)],
		() => [`multipart/form-data; boundary=${boundary}`, inParts(chance, token, text)],
		() => [
			"application/json",
			one([deep(5_000), '{"__proto__":1}', "{", `"${"x".repeat(50_000)}"`]),
		],
		() => [one(types), form()],
		() => [one(types), Buffer.from(Array.from({ length: 500 }, () => chance(256)))],
		() => ["application/x-www-form-urlencoded", `a=${"x".repeat(1_100_000)}`],
		() => [
			"application/x-www-form-urlencoded",
			Buffer.from("a=\ud83d&\xff\xfe=\xc3\x28", "latin1"),
		],
	])();
	return { ...sent, headers: { ...sent.headers, "content-type": type }, payload };
}

/** What is no request at all, byte for byte. */
export const brokenBytes: readonly string[] = [
	"\0\0\0\0\r\n\r\n",
	"GET\r\n\r\n",
	"GET / HTTP/9.9\r\n\r\n",
	"GET / HTTP/1.1\r\n\r\n",
	"GET / HTTP/1.1\r\nhost: a\r\nhost: b\r\n\r\n",
	`GET /${"x".repeat(70_000)} HTTP/1.1\r\nhost: a\r\n\r\n`,
	`GET / HTTP/1.1\r\nhost: a\r\n${"x: y\r\n".repeat(5_000)}\r\n`,
	`GET / HTTP/1.1\r\nhost: a\r\nx: ${"y".repeat(100_000)}\r\n\r\n`,
	"POST /sign-in HTTP/1.1\r\nhost: a\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\nabcdef",
	"POST /sign-in HTTP/1.1\r\nhost: a\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET /installation HTTP/1.1\r\nhost: a\r\n\r\n",
	"POST /sign-in HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\nzz\r\nabc\r\n",
	"POST /sign-in HTTP/1.1\r\nhost: a\r\ncontent-length: -1\r\n\r\n",
	"POST /sign-in HTTP/1.1\r\nhost: a\r\ncontent-length: 99999999999999999999\r\n\r\n",
	"GET / HTTP/1.1\r\nhost: a\r\n folded: x\r\n\r\n",
	"GET / HTTP/1.1\r\nho st: a\r\n\r\n",
	"GET http://evil.example/ HTTP/1.1\r\nhost: a\r\n\r\n",
	"CONNECT evil.example:443 HTTP/1.1\r\nhost: a\r\n\r\n",
	"TRACE / HTTP/1.1\r\nhost: a\r\n\r\n",
	"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
	"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
	"OPTIONS * HTTP/1.1\r\nhost: a\r\n\r\n",
	"GET /\x01\x7f HTTP/1.1\r\nhost: a\r\n\r\n",
];
