/**
 * What is due, on hold, kept or waits for a second person, and one difference with all that was decided of it. Everything goes
 * by reference and agencies: whoever decides need not know the story.
 */

import type { Standing } from "../../../actions/retention.ts";
import type { Viewer } from "../../../domain/people/viewer.ts";
import { confirmsDisposal, decidesRetention } from "../../../domain/retention/decision.ts";
import { sayRule } from "../../../domain/retention/schedule.ts";
import { londonTime } from "../../../domain/time.ts";
import { retentionPath, retentionPaths } from "../../addresses.ts";
import { shortDay } from "../../kit/dates.ts";
import { EmptyState } from "../../kit/empty-state.tsx";
import {
	checkboxesField,
	dateField,
	type FormState,
	radiosField,
	textField,
} from "../../kit/form.ts";
import {
	govukButton,
	govukCheckboxes,
	govukDateInput,
	govukInput,
	govukRadios,
	govukSummaryList,
	govukTextarea,
	govukWarningText,
	secondaryButton,
} from "../../kit/govuk.ts";
import type { Child, Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say, sayDate, sayMoment } from "../../kit/say.tsx";
import { type Cell, SortableTable } from "../../kit/sortable-table.tsx";
import { SubNavigation } from "../../kit/sub-navigation.tsx";
import { AsTyped, Link, Section } from "../../kit/text.tsx";
import { Timeline } from "../../kit/timeline.tsx";

/** The parts of retention. */
export const RetentionParts = ({ frame }: { frame: PageFrame }): Html => (
	<SubNavigation
		label={say`Retention`}
		path={frame.path}
		items={[
			{ text: say`To review`, href: retentionPath },
			{ text: say`Schedule`, href: retentionPaths.schedule },
			{ text: say`Certificates`, href: retentionPaths.certificates },
		]}
	/>
);

const between = ({ difference: { raising, receiving } }: Standing): string =>
	receiving === null ? raising : say`${raising} and ${receiving}`;

/** What is due, and what else somebody has decided on. */
export const RetentionPage = ({
	frame,
	viewer,
	all,
	form,
	find,
}: {
	frame: PageFrame;
	viewer: Viewer;
	all: Standing[];
	form: FormState;
	find: FormState;
}): Html => {
	const of = <Is extends Standing["standing"]["is"]>(is: Is) =>
		all.filter((one): one is Standing & { standing: { is: Is } } => one.standing.is === is);
	const due = of("due");
	const link = ({ difference }: Standing): Cell => ({
		content: <Link href={retentionPaths.one(difference.id)}>{difference.reference}</Link>,
		sort: difference.reference,
	});
	return (
		<Layout
			frame={frame}
			title={say`Retention`}
			width="full"
			errors={{ ...form.errors, ...find.errors }}
		>
			<RetentionParts frame={frame} />
			<Section id="to-confirm" title={say`Waiting for a second person: ${of("to-confirm").length}`}>
				{of("to-confirm").length === 0 ? (
					<EmptyState title={say`Nothing waits to be confirmed`} />
				) : (
					<SortableTable
						caption={say`Waiting for a second person`}
						captionHidden
						columns={[{ text: say`Reference` }, { text: say`Between` }, { text: say`Decided by` }]}
						rows={of("to-confirm").map((one) => [
							link(one),
							between(one),
							`${one.standing.decision.by.name}, ${shortDay(londonTime(one.standing.decision.at).toPlainDate())}`,
						])}
					/>
				)}
			</Section>
			<Section id="due" title={say`To review: ${due.length}`}>
				{due.length === 0 ? (
					<EmptyState
						title={say`Nothing is due`}
					>{say`What has ended comes due on 1 January, when the years in the schedule are over.`}</EmptyState>
				) : decidesRetention(viewer) ? (
					<DueForm frame={frame} due={due} form={form} />
				) : (
					<SortableTable
						caption={say`To review`}
						captionHidden
						columns={[
							{ text: say`Reference` },
							{ text: say`Between` },
							{ text: say`How it ended` },
							{ text: say`Due since` },
						]}
						rows={due.map((one) => [
							link(one),
							between(one),
							one.how,
							{ content: shortDay(one.standing.dueOn), sort: one.standing.dueOn },
						])}
					/>
				)}
			</Section>
			<Section id="on-hold" title={say`On hold: ${of("on-hold").length}`}>
				{of("on-hold").length === 0 ? (
					<EmptyState title={say`Nothing is on hold`} />
				) : (
					<SortableTable
						caption={say`On hold`}
						captionHidden
						columns={[
							{ text: say`Reference` },
							{ text: say`Between` },
							{ text: say`Since` },
							{ text: say`By` },
						]}
						rows={of("on-hold").map((one) => [
							link(one),
							between(one),
							shortDay(londonTime(one.standing.hold.placedAt).toPlainDate()),
							one.standing.hold.placedBy,
						])}
					/>
				)}
			</Section>
			{of("kept-until").length > 0 && (
				<Section id="kept" title={say`Kept longer: ${of("kept-until").length}`}>
					<SortableTable
						caption={say`Kept longer`}
						captionHidden
						columns={[{ text: say`Reference` }, { text: say`Between` }, { text: say`Until` }]}
						rows={of("kept-until").map((one) => [
							link(one),
							between(one),
							{ content: shortDay(one.standing.until), sort: one.standing.until },
						])}
					/>
				</Section>
			)}
			{of("asked-for").length > 0 && (
				<Section
					id="asked-for"
					title={say`Waiting for an answer to a request: ${of("asked-for").length}`}
				>
					<SortableTable
						caption={say`Waiting for an answer to a request`}
						captionHidden
						columns={[{ text: say`Reference` }, { text: say`Between` }]}
						rows={of("asked-for").map((one) => [link(one), between(one)])}
					/>
				</Section>
			)}
			<Section id="find" title={say`Find one by its reference`}>
				<p class="govuk-body">{say`To put it on hold, or to see when it comes due. It may be open.`}</p>
				<PostForm frame={frame} action={retentionPaths.find}>
					{govukInput({
						...textField(find, "reference"),
						label: { text: say`Reference` },
						hint: { text: say`For example, HV-7K4PN` },
						classes: "govuk-input--width-10",
						spellcheck: false,
					})}
					{secondaryButton({ text: say`Find` })}
				</PostForm>
			</Section>
		</Layout>
	);
};

const DueForm = ({
	frame,
	due,
	form,
}: {
	frame: PageFrame;
	due: (Standing & { standing: { is: "due" } })[];
	form: FormState;
}): Html => (
	<PostForm frame={frame} action={retentionPaths.decide}>
		<p class="govuk-body">{say`Choose one or several, then say what becomes of them. Nothing is disposed of before a
			second person has confirmed it. If you do nothing, all of it stays.`}</p>
		{govukCheckboxes({
			...checkboxesField(form, "differences"),
			idPrefix: "differences",
			fieldset: {
				legend: { text: say`Which?`, classes: "govuk-fieldset__legend--s" },
			},
			items: due.map((one) => ({
				value: one.difference.id,
				text: `${one.difference.reference}, ${between(one)}`,
				hint: {
					text: say`${one.how}, ${one.difference.endedOn ? sayDate(one.difference.endedOn) : ""}. Due since ${sayDate(one.standing.dueOn)}: ${one.rule ? sayRule(one.rule) : ""}.`,
				},
			})),
		})}
		<WhatBecomes form={form} />
		{govukButton({ text: say`Save`, preventDoubleClick: true })}
	</PostForm>
);

const WhatBecomes = ({ form }: { form: FormState }): Html =>
	govukRadios({
		...radiosField(form, "decides"),
		idPrefix: "decides",
		fieldset: {
			legend: { text: say`What becomes of it?`, classes: "govuk-fieldset__legend--s" },
		},
		items: [
			{
				value: "dispose",
				text: say`Dispose of it`,
				hint: { text: say`A second person confirms this. Then it is gone for good.` },
			},
			{
				value: "keep",
				text: say`Keep it until a day`,
				conditional: {
					html: (
						<>
							{govukDateInput({
								...dateField(form, "until"),
								fieldset: { legend: { text: say`Until when?` } },
							})}
							{govukTextarea({
								...textField(form, "reason"),
								label: { text: say`Why is it kept? Name no child` },
								rows: 3,
							})}
						</>
					),
				},
			},
			{
				value: "hold",
				text: say`Put it on hold`,
				hint: {
					text: say`For a claim, an inquiry or a review. Nothing touches it until you lift the hold.`,
				},
				conditional: {
					html: govukTextarea({
						...textField(form, "hold-reason"),
						label: { text: say`Why? Name no child` },
						rows: 3,
					}),
				},
			},
		],
	});

/** One difference, with everything that was decided of it. */
export const OnePage = ({
	frame,
	viewer,
	one,
	form,
}: {
	frame: PageFrame;
	viewer: Viewer;
	one: Standing;
	form: FormState;
}): Html => {
	const { difference, standing } = one;
	const { id, reference } = difference;
	return (
		<Layout
			frame={frame}
			title={reference}
			caption={say`Retention`}
			errors={form.errors}
			back={{ text: say`Retention`, href: retentionPath }}
		>
			{govukSummaryList({
				rows: [
					[say`Between`, between(one)],
					[difference.isOpen ? say`Where it stands` : say`How it ended`, one.how],
					...(difference.endedOn ? [[say`Ended`, sayDate(difference.endedOn)]] : []),
					...(one.rule ? [[say`The schedule says`, sayRule(one.rule)]] : []),
					[say`Now`, sayStanding(one)],
				].map(([key = "", text = ""]) => ({ key: { text: key }, value: { text } })),
			})}
			{standing.is === "to-confirm" && (
				<ToConfirm frame={frame} viewer={viewer} one={one} by={standing.decision.by} form={form} />
			)}
			{standing.is === "on-hold" && decidesRetention(viewer) && (
				<Section id="lift" title={say`Lift the hold`}>
					<PostForm frame={frame} action={retentionPaths.lift(id)}>
						{govukTextarea({
							...textField(form, "why"),
							label: { text: say`Why is it lifted? Name no child` },
							rows: 3,
						})}
						{secondaryButton({ text: say`Lift the hold`, preventDoubleClick: true })}
					</PostForm>
				</Section>
			)}
			{standing.is === "due" && decidesRetention(viewer) && (
				<Section id="decide" title={say`Decide`}>
					<PostForm frame={frame} action={retentionPaths.decide}>
						<input type="hidden" name="differences" value={id} />
						<input type="hidden" name="one" value="yes" />
						<WhatBecomes form={form} />
						{govukButton({ text: say`Save`, preventDoubleClick: true })}
					</PostForm>
				</Section>
			)}
			{standing.is !== "on-hold" && standing.is !== "due" && decidesRetention(viewer) && (
				<Section id="hold" title={say`Put it on hold`}>
					<p class="govuk-body">{say`For a claim, an inquiry or a review. Nothing touches it until you lift the hold.`}</p>
					<PostForm frame={frame} action={retentionPaths.hold(id)}>
						{govukTextarea({
							...textField(form, "hold-reason"),
							label: { text: say`Why? Name no child` },
							rows: 3,
						})}
						{secondaryButton({ text: say`Put it on hold`, preventDoubleClick: true })}
					</PostForm>
				</Section>
			)}
			<History one={one} />
		</Layout>
	);
};

const ToConfirm = ({
	frame,
	viewer,
	one,
	by,
	form,
}: {
	frame: PageFrame;
	viewer: Viewer;
	one: Standing;
	by: { id: string; name: string };
	form: FormState;
}): Html => {
	const { id, reference } = one.difference;
	const isOwn = by.id === viewer.id;
	return (
		<>
			{confirmsDisposal(viewer) && !isOwn && (
				<Section id="confirm" title={say`Dispose of it for good`}>
					{govukWarningText({
						text: say`${reference} is removed for good: its record, names, texts, files and messages. Nobody can bring it back.`,
						iconFallbackText: say`Warning`,
					})}
					<p class="govuk-body">{say`What reports count of it stays, without its reference. A lesson that was recorded
						stays. What was only written in the protocol’s own step about learning goes with
						it.`}</p>
					<PostForm frame={frame} action={retentionPaths.dispose(id)}>
						{govukButton({
							text: say`Dispose of it for good`,
							classes: "govuk-button--warning",
							preventDoubleClick: true,
						})}
					</PostForm>
				</Section>
			)}
			<Section id="refuse" title={isOwn ? say`Take your decision back` : say`Do not dispose of it`}>
				{isOwn && (
					<p class="govuk-body">{say`Another data protection officer or the head of the Business Unit confirms it.
						Until then you can take it back.`}</p>
				)}
				<PostForm frame={frame} action={retentionPaths.refuse(id)}>
					{govukTextarea({
						...textField(form, "why"),
						label: { text: say`Why? Name no child` },
						rows: 3,
					})}
					{secondaryButton({
						text: isOwn ? say`Take it back` : say`Do not dispose of it`,
						preventDoubleClick: true,
					})}
				</PostForm>
			</Section>
		</>
	);
};

function sayStanding({ standing }: Standing): string {
	switch (standing.is) {
		case "open":
			return say`It is open, or goes on under another protocol. What is open is never disposed of.`;
		case "asked-for":
			return say`Somebody asked to see what is held about them. It stays until they have their answer.`;
		case "on-hold":
			return say`On hold since ${sayMoment(londonTime(standing.hold.placedAt))}`;
		case "kept-until":
			return say`Kept until ${sayDate(standing.until)}`;
		case "to-confirm":
			return say`${standing.decision.by.name} decided to dispose of it. A second person confirms that.`;
		case "due":
			return say`To review, since ${sayDate(standing.dueOn)}`;
		case "kept":
			return standing.dueOn === null
				? say`Kept for good`
				: say`Kept. It comes due on ${sayDate(standing.dueOn)}.`;
	}
}

const History = ({ one: { difference } }: { one: Standing }): Html => {
	const decided: Record<(typeof difference.decisions)[number]["decides"], string> = {
		dispose: say`decided to dispose of it`,
		keep: say`decided to keep it`,
		not: say`said that it is not disposed of now`,
	};
	const entry = (at: string, title: string, reason: string | null, id: string) => ({
		at: londonTime(at),
		title,
		id,
		detail: reason === null ? "" : ((<AsTyped>{reason}</AsTyped>) as Child),
	});
	const items = [
		...difference.decisions.map(({ number, at, by, decides, keepUntil, reason }) =>
			entry(
				at,
				keepUntil
					? say`${by.name} ${decided[decides]} until ${sayDate(keepUntil)}`
					: `${by.name} ${decided[decides]}`,
				reason,
				`decision-${number}`,
			),
		),
		...difference.holds.flatMap(({ id, reason, placedAt, placedBy, lifted }) => [
			entry(placedAt, say`${placedBy} put it on hold`, reason, `hold-${id}`),
			...(lifted
				? [entry(lifted.at, say`${lifted.by} lifted the hold`, lifted.why, `lifted-${id}`)]
				: []),
		]),
	].sort((a, b) => Temporal.ZonedDateTime.compare(b.at, a.at));
	return (
		<>
			{items.length > 0 && (
				<Section id="history" title={say`What was decided`}>
					<Timeline items={items} />
				</Section>
			)}
		</>
	);
};
