import { join } from "node:path";
import type { App } from "../actions/app.ts";
import { openKeys } from "../actions/open-keys.ts";
import { sealUnder } from "../actions/seal.ts";
import { beside } from "../beside/beside.ts";
import { howKeysAreKept } from "../config.ts";
import { clamd } from "../files/clamd.ts";
import { prepareDatabase } from "../jobs/prepare-database.ts";
import { openQueue } from "../jobs/queue.ts";
import { noTransport } from "../mail/transport.ts";
import { projectRoot } from "../project-root.ts";
import { listShippedProtocols } from "../protocol-files.ts";
import { calendarLibrary } from "../store/calendars.ts";
import { connect, ServerFault } from "../store/connect.ts";
import type { Db } from "../store/db.ts";
import { MigrationFault } from "../store/migrate.ts";
import { protocolLibrary } from "../store/protocols.ts";
import { WallFault } from "../store/walls.ts";
import { type Io, WrongCall } from "./command.ts";
import { configIn, withAddress } from "./open-database.ts";

/** For so long the virus scanner may do nothing, in milliseconds. */
const scannerPatience = 15_000;

/** What a command may do with a Concord, and whether mail that it asks for can leave. */
export type Opened = { app: App; sendsMail: boolean };

/**
 * The Concord whose settings these are, for a command that changes something: through the same actions as the pages, and as
 * the same role, whether it runs or not. Its database is brought up to this version as its owner, and made where there is
 * none yet. Mail that is asked for leaves when Concord runs.
 *
 * @throws WrongCall when settings cannot stand, the database cannot be used, or it is a rehearsal's
 */
export async function withApp<Answer>(
	{ env, now }: Pick<Io, "env" | "now">,
	act: (opened: Opened) => Promise<Answer>,
): Promise<Answer> {
	const config = configIn(env);
	if (config.rehearsal)
		throw new WrongCall(
			"CONCORD_MODE is rehearsal, which makes its own partnership. Set CONCORD_MODE=production and what it needs.",
		);
	return withAddress(
		config,
		async (url) => {
			const { keys, holder } = await openKeys(
				config.databaseOwnerUrl ?? url,
				config.keys,
				now(),
			).catch((fault) => {
				throw fault instanceof ServerFault ? new WrongCall(fault.message) : fault;
			});
			const typed = beside();
			let db: Db | undefined;
			try {
				const prepared = await prepareDatabase(url, {
					servingUrl: config.databaseOwnerUrl && config.databaseUrl,
					across: "command",
					keys,
				});
				await prepared.owner.destroy();
				db = connect(prepared.serving.url, { across: "command", keys }).db;
				const queue = await openQueue(prepared.serving.url);
				try {
					return await act({
						sendsMail: config.mail !== undefined,
						app: {
							db,
							beside: typed,
							clock: now,
							enqueue: queue.enqueue,
							mail: noTransport,
							protocols: protocolLibrary(),
							calendars: calendarLibrary(),
							shippedProtocols: () => listShippedProtocols(join(projectRoot, "protocols")),
							files: {
								limits: config.files.limits,
								scanner:
									typeof config.files.scanner === "object"
										? clamd(config.files.scanner, scannerPatience)
										: config.files.scanner,
							},
							keys: { holder, ...howKeysAreKept(config) },
							signIn: {
								seal: sealUnder([
									config.secret ?? "",
									...(config.secretBefore ? [config.secretBefore] : []),
								]),
								idleMinutes: config.idleMinutes,
							},
							...(config.backup && { backup: { ...config.backup, url } }),
							rehearsal: false,
							address: config.address,
						},
					});
				} finally {
					await queue.stop();
				}
			} catch (fault) {
				throw fault instanceof ServerFault ||
					fault instanceof MigrationFault ||
					fault instanceof WallFault
					? new WrongCall(fault.message)
					: fault;
			} finally {
				await typed.stop();
				await db?.destroy();
			}
		},
		{ begins: true },
	);
}
