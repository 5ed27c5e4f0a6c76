import fc from "fast-check";
import { expect, test } from "vitest";
import { everyConstructText } from "../../../../protocols/every-construct.fixture.ts";
import { rulesFrom, somerset } from "../../../../protocols/somerset.fixture.ts";
import { type Answer, type NamedAgency, rowsAllowed } from "../../../domain/protocol/answers.ts";
import type { Cell } from "../../../domain/protocol/file/field.ts";
import { cleanLine, saysSomething } from "../../../domain/typed-text.ts";
import type { Person } from "../../../store/people.ts";
import { inputAt } from "./columns.ts";
import { inputsOf, startingValues } from "./inputs-of.ts";
import { isInputOf, isRight, type Question, questionOf } from "./question.ts";
import { readQuestions } from "./read-questions.ts";
import { readTyped } from "./typed.ts";

/** Every type of field that protocols have, in two protocols joined. */
const protocol = {
	...somerset.protocol,
	themes: somerset.protocol.themes,
	fields: {
		...somerset.protocol.fields,
		...rulesFrom(everyConstructText).protocol.fields,
	},
};
const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;

const somebody = (number: number, agencyId: string): Person => ({
	id: uuid(number),
	agencyId,
	partnershipId: "p",
	agencyName: agencyId,
	sector: "education",
	name: `Person ${number}`,
	jobTitle: "Head",
	email: "",
	level: "senior-manager",
	safeguardingLead: false,
	offices: [],
	left: false,
});

/** A few people to choose from in one agency, a long list in the other. */
const asking = {
	protocol,
	calendar: somerset.calendar,
	now: Temporal.ZonedDateTime.from("2026-03-26T10:00[Europe/London]"),
	names: { agencies: { raising: "Oakfield", receiving: "Larkhill" } },
	agencyOf: (side: string) => (side === "raising" ? "a" : "b"),
	allAgencies: [
		{ id: "a", partnershipId: "p", name: "Oakfield", sector: "education" as const },
		{ id: "b", partnershipId: "p", name: "Larkhill", sector: "health" as const },
	],
	directory: [
		somebody(1, "a"),
		somebody(2, "a"),
		...Array.from({ length: 12 }, (_, index) => somebody(10 + index, "b")),
	],
};
const questions = Object.keys(protocol.fields).map((id) => questionOf(asking, id));

/** What anybody can see, and say: the rest of what is typed is not kept. */
const text = fc
	.string({ unit: "grapheme", minLength: 1, maxLength: 60 })
	.map(cleanLine)
	.filter(saysSomething);
const day = fc
	.date({
		min: new Date("1950-01-01"),
		max: new Date("2090-12-31"),
		noInvalidDate: true,
	})
	.map((date) => date.toISOString().slice(0, 10));
const moment = fc
	.tuple(day, fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
	.map(
		([on, hour, minute]) =>
			`${on}T${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`,
	);

/** What may be entered in a row for each thing that the protocol asks in it. */
const cells = (asked: Record<string, Cell>): fc.Arbitrary<Record<string, string>> =>
	fc.record(
		Object.fromEntries(
			Object.entries(asked).map(([name, { type, options = {}, optional }]) => {
				const filledIn =
					type === "day"
						? day
						: type === "choice"
							? fc.constantFrom(...Object.keys(options))
							: text;
				return [name, optional ? fc.oneof(fc.constant(""), filledIn) : filledIn];
			}),
		),
	);

/** What is known of somebody's birth: no two of these at once. */
const birth = (complete: boolean, unborn: boolean) =>
	fc.oneof(
		fc.record({ dateOfBirth: day }),
		fc.record({ dateOfBirth: fc.constant(""), age: fc.nat(120).map(String) }),
		...(complete
			? [fc.record({ dateOfBirth: fc.constant(""), birthUnknown: fc.constant(true) })]
			: [fc.record({ dateOfBirth: fc.constant("") })]),
		...(unborn
			? [
					fc.record({
						dateOfBirth: fc.oneof(fc.constant(""), day),
						unborn: fc.constant(true),
					}),
				]
			: []),
	);

const agency = fc.oneof(
	text.map((name): NamedAgency => ({ name: `Not in the directory: ${name}` })),
	...asking.allAgencies.map(({ id, name }) => fc.constant<NamedAgency>({ id, name })),
);

function answerTo({ field, people }: Question): fc.Arbitrary<Answer> {
	switch (field.type) {
		case "text":
		case "long-text":
			return text;
		case "day":
			return day;
		case "moment":
			return moment;
		case "choice":
			return fc.constantFrom(...Object.keys(field.options));
		case "themes":
			return fc.uniqueArray(fc.constantFrom(...Object.keys(protocol.themes)), {
				minLength: 1,
			});
		case "person":
			return fc.oneof(
				text.map((name) => ({ name })),
				...people.map(({ id }) => fc.constant({ id })),
			);
		case "choices":
			return fc.uniqueArray(fc.constantFrom(...Object.keys(field.options)), {
				minLength: 1,
			});
		case "number":
			return fc.nat(999).map(String);
		case "members":
			return fc.array(
				fc.record({
					who: text.map((name) => ({ name })),
					agency: text,
					as: fc.oneof(fc.constant(""), text),
					interest: fc.oneof(fc.constant(""), text),
				}),
				{ minLength: 1, maxLength: 5 },
			);
		case "children":
		case "adults":
			return fc.array(
				fc
					.tuple(
						fc.record({
							name: text,
							identifier: fc.oneof(fc.constant(""), text),
							...(field.facts && { facts: cells(field.facts) }),
						}),
						birth(field.complete, field.type === "children" && field.unborn),
					)
					.map(([who, born]) => ({ ...who, ...born })),
				{ minLength: 1, maxLength: 5 },
			);
		case "table": {
			const { least } = rowsAllowed(field);
			return fc.array(cells(field.columns), { minLength: least, maxLength: least + 3 });
		}
		case "time":
			return moment.map((given) => given.slice(-5));
		case "agency":
			return agency;
		case "agencies":
			return fc.uniqueArray(agency, {
				minLength: 1,
				maxLength: 4,
				selector: ({ name }) => name.toLowerCase(),
			});
		case "actions":
			return fc.array(fc.record({ what: text, who: text, by: day }), {
				minLength: 1,
				maxLength: 5,
			});
	}
}

/** As a browser sends a form and the server parses it. */
function sent(values: ReturnType<typeof inputsOf>): Record<string, unknown> {
	const body: Record<string, unknown> = {};
	for (const [name, value] of Object.entries(values))
		body[name] = typeof value === "string" ? value.replaceAll("\n", "\r\n") : value;
	return body;
}

/** All that is doubted, said to be right. */
const rightIn = ({ field, name, findings }: Question, answer: Answer): Record<string, string> =>
	Object.fromEntries(
		(findings?.(answer) ?? []).map(({ at, doubted = "" }) => [
			isRight(at === "" ? name : inputAt(field, name, `${field.id}-${at}`)),
			doubted,
		]),
	);

test.each(questions.map((question) => [question.field.id, question] as const))(
	"what was answered to %s fills the page in, and reads back as it was",
	(id, question) => {
		fc.assert(
			fc.property(answerTo(question), (answer) => {
				// A day that nobody could keep, or a talk that is to come, is not answered.
				fc.pre(question.findings?.(answer).every(({ doubted }) => doubted !== undefined) ?? true);
				const { values } = readTyped(
					sent({
						...inputsOf(question, answer),
						...rightIn(question, answer),
					}),
				);
				expect(readQuestions(protocol, [question], values)).toEqual({
					answers: { [id]: answer },
				});
			}),
			{ seed: 20_260_402, numRuns: 60 },
		);
	},
);

test("all questions on one page do not take each other’s inputs", () => {
	const all = Object.assign(
		{},
		...questions.map((question) => {
			const [answer] = fc.sample(answerTo(question), { seed: 7, numRuns: 1 });
			return answer === undefined ? {} : inputsOf(question, answer);
		}),
	);
	for (const input of Object.keys(all))
		expect(
			questions.filter(({ name }) => isInputOf(name, input)),
			input,
		).toHaveLength(1);
	expect(startingValues(questions, all, {})).toEqual(all);
});

test("whatever is posted reads as answers or errors, never as a crash, and each error leads to an input of its question", () => {
	const column = fc.constantFrom(
		"",
		"-day",
		"-month",
		"-year",
		"-time",
		"-name",
		"-0-name",
		"-7-dateOfBirth-day",
		"-2-who",
		"-999999-what",
		"-0-fact.school",
		"-1-fact.seen.on-month",
		"-0-on-day",
		"-3-how",
		"-0-agency",
		"-0-age",
		"-0-dateOfBirth-right",
		"-right",
	);
	const input = fc
		.tuple(fc.constantFrom(...Object.keys(protocol.fields)), column)
		.map(([field, rest]) => field + rest);
	const value = fc.oneof(
		fc.string({ unit: "binary" }),
		fc.constantFrom("31", "2", "2026", "25:00", uuid(1), uuid(99)),
		fc.array(fc.string(), { maxLength: 3 }),
	);
	fc.assert(
		fc.property(fc.dictionary(input, value), (body) => {
			const { values } = readTyped(body);
			const { errors } = readQuestions(protocol, questions, values);
			for (const [at, error] of Object.entries(errors ?? {})) {
				const of = questions.find(({ name }) => isInputOf(name, at));
				expect(of && isInputOf(of.name, error?.href.slice(1) ?? ""), `${at}: ${error?.href}`).toBe(
					true,
				);
			}
		}),
		{ seed: 20_260_402, numRuns: 60 },
	);
});

test("every type of field is among those that go round", () => {
	expect(new Set(questions.map(({ field }) => field.type)).size).toBe(17);
});

test("members of the directory and of an agency of the partnership come back by identifier", () => {
	const question: Question = {
		...questionOf(asking, "panel-members"),
		people: [somebody(1, "a")],
		members: {
			as: [],
			rows: [],
			interests: true,
			agencies: [{ id: "b", partnershipId: "p", name: "Larkhill", sector: "health" }],
		},
	};
	const answer = [
		{ who: { id: uuid(1) }, agency: "a", as: "police", interest: "" },
		{
			who: { name: "Robin Day" },
			agency: "b",
			agencyName: "Larkhill",
			as: "",
			interest: "Knows the family",
		},
	];
	const { values } = readTyped(sent(inputsOf(question, answer)));
	expect(readQuestions(protocol, [question], values)).toEqual({
		answers: { "panel-members": answer },
	});
});
