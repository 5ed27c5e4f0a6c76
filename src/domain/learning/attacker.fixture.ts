import { expect } from "vitest";
import type { Publication } from "./suppress.ts";

/** All values that each hidden count can have, up to a little more than the largest count there is. */
export function everyValue({ counts, sums }: Publication, hidden: ReadonlySet<string>) {
	const unknown = [...hidden].sort(
		(a, b) => Number(a.includes("Total")) - Number(b.includes("Total")),
	);
	const found = new Map(unknown.map((name) => [name, new Set<number>()]));
	const most = Math.max(...counts.values()) + 4;
	const known = new Map([...counts].filter(([name]) => !hidden.has(name)));
	const ways = sums.map(({ whole, parts }) => ({ whole, parts }));
	const agrees = () =>
		ways.every(({ whole, parts }) => {
			const open = parts.filter((part) => !known.has(part)).length;
			const soFar = parts.reduce((sum, part) => sum + (known.get(part) ?? 0), 0) + open;
			const of = known.get(whole);
			if (of === undefined) return true;
			return open === 0 ? soFar === of : soFar <= of;
		});
	const tryFrom = (at: number) => {
		const name = unknown[at];
		if (name === undefined) {
			for (const each of unknown) found.get(each)?.add(known.get(each) ?? 0);
			return;
		}
		const total = ways.find(
			({ whole, parts }) => whole === name && parts.every((part) => known.has(part)),
		);
		const only = total?.parts.reduce((sum, part) => sum + (known.get(part) ?? 0), 0);
		for (let value = only ?? 1; value <= (only ?? most); value += 1) {
			known.set(name, value);
			if (value > 0 && agrees()) tryFrom(at + 1);
		}
		known.delete(name);
	};
	tryFrom(0);
	return found;
}

/** The hidden counts that the equations alone settle: Gaussian elimination in the numbers up to a prime. */
export function solved({ counts, sums }: Publication, hidden: ReadonlySet<string>): string[] {
	const prime = 1_000_003;
	const names = [...hidden];
	const inverse = (value: number): number => {
		let result = 1;
		for (let power = prime - 2, base = value; power > 0; power = Math.floor(power / 2)) {
			if (power % 2 === 1) result = (result * base) % prime;
			base = (base * base) % prime;
		}
		return result;
	};
	expect([...counts.values()].every((count) => count < prime)).toBe(true);
	const rows = sums.map(({ whole, parts }) =>
		names.map((name) => (name === whole ? prime - 1 : parts.includes(name) ? 1 : 0)),
	);
	let done = 0;
	for (const column of names.keys()) {
		const at = rows.findIndex((row, index) => index >= done && row[column] !== 0);
		const pivot = rows[at];
		if (!pivot) continue;
		rows.splice(at, 1);
		const share = inverse(pivot[column] ?? 1);
		const unit = pivot.map((value) => (value * share) % prime);
		rows.splice(done, 0, unit);
		for (const [index, row] of rows.entries()) {
			const times = row[column] ?? 0;
			if (index === done || times === 0) continue;
			rows[index] = row.map((value, c) => (value + (prime - times) * (unit[c] ?? 0)) % prime);
		}
		done += 1;
	}
	return rows.flatMap((row) => {
		const left = names.filter((_, index) => row[index] !== 0);
		return left.length === 1 ? left : [];
	});
}

/** The hidden counts that are pinned down by what each sum leaves them: at least 1, at most what is left over, again and again. */
export function narrowedDown({ counts, sums }: Publication, hidden: ReadonlySet<string>): string[] {
	const ranges = new Map(
		[...counts].map(([name, count]) => [
			name,
			hidden.has(name) ? { from: 1, to: Number.POSITIVE_INFINITY } : { from: count, to: count },
		]),
	);
	const rangeOf = (name: string) => ranges.get(name) ?? { from: 0, to: 0 };
	for (let rounds = 0; rounds < 50; rounds += 1)
		for (const { whole, parts } of sums) {
			const of = rangeOf(whole);
			const least = parts.reduce((sum, part) => sum + rangeOf(part).from, 0);
			const most = parts.reduce((sum, part) => sum + rangeOf(part).to, 0);
			of.from = Math.max(of.from, least);
			of.to = Math.min(of.to, most);
			for (const part of parts) {
				const range = rangeOf(part);
				const others = parts.filter((other) => other !== part);
				const othersMost = others.reduce((sum, other) => sum + rangeOf(other).to, 0);
				const othersLeast = others.reduce((sum, other) => sum + rangeOf(other).from, 0);
				range.to = Math.min(range.to, of.to - othersLeast);
				if (Number.isFinite(othersMost)) range.from = Math.max(range.from, of.from - othersMost);
			}
		}
	return [...hidden].filter((name) => {
		const { from, to } = rangeOf(name);
		return to - from < ((counts.get(name) ?? 0) < 5 ? 3 : 1);
	});
}
