import type { App } from "../../../actions/app.ts";
import type { Viewer } from "../../../domain/people/viewer.ts";
import type { Answers } from "../../../domain/protocol/answers.ts";
import { panelMembers } from "../../../domain/protocol/protocol.ts";
import { Refusal, type RefusalCode } from "../../../domain/refusal.ts";
import type { FormErrors, FormState, FormValues } from "../../kit/form.ts";
import type { Html } from "../../kit/html.ts";
import { sayRefusal } from "../../kit/say.tsx";
import { isInputOf, type Question } from "../fields/question.ts";
import { firstInputOf, readQuestions } from "../fields/read-questions.ts";
import type { Typed } from "../fields/typed.ts";
import { type Kept, keepTyped, mergeTyped, withTyped } from "../typed-so-far.ts";
import { buttons } from "./act-form.tsx";
import {
	type AskedAct,
	chosenEnding,
	type Ending,
	endingInput,
	missingEnding,
	newDate,
	questionsFor,
} from "./asked-act.ts";
import { isCheckedFirst } from "./check-first.tsx";
import { refusedForFiles } from "./chosen-files.tsx";

/** What a form on a page of a difference came to. */
export type Received =
	/** It is done: the number of its entry in the record. */
	| { is: "done"; entry: number }
	/** To be mended, as typed. */
	| { is: "wrong"; form: FormState }
	/** The rules said no, most often because somebody else was quicker. */
	| { is: "refused"; message: string; code?: RefusalCode }
	/** Others saved something in the same questions since the page was drawn. */
	| { is: "clash"; form: FormState; questions: string[] }
	| { is: "gone" }
	/** It is not done yet: another page comes first, at an address or at once. */
	| { is: "goes-on"; to: string }
	| { is: "to-confirm"; page: Html }
	/** All is well, and it cannot be undone: it is read once more. */
	| { is: "to-check"; ending: Ending };

/**
 * How an act is done, once its answers read well.
 *
 * @param isTrial only to see whether the rules let it be done: nothing changes
 * @throws Refusal
 * @returns the number of its entry; undefined for a stranger
 */
export type Perform = (
	ending: Ending | undefined,
	answers: Answers,
	isTrial?: boolean,
) => Promise<number | undefined>;

/**
 * Does the act that a form asks for, or says what is wrong in it; what was typed is kept until it is done.
 *
 * @param elsewhere what is wrong in parts of the form that stand on other pages
 */
export async function receiveAct(
	app: App,
	viewer: Viewer,
	asked: AskedAct,
	typed: Typed,
	perform: Perform,
	elsewhere: FormErrors = {},
): Promise<Received> {
	const { newer } = mergeTyped({ values: asked.draft, key: asked.draftKey }, typed);
	if (newer.length > 0) return keepClash(app, viewer, asked, typed, newer);
	const values = withTyped(asked.values, typed);
	const ending = chosenEnding(asked, values);
	const questions = questionsFor(asked, ending);
	const { protocol } = asked.opened;
	const read = readQuestions(protocol, questions, values);
	const errors: FormErrors = {
		...read.errors,
		...(ending?.outcome.blank ? {} : elsewhere),
		...(ending ? {} : { [endingInput]: { text: missingEnding(asked), href: `#${endingInput}` } }),
	};
	if (read.answers && ending)
		try {
			const isToCheck = typed.pressed !== buttons.confirmed && isCheckedFirst(asked, ending);
			const received = await done(perform(ending, read.answers, isToCheck));
			if (!isToCheck || received.is !== "done") return received;
			await keepForLater(app, viewer, asked, typed);
			return { is: "to-check", ending };
		} catch (problem) {
			if (!(problem instanceof Refusal)) throw problem;
			const found = errorFrom(problem, questions);
			if (!found) return { is: "refused", message: sayRefusal(problem), code: problem.code };
			Object.assign(errors, found);
		}
	await keepForLater(app, viewer, asked, typed);
	return { is: "wrong", form: { values, errors } };
}

/** Tries an act that is not open: it may be the same form sent a second time, which leads where the first one did. */
export async function tryAgain(perform: Perform): Promise<Received> {
	try {
		return await done(perform(undefined, {}));
	} catch (problem) {
		if (problem instanceof Refusal)
			return { is: "refused", message: sayRefusal(problem), code: problem.code };
		throw problem;
	}
}

const done = async (performed: Promise<number | undefined>): Promise<Received> => {
	const entry = await performed;
	return entry === undefined ? { is: "gone" } : { is: "done", entry };
};

/** What a fault that only the rules can find is about, where it is in an answer. */
const faultIsIn: Partial<Record<RefusalCode, (question: Question) => boolean>> = {
	"date-missing": ({ name }) => name === newDate,
	"not-later": ({ name }) => name === newDate,
	"not-sooner": ({ name }) => name === newDate,
	"too-far": ({ name }) => name === newDate,
	"not-all-there": ({ field }) => field.type === "members",
	"no-quorum": ({ field }) => field.id === panelMembers,
	"too-few-agencies": ({ field }) => field.id === panelMembers,
	"member-involved": ({ field }) => field.id === panelMembers,
};

/** A fault that only the rules could find, at the question that it is about; undefined when it is about no answer. */
export function errorFrom(refusal: Refusal, questions: Question[]): FormErrors | undefined {
	const { code, message } = refusal;
	const atFiles = refusedForFiles(refusal);
	if (atFiles) return atFiles;
	const isAbout =
		code === "wrong-answers"
			? ({ field }: Question) => message.includes(field.label)
			: faultIsIn[code];
	const question = isAbout && questions.find(isAbout);
	if (question)
		return {
			[question.name]: {
				text: message.replace(question.field.label, question.label),
				href: `#${firstInputOf(question)}`,
			},
		};
	return code === "wrong-answers" ? { form: { text: message, href: "#main-content" } } : undefined;
}

/** Keeps what was typed on a page of an act, beside what others typed there. */
export const keepForLater = (
	app: App,
	viewer: Viewer,
	asked: AskedAct,
	typed: Pick<Typed, "asked" | "values" | "was" | "key">,
): Promise<Kept | undefined> => keepTyped(app, viewer, placeOf(asked), typed);

/** Where the draft of an act is kept. */
export const placeOf = ({ opened, page, isShared }: AskedAct) => ({
	differenceId: opened.header.id,
	page,
	isShared,
});

/** Keeps what somebody typed apart from what others wrote: as their own, until they have done with it. */
export const keepAside = (
	app: App,
	viewer: Viewer,
	asked: AskedAct,
	{ asked: names, values }: Pick<Typed, "asked" | "values">,
): Promise<Kept | undefined> =>
	keepTyped(app, viewer, { ...placeOf(asked), isShared: false }, { asked: names, values });

/** Keeps what does not clash for all, and what does apart, and has both shown. */
export async function keepClash(
	app: App,
	viewer: Viewer,
	asked: AskedAct,
	typed: Pick<Typed, "asked" | "values" | "was" | "key">,
	questions: string[],
): Promise<Received> {
	const kept = await keepForLater(app, viewer, asked, typed);
	if (asked.isShared && (kept?.clashes.length ?? 0) > 0) await keepAside(app, viewer, asked, typed);
	const mine = Object.fromEntries(
		Object.entries(typed.values).filter(([input]) =>
			typed.asked.some((name) => isInputOf(name, input)),
		),
	);
	return {
		is: "clash",
		form: {
			values: {
				...withTyped(asked.values, { asked: typed.asked, values: kept?.values ?? {} }),
				...inClash(mine, kept?.clashes ?? questions),
			},
			errors: {},
		},
		questions,
	};
}

const inClash = (values: FormValues, clashes: string[]): FormValues =>
	Object.fromEntries(
		Object.entries(values).filter(([input]) => clashes.some((name) => isInputOf(name, input))),
	);
