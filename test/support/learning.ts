/** People whose work is learning, and a difference that has ended, in the partnership of office.ts. */
import { makeReport } from "../../src/actions/prepare-report.ts";
import { presentReport } from "../../src/actions/present-report.ts";
import { runTask } from "../../src/actions/run-task.ts";
import type { Period } from "../../src/domain/learning/period.ts";
import type { Viewer } from "../../src/domain/people/viewer.ts";
import type { Protocol } from "../../src/domain/protocol/protocol.ts";
import { transact } from "../../src/store/db.ts";
import { savePerson } from "../../src/store/people.ts";
import { latestTaskAbout } from "../../src/store/tasks.ts";
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

/** A report of the Business Unit that was made, counted and presented. @returns its identifier */
export async function presentedReport(
	{ app, people }: Pick<TestPartnership, "app" | "people">,
	protocol: Protocol,
	period: Period,
): Promise<string> {
	const made = await makeReport(app, people.businessUnit, protocol, period);
	const counting = await latestTaskAbout(app.db, made, "make-report");
	await runTask(app, counting?.id ?? "");
	await presentReport(app, people.businessUnit, made, { reasons: {}, whatChanged: "" });
	return made;
}
