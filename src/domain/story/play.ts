import { beginElsewhere } from "../difference/acts/begin-elsewhere.ts";
import { otherAgency } from "../difference/acts/raise.ts";
import {
	beginning,
	type Difference,
	type Header,
	type RecordedEvent,
} from "../difference/difference.ts";
import type { Rules } from "../difference/rules.ts";
import type { Actor } from "../people/viewer.ts";
import { type Protocol, type Way, waysOf } from "../protocol/protocol.ts";
import { Refusal } from "../refusal.ts";
import { londonTime, zone } from "../time.ts";
import { actOfStory, type Scene } from "./act-of-story.ts";
import { type Cast, rolesOf, type StoryPerson } from "./people-of-story.ts";
import { type Act, Player } from "./player.ts";
import { calendarOfStory, type Story, type StoryAct } from "./story.ts";
import { StoryFault } from "./story-fault.ts";
import { fixForRefusal } from "./who-could.ts";

/** What a story did, act by act. */
export type Played = {
	/** What was known before it began. */
	header: Header;
	difference: Difference;
	acts: PlayedAct[];
	/** Whom its names stood for. */
	cast: Cast;
	/** The local time of the last act. */
	now: Temporal.ZonedDateTime;
	/** How it went on under another protocol. */
	wentOn?: { rules: Rules; story: Story; played: Played } | undefined;
};

export type PlayedAct = {
	act: StoryAct;
	/** Local time. */
	at: Temporal.ZonedDateTime;
	/** What was done and by whom; absent while everybody waits. */
	done?: { by: StoryPerson; act: Act } | undefined;
	/** What time alone had brought about by then. */
	passed: RecordedEvent[];
	/** What the act brought about. */
	events: RecordedEvent[];
	refused?: Refusal | undefined;
	/** The difference once it was done. */
	after: Difference;
};

/**
 * Plays a story on a protocol, with no database and no clock but the story's own.
 *
 * @param cast whom the story's names stand for; left out, they are the protocol's roles
 * @param others the rules of the protocols under which it may go on
 * @throws StoryFault for an act that nobody may do then, or that the story did not expect to be refused
 */
export function playStory(
	rules: Rules,
	story: Story,
	cast: Cast = rolesOf(rules.protocol, wayOf(rules.protocol, opening(story).act).with),
	others: OtherRules = () => undefined,
): Played {
	const header = headerOf(rules.protocol, story, cast);
	const player = new Player(rules, beginning(header));
	let now = londonTime(header.raisedAt);
	const acts = story.acts.map((act, index): PlayedAct => {
		const at = timeOf(act.at);
		if (index > 0 && Temporal.ZonedDateTime.compare(at, now) < 0)
			throw new StoryFault(
				index,
				act,
				"it happens before the act above it",
				"Put the acts in the order of their dates",
			);
		now = at;
		const passed = player.waitUntil(now);
		const played = playAct({ player, cast, act, index, now });
		return { act, at, passed, ...played, after: player.difference };
	});
	const wentOn = goOn(player, story, now, others);
	return { header, difference: player.difference, acts, cast, now, ...(wentOn && { wentOn }) };
}

/** The rules of another protocol, by its name; undefined where there is none. */
export type OtherRules = (protocol: string) => Rules | undefined;

/**
 * Goes on under another protocol, as the ending says: what it carries is entered there, and nobody owes the beginning any more.
 *
 * @throws StoryFault also where it has not ended so
 */
function goOn(
	player: Player,
	{ story, closed, acts, "then-under": next }: Story,
	now: Temporal.ZonedDateTime,
	others: OtherRules,
): Played["wentOn"] {
	const [first, ...more] = next?.acts ?? [];
	if (!next || !first) return undefined;
	const { difference } = player;
	const { status } = difference;
	const handsOff =
		status.is === "ended" ? player.rules.protocol.endings[status.ending]?.handsOff : undefined;
	const rules = others(next.protocol);
	const wrong = (said: string, fix: string) => new StoryFault(acts.length, first, said, fix);
	if (handsOff?.to !== next.protocol)
		throw wrong(
			`it has not ended by going on under “${next.protocol}”`,
			"Let it come to an ending with “hands-off:” first",
		);
	if (!rules)
		throw wrong(
			`“${next.protocol}” is not known here`,
			"Play it with the folder of that protocol beside this one’s",
		);
	const begunAt = timeOf(first.at);
	if (Temporal.ZonedDateTime.compare(begunAt, now) < 0)
		throw wrong("it happens before the act above it", "Put the acts in the order of their dates");
	const way = wayOf(rules.protocol, first);
	const cast = rolesOf(rules.protocol, way.with);
	const carried = Object.fromEntries(
		handsOff.carries.flatMap((field) => {
			const answer = difference.answers[field]?.answer;
			return answer === undefined || !way.asks.includes(field) ? [] : [[field, answer]];
		}),
	);
	const goesOn: Story = {
		story,
		closed,
		acts: [{ ...first, enter: { ...carried, ...first.enter } }, ...more],
		expect: next.expect,
	};
	try {
		const calendar =
			Object.keys(closed).length > 0 ? calendarOfStory(rules.protocol, goesOn) : rules.calendar;
		const played = playStory({ ...rules, calendar }, goesOn, cast, others);
		const by = cast.person(first.by ?? "")?.actor;
		if (by) {
			player.waitUntil(begunAt);
			player.happen(beginElsewhere(player.rules, player.difference, by, begunAt));
		}
		return { rules, story: goesOn, played };
	} catch (fault) {
		throw fault instanceof StoryFault ? fault.after(acts.length) : fault;
	}
}

/** The act with which it begins, and its place: raising it may be refused to some before somebody does. */
function opening({ acts }: Story): { index: number; act: StoryAct } {
	const index = acts.findIndex((act) => act.do !== "raise" || act.refused === undefined);
	return {
		index: Math.max(index, 0),
		act: acts[index] ?? acts[0] ?? { at: "", do: "", enter: {} },
	};
}

/** The way to begin that an act names; the usual one where it names none that there is. */
const wayOf = (protocol: Protocol, { way }: StoryAct): Way =>
	waysOf(protocol).find(({ id }) => id === way) ?? protocol.raise;

/** What is known before it begins. */
function headerOf(protocol: Protocol, story: Story, cast: Cast): Header {
	const { index, act } = opening(story);
	const by = act.do === "raise" ? cast.person(act.by ?? "")?.actor : undefined;
	if (!by)
		throw new StoryFault(
			0,
			act,
			"a story begins when somebody raises the difference",
			"Begin it with “do: raise” and “by:” somebody of the raising agency",
		);
	return {
		id: "story",
		reference: "STORY",
		...agenciesOf({ index, act }, wayOf(protocol, act), by, cast),
		raisedBy: by.id,
		raisedAt: timeOf(act.at).toInstant().toString(),
	};
}

/** @throws StoryFault where the agency that it names is none, or there is to be none */
function agenciesOf(
	{ index, act }: { index: number; act: StoryAct },
	way: Way,
	by: Actor,
	cast: Cast,
): Pick<Header, "raisingAgency" | "receivingAgency"> {
	const said = act.with;
	const raisingAgency = cast.raisingAgency(by);
	if (way.with !== "another-agency") {
		if (said !== undefined)
			throw new StoryFault(
				index,
				act,
				`this way to begin says “with: ${way.with}”, and the act names another`,
				"Take “with:” out",
			);
		return { raisingAgency, receivingAgency: otherAgency(way, raisingAgency, null) };
	}
	const other = cast.otherAgency(said);
	if (other === undefined)
		throw new StoryFault(
			index,
			act,
			said === undefined
				? "it does not say with which agency"
				: `there is no agency called “${said}” in this story`,
			said === undefined ? "Add “with:”" : "Correct “with:”, or take it out",
		);
	return { raisingAgency, receivingAgency: other };
}

/** @throws StoryFault when the rules did not answer the act as its story says */
function playAct(scene: Scene): Pick<PlayedAct, "done" | "events" | "refused"> {
	const { player, act, index, now } = scene;
	const done = act.do === "wait" ? undefined : actOfStory(scene);
	const outcome = done ? actOrRefusal(player, done, now) : [];
	if (outcome instanceof Refusal) {
		if (outcome.code === act.refused) return { done, events: [], refused: outcome };
		throw new StoryFault(
			index,
			act,
			act.refused === undefined
				? outcome.message
				: `it was refused as “${outcome.code}”, not as “${act.refused}”: ${outcome.message}`,
			fixForRefusal(player, act.do, outcome),
		);
	}
	if (act.refused === undefined) return { done, events: outcome };
	throw new StoryFault(
		index,
		act,
		`it was expected to be refused (${act.refused}) and was not`,
		"Change the story, or the protocol",
	);
}

function actOrRefusal(
	player: Player,
	{ by, act }: NonNullable<PlayedAct["done"]>,
	now: Temporal.ZonedDateTime,
): RecordedEvent[] | Refusal {
	try {
		return player.act(act, by.actor, now);
	} catch (refusal) {
		if (refusal instanceof Refusal) return refusal;
		throw refusal;
	}
}

/** `2026-03-26 10:15`, local time. */
const timeOf = (said: string): Temporal.ZonedDateTime =>
	Temporal.PlainDateTime.from(said.replace(" ", "T")).toZonedDateTime(zone);
