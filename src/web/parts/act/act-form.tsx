import { withAgencyNames } from "../../../domain/difference/told/words.ts";
import type { Field } from "../../../domain/protocol/protocol.ts";
import { sayCondition } from "../../../domain/protocol/told/protocol-in-words.ts";
import { londonTime } from "../../../domain/time.ts";
import { draftPaths } from "../../addresses.ts";
import { newActKey } from "../../kit/act-key.ts";
import { CopyText } from "../../kit/copy-text.tsx";
import { timeInWords } from "../../kit/dates.ts";
import { type FormState, radiosField } from "../../kit/form.ts";
import {
	govukButton,
	govukInsetText,
	govukRadios,
	govukWarningText,
	secondaryButton,
} from "../../kit/govuk.ts";
import type { Child, Html } from "../../kit/html.ts";
import type { PageFrame } from "../../kit/page-frame.ts";
import { EnterPresses, PostForm } from "../../kit/post-form.tsx";
import { say, sayMoment } from "../../kit/say.tsx";
import { Bullets } from "../../kit/text.tsx";
import type { Question } from "../fields/question.ts";
import { QuestionInput } from "../fields/question-input.tsx";
import { askedNames } from "../fields/typed.ts";
import { wasOf } from "../typed-so-far.ts";
import {
	type AskedAct,
	allQuestions,
	type Clash,
	type Ending,
	endingInput,
	endingQuestion,
} from "./asked-act.ts";
import { FilesInput } from "./chosen-files.tsx";
import { whatFollows } from "./what-follows.ts";
import { wordsTyped } from "./words-typed.ts";

/** The buttons of a form, by what they ask for: `confirmed` is that of a page on which it is read once more. */
export const buttons = { send: "send", later: "later", confirmed: "send-checked" } as const;

/**
 * A form on a page of a difference: kept as it is typed, sent once, and left for later without a script.
 *
 * @param asks the questions on this page, for the draft
 */
export const ActForm = ({
	frame,
	asked,
	asks,
	send,
	warning = false,
	form,
	children,
}: {
	frame: PageFrame;
	asked: AskedAct;
	asks: Pick<Question, "name">[];
	/** What the main button says. */
	send: string;
	/** Whether what it does cannot be gone back on. */
	warning?: boolean;
	/** Given where the act is done on this page: then files can be sent with it. */
	form?: FormState;
	children?: Child;
}): Html => {
	const { opened, page } = asked;
	return (
		<PostForm
			frame={frame}
			autosave={draftPaths.act(opened.header.id, page)}
			takesFiles={form !== undefined}
		>
			<EnterPresses name="_do" value={buttons.send} text={send} />
			<input type="hidden" name="_key" value={newActKey()} />
			<input type="hidden" name="_seen" value={opened.difference.seq} />
			<input type="hidden" name="_asked" value={askedNames(asks)} />
			<input type="hidden" name="_was" value={wasOf(asks, asked)} />
			{children}
			{form && (
				<FilesInput
					files={asked.files}
					scanning={opened.scanning}
					reader={frame.person?.name}
					form={form}
				/>
			)}
			<div class="govuk-button-group">
				{govukButton({
					text: send,
					name: "_do",
					value: buttons.send,
					preventDoubleClick: true,
					...(warning && { classes: "govuk-button--warning" }),
				})}
				{asks.length > 0 &&
					secondaryButton({
						text: say`Save and come back later`,
						name: "_do",
						value: buttons.later,
					})}
			</div>
		</PostForm>
	);
};

/** When the draft on this page was saved and by whom, whether just now, and what else was written meanwhile. */
export const SavedAt = ({
	frame,
	asked,
	justSaved,
}: {
	frame: PageFrame;
	asked: AskedAct;
	justSaved: boolean;
}): Html => {
	const { savedAt, savedBy, isShared, clash, leftOver, opened } = asked;
	const at = savedAt === undefined ? undefined : londonTime(savedAt);
	const left = wordsTyped(opened.protocol, allQuestions(asked), leftOver);
	return (
		<>
			{clash ? (
				<Clashing clash={clash} />
			) : (
				at &&
				govukInsetText({
					text: justSaved
						? say`Saved at ${timeInWords(at)}. You can close this page: it will be as you left it.`
						: savedBy && savedBy.name !== frame.person?.name
							? say`${savedBy.name} is writing this, and saved it at ${sayMoment(at)}. You can go on from there.`
							: say`This is your draft, saved at ${sayMoment(at)}.`,
				})
			)}
			{isShared && (
				<p class="govuk-hint">{say`Whoever else may do this can read what is saved here, and go on with it.`}</p>
			)}
			{left && (
				<CopyText
					id="what-you-wrote-before"
					label={say`What you wrote before, and could not send`}
					text={left}
				/>
			)}
		</>
	);
};

/** That somebody else, or another window, wrote in the same question, and what they wrote there. */
export const Clashing = ({ clash: { by, at, text } }: { clash: Clash }): Html => (
	<>
		{govukWarningText({
			text: say`${by} changed this page while you were writing, and saved it at ${sayMoment(londonTime(at))}. Nothing of that was overwritten, and what you wrote is in the form. Put together what you need, then send it.`,
			iconFallbackText: say`Warning`,
		})}
		<CopyText id="what-they-wrote" label={say`What ${by} wrote`} text={text} />
	</>
);

/** The protocol in whose words it is asked, and the agencies by name. */
type InItsWords = { opened: Pick<AskedAct["opened"], "protocol" | "agencies"> };

/** Questions one under the other. A follow-up to one option stands under that option; any other says when it is asked. */
export const Questions = ({
	asked,
	questions,
	form,
	of = questions.filter((question) => revealedBy(question, questions) === undefined),
}: {
	asked: InItsWords;
	questions: Question[];
	form: FormState;
	/** Those to show, where the others stand elsewhere. */
	of?: Question[];
}): Html => (
	<>
		{of.map((question) => (
			<QuestionInput
				protocol={asked.opened.protocol}
				question={revealedBy(question, questions) ? question : sayingWhen(asked, question)}
				form={form}
				size="s"
				follows={followsOf(asked, question, questions, form)}
			/>
		))}
	</>
);

/** The option under which a follow-up stands: the only one that it goes by. */
function revealedBy(
	{ when = {} }: Question,
	questions: Question[],
): { field: string; option: string } | undefined {
	const [only, ...others] = Object.entries(when);
	const [field = "", [option = "", ...more] = []] = only ?? [];
	const isHere = questions.some((each) => each.field.id === field && hasOptions(each.field));
	return others.length === 0 && more.length === 0 && isHere ? { field, option } : undefined;
}

/** Whether its options are radio buttons or checkboxes, under which more can be asked. */
const hasOptions = (field: Field): field is Extract<Field, { type: "choice" | "choices" }> =>
	field.type === "choice" || field.type === "choices";

/** What stands under each option of a question. */
function followsOf(
	asked: InItsWords,
	{ field }: Question,
	questions: Question[],
	form: FormState,
): Record<string, Html> {
	if (!hasOptions(field)) return {};
	return Object.fromEntries(
		Object.entries(field.options).flatMap(([option, text]) => {
			const of = questions.filter((question) => {
				const by = revealedBy(question, questions);
				return by?.field === field.id && by.option === option;
			});
			if (of.length === 0) return [];
			const html = (
				<>
					<OnlyIfChosen says={text} />
					<Questions asked={asked} questions={questions} of={of} form={form} />
				</>
			);
			return [[option, html]];
		}),
	);
}

/** A follow-up that cannot stand under one option says in its hint when it is asked. */
function sayingWhen({ opened }: InItsWords, question: Question): Question {
	const { when, field } = question;
	if (!when) return question;
	const says = say`Only if ${withAgencyNames(opened.protocol, opened, sayCondition(opened.protocol, when))}.`;
	return { ...question, field: { ...field, hint: [says, field.hint].filter(Boolean).join(" ") } };
}

/** Before what is asked under an option: without a script all of it is open. */
const OnlyIfChosen = ({ says }: { says: string }): Html => (
	<noscript>
		<p class="govuk-body">
			<strong>{say`Only if you chose “${says}”:`}</strong>
		</p>
	</noscript>
);

/** The ways in which an act can end, each with what only it asks. */
export const Endings = ({ asked, form }: { asked: AskedAct; form: FormState }): Html => {
	const [only, ...others] = asked.endings;
	if (!only) throw new RangeError(`${asked.page} cannot end`);
	if (others.length === 0)
		return (
			<>
				<Questions asked={asked} questions={only.questions} form={form} />
				<Follows asked={asked} ending={only} />
			</>
		);
	return govukRadios({
		...radiosField(form, endingInput),
		fieldset: { legend: { text: endingQuestion(asked), classes: "govuk-fieldset__legend--s" } },
		items: asked.endings.map((ending) => ({
			value: ending.id,
			text: ending.say,
			hint: { text: hintOf(asked, ending).join(" ") },
			...(ending.questions.length > 0 && {
				conditional: {
					html: (
						<>
							<OnlyIfChosen says={ending.say} />
							<Questions asked={asked} questions={ending.questions} form={form} />
						</>
					),
				},
			}),
		})),
	});
};

/** What an ending brings, and whether the questions above it can then be left empty. */
const hintOf = (asked: AskedAct, { outcome }: Ending): string[] => [
	...(outcome.blank && asked.questions.length > 0
		? [say`You can leave the questions above empty.`]
		: []),
	...whatFollows(asked, outcome),
];

/** What will happen, before the button that makes it happen. */
const Follows = ({ asked, ending }: { asked: AskedAct; ending: Ending }): Html => {
	const sentences = whatFollows(asked, ending.outcome);
	return (
		<>
			{sentences.length > 0 && (
				<>
					<h2 class="govuk-heading-s govuk-!-margin-bottom-1">{say`What happens then`}</h2>
					<Bullets items={sentences} />
				</>
			)}
		</>
	);
};
