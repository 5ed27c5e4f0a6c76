import { keptAfterLeaving, linksKeptFor } from "../domain/retention/kinds.ts";
import { deleteAccountAtProviders } from "../store/accounts.ts";
import { transact } from "../store/db.ts";
import {
	deleteAbsencesOver,
	deleteLinksOver,
	forgetLinksUnused,
	forgetPassword,
	forgetThoseWhoLeft,
	listAccountsOver,
} from "../store/kept-no-longer.ts";
import { deleteReadByProgram } from "../store/read-by-program.ts";
import type { App } from "./app.ts";
import type { PartnershipClock } from "./partnership-clock.ts";
import { takeAwayFactors } from "./second-factor.ts";

/** What of the people of a partnership is kept no longer goes, whatever its schedule says. */
export function keepPeopleNoLonger(
	{ db }: Pick<App, "db">,
	{ partnership, now }: PartnershipClock,
): Promise<void> {
	const day = now.toPlainDate().subtract({ days: keptAfterLeaving }).toString();
	const before = now.subtract({ days: keptAfterLeaving }).toInstant().toString();
	return transact(db, async (trx) => {
		await forgetThoseWhoLeft(trx, partnership.id, before);
		await deleteAbsencesOver(trx, partnership.id, day);
		await forgetLinksUnused(trx, partnership.id, before);
	});
}

/** Links that work once, what programs opened on days before, and by what those signed in who left everywhere long ago. Who comes back is invited anew. */
export async function keepSignInsNoLonger({ db, clock }: Pick<App, "db" | "clock">): Promise<void> {
	const daysAgo = (days: number) =>
		clock()
			.subtract({ hours: 24 * days })
			.toString();
	await transact(db, async (trx) => {
		await deleteLinksOver(trx, daysAgo(linksKeptFor));
		await deleteReadByProgram(trx, daysAgo(0).slice(0, 10));
		for (const account of await listAccountsOver(trx, daysAgo(keptAfterLeaving))) {
			await takeAwayFactors(trx, account);
			await deleteAccountAtProviders(trx, account);
			await forgetPassword(trx, account);
		}
	});
}
