import { expect, test } from "vitest";
import { calling, fileWith } from "./command.fixture.ts";
import { due } from "./due.ts";

const concord = (args: string, input = "") =>
	calling(due)(args === "" ? [] : args.split(" "), input);

const overTheFuneral = "due --calendar england-and-wales --from 2022-09-16 --working-days 2";

test("a person reads the day and why it is that day", async () => {
	expect(await concord(overTheFuneral)).toEqual({
		code: 0,
		err: "",
		out: `Due: Wednesday 21 September 2022

Why: 2 working days after Friday 16 September 2022. Due by the end of that day.

Counted:
  1. Tuesday 20 September 2022
  2. Wednesday 21 September 2022

Not counted:
  Saturday 17 September 2022
  Sunday 18 September 2022
  Monday 19 September 2022, Bank Holiday for the State Funeral of Queen Elizabeth II

Calendar: england-and-wales, version 2028.1
`,
	});
});

test("a machine reads the same as JSON", async () => {
	const { out } = await concord(`${overTheFuneral} --json`);
	expect(JSON.parse(out)).toMatchObject({
		due: "2022-09-21",
		dueAt: "2022-09-21T22:59:59Z",
		counted: ["2022-09-20", "2022-09-21"],
		provisional: false,
	});
});

test.each([
	["--from 2020-01-04 --working-days 20 --counting deemed", "2020-02-03"],
	["--from 2023-12-04 --working-days -10", "2023-11-20"],
	["--from 2019-06-01 --working-days=-5 --counting deemed", "2019-05-23"],
	["--from 2026-04-02 --calendar-days 3", "2026-04-05"],
	["--from 2026-03-27 --weeks 1", "2026-04-07"],
	["--from 2026-01-31 --calendar-months 1", "2026-02-28"],
	["--from 2022-09-16T16:30 --hours 48", "2022-09-18T16:30:00"],
	["--from 2026-03-28T16:30 --hours 24", "2026-03-29T17:30:00"],
	["--from 2026-07-01T17:00 --working-days 1 --cut-off 17:00", "2026-07-03"],
])("due %s is %s", async (how, day) => {
	const { out } = await concord(`due --calendar england-and-wales ${how} --json`);
	expect(JSON.parse(out).due).toBe(day);
});

test.each([
	["due", /Give --calendar, --from and one of/],
	[`${overTheFuneral} --hours 3`, /one of/],
	["due --calendar wales --from 2022-09-16 --weeks 1", /no calendar ‘wales’/],
	["due --calendar scotland --from 2022-02-30 --weeks 1", /2022-02-30/],
	["due --calendar scotland --from 2022-02-03T25:00 --weeks 1", /T25:00/],
	["due --calendar scotland --from 2022-02-03 --weeks 1.5", /whole number/],
	["due --calendar scotland --from 2022-02-03 --hours 999999", /100,000/],
	[`${overTheFuneral} --counting day1`, /day0 or deemed/],
	[`${overTheFuneral} --colour red`, /--colour/],
	["due --csv nowhere.csv", /There is no file ‘nowhere.csv’/],
	["due --csv - --json", /--csv takes no other options/],
	["dues", /Did you mean ‘due’\?/],
	["fax", /The commands are help, due\./],
])("%s is a wrong call, and is told why", async (args, why) => {
	const { code, out, err } = await concord(args);
	expect({ code, out }).toEqual({ code: 2, out: "" });
	expect(err).toMatch(why);
});

test("help lists the commands and says how to call each", async () => {
	expect((await concord("")).out).toContain("due  Work out when");
	expect((await concord("help due")).out).toContain("--working-days N");
	expect((await concord("due --help")).out).toContain("--working-days N");
});

test("a file of rows comes back with the column due; a bad row is told and does not stop the others", async () => {
	const file = fileWith(
		"rows.csv",
		`\uFEFFid,from,calendar,working-days,counting
1,2022-09-16,england-and-wales,10,
"a ""b"", c",2020-01-04,england-and-wales,20,deemed

"two
lines",2020-02-30,england-and-wales,1,day0
4,2026-04-02
5,2026-04-02T17:30,scotland,1,day0
6,2026-04-02,mars,1,day0
`,
	);
	expect(await concord(`due --csv ${file}`)).toEqual({
		code: 1,
		out: `id,from,calendar,working-days,counting,due
1,2022-09-16,england-and-wales,10,,2022-10-03
"a ""b"", c",2020-01-04,england-and-wales,20,deemed,2020-02-03
"two
lines",2020-02-30,england-and-wales,1,day0,
4,2026-04-02,,,,
5,2026-04-02T17:30,scotland,1,day0,2026-04-06
6,2026-04-02,mars,1,day0,
`,
		err: `Line 5: ‘2020-02-30’ is not a day of the years 1900 to 2499. Write it like 2026-04-03.
Line 7: The row has 2 columns where the first line has 5.
Line 9: There is no calendar ‘mars’. The calendars are england-and-wales, scotland, northern-ireland, uk-union.
`,
	});
});

test("rows on standard input may leave counting out and have a column due already", async () => {
	expect(
		await concord("due --csv -", "due,from,calendar,working-days\n?,2026-04-02,scotland,1\n"),
	).toEqual({
		code: 0,
		out: "due,from,calendar,working-days\n2026-04-06,2026-04-02,scotland,1\n",
		err: "",
	});
});

test.each([
	["", /no rows/],
	["from,calendar\n2026-04-02,scotland\n", /no working-days/],
])("a file without rows or without a column is a wrong call", async (input, why) => {
	const { code, err } = await concord("due --csv -", input);
	expect(code).toBe(2);
	expect(err).toMatch(why);
});

test("a quotation mark that is never closed is told, and the rows before it are answered", async () => {
	const { code, out, err } = await concord(
		"due --csv -",
		'from,calendar,working-days\n2026-04-02,scotland,1\n2026-04-02,"scotland,1\n',
	);
	expect(code).toBe(1);
	expect(out).toContain("2026-04-06");
	expect(err).toMatch(/never closed/);
});
