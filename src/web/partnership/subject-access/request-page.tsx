import {
	isAllDecided,
	type LookedAt,
	type OpenedRequest,
} from "../../../actions/subject-access.ts";
import { waysFound } from "../../../domain/subject-access/request.ts";
import { londonTime } from "../../../domain/time.ts";
import { subjectAccessPath, subjectAccessPaths } from "../../addresses.ts";
import { counted } from "../../kit/dates.ts";
import { EmptyState } from "../../kit/empty-state.tsx";
import { checkboxesField, type FormState, newForm, textField } from "../../kit/form.ts";
import {
	govukButton,
	govukCheckboxes,
	govukSummaryList,
	govukTextarea,
	secondaryButton,
} from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say, sayDate, sayMoment } from "../../kit/say.tsx";
import { Bullets, Link, Section } from "../../kit/text.tsx";
import { LanguageOfFile } from "../../parts/language-of-file.tsx";
import { decidedInWords } from "../../parts/piece-form.tsx";
import { NamedSection } from "./named-section.tsx";
import { sayDue, sayRequest } from "./page.tsx";

/** Which of what was found is about the child. */
export const FoundPage = ({
	frame,
	opened: { request, candidates },
}: {
	frame: PageFrame;
	opened: OpenedRequest;
}): Html => (
	<Layout
		frame={frame}
		title={say`Which of these are about this child?`}
		caption={sayRequest(request)}
		back={{ text: say`Subject access`, href: subjectAccessPath }}
	>
		{candidates.length === 0 && (
			<EmptyState
				title={say`Nothing was found`}
			>{say`No difference of the partnership names this child, or somebody of nearly this name.`}</EmptyState>
		)}
		<PostForm frame={frame}>
			{candidates.length > 0 &&
				govukCheckboxes({
					...checkboxesField(
						newForm({
							theirs: candidates.filter(({ isTheirs }) => isTheirs).map(({ id }) => id),
						}),
						"theirs",
					),
					idPrefix: "theirs",
					fieldset: {
						legend: {
							text: say`Tick each that is. Leave out a child who only has the same name`,
							classes: "govuk-fieldset__legend--s",
						},
					},
					items: candidates.map(({ id, reference, foundBy, children }) => ({
						value: id,
						text: reference,
						hint: {
							text: say`${children
								.map(({ name, dateOfBirth, identifier }) =>
									[name, dateOfBirth && sayDate(dateOfBirth), identifier]
										.filter(Boolean)
										.join(", "),
								)
								.join("; ")}. Found by ${foundBy.map((way) => waysFound[way]).join(", and ")}.`,
						},
					})),
				})}
			{govukButton({ text: say`Continue`, preventDoubleClick: true })}
		</PostForm>
	</Layout>
);

/** A request: how far it is, each piece, and the file at the end. */
export const RequestPage = ({
	frame,
	opened,
	today,
	form,
}: {
	frame: PageFrame;
	opened: OpenedRequest;
	today: string;
	form: FormState;
}): Html => {
	const { request, candidates, pieces, done } = opened;
	const { id } = request;
	const looked = pieces.filter(({ decided }) => decided).length;
	const isOpen = request.closedAt === null;
	const open = pieces.flatMap((piece, nth): [LookedAt, number][] =>
		piece.decided ? [] : [[piece, nth + 1]],
	);
	const toOpen = open.filter(([piece]) => !canBeAgreedWith(piece));
	const toAgree = open.filter(([piece]) => canBeAgreedWith(piece));
	const theirs = candidates.filter(({ isTheirs }) => isTheirs);
	return (
		<Layout
			frame={frame}
			title={sayRequest(request)}
			errors={form.errors}
			back={{ text: say`Subject access`, href: subjectAccessPath }}
		>
			{govukSummaryList({
				rows: [
					[say`Received`, sayDate(request.receivedOn)],
					[say`Answer`, sayDue(request, today)],
					...(request.extendedWhy ? [[say`Why it takes longer`, request.extendedWhy]] : []),
					[say`Differences`, theirs.map(({ reference }) => reference).join(", ") || say`None`],
					[say`Looked at`, say`${looked} of ${counted(pieces.length, "piece")}`],
				].map(([key = "", text = ""]) => ({ key: { text: key }, value: { text } })),
			})}
			{isOpen && request.kind === "child" && (
				<p class="govuk-body">
					<Link
						href={subjectAccessPaths.found(id)}
					>{say`Change which differences are theirs`}</Link>
				</p>
			)}
			{isOpen && request.about?.kind === "child" && (
				<NamedSection frame={frame} opened={opened} about={request.about} form={form} />
			)}
			{isOpen && toOpen.length > 0 && (
				<Section id="to-open" title={say`For you to open: ${toOpen.length}`}>
					<Bullets
						items={toOpen.map(([piece, number]) => (
							<PieceLink id={id} piece={piece} number={number} />
						))}
					/>
				</Section>
			)}
			{isOpen && toAgree.length > 0 && (
				<Section id="to-agree" title={say`To agree with, or to open: ${toAgree.length}`}>
					<PostForm frame={frame} action={subjectAccessPaths.agree(id)}>
						{govukCheckboxes({
							...checkboxesField(form, "agree"),
							idPrefix: "agree",
							classes: "govuk-checkboxes--small",
							fieldset: {
								legend: {
									text: say`Which proposals do you agree with?`,
									classes: "govuk-fieldset__legend--s",
								},
							},
							items: toAgree.map(([piece, number]) => ({
								value: piece.key,
								html: (
									<>
										<PieceLink id={id} piece={piece} number={number} />: {proposal(piece)}
									</>
								),
							})),
						})}
						{secondaryButton({ text: say`Agree with these`, preventDoubleClick: true })}
					</PostForm>
				</Section>
			)}
			{looked > 0 && (
				<Section id="looked-at" title={say`Looked at`}>
					<Bullets
						items={pieces.flatMap((piece, nth) =>
							piece.decided
								? [
										<>
											{isOpen ? (
												<Link href={subjectAccessPaths.piece(id, nth + 1)}>
													{`${nth + 1}. ${piece.of}, ${piece.title}`}
												</Link>
											) : (
												`${nth + 1}. ${piece.of}, ${piece.title}`
											)}
											: {decidedInWords()[piece.decided.decision]}
										</>,
									]
								: [],
						)}
					/>
				</Section>
			)}
			{isOpen && (
				<Section id="pack" title={say`The file`}>
					{isAllDecided(opened) ? (
						<>
							<p class="govuk-body">{say`One zip: a page to begin with, each record as a page and as a PDF, its files,
								and what was withheld and why. It is made beside this page and deleted after a
								day.`}</p>
							<PostForm frame={frame} action={subjectAccessPaths.pack(id)}>
								<LanguageOfFile frame={frame} form={form} />
								{govukButton({ text: say`Make the file`, preventDoubleClick: true })}
							</PostForm>
						</>
					) : (
						<p class="govuk-body">{say`The file can be made once you have looked at every piece, and at every difference that was
							found in texts.`}</p>
					)}
				</Section>
			)}
			{isOpen && request.extendedWhy === null && (
				<Section id="longer" title={say`It takes longer`}>
					<p class="govuk-body">{say`If it is complex you have two months more. Tell the person within the first month,
						and why.`}</p>
					<PostForm frame={frame} action={subjectAccessPaths.extend(id)}>
						{govukTextarea({
							...textField(form, "why"),
							label: { text: say`Why does it take longer?` },
							rows: 3,
						})}
						{secondaryButton({ text: say`Take two months more`, preventDoubleClick: true })}
					</PostForm>
				</Section>
			)}
			{isOpen && (
				<Section id="close" title={say`It is answered`}>
					<p class="govuk-body">{say`Once you have given them the file, close the request.`}</p>
					<PostForm frame={frame} action={subjectAccessPaths.close(id)}>
						{secondaryButton({ text: say`Close the request`, preventDoubleClick: true })}
					</PostForm>
				</Section>
			)}
			<Section id="done" title={say`What was done`}>
				<Bullets
					items={done.map(({ what, by, at, given, redacted, withheld }) =>
						given === null
							? say`${doneInWords()[what]} by ${by}, ${sayMoment(londonTime(at))}`
							: say`${doneInWords()[what]} by ${by}, ${sayMoment(londonTime(at))}: ${given} given, ${redacted ?? 0} given in part, ${withheld ?? 0} withheld`,
					)}
				/>
			</Section>
		</Layout>
	);
};

const PieceLink = ({
	id,
	piece,
	number,
}: {
	id: string;
	piece: LookedAt;
	number: number;
}): Html => (
	<Link
		href={subjectAccessPaths.piece(id, number)}
	>{`${number}. ${piece.of}, ${calledInList(piece)}`}</Link>
);

/** What only says that somebody did something is told by that itself: many of one title would tell nothing apart. */
const calledInList = ({ title, text, about }: LookedAt): string => (text === about ? about : title);

/** What has a ground, or needs none. */
const canBeAgreedWith = ({ proposed: { decision, ground } }: LookedAt): boolean =>
	decision === "give" || ground !== null;

const proposal = ({ proposed: { decision } }: LookedAt): string =>
	decision === "give"
		? say`give it`
		: decision === "redact"
			? say`give it without the names of others`
			: say`withhold it`;

const doneInWords = () => ({
	begun: say`Begun`,
	extended: say`Given two months more`,
	"looked-through": say`Every text looked through`,
	"pack-asked": say`File asked for`,
	"pack-made": say`File made`,
	closed: say`Closed`,
});
