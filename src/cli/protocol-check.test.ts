import { expect, test } from "vitest";
import { somersetText } from "../../protocols/somerset.fixture.ts";
import { calling, fileWith, somerset } from "./command.fixture.ts";
import { protocolCheck } from "./protocol-check.ts";

const concord = calling(protocolCheck);

test("a good protocol file is told in a sentence", async () => {
	expect(await concord(["protocol", "check", somerset])).toEqual({
		code: 0,
		err: "",
		out: `${somerset}: “Resolving professional differences” of Somerset Safeguarding Children Partnership, version 2021-04, has no faults: 4 stages, 16 steps, 4 clocks and 6 endings.\n`,
	});
});

test("every fault of every file is told with its line, and the good file too", async () => {
	const wrong = fileWith(
		"wrong.yaml",
		somersetText
			.replace("asks: [sent-to]", "asks: [send-to]")
			.replace("then: respond\n", "then: responds\n"),
	);
	const { code, out, err } = await concord(["protocol", "check", wrong, somerset]);
	expect({ code, err }).toEqual({ code: 1, err: "" });
	const lines = out.split("\n");
	expect(lines[0]).toMatch(
		/wrong\.yaml:\d+: stages › formal-resolution › steps › forward › asks › 0: There is no field called “send-to”\. Did you mean “sent-to”\?$/,
	);
	expect(lines[1]).toMatch(
		/wrong\.yaml:\d+: .*There is no step called “responds”\. Did you mean “respond”\?$/,
	);
	expect(lines[2]).toMatch(/has no faults/);
});

test.each([
	[["protocol", "check"], /Name at least one protocol file/],
	[["protocol", "check", "nowhere.yaml"], /There is no file ‘nowhere.yaml’/],
	[["protocol", "check", "protocols"], /‘protocols’ cannot be read/],
	[["protocol", "chek", somerset], /Did you mean ‘protocol check’\?/],
])("%s is a wrong call, and is told why", async (args, why) => {
	const { code, out, err } = await concord(args);
	expect({ code, out }).toEqual({ code: 2, out: "" });
	expect(err).toMatch(why);
});

test("a command of two words says how to call it when asked with --help", async () => {
	const { code, out } = await concord(["protocol", "check", "--help"]);
	expect(code).toBe(0);
	expect(out).toBe((await concord(["help", "protocol", "check"])).out);
});
