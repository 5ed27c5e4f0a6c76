import type { Protocol } from "../domain/protocol/protocol.ts";
import type { Db } from "../store/db.ts";
import { listPartnerships, type Partnership } from "../store/partnerships.ts";
import { WrongCall } from "./command.ts";

/** @throws WrongCall where none is meant, or several could be */
export async function partnershipIn(db: Db, name: string | undefined): Promise<Partnership> {
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

/** The protocol that a call names; the first in force where it names none. @throws WrongCall */
export function protocolInForce(inForce: Protocol[], name: string | undefined): Protocol {
	const found = name === undefined ? inForce[0] : inForce.find(({ id }) => id === name);
	if (found) return found;
	if (inForce.length === 0) throw new WrongCall("No protocol is in force.");
	throw new WrongCall(
		`No protocol ‘${name}’ is in force. In force: ${inForce.map(({ id }) => id).join(", ")}.`,
	);
}
