import type { Finding } from "../domain/running/finding.ts";
import type { ServerFacts } from "../store/inspect.ts";
import type { shapeOf } from "../store/ready.ts";
import type { ReplicaFound } from "../store/replica.ts";

/** The oldest major version of PostgreSQL that knows all that Concord says. */
const oldest = 15;
/** How many connections Concord makes at most, with some for whoever else looks. */
const connectionsNeeded = 16;

/** How the database server is, and whether Concord may do there what it must. */
export function databaseFinding(facts: ServerFacts): Finding {
	const faults = [
		facts.version < oldest &&
			`It is PostgreSQL ${facts.version}: install ${oldest} or later, and bring the data over.`,
		facts.encoding !== "UTF8" &&
			`Its encoding is ${facts.encoding}, so names cannot be kept as they are: make the database anew with “encoding 'UTF8' template template0”.`,
		!facts.mayCreateTables &&
			"Concord’s user may not make tables in the schema public: “grant create on schema public to” that user.",
		!facts.mayCreateSchemas &&
			"Concord’s user may not make the schema of the job queue: “grant create on database” to that user.",
		facts.connections < connectionsNeeded &&
			`It takes ${facts.connections} connections, and Concord makes up to 13: set max_connections to ${connectionsNeeded} or more.`,
	].filter((fault) => fault !== false);
	const sortsPlainly = /^(C|POSIX)(\.|$)/i.test(facts.collation);
	const says = `PostgreSQL ${facts.version}, ${facts.encoding}, sorted as in ${facts.collation}.`;
	if (faults.length > 0)
		return { check: "database", title: "Database", state: "broken", says, fix: faults.join(" ") };
	return {
		check: "database",
		title: "Database",
		state: sortsPlainly ? "look" : "well",
		says,
		...(sortsPlainly && {
			fix: "Names that begin with Á or É are sorted after Z. A database that was made with the locale en-GB from ICU sorts them as people expect.",
		}),
	};
}

/** Whether what may be some seconds old is read elsewhere, as the settings say. */
export function replicaFinding(found: ReplicaFound): Finding {
	const otherwise = "Pages ask DATABASE_URL meanwhile.";
	const [says, fix] = {
		follows: ["Logs, reports and searches are read from a server that follows.", undefined],
		behind: [
			`The server at DATABASE_REPLICA_URL is far behind. ${otherwise}`,
			"Look whether it still follows the one that is written, and how busy it is.",
		],
		"leads-itself": [
			"DATABASE_REPLICA_URL leads to a server that follows nobody.",
			"Set it to where a server is reached that follows, or take it away.",
		],
		away: [
			`The server at DATABASE_REPLICA_URL cannot be asked. ${otherwise}`,
			"Check that it runs, its host and port, and that the user that serves may connect there.",
		],
	}[found];
	return {
		check: "replica",
		title: "Replica",
		state: found === "follows" ? "well" : "look",
		says: says ?? "",
		...(fix && { fix }),
	};
}

/** Whether the tables are those of this version. */
export function versionFinding(shape: Awaited<ReturnType<typeof shapeOf>>): Finding {
	const finding = (state: Finding["state"], says: string, fix?: string): Finding => ({
		check: "version",
		title: "Version of the tables",
		state,
		says,
		...(fix && { fix }),
	});
	switch (shape) {
		case "same":
			return finding("well", "The tables are those of this version of Concord.");
		case "ahead":
			return finding(
				"look",
				"The tables are those of a newer version of Concord, beside which this one may serve while all are brought to it.",
				"Install that version here too.",
			);
		case "none":
			return finding("look", "There are no tables yet.", "The first start makes them.");
		case "older":
			return finding(
				"look",
				"The tables are those of an older version.",
				"The next start brings them to this version. Make a backup before.",
			);
		case "newer":
			return finding(
				"broken",
				"The tables are those of a newer version of Concord, which this one refuses to touch.",
				"Start that version or a later one; to go back, restore the backup from before the upgrade.",
			);
		case "changed":
			return finding(
				"broken",
				"A migration was changed after it had been run.",
				"Install Concord as it was released.",
			);
	}
}
