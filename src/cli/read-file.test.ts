import { expect, test } from "vitest";
import { calling, somerset, wrongFile } from "./command.fixture.ts";
import { protocolCompare } from "./protocol-compare.ts";
import { protocolDraw } from "./protocol-draw.ts";
import { protocolGuide } from "./protocol-guide.ts";

const concord = calling(protocolCompare, protocolDraw, protocolGuide);

test("a file with faults is not drawn, guided or compared: its faults are told", async () => {
	for (const args of [
		["draw", wrongFile()],
		["guide", wrongFile()],
		["compare", somerset, wrongFile()],
	]) {
		const { code, out } = await concord(["protocol", ...args]);
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
		expect(await concord(["protocol", ...args])).toMatchObject({
			code: 2,
			err: expect.stringContaining(says),
		});
});
