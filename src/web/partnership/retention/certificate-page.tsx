import { type CertificateDocument, certificateFacts } from "../../../documents/certificate.ts";
import { certificateSays, sayRows } from "../../../domain/retention/certificate.ts";
import { byThemselves as called } from "../../../domain/retention/schedule.ts";
import { londonTime } from "../../../domain/time.ts";
import type { listDisposedByItself, ReadCertificate } from "../../../store/disposals.ts";
import { retentionPaths } from "../../addresses.ts";
import { shortDay } from "../../kit/dates.ts";
import { EmptyState } from "../../kit/empty-state.tsx";
import { govukSummaryList, secondaryButton } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { say, sayWhole } from "../../kit/say.tsx";
import { SortableTable } from "../../kit/sortable-table.tsx";
import { Link, Section } from "../../kit/text.tsx";
import { RetentionParts } from "./page.tsx";

export const certificateDocument = (
	partnership: string,
	{ rows, ...certificate }: ReadCertificate,
): CertificateDocument => ({ ...certificate, partnership, removed: sayRows(rows) });

/** Everything that was disposed of, and how much went by itself. */
export const CertificatesPage = ({
	frame,
	isOfRetention,
	certificates,
	byThemselves,
}: {
	frame: PageFrame;
	/** Whether the reader sees to retention, of whose pages this is one. */
	isOfRetention: boolean;
	certificates: ReadCertificate[];
	byThemselves: Awaited<ReturnType<typeof listDisposedByItself>>;
}): Html => (
	<Layout frame={frame} title={say`Certificates of disposal`} width="full">
		{isOfRetention && <RetentionParts frame={frame} />}
		{certificates.length === 0 ? (
			<EmptyState title={say`Nothing was disposed of yet`} />
		) : (
			<SortableTable
				caption={say`Certificates of disposal`}
				captionHidden
				columns={[
					{ text: say`Certificate`, sortable: true },
					{ text: say`Reference`, sortable: true },
					{ text: say`Disposed of`, sortable: true },
					{ text: say`Decided by` },
					{ text: say`Confirmed by` },
				]}
				rows={certificates.map(({ id, number, reference, disposedAt, decider, confirmer }) => [
					{
						content: (
							<Link href={retentionPaths.certificate(id)}>{say`Certificate ${number}`}</Link>
						),
						sort: number,
					},
					reference,
					{ content: shortDay(londonTime(disposedAt).toPlainDate()), sort: disposedAt },
					decider,
					confirmer,
				])}
			/>
		)}
		{byThemselves.length > 0 && (
			<Section id="by-themselves" title={say`What went by itself when its time was over`}>
				<SortableTable
					caption={say`What went by itself when its time was over`}
					captionHidden
					columns={[
						{ text: say`What` },
						{ text: say`Day` },
						{ text: say`How many`, numeric: true },
					]}
					rows={byThemselves.map(({ kind, onDay, rows }) => [
						called[kind as keyof typeof called] ?? kind,
						{ content: shortDay(onDay), sort: onDay },
						rows,
					])}
				/>
			</Section>
		)}
	</Layout>
);

/** One certificate: who decided, who confirmed, and how many of what. */
export const CertificatePage = ({
	frame,
	certificate,
}: {
	frame: PageFrame;
	certificate: ReadCertificate;
}): Html => {
	const document = certificateDocument(frame.partnership ?? "", certificate);
	return (
		<Layout
			frame={frame}
			title={say`Certificate of disposal ${certificate.number}`}
			back={{ text: say`Certificates`, href: retentionPaths.certificates }}
		>
			{govukSummaryList({
				rows: certificateFacts(document).map(([key, text]) => ({
					key: { text: key },
					value: { text },
				})),
			})}
			<Section id="removed" title={say`What was removed`}>
				{govukSummaryList({
					rows: document.removed.map(([key, count]) => ({
						key: { text: sayWhole(key) },
						value: { text: String(count) },
					})),
				})}
				{certificateSays.map((text) => (
					<p class="govuk-body">{sayWhole(text)}</p>
				))}
			</Section>
			{secondaryButton({
				text: say`Download as PDF`,
				href: `${retentionPaths.certificate(certificate.id)}/certificate.pdf`,
			})}
		</Layout>
	);
};
