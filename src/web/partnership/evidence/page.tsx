import { type Pack, packKeptForDays, tooMuchInPack } from "../../../actions/evidence.ts";
import { audiences, packLimits } from "../../../domain/evidence/audience.ts";
import { londonTime } from "../../../domain/time.ts";
import type { LogChoices } from "../../../reports/log-part.ts";
import { downloadPaths, evidencePath, evidencePaths, paths } from "../../addresses.ts";
import { counted } from "../../kit/dates.ts";
import { EmptyState } from "../../kit/empty-state.tsx";
import { dateField, type FormState, radiosField, textField } from "../../kit/form.ts";
import {
	govukButton,
	govukDateInput,
	govukInput,
	govukRadios,
	govukSelect,
	govukSummaryList,
	govukWarningText,
	secondaryButton,
} from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { asEnglish, say, sayDate, sayIt, startingLarge } from "../../kit/say.tsx";
import { SortableTable } from "../../kit/sortable-table.tsx";
import { Link, Section } from "../../kit/text.tsx";
import { LanguageOfFile } from "../../parts/language-of-file.tsx";

/** "Pack 3, for a court" */
export const sayPack = ({ number, audience }: Pick<Pack, "number" | "audience">): string =>
	say`Pack ${number}, for ${audiences[audience].called}`;

const looked = ({ differences }: Pick<Pack, "differences">): number =>
	differences.filter((each) => each.looked).length;

const keptUntil = ({ keptUntil: until }: Pack): string =>
	sayDate(londonTime(until).toPlainDate().toString());

/** The packs that somebody began. */
export const PacksPage = ({ frame, packs }: { frame: PageFrame; packs: Pack[] }): Html => (
	<Layout
		frame={frame}
		title={say`Evidence packs`}
		width="full"
		back={{ text: say`Log of forms`, href: paths.logOfForms }}
	>
		<p class="govuk-body">{say`For an inspector, a review, a court or an agency: what happened, in one ZIP file that
			opens in any browser, with the same as PDF. You look at everything that is taken out
			before it is made.`}</p>
		{govukButton({ text: say`Begin a pack`, href: evidencePaths.begin() })}
		{packs.length === 0 ? (
			<EmptyState
				title={say`You have begun no pack`}
			>{say`What you begin is yours alone and is kept for ${packKeptForDays} days.`}</EmptyState>
		) : (
			<SortableTable
				caption={say`Packs that you began`}
				captionHidden
				columns={[say`Pack`, say`Of`, say`Differences`, say`Looked at`, say`Kept until`].map(
					(text) => ({ text }),
				)}
				rows={packs.map((pack) => [
					<Link href={evidencePaths.one(pack.id)}>{sayPack(pack)}</Link>,
					asEnglish(pack.about),
					{ content: String(pack.differences.length), sort: pack.differences.length },
					say`${looked(pack)} of ${pack.differences.length}`,
					{ content: keptUntil(pack), sort: pack.keptUntil },
				])}
			/>
		)}
		<p class="govuk-body">
			<Link href={downloadPaths.list}>{say`Your downloads`}</Link>
		</p>
	</Layout>
);

/** What a pack is of, and for whom. */
export const BeginPage = ({
	frame,
	form,
	choices,
}: {
	frame: PageFrame;
	form: FormState;
	choices: LogChoices;
}): Html => (
	<Layout
		frame={frame}
		title={say`Begin an evidence pack`}
		errors={form.errors}
		back={{ text: say`Evidence packs`, href: evidencePath }}
	>
		<PostForm frame={frame}>
			{govukRadios({
				...radiosField(form, "audience"),
				idPrefix: "audience",
				fieldset: { legend: { text: say`Who is it for?`, classes: "govuk-fieldset__legend--m" } },
				items: Object.entries(audiences).map(([value, { called, hint }]) => ({
					value,
					text: startingLarge(sayIt(called)),
					hint: { text: sayIt(hint) },
					...(value === "agency" && {
						conditional: {
							html: govukSelect({
								...textField(form, "agency"),
								label: { text: say`Which agency?` },
								items: [
									{ value: "", text: say`Choose an agency` },
									...choices.agencies.map(({ id, name }) => ({ value: id, text: name })),
								],
							}),
						},
					}),
				})),
			})}
			{govukRadios({
				...radiosField(form, "of"),
				idPrefix: "of",
				fieldset: { legend: { text: say`What is it of?`, classes: "govuk-fieldset__legend--m" } },
				items: [
					{
						value: "one",
						text: say`One difference`,
						conditional: {
							html: govukInput({
								...textField(form, "reference"),
								label: { text: say`Its reference` },
								classes: "govuk-input--width-10",
								autocomplete: "off",
								spellcheck: false,
							}),
						},
					},
					{
						value: "several",
						text: say`Several: of a period, a theme, or both`,
						hint: {
							text: say`What the Business Unit received, at most ${packLimits.differences} differences`,
						},
						conditional: {
							html: (
								<>
									{govukDateInput({
										...dateField(form, "from"),
										fieldset: { legend: { text: say`Received from (optional)` } },
									})}
									{govukDateInput({
										...dateField(form, "to"),
										fieldset: { legend: { text: say`Received up to (optional)` } },
									})}
									{govukSelect({
										...textField(form, "theme"),
										label: { text: say`About (optional)` },
										items: [
											{ value: "", text: say`Any theme` },
											...Object.entries(choices.themes).map(([value, text]) => ({ value, text })),
										],
									})}
								</>
							),
						},
					},
				],
			})}
			<p class="govuk-body">{say`It holds what you may read. Next you see how much that is, and what is taken out for
				this reader.`}</p>
			{govukButton({ text: say`Continue`, preventDoubleClick: true })}
		</PostForm>
	</Layout>
);

const standing = ({ looked: of }: Pack["differences"][number]): string =>
	of === null
		? say`To look at`
		: say`Looked at: ${counted(of.given, "piece")} whole, ${of.redacted} in part, ${of.withheld} not at all`;

/** A pack: what is in it, how far somebody has looked at it, and at the end the file. */
export const PackPage = ({
	frame,
	pack,
	isTooMuch,
	form,
}: {
	frame: PageFrame;
	pack: Pack;
	/** What was looked at is more than one file holds. */
	isTooMuch: boolean;
	form: FormState;
}): Html => {
	const { id, differences } = pack;
	const next = differences.find((each) => each.looked === null);
	return (
		<Layout
			frame={frame}
			title={sayPack(pack)}
			errors={form.errors}
			back={{ text: say`Evidence packs`, href: evidencePath }}
		>
			{govukSummaryList({
				rows: [
					[say`Of`, asEnglish(pack.about)],
					[say`Differences`, String(differences.length)],
					...(pack.sealedLeftOut > 0
						? [
								[
									say`Left out`,
									say`${counted(pack.sealedLeftOut, "sealed difference")}: only people who are named may know`,
								],
							]
						: []),
					[say`What this reader gets`, sayIt(audiences[pack.audience].hint)],
					[say`Looked at`, say`${looked(pack)} of ${differences.length}`],
					[say`Kept until`, keptUntil(pack)],
				].map(([key = "", text = ""]) => ({ key: { text: key }, value: { text } })),
			})}
			{isTooMuch &&
				govukWarningText({ text: sayIt(tooMuchInPack), iconFallbackText: say`Warning` })}
			{differences.length === 0 ? (
				<p class="govuk-body">{say`Nothing is left in it: what was in it was disposed of.`}</p>
			) : next ? (
				govukButton({
					text: looked(pack) === 0 ? say`Look at what is taken out` : say`Look at the next`,
					href: evidencePaths.difference(id, next.number),
				})
			) : isTooMuch ? null : (
				<Section id="make" title={say`Make the pack`}>
					<p class="govuk-body">
						{audiences[pack.audience].learning
							? say`One ZIP: a page to begin with; each difference with its chronology, forms, decisions, dates and who took part, as a web page and as PDF/A; what was learned; a list of what was taken out and why; and how a reader can check that it is what the record says.`
							: say`One ZIP: a page to begin with; each difference with its chronology, forms, decisions, dates and who took part, as a web page and as PDF/A; a list of what was taken out and why; and how a reader can check that it is what the record says.`}
					</p>
					<p class="govuk-body">{say`You show once more that it is you. That you took it is listed for the data
						protection officer. It is made beside this page and kept for a day.`}</p>
					<PostForm frame={frame} action={evidencePaths.make(id)}>
						<LanguageOfFile frame={frame} form={form} />
						{govukButton({
							text: say`Make the pack of ${counted(differences.length, "difference")}`,
							preventDoubleClick: true,
						})}
					</PostForm>
				</Section>
			)}
			<Section id="differences" title={say`What is in it`}>
				<SortableTable
					caption={say`Differences of this pack`}
					captionHidden
					columns={[say`Difference`, say`Where it stands`].map((text) => ({ text }))}
					rows={differences.map((each) => [
						<Link href={evidencePaths.difference(id, each.number)}>{each.reference}</Link>,
						standing(each),
					])}
				/>
			</Section>
			<PostForm frame={frame} action={evidencePaths.throwAway(id)}>
				{secondaryButton({ text: say`Delete this pack` })}
			</PostForm>
		</Layout>
	);
};
