/**
 * On which pages the questions of raising a difference are asked: few of them, whatever the protocol asks. First whom it is
 * about and with, then what it is about. A question whose answer decides whether others are asked has them on its page.
 */

import { whenRaised } from "../../../domain/difference/acts/raise.ts";
import { raisePaths } from "../../addresses.ts";
import { say } from "../../kit/say.tsx";
import type { Question } from "../fields/question.ts";
import { answersSoFar, firstInputOf, readQuestions } from "../fields/read-questions.ts";
import { asksAgency, inputs, type Raising } from "./raising.ts";

export type RaisePage = {
	/** As its address calls it. */
	id: string;
	title: string;
	/** Whether the other agency is chosen here. */
	asksAgency: boolean;
	/** Everything that may be asked here, whatever is answered. */
	questions: Question[];
};

/** More questions than these are not put on one page, those that follow from another not counted. */
const mostOnPage = 4;

/** The pages between the first one and the check page: the same ones whatever is answered. */
export function pagesOf(raising: Pick<Raising, "mayAsk" | "offer" | "window">): RaisePage[] {
	const { mayAsk, offer } = raising;
	const choosesAgency = asksAgency(offer.way);
	const roots = mayAsk.filter((question) => parentsOf(raising, question).length === 0);
	const pageOf = (id: string, title: string, of: Question[], hasAgency = false): RaisePage => ({
		id,
		title,
		asksAgency: hasAgency,
		questions: mayAsk.filter((question) => of.includes(rootOf(raising, question))),
	});
	const whom = roots.filter(({ field }) => isAbout(field.type) || isWith(field.type));
	const what = roots.filter((question) => !whom.includes(question));
	const texts = what.filter(({ field }) => field.type === "long-text");
	const parts =
		what.length <= mostOnPage
			? [what]
			: [...evenly(what.filter((question) => !texts.includes(question))), ...evenly(texts)];
	return [
		...(whom.length > 0 || choosesAgency
			? [pageOf("whom", whomTitle(whom, choosesAgency), whom, choosesAgency)]
			: []),
		...parts
			.filter((of) => of.length > 0)
			.map((of, nth, all) =>
				pageOf(
					nth === 0 ? "what" : `what-${nth + 1}`,
					all.length === 1
						? say`What it is about`
						: say`What it is about (${nth + 1} of ${all.length})`,
					of,
				),
			),
	];
}

const isAbout = (type: string): boolean => type === "children" || type === "adults";
const isWith = (type: string): boolean => ["person", "agency", "agencies"].includes(type);

function whomTitle(whom: Question[], choosesAgency: boolean): string {
	const about = whom.some(({ field }) => isAbout(field.type));
	const others = choosesAgency || whom.some(({ field }) => isWith(field.type));
	if (!about) return say`Who it is with`;
	return others ? say`Who it is about, and who it is with` : say`Who it is about`;
}

/** In parts of about the same size, in order. */
function evenly(questions: Question[]): Question[][] {
	const parts = Math.ceil(questions.length / mostOnPage);
	const size = Math.ceil(questions.length / Math.max(parts, 1));
	return Array.from({ length: parts }, (_, nth) => questions.slice(nth * size, (nth + 1) * size));
}

/** The questions whose answers decide whether this one is asked. */
function parentsOf(
	{ mayAsk, window }: Pick<Raising, "mayAsk" | "window">,
	{ field, when = {} }: Question,
): Question[] {
	const ids = field.id === window.because ? [window.decides] : Object.keys(when);
	return mayAsk.filter((each) => each.field.id !== field.id && ids.includes(each.field.id));
}

function rootOf(raising: Pick<Raising, "mayAsk" | "window">, question: Question): Question {
	const [parent] = parentsOf(raising, question);
	return parent ? rootOf(raising, parent) : question;
}

/**
 * What a page asks as it is answered so far: a follow-up to something on it too, since that can be answered otherwise
 * there. One that follows from another page is asked or not, and says no case.
 */
export const askedOn = (raising: Raising, page: RaisePage): Question[] =>
	page.questions.flatMap((question) => {
		if (waitsForAgency(raising, question)) return [];
		const isFollowUp =
			question.when !== undefined &&
			parentsOf(raising, question).some((parent) => page.questions.includes(parent));
		if (isFollowUp) return [question];
		return isAskedNow(raising, question) ? [{ ...question, when: undefined }] : [];
	});

const isAskedNow = ({ questions }: Raising, { field }: Question): boolean =>
	questions.some((each) => each.field.id === field.id);

/** Whether whom one can choose goes by the other agency. */
export const goesByAgency = ({ offer }: Raising, { field, isListedOnly }: Question): boolean =>
	asksAgency(offer.way) &&
	(isListedOnly === true || (field.type === "person" && field.of.startsWith("receiving ")));

const waitsForAgency = (raising: Raising, question: Question): boolean =>
	!raising.agency && goesByAgency(raising, question);

/** The first input of a page that still has no good answer; undefined when there is none. */
export function openOn(raising: Raising, page: RaisePage): string | undefined {
	const { protocol, values, agency, questions, tooLate } = raising;
	if (page.asksAgency && !agency) return inputs.agency;
	const here = questions.filter(({ field }) =>
		page.questions.some((each) => each.field.id === field.id),
	);
	const open = here.find((question) => readQuestions(protocol, [question], values).errors);
	const late = here.find(({ field }) => field.id === tooLate?.at);
	const first = open ?? late ?? (isStillToCome(raising) ? raisedAtOn(raising, page) : undefined);
	return first && firstInputOf(first);
}

/** Whether they say that it was raised at a moment that has not come yet. */
export function isStillToCome({ protocol, questions, values, offer, now }: Raising): boolean {
	const raised = whenRaised(offer.way, answersSoFar(protocol, questions, values), now);
	return raised !== undefined && Temporal.ZonedDateTime.compare(raised, now) > 0;
}

/** The question for the moment at which it was really raised, where a page asks it. */
export const raisedAtOn = ({ offer }: Raising, { questions }: RaisePage): Question | undefined =>
	questions.find(({ field }) => field.id === offer.way.raisedAt);

/** The first page that still has something to answer; the check page when there is none. */
export function whereLeftOff(raising: Raising): string {
	const { draft, isBegun, values } = raising;
	if (!isBegun || draft === undefined) return raisePaths.start;
	if (!values[inputs.danger]) return raisePaths.first(draft);
	const open = pagesOf(raising).find((page) => openOn(raising, page) !== undefined);
	return open ? raisePaths.page(draft, open.id) : raisePaths.check(draft);
}
