import type { Change } from "../../../../domain/protocol/told/compare/compare.ts";
import { protocolPaths } from "../../../addresses.ts";
import type { Html } from "../../../kit/html.ts";
import type { PageFrame } from "../../../kit/page-frame.ts";
import { say } from "../../../kit/say.tsx";
import { Bullets, Link } from "../../../kit/text.tsx";
import { Changes } from "../../../parts/protocol/changes.tsx";
import { VersionLayout } from "../../../parts/protocol/version-layout.tsx";
import type { Listed, Visit } from "../../../parts/protocol/visit-version.ts";

/** What a version changes, in words, beside another version of the same protocol. */
export const ComparePage = ({
	frame,
	visit,
	other,
	changes,
}: {
	frame: PageFrame;
	visit: Visit;
	other: Listed;
	/** Undefined when one of the two cannot be read, or comparing them takes too long. */
	changes: Change[] | undefined;
}): Html => {
	const others = visit.versions.filter(
		({ id, protocol }) =>
			protocol === visit.version.protocol && id !== visit.version.id && id !== other.id,
	);
	return (
		<VersionLayout
			frame={frame}
			visit={visit}
			title={say`What it changes beside version ${other.version}`}
		>
			{other.status === "in-force" && (
				<p class="govuk-body">{say`Version ${other.version} is in force now.`}</p>
			)}
			{changes ? (
				<Changes changes={changes} />
			) : (
				<p class="govuk-body">{say`They cannot be compared: one of the two texts cannot be read, or it takes too long.`}</p>
			)}
			{others.length > 0 && (
				<>
					<h2 class="govuk-heading-s">{say`Compare it with another version`}</h2>
					<Bullets
						items={others.map(({ id, version }) => (
							<Link href={protocolPaths.compare(visit.version.id, id)}>{version}</Link>
						))}
					/>
				</>
			)}
		</VersionLayout>
	);
};
