import type { OpenedDifference } from "../../../actions/open-difference.ts";
import type { Numbered } from "../../../domain/difference/difference.ts";
import { sayEvent } from "../../../domain/difference/say-event.ts";
import { withAgencyNames } from "../../../domain/difference/words.ts";
import type { Answers } from "../../../domain/protocol/answers.ts";
import { fieldOf } from "../../../domain/protocol/protocol.ts";
import { sayAnswer } from "../../../domain/protocol/say-answer.ts";
import { londonTime } from "../../../domain/time.ts";
import { govukDetails, govukSummaryList } from "../../ui/govuk.ts";
import { type Html, raw } from "../../ui/html.ts";
import { Timeline } from "../../ui/timeline.tsx";

/** Longer than this, in characters, what was entered is folded away. */
const longest = 240;

/** Everything that happened, in order: each act, what followed from it, and what was entered. */
export const TheRecord = ({ opened }: { opened: OpenedDifference }): Html => (
	<section aria-labelledby="record">
		<h2 class="govuk-heading-m" id="record">
			The record
		</h2>
		<Timeline
			items={actsOf(opened.entries).map(([first, ...others]) => ({
				title: sayEvent(opened.protocol, opened, first),
				at: londonTime(first.at),
				id: `entry-${first.seq}`,
				detail: <Detail opened={opened} act={[first, ...others]} />,
			}))}
		/>
	</section>
);

type Act = [Numbered, ...Numbered[]];

/** Entries that came about at the same moment by the same hand: an act and what followed from it. */
export const actsOf = (entries: Numbered[]): Act[] =>
	entries.reduce<Act[]>((acts, entry) => {
		const last = acts.at(-1);
		const [first] = last ?? [];
		if (last && first?.at === entry.at && first.by?.person === entry.by?.person)
			last.push(entry);
		else acts.push([entry]);
		return acts;
	}, []);

const Detail = ({
	opened,
	act,
}: {
	opened: OpenedDifference;
	act: Act;
}): Html => {
	const [, ...others] = act;
	const answers = enteredIn(act);
	return (
		<>
			{others.length > 0 && (
				<ul class="govuk-list">
					{others.map((entry) => (
						<li>{sayEvent(opened.protocol, opened, entry)}</li>
					))}
				</ul>
			)}
			<Entered opened={opened} answers={answers} />
		</>
	);
};

/** What an act entered; for those who were only sent it, what was sent. */
const enteredIn = (act: Act): Answers =>
	Object.assign(
		{},
		...act.map((entry) => ("answers" in entry ? entry.answers : {})),
	);

const Entered = ({
	opened,
	answers,
}: {
	opened: OpenedDifference;
	answers: Answers;
}): Html => {
	const { protocol, people } = opened;
	const said = Object.entries(answers).map(([id, answer]) => {
		const field = fieldOf(protocol, id);
		return {
			label: withAgencyNames(protocol, opened, field.label),
			text: sayAnswer(protocol, field, answer, people),
		};
	});
	const length = said.reduce(
		(sum, { label, text }) => sum + label.length + text.length,
		0,
	);
	const list = govukSummaryList({
		classes: "govuk-summary-list--no-border govuk-!-margin-bottom-0",
		rows: said.map(({ label, text }) => ({
			key: { text: label },
			value: { html: <span class="concord-as-typed">{text}</span> },
		})),
	});
	if (said.length === 0) return raw("");
	return length > longest
		? govukDetails({ summaryText: "What was entered", html: list })
		: list;
};
