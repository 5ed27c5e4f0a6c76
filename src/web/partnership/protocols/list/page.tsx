import type { VersionStatus } from "../../../../domain/protocol/version.ts";
import { protocolPaths } from "../../../addresses.ts";
import { dayInWords } from "../../../kit/dates.ts";
import { EmptyState } from "../../../kit/empty-state.tsx";
import { secondaryButton } from "../../../kit/govuk.ts";
import type { Html } from "../../../kit/html.ts";
import { Layout } from "../../../kit/layout.tsx";
import type { PageFrame } from "../../../kit/page-frame.ts";
import { say } from "../../../kit/say.tsx";
import { type Cell, SortableTable } from "../../../kit/sortable-table.tsx";
import { Link } from "../../../kit/text.tsx";
import { sayLastAct, VersionStatusTag } from "../../../parts/protocol/version-status.tsx";
import type { Listed, Shelf } from "../../../parts/protocol/visit-version.ts";

/** The order in which versions are listed: what waits for somebody first, what is over last. */
const order: VersionStatus[] = [
	"proposed",
	"draft",
	"coming",
	"in-force",
	"replaced",
	"refused",
	"withdrawn",
];

/** Every version of a partnership's protocols: where it stands, who did the last thing to it, and when. */
export const ProtocolsPage = ({
	frame,
	shelf,
	titles,
	underWay,
}: {
	frame: PageFrame;
	shelf: Shelf;
	/** What each protocol is called, by its identifier. */
	titles: ReadonlyMap<string, string>;
	/** Differences under way that the reader may open, by version. */
	underWay: ReadonlyMap<string, number>;
}): Html => {
	const protocols = [...new Set(shelf.versions.map(({ protocol }) => protocol))];
	return (
		<Layout frame={frame} title={say`Protocols`} width="full">
			{protocols.length === 0 && (
				<EmptyState
					title={say`There is no protocol yet`}
				>{say`Nothing can be raised before one is in force.`}</EmptyState>
			)}
			{protocols.map((protocol) => (
				<SortableTable
					caption={titles.get(protocol) ?? protocol}
					columns={[
						{ text: say`Version` },
						{ text: say`Where it stands` },
						{ text: say`In force from` },
						{ text: say`Under way, of those you may open`, numeric: true },
						{ text: say`Last done` },
					]}
					rows={shelf.versions
						.filter((version) => version.protocol === protocol)
						.toSorted((a, b) => order.indexOf(a.status) - order.indexOf(b.status))
						.map((version) => cellsOf(version, shelf, underWay.get(version.id) ?? 0))}
				/>
			))}
			{shelf.mayChange && (
				<>
					<p class="govuk-body">{say`To change a protocol, open the version in force and make a new version from it.
						Nothing changes for anybody until a second administrator has approved it and its
						day has come.`}</p>
					{secondaryButton({ text: say`Add another protocol`, href: protocolPaths.new })}
				</>
			)}
		</Layout>
	);
};

const cellsOf = (version: Listed, { people }: Shelf, underWay: number): Cell[] => [
	<Link href={protocolPaths.version(version.id)}>{version.version}</Link>,
	<VersionStatusTag status={version.status} />,
	version.inForceFrom ? dayInWords(version.inForceFrom) : "–",
	underWay,
	sayLastAct(version, people),
];
