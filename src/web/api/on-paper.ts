/** Forms that an agency sent on paper or by mail, entered by the office that they are sent to: with one a difference begins, or it goes on. */
import { z } from "zod";
import { parseMoment } from "../../domain/difference/consequences/clock-dates.ts";
import { Refusal } from "../../domain/refusal.ts";
import { asEntered, faultAt } from "../difference/enter-form/asked-form.ts";
import {
	type FormVisit,
	startOf,
	visitBeginning,
	visitInDifference,
} from "../difference/enter-form/visit-form.ts";
import { refusedForFiles } from "../parts/act/chosen-files.tsx";
import { offerTitle } from "../parts/raising/raising.ts";
import { actOf, done, keysOf, orAsBefore } from "./acting.ts";
import { answering, aQuestion, questionTold, readGiven } from "./asked.ts";
import { type Asking, does, reads } from "./operation.ts";
import { doesNotFit } from "./problem.ts";
import { aName, aPerson, ofOne } from "./schemas.ts";

const tag = "Forms on paper";

const chosen = {
	begin: z.string().max(400),
	from: z.uuid().describe("The agency that sent it."),
	with: z.uuid().optional().describe("The agency that they disagree with, where one is chosen."),
};
const form = z
	.object({
		title: z.string(),
		questions: z
			.array(aQuestion)
			.describe(
				"When you received it, who did what on it, what stands on it, and why the original is not attached where it is not.",
			),
	})
	.meta({ id: "FormOnPaper" });
const entered = {
	...answering,
	files: z.array(z.uuid()).max(100).default([]).describe("Scans of it, as they were sent before."),
};

const ofStep = ofOne.extend({ step: aName });

const questionsOf = ({ asked }: FormVisit) => [...asked.about, ...asked.onIt, asked.missing];

const told = (visit: FormVisit): z.input<typeof form> => ({
	title: visit.title,
	questions: questionsOf(visit).map((each) => questionTold(visit.asked.protocol, each)),
});

async function enter(
	visit: FormVisit,
	asking: Pick<
		Asking<unknown, unknown, z.infer<z.ZodObject<typeof entered>>>,
		"request" | "body" | "viewer"
	>,
): Promise<z.input<typeof done> | undefined> {
	const { asked, opened } = visit;
	const on = opened ? actOf(asking, opened) : keysOf(asking);
	const questions = questionsOf(visit);
	const given = asEntered(asked, readGiven(asked.protocol, questions, asking.body));
	const receivedAt = parseMoment(given.receivedAt);
	const [received] = asked.about;
	if (!receivedAt)
		throw doesNotFit([{ at: `#/answers/${received?.field.id}`, says: "Enter a day and a time" }]);
	try {
		const made = await visit.perform(
			{ ...given, receivedAt },
			{ ...on, filesSeen: asking.body.files },
		);
		return made && { difference: made.difference, entry: made.entry ?? 1 };
	} catch (problem) {
		if (!(problem instanceof Refusal)) throw problem;
		const isOfFiles = refusedForFiles(problem) || problem.code === "reason-missing";
		const question = faultAt(problem.code, asked);
		const at = isOfFiles ? "#/files" : question && `#/answers/${question.field.id}`;
		if (at === undefined) throw problem;
		throw doesNotFit([{ at, says: problem.message }]);
	}
}

export const onPaperOperations = [
	reads({
		id: "listFormsOnPaper",
		path: "/on-paper",
		tag,
		summary: "What the office may enter that came on paper or by mail, and for whom",
		scope: "differences:raise",
		answer: z.object({
			ways: z.array(z.object({ begin: z.string(), title: z.string() })),
			agencies: z.array(aPerson),
		}),
		run: async ({ app, viewer }) => {
			const { offers, agencies } = await startOf(app, viewer);
			return {
				ways: offers.map((offer) => ({ begin: offer.begin, title: offerTitle(offer) })),
				agencies: agencies.map(({ id, name }) => ({ id, name })),
			};
		},
	}),
	reads({
		id: "readFormOnPaper",
		path: "/on-paper/form",
		tag,
		summary: "A form with which a difference begins: what it asks",
		scope: "differences:raise",
		query: z.object(chosen),
		answer: form,
		run: async ({ app, viewer, query }) => {
			// Nothing is typed: no draft is begun by asking.
			const visit = await visitBeginning(app, viewer, crypto.randomUUID(), {
				...query,
				with: query.with,
			});
			return visit && told(visit);
		},
	}),
	does({
		id: "enterFormOnPaper",
		path: "/on-paper",
		tag,
		summary: "Enter a form with which a difference begins",
		says: "It is the agency’s from then on: they are told, and the record says that you entered it.",
		scope: "differences:raise",
		status: 201,
		body: z.strictObject({
			...chosen,
			...entered,
			draft: z
				.uuid()
				.describe("The one to which scans were sent; another UUID where there are none."),
		}),
		answer: done,
		run: (asking) =>
			orAsBefore(
				asking,
				async () => {
					const { app, viewer, body } = asking;
					const visit = await visitBeginning(app, viewer, body.draft, { ...body, with: body.with });
					if (!visit)
						throw doesNotFit([
							{ at: "#/begin", says: "Choose a way to begin and agencies that are offered" },
						]);
					return enter(visit, asking);
				},
				"first",
			),
	}),
	reads({
		id: "readFormOnPaperIn",
		path: "/differences/{id}/on-paper/{step}",
		tag,
		summary: "A form in a difference, such as a response: what it asks",
		says: "`step` is the first that stands on it and is owed.",
		scope: "differences:read",
		params: ofStep,
		answer: form,
		run: async ({ app, viewer, params }) => {
			const visit = await visitInDifference(app, viewer, params);
			return visit && told(visit);
		},
	}),
	does({
		id: "enterFormOnPaperIn",
		path: "/differences/{id}/on-paper/{step}",
		tag,
		summary: "Enter a form in a difference, such as a response",
		scope: "differences:act",
		ifUnchanged: true,
		params: ofStep,
		body: z.strictObject(entered),
		answer: done,
		run: (asking) =>
			orAsBefore(asking, async () => {
				const { app, viewer, params } = asking;
				const visit = await visitInDifference(app, viewer, params);
				return visit && enter(visit, asking);
			}),
	}),
];
