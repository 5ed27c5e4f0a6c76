import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { somersetText } from "../../protocols/somerset.fixture.ts";
import { calling, fileWith, somerset } from "./command.fixture.ts";
import { protocolCheck } from "./protocol-check.ts";

const concord = calling(protocolCheck);

test("a good protocol file is told in a sentence", async () => {
	expect(await concord(["protocol", "check", somerset])).toEqual({
		code: 0,
		err: "",
		out: `${somerset}: “Resolving professional differences” of Somerset Safeguarding Children Partnership, version 2021-04, has no faults: 4 stages, 22 steps, 9 clocks and 6 endings. 291 of its 291 texts are in Welsh.\n`,
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

test("warnings are told after a good file, and are no faults", async () => {
	const file = fileWith(
		"warned.yaml",
		somersetText.replace(
			"roles:\n",
			"roles:\n  magistrate: { level: director, called: magistrate }\n",
		),
	);
	const { code, out } = await concord(["protocol", "check", file]);
	expect(code).toBe(0);
	const lines = out.split("\n");
	expect(lines[0]).toMatch(/has no faults/);
	expect(lines).toContainEqual(
		expect.stringMatching(
			/warned\.yaml:\d+: warning: roles › magistrate: Nothing in this file is for “magistrate”\. Take the role out/,
		),
	);
});

test("a protocol that hands over to another is checked beside it", async () => {
	const practice = "protocols/rotherham-practice-resolution/2025.yaml";
	expect((await concord(["protocol", "check", practice])).out).not.toContain("to go on under");
	const alone = fileWith("alone.yaml", readFileSync(practice, "utf8"));
	expect(await concord(["protocol", "check", alone])).toMatchObject({
		code: 0,
		out: expect.stringContaining("There is no protocol “rotherham-conference-challenge” here"),
	});
	const other = "protocols/rotherham-conference-challenge/2025.yaml";
	const carrying = fileWith(
		"carrying.yaml",
		readFileSync(practice, "utf8").replace(
			"carries: [children, issue, outcome-wanted]",
			"carries: [children, issue, outcome-wanted, learning]",
		),
	);
	expect(await concord(["protocol", "check", carrying, other])).toMatchObject({
		code: 1,
		out: expect.stringContaining("“rotherham-conference-challenge” does not ask for “learning”"),
	});
});

test("a file that is not in UTF-8 is named as that", async () => {
	const file = fileWith("utf16.yaml", "");
	writeFileSync(file, Buffer.from(somersetText, "utf16le"));
	expect(await concord(["protocol", "check", file])).toMatchObject({
		code: 1,
		out: expect.stringContaining("utf16.yaml:1: This text is in UTF-16"),
	});
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
