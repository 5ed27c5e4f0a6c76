import { sql } from "kysely";

/** Whether a name, a job or a work address has these letters. @param person what the table of people is called in the query */
export const hasLetters = (letters: string, person: "person" | "p" = "person") =>
	sql<boolean>`lower(concat_ws(e'\\n', ${sql.ref(`${person}.name`)}, ${sql.ref(`${person}.job_title`)}, ${sql.ref(`${person}.email`)})) like lower(${likeLetters(letters)})`;

/** Letters as they stand in a name, whatever they would mean in a pattern. */
export const likeLetters = (letters: string): string =>
	`%${letters.trim().replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
