import type { Viewer } from "../domain/people/viewer.ts";
import { checkMayWithdraw } from "../domain/protocol/version.ts";
import { saveVersionState, type VersionWithText } from "../store/protocol-versions.ts";
import type { App } from "./app.ts";
import { changeProtocolVersion } from "./change-protocol-version.ts";

/**
 * A draft or a proposal is given up, or an approved version is called off before its day. Its name is free again.
 *
 * @returns the version as it was before; undefined when the partnership has none such
 * @throws Refusal 'not-yours' | 'in-force' | 'not-open'
 */
export const withdrawProtocolVersion = (
	app: App,
	by: Viewer,
	given: { version: string; reason: string },
): Promise<VersionWithText | undefined> =>
	changeProtocolVersion(app, by, given.version, async (trx, version, { today }) => {
		checkMayWithdraw(version, today);
		await saveVersionState(trx, version.id, {
			state: "withdrawn",
			inForceFrom: null,
			approvedAt: null,
		});
		return { type: "withdrawn", note: given.reason };
	});
