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
