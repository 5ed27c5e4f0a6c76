import type { Change } from "../../../../domain/protocol/told/compare/compare.ts";
import { protocolPaths } from "../../../addresses.ts";
import { govukDetails } from "../../../kit/govuk.ts";
import type { Html } from "../../../kit/html.ts";
import type { PageFrame } from "../../../kit/page-frame.ts";
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
	/** Undefined when one of the two cannot be read. */
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
			title={`What it changes beside version ${other.version}`}
		>
			{other.status === "in-force" && (
				<p class="govuk-body">Version {other.version} is in force now.</p>
			)}
			{changes ? (
				<Changes changes={changes} />
			) : (
				<p class="govuk-body">One of the two texts cannot be read, so they cannot be compared.</p>
			)}
			{others.length > 0 && (
				<>
					<h2 class="govuk-heading-s">Compare it with another version</h2>
					<ul class="govuk-list govuk-list--bullet">
						{others.map(({ id, version }) => (
							<li>
								<a class="govuk-link" href={protocolPaths.compare(visit.version.id, id)}>
									{version}
								</a>
							</li>
						))}
					</ul>
				</>
			)}
		</VersionLayout>
	);
};

/** Changes in words, by what they are of: what matters most first, and what only reads otherwise folded away. */
export const Changes = ({
	changes,
	heading: Heading = "h2",
}: {
	changes: Change[];
	heading?: "h2" | "h3";
}): Html => {
	const byWeight = changes.toSorted((a, b) => b.weight - a.weight);
	const wording = byWeight.filter(({ kind }) => kind === "wording");
	const rules = byWeight.filter(({ kind }) => kind !== "wording");
	const areas = [...new Set(rules.map(({ area }) => area))];
	return (
		<>
			{changes.length === 0 && (
				<p class="govuk-body">
					Nothing that Concord goes by is different: only the version’s name, comments or the layout
					of the text.
				</p>
			)}
			{areas.map((area) => (
				<>
					<Heading class="govuk-heading-s">{area}</Heading>
					<Sayings changes={rules.filter((change) => change.area === area)} />
				</>
			))}
			{wording.length > 0 &&
				govukDetails({
					summaryText: `Wording only (${wording.length})`,
					html: <Sayings changes={wording} />,
				})}
		</>
	);
};

const Sayings = ({ changes }: { changes: Change[] }): Html => (
	<ul class="govuk-list govuk-list--bullet">
		{changes.map(({ says }) => (
			<li>{says}</li>
		))}
	</ul>
);
