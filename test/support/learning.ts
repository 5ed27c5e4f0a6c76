/** People whose work is learning, and a difference that has ended, in the partnership of office.ts. */
import type { Viewer } from "../../src/domain/people/viewer.ts";
import { transact } from "../../src/store/db.ts";
import { savePerson } from "../../src/store/people.ts";
import { doStep, raisedTo, said, type TestPartnership } from "./partnership.ts";

/** Somebody who holds an office besides those whom every test partnership has. */
export async function officer(
	{ app, people }: TestPartnership,
	office: string,
	name = `Holder of ${office}`,
): Promise<Viewer> {
	const person = {
		...people.businessUnit,
		id: crypto.randomUUID(),
		name,
		email: `${crypto.randomUUID()}@example.org`,
		level: "practitioner" as const,
		offices: [office],
	};
	await transact(app.db, (trx) => savePerson(trx, { ...person }));
	return person;
}

/** A difference that was resolved at stage 3: what was learned is still to be recorded. */
export async function resolved(partnership: TestPartnership): Promise<string> {
	const id = await raisedTo(partnership, "respond");
	const { headteacher } = partnership.people;
	await doStep(partnership, id, headteacher, "formal-resolution.consider", "resolved", {
		satisfied: said("satisfied"),
	});
	return id;
}
