import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { somersetText } from "../../protocols/somerset.fixture.ts";
import { runCommand } from "./command.ts";
import { protocolCompare } from "./protocol-compare.ts";
import { protocolDraw } from "./protocol-draw.ts";
import { protocolGuide } from "./protocol-guide.ts";

async function concord(...args: string[]) {
	const [out, err] = [new PassThrough(), new PassThrough()];
	const written = Promise.all([text(out), text(err)]);
	const code = await runCommand([protocolCompare, protocolDraw, protocolGuide], args, {
		in: Readable.from([]),
		out,
		err,
	});
	out.end();
	err.end();
	const [told, faults] = await written;
	return { code, out: told, err: faults };
}

const somerset = "protocols/somerset/2021-04.yaml";
const folder = mkdtempSync(join(tmpdir(), "concord-"));
function fileWith(name: string, content: string): string {
	const file = join(folder, name);
	writeFileSync(file, content);
	return file;
}
const wrong = () =>
	fileWith("wrong.yaml", somersetText.replace("asks: [sent-to]", "asks: [send-to]"));

test("a protocol is drawn as SVG, printed or into a file, or told as a list", async () => {
	const { code, out } = await concord("protocol", "draw", somerset);
	expect(code).toBe(0);
	expect(out).toMatch(/^<svg .*<\/svg>\n$/s);

	const file = join(folder, "drawing.svg");
	expect(await concord("protocol", "draw", somerset, "--out", file)).toMatchObject({
		code: 0,
		out: `${file}\n`,
	});
	expect(readFileSync(file, "utf8")).toBe(out);

	const list = await concord("protocol", "draw", somerset, "--text");
	expect(list.out).toContain("\n- Stage 3: Formal resolution\n  - Fill in");
});

test("a guide is text unless another format is asked for", async () => {
	const { code, out } = await concord("protocol", "guide", somerset);
	expect(code).toBe(0);
	expect(out).toContain("Stage 3: Formal resolution\n-----");
	expect((await concord("protocol", "guide", somerset, "--format", "html")).out).toContain(
		"<h2>Stage 3: Formal resolution</h2>",
	);
});

test.each([
	["pdf", "%PDF-1.7"],
	["docx", "PK"],
])("a guide as %s goes into a file that the call names", async (format, begins) => {
	const file = join(folder, `guide.${format}`);
	const guide = (...more: string[]) =>
		concord("protocol", "guide", somerset, "--format", format, ...more);
	expect(await guide("--out", file)).toMatchObject({ code: 0 });
	expect(readFileSync(file, "latin1").slice(0, begins.length)).toBe(begins);
	expect(await guide()).toMatchObject({ code: 2, out: "" });
	expect((await guide()).err).toContain(`Say where to write it: ‘--out guide.${format}’.`);
});

test("a format that there is not, and a file that cannot be written, are told", async () => {
	const guide = await concord("protocol", "guide", somerset, "--format", "odt");
	expect(guide).toMatchObject({ code: 2, out: "" });
	expect(guide.err).toContain("There is no format ‘odt’. Use one of: text, html, pdf, docx.");
	const nowhere = join(folder, "no", "such", "folder.svg");
	const draw = await concord("protocol", "draw", somerset, "--out", nowhere);
	expect(draw).toMatchObject({ code: 2, out: "" });
	expect(draw.err).toContain(`‘${nowhere}’ cannot be written.`);
});

test("two versions are compared by stage, with wording counted", async () => {
	const after = fileWith(
		"after.yaml",
		somersetText
			.replace('version: "2021-04"', 'version: "2027-01"')
			.replace("within: 10 working days, from", "within: 5 working days, from")
			.replace("title: Early resolution", "title: First talk"),
	);
	const { code, out } = await concord("protocol", "compare", somerset, after);
	expect(code).toBe(0);
	expect(out).toBe(`From version 2021-04 to version 2027-01 of “Resolving professional differences”

Stage 3: Formal resolution
  - “Answer in part two of the form” (agency B’s senior manager): now within 5 working days; before, within 10 working days.

1 change of wording alone. ‘--wording’ tells it.
`);
	const full = await concord("protocol", "compare", somerset, after, "--wording");
	expect(full.out).toContain(
		"Wording\n\nStage 1: First talk\n  - “Early resolution” is now called “First talk”.\n",
	);
	const { out: json } = await concord("protocol", "compare", somerset, after, "--json");
	expect(JSON.parse(json)).toMatchObject({
		before: { id: "somerset-rpd", version: "2021-04" },
		after: { id: "somerset-rpd", version: "2027-01" },
		onlyWording: false,
		changes: [
			{
				area: "Stage 3: Formal resolution",
				kind: "changed",
				weight: expect.any(Number),
			},
			{ area: "Stage 1: First talk", kind: "wording" },
		],
	});
});

test("that nothing but wording changed, or nothing at all, is said", async () => {
	const words = fileWith(
		"words.yaml",
		somersetText.replace("title: Early resolution", "title: First talk"),
	);
	expect((await concord("protocol", "compare", somerset, words)).out).toContain(
		"Nothing but wording has changed.\n1 change of wording alone.",
	);
	expect((await concord("protocol", "compare", somerset, somerset)).out).toContain(
		"Nothing has changed.",
	);
});

test("a file with faults is not drawn, guided or compared: its faults are told", async () => {
	for (const args of [
		["draw", wrong()],
		["guide", wrong()],
		["compare", somerset, wrong()],
	]) {
		const { code, out } = await concord("protocol", ...args);
		expect(code).toBe(1);
		expect(out).toMatch(/wrong\.yaml:\d+: .*“send-to”.*Did you mean “sent-to”\?/);
	}
});

test("a call without a file, or with too many, is told what to name", async () => {
	for (const [args, says] of [
		[["draw"], "Name one protocol file."],
		[["guide", somerset, somerset], "Name one protocol file."],
		[["compare", somerset], "Name two protocol files: before and after."],
	] as const)
		expect(await concord("protocol", ...args)).toMatchObject({
			code: 2,
			err: expect.stringContaining(says),
		});
});
