import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { calling, placeOf, somerset } from "./command.fixture.ts";
import { protocolDraw } from "./protocol-draw.ts";

const concord = calling(protocolDraw);

test("a protocol is drawn as SVG, printed or into a file, or told as a list", async () => {
	const { code, out } = await concord(["protocol", "draw", somerset]);
	expect(code).toBe(0);
	expect(out).toMatch(/^<svg .*<\/svg>\n$/s);

	const file = placeOf("drawing.svg");
	expect(await concord(["protocol", "draw", somerset, "--out", file])).toMatchObject({
		code: 0,
		out: `${file}\n`,
	});
	expect(readFileSync(file, "utf8")).toBe(out);

	const list = await concord(["protocol", "draw", somerset, "--text"]);
	expect(list.out).toContain("\n- Stage 3: Formal resolution\n  - Fill in");
});

test("a file that cannot be written is told", async () => {
	const nowhere = placeOf("no/such/folder.svg");
	const draw = await concord(["protocol", "draw", somerset, "--out", nowhere]);
	expect(draw).toMatchObject({ code: 2, out: "" });
	expect(draw.err).toContain(`‘${nowhere}’ cannot be written.`);
});
