import type { OpenedDifference } from "../../../actions/open-difference.ts";
import { lastDone } from "../../../domain/difference/difference.ts";
import { withAgencyNames } from "../../../domain/difference/told/words.ts";
import type { Answer } from "../../../domain/protocol/answers.ts";
import { fieldOf, readAs, type Step, stepOf } from "../../../domain/protocol/protocol.ts";
import { sayAnswer } from "../../../domain/protocol/told/say-answer.ts";
import { govukDetails, govukSummaryList } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { say } from "../../kit/say.tsx";
import { answeredRow } from "../../parts/difference/answered-row.tsx";
import { FormPart } from "../../parts/difference/form-part.tsx";

/**
 * What somebody must have read before they do a step: what it looks after, why it was asked for, what was sent to their
 * side, and the parts of the form that were filled in, the one they act on in full.
 */
export const ToReadFirst = ({ opened, step }: { opened: OpenedDifference; step: Step }): Html => {
	const parts = partsFor(opened, step);
	const latest = parts.at(-1);
	// A form retells what was sent before it.
	const answers = [...askedFor(opened, step), ...sentToReader(opened, parts[0]?.filledIn ?? 0)];
	const about = step.ifAnswered;
	const given = about === undefined ? undefined : opened.difference.answers[about];
	return (
		<>
			{about !== undefined && given && (
				<>
					<h2 class="govuk-heading-m">{labelIn(opened, about)}</h2>
					<p class="govuk-body concord-as-typed">
						{sayAnswer(opened.protocol, fieldOf(opened.protocol, about), given.answer, opened)}
					</p>
				</>
			)}
			{answers.length > 0 && (
				<>
					<h2 class="govuk-heading-m">{say`What you were sent`}</h2>
					{govukSummaryList({
						classes: "concord-stacked",
						rows: answers.map(([id, answer]) =>
							answeredRow(opened, fieldOf(opened.protocol, id), answer),
						),
					})}
				</>
			)}
			{parts.map((part) =>
				part === latest || step.kind === "decision" ? (
					<FormPart opened={opened} form={part.form} part={part.part} />
				) : (
					govukDetails({
						summaryText: say`Read ${part.title}`,
						html: <FormPart opened={opened} form={part.form} part={part.part} />,
					})
				),
			)}
			{(answers.length > 0 || parts.length > 0) && (
				<hr class="govuk-section-break govuk-section-break--l" />
			)}
		</>
	);
};

const labelIn = ({ protocol, ...names }: OpenedDifference, id: string) =>
	withAgencyNames(protocol, names, readAs(fieldOf(protocol, id)));

/** Kinds of step that act on a form, or come after one. */
const readsForms: Step["kind"][] = [
	"form",
	"sign-off",
	"forward",
	"judgement",
	"decision",
	"referral",
];

/** The parts that were filled in, in the protocol’s order; a sign-off has its own part only. */
function partsFor({ protocol, difference }: OpenedDifference, step: Step) {
	if (!readsForms.includes(step.kind)) return [];
	const wanted = step.of ? [stepOf(protocol, step.of)] : Object.values(protocol.steps);
	return wanted
		.filter(({ id }) => id !== step.id)
		.flatMap(({ id, form }) => {
			const done = lastDone(difference, id);
			const title = protocol.forms[form?.form ?? ""]?.parts.find(
				({ id }) => id === form?.part,
			)?.title;
			return form && done && title ? [{ ...form, title, filledIn: done.seq }] : [];
		});
}

/** What was said when somebody asked for a referral. */
function askedFor(
	{ protocol, difference }: OpenedDifference,
	step: Step,
): [field: string, answer: Answer][] {
	if (step.kind !== "referral") return [];
	const made = difference.moves.findLast(({ move }) =>
		protocol.moves
			.find(({ id }) => id === move)
			?.leadsTo.some((target) => target.go === "step" && target.step === step.id),
	);
	return Object.entries(made?.answers ?? {});
}

/** The answers, outside any form, that others sent to a side of the reader after an entry of the record. */
function sentToReader(
	{ protocol, difference, sides }: OpenedDifference,
	after: number,
): [field: string, answer: Answer][] {
	const fields = difference.sent
		.filter(
			({ seq, to, by }) =>
				seq > after && to.some((side) => sides.includes(side)) && !(by && sides.includes(by.side)),
		)
		.flatMap(({ what }) => what)
		.filter((each) => !Object.hasOwn(protocol.forms, each));
	return [...new Set(fields)].flatMap((id): [string, Answer][] => {
		const given = difference.answers[id];
		return given ? [[id, given.answer]] : [];
	});
}
