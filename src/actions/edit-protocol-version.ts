import type { Viewer } from "../domain/people/viewer.ts";
import { withPlainLineEnds } from "../domain/protocol/file/plain-text.ts";
import { checkIsDraft } from "../domain/protocol/version.ts";
import { Refusal } from "../domain/refusal.ts";
import { said } from "../domain/said.ts";
import { deleteDraft } from "../store/drafts.ts";
import { lockVersions, saveVersionText, type VersionWithText } from "../store/protocol-versions.ts";
import type { App } from "./app.ts";
import { changeProtocolVersion } from "./change-protocol-version.ts";
import { checkNameIsFree, checkReads } from "./make-protocol-version.ts";

/** The page on which the text of a version is typed, as drafts know it. */
export const editPage = (version: string) => `protocols/${version}`;

/**
 * A draft gets another text. Two who edit at once do not overwrite each other: the second is told.
 *
 * @param given `revision` of the text that was changed; with `leavesTyped`, what they have typed of the whole text and
 *   not saved is still there afterwards
 * @returns the version as it was before; undefined when the partnership has none such
 * @throws Refusal 'not-yours' | 'not-a-draft' | 'changed-meanwhile' | 'wrong-protocol' | 'name-taken' | 'other-protocol'
 */
export async function editProtocolVersion(
	app: App,
	by: Viewer,
	given: { version: string; revision: number; source: string; leavesTyped?: boolean },
): Promise<VersionWithText | undefined> {
	const protocol = await checkReads(app, given.source);
	const source = withPlainLineEnds(given.source);
	return changeProtocolVersion(app, by, given.version, async (trx, version) => {
		await lockVersions(trx, by.partnershipId);
		checkIsDraft(version);
		if (version.revision !== given.revision && version.source !== source)
			throw new Refusal(
				"changed-meanwhile",
				"Somebody else saved this version while you were writing.",
			);
		if (protocol.id !== version.protocol)
			throw new Refusal(
				"other-protocol",
				said`This is a version of the protocol “${version.protocol}”. The line that begins with “protocol:” must stay as it is.`,
			);
		await checkNameIsFree(trx, by.partnershipId, protocol, version.id);
		await saveVersionText(trx, version.id, {
			version: protocol.version,
			source,
			revision: version.revision + 1,
		});
		if (!given.leavesTyped)
			await deleteDraft(trx, {
				owner: by.id,
				differenceId: null,
				page: editPage(version.id),
			});
		return { type: "edited", note: "" };
	});
}
