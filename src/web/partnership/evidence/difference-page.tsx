import {
	decisionOn,
	type LookedAt,
	type Pack,
	type PackedDifference,
} from "../../../actions/evidence.ts";
import { grounds, isToDecide } from "../../../domain/evidence/audience.ts";
import { londonTime } from "../../../domain/time.ts";
import { evidencePaths } from "../../addresses.ts";
import { counted } from "../../kit/dates.ts";
import type { FormState } from "../../kit/form.ts";
import { govukButton, govukDetails, govukInsetText, govukSummaryList } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say, sayDate, sayIt, sayMoment } from "../../kit/say.tsx";
import { AsTyped, Bullets, Link, Section } from "../../kit/text.tsx";
import { PieceForm } from "../../parts/piece-form.tsx";
import { sayPack } from "./page.tsx";

type Numbered = [piece: LookedAt, number: number];

/** What is taken out of a difference, with what it said and what is left, and all that is given as it is. */
export const DifferencePage = ({
	frame,
	pack,
	number,
	found,
	form,
}: {
	frame: PageFrame;
	pack: Pack;
	/** Of the difference in the pack. */
	number: number;
	found: PackedDifference;
	form: FormState;
}): Html => {
	const all = found.pieces.map((piece, nth): Numbered => [piece, nth + 1]);
	const toOpen = all.filter(([piece]) => !piece.decided && isToDecide(piece));
	const rest = all.filter((each) => !toOpen.includes(each));
	const out = rest.filter(([piece]) => decisionOn(piece).decision !== "give");
	const whole = rest.filter(([piece]) => decisionOn(piece).decision === "give");
	const { looked } = found;
	return (
		<Layout
			frame={frame}
			title={found.reference}
			caption={say`${sayPack(pack)}. Difference ${number} of ${pack.differences.length}`}
			errors={form.errors}
			back={{ text: sayPack(pack), href: evidencePaths.one(pack.id) }}
		>
			{looked && (
				<p class="govuk-body">
					{say`You looked at this at ${sayMoment(londonTime(looked.at))}.`}{" "}
					{found.notLooked > 0 &&
						say`Since then ${counted(found.notLooked, "entry", "entries")} came. They are in the pack only if you look again.`}
				</p>
			)}
			<p class="govuk-body">{say`Concord finds too much rather than too little, and misses what it does not know. Check
				what is taken out, and read what is given.`}</p>
			{toOpen.length > 0 && (
				<Section id="to-open" title={say`For you to open: ${toOpen.length}`}>
					<Bullets
						items={toOpen.map(([piece, nth]) => (
							<Link href={evidencePaths.piece(pack.id, number, nth)}>
								{`${piece.title}: ${piece.text}`}
							</Link>
						))}
					/>
				</Section>
			)}
			<Section id="taken-out" title={say`Taken out: ${out.length}`}>
				{out.length === 0 ? (
					<p class="govuk-body">{say`Nothing is taken out.`}</p>
				) : (
					out.map(([piece, nth]) => (
						<TakenOut piece={piece} nth={nth} href={evidencePaths.piece(pack.id, number, nth)} />
					))
				)}
			</Section>
			<Section id="given" title={say`Given as it is: ${whole.length}`}>
				{whole.length > 0 &&
					govukDetails({
						summaryText: say`Read it, or take more out`,
						html: govukSummaryList({
							classes: "concord-stacked",
							rows: whole.map(([piece, nth]) => ({
								key: { text: `${piece.title}${whenOf(piece)}` },
								value: { html: <AsTyped>{piece.text}</AsTyped> },
								actions: {
									items: [
										{
											href: evidencePaths.piece(pack.id, number, nth),
											text: say`Take out`,
											visuallyHiddenText: say`of “${piece.title}”${whenOf(piece)}, number ${nth}`,
										},
									],
								},
							})),
						}),
					})}
			</Section>
			<PostForm frame={frame}>
				<input type="hidden" name="read" value={String(found.pieces.length)} />
				{toOpen.length > 0 && (
					<p class="govuk-body" id="looked">{say`Open what is listed first.`}</p>
				)}
				{govukButton({
					text: say`I have looked at ${found.reference}`,
					preventDoubleClick: true,
				})}
			</PostForm>
		</Layout>
	);
};

const whenOf = ({ at }: LookedAt): string =>
	at === null ? "" : ` (${sayDate(londonTime(at).toPlainDate().toString())})`;

const TakenOut = ({ piece, nth, href }: { piece: LookedAt; nth: number; href: string }): Html => {
	const { decision, text, ground } = decisionOn(piece);
	return (
		<>
			<h3 class="govuk-heading-s govuk-!-margin-bottom-1">
				{piece.title}
				{whenOf(piece)}
			</h3>
			<p class="govuk-hint govuk-!-margin-bottom-1">{piece.about}</p>
			{govukInsetText({
				classes: "govuk-!-margin-top-2 govuk-!-margin-bottom-2",
				html: (
					<>
						<strong>{say`It says:`}</strong> <AsTyped>{piece.text}</AsTyped>
						<br />
						<strong>{say`The reader gets:`}</strong>{" "}
						{decision === "withhold" ? say`nothing` : <AsTyped>{text}</AsTyped>}
					</>
				),
			})}
			<p class="govuk-body">
				{ground && `${sayIt(grounds[ground])}. `}
				<Link href={href}>
					{say`Change`}
					<span class="govuk-visually-hidden">
						{" "}
						{say`what is given of “${piece.title}”${whenOf(piece)}: ${nth}`}
					</span>
				</Link>
			</p>
		</>
	);
};

/** One piece of a difference. */
export const PackedPiecePage = ({
	frame,
	form,
	pack,
	number,
	found,
	piece,
	nth,
}: {
	frame: PageFrame;
	form: FormState;
	pack: Pack;
	number: number;
	found: PackedDifference;
	piece: LookedAt;
	nth: number;
}): Html => (
	<Layout
		frame={frame}
		title={piece.title}
		caption={say`${sayPack(pack)}. ${found.reference}, piece ${nth} of ${found.pieces.length}`}
		errors={form.errors}
		back={{ text: found.reference, href: evidencePaths.difference(pack.id, number) }}
	>
		<p class="govuk-hint">
			{piece.about}
			{whenOf(piece)}
		</p>
		<PieceForm
			frame={frame}
			form={form}
			piece={piece}
			grounds={grounds}
			toldTo={say`The reader is told this`}
			file={evidencePaths.file(pack.id, number, nth)}
		/>
	</Layout>
);
