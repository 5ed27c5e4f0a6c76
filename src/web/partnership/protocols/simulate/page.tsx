import type { Standing } from "../../../../domain/difference/standing.ts";
import { sayBy } from "../../../../domain/difference/told/words.ts";
import type { Fault } from "../../../../domain/protocol/file/faults.ts";
import type { Protocol } from "../../../../domain/protocol/protocol.ts";
import type { Transcript } from "../../../../domain/story/transcript.ts";
import type { Owed, Stand, TriedStory } from "../../../../domain/story/try-story.ts";
import { londonTime } from "../../../../domain/time.ts";
import { sayDue } from "../../../kit/dates.ts";
import type { FormState } from "../../../kit/form.ts";
import { govukButton, govukDetails, govukTextarea } from "../../../kit/govuk.ts";
import { type Html, raw } from "../../../kit/html.ts";
import type { PageFrame } from "../../../kit/page-frame.ts";
import { PostForm } from "../../../kit/post-form.tsx";
import { say, sayMoment, speechNow, startingLarge } from "../../../kit/say.tsx";
import { SortableTable } from "../../../kit/sortable-table.tsx";
import { StatusTag } from "../../../kit/status-tag.tsx";
import { WhyThisDate } from "../../../kit/why-this-date.tsx";
import { Faults } from "../../../parts/protocol/faults.tsx";
import { VersionLayout } from "../../../parts/protocol/version-layout.tsx";
import type { Visit } from "../../../parts/protocol/visit-version.ts";
import { buttons, NextForm } from "./next-form.tsx";

/** A story on a version, act by act: what happens, whose turn it is, what is due and why. Nothing is stored. */
export const SimulatePage = ({
	frame,
	visit,
	protocol,
	story,
	form,
	pasted,
}: {
	frame: PageFrame;
	visit: Visit;
	protocol: Protocol;
	/** `text` is carried in the form. */
	story: TriedStory & { text: string };
	form: FormState;
	/** A story that was pasted and cannot be played. */
	pasted?: { text: string; faults: Fault[] } | undefined;
}): Html => (
	<VersionLayout frame={frame} visit={visit} title={say`Try a story on it`} errors={form.errors}>
		<p class="govuk-body">{say`Make up what happens, act by act, and see what the protocol makes of it. Nothing is
			stored, and nobody is told.`}</p>
		{story.stands.map((stand, index) => (
			<StandAfter stand={stand} number={index + 1} isLast={index === story.stands.length - 1} />
		))}
		<Clocks clocks={story.clocks} />
		{/* What it brings about stands above the form: the answer begins there. */}
		<PostForm frame={frame} action={`#stand-${story.stands.length + 1}`}>
			<input type="hidden" name="story" value={story.text} />
			<NextForm
				protocol={protocol}
				next={story.next}
				begun={story.stands.length > 0}
				whom={story.whom}
				form={form}
			/>
			{govukDetails({
				summaryText: say`Paste a story`,
				open: pasted !== undefined,
				html: (
					<>
						{pasted && <Faults faults={pasted.faults} text={pasted.text} />}
						{govukTextarea({
							id: "text",
							name: "text",
							label: { text: say`A story as text (YAML)` },
							hint: {
								text: say`It takes the place of the story above. You can go on from its end.`,
							},
							value: pasted?.text ?? "",
							rows: 10,
							classes: "concord-editor__text",
							spellcheck: false,
						})}
						{govukButton({
							text: say`Play the pasted story`,
							name: "_do",
							value: buttons.paste,
							classes: "govuk-button--secondary",
						})}
					</>
				),
			})}
		</PostForm>
	</VersionLayout>
);

/** What an act brought about and is said of whoever owes it now. */
const shownAsOwed = ["step-opened", "clock-started"];

const StandAfter = ({
	stand: { act, stage, owed, ended },
	number,
	isLast,
}: {
	stand: Stand;
	number: number;
	isLast: boolean;
}): Html => {
	const followed = act.followed.filter(({ type }) => !shownAsOwed.includes(type));
	return (
		<section
			class="concord-stand"
			aria-labelledby={`stand-${number}`}
			{...(isLast && { "data-last": "" })}
		>
			<h2 class="govuk-heading-s" id={`stand-${number}`}>
				{number}. {act.says}
			</h2>
			<p class="govuk-hint govuk-!-margin-bottom-2">
				{sayMoment(Temporal.PlainDateTime.from(act.at))}
			</p>
			{act.refused && (
				<p class="govuk-body">{say`It is refused, as expected: ${act.refused.says}`}</p>
			)}
			{followed.length > 0 && (
				<ul class="govuk-list govuk-list--bullet">
					{followed.map(({ says }) => (
						<li>{says}</li>
					))}
				</ul>
			)}
			<p class="govuk-body govuk-!-margin-bottom-1">
				<strong>{ended ? say`Ended: ${ended}.` : say`Now in ${stage}.`}</strong>
			</p>
			{owed.map((each) => (
				<Turn owed={each} />
			))}
		</section>
	);
};

const Turn = ({ owed: { who, title, due } }: { owed: Owed }): Html => (
	<>
		<p class="govuk-body govuk-!-margin-bottom-1">
			{due === undefined
				? say`${startingLarge(who)} owes “${title}”, without a time limit.`
				: due.strength === "may"
					? say`${startingLarge(who)} may do “${title}” ${sayBy(due.strength, sayDue(due.due), { speech: speechNow() })}.`
					: say`${startingLarge(who)} owes “${title}” ${sayBy(due.strength, sayDue(due.due), { speech: speechNow() })}.`}{" "}
			{due && <StandingTag standing={due.standing} />}
		</p>
		{due && (
			<WhyThisDate
				start={due.start}
				rule={due.due.rule}
				wording={due.wording}
				skipped={due.due.skipped}
				due={sayDue(due.due)}
				provisional={due.due.provisional}
			/>
		)}
	</>
);

const StandingTag = ({ standing }: { standing: Standing }): Html => {
	if (standing === "missed") return <StatusTag text={say`Late`} tone="late" />;
	if (standing === "target-passed") return <StatusTag text={say`Past the target`} tone="act" />;
	return standing === "paused" ? <StatusTag text={say`Stands still`} /> : raw("");
};

const results = (): Record<Transcript["clocks"][number]["result"], string> => ({
	running: say`Running`,
	paused: say`Stands still`,
	met: say`In time`,
	"met-late": say`Late`,
	missed: say`Missed so far`,
	"target-met": say`By the target`,
	"target-passed": say`Past the target`,
	"after-target": say`After the target`,
	used: say`Used`,
	unused: say`Not used`,
	stopped: say`Not needed any more`,
	"stopped-late": say`Missed, then not needed any more`,
});

const Clocks = ({ clocks }: { clocks: Transcript["clocks"] }): Html => (
	<>
		{clocks.length > 0 && (
			<SortableTable
				caption={say`Every time limit so far`}
				columns={[
					{ text: say`What` },
					{ text: say`Started` },
					{ text: say`Due` },
					{ text: say`How it went` },
				]}
				rows={clocks.map((clock) => [
					clock.title,
					sayMoment(londonTime(clock.start)),
					sayMoment(londonTime(clock.due)),
					results()[clock.result],
				])}
			/>
		)}
	</>
);
