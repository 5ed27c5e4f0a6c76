import { gunzipSync } from "node:zlib";
import { beforeAll, expect, test } from "vitest";
import { officeForAll } from "../../../test/support/office.ts";
import { raisedTo } from "../../../test/support/partnership.ts";
import { differencePath, paths } from "../addresses.ts";

const partnership = officeForAll({ at: "2026-03-26T10:00" });
let id: string;
let cookies: Record<string, string>;
beforeAll(async () => {
	id = await raisedTo(partnership, "forward");
	const entered = await partnership.web().inject(`/enter/${partnership.people.headteacher.id}`);
	cookies = Object.fromEntries(entered.cookies.map(({ name, value }) => [name, value]));
});

const ask = (url: string, headers: Record<string, string | undefined>) =>
	partnership.web().inject({
		url,
		cookies,
		headers: { "accept-encoding": "gzip, deflate, br, zstd", ...headers },
	});
const byUs = { "sec-fetch-site": "same-origin" };

/** A page without what is made by chance for each answer. */
const constant = (html: string) => html.replaceAll(/(nonce|value)="[^"]*"/g, "");

test("a page that a page of ours asked for is compressed to less than 15 kB, and says the same", async () => {
	const plain = await ask(differencePath(id), {});
	const packed = await ask(differencePath(id), byUs);
	expect(packed.headers["content-encoding"]).toBe("gzip");
	expect(packed.rawPayload.length).toBeLessThan(15_000);
	expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 3);
	expect(constant(gunzipSync(packed.rawPayload).toString())).toBe(constant(plain.body));
});

test.each([
	["another site", { "sec-fetch-site": "cross-site" }],
	["another site of the same council", { "sec-fetch-site": "same-site" }],
	["an address in a letter", { "sec-fetch-site": "none" }],
	["a browser that does not say where it was asked", {}],
	["whoever says several", { "sec-fetch-site": "same-origin, cross-site" }],
])(
	"what %s leads to goes out as it is, with words of theirs in it or without",
	async (_who, headers) => {
		for (const url of [differencePath(id), `${paths.differences}?words=Ada`]) {
			const answer = await ask(url, headers);
			expect(answer.headers["content-encoding"]).toBeUndefined();
			expect(answer.body).toContain("</html>");
		}
	},
);

test("who cannot take it compressed gets it as it is", async () => {
	for (const takes of ["", "br", "gzip;q=0, br"]) {
		const answer = await ask(differencePath(id), { ...byUs, "accept-encoding": takes });
		expect(answer.headers["content-encoding"]).toBeUndefined();
	}
	expect(
		(await ask(differencePath(id), { ...byUs, "accept-encoding": "br;q=1, gzip;q=0.5" })).headers[
			"content-encoding"
		],
	).toBe("gzip");
});

test("the tokens of a page are others in each answer, and so is its length", async () => {
	const answers = [];
	for (let times = 0; times < 12; times++) answers.push(await ask(differencePath(id), byUs));
	const tokens = answers.flatMap(({ rawPayload }) =>
		[
			...gunzipSync(rawPayload)
				.toString()
				.matchAll(/name="_csrf" value="([^"]+)"/g),
		].map(([, token]) => token),
	);
	expect(new Set(tokens).size).toBe(tokens.length);
	const lengths = answers.map(({ headers }) => String(headers["x-padding"]).length);
	expect(new Set(lengths).size).toBeGreaterThan(1);
});

test("what is no page is not touched", async () => {
	const answer = await ask("/health", byUs);
	expect(answer.headers["content-encoding"]).toBeUndefined();
	expect(answer.headers.vary).toBeUndefined();
});
