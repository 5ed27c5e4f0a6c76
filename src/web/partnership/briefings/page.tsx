/**
 * Seven-minute briefings: the library with what waits for approval, one briefing with what may be done with it, and a draft as
 * it is written. Who may do what is said by the rule in domain/learning/briefing.ts.
 */

import {
	type Briefing,
	type BriefingText,
	briefingSections,
	emptySections,
	inPoints,
	mayApprove,
	mayReadDrafts,
	mayWriteBriefings,
	mostWords,
	type SectionName,
	sayEmpty,
	sectionNames,
	wordsIn,
} from "../../../domain/learning/briefing.ts";
import type { Finding } from "../../../domain/learning/names-in-text.ts";
import { paragraphsOf } from "../../../domain/paper.ts";
import type { Viewer } from "../../../domain/people/viewer.ts";
import { londonTime } from "../../../domain/time.ts";
import { learningPaths } from "../../addresses.ts";
import { EmptyState } from "../../kit/empty-state.tsx";
import { checkboxesField, type FormState, newForm, textField, typedText } from "../../kit/form.ts";
import {
	govukButton,
	govukCheckboxes,
	govukDetails,
	govukErrorMessage,
	govukInput,
	govukInsetText,
	govukTextarea,
	secondaryButton,
} from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say, sayAny, sayDate, sayIt } from "../../kit/say.tsx";
import { AsTyped, Bullets, Link, Section } from "../../kit/text.tsx";
import { LearningParts } from "../../parts/learning-navigation.tsx";

/** Every briefing that everybody may read; for those who make and approve them, also what waits. */
export const BriefingsPage = ({
	frame,
	viewer,
	approved,
	drafts,
	form = newForm(),
}: {
	frame: PageFrame;
	viewer: Viewer;
	/** Those that were found, where something was looked for. */
	approved: readonly Briefing[];
	drafts: readonly Briefing[];
	form?: FormState;
}): Html => {
	const isSearch = typedText(form.values, "find") !== "";
	return (
		<Layout frame={frame} title={say`Briefings`} errors={form.errors}>
			<LearningParts frame={frame} viewer={viewer} />
			<p class="govuk-body">{say`What this partnership has learned, one page at a time. Each takes a team about seven
				minutes to read and talk about.`}</p>
			{drafts.length > 0 && (
				<Section id="drafts" title={say`Not yet approved`}>
					<Bullets
						items={drafts.map((draft) => (
							<>
								{say`${<Link href={learningPaths.briefing(draft.id)}>{draft.title}</Link>}, last changed on ${dayOf(draft.writtenAt)}:`}{" "}
								{emptySections(draft).length > 0
									? say`still being written`
									: mayApprove(draft, viewer)
										? say`you can approve it`
										: say`waits for somebody else to approve it`}
							</>
						))}
					/>
				</Section>
			)}
			<div class="concord-not-printed">
				<PostForm frame={frame} action={learningPaths.findBriefings}>
					{govukInput({
						...textField(form, "find"),
						label: { text: say`Find in the briefings`, classes: "govuk-label--s" },
						classes: "govuk-!-width-two-thirds",
						spellcheck: false,
					})}
					{secondaryButton({ text: say`Find` })}
				</PostForm>
			</div>
			{approved.length === 0 ? (
				<EmptyState title={isSearch ? say`Nothing found` : say`There is no briefing yet`}>
					{isSearch
						? say`No briefing has all of these words.
							${<Link href={learningPaths.briefings}>{say`Show all briefings`}</Link>}`
						: say`When the Business Unit has made one and a second person has approved it, it is here.`}
				</EmptyState>
			) : (
				approved.map(({ id, title, approvedAt, sections }) => (
					<section>
						<h2 class="govuk-heading-m govuk-!-margin-bottom-1">
							<Link href={learningPaths.briefing(id)}>{title}</Link>
						</h2>
						{approvedAt && <p class="govuk-hint govuk-!-margin-bottom-1">{dayOf(approvedAt)}</p>}
						<p class="govuk-body">{paragraphsOf(sections.happened)?.[0]}</p>
					</section>
				))
			)}
		</Layout>
	);
};

const dayOf = (instant: string): string => sayDate(londonTime(instant).toPlainDate().toString());

/** The checkbox by which whoever approves says that nobody can be known by what was found. */
export const namesNobody = "namesNobody";

/** One briefing, to read and to take away. */
export const BriefingPage = ({
	frame,
	viewer,
	briefing,
	findings,
	approvers,
	form = newForm(),
}: {
	frame: PageFrame;
	viewer: Viewer;
	briefing: Briefing;
	/** Of a draft: what may tell whom it is about. */
	findings: readonly Finding[];
	/** Of a draft: the names of those who may approve it. */
	approvers: readonly string[];
	form?: FormState;
}): Html => {
	const { id, title, sections, state, approvedAt, approvedBy } = briefing;
	const words = wordsIn(briefing);
	return (
		<Layout
			frame={frame}
			title={title}
			caption={say`Seven-minute briefing`}
			errors={form.errors}
			back={{ href: learningPaths.briefings, text: say`Briefings` }}
		>
			{state === "withdrawn" &&
				govukInsetText({ text: say`This briefing was taken out of the library.` })}
			{state === "draft" &&
				govukInsetText({
					html: (
						<>
							{say`${<strong>{say`Draft.`}</strong>} Only those who make and approve briefings can read it.`}
							{words > mostWords && (
								<>
									{" "}
									{say`It has ${words} words: more than ${mostWords} are too many for seven minutes and one page.`}
								</>
							)}
						</>
					),
				})}
			{sectionNames.map((name) => {
				const said = paragraphsOf(sections[name]);
				return (
					<Section id={name} title={sayIt(briefingSections[name])}>
						{!said && <p class="govuk-hint">{say`Nothing is written here yet.`}</p>}
						{said && inPoints.includes(name) ? (
							<Bullets items={said} />
						) : (
							said?.map((text) => <p class="govuk-body">{text}</p>)
						)}
					</Section>
				);
			})}
			<p class="govuk-body concord-not-printed">{say`Take it away:
				${<Link href={learningPaths.briefingFile(id, "docx")}>{say`Word`}</Link>},
				${<Link href={learningPaths.briefingFile(id, "pdf")}>{say`PDF`}</Link>}`}</p>
			{approvedAt && approvedBy && mayReadDrafts(viewer) && (
				<p class="govuk-hint">{say`Approved by ${approvedBy} on ${dayOf(approvedAt)}`}</p>
			)}
			{state === "draft" && mayWriteBriefings(viewer) && (
				<div class="concord-not-printed">
					<p class="govuk-body">
						<Link href={learningPaths.writeBriefing(id)}>{say`Change this draft`}</Link>
					</p>
					{govukDetails({
						summaryText: say`Throw this draft away`,
						html: (
							<PostForm frame={frame} action={learningPaths.throwBriefingAway(id)}>
								<p class="govuk-body">{say`The draft is deleted for everybody. The lessons that it was made of stay.`}</p>
								{secondaryButton({ text: say`Throw it away` })}
							</PostForm>
						),
					})}
				</div>
			)}
			{state === "draft" && (
				<Approve
					frame={frame}
					viewer={viewer}
					briefing={briefing}
					findings={findings}
					approvers={approvers}
					form={form}
				/>
			)}
			{state !== "draft" && mayWriteBriefings(viewer) && (
				<div class="concord-not-printed">
					{govukDetails({
						summaryText: say`Something in it is wrong`,
						html: (
							<>
								<p class="govuk-body">{say`What was approved stays as it is. Make a new draft with its text, put it
									right there, and have it approved.`}</p>
								<PostForm frame={frame} action={learningPaths.copyBriefing(id)}>
									{secondaryButton({ text: say`Make a new draft of it`, preventDoubleClick: true })}
								</PostForm>
								{state === "approved" && (
									<PostForm frame={frame} action={learningPaths.withdrawBriefing(id)}>
										<p class="govuk-body">{say`If nobody should read it meanwhile, take it out of the library. That
											cannot be undone.`}</p>
										{secondaryButton({ text: say`Take it out of the library` })}
									</PostForm>
								)}
							</>
						),
					})}
				</div>
			)}
		</Layout>
	);
};

/** What was found in a draft, and for whoever wrote no word of it the button that approves it. */
const Approve = ({
	frame,
	viewer,
	briefing,
	findings,
	approvers,
	form,
}: {
	frame: PageFrame;
	viewer: Viewer;
	briefing: Briefing;
	findings: readonly Finding[];
	approvers: readonly string[];
	form: FormState;
}): Html => (
	<Section id="approve" title={say`Before everybody can read it`}>
		{findings.length === 0 ? (
			<p class="govuk-body">{say`No name, place or date was found in it. That does not replace reading it.`}</p>
		) : (
			<>
				<p class="govuk-body">{say`This may tell whom it is about:`}</p>
				<Bullets items={findings.map(({ text, kind }) => `“${text}” (${kinds()[kind]})`)} />
			</>
		)}
		{emptySections(briefing).length > 0 ? (
			<p class="govuk-body">{say`${sayEmpty(emptySections(briefing))} Then it can be approved.`}</p>
		) : mayApprove(briefing, viewer) ? (
			<PostForm frame={frame} action={learningPaths.approveBriefing(briefing.id)}>
				<input type="hidden" name="read" value={String(briefing.revision)} />
				{form.errors.read && govukErrorMessage({ id: "read", text: form.errors.read.text })}
				{findings.length > 0 &&
					govukCheckboxes({
						...checkboxesField(form, namesNobody),
						items: [{ value: "yes", text: say`Nobody can be known by what was found` }],
					})}
				{govukButton({ text: say`Approve it for everybody`, preventDoubleClick: true })}
			</PostForm>
		) : (
			<p class="govuk-body">
				{say`Nobody approves what they wrote themself.`}{" "}
				{approvers.length > 0
					? say`It can be approved by ${sayAny([...approvers])}. They have it in My work.`
					: say`Nobody else of the Business Unit or the subgroup is in Concord who could: ask your administrator.`}
			</p>
		)}
	</Section>
);

const kinds = (): Record<Finding["kind"], string> => ({
	name: say`a name`,
	"name-or-place": say`a name or a place`,
	place: say`a place or an agency`,
	"date-of-birth": say`a date of birth`,
	date: say`a date`,
	identifier: say`an identifier`,
	contact: say`a way to reach somebody`,
});

/** A draft as it is written. */
export const WriteBriefingPage = ({
	frame,
	briefing,
	form,
}: {
	frame: PageFrame;
	/** As it stands now. */
	briefing: Briefing;
	form: FormState;
}): Html => {
	const isStale = typedText(form.values, "read") !== String(briefing.revision);
	/** What others saved since, where that is not what is typed here. */
	const savedMeanwhile = (name: SectionName | "title") => {
		const saved = name === "title" ? briefing.title : briefing.sections[name];
		return isStale && saved.trim() !== typedText(form.values, name).trim() ? (
			<p class="govuk-inset-text">
				<strong>{say`As it stands now:`}</strong> <AsTyped>{saved || say`nothing`}</AsTyped>
			</p>
		) : null;
	};
	return (
		<Layout
			frame={frame}
			title={say`Write the briefing`}
			errors={form.errors}
			back={{ href: learningPaths.briefing(briefing.id), text: say`The draft` }}
		>
			<p class="govuk-body">{say`A team reads it aloud and talks about it in seven minutes: ${mostWords} words at most.
				Name nobody, and no place or day by which somebody could be known.`}</p>
			{isStale && (
				<p class="govuk-body">{say`${<strong>{say`Somebody has saved this draft since you began to write.`}</strong>}
					Where it differs from yours, it stands under yours. What you save replaces it.`}</p>
			)}
			<PostForm frame={frame} autosave={learningPaths.keepBriefing(briefing.id)}>
				<input type="hidden" name="read" value={String(briefing.revision)} />
				<input type="hidden" name="_asked" value={["read", "title", ...sectionNames].join(" ")} />
				{form.errors.read && govukErrorMessage({ id: "read", text: form.errors.read.text })}
				{govukInput({
					...textField(form, "title"),
					label: { text: say`Title`, classes: "govuk-label--s" },
				})}
				{savedMeanwhile("title")}
				{sectionNames.map((name) => (
					<>
						{govukTextarea({
							...textField(form, name),
							rows: 5,
							label: { text: sayIt(briefingSections[name]), classes: "govuk-label--s" },
							...(inPoints.includes(name) && { hint: { text: say`One point on each line` } }),
						})}
						{savedMeanwhile(name)}
					</>
				))}
				{govukButton({ text: say`Save the draft`, preventDoubleClick: true })}
			</PostForm>
		</Layout>
	);
};

/** A text as its form holds it. */
export const valuesOf = ({ title, sections, revision }: BriefingText & { revision: number }) => ({
	title,
	...sections,
	read: String(revision),
});
