import type { Period } from "../../../domain/learning/period.ts";
import type { Protocol } from "../../../domain/protocol/protocol.ts";
import { londonTime } from "../../../domain/time.ts";
import type { listImportedOf } from "../../../store/counted.ts";
import { differencePath, keptReportPaths, reportPaths } from "../../addresses.ts";
import { counted, dayInWords } from "../../kit/dates.ts";
import { EmptyState } from "../../kit/empty-state.tsx";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { say, sayPeriod } from "../../kit/say.tsx";
import { AsTyped, Bullets, Link, Section } from "../../kit/text.tsx";

/** What a figure counts: those of it that the reader may open, and how many more there are. */
export const BehindPage = ({
	frame,
	protocol,
	period,
	title,
	visible,
	imported,
	total,
	reasons,
	kept,
}: {
	frame: PageFrame;
	/** Why each counts, as far as the reader may read it, by its id; undefined for a figure that has none. */
	reasons: ReadonlyMap<string, { label: string; text: string }[]> | undefined;
	/** The report in which the figure stands, where it is kept, and when it was counted: ISO instant. */
	kept: { id: string; figuresAt: string } | undefined;
	protocol: Protocol;
	period: Period;
	/** Of the figure: its table, row and column. */
	title: string;
	visible: { id: string; reference: string }[];
	/** Those that were imported: nothing more can be opened of them. */
	imported: Awaited<ReturnType<typeof listImportedOf>>;
	/** How many it counts, those included that the reader may not open. */
	total: number;
}): Html => {
	const known =
		visible.length +
		imported.reduce((sum, each) => sum + each.references.length + each.withoutReference, 0);
	return (
		<Layout
			frame={frame}
			title={title}
			back={{
				text: say`Report: ${sayPeriod(period)}`,
				href: kept
					? keptReportPaths.report(kept.id)
					: reportPaths.period(protocol.id, period.from, period.until),
			}}
		>
			{kept && (
				<p class="govuk-body">{say`This is what the figure counts today. The report keeps the number of
					${dayInWords(londonTime(kept.figuresAt).toPlainDate())}, which may differ.`}</p>
			)}
			{total === 0 ? (
				<EmptyState title={say`Nothing is counted here today`}>
					{say`What was put right since is counted elsewhere, or not at all.`}
				</EmptyState>
			) : visible.length === 0 && imported.length > 0 ? null : visible.length === 0 ? (
				<EmptyState
					title={say`You cannot open any of these`}
				>{say`They are counted, and are between the agencies.`}</EmptyState>
			) : (
				<Bullets
					items={visible.map(({ id, reference }) => (
						<>
							<Link href={differencePath(id)}>{reference}</Link>
							{reasons?.get(id)?.map(({ label, text }) => (
								<>
									<br />
									<span class="govuk-hint">{label}</span> <AsTyped>{text}</AsTyped>
								</>
							))}
						</>
					))}
				/>
			)}
			{reasons && reasons.size < visible.length && (
				<p class="govuk-body">{say`The reasons of the first ${reasons.size} are shown: those of the others stand in each.`}</p>
			)}
			{imported.map(({ title: from, references, withoutReference }, nth) => (
				<Section id={`imported-${nth + 1}`} title={say`Imported from ${from}`}>
					<Bullets items={references} />
					{withoutReference > 0 && (
						<p class="govuk-body">{say`${counted(withoutReference, "form", "forms")} without a reference.`}</p>
					)}
				</Section>
			))}
			{known > 0 && known < total && (
				<p class="govuk-body">
					{total - known === 1
						? say`1 more is counted, and is between the agencies: you cannot open it.`
						: say`${total - known} more are counted, and are between the agencies: you cannot open them.`}
				</p>
			)}
		</Layout>
	);
};
