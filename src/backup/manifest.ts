import { z } from "zod";

/** Raised when the shape of a backup changes in a way that an older Concord cannot read. */
export const formatWritten = 1;

const name = z.string().regex(/^[a-z_][a-z0-9_]*$/);
const count = z.number().int().nonnegative();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What a backup says of itself before anything else, in `backup.json`. */
export const opening = z.object({
	format: z.literal(formatWritten),
	/** The version of Concord that made it. */
	concord: z.string(),
	/** Of made-up people, or of real ones. */
	mode: z.enum(["rehearsal", "production"]),
	/** The version of PostgreSQL that it was read from. */
	postgres: z.string(),
	/** The moment of everything in it, as an ISO instant. */
	at: z.iso.datetime(),
	partnerships: count,
	/** The migrations that made its tables, in order. */
	migrations: z.array(z.object({ file: z.string(), hash: sha256, at: z.iso.datetime() })),
	tables: z.array(z.object({ name, columns: z.array(name), rows: count })),
	/** The last number that each sequence gave. */
	sequences: z.array(z.object({ name, last: z.number().int() })),
	/** What opens the words in it; left out where nothing in it is sealed. */
	keys: z
		.object({
			/** Where the keys of the installation were. */
			at: z.string(),
			/** Whether they come with it, in `installation-key`. */
			held: z.boolean(),
			/** The keys of partnerships, closed: by which a key can be tried before anything is written. */
			closed: z.array(
				z.object({
					id: z.guid(),
					partnershipId: z.guid(),
					wrappedBy: z.string(),
					wrapped: z.base64(),
				}),
			),
		})
		.optional(),
});
export type Opening = z.infer<typeof opening>;

/** What it says last, in `content.json`: without that it is not whole. The hash is of a table's rows as COPY writes them. */
export const closing = z.object({
	tables: z.array(z.object({ name, rows: count, sha256 })),
});
export type Closing = z.infer<typeof closing>;

/** Enough of any format to say which version of Concord is needed. */
export const anyOpening = z.object({ format: z.number(), concord: z.string() });

export const openingFile = "backup.json";
export const closingFile = "content.json";
/** The key file of the installation, as it was. */
export const keyFile = "installation-key";

/** Where the rows of a table are, in order: `tables/event/000001.copy` and so on, each a piece of one text. */
export const pieceName = (table: string, number: number): string =>
	`tables/${table}/${String(number).padStart(6, "0")}.copy`;

/** The table that a file of the backup is a piece of. */
export const tableOfPiece = (file: string): string | undefined =>
	/^tables\/([a-z_][a-z0-9_]*)\/\d{6,}\.copy$/.exec(file)?.[1];
