import type { Db, Trx } from "./db.ts";

/** Something that was taken out of Concord in bulk. */
export type Export = {
	/** What it was, such as "Log of forms", and which part of it, in the partnership's own words: nothing that was typed. */
	what: string;
	about: string;
	format: string;
	/** How many rows; null of what has none, such as a report in all formats. */
	rows: number | null;
	/** By the command on the machine, not on a page. */
	byCommand: boolean;
	/** ISO instant. */
	at: string;
};

export async function addExport(
	trx: Trx,
	{
		id,
		partnershipId,
		personId,
		byCommand,
		...rest
	}: Export & {
		id: string;
		partnershipId: string;
		personId: string;
	},
): Promise<void> {
	await trx
		.insertInto("export")
		.values({
			id,
			partnership_id: partnershipId,
			person_id: personId,
			by_command: byCommand,
			...rest,
		})
		.execute();
}

/** What was taken out of a partnership, the latest first, with who took it. @param page from 1 */
export async function listExports(
	db: Db | Trx,
	partnershipId: string,
	{ page, pageSize }: { page: number; pageSize: number },
): Promise<{ rows: (Export & { by: string; jobTitle: string })[]; total: number }> {
	const ofPartnership = db.selectFrom("export").where("export.partnership_id", "=", partnershipId);
	const { total } = await ofPartnership
		.select((select) => select.fn.countAll<string>().as("total"))
		.executeTakeFirstOrThrow();
	const rows = await ofPartnership
		.innerJoin("person", "person.id", "export.person_id")
		.orderBy("export.at", "desc")
		// Identifiers are drawn by chance.
		.orderBy("export.what")
		.orderBy("export.about")
		.orderBy("export.format")
		.orderBy("export.id")
		.limit(pageSize)
		.offset((page - 1) * pageSize)
		.select([
			"export.what",
			"export.about",
			"export.format",
			"export.rows",
			"export.by_command",
			"export.at",
			"person.name",
			"person.job_title",
		])
		.execute();
	return {
		total: Number(total),
		rows: rows.map(({ by_command, at, name, job_title, ...row }) => ({
			...row,
			byCommand: by_command,
			at: at.toISOString(),
			by: name,
			jobTitle: job_title,
		})),
	};
}
