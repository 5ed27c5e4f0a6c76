import { sayDue } from "../../../../domain/difference/told/words.ts";
import { startingLarge } from "../../../../domain/english.ts";
import type { Fault } from "../../../../domain/protocol/file/faults.ts";
import type { Field, Protocol } from "../../../../domain/protocol/protocol.ts";
import { everybody, type NextAct, sayPersonOfStory } from "../../../../domain/story/next-acts.ts";
import type { Played } from "../../../../domain/story/play.ts";
import type { Transcript } from "../../../../domain/story/transcript.ts";
import { londonTime } from "../../../../domain/time.ts";
import { momentInWords, weekdayMomentInWords } from "../../../kit/dates.ts";
import { dateField, type FormState, radiosField, textField, typedText } from "../../../kit/form.ts";
import {
	govukButton,
	govukDateInput,
	govukDetails,
	govukInput,
	govukRadios,
	govukSelect,
	govukTextarea,
} from "../../../kit/govuk.ts";
import type { Html } from "../../../kit/html.ts";
import type { PageFrame } from "../../../kit/page-frame.ts";
import { PostForm } from "../../../kit/post-form.tsx";
import { SortableTable } from "../../../kit/sortable-table.tsx";
import { StatusTag } from "../../../kit/status-tag.tsx";
import { WhyThisDate } from "../../../kit/why-this-date.tsx";
import { Faults } from "../faults.tsx";
import { VersionLayout } from "../version-layout.tsx";
import type { Visit } from "../visit.ts";
import type { Owed, Stand } from "./playing.ts";

/** The buttons, by what they ask for. */
export const buttons = {
	add: "add",
	back: "back",
	paste: "paste",
	afresh: "afresh",
} as const;

/** What waits, so that time alone passes. */
export const waiting = "wait";

/** A story as far as it was played on a page. */
export type StorySoFar = {
	/** As text, carried in the form. */
	text: string;
	stands: Stand[];
	transcript?: Transcript | undefined;
	played?: Played | undefined;
	next: NextAct[];
};

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
	story: StorySoFar;
	form: FormState;
	/** A story that was pasted and cannot be played. */
	pasted?: { text: string; faults: Fault[] } | undefined;
}): Html => (
	<VersionLayout frame={frame} visit={visit} title="Try a story on it" errors={form.errors}>
		<p class="govuk-body">
			Make up what happens, act by act, and see what the protocol makes of it. Nothing is stored,
			and nobody is told.
		</p>
		{story.stands.map((stand, index) => (
			<StandAfter stand={stand} number={index + 1} isLast={index === story.stands.length - 1} />
		))}
		{story.transcript && <Clocks clocks={story.transcript.clocks} />}
		{/* What it brings about stands above the form: the answer begins there. */}
		<PostForm frame={frame} action={`#stand-${story.stands.length + 1}`}>
			<input type="hidden" name="story" value={story.text} />
			<NextForm protocol={protocol} story={story} form={form} />
			{govukDetails({
				summaryText: "Paste a story",
				open: pasted !== undefined,
				html: (
					<>
						{pasted && <Faults faults={pasted.faults} text={pasted.text} />}
						{govukTextarea({
							id: "text",
							name: "text",
							label: { text: "A story as text (YAML)" },
							hint: {
								text: "It takes the place of the story above. You can go on from its end.",
							},
							value: pasted?.text ?? "",
							rows: 10,
							classes: "concord-editor__text",
							spellcheck: false,
						})}
						{govukButton({
							text: "Play the pasted story",
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
				{weekdayMomentInWords(Temporal.PlainDateTime.from(act.at))}
			</p>
			{act.refused && <p class="govuk-body">It is refused, as expected: {act.refused.says}</p>}
			{followed.length > 0 && (
				<ul class="govuk-list govuk-list--bullet">
					{followed.map(({ says }) => (
						<li>{says}</li>
					))}
				</ul>
			)}
			<p class="govuk-body govuk-!-margin-bottom-1">
				<strong>{ended ? `Ended: ${ended}.` : `Now in ${stage}.`}</strong>
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
			{startingLarge(who)} owes “{title}”{due ? ` by ${sayDue(due.due)}` : ", without a time limit"}
			. {due?.state === "ran-out" && <StatusTag text="Late" tone="late" />}
			{due?.state === "paused" && <StatusTag text="Stands still" />}
		</p>
		{due && (
			<WhyThisDate
				start={due.start}
				rule={due.due.rule}
				skipped={due.due.skipped}
				due={sayDue(due.due)}
				provisional={due.due.provisional}
			/>
		)}
	</>
);

const results: Record<Transcript["clocks"][number]["result"], string> = {
	running: "Running",
	paused: "Stands still",
	met: "In time",
	"met-late": "Late",
	missed: "Missed so far",
	stopped: "Not needed any more",
	"stopped-late": "Missed, then not needed any more",
};

const Clocks = ({ clocks }: { clocks: Transcript["clocks"] }): Html => (
	<>
		{clocks.length > 0 && (
			<SortableTable
				caption="Every time limit so far"
				columns={[{ text: "What" }, { text: "Started" }, { text: "Due" }, { text: "How it went" }]}
				rows={clocks.map((clock) => [
					clock.title,
					momentInWords(londonTime(clock.start)),
					momentInWords(londonTime(clock.due)),
					results[clock.result],
				])}
			/>
		)}
	</>
);

/** The name of the input for what an act asks. */
export const inputFor = (act: number, field: string): string => `enter.${act}.${field}`;

const NextForm = ({
	protocol,
	story,
	form,
}: {
	protocol: Protocol;
	story: StorySoFar;
	form: FormState;
}): Html => {
	const begun = story.stands.length > 0;
	return (
		<>
			<h2 class="govuk-heading-m">{begun ? "What happens next?" : "How does it begin?"}</h2>
			{govukDateInput({
				...dateField(form, "day"),
				fieldset: {
					legend: { text: "Day", classes: "govuk-fieldset__legend--s" },
				},
			})}
			{govukInput({
				...textField(form, "time"),
				label: { text: "Time", classes: "govuk-label--s" },
				hint: { text: "Such as 9:30am or 14:00" },
				classes: "govuk-input--width-5",
			})}
			{govukRadios({
				...radiosField(form, "act"),
				fieldset: {
					legend: {
						text: begun ? "Who does what?" : "Who raises it?",
						classes: "govuk-fieldset__legend--s",
					},
				},
				items: [
					...story.next.map((act, index) => ({
						value: act.value,
						text: act.says,
						...(act.ends && { hint: { text: act.ends } }),
						...(act.asks.length + (act.until ? 1 : 0) > 0 && {
							conditional: {
								html: (
									<>
										{act.until &&
											govukDateInput({
												...dateField(form, inputFor(index, "until")),
												fieldset: { legend: { text: "Until when?" } },
											})}
										{act.asks.map((field) => (
											<Asked field={field} name={inputFor(index, field.id)} form={form} />
										))}
									</>
								),
							},
						}),
					})),
					...(begun
						? [
								{
									value: waiting,
									text: "Nobody does anything: let the time pass",
									hint: { text: "Until the day and time above" },
								},
							]
						: []),
				],
			})}
			{begun &&
				govukDetails({
					summaryText: "Let somebody else do it",
					html: govukSelect({
						id: "who",
						name: "who",
						label: { text: "Who does it" },
						value: typedText(form.values, "who"),
						items: [
							{ value: "", text: "Whoever it is for" },
							...everybody(protocol).map((said) => ({
								value: said,
								text: sayPersonOfStory(protocol, said),
							})),
						],
					}),
				})}
			<div class="govuk-button-group">
				{govukButton({ text: "Play it", name: "_do", value: buttons.add })}
				{begun &&
					govukButton({
						text: "Take the last act back",
						name: "_do",
						value: buttons.back,
						classes: "govuk-button--secondary",
					})}
				{begun &&
					govukButton({
						text: "Begin again",
						name: "_do",
						value: buttons.afresh,
						classes: "govuk-button--secondary",
					})}
			</div>
		</>
	);
};

const Asked = ({ field, name, form }: { field: Field; name: string; form: FormState }): Html =>
	field.type === "choice"
		? govukSelect({
				id: name,
				name,
				label: { text: field.label },
				value: typedText(form.values, name),
				items: Object.entries(field.options).map(([value, text]) => ({
					value,
					text,
				})),
			})
		: govukDateInput({
				...dateField(form, name),
				fieldset: { legend: { text: field.label } },
			});
