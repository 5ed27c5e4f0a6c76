import { sayList, withArticle } from "../../../english.ts";
import {
	type Clock,
	type Outcome,
	type Protocol,
	type Stage,
	type Step,
	sayParty,
	stageTitle,
} from "../../protocol.ts";
import { sayClock, sayPanel, sayPlaces, saySideOf } from "../protocol-in-words.ts";
import { compareClock } from "./compare-clocks.ts";
import { idIn, match, matchStages, matchSteps, partyIn } from "./compare-ids.ts";
import {
	asIs,
	asks,
	changed,
	comings,
	compareBy,
	copies,
	differs,
	fieldLabel,
	flag,
	leads,
	list,
	partyKey,
	partyOf,
	quoted,
	type Rows,
	renamed,
	type Said,
	sends,
	type Tell,
	title,
	type Version,
	type Versions,
	value,
	word,
	wording,
} from "./compare-rows.ts";

const stageRows: Rows<Stage> = {
	id: "elsewhere",
	number: value(
		40,
		(name, now, was) => `${name} now has ${now}; it had ${was}.`,
		(number) => `number ${number}`,
		undefined,
		"no number",
	),
	title,
	says: wording((name) => `the text of ${name}`),
	kind: value(
		30,
		(name, now, was) => `${name} is now of the kind “${now}”, not “${was}”.`,
		asIs,
		undefined,
		"none",
	),
	track: value(
		70,
		(name, now, was) => `${name} now belongs to ${now}, not to ${was}.`,
		(track) => `the track “${track}”`,
		undefined,
		"the ordinary track",
	),
	discretionary: flag(
		65,
		(name) => `${name} may now be left out.`,
		(name) => `${name} may no longer be left out.`,
	),
	formsForbidden: "elsewhere",
	forms: value(65, (name, now, was) => `Forms at ${name} are now ${now}; they were ${was}.`, asIs),
	each: list(
		75,
		(name, items) => `${name} is now gone through with ${items} too.`,
		(name, items) => `${name} is no longer gone through with ${items}.`,
		(role, protocol) => `the ${protocol.roles[role]?.called ?? role}`,
		(role, { ids }) => idIn(ids, "role", role),
	),
	steps: "elsewhere",
};

export function compareStages(at: Versions, tell: Tell): void {
	const { before, after } = at;
	const matched = matchStages(before.protocol, after.protocol);
	const titleBefore = (id: string) => stageTitle(before.protocol, id);
	const titleAfter = (id: string) => stageTitle(after.protocol, id);
	for (const stage of matched.added)
		tell(titleAfter(stage.id), [
			{
				kind: "added",
				weight: 92,
				says: `New: ${titleAfter(stage.id)}, with ${sayList(stage.steps.map(({ title }) => quoted(title)))}.`,
			},
		]);
	for (const stage of matched.removed)
		tell(titleBefore(stage.id), [
			{
				kind: "removed",
				weight: 92,
				says: `${titleBefore(stage.id)} is gone, with ${sayList(stage.steps.map(({ title }) => quoted(title)))}.`,
			},
		]);
	const order = (stages: Stage[], version: Version) =>
		stages.map(({ id }) => idIn(version.ids, "stage", id));
	const kept = new Set(matched.pairs.map(([, now]) => now.id));
	const [was, now] = [
		order(before.protocol.stages, before).filter((id) => kept.has(id)),
		order(after.protocol.stages, after).filter((id) => kept.has(id)),
	];
	if (differs(was, now))
		tell("The protocol as a whole", [
			changed(60, `The stages now stand in this order: ${now.map(titleAfter).join("; ")}.`),
		]);
	for (const [stageWas, stageNow] of matched.pairs) {
		const area = titleAfter(stageNow.id);
		tell(area, renamed(area, stageWas.id, stageNow.id));
		tell(area, compareBy(stageRows, stageWas, stageNow, { ...at, name: area }));
		compareSteps(at, (said) => tell(area, said), stageWas.steps, stageNow.steps);
		const [first, firstNow] = [stageWas.steps[0], stageNow.steps[0]];
		if (first && firstNow && idIn(before.ids, "step", first.id) !== firstNow.id)
			tell(area, [
				changed(80, `${area} now begins with “${firstNow.title}”, not with “${first.title}”.`),
			]);
	}
}

export function compareAside(
	at: Versions,
	tell: Tell,
	area: string,
	was: Step[],
	now: Step[],
): void {
	compareSteps(at, (said) => tell(area, said), was, now);
}

/** What a step asks besides the part of the form that it fills in, which is told with the form. */
function ownAsks(step: Step, protocol: Protocol): string[] {
	const part = protocol.forms[step.form?.form ?? ""]?.parts.find(
		({ id }) => id === step.form?.part,
	);
	const inForm = new Set(part?.sections.flatMap(({ asks }) => asks));
	return step.asks.filter((id) => !inForm.has(id) && !id.startsWith("consulted-"));
}

export const stepRows: Rows<Step> = {
	id: "elsewhere",
	name: "elsewhere",
	writtenAs: "elsewhere",
	stage: "elsewhere",
	round: "elsewhere",
	kind: value(
		60,
		(name, now, was) => `${name} is now ${withArticle(now)}, not ${withArticle(was)}.`,
		(kind) => kind,
	),
	title,
	says: wording((name) => `the guidance for ${name}`),
	by: value(
		85,
		(name, now, was) => `${name} is now for ${now}, not for ${was}.`,
		partyOf,
		partyKey,
	),
	with: value(
		60,
		(name, now, was) => `${name} is now done with ${now}, not with ${was}.`,
		partyOf,
		partyKey,
	),
	to: value(55, (name, now, was) => `${name} now goes to ${now}, not to ${was}.`, asIs),
	namedIn: value(
		55,
		(name, now, was) => `${name} is now for ${now}, not for ${was}.`,
		(field, protocol) =>
			field === "raised-by"
				? "whoever raised it"
				: `the person named in ${fieldLabel(field, protocol)}`,
		(field, { ids }) => field && idIn(ids, "field", field),
		"no named person",
	),
	notBy: {
		key: (notBy, { ids }) =>
			typeof notBy === "string" ? notBy : notBy.map((id) => idIn(ids, "step", id)).sort(),
		says: (was, now, { before, after, name }) => {
			const say = (notBy: Step["notBy"], protocol: Protocol) =>
				notBy === "everyone-before"
					? "anybody who had a part before"
					: notBy.length === 0
						? "nobody in particular"
						: `whoever did ${sayList(notBy.map((id) => quoted(protocol.steps[id]?.title ?? id)))}`;
			return [
				changed(
					60,
					`${name} may not be done by ${say(now, after.protocol)}; before, by ${say(was, before.protocol)}.`,
				),
			];
		},
	},
	of: value(
		60,
		(name, now, was) => `${name} now signs ${now}, not ${was}.`,
		(id, protocol) => quoted(protocol.steps[id]?.title ?? id),
		(id, { ids }) => id && idIn(ids, "step", id),
		"nothing",
	),
	form: value(
		60,
		(name, now, was) => `${name} now fills in ${now}, not ${was}.`,
		({ form, part }, protocol) => sayPart(protocol, form, part),
		(form, { ids }) => form && { ...form, form: idIn(ids, "form", form.form) },
		"no form",
	),
	letter: value(
		55,
		(name, now, was) => `${name} now writes ${now}, not ${was}.`,
		(id, protocol) => quoted(protocol.letters[id]?.title ?? id),
		(id, { ids }) => id && idIn(ids, "letter", id),
		"no letter",
	),
	consults: list(
		60,
		(name, items) => `Before ${name}, ${items} must now be consulted.`,
		(name, items) => `Before ${name}, ${items} need no longer be consulted.`,
		partyOf,
		(party, { ids }) => partyIn(ids, party),
	),
	attends: list(
		60,
		(name, items) => `At ${name}, ${items} must now attend.`,
		(name, items) => `At ${name}, ${items} need no longer attend.`,
		partyOf,
		(party, { ids }) => partyIn(ids, party),
	),
	chair: value(
		60,
		(name, now, was) => `${name} is now chaired by ${now}, not by ${was}.`,
		partyOf,
		partyKey,
	),
	panel: value(
		70,
		(name, now, was) => `Who decides at ${name} has changed. Now: ${now} Before: ${was}`,
		(panel, protocol) => sayPanel(protocol, { panel }) ?? "",
		undefined,
		"no panel.",
	),
	asks: "elsewhere",
	private: flag(
		60,
		(name) => `What is entered at ${name} is now for its own side alone to read.`,
		(name) => `What is entered at ${name} may now be read by the other sides.`,
	),
	final: flag(
		75,
		(name) => `${name} is now final.`,
		(name) => `${name} is no longer final.`,
	),
	timeNotStated: flag(
		30,
		(name) => `The protocol now says that it states no time for ${name}.`,
		(name) => `The protocol no longer says that it states no time for ${name}.`,
	),
	recordOnChildsRecord: flag(
		50,
		(name) => `${name} must now be written on the child’s record.`,
		(name) => `${name} need no longer be written on the child’s record.`,
	),
	outcomes: "elsewhere",
};

export const outcomeRows: Rows<Outcome> = {
	id: "elsewhere",
	say: wording((name) => `the choice ${name}`),
	asks: asks(),
	sends: sends(65),
	copies,
	acknowledges: value(
		55,
		(name, now, was) => `${name} now acknowledges it to ${now}, not to ${was}.`,
		(side, protocol) => saySideOf(protocol, side),
	),
	whenDone: list(
		65,
		(name, items) => `${name} now leads on only once ${items} is done too.`,
		(name, items) => `${name} no longer waits for ${items}.`,
		(id, protocol) => quoted(protocol.steps[id]?.title ?? id),
		(id, { ids }) => idIn(ids, "step", id),
	),
	stillDue: flag(
		80,
		(name) => `With ${name}, the time limit of the step now runs on.`,
		(name) => `With ${name}, the time limit of the step is now met.`,
	),
	blank: flag(
		50,
		(name) => `With ${name}, what is asked may now be left blank.`,
		(name) => `With ${name}, what is asked must now be answered.`,
	),
	leadsTo: leads(88),
};

const sayPart = (protocol: Protocol, form: string, part: string): string => {
	const found = protocol.forms[form];
	return `“${found?.title ?? form}”, ${found?.parts.find(({ id }) => id === part)?.title ?? part}`;
};

function compareSteps(at: Versions, tell: (said: Said[]) => void, was: Step[], now: Step[]): void {
	const { before, after } = at;
	const clocksBefore = before.clocks;
	const clocksAfter = after.clocks;
	const matched = matchSteps(was, now);
	const owes = (step: Step, protocol: Protocol, clock: Clock | undefined) =>
		`“${step.title}” (${sayParty(protocol, step.by)}${clock ? `, ${sayClock(protocol, clock)}` : ""})`;
	tell(
		comings(matched, 90, {
			isNew: (step) => `New step: ${owes(step, after.protocol, clocksAfter.get(step.id))}.`,
			isGone: (step) =>
				`The step ${owes(step, before.protocol, clocksBefore.get(step.id))} is gone.`,
			idOf: ({ name }) => name,
			name: ({ title }) => quoted(title),
		}),
	);
	for (const [stepWas, stepNow] of matched.pairs) {
		const name = quoted(stepNow.title);
		tell(compareBy(stepRows, stepWas, stepNow, { ...at, name }));
		tell(
			compareBy(
				{ asks: asks() },
				{ asks: ownAsks(stepWas, before.protocol) },
				{ asks: ownAsks(stepNow, after.protocol) },
				{ ...at, name },
			),
		);
		tell(compareOutcomes(at, name, stepWas, stepNow));
		tell(compareClock(at, clocksBefore.get(stepWas.id), clocksAfter.get(stepNow.id), name));
	}
}

function compareOutcomes(at: Versions, name: string, was: Step, now: Step): Said[] {
	const matched = match(
		was.outcomes,
		now.outcomes,
		({ id }) => id,
		({ say }) => say,
	);
	return [
		...comings(matched, 80, {
			isNew: ({ say, leadsTo }) =>
				`New choice at ${name}: “${say}”, which leads to ${sayPlaces(at.after.protocol, leadsTo)}.`,
			isGone: ({ say }) => `The choice “${say}” at ${name} is gone.`,
			idOf: ({ id }) => id,
			name: ({ say }) => `“${say}” at ${name}`,
		}),
		...matched.pairs.flatMap(([a, b]) =>
			compareBy(outcomeRows, a, b, { ...at, name: `“${b.say}” at ${name}` }),
		),
		...(matched.added.length + matched.removed.length === 0 &&
		differs(
			was.outcomes.map(({ id }) => at.before.ids.outcome.get(`${was.id}.${id}`) ?? id),
			now.outcomes.map(({ id }) => id),
		)
			? [word(`The choices at ${name} stand in another order.`, 3)]
			: []),
	];
}
