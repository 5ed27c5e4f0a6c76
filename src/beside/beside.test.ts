import { afterAll, expect, test } from "vitest";
import { madeUp, madeUpText } from "../../protocols/made-up.fixture.ts";
import { beside } from "./beside.ts";

const stages = `one:
  title: One
  steps:
    talk: { kind: discussion, title: Talk, by: raising practitioner, then: end over }
`;
const text = madeUpText(stages);
const typed = beside();
/** Gives a job next to no time. */
const hurried = beside(1);
afterAll(() => Promise.all([typed.stop(), hurried.stop()]));

test("a text is read as it is on the command line, with what is to be thought about", async () => {
	const read = await typed.read(text, []);
	expect(read.protocol?.id).toBe("made-up");
	expect(read.warnings).toMatchObject([{ where: "roles › business-unit" }]);
	expect((await typed.read(text.replace("stage one }", "stage two }"), [])).faults).toMatchObject([
		{ where: "raise › start", wrong: "There is no stage called “two”" },
	]);
});

test("two protocols are compared, and a story is played", async () => {
	const { protocol } = await typed.read(text, []);
	const { protocol: other } = await typed.read(text.replace("kind: discussion", "kind: task"), []);
	if (!protocol || !other) throw new Error("One of the texts has faults");
	expect((await typed.compare(protocol, other))?.map(({ says }) => says)).toEqual([
		expect.stringContaining("a task"),
	]);
	const story = "acts: [{ at: 2026-03-02 10:00, by: raising practitioner, do: raise }]\n";
	expect(await typed.play(madeUp(stages), `story: One\n${story}`)).toMatchObject({
		stands: [{ stage: "One" }],
		now: "2026-03-02T10:00:00",
	});
});

/** So many steps that reading them takes longer than a moment. */
const long = madeUpText(`one:
  title: One
  steps:
${Array.from(
	{ length: 1500 },
	(_, index) =>
		`    s${index}: { kind: note, title: A, by: raising practitioner, outcomes: { on: s${(index + 1) % 1500}, out: end over } }`,
).join("\n")}
`);

test("what takes too long is stopped, and says so; the next text is read as before", async () => {
	expect(await hurried.read(long, [])).toEqual({
		faults: [
			{
				line: 1,
				where: "",
				wrong: "It takes too long to check this text, so Concord stopped",
				fix: "Shorten it",
			},
		],
	});
	expect((await typed.read(long, [])).protocol?.id).toBe("made-up");
});

test("while a long text is read, others are read and the server answers", async () => {
	let turns = 0;
	const turning = setInterval(() => {
		turns += 1;
	}, 1);
	const [first] = await Promise.all([typed.read(long, []), typed.read(text, [])]);
	clearInterval(turning);
	expect(first.protocol).toBeDefined();
	expect(turns).toBeGreaterThan(5);
});

test("many who type at once are all answered", async () => {
	const answers = await Promise.all(Array.from({ length: 30 }, () => typed.read(text, [])));
	expect(answers.every(({ protocol }) => protocol?.id === "made-up")).toBe(true);
});
