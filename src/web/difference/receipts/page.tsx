import type { OpenedDifference } from "../../../actions/open-difference.ts";
import type { SentEntry } from "../../../domain/difference/told/sent-and-received.ts";
import { londonTime } from "../../../domain/time.ts";
import { paths, receiptPath } from "../../addresses.ts";
import { EmptyState } from "../../kit/empty-state.tsx";
import type { Html } from "../../kit/html.ts";
import type { PageFrame } from "../../kit/page-frame.ts";
import { say, sayMoment } from "../../kit/say.tsx";
import { Bullets, Link, Unseen } from "../../kit/text.tsx";
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
	<DifferenceLayout frame={frame} opened={opened} title={say`Receipts`}>
		<p class="govuk-body">{say`There is one of whatever you let others know here, and of whatever they let you know. A
			receipt proves what was sent, to whom and when, without the partnership’s help. Keep
			the file that can be checked: it holds what was sent, so look after it as you do the
			form. Anybody can ${<Link href={paths.checkReceipt}>{say`check a receipt`}</Link>}.`}</p>
		{sent.length === 0 ? (
			<EmptyState title={say`Nothing was sent from or to you`} />
		) : (
			sent.map(({ seq, what, by, to, at }) => (
				<>
					<h2 class="govuk-heading-m">{what}</h2>
					<p class="govuk-body">{say`From ${by} to ${to}, at ${sayMoment(londonTime(at))}.`}</p>
					<Bullets
						items={[
							<Link
								href={receiptPath(opened.header.id, String(seq), "json")}
							>{say`Receipt to check${<Unseen> {say`of ${what}, entry ${seq}`}</Unseen>}
								(file)`}</Link>,
							<Link
								href={receiptPath(opened.header.id, String(seq), "pdf")}
							>{say`Receipt to read${<Unseen> {say`of ${what}, entry ${seq}`}</Unseen>}
								(PDF)`}</Link>,
						]}
					/>
				</>
			))
		)}
	</DifferenceLayout>
);
