import type { OpenedDifference } from "../../../actions/open-difference.ts";
import type { SentEntry } from "../../../actions/receipts.ts";
import { sayMoment } from "../../../domain/calendar/day-in-words.ts";
import { londonTime } from "../../../domain/time.ts";
import { paths, receiptPath } from "../../addresses.ts";
import { EmptyState } from "../../kit/empty-state.tsx";
import type { Html } from "../../kit/html.ts";
import type { PageFrame } from "../../kit/page-frame.ts";
import { SortableTable } from "../../kit/sortable-table.tsx";
import { Link, Unseen } from "../../kit/text.tsx";
import { DifferenceLayout } from "../../parts/difference/difference-layout.tsx";

/** What the reader’s side sent and received, with a receipt of each. */
export const ReceiptsPage = ({
	frame,
	opened,
	sent,
}: {
	frame: PageFrame;
	opened: OpenedDifference;
	sent: readonly SentEntry[];
}): Html => (
	<DifferenceLayout frame={frame} opened={opened} title="Receipts">
		<p class="govuk-body">
			A receipt proves what was sent, to whom and when, without the partnership’s help. Keep the
			file to check: it holds what was sent, so look after it as you do the form. Anybody can{" "}
			<Link href={paths.checkReceipt}>check a receipt</Link>.
		</p>
		{sent.length === 0 ? (
			<EmptyState title="Nothing was sent from or to you" />
		) : (
			<SortableTable
				caption="What was sent"
				captionHidden
				columns={[
					{ text: "What" },
					{ text: "From" },
					{ text: "To" },
					{ text: "When" },
					{ text: "Receipt" },
				]}
				rows={sent.map(({ seq, what, by, to, at }) => [
					what,
					by,
					to,
					sayMoment(londonTime(at)),
					<>
						<Link href={receiptPath(opened.header.id, String(seq), "json")}>
							File to check<Unseen> of {what}</Unseen>
						</Link>
						<br />
						<Link href={receiptPath(opened.header.id, String(seq), "pdf")}>
							To read (PDF)<Unseen> of {what}</Unseen>
						</Link>
					</>,
				])}
			/>
		)}
	</DifferenceLayout>
);
