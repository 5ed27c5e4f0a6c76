/** What was removed, as a certificate says it: what people know by a name, and the rest, which only Concord worked with. */
const called: Record<string, string> = {
	event: "Entries of the record",
	narrative: "Names and texts in it",
	file: "Files",
	message: "Messages about it",
	reading: "Notes of who opened it",
	draft: "Drafts",
	reminder: "Notes of who was reminded",
	difference_key: "Its key",
};

/** How many of what, those that are known by a name first. @param rows by table */
export function sayRows(rows: Readonly<Record<string, number>>): [what: string, count: number][] {
	const known = Object.entries(called).flatMap(([table, what]): [string, number][] =>
		rows[table] ? [[what, rows[table]]] : [],
	);
	const others = Object.entries(rows).reduce(
		(sum, [table, count]) => (called[table] ? sum : sum + count),
		0,
	);
	return others > 0 ? [...known, ["What Concord had worked out from it", others]] : known;
}

/** What stands on every certificate: what was left, and what was not in Concord’s hands. */
export const certificateSays = [
	"What reports count of it was kept, without its reference and without names. Lessons that name nobody were kept.",
	"Backups that were made before hold it still, closed, until they are deleted by their own plan. A backup that is put back is disposed of again before anybody can sign in.",
	"What agencies put on their own records, printed or took away is not in Concord and was not touched.",
] as const;
