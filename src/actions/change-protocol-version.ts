import type { Viewer } from "../domain/people/viewer.ts";
import { mayChangeVersions, type VersionAct } from "../domain/protocol/version.ts";
import { Refusal } from "../domain/refusal.ts";
import { type Trx, transact } from "../store/db.ts";
import { addVersionAct, lockVersion, type VersionWithText } from "../store/protocol-versions.ts";
import type { App } from "./app.ts";
import { partnershipClock } from "./partnership-clock.ts";

/** When something is done to a version: an ISO instant, and the day it is in the partnership. */
type When = { at: string; today: string };

/**
 * An administrator does something to a version of one of their partnership’s protocols: it is held, changed, and
 * its history told, all or nothing.
 *
 * @param change says what was done, and saves it
 * @returns the version as it was before; undefined when the partnership has none such
 * @throws Refusal 'not-yours', and as `change`
 */
export function changeProtocolVersion(
	app: App,
	by: Viewer,
	id: string,
	change: (
		trx: Trx,
		version: VersionWithText,
		when: When,
	) => Promise<Omit<VersionAct, "at" | "by">>,
): Promise<VersionWithText | undefined> {
	checkIsAdministrator(by);
	return transact(app.db, async (trx) => {
		const version = await lockVersion(trx, by.partnershipId, id);
		if (!version) return undefined;
		const { now } = await partnershipClock(app, trx, by.partnershipId);
		const at = now.toInstant().toString();
		const today = now.toPlainDate().toString();
		const act = await change(trx, version, { at, today });
		await addVersionAct(trx, version, { ...act, at, by: by.id });
		return version;
	});
}

/** @throws Refusal 'not-yours' */
export function checkIsAdministrator(by: Viewer): void {
	if (!mayChangeVersions(by))
		throw new Refusal(
			"not-yours",
			"Versions of a protocol are made and approved by the partnership’s administrators.",
		);
}
