import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { rulesFrom, somersetText } from "../../../../../protocols/somerset.fixture.ts";
import { anyProtocolText } from "../../../difference/any-protocol.fixture.ts";
import { check } from "../../check/check.ts";
import { compile } from "../../compile/compile.ts";
import { Faults } from "../../file/faults.ts";
import { protocolFile } from "../../file/file.ts";
import { oddText } from "../../odd-protocol.fixture.ts";
import type { Protocol } from "../../protocol.ts";
import { type Change, compareProtocols } from "./compare.ts";

const said = (found: Change[]) =>
	found.map(({ area, kind, says }) => `${area} | ${kind} | ${says}`);

test("any protocol compared with itself has not changed", () => {
	fc.assert(
		fc.property(anyProtocolText, (text) => {
			expect(compareProtocols(rulesFrom(text).protocol, rulesFrom(text).protocol)).toEqual([]);
		}),
		{ numRuns: 30, seed: 20210401 },
	);
});

test("of any two protocols every change is a sentence, with its weight, and words come last", () => {
	fc.assert(
		fc.property(anyProtocolText, anyProtocolText, (one, other) => {
			const found = compareProtocols(rulesFrom(one).protocol, rulesFrom(other).protocol);
			for (const { says, area, kind, weight } of found) {
				expect(says).toMatch(/^[\p{Lu}“].*[.”]$/su);
				expect(says).not.toMatch(/undefined|\[object/);
				expect(area).not.toBe("");
				expect(weight).toBeGreaterThan(kind === "wording" ? 0 : 9);
				expect(weight).toBeLessThan(kind === "wording" ? 10 : 101);
			}
			const kinds = found.map(({ kind }) => kind === "wording");
			expect(kinds).toEqual(kinds.toSorted());
		}),
		{ numRuns: 40, seed: 20210401 },
	);
});

type Path = (string | number)[];
type Mutation = { what: string; file: unknown; now?: string };

/** Every file with one value changed or taken out, or one item of a list dropped; most are no protocols. */
function* mutationsOf(text: string): Generator<Mutation> {
	const whole: unknown = parse(text);
	for (const [path, was] of placesIn(whole, [])) {
		if (path[0] === "version") continue;
		const what = path.join(" › ");
		for (const now of othersLike(was))
			yield {
				what: `${what}: ${now}`,
				file: withAt(whole, path, now),
				...(typeof now === "string" && { now }),
			};
		yield { what: `without ${what}`, file: withAt(whole, path, undefined) };
	}
}

function* placesIn(value: unknown, path: Path): Generator<[Path, unknown]> {
	if (path.length > 0) yield [path, value];
	if (typeof value !== "object" || value === null) return;
	for (const [key, inner] of Object.entries(value))
		yield* placesIn(inner, [...path, Array.isArray(value) ? Number(key) : key]);
}

/** The same with something else in one place; with nothing there when it is undefined. */
function withAt(value: unknown, [key, ...rest]: Path, now: unknown): unknown {
	if (key === undefined) return now;
	if (Array.isArray(value))
		return value.flatMap((item, index) => {
			if (index !== key) return [item];
			const other = withAt(item, rest, now);
			return other === undefined ? [] : [other];
		});
	const { [key]: inner, ...others } = value as Record<string, unknown>;
	const other = withAt(inner, rest, now);
	return Object.fromEntries(
		Object.keys(value as object).flatMap((name) =>
			name !== key ? [[name, others[name]]] : other === undefined ? [] : [[name, other]],
		),
	);
}

const alike = [
	["discussion", "task", "judgement"],
	["allowed", "forbidden", "required", "optional"],
	["day0", "deemed"],
	["england-and-wales", "scotland"],
	["text", "long-text"],
	["hard", "soft"],
	["16:00", "17:00"],
	["notice", "outcome", "all"],
	["another-agency", "no-agency"],
	["practitioner", "manager", "senior-manager"],
	["raising practitioner", "raising manager", "raising senior-manager"],
	["receiving practitioner", "receiving manager", "receiving senior-manager"],
	["end resolved", "end withdrawn", "stage formal-resolution", "executive.decide"],
	["business-unit", "executive"],
	["office", "board"],
	["10 working days", "2 working days", "48 hours", "5 calendar days"],
	["sign-off.signed", "forward.forwarded"],
];

const othersLike = (was: unknown): (string | number | boolean)[] => {
	if (typeof was === "boolean") return [!was];
	if (typeof was === "number") return [was + 1, was + 5];
	if (typeof was !== "string") return [];
	const group = alike.find((each) => each.includes(was));
	if (group) return group.filter((each) => each !== was);
	// A name can only become another name; a text can become any text.
	return /^[a-z.-]+$/.test(was)
		? [was === "issue" ? "learning" : "issue", ...(was.includes("-") ? [] : [`${was} indeed`])]
		: [`${was} indeed`];
};

/** A file that is read already, as a protocol; undefined when it is none. */
function protocolOf(file: unknown): Protocol | undefined {
	const read = protocolFile.safeParse(file);
	if (!read.success) return undefined;
	const faults = new Faults(() => undefined);
	const protocol = compile(read.data, faults);
	if (faults.isEmpty()) check(protocol, faults);
	return faults.isEmpty() ? protocol : undefined;
}

test.each([
	["Somerset’s protocol", somersetText, 400],
	["a protocol with one of everything", oddText, 250],
])(
	"whatever single thing changes in %s, and is still a protocol, is said and named",
	(_, text, atLeast) => {
		const before = rulesFrom(text).protocol;
		const written = JSON.stringify(before);
		const silent: string[] = [];
		let tried = 0;
		for (const { what, file, now } of mutationsOf(text)) {
			const after = protocolOf(file);
			if (!after || JSON.stringify(after) === written) continue;
			tried += 1;
			const found = compareProtocols(before, after);
			const isNamed = now?.endsWith(" indeed")
				? found.some(({ says, area }) => `${area} ${says}`.includes(now))
				: found.some(({ area }) => area !== "The file");
			if (!isNamed) silent.push(`${what} | ${said(found)}`);
		}
		expect(silent).toEqual([]);
		expect(tried).toBeGreaterThan(atLeast);
	},
);
