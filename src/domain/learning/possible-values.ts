/**
 * What a reader must still think possible of counts that are hidden, from all that is shown.
 *
 * A value counts as possible only when a whole table is found that has it and agrees with everything
 * shown: it is added up again in whole numbers. So what is said here can be too narrow, never too
 * wide, and the arithmetic of the search, which is in fractions, cannot make a count look safer.
 */
export type Hidden = {
	/** What each really is. */
	counts: number[];
	/** What each is at least, as readers know: 1 where a 0 would be shown. */
	least: number[];
	/** How far apart its least and its greatest possible value have to be; 0 for what needs no protection. */
	spread: number[];
	/** Each adds up to what it really does: pairs of a count's place here and what it is multiplied with. */
	equations: Equation[];
	/** What was found when less was hidden: it is possible still. */
	found: Span[];
};

export type Equation = [place: number, times: number][];

/** Least and greatest value found; the search ends where they are far enough apart. */
export type Span = { from: number; to: number };

export function possibleValues(hidden: Hidden): Span[] {
	const search = new Search(hidden);
	search.tryMultiples();
	search.goToCorner();
	for (const place of hidden.counts.keys()) search.spread(place);
	return search.spans;
}

const nearly = 1e-9;
/** After so many turns in which nothing moved, a count is taken to be as far as it goes: more is hidden then. */
const patience = 16;

/**
 * Walks from one corner of all possible tables to the next (the simplex method). Values are held as
 * what they are above their least, so that each is at least 0.
 *
 * @see Fischetti and Salazar, "Models and algorithms for optimizing cell suppression in tabular data
 *   with linear constraints", JASA 95 (2000): the attacker's problem, two linear programmes for each
 *   hidden cell
 */
class Search {
	readonly spans: Span[];
	private readonly hidden: Hidden;
	private readonly sums: number[];
	private readonly values: Float64Array;
	/** Each row says one count, its `base`, by those that are in no base. */
	private readonly rows: Float64Array[] = [];
	private readonly base: number[] = [];
	private readonly rowOf: Int32Array;

	constructor(hidden: Hidden) {
		this.hidden = hidden;
		const { counts, least, equations } = hidden;
		this.spans = hidden.found.map((span) => ({ ...span }));
		this.sums = equations.map((equation) => sumIn(equation, counts));
		this.values = Float64Array.from(counts, (count, place) => count - (least[place] ?? 0));
		this.rowOf = new Int32Array(counts.length).fill(-1);
		this.solve();
	}

	/** Where nothing that is shown holds them, all may be twice as many, three times, and so on. */
	tryMultiples() {
		const { counts, spread } = this.hidden;
		const most = Math.max(...spread) + 1;
		this.note(counts.map((count) => count * most));
	}

	/** Moves what is in no base down to its least, or into the base. */
	goToCorner() {
		for (const place of this.values.keys()) {
			const value = this.values[place] ?? 0;
			if ((this.rowOf[place] ?? -1) >= 0 || value < nearly) continue;
			const { step, row } = this.room(place, -1);
			if (row >= 0 && step < value) {
				this.move(place, -step);
				this.enter(place, row);
			} else this.move(place, -value);
		}
	}

	/** Looks for tables in which this count is greater and less, until they are far enough apart. */
	spread(place: number) {
		for (const towards of [1, -1]) this.push(place, towards);
	}

	private push(place: number, towards: number) {
		for (let idle = 0; idle < patience; ) {
			const missing = this.missing(place);
			if (missing <= 0) return;
			const way = this.entering(place, towards, missing);
			if (!way) return;
			if (way.row < 0) {
				this.move(way.entering, 12 * missing);
				return;
			}
			idle = way.step < nearly ? idle + 1 : 0;
			this.move(way.entering, way.step);
			this.enter(way.entering, way.row);
		}
	}

	private missing(place: number): number {
		const { from, to } = this.spans[place] ?? { from: 0, to: 0 };
		return (this.hidden.spread[place] ?? 0) - (to - from);
	}

	/**
	 * The count outside the base whose growth moves this one as wanted: one that moves it far enough, or
	 * else the furthest. Where none moves it yet it is the first, which does not go round in circles
	 * (Bland's rule). Undefined where it is as great or as small as can be.
	 */
	private entering(place: number, towards: number, missing: number) {
		const at = this.rowOf[place] ?? -1;
		if (at < 0) return towards > 0 ? { entering: place, ...this.room(place, 1) } : undefined;
		const row = this.rows[at] ?? new Float64Array();
		let best: { entering: number; step: number; row: number } | undefined;
		let furthest = nearly;
		for (let other = 0; other < row.length; other += 1) {
			const share = (row[other] ?? 0) * -towards;
			if (share <= nearly || (this.rowOf[other] ?? -1) >= 0) continue;
			const way = { entering: other, ...this.room(other, 1) };
			if (way.step * share >= missing) return way;
			if (!best || way.step * share > furthest) {
				best = way;
				furthest = Math.max(furthest, way.step * share);
			}
		}
		return best;
	}

	/** How far a count can move up (1) or down (-1) before one in the base is at its least, and which row that is. */
	private room(place: number, towards: number): { step: number; row: number } {
		let step = Number.POSITIVE_INFINITY;
		let row = -1;
		for (let at = 0; at < this.rows.length; at += 1) {
			const share = (this.rows[at]?.[place] ?? 0) * towards;
			if (share <= nearly) continue;
			const until = Math.max(0, this.values[this.base[at] ?? 0] ?? 0) / share;
			const isFirst = until < step - nearly;
			const isAsSoon = until < step + nearly && (this.base[at] ?? 0) < (this.base[row] ?? 0);
			if (isFirst || isAsSoon) {
				step = Math.min(step, until);
				row = at;
			}
		}
		return { step, row };
	}

	private move(place: number, by: number) {
		if (Math.abs(by) < nearly) return;
		this.values[place] = (this.values[place] ?? 0) + by;
		for (let at = 0; at < this.rows.length; at += 1) {
			const share = this.rows[at]?.[place] ?? 0;
			const base = this.base[at] ?? 0;
			if (share !== 0) this.values[base] = (this.values[base] ?? 0) - share * by;
		}
		const { least } = this.hidden;
		this.note(Array.from(this.values, (value, at) => Math.round(value) + (least[at] ?? 0)));
	}

	/** Keeps the values of a table, if it is one: whole numbers that add up to all that is shown. */
	private note(table: number[]) {
		const { least, equations } = this.hidden;
		if (table.some((value, place) => value < (least[place] ?? 0))) return;
		if (equations.some((equation, at) => sumIn(equation, table) !== this.sums[at])) return;
		for (const [place, span] of this.spans.entries()) {
			const value = table[place] ?? span.from;
			if (value < span.from) span.from = value;
			if (value > span.to) span.to = value;
		}
	}

	private enter(place: number, at: number) {
		const row = this.rows[at] ?? new Float64Array();
		const pivot = row[place] ?? 1;
		if (pivot !== 1) for (let c = 0; c < row.length; c += 1) row[c] = (row[c] ?? 0) / pivot;
		for (const other of this.rows) {
			const share = other[place] ?? 0;
			if (other === row || share === 0) continue;
			for (let c = 0; c < row.length; c += 1) {
				const value = row[c] ?? 0;
				if (value === 0) continue;
				const left = (other[c] ?? 0) - share * value;
				other[c] = Math.abs(left) < nearly ? 0 : left;
			}
		}
		this.rowOf[this.base[at] ?? place] = -1;
		this.base[at] = place;
		this.rowOf[place] = at;
	}

	/** Solves the equations for as many counts as there are independent ones: those that are largest, which can move furthest. */
	private solve() {
		const { counts, equations } = this.hidden;
		for (const equation of equations) {
			const row = new Float64Array(counts.length);
			for (const [place, times] of equation) row[place] = (row[place] ?? 0) + times;
			for (const [at, known] of this.rows.entries()) {
				const share = row[this.base[at] ?? 0] ?? 0;
				if (share === 0) continue;
				for (let c = 0; c < row.length; c += 1) {
					const left = (row[c] ?? 0) - share * (known[c] ?? 0);
					row[c] = Math.abs(left) < nearly ? 0 : left;
				}
			}
			let largest = -1;
			for (let c = 0; c < row.length; c += 1)
				if (
					(row[c] ?? 0) !== 0 &&
					(largest < 0 || (this.values[c] ?? 0) > (this.values[largest] ?? 0))
				)
					largest = c;
			if (largest < 0) continue;
			this.rows.push(row);
			this.base.push(largest);
			this.enter(largest, this.rows.length - 1);
		}
	}
}

const sumIn = (equation: Equation, counts: number[]): number => {
	let sum = 0;
	for (const [place, times] of equation) sum += times * (counts[place] ?? 0);
	return sum;
};
