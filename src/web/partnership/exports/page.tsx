import { londonTime } from "../../../domain/time.ts";
import type { Export } from "../../../store/exports.ts";
import { exportsPath } from "../../addresses.ts";
import { counted } from "../../kit/dates.ts";
import { EmptyState } from "../../kit/empty-state.tsx";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { Pagination } from "../../kit/pagination.tsx";
import { asEnglish, say, sayMoment, sayWhole } from "../../kit/say.tsx";
import { SortableTable } from "../../kit/sortable-table.tsx";

/** What was taken out of Concord: by whom, when, what of it and how many rows. */
export const ExportsPage = ({
	frame,
	exports,
	page,
	pages,
}: {
	frame: PageFrame;
	exports: readonly (Export & { by: string; jobTitle: string })[];
	page: number;
	pages: number;
}): Html => (
	<Layout frame={frame} title={say`Taken out of Concord`} width="full">
		<p class="govuk-body">{say`Files with many rows at once, evidence packs, and everything of the partnership when it
			moves to another Concord. Whoever takes one away holds that right, and signs in again
			first. Only evidence packs and everything of the partnership have names in them.`}</p>
		{exports.length === 0 ? (
			<EmptyState
				title={say`Nothing was taken out`}
			>{say`When somebody takes the log, a report or an evidence pack away, it is listed here.`}</EmptyState>
		) : (
			<>
				<SortableTable
					caption={say`What was taken out, the latest first`}
					columns={[say`When`, say`Who`, say`What`, say`Which part`, say`Rows`, say`As`].map(
						(text) => ({ text }),
					)}
					rows={exports.map(({ at, by, jobTitle, what, about, rows, format, byCommand }) => [
						{ content: sayMoment(londonTime(at).toPlainDateTime()), sort: at },
						`${by}, ${jobTitle}`,
						sayWhole(what),
						asEnglish(about),
						{ content: rows === null ? "–" : counted(rows, "row"), sort: rows ?? 0 },
						byCommand ? say`${format}, by a command on the machine` : format,
					])}
				/>
				<Pagination page={page} pages={pages} href={(number) => `${exportsPath}?page=${number}`} />
			</>
		)}
	</Layout>
);
