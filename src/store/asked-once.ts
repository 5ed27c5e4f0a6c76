import { scopeKept } from "./scope.ts";

/**
 * Asks the database what it was not asked before for the same page. A request that changes nothing sees a partnership, its
 * versions, its calendar and who is away as they were when it first asked, and for no longer than it goes on; whatever may
 * change something asks each time.
 *
 * @param question what is asked, with all that the answer goes by
 */
export function askedOnce<Answer>(question: string, ask: () => Promise<Answer>): Promise<Answer> {
	const kept = scopeKept();
	if (!kept) return ask();
	const key = `${kept.of} ${question}`;
	const known = kept.answers.get(key);
	if (known) return known as Promise<Answer>;
	const answer = ask();
	kept.answers.set(key, answer);
	// What could not be told is asked again.
	answer.catch(() => kept.answers.delete(key));
	return answer;
}

/** Has `askedOnce` answer with what is known for the same page already, from elsewhere. @param question as it is asked there */
export function isKnown<Answer>(question: string, answer: Answer): void {
	const kept = scopeKept();
	kept?.answers.set(`${kept.of} ${question}`, Promise.resolve(answer));
}
