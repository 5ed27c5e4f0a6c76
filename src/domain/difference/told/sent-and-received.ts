/**
 * What one party let another know, act by act: whoever said it and whoever it came to has a receipt of each. Which kinds of
 * entries say something to others is one record of all kinds, so that a new one is not forgotten.
 */
import { startingLarge } from "../../english.ts";
import {
	fieldOf,
	type Protocol,
	readAs,
	type Side,
	type StepId,
	stepOf,
} from "../../protocol/protocol.ts";
import { sayTo } from "../../said.ts";
import type { Difference, RecordedEvent } from "../difference.ts";
import { type Names, nameOfSide, withAgencyNames } from "./words.ts";

/** Something that a party let another know, and that the reader may have a receipt of. */
export type SentEntry = {
	/** The entry that says so. */
	seq: number;
	/** What was let known: what the entry encloses and the reader may read, and the entry itself. */
	acts: number[];
	at: string;
	for: "sent" | "received";
	what: string;
	by: string;
	to: string;
};

/** A difference as somebody reads it. */
export type ReadDifference = Pick<Names, "agencies" | "speech"> & {
	protocol: Protocol;
	difference: Difference;
	entries: readonly RecordedEvent[];
	sides: readonly Side[];
};

type Kind = RecordedEvent["type"];
type Of<Type extends Kind> = Extract<RecordedEvent, { type: Type }>;

/** It says nothing to others by itself: it follows from an act, or from time, by the protocol. */
const nothing = () => undefined;

const inNames = ({ protocol, agencies }: ReadDifference, text: string): string =>
	withAgencyNames(protocol, { agencies }, text);

const quotedText = (read: ReadDifference, text: string): string => `“${inNames(read, text)}”`;

/** A step or a clock by its title. */
const quoted = (read: ReadDifference, id: StepId): string => {
	const { steps, clocks } = read.protocol;
	return quotedText(read, steps[id]?.title ?? clocks.find((each) => each.id === id)?.title ?? id);
};

/** What an entry is called that lets others know something, by its kind; undefined where it does not. */
const called: {
	[Type in Kind]: (entry: Of<Type>, read: ReadDifference) => string | undefined;
} = {
	// Others hear of it by what is sent.
	raised: nothing,
	sent: sentCalled,
	copied: ({ sees }, read) =>
		// What else they see of it is sent to them.
		sees === "notice" ? sayTo(read)`A notice` : undefined,
	"step-done": ({ step }, read) => inNames(read, read.protocol.steps[step]?.title ?? step),
	"move-made": ({ move }, read) => moveCalled(read, move),
	"begun-elsewhere": (_, read) => sayTo(read)`That it was begun under the other protocol`,
	"clock-paused": ({ clock }, read) =>
		sayTo(read)`That the time for ${quoted(read, clock)} stands still`,
	"clock-changed": ({ clock, how }, read) =>
		how === "extended" || how === "brought-forward" || how === "resumed"
			? sayTo(read)`Another date for ${quoted(read, clock)}`
			: undefined,
	"moved-to-version": (_, read) =>
		sayTo(read)`That it goes on under another version of the protocol`,
	"recorded-on-childs-record": ({ step }, read) =>
		sayTo(read)`That ${quoted(read, step)} is on the ${read.protocol.words.child}’s record`,
	"urgent-contact-made": (_, read) => sayTo(read)`An urgent call`,
	"safety-said": (_, read) => sayTo(read)`Whether the ${read.protocol.words.child} is safe`,
	"note-added": (_, read) => sayTo(read)`A note`,
	corrected: ({ field }, read) =>
		sayTo(read)`A correction of ${quotedText(read, readAs(fieldOf(read.protocol, field)))}`,
	"question-asked": (_, read) => sayTo(read)`A question`,
	"question-answered": (_, read) => sayTo(read)`The answer to a question`,
	"said-not-ours": (_, read) => sayTo(read)`That what was entered from paper is not theirs`,
	"step-given": ({ step }, read) => sayTo(read)`Who is to do ${quoted(read, step)}`,
	vouched: (_, read) => sayTo(read)`Who answers by a link`,
	"time-asked": ({ clock }, read) =>
		sayTo(read)`A request for more time for ${quoted(read, clock)}`,
	"time-refused": ({ clock }, read) => sayTo(read)`No more time for ${quoted(read, clock)}`,
	recalled: (_, read) => sayTo(read)`A recall`,
	"receiving-agency-changed": ({ answers }, read) =>
		answers && sayTo(read)`Another agency than it was raised with`,
	"conflict-declared": (_, read) => sayTo(read)`A conflict of interest`,
	"conflict-over": (_, read) => sayTo(read)`That there is no conflict of interest any more`,
	sealed: (_, read) => sayTo(read)`That it is sealed`,
	unsealed: (_, read) => sayTo(read)`That it is not sealed any more`,
	"glass-broken": (_, read) => sayTo(read)`That it was opened in an emergency`,
	reminded: ({ step }, read) => sayTo(read)`A reminder of ${quoted(read, step)}`,
	"agency-involved": nothing,
	"stage-entered": nothing,
	"went-on": nothing,
	"step-opened": nothing,
	"step-awaited": nothing,
	"step-dropped": nothing,
	"clock-started": nothing,
	"clock-met": nothing,
	"clock-ran-out": nothing,
	"clock-dropped": nothing,
	"clock-left": nothing,
	"handed-over": nothing,
	"link-ended": nothing,
	ended: nothing,
};

const calledOf = (entry: RecordedEvent, read: ReadDifference): string | undefined =>
	(called[entry.type] as (entry: RecordedEvent, read: ReadDifference) => string | undefined)(
		entry,
		read,
	);

const moveCalled = (read: ReadDifference, move: string): string =>
	inNames(read, read.protocol.moves.find(({ id }) => id === move)?.title ?? move);

/** The forms that were sent, else the step or the move that sent it. */
function sentCalled(entry: Of<"sent">, read: ReadDifference): string {
	const { protocol, entries } = read;
	const forms = entry.what.flatMap((each) => protocol.forms[each]?.title ?? []);
	if (forms.length > 0) return forms.join(", ");
	const step = entry.of && protocol.steps[entry.of.step];
	if (step) return inNames(read, step.title);
	const say = sayTo(read);
	const act = entries.filter((each) => each.seq < entry.seq && isOneAct(each, entry));
	const made = act.findLast((each) => each.type === "move-made");
	if (made?.type === "move-made") return moveCalled(read, made.move);
	return act.some(({ type }) => type === "raised")
		? say`What was raised`
		: say`What is told when time runs out`;
}

const isOneAct = (one: RecordedEvent, other: RecordedEvent): boolean =>
	one.at === other.at && one.by?.side === other.by?.side && one.by?.person === other.by?.person;

/** The sides that hear of something by an entry itself, without whoever did it. */
function toWhom(entry: RecordedEvent): Side[] {
	if (entry.type === "sent") return entry.to;
	if (entry.type === "copied") return [entry.to.side];
	return entry.audience.filter((side) => side !== entry.by?.side);
}

/** What was let known from a side of the reader, or to one, the latest first. */
export function sentAndReceived(read: ReadDifference): SentEntry[] {
	const { entries, sides } = read;
	const named = sidesNamed(read);
	const sent = entries.filter((entry): entry is Of<"sent"> => entry.type === "sent");
	return entries
		.flatMap((entry): SentEntry[] => {
			const to = toWhom(entry);
			const own = entry.by !== undefined && sides.includes(entry.by.side);
			if (!own && !to.some((side) => sides.includes(side))) return [];
			const known = to.filter((side) => named.has(side));
			if (known.length === 0 || sent.some((each) => isToldIn(entry, each))) return [];
			const what = calledOf(entry, read);
			if (what === undefined) return [];
			return [
				{
					seq: entry.seq,
					acts: actsIn(entry, entries),
					at: entry.at,
					for: own ? "sent" : "received",
					what: startingLarge(what),
					by: entry.by ? nameThen(read, entry.by.side, entry) : "Concord",
					to: known.map((side) => nameThen(read, side, entry)).join(", "),
				},
			];
		})
		.toReversed();
}

/** The entries that make up what was let known, as far as they may be read. */
const actsIn = (entry: RecordedEvent, entries: readonly RecordedEvent[]): number[] =>
	entry.type === "sent"
		? entries
				.filter(
					(each) => each === entry || entry.encloses.includes(each.seq) || isToldIn(each, entry),
				)
				.map(({ seq }) => seq)
		: [entry.seq];

/**
 * Whether what somebody did is the very thing that was sent: to the same sides, by the same act. Then one receipt is for both.
 */
const isToldIn = (entry: RecordedEvent, sent: Of<"sent">): boolean =>
	(entry.type === "step-done" || entry.type === "move-made") &&
	isOneAct(entry, sent) &&
	entry.seq < sent.seq &&
	(entry.type === "move-made" || entry.step === sent.of?.step) &&
	isSame(toWhom(entry), sent.to);

const isSame = (some: readonly Side[], others: readonly Side[]): boolean =>
	some.length === others.length && some.every((side) => others.includes(side));

/**
 * The sides of which the reader may know that they have heard of it: those whom what they read names. An entry that was told to
 * others besides does not say so to them.
 */
function sidesNamed({ protocol, difference, entries, sides }: ReadDifference): Set<Side> {
	return new Set([
		...sides,
		"raising",
		...Object.keys(difference.known),
		...Object.keys(difference.involved),
		...difference.open.map(({ step }) => stepOf(protocol, step).by.side),
		...entries.flatMap((entry) => [
			...(entry.by ? [entry.by.side] : []),
			...(entry.type === "sent" || entry.type === "copied" ? toWhom(entry) : []),
			...(entry.type === "question-asked" ? [entry.to] : []),
			...(entry.type === "recalled" ? [entry.from] : []),
		]),
	]);
}

/** What a side was called when an entry was made: another agency may have its place since. */
function nameThen(
	{ protocol, agencies, entries }: ReadDifference,
	side: Side,
	{ seq }: RecordedEvent,
): string {
	const next = entries.find(
		(each) => each.type === "receiving-agency-changed" && each.seq > seq && side === "receiving",
	);
	const name = next?.type === "receiving-agency-changed" ? next.was : nameOfSide(agencies, side);
	return startingLarge(name ?? protocol.roles[side]?.called ?? side);
}
