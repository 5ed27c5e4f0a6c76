import { type Period, periodInWords } from "../../../domain/learning/period.ts";
import type { Protocol } from "../../../domain/protocol/protocol.ts";
import { differencePath, reportPaths } from "../../addresses.ts";
import { counted } from "../../kit/dates.ts";
import { EmptyState } from "../../kit/empty-state.tsx";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { Bullets, Link } from "../../kit/text.tsx";

/** What a figure counts: those of it that the reader may open, and how many more there are. */
export const BehindPage = ({
	frame,
	protocol,
	period,
	title,
	visible,
	total,
}: {
	frame: PageFrame;
	protocol: Protocol;
	period: Period;
	/** Of the figure: its table, row and column. */
	title: string;
	visible: { id: string; reference: string }[];
	/** How many it counts, those included that the reader may not open. */
	total: number;
}): Html => (
	<Layout
		frame={frame}
		title={title}
		back={{
			text: `Report: ${periodInWords(period)}`,
			href: reportPaths.period(protocol.id, period.from, period.until),
		}}
	>
		{visible.length === 0 ? (
			<EmptyState title="You cannot open any of these">
				They are counted, and are between the agencies.
			</EmptyState>
		) : (
			<Bullets
				items={visible.map(({ id, reference }) => (
					<Link href={differencePath(id)}>{reference}</Link>
				))}
			/>
		)}
		{visible.length > 0 && visible.length < total && (
			<p class="govuk-body">
				{counted(total - visible.length, "more is", "more are")} counted, and{" "}
				{total - visible.length === 1 ? "is" : "are"} between the agencies: you cannot open{" "}
				{total - visible.length === 1 ? "it" : "them"}.
			</p>
		)}
	</Layout>
);
