import { describe, expect, test } from "vitest";
import { type LessonOf, learnedFor, learnedIn } from "./learned.ts";
import type { LearningAction } from "./learning-action.ts";

const period = { from: "2026-04-01", until: "2026-09-30" };

const lesson = (more: Partial<LessonOf> = {}): LessonOf => ({
	id: "l",
	theme: "Application of thresholds",
	happened: "A plan was stepped down by letter.",
	shouldDiffer: "No plan ends without a visit. Somebody writes down why.",
	recordedOn: "2026-05-04",
	againOn: "2026-09-01",
	again: null,
	...more,
});

const action = (more: Partial<LearningAction> = {}): LearningAction => ({
	id: "a",
	askedBy: { lesson: "l" },
	what: "Ask for the day of the last visit",
	shownBy: "Ten forms that Rafiq Chowdhury reads",
	agency: { id: "csc", name: "Social Care" },
	person: { id: "p", name: "Rafiq Chowdhury" },
	dueOn: "2026-06-01",
	state: "done",
	result: "Rafiq Chowdhury added it to the form.",
	agreedOn: "2026-05-04",
	closedAt: "2026-10-02T09:00:00Z",
	closedOn: "2026-10-02",
	chasedOn: null,
	...more,
});

const of = (more: Partial<Parameters<typeof learnedIn>[1]> = {}) =>
	learnedIn(period, {
		lessons: [lesson()],
		answers: [{ text: "Ella was right.", theme: "Roles", on: "2026-07-01" }],
		gaps: [{ text: "No policy asks for a visit.", on: "2026-07-01" }],
		actions: [action()],
		earlier: {
			period: { from: "2025-10-01", until: "2026-03-31" },
			actions: [
				{
					what: "Tell Rafiq Chowdhury who answers",
					agency: "Social Care",
					dueOn: "2026-04-20",
					state: "done",
					result: "Everybody was told.",
					closedOn: "2026-10-05",
				},
			],
		},
		...more,
	});

describe("what was learned in a period", () => {
	test("is what was known at its end: what was done or found after it has not happened yet", () => {
		const { actions, again, earlier } = of({
			lessons: [lesson({ again: { found: "It is done.", on: "2026-10-05", by: "Siân" } })],
		});
		expect(actions).toMatchObject([{ state: "open", result: null, isLate: true }]);
		expect(earlier?.actions).toMatchObject([{ state: "open", result: null }]);
		expect(again).toMatchObject([{ found: null, dueOn: "2026-09-01" }]);
	});

	test("has the lessons that were recorded in it, by theme, those written in the step alone as well", () => {
		const { lessons } = of({
			lessons: [
				lesson(),
				lesson({ recordedOn: "2026-10-01" }),
				lesson({ recordedOn: "2026-03-31" }),
			],
		});
		expect(lessons.map(({ theme, happened }) => [theme, happened])).toEqual([
			["Application of thresholds", "A plan was stepped down by letter."],
			["Roles", null],
		]);
	});

	test("has actions that were open in it, and none that was closed before or agreed after", () => {
		const { actions } = of({
			actions: [
				action({ what: "open", state: "open", closedOn: null }),
				action({ what: "closed before", agreedOn: "2026-01-05", closedOn: "2026-03-31" }),
				action({ what: "agreed after", agreedOn: "2026-10-01" }),
			],
		});
		expect(actions.map(({ what }) => what)).toEqual(["open"]);
	});
});

describe("outside the Business Unit", () => {
	const looks = {
		withoutNames: (text: string) => text.replaceAll("Rafiq Chowdhury", "[name]"),
		withoutAnybody: (text: string) => text.replaceAll(/Rafiq Chowdhury|Ella/g, "[name]"),
		tellsNobody: (text: string) => !/Ella|Social Care/.test(text),
	};
	const closed = { closedOn: "2026-05-30", closedAt: "2026-05-30T09:00:00Z" };

	test.each(["subgroup", "partnership"] as const)(
		"the %s reads what should be different, and neither what happened, nor of which theme, nor who",
		(audience) => {
			const shown = learnedFor(audience, of({ actions: [action(closed)] }), looks);
			expect(shown.lessons).toEqual([]);
			expect(shown.lines).toEqual(["No plan ends without a visit.", "Somebody writes down why."]);
			expect(shown.actions).toMatchObject([
				{
					agency: "Social Care",
					owner: null,
					shownBy: "Ten forms that [name] reads",
					result: "[name] added it to the form.",
				},
			]);
			expect(shown.earlier?.actions[0]?.what).toBe("Tell [name] who answers");
			expect(shown.again.map(({ theme }) => theme)).toEqual([null]);
			const text = JSON.stringify(shown);
			for (const not of ["Chowdhury", "Ella", "stepped down", "thresholds"])
				expect(text).not.toContain(not);
		},
	);

	test("nobody is named by what came of an action or was found on looking again", () => {
		const again = { found: "Ella was seen.", on: "2026-09-02", by: "Siân" };
		const shown = learnedFor(
			"partnership",
			of({
				lessons: [lesson({ again })],
				actions: [action({ ...closed, result: "Ella’s plan shows it." })],
			}),
			looks,
		);
		expect(shown.actions.map(({ result }) => result)).toEqual(["[name]’s plan shows it."]);
		expect(shown.again.map(({ found }) => found)).toEqual(["[name] was seen."]);
	});

	test("the public reads of no single agency, and of no action that names one", () => {
		const shown = learnedFor(
			"public",
			of({
				actions: [
					action(closed),
					action({ ...closed, shownBy: "What Social Care writes" }),
					action({ what: "Tell Social Care at once" }),
				],
			}),
			looks,
		);
		const open = {
			what: "Ask for the day of the last visit",
			agency: null,
			owner: null,
			result: null,
		};
		expect(shown.actions).toMatchObject([
			{ ...open, shownBy: "Ten forms that [name] reads" },
			{ ...open, shownBy: null },
		]);
		expect(shown.earlier).toBeNull();
		expect(JSON.stringify(shown)).not.toContain("Social Care");
	});
});
