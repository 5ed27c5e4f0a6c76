import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestDatabase } from "../../test/support/database.ts";
import { appOn } from "../../test/support/partnership.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { heldKey } from "../keys/installation-key.ts";
import { keyringOf } from "../keys/keyring.ts";
import { newKey } from "../keys/sealed.ts";
import { connect } from "../store/connect.ts";
import { type Db, transact } from "../store/db.ts";
import { listLeaving, readLeaving, readOneMoment } from "../store/whole-partnership.ts";
import type { App } from "./app.ts";
import { exportPartnership, type PartnershipExported } from "./export-partnership.ts";
import { type How, importPartnership, type PartnershipImported } from "./import-partnership.ts";
import { sealUnder } from "./seal.ts";

const folder = mkdtempSync(join(tmpdir(), "concord-leaving-"));
let files = 0;
/** The path of a file that is not there yet. */
export const newFile = (): string => join(folder, `${++files}.tar.zst`);

export const never = new AbortController().signal;

/** Another installation: keys and a secret of its own. */
export function elsewhere({ url }: TestDatabase, clock: App["clock"]): App {
	const { db } = connect(url, {
		most: 4,
		limit: 900_000,
		keys: keyringOf([heldKey(newKey())]),
	});
	const seal = sealUnder(["the secret of another installation, which is long"]);
	return { ...appOn(db, clock), rehearsal: false, signIn: { seal, idleMinutes: 60 } };
}

/** @param db of the owner, as the command is */
export const exported = (
	app: App,
	db: Db,
	by: Viewer,
	publicKey?: string,
): Promise<PartnershipExported> =>
	exportPartnership({ ...app, db, secret: app.signIn.seal }, by, {
		to: newFile(),
		publicKey,
		signal: never,
	});

export const imported = (
	app: App,
	file: string,
	how: Partial<How> = {},
): Promise<PartnershipImported> =>
	importPartnership({ ...app, secret: app.signIn.seal }, file, {
		privateKey: undefined,
		signal: never,
		as: {},
		onlyToCheck: false,
		withFaults: false,
		...how,
	});

/** Every line that would leave a partnership, by table. */
export const linesOf = (
	db: Db,
	partnershipId: string,
	secret: App["signIn"]["seal"],
): Promise<Record<string, string[]>> =>
	transact(db, async (trx) => {
		await readOneMoment(trx);
		const all: Record<string, string[]> = {};
		for (const table of await listLeaving(trx)) {
			const lines: string[] = [];
			for await (const some of readLeaving(trx, partnershipId, table, secret)) lines.push(...some);
			all[table.name] = lines;
		}
		return all;
	});
