import { sayEnding } from "../../../domain/difference/told/words.ts";
import { type Protocol, stageTitle } from "../../../domain/protocol/protocol.ts";
import { fixedKinds } from "../../../domain/retention/kinds.ts";
import {
	type ByItself,
	byThemselves,
	type Exception,
	type Schedule,
	sayDays,
	sayRule,
} from "../../../domain/retention/schedule.ts";
import { londonTime } from "../../../domain/time.ts";
import type { SavedSchedule } from "../../../store/retention.ts";
import { retentionPaths } from "../../addresses.ts";
import { counted } from "../../kit/dates.ts";
import { checkboxesField, type FormState, radiosField, textField } from "../../kit/form.ts";
import {
	govukButton,
	govukCheckboxes,
	govukDetails,
	govukInput,
	govukInsetText,
	govukRadios,
	govukSelect,
	govukSummaryList,
	govukTextarea,
	secondaryButton,
} from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { EnterPresses, PostForm } from "../../kit/post-form.tsx";
import { say, sayMoment, sayWhole } from "../../kit/say.tsx";
import { SortableTable } from "../../kit/sortable-table.tsx";
import { AsTyped, Bullets, Section } from "../../kit/text.tsx";
import { RetentionParts } from "./page.tsx";

/** What an exception is for, in the words of its protocol where that is in force. */
function sayException({ protocol: id, stage, ending }: Exception, protocols: Protocol[]): string {
	const protocol = protocols.find((each) => each.id === id);
	const as = ending !== null && (protocol ? sayEnding(protocol, ending) : ending);
	const at = stage === null ? "" : protocol ? stageTitle(protocol, stage) : stage;
	if (as === false) return say`Differences that ended at “${at}”`;
	return stage === null
		? say`Differences that ended as “${as}”`
		: say`Differences that ended as “${as}” and ended at “${at}”`;
}

const rowsOf = (rules: Schedule, protocols: Protocol[]): [string, string][] => [
	[say`Differences`, `${sayRule(rules.differences)}.`],
	...rules.exceptions.map((each): [string, string] => [
		sayException(each, protocols),
		`${sayRule(each.rule)}.`,
	]),
	...(Object.keys(byThemselves) as ByItself[]).map((kind): [string, string] => {
		const days = rules[kind];
		return [
			sayWhole(byThemselves[kind]),
			days === null ? say`Kept for good.` : say`${sayDays(days)}, then they go by themselves.`,
		];
	}),
];

/** The schedule in force, what is not for it to say, and what it said before. */
export const SchedulePage = ({
	frame,
	mayChange,
	versions,
	protocols,
}: {
	frame: PageFrame;
	mayChange: boolean;
	versions: SavedSchedule[];
	protocols: Protocol[];
}): Html => {
	const [stands, ...before] = versions;
	return (
		<Layout frame={frame} title={say`Retention schedule`} width="full">
			<RetentionParts frame={frame} />
			{stands?.version === 0 && (
				<p class="govuk-body">{say`This is where Concord begins. It follows the records toolkit for schools of the
					Information and Records Management Society (25 years from birth, then review) and
					the six years of the Limitation Act 1980. Your partnership’s own schedule decides:
					change it to what that says.`}</p>
			)}
			{stands?.saved && (
				<p class="govuk-body">
					{say`Version ${stands.version}, saved by ${stands.saved.by} at ${sayMoment(londonTime(stands.saved.at))}: ${<AsTyped>{stands.saved.why}</AsTyped>}`}
				</p>
			)}
			{stands && (
				<SortableTable
					caption={say`What the schedule says`}
					captionHidden
					columns={[{ text: say`What` }, { text: say`How long, and what then` }]}
					rows={rowsOf(stands.rules, protocols)}
				/>
			)}
			<p class="govuk-body">{say`Years are over at the end of the calendar year. What is due then waits for a person:
				nothing about a child is disposed of by itself.`}</p>
			{mayChange && govukButton({ text: say`Change the schedule`, href: retentionPaths.change })}
			<Section id="fixed" title={say`What Concord keeps and does not ask the schedule for`}>
				{govukSummaryList({
					rows: fixedKinds.map(({ kind, kept }) => ({
						key: { text: sayWhole(kind) },
						value: { text: sayWhole(kept) },
					})),
				})}
			</Section>
			{before.length > 0 && (
				<Section id="before" title={say`What it said before`}>
					{before.map(({ version, rules, saved }) =>
						govukDetails({
							summaryText: saved
								? say`Version ${version}, saved by ${saved.by} at ${sayMoment(londonTime(saved.at))}`
								: say`The one that Concord comes with`,
							html: (
								<>
									{saved && (
										<p class="govuk-body">
											<AsTyped>{saved.why}</AsTyped>
										</p>
									)}
									<Bullets
										items={rowsOf(rules, protocols).map(([what, says]) => `${what}: ${says}`)}
									/>
								</>
							),
						}),
					)}
				</Section>
			)}
		</Layout>
	);
};

/** Changes the schedule, with a look at what the change would touch today. */
export const ChangeSchedulePage = ({
	frame,
	form,
	rules,
	protocols,
	options,
	touches,
}: {
	frame: PageFrame;
	form: FormState;
	rules: Schedule;
	protocols: Protocol[];
	options: { value: string; text: string }[];
	/** The references that are due today by the schedule as it stands and as it would be; left out until that is asked. */
	touches?: { now: string[]; after: string[] } | undefined;
}): Html => (
	<Layout
		frame={frame}
		title={say`Change the schedule`}
		errors={form.errors}
		back={{ text: say`Schedule`, href: retentionPaths.schedule }}
		notice={touches && <Touches {...touches} />}
	>
		<PostForm frame={frame}>
			<EnterPresses text={say`Save`} name="_do" value="save" />
			<input type="hidden" name="read" value={textField(form, "read").value} />
			<h2 class="govuk-heading-m">{say`Differences`}</h2>
			{yearsInput(form, "years", say`How long are they kept?`)}
			{fromRadios(form, "from")}
			{yearsInput(form, "atLeast", say`If counted from a birth: never sooner after the end than`)}
			{afterwardsRadios(form, "afterwards")}
			{rules.exceptions.length > 0 &&
				govukCheckboxes({
					...checkboxesField(form, "remove"),
					idPrefix: "remove",
					fieldset: {
						legend: {
							text: say`Remove an exception`,
							classes: "govuk-fieldset__legend--s",
						},
					},
					items: rules.exceptions.map((each, nth) => ({
						value: String(nth),
						text: sayException(each, protocols),
						hint: { text: sayRule(each.rule) },
					})),
				})}
			<fieldset class="govuk-fieldset">
				<legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{say`Add an exception`}</legend>
				{govukSelect({
					...textField(form, "which"),
					label: { text: say`For which?` },
					items: [{ value: "", text: say`None` }, ...options],
				})}
				{yearsInput(form, "which-years", say`How long are these kept?`)}
				{fromRadios(form, "which-from")}
				{afterwardsRadios(form, "which-afterwards")}
			</fieldset>
			<h2 class="govuk-heading-m">{say`What goes by itself`}</h2>
			<p class="govuk-body">{say`In days. Leave it blank to keep them.`}</p>
			{(Object.keys(byThemselves) as ByItself[]).map((kind) =>
				govukInput({
					...textField(form, kind),
					label: { text: sayWhole(byThemselves[kind]) },
					classes: "govuk-input--width-5",
					inputmode: "numeric",
					suffix: { text: say`days` },
				}),
			)}
			{govukTextarea({
				...textField(form, "why"),
				label: { text: say`Why is it changed?`, classes: "govuk-label--s" },
				hint: { text: say`For example, your retention policy and when it was approved` },
				rows: 3,
			})}
			<div class="govuk-button-group">
				{govukButton({ text: say`Save`, name: "_do", value: "save", preventDoubleClick: true })}
				{secondaryButton({ text: say`See what it would touch`, name: "_do", value: "preview" })}
			</div>
		</PostForm>
	</Layout>
);

const Touches = ({ now, after }: { now: string[]; after: string[] }): Html => {
	const more = after.filter((each) => !now.includes(each));
	const fewer = now.filter((each) => !after.includes(each));
	return govukInsetText({
		html: (
			<>
				<p class="govuk-body">{say`Nothing is saved yet. With this schedule
					${counted(after.length, "difference is", "differences are")} due for review today,
					instead of ${now.length}.`}</p>
				{more.length > 0 && <p class="govuk-body">{say`New: ${more.join(", ")}.`}</p>}
				{fewer.length > 0 && (
					<p class="govuk-body">{say`Not due any more: ${fewer.join(", ")}.`}</p>
				)}
			</>
		),
	});
};

const yearsInput = (form: FormState, name: string, text: string): Html =>
	govukInput({
		...textField(form, name),
		label: { text },
		classes: "govuk-input--width-3",
		inputmode: "numeric",
		suffix: { text: "years" },
	});

const fromRadios = (form: FormState, name: string): Html =>
	govukRadios({
		...radiosField(form, name),
		idPrefix: name,
		fieldset: { legend: { text: say`From when is it counted?` } },
		items: [
			{ value: "birth", text: say`The birth of the youngest person it is about` },
			{ value: "end", text: say`Its end` },
		],
	});

const afterwardsRadios = (form: FormState, name: string): Html =>
	govukRadios({
		...radiosField(form, name),
		idPrefix: name,
		fieldset: { legend: { text: say`What happens then?` } },
		items: [
			{ value: "review", text: say`Two people review it` },
			{ value: "keep", text: say`It is kept` },
		],
	});
