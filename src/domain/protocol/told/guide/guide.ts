import { sayAny, sayList, startingLarge, withArticle } from "../../../english.ts";
import type { Sector } from "../../../people/viewer.ts";
import {
	type Clock,
	isAgencySide,
	type Move,
	type Protocol,
	type Step,
	sayParty,
	stageOf,
	stageTitle,
	waysOf,
} from "../../protocol.ts";
import { sayWithin } from "../../within.ts";
import { flowOf, notesOf, sayLongClock } from "../draw/flow.ts";
import {
	firstRound,
	isForEveryStage,
	noTimeStated,
	sayClock,
	sayCopy,
	sayCounting,
	sayOwer,
	sayPanel,
	sayParties,
	sayPlaces,
	sayRaisers,
	sayRight,
	saySideOf,
	sayWaysOn,
	sayWhile,
	sayWindow,
} from "../protocol-in-words.ts";

/** A protocol as its one-page guide tells it: words in order, nothing of how they are set. */
export type Guide = {
	title: string;
	version: string;
	partnership: string;
	source?: string | undefined;
	/** What it is for. */
	about: string;
	/** Whom to ring first. */
	safety: { if: string; call: string; name: string }[];
	/** What belongs elsewhere, and where to go with it. */
	notFor: { if: string; go: string }[];
	/** Ways to begin, each with who may and by when. */
	starts: { title: string; who: string; says: string[] }[];
	/** In order; what stands beside the stages, and after the end, last. */
	stages: GuideStage[];
	/** Time limits over several stages, a sentence each. */
	limits: string[];
	/** What may be done besides. */
	moves: { title: string; who: string; when: string; says: string[] }[];
	endings: { title: string; says: string[] }[];
	/** How days are counted, who may change a date, when people are reminded; sentences. */
	time: string[];
	/** Which agency is which. */
	agencies: string;
	/** What the roles are called in each sector; undefined where they have one name everywhere. */
	roles?: { columns: string[]; rows: string[][] } | undefined;
	/** What a difference can be about. */
	themes: string[];
	/** The partnership's own guidance, also what was decided where its text is silent. */
	guidance: { title: string; says: string }[];
	report?: string | undefined;
};

export type GuideStage = {
	title: string;
	says?: string | undefined;
	/** "No form is used at this stage." */
	notes: string[];
	steps: GuideStep[];
};

export type GuideStep = {
	title: string;
	who: string;
	/** By when, with what starts it; undefined for a step without a clock. */
	by?: string | undefined;
	says?: string | undefined;
	/** What happens when nobody does it in time. */
	silence?: string | undefined;
	/** The form or letter, who must be there, who gets a copy; a sentence each. */
	notes: string[];
};

/** The one-page guide of a protocol. */
export function guideOf(protocol: Protocol): Guide {
	const { words } = protocol;
	const clocks = new Map(
		protocol.clocks.flatMap((clock) => (clock.step ? [[clock.step, clock]] : [])),
	);
	const whenLate = new Map<string, Move[]>();
	for (const move of protocol.moves.filter((each) => each.whenLate))
		for (const when of move.while)
			if ("step" in when) whenLate.set(when.step, [...(whenLate.get(when.step) ?? []), move]);
	const tell = (step: Step, isSaidOfStage = false) =>
		guideStep(protocol, step, clocks.get(step.id), whenLate.get(step.id) ?? [], isSaidOfStage);
	const aside = (title: string, steps: Step[]): GuideStage[] =>
		steps.length > 0 ? [{ title, notes: [], steps: steps.map((step) => tell(step)) }] : [];
	return {
		title: protocol.title,
		version: protocol.version,
		partnership: protocol.partnership,
		source: protocol.source,
		about: protocol.about,
		safety: protocol.safety,
		notFor: protocol.notFor.map(({ if: when, go }) => ({ if: when, go })),
		starts: waysOf(protocol).map((way) => ({
			title: way.title ?? `Raise ${withArticle(words.difference)}`,
			who: startingLarge(sayRaisers(protocol, way)),
			says: [
				way.says,
				sayWindow(protocol, way),
				way.sends &&
					`Told at once: ${sayList(way.sends.to.map((side) => saySideOf(protocol, side)))}.`,
			].filter((said) => said !== undefined),
		})),
		stages: [
			...protocol.stages.map((stage) => ({
				title: stageTitle(protocol, stage.id),
				says: stage.says,
				notes: [
					...(stage.track ? [`Track: ${stage.track}.`] : []),
					...notesOf(protocol, stage),
					...(isAllOnRecord(stage.steps) ? [`Write it on the ${words.child}’s record.`] : []),
				],
				steps: firstRound(protocol, stage.steps).map((step) =>
					tell(step, isAllOnRecord(stage.steps)),
				),
			})),
			...aside("Beside the stages", protocol.beside),
			...aside("Afterwards", protocol.afterwards),
		],
		limits: protocol.clocks
			.filter(({ step }) => step === undefined)
			.map((clock) => sayLongClock(protocol, clock)),
		moves: protocol.moves.map((move) => guideMove(protocol, move)),
		endings: flowOf(protocol).endings.map(({ title, says }) => ({
			title,
			says,
		})),
		time: [
			...sayCounting(protocol),
			...sayRights(protocol),
			`Concord reminds whoever owes something ${sayWithin(protocol.reminders.before)} before it is due, and every ${sayWithin(protocol.reminders.lateEvery)} while it is late; what has no date is asked about every ${sayWithin(protocol.reminders.noClockEvery)}.`,
		],
		agencies: `“${startingLarge(words.raising)}” is the agency that raises ${withArticle(words.difference)}; “${words.receiving}” is the one that it is raised with.`,
		roles: rolesBySector(protocol),
		themes: Object.values(protocol.themes),
		guidance: protocol.guidance,
		report:
			protocol.report && `Reported on every ${protocol.report.every} to the ${protocol.report.to}.`,
	};
}

const isAllOnRecord = (steps: Step[]): boolean =>
	steps.every(({ recordOnChildsRecord }) => recordOnChildsRecord);

function guideStep(
	protocol: Protocol,
	step: Step,
	clock: Clock | undefined,
	whenLate: Move[],
	/** Whether the stage says already that everything goes on the record. */
	isSaidOfStage: boolean,
): GuideStep {
	const repeated = stageOf(protocol, step.stage)?.each ?? [];
	const form = step.form && protocol.forms[step.form.form];
	const part = form?.parts.find(({ id }) => id === step.form?.part);
	const copies = step.outcomes.flatMap((outcome) => outcome.copies);
	return {
		title: step.title,
		who: startingLarge(
			repeated.includes(step.by.role) && isAgencySide(step.by.side)
				? `${protocol.words[step.by.side]}’s ${sayAny(repeated.map((role) => protocol.roles[role]?.called ?? role))}`
				: sayOwer(protocol, step),
		),
		by: clock ? sayClock(protocol, clock, "brief") : step.timeNotStated ? noTimeStated : undefined,
		says: step.says,
		silence: saySilence(protocol, clock, whenLate),
		notes: [
			part && form ? `Form: ${form.title}, ${part.title}.` : "",
			step.letter ? `Letter: ${protocol.letters[step.letter]?.title ?? step.letter}.` : "",
			step.to && !step.title.includes(step.to) ? `To: ${step.to}.` : "",
			step.consults.length > 0
				? `First consult ${sayList(step.consults.map((party) => sayParty(protocol, party)))}.`
				: "",
			step.attends.length > 0
				? `Must attend: ${sayList(step.attends.map((party) => sayParty(protocol, party)))}.`
				: "",
			step.chair ? `Chair: ${sayParty(protocol, step.chair)}.` : "",
			sayPanel(protocol, step) ?? "",
			step.final ? "This is final." : "",
			copies.length > 0
				? `Copies: ${sayList([...new Set(copies.map((copy) => sayCopy(protocol, copy)))])}.`
				: "",
			step.recordOnChildsRecord && !isSaidOfStage
				? `Write it on the ${protocol.words.child}’s record.`
				: "",
		].filter(Boolean),
	};
}

/** What happens when nobody answers: what opens by itself, and what somebody may then do. */
function saySilence(
	protocol: Protocol,
	clock: Clock | undefined,
	whenLate: Move[],
): string | undefined {
	const said = [
		...(clock && clock.late.length > 0
			? [
					`it goes on to ${clock.late
						.map((target) => {
							const step = target.go === "step" ? protocol.steps[target.step] : undefined;
							return `${sayPlaces(protocol, [target])}${step ? ` (${sayParty(protocol, step.by)})` : ""}`;
						})
						.join(" and ")}`,
				]
			: []),
		...whenLate.map((move) => `${sayParties(protocol, move.by)} may choose “${move.title}”`),
	];
	return said.length > 0 ? `If that does not happen in time, ${said.join("; ")}.` : undefined;
}

function guideMove(protocol: Protocol, move: Move): Guide["moves"][number] {
	const leads = sayWaysOn(protocol, move);
	return {
		title: move.title,
		who: startingLarge(sayParties(protocol, move.by)),
		when: [
			isForEveryStage(protocol, move)
				? "at any stage"
				: sayAny([...new Set(move.while.map((when) => sayWhile(protocol, when)))]),
			move.whenLate ? "once its time has passed" : "",
			move.once ? "once" : "",
		]
			.filter(Boolean)
			.join(", "),
		says: [
			move.says,
			move.consults.length > 0
				? `First consult ${sayList(move.consults.map((party) => sayParty(protocol, party)))}.`
				: undefined,
			leads ? `Leads to ${leads}.` : undefined,
		].filter((said) => said !== undefined),
	};
}

const sayRights = (protocol: Protocol): string[] => {
	const { extend, pause, bringForward } = protocol.clockRights;
	return [
		extend && sayRight(protocol, "give more time", extend),
		pause && sayRight(protocol, "let the time stand still", pause),
		bringForward && sayRight(protocol, "ask for a sooner date", bringForward),
	].filter((said) => said !== undefined);
};

/** Sectors as people name them. */
export const sectorNames: Record<Sector, string> = {
	"social-care": "Social care",
	police: "Police",
	health: "Health",
	education: "Education",
	"early-years": "Early years",
	probation: "Probation",
	housing: "Housing",
	voluntary: "Voluntary, community and faith",
	partnership: "Partnership",
	other: "Other",
};

/** Who is the manager at a school? One row for the sectors that have the same names. */
function rolesBySector(protocol: Protocol): Guide["roles"] {
	const roles = Object.values(protocol.roles).filter((role) => Object.keys(role.in).length > 0);
	const sectors = (Object.keys(sectorNames) as Sector[]).filter((sector) =>
		roles.some((role) => role.in[sector]),
	);
	if (roles.length === 0) return undefined;
	const sameNames = Map.groupBy(sectors, (sector) =>
		JSON.stringify(roles.map((role) => role.in[sector])),
	);
	return {
		columns: ["In", ...roles.map(({ called }) => startingLarge(called))],
		rows: [
			...[...sameNames.values()].map((alike) => [
				startingLarge(sayList(alike.map((sector) => sectorNames[sector].toLowerCase()))),
				...roles.map((role) => role.in[alike[0] ?? "other"] ?? role.called),
			]),
			["Everywhere else", ...roles.map(({ called }) => called)],
		],
	};
}
