import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { DatabaseFault } from "./database-fault.ts";

/** Who the database runs as, when not as whoever started Concord. */
export type RunAs = { uid: number; gid: number };

/**
 * PostgreSQL refuses root. Started by root it runs as the owner of its files, and as `nobody` before there
 * are any; nobody else's database is touched by an ordinary user.
 *
 * @param cluster the database's files; they need not exist yet
 * @throws DatabaseFault when whoever started Concord cannot run this database
 */
export function whoRuns(cluster: string): RunAs | undefined {
	const me = process.getuid?.();
	// Windows keeps rights in another way, and asks nothing of this kind.
	if (me === undefined) return undefined;
	const owner = statSync(cluster, { throwIfNoEntry: false });
	if (me !== 0) {
		if (owner && owner.uid !== me)
			throw new DatabaseFault(
				`The database in ${cluster} belongs to another user (number ${owner.uid}). Start Concord as that user, or set CONCORD_DATA to a directory of your own.`,
			);
		return undefined;
	}
	if (owner?.uid === 0)
		throw new DatabaseFault(
			`The database in ${cluster} belongs to root, and PostgreSQL does not run as root. Give it to an ordinary user: chown -R nobody ${cluster}`,
		);
	return owner ? { uid: owner.uid, gid: owner.gid } : nobody();
}

function nobody(): RunAs {
	const line = readFileSync("/etc/passwd", "utf8")
		.split("\n")
		.find((each) => each.startsWith("nobody:"));
	const [, , uid, gid] = line?.split(":") ?? [];
	if (!uid || !gid)
		throw new DatabaseFault(
			"PostgreSQL does not run as root, and there is no user “nobody” here to run it as. Start Concord as an ordinary user.",
		);
	return { uid: Number(uid), gid: Number(gid) };
}

/** Whether a user gets into a directory: each one on the way to it must let them pass. */
export const canEnter = (directory: string, { uid, gid }: RunAs): boolean =>
	spawnSync("/bin/sh", ["-c", 'cd "$0"', directory], {
		uid,
		gid,
		cwd: "/",
		stdio: "ignore",
	}).status === 0;

/** Where things stand that root keeps for users who cannot enter root's own directories. */
export const reachablePlace = "/var/lib/concord";
