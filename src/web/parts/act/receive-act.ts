import type { App } from "../../../actions/app.ts";
import type { Viewer } from "../../../domain/people/viewer.ts";
import type { Answers } from "../../../domain/protocol/answers.ts";
import { panelMembers } from "../../../domain/protocol/protocol.ts";
import { Refusal, type RefusalCode } from "../../../domain/refusal.ts";
import type { FormErrors, FormState } from "../../kit/form.ts";
import type { Html } from "../../kit/html.ts";
import type { Question } from "../fields/question.ts";
import { firstInputOf, readQuestions } from "../fields/read-questions.ts";
import type { Typed } from "../fields/typed.ts";
import { keepTyped, withTyped } from "../typed-so-far.ts";
import {
	type AskedAct,
	chosenEnding,
	type Ending,
	endingInput,
	endingQuestion,
	newDate,
	questionsFor,
} from "./asked-act.ts";
import { errorAtFiles } from "./chosen-files.tsx";

/** What a form on a page of a difference came to. */
export type Received =
	/** It is done: the number of its entry in the record. */
	| { is: "done"; entry: number }
	/** To be mended, as typed. */
	| { is: "wrong"; form: FormState }
	/** The rules said no, most often because somebody else was quicker. */
	| { is: "refused"; message: string }
	| { is: "gone" }
	/** It is not done yet: another page comes first, at an address or at once. */
	| { is: "goes-on"; to: string }
	| { is: "to-confirm"; page: Html };

/** How an act is done, once its answers read well. @throws Refusal @returns the number of its entry; undefined for a stranger */
export type Perform = (ending: Ending | undefined, answers: Answers) => Promise<number | undefined>;

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
	const values = withTyped(asked.values, typed);
	const ending = chosenEnding(asked, values);
	const questions = questionsFor(asked, ending);
	const { protocol } = asked.opened;
	const read = readQuestions(protocol, questions, values);
	const errors: FormErrors = {
		...read.errors,
		...(ending?.outcome.blank ? {} : elsewhere),
		...(ending
			? {}
			: { [endingInput]: { text: `Answer “${endingQuestion(asked)}”`, href: `#${endingInput}` } }),
	};
	if (read.answers && ending)
		try {
			return await done(perform(ending, read.answers));
		} catch (problem) {
			if (!(problem instanceof Refusal)) throw problem;
			const found = errorFrom(problem, questions);
			if (!found) return { is: "refused", message: problem.message };
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
		if (problem instanceof Refusal) return { is: "refused", message: problem.message };
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
function errorFrom({ code, message }: Refusal, questions: Question[]): FormErrors | undefined {
	if (code === "virus-found" || code === "too-many-files") return errorAtFiles(message);
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

/** Keeps what was typed on a page of an act. */
export const keepForLater = (
	app: App,
	viewer: Viewer,
	asked: AskedAct,
	typed: Pick<Typed, "asked" | "values">,
): Promise<string | undefined> =>
	keepTyped(app, viewer, { differenceId: asked.opened.header.id, page: asked.page }, typed);
