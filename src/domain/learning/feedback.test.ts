import { expect, test } from "vitest";
import { somerset } from "../../../protocols/somerset.fixture.ts";
import { beginning, type Difference } from "../difference/difference.ts";
import { invitedToFeedback, type ReleasedFeedback, releasedIn } from "./feedback.ts";
import { figuresOf } from "./report.ts";

const { protocol } = somerset;

const ended = (change: Partial<Difference> = {}): Difference => ({
	...beginning({
		id: "one",
		reference: "RPD-2026-1",
		raisingAgency: "school",
		receivingAgency: "care",
		raisedBy: "teacher",
		raisedAt: "2026-03-02T09:00:00Z",
	}),
	status: { is: "ended", ending: "resolved", seq: 1, at: "2026-03-20T09:00:00Z" },
	...change,
});

const did = (person: string, side: string, step: string, at = "2026-03-10T09:00:00Z") => ({
	seq: 1,
	step,
	outcome: "done",
	answers: {},
	files: [],
	by: { person, side },
	at,
});

test("whoever raised it and whoever acted in its stages for one of the two agencies is asked once, and no office", () => {
	const done = [
		did("teacher", "raising", "early-resolution.talk"),
		did("head", "raising", "formal-resolution.sign-off"),
		did("officer", "business-unit", "formal-resolution.forward"),
		did("director", "receiving", "formal-resolution.respond"),
		did("scrutineer", "raising", "afterwards.changed", "2026-03-25T09:00:00Z"),
	];
	expect(invitedToFeedback(protocol, ended({ done }))).toEqual([
		{ person: "teacher", side: "raising" },
		{ person: "head", side: "raising" },
		{ person: "director", side: "receiving" },
	]);
	expect(invitedToFeedback(protocol, ended())).toEqual([{ person: "teacher", side: "raising" }]);
});

test("nobody is asked while it is open, or where it goes on under another protocol", () => {
	expect(invitedToFeedback(protocol, ended({ status: { is: "open" } }))).toEqual([]);
	const goesOn = {
		...protocol,
		endings: {
			resolved: {
				id: "resolved",
				title: "Goes on",
				final: false,
				handsOff: { to: "other", carries: [], step: "afterwards.begin" },
			},
		},
	};
	expect(invitedToFeedback(goesOn, ended())).toEqual([]);
});

const answer = (
	side: ReleasedFeedback["side"],
	month: string,
	heard = "yes",
): ReleasedFeedback => ({
	side,
	month,
	heard,
	inTime: "partly",
	helped: "not-known",
	easier: null,
});

test("what is released in a month belongs to the period in which the month ends, whole", () => {
	const may = Array.from({ length: 6 }, () => answer("raising", "2026-05-01"));
	expect(releasedIn(may, { from: "2026-05-20", until: "2026-05-31" })).toHaveLength(6);
	expect(releasedIn(may, { from: "2026-05-01", until: "2026-05-30" })).toEqual([]);
});

test("of a side with five answers in a period none is shown, and six are shown", () => {
	const period = { from: "2026-04-01", until: "2026-09-30" };
	const some = (side: ReleasedFeedback["side"], length: number) =>
		Array.from({ length }, () => answer(side, "2026-05-01"));
	const shown = releasedIn([...some("raising", 5), ...some("receiving", 6)], period);
	expect(shown.map(({ side }) => side)).toEqual(Array.from({ length: 6 }, () => "receiving"));
});

test("the report counts people by side; the options of a question add up to all who answered, and nothing is behind a number", () => {
	const feedback = [
		...["yes", "yes", "yes", "partly", "no", "no"].map((heard) =>
			answer("raising", "2026-05-01", heard),
		),
		...Array.from({ length: 6 }, () => answer("receiving", "2026-06-01")),
	];
	const { figures, behind } = figuresOf({
		...somerset,
		agencies: [],
		cases: [],
		period: { from: "2026-04-01", until: "2026-09-30" },
		today: "2026-09-30",
		feedback,
	});
	const [table] = figures.sections.find(({ id }) => id === "feedback")?.tables ?? [];
	const numbers = Object.fromEntries(
		table?.rows.map(({ label, figures }) => [
			label,
			figures.map((figure) => (figure.is === "count" ? figure.n : undefined)),
		]) ?? [],
	);
	expect(numbers).toMatchObject({
		"Were you heard? Yes": [3, 6],
		"Were you heard? Partly": [1, 0],
		"Were you heard? No": [2, 0],
		"Was it in time for the child? Partly": [6, 6],
		"Did it help the child? I cannot say": [6, 6],
		"People who answered": [6, 6],
	});
	const counts = new Map(
		table?.rows.flatMap(({ figures }) =>
			figures.map((figure) =>
				figure.is === "count" ? ([figure.name, figure.n] as const) : ["", 0],
			),
		) as [string, number][],
	);
	for (const { whole, parts } of table?.sums ?? [])
		expect(parts.reduce((sum, part) => sum + (counts.get(part) ?? 0), 0)).toBe(counts.get(whole));
	expect([...counts.keys()].some((name) => behind.has(name))).toBe(false);
});
