import type { IsoDay } from "../../../domain/calendar/iso-day.ts";
import { type LateNow, stuckAfter } from "../../../domain/learning/oversight.ts";
import type { OversightRead } from "../../../reports/oversight.ts";
import { differencePath } from "../../addresses.ts";
import { counted, shortDay } from "../../kit/dates.ts";
import { EmptyState } from "../../kit/empty-state.tsx";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { say, sayDate } from "../../kit/say.tsx";
import { type Cell, type Column, SortableTable } from "../../kit/sortable-table.tsx";
import { Link } from "../../kit/text.tsx";

/** Counts and references, without names and without a story; only what the reader was given opens. */
export const OversightPage = ({
	frame,
	seen,
	since,
}: {
	frame: PageFrame;
	seen: OversightRead;
	since: IsoDay;
}): Html => {
	const reference = (id: string): Cell => {
		const text = seen.references.get(id) ?? "";
		return {
			content: seen.visible.has(id) ? <Link href={differencePath(id)}>{text}</Link> : text,
			sort: text,
		};
	};
	const lateRow = ({ id, what, due, workingDays }: LateNow): Cell[] => [
		reference(id),
		what,
		{ content: shortDay(due), sort: due },
		{ content: workingDays, sort: workingDays },
	];
	const late = new Set(seen.late.map(({ id }) => id)).size;
	return (
		<Layout frame={frame} title={say`Oversight`} width="full">
			<p class="govuk-body">
				{seen.open === 1
					? say`What the Business Unit was sent: 1 is open now.`
					: say`What the Business Unit was sent: ${seen.open} are open now.`}{" "}
				{seen.informal > 0 && (
					<>
						{seen.informal === 1
							? say`1 more is between the agencies alone and not listed here.`
							: say`${seen.informal} more are between the agencies alone and not listed here.`}{" "}
					</>
				)}
				{say`You see references, and open those that you were given.`}
			</p>
			<Listed
				id="late"
				title={
					seen.late.length === late
						? say`Late now: ${late}`
						: say`Late now: ${seen.late.length}, in ${counted(late, "difference")}`
				}
				none={say`No time limit is past`}
				columns={[say`Reference`, say`Time limit`, say`Due`, say`Working days late`]}
				rows={seen.late.map(lateRow)}
			/>
			{seen.notSaid.length > 0 && (
				<Listed
					id="not-said"
					title={say`Asked after the end, and not answered in time: ${seen.notSaid.length}`}
					none=""
					columns={[say`Reference`, say`What was asked`, say`Due`, say`Working days late`]}
					rows={seen.notSaid.map(lateRow)}
				/>
			)}
			<Listed
				id="stuck"
				title={say`Stuck: ${seen.stuck.length} in which nobody did anything for ${stuckAfter} working days or more`}
				none={say`None is stuck`}
				columns={[say`Reference`, say`Stage`, say`Last act`, say`Working days since`]}
				rows={seen.stuck.map(({ id, stage, since: last, workingDays }) => [
					reference(id),
					stage,
					{ content: shortDay(last), sort: last },
					{ content: workingDays, sort: workingDays },
				])}
			/>
			<Listed
				id="skipped"
				title={say`Stages passed over since ${sayDate(since)}: ${seen.skipped.length}`}
				none={say`No stage was passed over`}
				columns={[say`Reference`, say`Passed over`, say`On`]}
				rows={seen.skipped.map(({ id, stages, on }) => [
					reference(id),
					stages.join("; "),
					{ content: shortDay(on), sort: on },
				])}
			/>
			<Listed
				id="themes"
				title={say`What it was about, raised since ${sayDate(since)}`}
				none={say`None was raised`}
				columns={[say`Theme`, say`How many`]}
				rows={seen.themes.map(({ theme, count }) => [theme, { content: count, sort: count }])}
			/>
		</Layout>
	);
};

const Listed = ({
	id,
	title,
	none,
	columns,
	rows,
}: {
	id: string;
	title: string;
	none: string;
	columns: readonly string[];
	rows: readonly (readonly Cell[])[];
}): Html => (
	<div id={id}>
		{rows.length === 0 ? (
			<EmptyState title={none} />
		) : (
			<SortableTable
				caption={title}
				columns={columns.map(
					(text, index): Column => ({
						text,
						sortable: rows.length > 3,
						numeric: index > 0 && index === columns.length - 1 && columns.length !== 3,
					}),
				)}
				rows={rows}
			/>
		)}
	</div>
);
