import { cannotBeUndone } from "../../../domain/protocol/cannot-be-undone.ts";
import { newActKey } from "../../kit/act-key.ts";
import { govukButton, govukSummaryList, govukWarningText } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say, startingSmall } from "../../kit/say.tsx";
import { AsTyped, Bullets } from "../../kit/text.tsx";
import { isInputOf, type Question } from "../fields/question.ts";
import { firstInputOf, questionsAsked } from "../fields/read-questions.ts";
import { askedNames, type Typed } from "../fields/typed.ts";
import { wasOf, withTyped } from "../typed-so-far.ts";
import { buttons } from "./act-form.tsx";
import { ActLayout, asksOnPage, sendText } from "./act-layout.tsx";
import {
	type AskedAct,
	type Ending,
	endingInput,
	endingQuestion,
	questionsFor,
} from "./asked-act.ts";
import { FilesSeen, filesInput } from "./chosen-files.tsx";
import { whatFollows } from "./what-follows.ts";
import { wordsTypedFor } from "./words-typed.ts";

/** Whether an act that ends in this way is read once more before it is done. */
export const isCheckedFirst = ({ act }: Pick<AskedAct, "act">, { outcome }: Ending): boolean =>
	!("change" in act) && cannotBeUndone(act, outcome);

/** All that was entered once more, and what comes of it; then one button does it. */
export const CheckFirstPage = ({
	frame,
	asked,
	typed,
	ending,
	pathOf,
}: {
	frame: PageFrame;
	asked: AskedAct;
	typed: Typed;
	ending: Ending;
	/** The address of the page on which a question stands; without one, of that on which the act is done. */
	pathOf: (question?: Question) => string;
}): Html => {
	const { opened, endings, files } = asked;
	const { protocol } = opened;
	const values = withTyped(asked.values, typed);
	const questions = questionsAsked(protocol, questionsFor(asked, ending), values);
	const asks = asksOnPage(asked);
	const follows = whatFollows(asked, ending.outcome);
	return (
		<ActLayout
			frame={frame}
			asked={asked}
			title={say`Check before it is done: ${sayWhatIsChecked(asked, ending)}`}
			back={{ href: pathOf(), text: say`Back, to change it` }}
		>
			{govukSummaryList({
				classes: "concord-stacked",
				rows: [
					...questions.map((question) =>
						row(
							question.label,
							wordsTypedFor(protocol, question, values) || say`Left blank`,
							`${pathOf(question)}#${firstInputOf(question)}`,
						),
					),
					...(files.drafts.length > 0
						? [
								row(
									say`Files`,
									files.drafts.map(({ name }) => name).join("\n"),
									`${pathOf()}#${filesInput}`,
								),
							]
						: []),
					...(endings.length > 1
						? [row(endingQuestion(asked), ending.say, `${pathOf()}#${endingInput}`)]
						: []),
				],
			})}
			{follows.length > 0 && (
				<>
					<h2 class="govuk-heading-m">{say`What happens then`}</h2>
					<Bullets items={follows} />
				</>
			)}
			{govukWarningText({ text: say`This cannot be undone.`, iconFallbackText: say`Warning` })}
			<PostForm frame={frame} action={pathOf()}>
				{/* Sent twice, or again from the page before it, it acts once. */}
				<input type="hidden" name="_key" value={typed.key || newActKey()} />
				<input type="hidden" name="_seen" value={opened.difference.seq} />
				<input type="hidden" name="_asked" value={askedNames(asks)} />
				<input type="hidden" name="_was" value={wasOf(asks, { draft: values, values })} />
				<FilesSeen drafts={files.drafts} />
				<input type="hidden" name="_rung" value="yes" />
				<input type="hidden" name="_do" value={buttons.confirmed} />
				{/* What is done is what stands on this page. */}
				{Object.entries(values)
					.filter(([input]) => asks.some(({ name }) => isInputOf(name, input)))
					.flatMap(([input, value]) =>
						[value ?? []].flat().map((text) => <input type="hidden" name={input} value={text} />),
					)}
				{govukButton({
					text: deedOf(asked, ending),
					preventDoubleClick: true,
					...(ending.outcome.leadsTo.some(({ go }) => go === "end") && {
						classes: "govuk-button--warning",
					}),
				})}
			</PostForm>
		</ActLayout>
	);
};

const row = (label: string, says: string, href: string) => ({
	key: { text: label },
	value: { html: <AsTyped>{says}</AsTyped> },
	actions: { items: [{ text: say`Change`, visuallyHiddenText: label, href }] },
});

/** What is about to be done: the way that was chosen, where there are several, as it was chosen. */
const sayWhatIsChecked = ({ endings, title }: AskedAct, { say }: Ending): string =>
	endings.length > 1 ? `“${say}”` : startingSmall(title);

/** What the button does: as the act is called, or where one of several ways was chosen, what that one is. */
function deedOf(asked: AskedAct, { outcome }: Ending): string {
	const { act, title, endings } = asked;
	if ("move" in act) return title;
	if (endings.length === 1 || !("step" in act)) return sendText(asked);
	if (act.step.kind === "sign-off") return say`Sign it off`;
	if (act.step.kind === "decision") return say`Record the decision`;
	if (outcome.leadsTo.some(({ go }) => go === "end")) return say`Record it and close it`;
	return say`Send it`;
}
