import { type Equation, possibleValues, type Span } from "./possible-values.ts";
import type { CountName, Sum } from "./report-table.ts";

/** Everything that readers have together: they can add up and subtract along all of it. */
export type Publication = {
	/** Every count that a table shows or a sum names. */
	counts: ReadonlyMap<CountName, number>;
	/** Those that a table shows. */
	shown: ReadonlySet<CountName>;
	sums: Sum[];
	/** What an earlier report showed: it cannot be hidden any more, and readers have it. */
	shownBefore: ReadonlySet<CountName>;
	/** What an earlier report hid. */
	hiddenBefore: ReadonlySet<CountName>;
};

/** Counts from 1 to one less than this are hidden where a partnership has set nothing else. */
export const usualThreshold = 5;

/** What a partnership may choose: guidance for published counts goes from 3 to 10. */
export const thresholdsToChoose = [3, 5, 6, 10] as const;

/** What stands in the place of a hidden count. @see Analysis Function, "Symbols in tables": confidential */
export const hiddenMark = "[c]";

export type Suppressed = {
	hidden: ReadonlySet<CountName>;
	/** Counts that follow from what an earlier report showed: nothing that is hidden now can help. */
	givenAway: CountName[];
};

/**
 * Which counts are hidden when a report leaves the Business Unit.
 *
 * - Every count from 1 to `threshold` − 1 is hidden, and a 0 is shown: that nothing happened says
 *   nothing of anybody. Readers therefore know that what is hidden is at least 1.
 * - More counts are hidden until no hidden one can be worked out, and what can be worked out of a small
 *   one is never narrower than “from 1 to `threshold` − 1”: its possible values lie at least
 *   `threshold` − 2 apart. Of two counts that would do, the one is hidden that says less.
 * - What an earlier report hid stays hidden, unless it follows from what was shown anyway.
 * - All of them bear the same mark, so that nobody can tell which are the small ones.
 *
 * What is worked out of counts, such as a share or a mean, is shown only where all of them are.
 *
 * @throws Error if a sum does not add up: then nothing could be said of what it reveals
 * @see docs/decisions/small-numbers.md
 */
export function suppress(publication: Publication, threshold = usualThreshold): Suppressed {
	const search = new Suppression(publication, threshold);
	search.hideWhatStandsAlone();
	let exposed = search.exposed();
	while (exposed.length > 0 && search.hideBeside(exposed)) {
		search.hideWhatStandsAlone();
		exposed = search.exposed();
	}
	return {
		hidden: search.hidden(),
		givenAway: exposed.map((count) => count.name),
	};
}

/** A count as the search sees it. */
type Count = {
	name: CountName;
	value: number;
	/** No table shows it, or never: it only stands in a sum. */
	isShownAnywhere: boolean;
	isHidden: boolean;
	isFixed: boolean;
	isSmall: boolean;
	/** Where it stands in a sum. */
	equations: number[];
	/** Of how many sums it is the whole: hiding it costs as many totals. */
	wholes: number;
	/** What readers must think possible, as far as it was looked for. */
	span: Span;
};

class Suppression {
	private readonly counts: Count[] = [];
	private readonly equations: Equation[] = [];
	private readonly spread: { ofSmall: number; ofOthers: number };

	constructor(publication: Publication, threshold: number) {
		const { counts, shown, sums, shownBefore, hiddenBefore } = publication;
		this.spread = { ofSmall: Math.max(1, threshold - 2), ofOthers: 1 };
		const places = new Map<CountName, number>();
		for (const [name, value] of counts) {
			const isSmall = value >= 1 && value < threshold;
			const isFixed = shownBefore.has(name);
			places.set(name, this.counts.length);
			this.add({
				name,
				value,
				isShownAnywhere: shown.has(name),
				isHidden:
					!isFixed && (isSmall || !shown.has(name) || (hiddenBefore.has(name) && value > 0)),
				isFixed,
				isSmall,
			});
		}
		for (const sum of sums) this.addSum(sum, places);
	}

	hidden(): Set<CountName> {
		return new Set(
			this.counts
				.filter((count) => count.isHidden && count.isShownAnywhere)
				.map(({ name }) => name),
		);
	}

	/** A count that is the only hidden one of a sum follows from the others: another is hidden with it. */
	hideWhatStandsAlone() {
		const waiting = [...this.equations.keys()];
		for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
			const hidden = (this.equations[at] ?? []).filter(([place]) => this.counts[place]?.isHidden);
			const alone = hidden.length === 1 ? this.counts[hidden[0]?.[0] ?? -1] : undefined;
			if (!alone || this.needOf(alone) === 0) continue;
			const beside = this.best([at], this.needOf(alone));
			if (beside) beside.isHidden = true;
			// A larger one that follows from what was shown before protects nothing.
			else if (!alone.isSmall) this.showForGood(alone);
			else continue;
			waiting.push(at, ...(beside ?? alone).equations);
		}
	}

	private showForGood(count: Count) {
		count.isHidden = false;
		count.isFixed = true;
	}

	/** The hidden counts of which readers could work out too much. What was found safe stays safe when more is hidden. */
	exposed(): Count[] {
		for (const group of this.groups())
			if (group.some((place) => this.isExposed(this.counts[place]))) this.lookFor(group);
		return this.counts.filter((count) => this.isExposed(count));
	}

	private readonly isExposed = (count: Count | undefined): boolean =>
		!!count?.isHidden && count.span.to - count.span.from < this.needOf(count);

	/** Hides one count more near each of these; false if nothing is left that could be. */
	hideBeside(exposed: Count[]): boolean {
		const touched = new Set<number>();
		let hasHidden = false;
		for (const count of exposed) {
			if (count.equations.some((at) => touched.has(at))) continue;
			const beside = this.nearest(count);
			if (!beside) continue;
			beside.isHidden = true;
			hasHidden = true;
			for (const at of [...count.equations, ...beside.equations]) touched.add(at);
		}
		return hasHidden;
	}

	private needOf(count: Count): number {
		if (count.isSmall) return this.spread.ofSmall;
		return count.isShownAnywhere ? this.spread.ofOthers : 0;
	}

	/** The best one to hide in the sums of a count, or in those next to them, and so on. */
	private nearest(count: Count): Count | undefined {
		const seen = new Set(count.equations);
		for (let ring = count.equations; ring.length > 0; ) {
			const best = this.best(ring, this.needOf(count));
			if (best) return best;
			const next = new Set<number>();
			for (const at of ring)
				for (const [place] of this.equations[at] ?? [])
					for (const other of this.counts[place]?.equations ?? [])
						if (!seen.has(other)) next.add(other);
			for (const at of next) seen.add(at);
			ring = [...next];
		}
		return undefined;
	}

	/** Of what is shown in these sums, the count whose hiding takes least from readers. */
	private best(equations: number[], need: number): Count | undefined {
		let best: Count | undefined;
		let least = Number.POSITIVE_INFINITY;
		for (const at of equations)
			for (const [place] of this.equations[at] ?? []) {
				const count = this.counts[place];
				if (!count || count.isHidden || count.isFixed || count.value === 0) continue;
				const loss = this.lossOf(count, at, need);
				if (loss < least) {
					best = count;
					least = loss;
				}
			}
		return best;
	}

	/** A total costs more than what it is of, a count that would stand alone in another sum costs a third one, a larger one tells more. */
	private lossOf(count: Count, at: number, need: number): number {
		const alone = count.equations.filter(
			(other) =>
				other !== at && !this.equations[other]?.some(([place]) => this.counts[place]?.isHidden),
		);
		const hasNoRoom = count.value - 1 < need ? 4 : 0;
		return 60 * count.wholes + 20 * alone.length + hasNoRoom + Math.log2(count.value + 1);
	}

	private lookFor(group: number[]) {
		const at = new Map(group.map((place, index) => [place, index]));
		const counts = group.flatMap((place) => this.counts[place] ?? []);
		const equations = new Set(counts.flatMap((count) => count.equations));
		const spans = possibleValues({
			counts: counts.map(({ value }) => value),
			least: counts.map((count) => (count.isShownAnywhere ? 1 : 0)),
			spread: counts.map((count) => this.needOf(count)),
			equations: [...equations].map((equation) =>
				(this.equations[equation] ?? []).flatMap(([place, times]): Equation => {
					const index = at.get(place);
					return index === undefined ? [] : [[index, times]];
				}),
			),
			found: counts.map(({ span }) => span),
		});
		for (const [index, count] of counts.entries()) count.span = spans[index] ?? count.span;
	}

	/** What is hidden, in groups that have no sum in common. */
	private groups(): number[][] {
		const group = new Int32Array(this.counts.length).fill(-1);
		const groups: number[][] = [];
		for (const start of this.counts.keys()) {
			if (!this.counts[start]?.isHidden || group[start] !== -1) continue;
			const places = [start];
			group[start] = groups.length;
			for (const place of places)
				for (const at of this.counts[place]?.equations ?? [])
					for (const [other] of this.equations[at] ?? [])
						if (this.counts[other]?.isHidden && group[other] === -1) {
							group[other] = groups.length;
							places.push(other);
						}
			groups.push(places.sort((a, b) => a - b));
		}
		return groups;
	}

	private add(count: Omit<Count, "equations" | "wholes" | "span">): number {
		const span = { from: count.value, to: count.value };
		return this.counts.push({ ...count, equations: [], wholes: 0, span }) - 1;
	}

	private addSum({ whole, parts, mayOverlap, mayMiss }: Sum, places: Map<CountName, number>) {
		const placeOf = (name: CountName) => {
			const place = places.get(name);
			if (place === undefined) throw new Error(`A sum names “${name}”, which is no count.`);
			return place;
		};
		const [of, each] = [placeOf(whole), parts.map(placeOf)];
		const ofWhole = this.counts[of];
		if (ofWhole) ofWhole.wholes += 1;
		const together: Equation = each.map((place) => [place, 1]);
		const atMostWhole = (some: Equation) =>
			this.addEquation(whole, [[of, -1], [this.addRest([[of, 1]], some), 1], ...some]);
		if (!mayOverlap && !mayMiss) this.addEquation(whole, [[of, -1], ...together]);
		else if (!mayOverlap) atMostWhole(together);
		else {
			if (!mayMiss)
				this.addEquation(whole, [[of, -1], [this.addRest(together, [[of, 1]]), -1], ...together]);
			for (const place of each) atMostWhole([[place, 1]]);
		}
	}

	/** What is left between counts of which one is at most the others: nobody shows it, and it may be nothing. */
	private addRest(more: Equation, less: Equation): number {
		const value = this.valueOf(more) - this.valueOf(less);
		if (value < 0)
			throw new Error(`“${this.counts[less[0]?.[0] ?? -1]?.name}” is more than it can be.`);
		return this.add({
			name: "",
			value,
			isShownAnywhere: false,
			isHidden: true,
			isFixed: true,
			isSmall: false,
		});
	}

	private addEquation(whole: CountName, equation: Equation) {
		if (this.valueOf(equation) !== 0) throw new Error(`“${whole}” is not what it is the sum of.`);
		for (const [place] of equation) this.counts[place]?.equations.push(this.equations.length);
		this.equations.push(equation);
	}

	private readonly valueOf = (equation: Equation) =>
		equation.reduce((sum, [place, times]) => sum + times * (this.counts[place]?.value ?? 0), 0);
}
