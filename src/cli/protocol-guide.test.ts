import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { calling, placeOf, somerset } from "./command.fixture.ts";
import { protocolGuide } from "./protocol-guide.ts";

const concord = calling(protocolGuide);

test("a guide is text unless another format is asked for", async () => {
	const { code, out } = await concord(["protocol", "guide", somerset]);
	expect(code).toBe(0);
	expect(out).toContain("Stage 3: Formal resolution\n-----");
	expect((await concord(["protocol", "guide", somerset, "--format", "html"])).out).toContain(
		"<h2>Stage 3: Formal resolution</h2>",
	);
});

test.each([
	["pdf", "%PDF-1.7"],
	["docx", "PK"],
])("a guide as %s goes into a file that the call names", async (format, begins) => {
	const file = placeOf(`guide.${format}`);
	const guide = (...more: string[]) =>
		concord(["protocol", "guide", somerset, "--format", format, ...more]);
	expect(await guide("--out", file)).toMatchObject({ code: 0 });
	expect(readFileSync(file, "latin1").slice(0, begins.length)).toBe(begins);
	expect(await guide()).toMatchObject({ code: 2, out: "" });
	expect((await guide()).err).toContain(`Say where to write it: ‘--out guide.${format}’.`);
});

test("a format that there is not is told", async () => {
	const guide = await concord(["protocol", "guide", somerset, "--format", "odt"]);
	expect(guide).toMatchObject({ code: 2, out: "" });
	expect(guide.err).toContain("There is no format ‘odt’. Use one of: text, html, pdf, docx.");
});
