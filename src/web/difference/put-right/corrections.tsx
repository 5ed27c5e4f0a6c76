import type { OpenedDifference } from "../../../actions/open-difference.ts";
import { sayAnotherWay } from "../../../domain/difference/told/another-way.ts";
import { withAgencyNames } from "../../../domain/difference/told/words.ts";
import type { AnotherWay, Mendable } from "../../../domain/difference/who/may-put-right.ts";
import { sayAnswer } from "../../../domain/protocol/told/say-answer.ts";
import { londonTime } from "../../../domain/time.ts";
import { putRightPaths, safetyPath } from "../../addresses.ts";
import { govukSummaryList } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import type { PageFrame } from "../../kit/page-frame.ts";
import { say, sayDate } from "../../kit/say.tsx";
import { Section, typedRow } from "../../kit/text.tsx";
import { DifferenceLayout } from "../../parts/difference/difference-layout.tsx";

/** The answers that stand and that the reader may put right, each with the way there. */
export const CorrectionsPage = ({
	frame,
	opened,
}: {
	frame: PageFrame;
	opened: OpenedDifference;
}): Html => {
	const { protocol, header, putRight, agencies } = opened;
	const agencyRow = {
		...typedRow(say`The other agency`, agencies.receiving ?? ""),
		...linked(putRightPaths.changeAgency(header.id), say`Put right`, say`The other agency`),
	};
	const rows = [
		...(putRight.agency ? [agencyRow] : []),
		...putRight.correct.map((mendable) => {
			const { label, said } = inWords(opened, mendable);
			const to = putRightPaths.correct(header.id, mendable.field.id);
			return { ...typedRow(label, said), ...linked(to, say`Put right`, label) };
		}),
	];
	return (
		<DifferenceLayout frame={frame} opened={opened} title={say`Which answer is wrong?`}>
			<p class="govuk-body">{say`These are the answers of your agency as they stand. What was written first stays on
				the record beside what you put right.`}</p>
			<p class="govuk-body">{say`If it went to the wrong person or agency, go back and pass it on or recall it.`}</p>
			{rows.length > 0 && govukSummaryList({ rows })}
			{putRight.otherwise.length > 0 && (
				<Section id="another-way" title={say`Put right in another way`}>
					{govukSummaryList({
						rows: putRight.otherwise.map(({ way, ...mendable }) => {
							const { label, said } = inWords(opened, mendable);
							const to = wayTo(opened, way);
							return {
								...typedRow(label, `${said}\n${sayAnotherWay(protocol, opened, way)}`),
								...(to && linked(to.href, to.text, label)),
							};
						}),
					})}
				</Section>
			)}
		</DifferenceLayout>
	);
};

function inWords(
	opened: OpenedDifference,
	{ field, given }: Mendable,
): { label: string; said: string } {
	const { protocol } = opened;
	const on = sayDate(londonTime(given.at).toPlainDate().toString());
	return {
		label: withAgencyNames(protocol, opened, field.label),
		said: `${sayAnswer(protocol, field, given.answer, opened)}\n(${on})`,
	};
}

const linked = (href: string, text: string, label: string) => ({
	actions: { items: [{ href, text, visuallyHiddenText: label }] },
});

/** Where it is done, as far as it is open to the reader. */
function wayTo(
	{ header: { id }, putRight, maySaySafety }: OpenedDifference,
	way: AnotherWay,
): { href: string; text: string } | undefined {
	switch (way.is) {
		case "safety":
			return maySaySafety ? { href: safetyPath(id), text: say`Say it` } : undefined;
		case "step-owed":
			return putRight.passOn.some(({ step }) => step === way.step)
				? { href: putRightPaths.passOn(id, way.step), text: say`Pass it on` }
				: undefined;
		case "agency-told":
			return putRight.recall.includes(way.side)
				? { href: putRightPaths.recall(id, way.side), text: say`Recall it` }
				: undefined;
		default:
			return putRight.note ? { href: putRightPaths.note(id), text: say`Add a note` } : undefined;
	}
}
