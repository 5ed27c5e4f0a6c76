import { holds } from "../../protocol/condition.ts";
import {
	askedToRaise,
	type Copy,
	fieldOf,
	isAgencySide,
	isFilled,
	type KeptTo,
	type Sends,
	type Side,
	type StepId,
	saysAbout,
	sentNow,
	stepOf,
} from "../../protocol/protocol.ts";
import { type Difference, hearsOnlyNow, isOpenClock, knownOf, lastDone } from "../difference.ts";
import { audienceOfStep, isFor, readersUpTo, union } from "../who/may-read.ts";
import { ClockEntries } from "./clocks.ts";

/**
 * Whether a side is sent something, or an agency is told, of which some were sent nothing yet: they must hear whom and what
 * it is about.
 *
 * @param keptTo who of a side is sent it now
 */
export const hearsFirst = (
	{ sent }: Pick<Difference, "sent">,
	{ what, to }: Pick<Sends, "what" | "to">,
	keptTo: KeptTo,
): boolean =>
	to.some((side) => {
		const readers = readersUpTo(side, keptTo[side]);
		return (
			side !== "raising" &&
			(what.length > 0 || isAgencySide(side)) &&
			!sent.some(
				(before) =>
					before.what.length > 0 &&
					before.to.includes(side) &&
					isFor(readers, { audience: [side], keptTo: before.keptTo }),
			)
		);
	});

/** What is sent to sides, which know of the difference from then on, and with it the entries that they may now read. */
export class SentEntries extends ClockEntries {
	/**
	 * Tells sides what is sent to them, and which outcome sent it; they know of the difference from then on.
	 *
	 * @param bare whether they hear that it happened and no more
	 * @param keptTo who of a side is sent it, where that is not who reads what all this follows from
	 */
	send(
		given: Sends | undefined,
		of?: { step: StepId; outcome: string } | undefined,
		{ bare = false, keptTo = this.keptTo }: { bare?: boolean; keptTo?: KeptTo } = {},
	): void {
		const sends = sentNow(given, knownOf(this.difference));
		if (!sends) return;
		const { protocol } = this.rules;
		const isForm = (each: string) => Object.hasOwn(protocol.forms, each);
		const encloses = sends.what.some(isForm) ? this.#entriesOfForms() : [];
		const about = bare ? [] : this.#whatItIsAbout(sends, encloses, keptTo);
		const everything = [...about, ...sends.what];
		const answers = Object.fromEntries(
			everything.flatMap((field) => {
				const given = this.difference.answers[field];
				return given ? [[field, given.answer]] : [];
			}),
		);
		// What nobody answered, because its stage was passed over, is not said to have been sent.
		const what = everything.filter((each) => isForm(each) || each in answers);
		const newcomers = sends.to.filter((side) => hearsOnlyNow(this.difference, side, keptTo));
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
						? [
								...encloses,
								...this.#entriesOfClocksFor(newcomers),
								...this.#lastSaidOfSafety(),
								...(this.difference.sealed ? [this.difference.sealed.seq] : []),
								...this.#theEnd(),
								...Object.values(this.difference.involved).map(({ seq }) => seq),
							]
								.sort((a, b) => a - b)
								.filter((seq, index, all) => seq !== all[index - 1])
						: encloses,
				...(of && { of }),
			},
			union(own, sends.to),
			keptTo,
		);
	}

	/**
	 * What must go to a side of which some were sent nothing yet, whatever the protocol says: which child, what about, and who is
	 * concerned. Nobody is to answer about a child whom nobody named.
	 */
	#whatItIsAbout({ what, to }: Sends, encloses: number[], keptTo: KeptTo): string[] {
		const { protocol } = this.rules;
		if (!hearsFirst(this.difference, { what, to }, keptTo)) return [];
		const keptBack = this.difference.done
			.filter(
				({ step }) =>
					!to.every((side) =>
						isFor(readersUpTo(side, keptTo[side]), { ...stepOf(protocol, step), audience: [side] }),
					),
			)
			.map(({ seq }) => seq);
		const typesSent = new Set(
			[
				...what.filter((each) => each in protocol.fields),
				...Object.entries(this.difference.answers).flatMap(([field, { seq }]) =>
					encloses.includes(seq) && !keptBack.includes(seq) ? field : [],
				),
			].map((field) => fieldOf(protocol, field).type),
		);
		return askedToRaise(protocol).filter(
			(field) => saysAbout(protocol, field) && !typesSent.has(fieldOf(protocol, field).type),
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
			const { side } = to;
			if (!isFilled(side, known) || !holds(when, known)) continue;
			const own = this.by?.side;
			if (sees !== "notice" && side !== own && !sends?.to.includes(side))
				this.send({ what: sees === "all" ? (given?.what ?? []) : [], to: [side], toIf: {} }, of, {
					bare: sees === "outcome",
				});
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

	/** Whoever hears of a difference hears first whether the child is safe: the entry in which somebody last said so. */
	#lastSaidOfSafety = (): number[] => {
		const { safety } = this.difference;
		return safety?.inForm === false ? [safety.seq] : [];
	};

	/** Whoever hears of a difference that has ended hears that too. */
	#theEnd = (): number[] => {
		const { status } = this.difference;
		return status.is === "ended" ? [status.seq] : [];
	};

	/** The entries that make up the forms as they stand: each part, its sign-off, and why a stage was skipped. */
	#entriesOfForms(): number[] {
		const { protocol } = this.rules;
		const parts = Object.values(protocol.steps).filter(
			({ form, kind }) => form || kind === "sign-off",
		);
		const entries = [
			...parts.flatMap(({ id }) => lastDone(this.difference, id)?.seq ?? []),
			...this.difference.moves
				.filter(({ move }) => protocol.moves.find(({ id }) => id === move)?.skips)
				.map(({ seq }) => seq),
		];
		const corrections = this.difference.corrections
			.filter(({ corrects }) => entries.includes(corrects))
			.map(({ seq }) => seq);
		return [...entries, ...corrections].sort((a, b) => a - b);
	}
}
