import { globSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
	at,
	type Course,
	forwarded,
	header,
	somebody,
	somerset,
} from "../../../../protocols/somerset.fixture.ts";
import { projectRoot } from "../../../project-root.ts";
import { readProtocolFile } from "../../../protocol-files.ts";
import type { Actor } from "../../people/viewer.ts";
import type { Side } from "../../protocol/protocol.ts";
import { addNote } from "../acts/add-note.ts";
import { askForTime, refuseTime } from "../acts/ask-for-time.ts";
import { answerSide, askSide } from "../acts/ask-side.ts";
import { changeClock } from "../acts/change-clock.ts";
import { correct } from "../acts/correct.ts";
import { declareConflict } from "../acts/declare-conflict.ts";
import { passOn } from "../acts/pass-on.ts";
import { recall } from "../acts/recall.ts";
import { remindOwner } from "../acts/remind-owner.ts";
import { saySafety } from "../acts/say-safety.ts";
import { breakGlass, seal, unseal } from "../acts/seal.ts";
import { play, turns } from "../any-play.fixture.ts";
import { rulesOfText } from "../any-protocol.fixture.ts";
import { type Difference, type Header, type RecordedEvent, replay } from "../difference.ts";
import type { Rules } from "../rules.ts";
import { entriesFor, readersUpTo } from "../who/may-read.ts";
import { answersOfEntry } from "./answers-of-entry.ts";
import { type SentEntry, sentAndReceived } from "./sent-and-received.ts";

/** What somebody of a side who reads all that is for it has receipts of. */
function receiptsOf(
	{ protocol }: Rules,
	of: Header,
	events: RecordedEvent[],
	side: Side,
): SentEntry[] {
	const entries = entriesFor(events, readersUpTo(side, "director"));
	return sentAndReceived({
		protocol,
		entries,
		difference: replay(protocol, of, entries),
		sides: [side],
		agencies: { raising: "Oakfield", receiving: "Larkhill" },
	});
}

/** Every side that could have heard of it. */
const sidesIn = (events: readonly RecordedEvent[]): Side[] => [
	...new Set(events.flatMap(({ audience, by }) => [...audience, ...(by ? [by.side] : [])])),
];

/** What one side says in words of its own and another reads is in a receipt of both. */
function nothingSaidIsWithout(rules: Rules, of: Header, events: RecordedEvent[]): void {
	for (const side of sidesIn(events)) {
		const theirs = receiptsOf(rules, of, events, side);
		const read = entriesFor(events, readersUpTo(side, "director"));
		for (const entry of read) {
			const { by, audience, seq, type } = entry;
			const others = type === "sent" ? entry.to : audience.filter((each) => each !== by?.side);
			const isSaid = type === "sent" || answersOfEntry(rules.protocol, entry).length > 0;
			if (!isSaid || others.length === 0) continue;
			if (by?.side !== side && !others.includes(side)) continue;
			const as = by?.side === side ? "sent" : "received";
			expect(
				theirs.some((each) => each.for === as && each.acts.includes(seq)),
				`${type} ${seq}, ${as} by ${side}`,
			).toBe(true);
		}
	}
}

describe("what one side says and another reads has a receipt", () => {
	const packs = globSync("protocols/*/*.yaml", { cwd: projectRoot })
		.sort()
		.map((file) => [file, rulesOfText(readProtocolFile(join(projectRoot, file)).text)] as const);

	test.each(packs)("in %s, whatever is done", (_, rules) =>
		fc.assert(
			fc.property(turns, fc.nat(5), (given, begin) => {
				const { header: of, events } = play(rules, given, begin);
				nothingSaidIsWithout(rules, of, events);
			}),
			{ numRuns: 20 },
		),
	);
});

const respond = "formal-resolution.respond";
const teacher = somebody("raising practitioner");
const headOfA = somebody("raising senior-manager");
const directorOfB = somebody("receiving senior-manager");
const otherOfB = somebody("receiving senior-manager 2");
const office = somebody("business-unit");
const keeper: Actor = {
	...somebody("business-unit 2"),
	id: "keeper",
	offices: ["business-unit-head"],
};

/** Everything that may be put right or said beside the steps, once each. */
function everythingBeside(): Course {
	const course = forwarded();
	let minute = 0;
	const now = () => at("2026-03-05 10:00").add({ minutes: ++minute });
	const happens = (
		act: (difference: Difference, now: Temporal.ZonedDateTime) => RecordedEvent[],
	) => {
		course.events.push(...act(course.difference, now()));
	};
	const clock = respond;
	happens((d, on) => addNote(somerset, d, noteFor(true), directorOfB, on));
	happens((d, on) => addNote(somerset, d, noteFor(false), directorOfB, on));
	const corrected = { issue: "What it should have said", "correction-reason": "A slip" };
	happens((d, on) =>
		correct(somerset, d, course.events, { field: "issue", answers: corrected }, teacher, on),
	);
	const asked = { to: "receiving", answers: { "question-asked": "When?" } };
	happens((d, on) => askSide(somerset, d, asked, teacher, on));
	const question = course.events.length;
	const answers = { "question-answer": "Monday" };
	happens((d, on) => answerSide(somerset, d, { question, answers }, directorOfB, on));
	const wanted = { clock, answers: { "time-wanted": "Until Friday" } };
	happens((d, on) => askForTime(somerset, d, wanted, directorOfB, on));
	const because = { clock, answers: { "reason-for-change": "It is long already" } };
	happens((d, on) => refuseTime(somerset, d, because, office, on));
	happens((d, on) => changeClock(somerset, d, { ...because, how: "pause" }, office, on));
	happens((d, on) => changeClock(somerset, d, { ...because, how: "resume" }, office, on));
	const given = { step: respond, to: otherOfB, answers: { "given-because": "Not my team" } };
	happens((d, on) => passOn(somerset, d, given, directorOfB, on));
	happens((d, on) =>
		remindOwner(somerset, d, { step: respond, office: "business-unit" }, office, on),
	);
	happens((d, on) => saySafety(somerset, d, { safe: false, calls: [], answers: {} }, teacher, on));
	const conflict = { of: otherOfB, answers: { "conflict-because": "A relative" } };
	happens((d, on) => declareConflict(somerset, d, conflict, otherOfB, on));
	const sealed = { to: [office, directorOfB], answers: { "sealed-because": "A family matter" } };
	happens((d, on) => seal(somerset, d, sealed, keeper, on));
	const missing = { answers: { "glass-because": "The child is missing" }, hours: 4 };
	happens((d, on) => breakGlass(somerset, d, missing, headOfA, on));
	happens((d, on) =>
		unseal(somerset, d, { answers: { "unsealed-because": "Settled" } }, keeper, on),
	);
	const recalled = { from: "receiving", answers: { "recall-reason": "Never lived there" } };
	happens((d, on) => recall(somerset, d, recalled, office, on));
	return course;
}

const noteFor = (forAll: boolean) => ({ answers: { "note-text": "Rang again" }, forAll });
const inShort = ({ for: as, what, by, to }: SentEntry) => `${as}: ${what} (${by} to ${to})`;

describe("what is said beside the steps has a receipt", () => {
	const { events } = everythingBeside();
	const before = forwarded().events.length;
	const of = (side: Side, upTo = events.length) =>
		receiptsOf(somerset, header, events.slice(0, upTo), side)
			.filter(({ seq }) => seq > before)
			.map(inShort)
			.toReversed();

	test("for everybody whom it reaches, and for whoever said it", () => {
		for (let upTo = before; upTo <= events.length; upTo++)
			nothingSaidIsWithout(somerset, header, events.slice(0, upTo));
	});

	test("each by what it is", () => {
		const recalled = events.findIndex(({ type }) => type === "recalled");
		expect(of("receiving", recalled)).toEqual([
			"sent: A note (Larkhill to Oakfield, SSCP Business Unit)",
			"received: A correction of “What does Oakfield disagree about?” (Oakfield to SSCP Business Unit, Larkhill)",
			"received: A question (Oakfield to Larkhill)",
			"sent: The answer to a question (Larkhill to Oakfield)",
			"sent: A request for more time for “Answer in part two of the form” (Larkhill to SSCP Business Unit, Oakfield)",
			"received: No more time for “Answer in part two of the form” (SSCP Business Unit to Larkhill, Oakfield)",
			"received: That the time for “Answer in part two of the form” stands still (SSCP Business Unit to Larkhill, Oakfield)",
			"received: Another date for “Answer in part two of the form” (SSCP Business Unit to Larkhill, Oakfield)",
			"sent: Who is to do “Answer in part two of the form” (Larkhill to Oakfield, SSCP Business Unit)",
			"received: A reminder of “Answer in part two of the form” (SSCP Business Unit to Larkhill)",
			"received: Whether the child is safe (Oakfield to SSCP Business Unit, Larkhill)",
			"sent: A conflict of interest (Larkhill to SSCP Business Unit)",
			"received: That it is sealed (SSCP Business Unit to Oakfield, Larkhill)",
			"received: That it was opened in an emergency (Oakfield to SSCP Business Unit, Larkhill)",
			"received: That it is not sealed any more (SSCP Business Unit to Oakfield, Larkhill)",
		]);
		expect(of("business-unit")).toContain("sent: A recall (SSCP Business Unit to Oakfield)");
		expect(of("raising")).toContain("received: A recall (SSCP Business Unit to Oakfield)");
		// What was recalled from them they read no more.
		expect(of("receiving")).toEqual([]);
	});
});

/** As time alone sends something, to a side of which no other has heard. */
const sentByTime = ({ events }: Course): RecordedEvent => ({
	type: "sent",
	stage: "formal-resolution",
	what: ["issue"],
	to: ["executive"],
	answers: {},
	encloses: [],
	audience: ["executive"],
	seq: events.length + 1,
	at: "2026-03-04T10:00:00Z",
});

test("what time sends has a receipt for whoever it came to", () => {
	const course = forwarded();
	course.events.push(sentByTime(course));
	expect(receiptsOf(somerset, header, course.events, "executive").map(inShort)).toEqual([
		"received: What is told when time runs out (Concord to SSCP Executive)",
	]);
	expect(receiptsOf(somerset, header, course.events, "receiving").map(inShort)).toEqual(
		receiptsOf(somerset, header, course.events.slice(0, -1), "receiving").map(inShort),
	);
});

test("a receipt names no side of which its reader does not know that it has heard of it", () => {
	const course = forwarded();
	course.events.push(sentByTime(course));
	const [note] = addNote(
		somerset,
		course.difference,
		noteFor(true),
		directorOfB,
		at("2026-03-05 10:00"),
	);
	expect(note?.audience).toContain("executive");
	course.events.push(...(note ? [note] : []));
	const [latest] = receiptsOf(somerset, header, course.events, "receiving");
	expect(latest && inShort(latest)).toBe("sent: A note (Larkhill to Oakfield, SSCP Business Unit)");
});

test("what was sent once is one receipt, with the act that sent it where all who read that were sent it", () => {
	const course = forwarded().does(
		"2026-03-06 10:00",
		"receiving senior-manager",
		`${respond} responded`,
	);
	const done = course.events.findLast(({ type }) => type === "step-done")?.seq;
	const sent = course.events.findLast(({ type }) => type === "sent")?.seq;
	const receipts = receiptsOf(somerset, header, course.events, "raising");
	expect(receipts.filter(({ acts }) => acts.includes(done ?? 0))).toMatchObject([{ seq: sent }]);
});

test("a receipt names the agency to which something had gone, also once it goes to another", () => {
	const course = forwarded();
	const instead = { agency: "police", name: "Police", was: "Social care" };
	const recalled = { from: "receiving", answers: { "recall-reason": "A slip" }, instead };
	course.events.push(
		...recall(somerset, course.difference, recalled, office, at("2026-03-05 10:00")),
	);
	const [first] = receiptsOf(somerset, header, course.events, "business-unit").filter(
		({ what, for: as }) => as === "sent" && what.startsWith("Resolving"),
	);
	expect(first?.to).toBe("Social care");
});
