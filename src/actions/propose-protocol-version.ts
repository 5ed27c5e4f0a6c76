import type { Viewer } from "../domain/people/viewer.ts";
import { checkIsDraft } from "../domain/protocol/version.ts";
import { Refusal } from "../domain/refusal.ts";
import { saveVersionState, type VersionWithText } from "../store/protocol-versions.ts";
import type { App } from "./app.ts";
import { changeProtocolVersion } from "./change-protocol-version.ts";

/**
 * A draft is put before the other administrators, with the day from which it is to be in force. Its text stays
 * as it is from now on.
 *
 * @param given `inForceFrom` ISO day; `revision` of the text that was read
 * @returns the version as it was before; undefined when the partnership has none such
 * @throws Refusal 'not-yours' | 'not-a-draft' | 'changed-meanwhile' | 'day-has-passed'
 */
export const proposeProtocolVersion = (
	app: App,
	by: Viewer,
	given: {
		version: string;
		revision: number;
		inForceFrom: string;
		note: string;
	},
): Promise<VersionWithText | undefined> =>
	changeProtocolVersion(app, by, given.version, async (trx, version, { today }) => {
		checkIsDraft(version);
		if (version.revision !== given.revision)
			throw new Refusal(
				"changed-meanwhile",
				"Somebody else saved this version meanwhile. Read it again before you propose it.",
			);
		if (given.inForceFrom < today)
			throw new Refusal(
				"day-has-passed",
				"A version can come into force today or later, not on a day that has passed.",
			);
		await saveVersionState(trx, version.id, {
			state: "proposed",
			inForceFrom: null,
			approvedAt: null,
		});
		const { inForceFrom, note } = given;
		return { type: "proposed", note, inForceFrom };
	});
