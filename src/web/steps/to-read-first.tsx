import type { OpenedDifference } from "../../actions/open-difference.ts";
import { lastDone } from "../../domain/difference/difference.ts";
import { withAgencyNames } from "../../domain/difference/words.ts";
import { fieldOf, type Step, stepOf } from "../../domain/protocol/protocol.ts";
import { sayAnswer } from "../../domain/protocol/say-answer.ts";
import { FormPart } from "../differences/form/form-part.tsx";
import { govukDetails, govukSummaryList } from "../ui/govuk.ts";
import type { Html } from "../ui/html.ts";

/**
 * What somebody must have read before they do a step: the parts of the form that were filled in, the one they
 * act on in full; what was sent to their side besides.
 */
export const ToReadFirst = ({
	opened,
	step,
}: {
	opened: OpenedDifference;
	step: Step;
}): Html => {
	const parts = partsFor(opened, step);
	const latest = parts.at(-1);
	return (
		<>
			<WhatWasSent opened={opened} />
			{parts.map((part) =>
				part === latest || step.kind === "decision" ? (
					<FormPart opened={opened} {...part} />
				) : (
					govukDetails({
						summaryText: `Read ${part.title}`,
						html: <FormPart opened={opened} {...part} />,
					})
				),
			)}
		</>
	);
};

/** Steps that act on a form, or after one. A part that is being filled in is not read first. */
function partsFor({ protocol, difference }: OpenedDifference, step: Step) {
	const wanted = step.of
		? [stepOf(protocol, step.of)]
		: Object.values(protocol.steps);
	if (
		!["sign-off", "forward", "form", "judgement", "decision"].includes(
			step.kind,
		)
	)
		return [];
	return wanted
		.filter(
			({ id, form }) => form && id !== step.id && lastDone(difference, id),
		)
		.flatMap(({ form }) => {
			const title = protocol.forms[form?.form ?? ""]?.parts.find(
				({ id }) => id === form?.part,
			)?.title;
			return form && title ? [{ ...form, title }] : [];
		});
}

/** The answers, outside any form, that others sent to a side of the reader. */
const WhatWasSent = ({ opened }: { opened: OpenedDifference }): Html => {
	const { protocol, difference, people, sides } = opened;
	const fields = new Set(
		difference.sent
			.filter(
				({ to, by }) =>
					to.some((side) => sides.includes(side)) &&
					!(by && sides.includes(by.side)),
			)
			.flatMap(({ what }) => what)
			.filter((each) => !Object.hasOwn(protocol.forms, each)),
	);
	const rows = [...fields].flatMap((id) => {
		const given = difference.answers[id];
		const field = fieldOf(protocol, id);
		return given
			? [
					{
						key: { text: withAgencyNames(protocol, opened, field.label) },
						value: {
							html: (
								<span class="concord-as-typed">
									{sayAnswer(protocol, field, given.answer, people)}
								</span>
							),
						},
					},
				]
			: [];
	});
	return (
		<>
			{rows.length > 0 && (
				<>
					<h2 class="govuk-heading-m">What you were sent</h2>
					{govukSummaryList({ rows })}
				</>
			)}
		</>
	);
};
