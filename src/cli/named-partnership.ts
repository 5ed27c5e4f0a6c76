import type { Db } from "../store/db.ts";
import { listPartnerships, type Partnership } from "../store/partnerships.ts";
import { WrongCall } from "./command.ts";

/**
 * The partnership of that name, or the only one.
 *
 * @throws WrongCall where none is meant, or several could be
 */
export async function partnershipNamed(db: Db, name: string | undefined): Promise<Partnership> {
	const all = await listPartnerships(db);
	const found = name === undefined ? all : all.filter((each) => each.name === name);
	const [one, ...more] = found;
	if (one && more.length === 0) return one;
	const names = all.map((each) => `‘${each.name}’`).join(", ");
	throw new WrongCall(
		all.length === 0
			? "There is no partnership in this database yet."
			: name === undefined
				? `Say which partnership: ‘--partnership’ ${names}.`
				: `There is no partnership ‘${name}’. There is: ${names}.`,
	);
}
