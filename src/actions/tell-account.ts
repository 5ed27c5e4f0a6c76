/**
 * Mail to whoever an account belongs to: what happened to how they sign in. What a page is asked by somebody who is not
 * signed in is looked up here, after its answer, so that no answer takes longer for an address that has an account.
 */
import { createHash } from "node:crypto";
import type { AccountEventKind } from "../domain/people/account-event.ts";
import { accountNotice } from "../mail/notices/about-account.ts";
import { addAccountEvent } from "../store/account-events.ts";
import { findAccountByHash, listPosts, saveLockTold } from "../store/accounts.ts";
import { type Trx, transact } from "../store/db.ts";
import { listDirectory } from "../store/people.ts";
import type { App, Job } from "./app.ts";
import { beginTry } from "./count-tries.ts";
import { makeOneTimeLink } from "./one-time-link.ts";
import { queueMessages, senderOf } from "./outbox.ts";
import { partnershipClock } from "./partnership-clock.ts";

/** What is mailed; anything else that happens to an account is in its list alone. */
export type AccountNews = "new-password" | Exclude<AccountEventKind, "recovery-codes-made">;

/** The pages that its messages lead to. */
const newPassword = "/new-password";
const howYouSignIn = "/your-settings/sign-in";

/** How long somebody is not told again that their account is locked, in hours. */
const toldOnceIn = 24;

/** An e-mail address as it waits to be looked up: the queue holds no address of anybody. */
export const hashOfAddress = (email: string): string =>
	createHash("sha256").update(email.trim().toLowerCase()).digest("hex");

/** Asks for somebody to be told, whether there is such an account or not. */
export const askToTell = (app: App, what: TellAccount): Promise<void> =>
	transact(app.db, (trx) => app.enqueue(trx, [{ name: "tell-account", data: what }]));

export type TellAccount = Extract<Job, { name: "tell-account" }>["data"];

/**
 * Sends whoever has this address what they asked for: an address for a new password, three times an hour at most; or that
 * there were too many tries, once a day. Does nothing where nobody has it.
 */
export async function tellAccount(app: App, { is, addressHash }: TellAccount): Promise<void> {
	const account = await findAccountByHash(app.db, addressHash);
	if (!account) return;
	if (is === "new-password" && "tooMany" in (await beginTry(app, { mails: account.id }))) return;
	await transact(app.db, async (trx) => {
		if (is === "new-password") {
			const { id, until } = await makeOneTimeLink(app, trx, {
				kind: "new-password",
				accountId: account.id,
			});
			await mailAccount(app, trx, account.id, "new-password", { oneTimeLinkId: id, until });
			return;
		}
		const now = app.clock();
		const before = now.subtract({ hours: toldOnceIn });
		if (await saveLockTold(trx, account.id, { now, before }))
			await noteOnAccount(app, trx, account.id, "locked");
	});
}

/** Notes what happened to an account, and mails it to whoever it belongs to. @param by who did it, if not they */
export async function noteOnAccount(
	app: App,
	trx: Trx,
	accountId: string,
	what: AccountEventKind,
	by?: string,
): Promise<void> {
	await addAccountEvent(trx, accountId, what, app.clock(), by);
	if (what !== "recovery-codes-made") await mailAccount(app, trx, accountId, what);
}

/** To their sign-in address. Whoever has left everywhere is not written to. */
async function mailAccount(
	app: App,
	trx: Trx,
	accountId: string,
	news: AccountNews,
	{ oneTimeLinkId, until }: { oneTimeLinkId?: string; until?: Temporal.Instant } = {},
): Promise<void> {
	const [post] = await listPosts(trx, accountId);
	if (!post) return;
	const clock = await partnershipClock(app, trx, post.partnershipId);
	const directory = await listDirectory(trx, post.partnershipId);
	const person = directory.find(({ id }) => id === post.personId);
	if (!person) return;
	await queueMessages(trx, app, clock, [
		{
			differenceId: null,
			to: person,
			toAccount: accountId,
			oneTimeLinkId,
			notice: accountNotice(senderOf(app, clock, directory), person, news, {
				path: oneTimeLinkId ? newPassword : howYouSignIn,
				until,
			}),
		},
	]);
}
