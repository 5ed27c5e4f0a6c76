import { type SetupAnswers, setupAnswers } from "../domain/partnership/setup-answers.ts";
import { Refusal } from "../domain/refusal.ts";
import { said, saidOfIssue } from "../domain/said.ts";
import { type Db, type Trx, transact } from "../store/db.ts";
import { hasPartnership } from "../store/partnerships.ts";
import { findSetupDraft, saveSetupDraft } from "../store/setup-draft.ts";
import type { App } from "./app.ts";
import { type Created, createPartnership } from "./create-partnership.ts";
import { hoursOf, makeOneTimeLink, mintSecret, openOneTimeLink } from "./one-time-link.ts";

/** Where the first run is answered, with its secret after it. */
const firstRun = "/first-run";

/** For so long an address of the first run works. */
export const firstRunHours = hoursOf("first-run");

/** What has been answered so far, as it was typed; `source` is the text of a protocol that none is that comes with Concord. */
export type AnswersSoFar = Partial<Omit<SetupAnswers, "protocol">> & {
	protocol?: { shipped: string } | { source: string };
};

/** Whether there is a partnership, without which nobody can sign in. A rehearsal makes its own. */
export const isSetUp = async (
	{ rehearsal, db }: Pick<App, "rehearsal" | "db">,
	within: Db | Trx = db,
): Promise<boolean> => rehearsal || hasPartnership(within);

/**
 * Makes the address at which a Concord without a partnership is set up. One of an earlier start opens nothing any more.
 *
 * @returns undefined where there is a partnership
 */
export async function beginFirstRun(app: App): Promise<string | undefined> {
	if (await isSetUp(app)) return undefined;
	return transact(app.db, async (trx) => {
		const { id } = await makeOneTimeLink(app, trx, { kind: "first-run" });
		return `${app.address}${firstRun}/${await mintSecret(trx, id)}`;
	});
}

/**
 * What the holder of the address has answered so far.
 *
 * @returns "over" for an address whose time has passed; undefined where it never was one, or there is a partnership
 */
export async function openFirstRun(
	app: App,
	secret: string,
): Promise<AnswersSoFar | "over" | undefined> {
	return opened(app, app.db, secret);
}

async function opened(app: App, db: Db | Trx, secret: string) {
	if (await isSetUp(app, db)) return undefined;
	const link = await openOneTimeLink(app, db, "first-run", secret);
	if (!link || link === "over") return link;
	return (await findSetupDraft(db)) as AnswersSoFar;
}

/**
 * Keeps answers beside those that there are. They may be given in any order and again.
 *
 * @throws Refusal 'not-open'
 */
export function saveFirstRun(app: App, secret: string, given: AnswersSoFar): Promise<void> {
	return transact(app.db, async (trx) => {
		const before = await opened(app, trx, secret);
		if (before === undefined || before === "over") throw isOver();
		await saveSetupDraft(trx, { ...before, ...given }, app.clock().toString());
	});
}

/** What was answered so far, for whoever is on the machine itself. */
export const findAnswers = (app: App): Promise<AnswersSoFar> =>
	findSetupDraft(app.db) as Promise<AnswersSoFar>;

/** Keeps answers beside those that there are, for whoever is on the machine itself. */
export const keepAnswers = (app: App, given: AnswersSoFar): Promise<void> =>
	transact(app.db, async (trx) => {
		await saveSetupDraft(trx, { ...(await findSetupDraft(trx)), ...given }, app.clock().toString());
	});

/**
 * Makes the partnership of what was answered.
 *
 * @throws Refusal 'not-open' | 'wrong-answers' | 'wrong-protocol' | 'already-begun'
 */
export async function finishFirstRun(app: App, secret: string): Promise<Created> {
	const answers = await opened(app, app.db, secret);
	if (answers === undefined || answers === "over") throw isOver();
	const { protocol, ...rest } = answers;
	const source = sourceOf(app, protocol);
	const read = setupAnswers.safeParse({ ...rest, protocol: "" });
	const issue = read.error?.issues[0];
	if (!read.success || source === undefined)
		throw new Refusal(
			"wrong-answers",
			said`Not everything is answered yet. ${issue ? saidOfIssue(issue) : said`Choose a protocol`}.`,
		);
	return createPartnership(app, { ...read.data, source }, { onlyFirst: true, byMail: true });
}

/** The whole text of the protocol that was chosen; undefined where none was. */
export function sourceOf(app: App, chosen: AnswersSoFar["protocol"]): string | undefined {
	if (chosen === undefined) return undefined;
	if ("source" in chosen) return chosen.source;
	return app.shippedProtocols?.().find(({ file }) => file === chosen.shipped)?.text;
}

const isOver = () =>
	new Refusal(
		"not-open",
		"This address works no more. Start Concord again: it prints another one.",
	);
