import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
	clamdProgram,
	fakeClamd,
	realClamd,
	type TestScanner,
	virus,
} from "../../test/support/clamd.ts";
import { clamd, ScannerAway } from "./clamd.ts";

const aMinute = 60_000;

async function* of(...pieces: (string | Uint8Array)[]) {
	for (const piece of pieces) yield typeof piece === "string" ? Buffer.from(piece) : piece;
}

/** Larger than a socket holds at once. */
function* large(megabytes: number) {
	for (let piece = 0; piece < megabytes * 4; piece++) yield Buffer.alloc(256 * 1024, piece);
}

describe("over clamd’s protocol", () => {
	let scanner: TestScanner;
	beforeAll(async () => {
		scanner = await fakeClamd();
	});
	afterAll(() => scanner.stop());
	const scan = (content: AsyncIterable<Uint8Array>, patience = aMinute) =>
		clamd({ path: scanner.path }, patience)(content);

	test("what is clean is clean, and a virus is found wherever it stands", async () => {
		scanner.behave();
		expect(await scan(of("She came without a coat."))).toBe("clean");
		expect(await scan(of())).toBe("clean");
		expect(await scan(of("first ", virus))).toBe("infected");
		expect(await scan(of(virus.slice(0, 9), "", virus.slice(9), " last"))).toBe("infected");
	});

	test.each(["says nothing", "hangs up", "cannot", "talks nonsense"] as const)(
		"a scanner that %s has not called anything clean",
		async (how) => {
			scanner.behave(how);
			await expect(scan(of("a text"), how === "says nothing" ? 50 : aMinute)).rejects.toThrow(
				ScannerAway,
			);
		},
	);

	test("nor has one that answers before it has all of a large file", async () => {
		scanner.behave("cannot");
		await expect(
			scan(
				(async function* () {
					yield* large(8);
				})(),
			),
		).rejects.toThrow(ScannerAway);
	});
});

test("nor has one that is not there", async () => {
	await expect(clamd({ path: "/nowhere/clamd.ctl" }, aMinute)(of("a text"))).rejects.toThrow(
		"The virus scanner could not be reached",
	);
});

// Where CI runs, clamd must be there: see .ci/run. Elsewhere what is above stands for it.
describe.runIf(clamdProgram !== undefined || process.env.CLAMD_MUST_BE_TESTED === "yes")(
	"over ClamAV’s own daemon",
	() => {
		let scanner: Awaited<ReturnType<typeof realClamd>>;
		beforeAll(async () => {
			if (!clamdProgram) throw new Error("clamd is not installed: apt-get install clamav-daemon");
			scanner = await realClamd(clamdProgram);
		});
		afterAll(() => scanner?.stop());

		test("what is clean is clean, and a virus is found in a file of 25 MB as well", async () => {
			const scan = clamd({ path: scanner.path }, aMinute);
			expect(await scan(of("She came without a coat."))).toBe("clean");
			expect(await scan(of("first ", virus))).toBe("infected");
			expect(
				await scan(
					(async function* () {
						yield* large(24);
						yield Buffer.from(virus);
					})(),
				),
			).toBe("infected");
		});

		test("what is longer than it looks through has not been called clean", async () => {
			await expect(
				clamd(
					{ path: scanner.path },
					aMinute,
				)(
					(async function* () {
						yield* large(30);
					})(),
				),
			).rejects.toThrow(ScannerAway);
		});
	},
);
