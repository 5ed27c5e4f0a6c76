import { randomUUID } from "node:crypto";
import type { Viewer } from "../domain/people/viewer.ts";
import { type Db, type Trx, transact } from "../store/db.ts";
import { addExport, type Export } from "../store/exports.ts";

/** Notes that somebody takes data out of Concord, before they have it. @param now in the partnership's time */
export const noteExport = (
	db: Db | Trx,
	by: Viewer,
	taken: Omit<Export, "at" | "byCommand"> & { byCommand?: boolean },
	now: Temporal.ZonedDateTime,
): Promise<void> =>
	transact(db, (trx) =>
		addExport(trx, {
			id: randomUUID(),
			partnershipId: by.partnershipId,
			personId: by.id,
			byCommand: false,
			...taken,
			at: now.toInstant().toString(),
		}),
	);
