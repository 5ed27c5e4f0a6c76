import type { App } from "../../../actions/app.ts";
import type { OpenedDifference } from "../../../actions/open-difference.ts";
import { mayMoveToVersion } from "../../../domain/difference/acts/move-to-version.ts";
import type { Viewer } from "../../../domain/people/viewer.ts";
import { listVersions, type StoredVersion } from "../../../store/protocol-versions.ts";

/** Those of its protocol that have come into force and that it is not on; undefined for whoever may not move it. */
export async function versionsToMoveTo(
	app: App,
	viewer: Viewer,
	{ protocol, difference, versionId, here }: OpenedDifference,
): Promise<StoredVersion[] | undefined> {
	if (!mayMoveToVersion(protocol, difference, viewer)) return undefined;
	const today = here.now.toPlainDate().toString();
	return (await listVersions(app.db, viewer.partnershipId)).filter(
		(version) =>
			version.protocol === protocol.id &&
			version.id !== versionId &&
			version.state === "approved" &&
			(version.inForceFrom ?? "") <= today,
	);
}
