import type { Viewer } from "../domain/people/viewer.ts";
import { checkMayApprove, checkMayDecide } from "../domain/protocol/version.ts";
import { saveVersionState, type VersionWithText } from "../store/protocol-versions.ts";
import type { App } from "./app.ts";
import { changeProtocolVersion } from "./change-protocol-version.ts";

/**
 * A second administrator approves what was proposed, for a day.
 *
 * @param given `inForceFrom` ISO day, today or later
 * @returns the version as it was before; undefined when the partnership has none such
 * @throws Refusal 'not-yours' | 'not-proposed' | 'not-your-own' | 'day-has-passed'
 */
export const approveProtocolVersion = (
	app: App,
	by: Viewer,
	given: { version: string; inForceFrom: string; note: string },
): Promise<VersionWithText | undefined> =>
	changeProtocolVersion(app, by, given.version, async (trx, version, { at, today }) => {
		const { inForceFrom, note } = given;
		checkMayApprove(version, by, inForceFrom, today);
		await saveVersionState(trx, version.id, {
			state: "approved",
			inForceFrom,
			approvedAt: at,
		});
		return { type: "approved", note, inForceFrom };
	});

/**
 * A second administrator refuses what was proposed, with a reason. Its name is free again.
 *
 * @returns the version as it was before; undefined when the partnership has none such
 * @throws Refusal 'not-yours' | 'not-proposed' | 'not-your-own'
 */
export const refuseProtocolVersion = (
	app: App,
	by: Viewer,
	given: { version: string; reason: string },
): Promise<VersionWithText | undefined> =>
	changeProtocolVersion(app, by, given.version, async (trx, version) => {
		checkMayDecide(version, by);
		await saveVersionState(trx, version.id, {
			state: "refused",
			inForceFrom: null,
			approvedAt: null,
		});
		return { type: "refused", note: given.reason };
	});
