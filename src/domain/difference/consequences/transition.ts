import { stepsAhead } from "../../protocol/check/paths.ts";
import { holds } from "../../protocol/condition.ts";
import {
	type Clock,
	clocksOfStep,
	isAside,
	mayOutlastTheEnd,
	type Step,
	type StepId,
	slotOf,
	stepOf,
	stepsOpenedBy,
	type Target,
	type Way,
	withNobody,
} from "../../protocol/protocol.ts";
import { clockOf, knownOf, nowWith } from "../difference.ts";
import { hasOwer } from "../who/duties.ts";
import { audienceOfStep, keptToOfClock, knowing, union } from "../who/may-read.ts";
import { isPast, opensAtOf } from "./clock-dates.ts";
import { leadsOn } from "./leads-on.ts";
import { SentEntries } from "./sending.ts";

/**
 * One act and all that follows from it at the same moment: steps that open, clocks that start and stop,
 * sides that are told. Each entry is applied before the next is decided.
 */
export class Transition extends SentEntries {
	/** Goes where an outcome or a move leads. */
	follow(all: Target[]): void {
		const targets = all.filter((target) => !this.#isAwaited(target));
		const meant = this.#meantNow(targets);
		this.#goTo(meant);
		this.#askNewcomers();
		const opened = meant.filter((step) => this.#isSomebodys(step) && this.#open(step));
		// All are owed before the silence of one of them leads on.
		for (const { id } of opened) this.#isLateAlready(id);
		for (const step of meant) this.#passOver(step);
		for (const target of targets) if (target.go === "end") this.#end(target.ending);
	}

	/** Notes what is owed only from a later day. @returns whether it is: one whose day has come opens now */
	#isAwaited(target: Target): boolean {
		if (target.go !== "step" || !target.opens) return false;
		const opensAt = opensAtOf(this.rules, this.difference, target.opens, this.now);
		const isOwed = this.difference.open.some(({ step }) => step === target.step);
		if (!opensAt || isOwed || Temporal.ZonedDateTime.compare(opensAt, this.now) <= 0) return false;
		for (const { id } of this.#meantNow([target]))
			this.add(
				{ type: "step-awaited", step: id, opensAt: opensAt.toInstant().toString() },
				this.audienceOf(id),
			);
		return true;
	}

	/** The day of a step has come. Where nobody is there any more to owe it, nobody does. */
	open(step: StepId): void {
		if (stepOf(this.rules.protocol, step).by.side in this.difference.known)
			this.follow([{ go: "step", step }]);
		this.drop(step, "awaited");
	}

	/** Whether there is somebody to owe it: of the agencies involved whoever was chosen and has heard of it. */
	#isSomebodys(step: Step): boolean {
		const { side } = step.by;
		return (
			hasOwer(this.difference, step) &&
			(slotOf(side) === undefined || side in this.difference.known)
		);
	}

	/** An agency that hears of it only now gives its part as well, where others still owe theirs. */
	#askNewcomers(): void {
		const now = this.now.toInstant().toString();
		const { protocol } = this.rules;
		const isOpen = (id: StepId) => this.difference.open.some(({ step }) => step === id);
		const isNew = ({ by: { side } }: Step) =>
			slotOf(side) !== undefined && this.difference.known[side] === now;
		for (const step of Object.values(protocol.steps).filter(isNew)) {
			const { id, together } = step;
			const isSettled =
				isOpen(id) || this.difference.done.some((done) => done.step === id && done.at === now);
			if (isSettled || together?.how === "one" || !together?.steps.some(isOpen)) continue;
			this.#open(step);
			this.startLate(id);
		}
	}

	/** What is for agencies involved, of which none was chosen, leads on at once: nobody is there to wait for. */
	#passOver(step: Step): void {
		const { protocol } = this.rules;
		const { id, together } = step;
		const all = together?.steps ?? [];
		const isForNobody = all.every((each) => {
			const other = stepOf(protocol, each);
			return slotOf(other.by.side) !== undefined && !this.#isSomebodys(other);
		});
		const outcome = isForNobody ? withNobody(step) : undefined;
		if (!outcome || all[0] !== id || this.#passed.has(id)) return;
		this.#passed.add(id);
		const others = outcome.whenDone.filter((each) => !all.includes(each));
		const leads = leadsOn(protocol, this.difference, { ...outcome, whenDone: others });
		if (leads.length === 0) return;
		this.happened({ is: "event", event: `${id}.${outcome.id}` });
		this.follow(leads);
	}

	readonly #passed = new Set<StepId>();

	/** The steps that are meant by where it leads, as the case is; of agencies involved, those of every one that there may be. */
	#meantNow(targets: Target[]): Step[] {
		const known = knownOf(this.difference);
		return stepsOpenedBy(this.rules.protocol, targets).filter(
			({ ifAnswered, when = {} }) =>
				(ifAnswered === undefined || ifAnswered in this.difference.answers) && holds(when, known),
		);
	}

	/**
	 * Goes where a way to begin leads. What it sends and copies is sent once its stage has begun: who hears of it hears where it stands.
	 *
	 * @param start where it begins instead: with a form that came on paper
	 */
	begin(way: Way, start: Target[] = way.start): void {
		this.#goTo(this.#meantNow(start));
		this.send(way.sends);
		this.copy(way.copies, way.sends);
		this.follow(start);
	}

	/**
	 * Ends what a step was held to: its clock is met, what only its lateness had opened is dropped, and where one of
	 * several parties was to do it, the others owe it no more.
	 */
	settle(id: StepId): void {
		this.meet(id);
		const { together } = stepOf(this.rules.protocol, id);
		const isOwn = ({ step, of }: Clock) =>
			step === id || of.every((each) => together?.steps.includes(each));
		for (const { late } of clocksOfStep(this.rules.protocol, id).filter(isOwn))
			for (const target of late) if (target.go === "step") this.drop(target.step);
		if (together?.how === "any") for (const other of together.steps) this.drop(other);
	}

	/** Takes back a step that is open, or that was to open on a later day: nobody owes it any more. */
	drop(step: StepId, which: "open" | "awaited" = "open"): void {
		if (!this.difference[which].some((each) => each.step === step)) return;
		this.add({ type: "step-dropped", step }, this.audienceOf(step));
		this.dropClock(step);
	}

	/** Takes back every step of the stages; what stands beside them or is owed afterwards stays. */
	dropStages(): void {
		for (const { step } of this.difference.open)
			if (!isAside(stepOf(this.rules.protocol, step))) this.drop(step);
	}

	/** Somebody owes the step from now on. @returns false where nothing changes: the same person owes it already */
	#open(step: Step): boolean {
		const { id } = step;
		const named =
			step.namedIn === "raised-by" ? this.difference.raisedBy : this.#named(step.namedIn)?.id;
		const person = named ? nowWith(this.difference, named) : undefined;
		if (this.difference.open.some((open) => open.step === id && open.person === person))
			return false;
		this.add(
			{ type: "step-opened", step: id, ...(person !== undefined && { person }) },
			audienceOfStep(this.rules.protocol, this.difference, step),
		);
		this.happened({ is: "event", event: `${id}.opened` });
		return true;
	}

	/**
	 * A step may be owed only once its date has passed: of a conference that is near, or after slow stages. Nobody was
	 * held to it before; it is late from now on, and its silence leads on at once.
	 */
	#isLateAlready(step: StepId): void {
		for (const { id, late, lateSends } of clocksOfStep(this.rules.protocol, step)) {
			if (!this.difference.open.some((open) => open.step === step)) return;
			const clock = clockOf(this.difference, id);
			if (clock?.state !== "running" || !isPast(clock, this.now)) continue;
			this.add({ type: "clock-ran-out", clock: id }, this.audienceOfClock(id));
			this.send(lateSends, undefined, { keptTo: keptToOfClock(this.rules.protocol, id) });
			this.follow(late);
		}
	}

	/** Leaves what must be left for these steps to be owed: another stage, or the turn of another role. */
	#goTo(steps: Step[]): void {
		const inStage = steps.filter((step) => !isAside(step));
		const [first] = inStage;
		if (first && first.stage !== this.difference.stage) this.#enter(first.stage, inStage);
		else for (const step of inStage) this.#leaveOtherRounds(step);
	}

	/** In a stage that is repeated for each of several roles, the turn of one ends when that of another begins. */
	#leaveOtherRounds({ stage, round }: Step): void {
		if (round === undefined) return;
		const isOfOther = (step: Step) => step.stage === stage && step.round !== round;
		for (const { step } of this.difference.open)
			if (isOfOther(stepOf(this.rules.protocol, step))) this.drop(step);
		this.dropClocks(isOfOther);
	}

	#enter(stage: string, steps: Step[]): void {
		this.dropStages();
		const ahead = steps.map(({ id }) => stepsAhead(this.rules.protocol, id));
		this.dropClocks(
			(step) =>
				step.stage === this.difference.stage ||
				(!isAside(step) && !ahead.some((each) => each.has(step.id))),
		);
		this.add(
			{ type: "stage-entered", stage, skipped: this.#skippedBefore(stage) },
			union(...steps.map(({ id }) => this.audienceOf(id))).filter(
				(side) => slotOf(side) === undefined || side in this.difference.known,
			),
		);
		this.happened({ is: "stage", stage });
	}

	/**
	 * The numbered stages before this one that are passed over now, not before. A discretionary stage may be left out, and
	 * a change of track passes over nothing. Of what began with a form on paper nobody says that it left out what came
	 * before.
	 */
	#skippedBefore(stage: string): string[] {
		const { stages } = this.rules.protocol;
		const track = (id: string) => stages.find((each) => each.id === id)?.track;
		const now = this.difference.stage;
		if (now !== "" && track(now) !== track(stage)) return [];
		const order = stages.map(({ id }) => id);
		const first = this.difference.beganOnPaper ? (this.difference.stages[0]?.stage ?? stage) : "";
		return stages
			.slice(Math.max(0, order.indexOf(first)), order.indexOf(stage))
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
		const { protocol } = this.rules;
		for (const { step } of this.difference.open)
			if (!mayOutlastTheEnd(stepOf(protocol, step))) this.drop(step);
		this.dropClocks((step) => !mayOutlastTheEnd(step));
		this.happened({ is: "end", ending });
		this.happened({ is: "end" });
		for (const { id, step, of } of protocol.clocks)
			if (!step && !of.some((each) => mayOutlastTheEnd(stepOf(protocol, each)))) this.dropClock(id);
		this.add({ type: "ended", ending }, knowing(this.difference));
		const { opens, handsOff } = protocol.endings[ending] ?? {};
		if (handsOff) this.follow([{ go: "step", step: handsOff.step }]);
		if (opens && this.difference.stages.some(({ stage }) => stage === opens.from))
			// Who never heard of it owes nothing afterwards.
			this.follow(
				opens.steps.filter(
					(target) =>
						target.go !== "step" || stepOf(protocol, target.step).by.side in this.difference.known,
				),
			);
	}

	#named(field: string | undefined): { id: string } | undefined {
		const answer = field ? this.difference.answers[field]?.answer : undefined;
		return typeof answer === "object" && "id" in answer ? answer : undefined;
	}
}
