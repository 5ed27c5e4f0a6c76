import { z } from "zod";
import type { App } from "../../actions/app.ts";
import { moveToVersion, previewMoveToVersion } from "../../actions/move-to-version.ts";
import { openDifference } from "../../actions/open-difference.ts";
import type { Viewer } from "../../domain/people/viewer.ts";
import { versionsToMoveTo } from "../difference/move-to-version/versions-to-move-to.ts";
import { actOf, done, orAsBefore } from "./acting.ts";
import { does, reads } from "./operation.ts";
import { day, ofOne } from "./schemas.ts";

const tag = "Acts";
const ofVersion = ofOne.extend({ version: z.uuid() });

const visit = async (app: App, viewer: Viewer, id: string) => {
	const opened = await openDifference(app, viewer, id, "version");
	const versions = opened && (await versionsToMoveTo(app, viewer, opened));
	return opened && versions && { opened, versions };
};

export const versionOperations = [
	reads({
		id: "listVersionsToMoveTo",
		path: "/differences/{id}/versions",
		tag,
		summary: "The versions of its protocol to which it may be moved",
		scope: "differences:read",
		params: ofOne,
		answer: z.object({
			versions: z.array(
				z.object({ id: z.uuid(), version: z.string(), inForceFrom: day.nullable() }),
			),
		}),
		run: async ({ app, viewer, params }) => {
			const found = await visit(app, viewer, params.id);
			return (
				found && {
					versions: found.versions.map(({ id, version, inForceFrom }) => ({
						id,
						version,
						inForceFrom: inForceFrom ?? null,
					})),
				}
			);
		},
	}),
	reads({
		id: "readMoveToVersion",
		path: "/differences/{id}/versions/{version}",
		tag,
		summary: "What moving it there would change",
		scope: "differences:read",
		params: ofVersion,
		answer: z.object({
			refused: z.string().nullable().describe("Why it cannot be moved there; null where it can."),
			dates: z.array(z.object({ title: z.string(), from: day, to: day })),
		}),
		run: async ({ app, viewer, params: { id, version } }) => {
			const found = await visit(app, viewer, id);
			if (!found?.versions.some((each) => each.id === version)) return undefined;
			const preview = await previewMoveToVersion(app, viewer, id, version);
			return preview && { refused: preview.refused ?? null, dates: preview.dates ?? [] };
		},
	}),
	does({
		id: "moveToVersion",
		path: "/differences/{id}/versions/{version}",
		tag,
		summary: "Move a difference to another version of its protocol",
		scope: "differences:act",
		ifUnchanged: true,
		params: ofVersion,
		body: z.strictObject({ reason: z.string().trim().min(1).max(20_000) }),
		answer: done,
		run: (asking) =>
			orAsBefore(asking, async () => {
				const { app, viewer, params, body } = asking;
				const opened = await openDifference(app, viewer, params.id, "version");
				if (!opened) return undefined;
				const { reason } = body;
				const entry = await moveToVersion(app, actOf(asking, opened), {
					version: params.version,
					reason,
				});
				return entry === undefined ? undefined : { difference: params.id, entry };
			}),
	}),
];
