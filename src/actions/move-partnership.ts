import { pathNameOf, reservedPathNames } from "../domain/partnership/identity.ts";
import { Refusal } from "../domain/refusal.ts";
import { said } from "../domain/said.ts";
import { transact } from "../store/db.ts";
import {
	findPartnership,
	findPartnershipAtHost,
	findPartnershipAtPath,
	findPartnershipOnceAtHost,
	findPartnershipOnceAtPath,
	lockPartnerships,
	type Partnership,
	saveMoved,
} from "../store/partnerships.ts";
import { deleteSessionsIn } from "../store/sessions.ts";
import type { App } from "./app.ts";

/**
 * Gives a partnership another path or host. What leads to where it was leads on, for good; its people sign in again, for
 * who is signed in at a host is so there alone. Done by whoever is on the machine itself.
 *
 * @param to `host` null for none of its own from now on; what is left out stays
 * @throws Refusal 'wrong-answers' | 'address-taken'
 */
export const movePartnership = (
	app: Pick<App, "db" | "clock">,
	id: string,
	to: { pathName?: string | undefined; host?: string | null | undefined },
): Promise<Partnership> =>
	transact(app.db, async (trx) => {
		await lockPartnerships(trx);
		const before = await findPartnership(trx, id);
		if (!before) throw new Refusal("wrong-answers", "There is no such partnership.");
		const { pathName = before.pathName, host = before.host } = to;
		if (pathNameOf(pathName) !== pathName || reservedPathNames.includes(pathName))
			throw new Refusal(
				"wrong-answers",
				said`‘${pathName}’ can be no path. Take small letters, digits and dashes, and no word that Concord’s own pages begin with.`,
			);
		const holders = [
			await findPartnershipAtPath(trx, pathName),
			await findPartnershipOnceAtPath(trx, pathName),
			host === null ? undefined : await findPartnershipAtHost(trx, host),
			host === null ? undefined : await findPartnershipOnceAtHost(trx, host),
		];
		const other = holders.find((each) => each && each.id !== id);
		if (other)
			throw new Refusal(
				"address-taken",
				said`${other.name} is reached there, or was. Mail that it sent leads there still. Choose another.`,
			);
		await saveMoved(trx, before, { pathName, host }, app.clock().toString());
		await deleteSessionsIn(trx, id);
		return { ...before, pathName, host };
	});
