import type { Change } from "../../../domain/protocol/compare.ts";
import type { Html } from "../../ui/html.ts";
import type { PageFrame } from "../../ui/page-frame.ts";
import { protocolPaths } from "../paths.ts";
import { VersionLayout } from "../version-layout.tsx";
import type { Listed, Visit } from "../visit.ts";

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
			protocol === visit.version.protocol &&
			id !== visit.version.id &&
			id !== other.id,
	);
	return (
		<VersionLayout
			frame={frame}
			visit={visit}
			title={`What it changes beside version ${other.version}`}
		>
			{other.standing === "in-force" && (
				<p class="govuk-body">Version {other.version} is in force now.</p>
			)}
			{changes ? (
				<Changes changes={changes} />
			) : (
				<p class="govuk-body">
					One of the two texts cannot be read, so they cannot be compared.
				</p>
			)}
			{others.length > 0 && (
				<>
					<h2 class="govuk-heading-s">Compare it with another version</h2>
					<ul class="govuk-list govuk-list--bullet">
						{others.map(({ id, version }) => (
							<li>
								<a
									class="govuk-link"
									href={protocolPaths.compare(visit.version.id, id)}
								>
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

/** Changes in words, by what they are of. */
export const Changes = ({
	changes,
	heading: Heading = "h2",
}: {
	changes: Change[];
	heading?: "h2" | "h3";
}): Html => {
	const areas = [...new Set(changes.map(({ area }) => area))];
	return (
		<>
			{areas.length === 0 && (
				<p class="govuk-body">
					Nothing that Concord goes by is different: only the version’s name,
					comments or the layout of the text.
				</p>
			)}
			{areas.map((area) => (
				<>
					<Heading class="govuk-heading-s">{area}</Heading>
					<ul class="govuk-list govuk-list--bullet">
						{changes
							.filter((change) => change.area === area)
							.map(({ says }) => (
								<li>{says}</li>
							))}
					</ul>
				</>
			))}
		</>
	);
};
