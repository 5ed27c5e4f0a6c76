import type { OpenedDifference } from "../../../actions/open-difference.ts";
import type { RecordedEvent } from "../../../domain/difference/difference.ts";
import { type Act, actsOf } from "../../../domain/difference/told/acts-of.ts";
import { answersOfEntry } from "../../../domain/difference/told/answers-of-entry.ts";
import { sayEvent } from "../../../domain/difference/told/say-event.ts";
import { withAgencyNames } from "../../../domain/difference/told/words.ts";
import type { Answer } from "../../../domain/protocol/answers.ts";
import { fieldOf, readAs } from "../../../domain/protocol/protocol.ts";
import { sayAnswer } from "../../../domain/protocol/told/say-answer.ts";
import { londonTime } from "../../../domain/time.ts";
import { differencePath } from "../../addresses.ts";
import { govukDetails, govukSummaryList } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { asEnglish, say } from "../../kit/say.tsx";
import { Link, Section, typedRow, Unseen } from "../../kit/text.tsx";
import { Timeline } from "../../kit/timeline.tsx";
import { SentFiles } from "../../parts/difference/sent-files.tsx";

/** Longer than this, in characters, what was entered is folded away. */
const longest = 240;

/** A record of more acts than this is folded, and shows so many of the newest. */
const foldedFrom = 40;
const newest = 25;

/** Where all of a record is shown. */
const wholeRecord = (id: string) => `${differencePath(id)}?record=whole`;

/**
 * What happened, the newest first: each act, what followed from it, and what was entered. Of a long record the newest; the
 * whole of it is one click away, and whoever comes by the address of an older entry arrives at that click.
 *
 * @param whole all of it was asked for
 */
export const TheRecord = ({
	opened,
	whole,
}: {
	opened: OpenedDifference;
	whole: boolean;
}): Html => {
	const acts = actsOf(opened.entries).toReversed();
	const isFolded = acts.length > foldedFrom && !whole;
	const shown = isFolded ? acts.slice(0, newest) : acts;
	const { id, reference } = opened.header;
	return (
		<Section id="record" title={say`The record`}>
			{acts.length > foldedFrom && (
				<p class="govuk-body">
					{isFolded
						? say`The newest ${newest} of ${acts.length}.
							${<Link href={`${wholeRecord(id)}#record`}>{say`Show the whole record`}</Link>},
							also to print it.`
						: say`All ${acts.length}, the newest first.
							${<Link href={`${differencePath(id)}#record`}>{say`Show the newest ${newest} only`}</Link>}`}
				</p>
			)}
			<Timeline
				items={shown.map(([first, ...others]) => ({
					title: asEnglish(sayEvent(opened.protocol, opened, first)),
					at: londonTime(first.at),
					id: idOf(first),
					detail: <Detail opened={opened} act={[first, ...others]} />,
				}))}
			/>
			{isFolded && (
				<p class="govuk-body">
					{acts.slice(newest).map(([first]) => (
						<span id={idOf(first)} />
					))}
					{say`${acts.length - newest} older are in ${(
						<Link
							href={`${wholeRecord(id)}#${idOf((acts[newest] ?? acts[0])?.[0])}`}
						>{say`the whole record${<Unseen> {say`of ${reference}`}</Unseen>}`}</Link>
					)}.`}
				</p>
			)}
		</Section>
	);
};

const idOf = (entry: RecordedEvent | undefined): string => `entry-${entry?.seq ?? ""}`;

const Detail = ({ opened, act }: { opened: OpenedDifference; act: Act }): Html => {
	const { protocol, difference } = opened;
	const [first, ...others] = act.map((entry) => sayEvent(protocol, opened, entry));
	const said = (id: string, answer: Answer): [label: string, text: string] => {
		const field = fieldOf(protocol, id);
		const label = withAgencyNames(protocol, opened, readAs(field));
		return [label, sayAnswer(protocol, field, answer, opened)];
	};
	const entered = new Map([
		...act
			.flatMap((entry) => answersOfEntry(protocol, entry))
			.map(([id, answer]) => said(id, answer)),
		...difference.corrections
			.filter(({ seq }) => act.some((entry) => entry.seq === seq))
			.flatMap(({ field, was }): [string, string][] => {
				if (was === undefined) return [];
				const [label, text] = said(field, was);
				return [[say`${label} (what it was)`, text]];
			}),
	]);
	const list = govukSummaryList({
		classes: "concord-stacked govuk-summary-list--no-border govuk-!-margin-bottom-0",
		rows: [...entered]
			// To whom it was sent on is said already.
			.filter(([, text]) => !first?.includes(text))
			.map(([label, text]) => typedRow(label, text)),
	});
	const files = act.flatMap((entry) => entry.files ?? []);
	const length = [...entered].flat().join("").length;
	return (
		<>
			{others.length > 0 && (
				<ul class="govuk-list">
					{others.map((sentence) => (
						<li>{sentence}</li>
					))}
				</ul>
			)}
			{length > longest
				? govukDetails({ summaryText: say`What was entered`, html: list })
				: length > 0 && list}
			{files.length > 0 && (
				<>
					<p class="govuk-body govuk-!-margin-bottom-1">{say`Files sent with it:`}</p>
					<SentFiles opened={opened} files={files} />
				</>
			)}
		</>
	);
};
