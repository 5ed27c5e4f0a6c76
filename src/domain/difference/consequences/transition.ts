import type { DueDate } from "../../calendar/due-date.ts";
import { dueDate } from "../../calendar/due-date.ts";
import { sayDay } from "../../calendar/iso-day.ts";
import type { Answers } from "../../protocol/answers.ts";
import { stepsAhead } from "../../protocol/check/paths.ts";
import {
	afterwards,
	beside,
	type Clock,
	type Copy,
	clockRule,
	firstStepOf,
	isAside,
	type Occasion,
	type Sends,
	type Side,
	type Step,
	type StepId,
	stageOf,
	stepOf,
	type Target,
	type Way,
} from "../../protocol/protocol.ts";
import { londonTime, zone } from "../../time.ts";
import {
	clockOf,
	type Difference,
	evolve,
	isOpenClock,
	lastDone,
	type RecordedEvent,
	type RunningClock,
} from "../difference.ts";
import type { By, ClockChange, EventBody } from "../events.ts";
import type { Rules } from "../rules.ts";
import { audienceOfClock, audienceOfStep, knowing, union } from "../who/may-read.ts";
import { limitNow, recalculated } from "./clock-dates.ts";

/**
 * One act and all that follows from it at the same moment: steps that open, clocks that start and stop,
 * sides that are told. Each entry is applied before the next is decided.
 */
export class Transition {
	readonly events: RecordedEvent[] = [];
	difference: Difference;
	readonly #rules: Rules;
	readonly #now: Temporal.ZonedDateTime;
	readonly #by: By | undefined;

	constructor(rules: Rules, difference: Difference, now: Temporal.ZonedDateTime, by?: By) {
		this.#rules = rules;
		this.difference = difference;
		this.#now = now;
		this.#by = by;
	}

	/** Adds an entry to the record. */
	add(happening: EventBody, audience: Side[]): void {
		const event: RecordedEvent = {
			...happening,
			seq: this.difference.seq + 1,
			at: this.#now.toInstant().toString(),
			...(this.#by && { by: this.#by }),
			audience,
		};
		this.events.push(event);
		this.difference = evolve(this.#rules.protocol, this.difference, event);
	}

	/** Goes where an outcome or a move leads. */
	follow(targets: Target[]): void {
		for (const target of targets) {
			if (target.go === "step") this.#goTo(target.step);
			if (target.go === "stage") {
				const first = stageOf(this.#rules.protocol, target.stage)?.steps[0];
				if (first) this.#goTo(first.id);
			}
			if (target.go === "end") this.#end(target.ending);
		}
	}

	/** Goes where a way to begin leads. What it sends is sent once its stage has begun: who hears of it hears where it stands. */
	begin(way: Way): void {
		const first = firstStepOf(this.#rules.protocol, way);
		if (first && !isAside(first)) this.#enter(first.stage, first.id);
		this.send(way.sends);
		this.follow([way.start]);
	}

	/** Tells sides what is sent to them, and which outcome sent it; they know of the difference from then on. */
	send(sends: Sends | undefined, of?: { step: StepId; outcome: string } | undefined): void {
		if (!sends) return;
		const { protocol } = this.#rules;
		const isForm = (each: string) => Object.hasOwn(protocol.forms, each);
		const answers = Object.fromEntries(
			sends.what.flatMap((field) => {
				const given = this.difference.answers[field];
				return given ? [[field, given.answer]] : [];
			}),
		);
		// What nobody answered, because its stage was passed over, is not said to have been sent.
		const what = sends.what.filter((each) => isForm(each) || each in answers);
		const encloses = what.some(isForm) ? this.#entriesOfForms() : [];
		const newcomers = sends.to.filter((side) => !(side in this.difference.known));
		const own = this.#by ? [this.#by.side] : [];
		this.add(
			{
				type: "sent",
				stage: this.difference.stage,
				what,
				to: sends.to,
				answers,
				encloses:
					newcomers.length > 0
						? [...encloses, ...this.#entriesOfClocksFor(newcomers)].sort((a, b) => a - b)
						: encloses,
				...(of && { of }),
			},
			union(own, sends.to),
		);
	}

	/** Tells of something whoever is copied, and sends them as much of it as they may see. */
	copy(
		copies: Copy[],
		sends: Sends | undefined,
		of?: { step: StepId; outcome: string } | undefined,
	): void {
		for (const { to, sees } of copies) {
			const { side } = to;
			const own = this.#by?.side;
			if (sees !== "notice" && side !== own && !sends?.to.includes(side))
				this.send({ what: sees === "all" ? (sends?.what ?? []) : [], to: [side] }, of);
			const readers = union(own ? [own] : [], side in this.difference.known ? [side] : []);
			this.add({ type: "copied", to, sees }, readers);
		}
	}

	/** Ends what a step was held to: its clock is met, and what only its lateness had opened is dropped. */
	settle(step: StepId): void {
		this.#meet(step);
		for (const target of this.#ruleOf(step)?.late ?? [])
			if (target.go === "step") this.drop(target.step);
	}

	/** Meets every clock of no one step that waits for this, and starts every clock that begins with it. */
	happened(occasion: Occasion): void {
		for (const clock of this.#rules.protocol.clocks)
			if (!clock.step && clock.until.some((each) => isSame(each, occasion))) this.#meet(clock.id);
		for (const clock of this.#rules.protocol.clocks)
			if (clock.from.some((each) => isSame(each, occasion)) && !this.#goesOn(clock, occasion))
				this.#start(clock, this.#now);
	}

	/** A step that is asked for again before it was done, or of somebody else, has no more time for that. */
	#goesOn({ id, step }: Clock, occasion: Occasion): boolean {
		const running = clockOf(this.difference, id);
		return (
			occasion.is === "event" &&
			occasion.event === `${step}.opened` &&
			running !== undefined &&
			isOpenClock(running)
		);
	}

	/** What follows from answers: clocks that are counted from them, go by them, or are asked for sooner. */
	answered(answers: Answers): void {
		for (const clock of this.#rules.protocol.clocks) {
			const { limit } = clock;
			for (const each of clock.from)
				if (each.is === "field" && each.field in answers) {
					const from = timeIn(answers[each.field]);
					if (from) this.#start(clock, from);
				}
			const running = clockOf(this.difference, clock.id);
			if ("on" in limit) {
				if (running && isOpenClock(running) && limit.on in answers) this.#agreeAnew(running, clock);
				continue;
			}
			if (limit.tiers && limit.tiers.choice in answers) this.recalculate(clock.id, "depends-on");
			if (running && isOpenClock(running) && limit.orSooner && limit.orSooner.on in answers) {
				const due = this.#sooner(running.due, clock);
				if (due !== running.due) this.changeClock(running, "brought-forward", due, {});
			}
		}
	}

	/** People agreed another date than the one that an open clock goes by. */
	#agreeAnew(running: RunningClock, clock: Clock): void {
		const due = this.#due(clock, londonTime(running.due.start));
		if (due && due.due !== running.due.due) this.changeClock(running, "depends-on", due, {});
	}

	/** Moves the date of an open clock. */
	changeClock(
		{ clock, due: before }: RunningClock,
		how: ClockChange,
		due: DueDate,
		answers: Answers,
	): void {
		this.add(
			{ type: "clock-changed", clock, how, was: before.day, due, answers },
			this.#audienceOfClock(clock),
		);
	}

	/** Counts an open clock again from where it began. Nothing happens when its date stays. */
	recalculate(id: string, how: Extract<ClockChange, "calendar" | "version" | "depends-on">): void {
		const clock = clockOf(this.difference, id);
		const due = clock && recalculated(this.#rules, this.difference, clock);
		if (clock && due && due.due !== clock.due.due) this.changeClock(clock, how, due, {});
	}

	/** Starts a clock. A round of a step's clock that still runs gives way to the new one; any other starts once. */
	#start(clock: Clock, from: Temporal.ZonedDateTime): void {
		const rounds = this.difference.clocks.filter((each) => each.clock === clock.id).length;
		if (!clock.step && rounds > 0) return;
		const running = clockOf(this.difference, clock.id);
		// Of several things that may start it the first counts, for as long as the step is waited for.
		if (clock.from.length > 1 && running && isOpenClock(running)) return;
		const due = this.#due(clock, from);
		if (!due) return;
		this.#dropClock(clock.id);
		this.add(
			{ type: "clock-started", clock: clock.id, round: rounds + 1, due },
			this.#audienceOfClock(clock.id),
		);
	}

	/** Says of an open clock that what it asked for was done, and whether late. */
	#meet(id: string): void {
		const running = clockOf(this.difference, id);
		if (!running || !isOpenClock(running)) return;
		const late =
			running.state !== "paused" &&
			isPast(running, this.#doneAt(id)) &&
			this.#ruleOf(id)?.strength !== "indicative";
		this.add({ type: "clock-met", clock: id, late }, this.#audienceOfClock(id));
	}

	/** Takes back a step that is open: nobody owes it any more. */
	drop(step: StepId): void {
		if (!this.difference.open.some((open) => open.step === step)) return;
		this.add({ type: "step-dropped", step }, this.#audienceOf(step));
		this.#dropClock(step);
	}

	/** Takes back every step of the stages; what stands beside them or is owed afterwards stays. */
	dropStages(): void {
		for (const { step } of this.difference.open)
			if (!isAside(stepOf(this.#rules.protocol, step))) this.drop(step);
	}

	/** Somebody owes the step from now on. Nothing changes when the same person owes it already. */
	#open(step: Step): void {
		const { id } = step;
		const named =
			step.namedIn === "raised-by" ? { id: this.difference.raisedBy } : this.#named(step.namedIn);
		if (this.difference.open.some((open) => open.step === id && open.person === named?.id)) return;
		this.add(
			{ type: "step-opened", step: id, ...(named && { person: named.id }) },
			audienceOfStep(this.#rules.protocol, this.difference, step),
		);
		this.happened({ is: "event", event: `${id}.opened` });
		this.#followUpWhatIsLateAlready(id);
	}

	/**
	 * A step may be owed only once its date has passed: of a conference that is near, or after slow stages. Whoever
	 * follows up is asked at once; the difference is not taken out of the hands of whoever was only now asked.
	 */
	#followUpWhatIsLateAlready(id: StepId): void {
		const rule = this.#ruleOf(id);
		if (!rule || clockOf(this.difference, id)?.state !== "ran-out") return;
		const { stage } = stepOf(this.#rules.protocol, id);
		const followUps = rule.late.filter((target) => {
			if (target.go !== "step") return false;
			const step = stepOf(this.#rules.protocol, target.step);
			return isAside(step) || step.stage === stage;
		});
		if (followUps.length === 0) return;
		this.send(rule.lateSends);
		this.follow(followUps);
	}

	#goTo(id: StepId): void {
		const step = stepOf(this.#rules.protocol, id);
		if (!isAside(step) && step.stage !== this.difference.stage) this.#enter(step.stage, id);
		else this.#leaveOtherRounds(step);
		this.#open(step);
	}

	/** In a stage that is repeated for each of several roles, the turn of one ends when that of another begins. */
	#leaveOtherRounds({ stage, round }: Step): void {
		if (round === undefined) return;
		const isOfOther = (step: Step) => step.stage === stage && step.round !== round;
		for (const { step } of this.difference.open)
			if (isOfOther(stepOf(this.#rules.protocol, step))) this.drop(step);
		this.#dropClocks(isOfOther);
	}

	#enter(stage: string, first: StepId): void {
		this.dropStages();
		const ahead = stepsAhead(this.#rules.protocol, first);
		this.#dropClocks(
			(step) => step.stage === this.difference.stage || (!isAside(step) && !ahead.has(step.id)),
		);
		this.add(
			{ type: "stage-entered", stage, skipped: this.#skippedBefore(stage) },
			this.#audienceOf(first),
		);
		this.happened({ is: "stage", stage });
	}

	/**
	 * The numbered stages before this one that are passed over now, not before. A discretionary stage may be left out, and
	 * a change of track passes over nothing.
	 */
	#skippedBefore(stage: string): string[] {
		const { stages } = this.#rules.protocol;
		const track = (id: string) => stages.find((each) => each.id === id)?.track;
		const now = this.difference.stage;
		if (now !== "" && track(now) !== track(stage)) return [];
		const order = stages.map(({ id }) => id);
		return stages
			.slice(0, order.indexOf(stage))
			.filter(
				(before) =>
					before.number !== undefined &&
					!before.discretionary &&
					before.track === track(stage) &&
					!this.difference.stages.some(
						(entered) => entered.stage === before.id || entered.skipped.includes(before.id),
					),
			)
			.map(({ id }) => id);
	}

	#end(ending: string): void {
		const { protocol } = this.#rules;
		for (const { step } of this.difference.open)
			if (!mayOutlastTheEnd(stepOf(protocol, step))) this.drop(step);
		this.#dropClocks((step) => !mayOutlastTheEnd(step));
		this.happened({ is: "end" });
		this.happened({ is: "end", ending });
		for (const { id, step } of protocol.clocks) if (!step) this.#dropClock(id);
		this.add({ type: "ended", ending }, knowing(this.difference));
		const opens = protocol.endings[ending]?.opens;
		if (opens && this.difference.stages.some(({ stage }) => stage === opens.from))
			// Who never heard of it owes nothing afterwards.
			this.follow(
				opens.steps.filter(
					(target) =>
						target.go !== "step" || stepOf(protocol, target.step).by.side in this.difference.known,
				),
			);
	}

	/** Stops a clock that nobody is held to any more. */
	#dropClock(id: string): void {
		const clock = clockOf(this.difference, id);
		if (clock && isOpenClock(clock))
			this.add({ type: "clock-dropped", clock: id }, this.#audienceOfClock(id));
	}

	/** Stops clocks that started for a step which is not owed: the path went another way. */
	#dropClocks(ofStep: (step: Step) => boolean): void {
		for (const clock of this.#rules.protocol.clocks)
			if (clock.step && ofStep(stepOf(this.#rules.protocol, clock.step))) this.#dropClock(clock.id);
	}

	#audienceOf = (step: StepId): Side[] =>
		audienceOfStep(this.#rules.protocol, this.difference, stepOf(this.#rules.protocol, step));

	#audienceOfClock = (clock: string): Side[] =>
		audienceOfClock(this.#rules.protocol, this.difference, clock);

	#ruleOf = (clock: string): Clock | undefined => clockRule(this.#rules.protocol, clock);

	#named(field: string | undefined): { id: string } | undefined {
		const answer = field ? this.difference.answers[field]?.answer : undefined;
		return typeof answer === "object" && "id" in answer ? answer : undefined;
	}

	#due(clock: Clock, from: Temporal.ZonedDateTime): DueDate | undefined {
		const { calendar } = this.#rules;
		const { limit } = clock;
		if ("within" in limit)
			return this.#sooner(dueDate(from, limitNow(limit, this.difference), calendar), clock);
		const agreed = timeIn(this.difference.answers[limit.on]?.answer);
		const day = this.difference.answers[limit.on]?.answer;
		return agreed && typeof day === "string"
			? agreedTime(from, day, calendar.name, calendar.version)
			: undefined;
	}

	/** When the step of a clock was done: as its doer says, where the protocol asks them, else now. */
	#doneAt(clock: string): Temporal.ZonedDateTime {
		const field = this.#ruleOf(clock)?.doneAt;
		const said = field && timeIn(this.difference.answers[field]?.answer);
		return said || this.#now;
	}

	/** The date that a person set, where it is sooner than this one and not yet past; else this one. */
	#sooner(due: DueDate, { limit }: Clock): DueDate {
		const on = "within" in limit ? limit.orSooner?.on : undefined;
		const set = on ? this.difference.answers[on]?.answer : undefined;
		if (typeof set !== "string" || !timeIn(set)) return due;
		const { calendar } = this.#rules;
		const sooner = agreedTime(londonTime(due.start), set, calendar.name, calendar.version);
		const isSooner =
			Temporal.Instant.compare(sooner.due, due.due) < 0 &&
			Temporal.Instant.compare(sooner.due, this.#now.toInstant()) >= 0;
		return isSooner
			? {
					...sooner,
					rule: `A sooner date was set, with a reason: ${sayWhen(set)}. Without it: ${due.rule}`,
				}
			: due;
	}

	/** The entries of clocks that already run, for sides that hear of them only now. */
	#entriesOfClocksFor(newcomers: Side[]): number[] {
		const { protocol } = this.#rules;
		return this.difference.clocks
			.filter((clock) => {
				const step = this.#ruleOf(clock.clock)?.step;
				return (
					isOpenClock(clock) &&
					(!step ||
						audienceOfStep(protocol, this.difference, stepOf(protocol, step)).some((side) =>
							newcomers.includes(side),
						))
				);
			})
			.flatMap(({ seqs }) => seqs);
	}

	/** The entries that make up the forms as they stand: each part, its sign-off, and why a stage was skipped. */
	#entriesOfForms(): number[] {
		const { protocol } = this.#rules;
		const parts = Object.values(protocol.steps).filter(
			({ form, kind }) => form || kind === "sign-off",
		);
		return [
			...parts.flatMap(({ id }) => lastDone(this.difference, id)?.seq ?? []),
			...this.difference.moves
				.filter(({ move }) => protocol.moves.find(({ id }) => id === move)?.skips)
				.map(({ seq }) => seq),
		].sort((a, b) => a - b);
	}
}

/** The first moment that is too late: the whole second of the due time is still in time. */
export const firstLateMoment = (due: DueDate): Temporal.ZonedDateTime =>
	londonTime(due.due).add({ seconds: 1 });

/** True from the first moment after a clock's due time. */
export const isPast = (clock: RunningClock, now: Temporal.ZonedDateTime): boolean =>
	Temporal.ZonedDateTime.compare(now, firstLateMoment(clock.due)) >= 0;

/** A day, or a day and a time, that somebody entered: the day begins at midnight. */
function timeIn(answer: unknown): Temporal.ZonedDateTime | undefined {
	return typeof answer === "string" && /^\d{4}-\d\d-\d\d/.test(answer)
		? Temporal.PlainDateTime.from(answer).toZonedDateTime(zone)
		: undefined;
}

const sayWhen = (set: string): string =>
	set.includes("T")
		? `${set.slice(11)} on ${sayDay(set.slice(0, 10))}`
		: `the end of ${sayDay(set)}`;

/**
 * A date that people agreed, or that somebody with the right set, whatever kind of day it is.
 *
 * @param set a day, which is then due at its end, or a local date and time
 */
export function agreedTime(
	start: Temporal.ZonedDateTime,
	set: string,
	calendar: string,
	version: string,
): DueDate {
	const end = set.includes("T")
		? Temporal.PlainDateTime.from(set).toZonedDateTime(zone)
		: Temporal.PlainDate.from(set).toZonedDateTime({
				timeZone: zone,
				plainTime: "23:59:59",
			});
	return {
		due: end.toInstant().toString(),
		day: end.toPlainDate().toString(),
		rule: `The day that was agreed: ${sayWhen(set)}.`,
		start: start.toInstant().toString(),
		dayZero: start.withTimeZone(zone).toPlainDate().toString(),
		counted: [],
		skipped: [],
		calendar,
		version,
		provisional: false,
	};
}

/** What is owed afterwards, and referrals and notes that stood beside: they are no part of what ended. */
const mayOutlastTheEnd = ({ stage, kind }: Step): boolean =>
	stage === afterwards || (stage === beside && (kind === "referral" || kind === "note"));

const isSame = (one: Occasion, other: Occasion): boolean =>
	one.is === other.is &&
	(["event", "stage", "field", "move", "ending"] as const).every(
		(word) => (one as Record<string, unknown>)[word] === (other as Record<string, unknown>)[word],
	);
