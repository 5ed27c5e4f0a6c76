import { agenciesChosen } from "../../../domain/difference/acts/involve.ts";
import { isRaisedLongAgo, whenRaised } from "../../../domain/difference/acts/raise.ts";
import type { Scanning } from "../../../domain/files.ts";
import { holds } from "../../../domain/protocol/condition.ts";
import { isFilled, type Side, sentNow, stepsOpenedBy } from "../../../domain/protocol/protocol.ts";
import { sayAnswer } from "../../../domain/protocol/told/say-answer.ts";
import { raisePaths } from "../../addresses.ts";
import { newActKey } from "../../kit/act-key.ts";
import type { FormErrors } from "../../kit/form.ts";
import { govukButton, govukSummaryList, govukWarningText } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import type { PageFrame } from "../../kit/page-frame.ts";
import { EnterPresses, PostForm } from "../../kit/post-form.tsx";
import {
	say,
	sayDay,
	sayList,
	sayMoment,
	speechNow,
	startingLarge,
	withArticle,
} from "../../kit/say.tsx";
import { AsTyped } from "../../kit/text.tsx";
import { type ChosenFiles, FilesInput } from "../../parts/act/chosen-files.tsx";
import { sayCopied } from "../../parts/act/what-follows.ts";
import { answersSoFar, firstInputOf, readQuestions } from "../../parts/fields/read-questions.ts";
import { pagesOf, type RaisePage } from "../../parts/raising/pages.ts";
import {
	inputs,
	offerTitle,
	type Raising,
	readUrgentContacts,
} from "../../parts/raising/raising.ts";
import { RaisedAlready, RaiseLayout } from "./raise-layout.tsx";

/** Everything once more before it is raised. */
export const CheckPage = ({
	frame,
	raising,
	draft,
	files,
	scanning,
	errors = {},
}: {
	frame: PageFrame;
	raising: Raising;
	draft: string;
	files: ChosenFiles;
	scanning: Scanning;
	errors?: FormErrors | undefined;
}): Html => {
	const { protocol, values, agency, questions } = raising;
	const { contacts } = readUrgentContacts(protocol, values);
	const people = new Map(
		questions.flatMap((question) => question.people.map((person) => [person.id, person] as const)),
	);
	const { answers = {} } = readQuestions(protocol, questions, values);
	const pages = pagesOf(raising);
	const last = pages.at(-1);
	const change = (page: RaisePage | undefined, input: string) =>
		page
			? `${raisePaths.page(draft, page.id)}?change=yes#${input}`
			: `${raisePaths.first(draft)}#${input}`;
	const ofAgency = pages.find(({ asksAgency }) => asksAgency);
	/** In the order in which they are asked. */
	const inOrder = pages.flatMap((page) =>
		questions
			.filter(({ field }) => page.questions.some((each) => each.field.id === field.id))
			.map((question) => ({ page, question })),
	);
	const raised = whenRaised(raising.offer.way, answers, raising.now);
	return (
		<RaiseLayout
			frame={frame}
			raising={raising}
			title={say`Check your answers`}
			back={last ? raisePaths.page(draft, last.id) : raisePaths.first(draft)}
			errors={errors}
		>
			<RaisedAlready raising={raising} />
			{govukSummaryList({
				classes: "concord-stacked",
				rows: [
					...(raising.offers.length > 1
						? [row(say`What you do`, offerTitle(raising.offer), raisePaths.way(draft))]
						: []),
					row(
						say`Is ${withArticle(protocol.words.child)} in danger now?`,
						[
							values[inputs.danger] === "yes" ? say`Yes` : say`No`,
							...contacts.map(
								({ call, madeAt }) =>
									say`Rang ${call} at ${sayMoment(Temporal.PlainDateTime.from(madeAt))}`,
							),
						].join("\n"),
						change(undefined, inputs.danger),
					),
					...(agency ? [row(say`Agency`, agency.name, change(ofAgency, inputs.agency))] : []),
					...inOrder.map(({ page, question }) => {
						const { field, label } = question;
						const answer = answers[field.id];
						return row(
							label,
							answer
								? sayAnswer(protocol, field, answer, { people, speech: speechNow() })
								: say`Left blank`,
							change(page, firstInputOf(question)),
						);
					}),
				],
			})}
			{raised &&
				isRaisedLongAgo(raising.offer.way, answers, raising.now) &&
				govukWarningText({
					text: say`You say that it was raised on ${sayDay(raised.toPlainDate().toString())}. Check that this is the right day: time is counted from then.`,
					iconFallbackText: say`Warning`,
				})}
			<p class="govuk-body">{whatThen(raising)}</p>
			<PostForm frame={frame} takesFiles>
				<EnterPresses text={say`Raise it`} />
				<input type="hidden" name="_key" value={newActKey()} />
				{/* What is raised is what stands on this page, sent once or twice. */}
				{Object.entries(values).flatMap(([name, value]) =>
					[value ?? []].flat().map((text) => <input type="hidden" name={name} value={text} />),
				)}
				<FilesInput
					files={files}
					scanning={scanning}
					reader={frame.person?.name}
					form={{ values, errors }}
					whoOpens={whoOpens()}
				/>
				{govukButton({ text: say`Raise it`, preventDoubleClick: true })}
			</PostForm>
		</RaiseLayout>
	);
};

const whoOpens = () =>
	say`They stay with your agency: whoever there may read what you raised can open them, and nobody else. Add a file for another agency when you send something to them.`;

const row = (label: string, said: string, href: string) => ({
	key: { text: label },
	value: { html: <AsTyped>{said}</AsTyped> },
	actions: {
		items: [
			{
				text: say`Change`,
				visuallyHiddenText: label,
				href,
			},
		],
	},
});

/** Who hears of it, and the first steps in the protocol’s own words. */
function whatThen({ protocol, names, offer, questions, values }: Raising): string {
	const answers = answersSoFar(protocol, questions, values);
	const involved = agenciesChosen(protocol, answers);
	const known = { way: offer.way.id, answers, involved: Object.keys(involved) };
	const sends = sentNow(offer.way.sends, known);
	const copies = offer.way.copies
		.filter(({ to, when }) => isFilled(to.side, known) && holds(when ?? {}, known))
		.map(({ to, sees }) => ({ to, sees }));
	const called = { ...names, agencies: { ...names.agencies, involved } };
	const { receiving } = names.agencies;
	const first = stepsOpenedBy(protocol, offer.way.start).filter(
		({ by, when }) => isFilled(by.side, known) && holds(when ?? {}, known),
	);
	const whether = (side: Side, name: string) =>
		sends?.to.includes(side)
			? say`${startingLarge(name)} is told when you raise it.`
			: say`${startingLarge(name)} is not told when you raise it.`;
	return [
		receiving !== null && whether("receiving", receiving),
		...Object.entries(involved)
			.filter(([side]) => !copies.some(({ to }) => to.side === side))
			.map(([side, name]) => whether(side, name)),
		...copies.map((copy) => `${startingLarge(sayCopied(protocol, called, copy))}.`),
		first.length > 0 &&
			sayNext(first.length, sayList([...new Set(first.map(({ title }) => title))])),
	]
		.filter(Boolean)
		.join(" ");
}

const sayNext = (count: number, titles: string): string =>
	count > 1 ? say`The next things are: ${titles}.` : say`The next thing is: ${titles}.`;
