/**
 * Does something for each of several, also when it fails for some: one that is broken must not keep the others
 * waiting.
 *
 * @returns what failed
 */
export async function oneByOne<Thing>(
	things: readonly Thing[],
	act: (thing: Thing) => Promise<unknown>,
): Promise<unknown[]> {
	const failures: unknown[] = [];
	for (const thing of things) await act(thing).catch((failure: unknown) => failures.push(failure));
	return failures;
}

/** The same of several at a time, so many side by side. */
export async function sideBySide<Thing>(
	things: readonly Thing[],
	atOnce: number,
	act: (thing: Thing) => Promise<unknown>,
): Promise<unknown[]> {
	const failures: unknown[] = [];
	const left = things.values();
	const next = async () => {
		for (const thing of left) await act(thing).catch((failure: unknown) => failures.push(failure));
	};
	await Promise.all(Array.from({ length: atOnce }, next));
	return failures;
}
