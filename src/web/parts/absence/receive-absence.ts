import { z } from "zod";
import type { App } from "../../../actions/app.ts";
import { chooseDeputies, enterAbsence, takeBackAbsence } from "../../../actions/arrange-absence.ts";
import type { Viewer } from "../../../domain/people/viewer.ts";
import { Refusal } from "../../../domain/refusal.ts";
import { dateOf, type FormState, listOf, readForm } from "../../kit/form.ts";

const days = z.object({
	from: dateOf({ name: "First day away", missing: "Enter the first day away" }),
	until: dateOf({ name: "Last day away", missing: "Enter the last day away" }),
});
const chosen = z.object({ deputies: listOf(z.uuid()) });
const takenBack = z.object({ absence: z.uuid() });

/** What came of a form: done, not for this person, or to be shown again with what is wrong. */
export type Received = "done" | "not-theirs" | FormState;

export async function receiveAway(
	app: App,
	by: Viewer,
	personId: string,
	body: unknown,
): Promise<Received> {
	const read = readForm(days, body);
	if (read.errors) return read;
	return refusedAt("until-day", "until", read.values, () =>
		enterAbsence(app, by, personId, read.data),
	);
}

export async function receiveDeputies(
	app: App,
	by: Viewer,
	personId: string,
	body: unknown,
): Promise<Received> {
	const read = readForm(chosen, body);
	if (read.errors) return read;
	return refusedAt("deputies", "deputies", read.values, () =>
		chooseDeputies(app, by, personId, read.data.deputies),
	);
}

/** An absence that is none any more was taken back already. */
export async function receiveBack(
	app: App,
	by: Viewer,
	personId: string,
	body: unknown,
): Promise<Received> {
	const read = readForm(takenBack, body);
	if (read.errors) return "done";
	return (await takeBackAbsence(app, by, personId, read.data.absence)) ? "done" : "not-theirs";
}

async function refusedAt(
	input: string,
	field: string,
	values: FormState["values"],
	act: () => Promise<boolean>,
): Promise<Received> {
	try {
		return (await act()) ? "done" : "not-theirs";
	} catch (refusal) {
		if (!(refusal instanceof Refusal)) throw refusal;
		return { values, errors: { [field]: { text: refusal.message, href: `#${input}` } } };
	}
}
