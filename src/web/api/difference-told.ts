/** One difference as a program is told it: what its reader sees, and nothing that goes by the moment at which they ask. */
import { z } from "zod";
import type { OpenedDifference } from "../../actions/open-difference.ts";
import { isNotSafe, type RecordedEvent } from "../../domain/difference/difference.ts";
import type { By } from "../../domain/difference/events.ts";
import { answersOfEntry } from "../../domain/difference/told/answers-of-entry.ts";
import { sayEvent } from "../../domain/difference/told/say-event.ts";
import { sayEnding, withAgencyNames } from "../../domain/difference/told/words.ts";
import { startingLarge } from "../../domain/english.ts";
import {
	bindingOf,
	clockRule,
	fieldOf,
	readAs,
	stageTitle,
	stepOf,
	strengthOf,
} from "../../domain/protocol/protocol.ts";
import { sayAnswer } from "../../domain/protocol/told/say-answer.ts";
import { aBinding, anAnswer, aPerson, day, instant } from "./schemas.ts";

const by = z
	.object({
		person: aPerson.nullable().describe("Null for whoever is not in the directory."),
		name: z.string(),
		side: z.string(),
	})
	.nullable()
	.describe("Null where Concord did it, such as when time ran out.");

const file = z
	.object({
		id: z.uuid(),
		name: z.string(),
		type: z.string(),
		size: z.int().describe("In bytes."),
		sha256: z.string(),
	})
	.meta({ id: "FileSent" });

const entry = z
	.object({
		entry: z.int().describe("Its number in the record."),
		at: instant,
		type: z.string(),
		says: z.string(),
		by,
		through: z.string().nullable().describe("The token by which a program did it."),
		answers: z.record(z.string(), anAnswer),
		files: z.array(file),
	})
	.meta({ id: "Entry", description: "What happened, as its reader may know it." });

const act = z
	.object({
		act: z.enum(["step", "move", "record-on-childs-record", "change-clock"]),
		id: z.string(),
		title: z.string(),
		ways: z.array(z.string()).describe("Of a clock: extend, bring-forward, pause, resume."),
		path: z.string().describe("Where it is asked and done, under the address of the API."),
	})
	.meta({ id: "OpenAct", description: "Something that you may do now." });

export const aDifference = z
	.object({
		id: z.uuid(),
		reference: z.string(),
		protocol: z.object({ id: z.string(), version: z.string(), title: z.string() }),
		raising: z.string(),
		receiving: z.string().nullable(),
		sides: z.array(z.string()).describe("The sides on which you see it, as what you read."),
		raisedAt: instant,
		status: z.enum(["open", "ended"]),
		stage: z.object({ id: z.string(), title: z.string() }),
		ending: z.object({ id: z.string(), title: z.string(), at: instant }).nullable(),
		notSafe: z.boolean().describe("The child is said not to be safe now."),
		owed: z.array(
			z.object({
				step: z.string(),
				title: z.string(),
				side: z.string(),
				openedAt: instant,
				person: aPerson.nullable().describe("To whom it was given."),
				asked: z.array(aPerson).describe("Who is asked for it; nobody of another side is named."),
			}),
		),
		clocks: z.array(
			z.object({
				clock: z.string(),
				title: z.string(),
				state: z.enum(["running", "paused", "ran-out", "met", "met-late", "dropped"]),
				binding: aBinding,
				dueAt: instant,
				day,
				why: z.string().describe("The rule as it was applied."),
				from: instant,
				provisional: z.boolean(),
			}),
		),
		answers: z.record(
			z.string(),
			z.object({
				label: z.string(),
				answer: anAnswer,
				says: z.string(),
				at: instant,
				entry: z.int(),
			}),
		),
		acts: z.array(act),
		record: z.array(entry),
		continues: z.uuid().nullable(),
		continuedBy: z.uuid().nullable(),
		wordsLost: z.string().nullable().describe("Why words are missing; null where none are."),
	})
	.meta({
		id: "Difference",
		description: "A difference as its reader sees it: what they may not know is not in it.",
	});

type Difference = z.input<typeof aDifference>;

/** A difference as its reader sees it. */
export function differenceTold(opened: OpenedDifference): Difference {
	const { protocol, header, difference: seen, linked, wordsLost } = opened;
	const { status } = seen;
	const titled = (title: string) => withAgencyNames(protocol, opened, title);
	return {
		id: header.id,
		reference: header.reference,
		protocol: { id: protocol.id, version: protocol.version, title: protocol.title },
		raising: opened.agencies.raising,
		receiving: opened.agencies.receiving,
		sides: [...opened.sides],
		raisedAt: seen.raisedAt,
		status: status.is,
		stage: { id: seen.stage, title: stageTitle(protocol, seen.stage) },
		ending:
			status.is === "ended"
				? { id: status.ending, title: sayEnding(protocol, status.ending), at: status.at }
				: null,
		notSafe: isNotSafe(seen),
		owed: seen.open.map(({ step, openedAt, person }) => ({
			step,
			title: titled(stepOf(protocol, step).title),
			side: stepOf(protocol, step).by.side,
			openedAt,
			person: personNamed(opened, person),
			asked: (opened.asked.get(step) ?? []).flatMap((id) => personNamed(opened, id) ?? []),
		})),
		clocks: seen.clocks.map((clock) => ({
			clock: clock.clock,
			title: titled(
				protocol.steps[clock.clock]?.title ??
					clockRule(protocol, clock.clock)?.title ??
					clock.clock,
			),
			state: clock.state,
			binding: bindingOf(strengthOf(protocol, clock)),
			dueAt: clock.due.due,
			day: clock.due.day,
			why: clock.due.rule,
			from: clock.due.start,
			provisional: clock.due.provisional,
		})),
		answers: Object.fromEntries(
			Object.entries(seen.answers).map(([id, { answer, at, seq }]) => {
				const field = fieldOf(protocol, id);
				return [
					id,
					{
						label: titled(readAs(field)),
						answer,
						says: sayAnswer(protocol, field, answer, opened),
						at,
						entry: seq,
					},
				];
			}),
		),
		acts: opened.acts.map((each) => openAct(opened, each)),
		record: opened.entries.map((each) => entryTold(opened, each)),
		continues: linked.continues?.id ?? null,
		continuedBy: linked.continuedBy?.id ?? null,
		wordsLost: wordsLost ?? null,
	};
}

function openAct(
	{ protocol, header, ...opened }: OpenedDifference,
	open: OpenedDifference["acts"][number],
): z.input<typeof act> {
	const at = `/differences/${header.id}`;
	const titled = (title: string) => withAgencyNames(protocol, opened, title);
	switch (open.act) {
		case "step":
			return {
				act: open.act,
				id: open.step.id,
				title: titled(open.step.title),
				ways: [],
				path: `${at}/steps/${open.step.id}`,
			};
		case "move":
			return {
				act: open.act,
				id: open.move.id,
				title: titled(open.move.title),
				ways: [],
				path: `${at}/moves/${open.move.id}`,
			};
		case "record-on-childs-record":
			return {
				act: open.act,
				id: open.step.id,
				title: titled(open.step.title),
				ways: [],
				path: `${at}/childs-record`,
			};
		case "change-clock":
			return {
				act: open.act,
				id: open.rule.id,
				title: titled(open.rule.title),
				ways: open.ways,
				path: `${at}/clocks/${open.rule.id}`,
			};
	}
}

const entryTold = (opened: OpenedDifference, each: RecordedEvent): z.input<typeof entry> => ({
	entry: each.seq,
	at: each.at,
	type: each.type,
	says: startingLarge(sayEvent(opened.protocol, opened, each)),
	by: each.by ? doer(opened, each.by) : null,
	through: each.through ?? null,
	answers: Object.fromEntries(answersOfEntry(opened.protocol, each)),
	files: (each.files ?? []).map(({ id, name, type, size, sha256 }) => ({
		id,
		name,
		type,
		size,
		sha256,
	})),
});

const personNamed = ({ people }: OpenedDifference, id: string | undefined) => {
	const person = id === undefined ? undefined : people.get(id);
	return person ? { id: person.id, name: person.name } : null;
};

const doer = (opened: OpenedDifference, each: By): z.input<typeof by> =>
	each.person === null
		? { person: null, name: each.name, side: each.side }
		: {
				person: personNamed(opened, each.person),
				name: opened.people.get(each.person)?.name ?? "Somebody",
				side: each.side,
			};
