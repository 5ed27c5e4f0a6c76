import { holds } from "../../protocol/condition.ts";
import {
	type Copy,
	type KeptTo,
	type Sends,
	type Side,
	type StepId,
	sentNow,
	stepOf,
} from "../../protocol/protocol.ts";
import { type Difference, isOpenClock, knownOf, lastDone } from "../difference.ts";
import { audienceOfStep, union } from "../who/may-read.ts";
import { ClockEntries } from "./clocks.ts";

/** What is sent to sides, which know of the difference from then on, and with it the entries that they may now read. */
export class SentEntries extends ClockEntries {
	/**
	 * Tells sides what is sent to them, and which outcome sent it; they know of the difference from then on.
	 *
	 * @param keptTo who of a side is sent it, where that is not who reads what all this follows from
	 */
	send(
		given: Sends | undefined,
		of?: { step: StepId; outcome: string } | undefined,
		keptTo?: KeptTo,
	): void {
		const sends = sentNow(given, knownOf(this.difference));
		if (!sends) return;
		const { protocol } = this.rules;
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
		const own = this.by ? [this.by.side] : [];
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
			keptTo,
		);
	}

	/** Tells of something whoever is copied, and sends them as much of it as they may see. */
	copy(
		copies: Copy[],
		given: Sends | undefined,
		of?: { step: StepId; outcome: string } | undefined,
	): void {
		const known = knownOf(this.difference);
		const sends = sentNow(given, known);
		for (const { to, sees, when = {} } of copies) {
			if (!holds(when, known)) continue;
			const { side } = to;
			const own = this.by?.side;
			if (sees !== "notice" && side !== own && !sends?.to.includes(side))
				this.send({ what: sees === "all" ? (given?.what ?? []) : [], to: [side], toIf: {} }, of);
			const readers = union(own ? [own] : [], side in this.difference.known ? [side] : []);
			this.add({ type: "copied", to, sees }, readers);
		}
	}

	/** The entries of clocks that already run, for sides that hear of them only now. */
	#entriesOfClocksFor(newcomers: Side[]): number[] {
		const { protocol } = this.rules;
		const since = this.now.toInstant().toString();
		const then = {
			...this.difference,
			known: {
				...this.difference.known,
				...Object.fromEntries(newcomers.map((side) => [side, since])),
			},
		};
		const isTheirs = (step: StepId, when: Difference) =>
			audienceOfStep(protocol, when, stepOf(protocol, step)).some((side) =>
				newcomers.includes(side),
			);
		return this.difference.clocks
			.filter((clock) => {
				const { step, of = [] } = this.ruleOf(clock.clock) ?? {};
				if (!isOpenClock(clock)) return false;
				if (step) return isTheirs(step, this.difference);
				return of.length === 0 || of.some((each) => isTheirs(each, then));
			})
			.flatMap(({ seqs }) => seqs);
	}

	/** The entries that make up the forms as they stand: each part, its sign-off, and why a stage was skipped. */
	#entriesOfForms(): number[] {
		const { protocol } = this.rules;
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
