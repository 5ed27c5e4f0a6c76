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

/**
 * What is asked of each of several, in their order; the next is asked while one is worked on, so that whoever asks and the
 * database hardly wait for each other.
 */
export async function* askedAhead<Thing, Answer>(
	things: Iterable<Thing>,
	ask: (thing: Thing) => Promise<Answer>,
): AsyncGenerator<Answer> {
	let before: Promise<Answer> | undefined;
	for (const thing of things) {
		const next = ask(thing);
		// Whoever stops for the one before hears of nothing that this one comes to.
		next.catch(() => {});
		if (before) yield await before;
		before = next;
	}
	if (before) yield await before;
}
