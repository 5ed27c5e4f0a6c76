import type { Protocol } from "../../../../domain/protocol/protocol.ts";
import { hadAPartIn } from "../../../../domain/protocol/version.ts";
import {
	differencePath,
	moveToVersionPath,
	protocolPath,
	protocolPaths,
} from "../../../addresses.ts";
import { counted } from "../../../kit/dates.ts";
import { govukButton, govukInsetText, secondaryButton } from "../../../kit/govuk.ts";
import { type Html, raw } from "../../../kit/html.ts";
import { Layout, TwoThirds } from "../../../kit/layout.tsx";
import type { PageFrame } from "../../../kit/page-frame.ts";
import { say } from "../../../kit/say.tsx";
import { Bullets, Link, Section, Unseen } from "../../../kit/text.tsx";
import { ProtocolDrawing } from "../../../parts/protocol/drawing.tsx";
import { Faults, Warnings } from "../../../parts/protocol/faults.tsx";
import {
	History,
	sayVersionStatus,
	VersionStatusTag,
} from "../../../parts/protocol/version-status.tsx";
import type { Visit } from "../../../parts/protocol/visit-version.ts";
import { Posts } from "./posts.tsx";

/** A version to read: where it stands, what can be done with it, its flow with clocks and texts, and its history. */
export const VersionPage = ({
	frame,
	visit,
	viewer,
	underWay,
	toMove,
	posts,
}: {
	frame: PageFrame;
	visit: Visit;
	viewer: { id: string };
	/** How many differences that the reader may open are under way on it. */
	underWay: number;
	/** Those of them that the reader may move to another version. */
	toMove: { id: string; reference: string }[];
	/** The posts that it asks for, and where nobody holds them. */
	posts: Parameters<typeof Posts>[0];
}): Html => {
	const { version, protocol, faults, inForce } = visit;
	return (
		<Layout
			frame={frame}
			title={say`Version ${version.version}`}
			caption={protocol?.title ?? version.protocol}
			back={{ href: protocolPaths.list }}
			width="full"
		>
			<TwoThirds>
				<p class="govuk-body-l">
					<VersionStatusTag status={version.status} /> {sayVersionStatus(version)}
				</p>
				<NextAct visit={visit} viewer={viewer} />
				<h2 class="govuk-heading-m">{say`What you can do with it`}</h2>
				<Bullets items={linksOf(visit).map(({ text, href }) => <Link href={href}>{text}</Link>)} />
			</TwoThirds>
			{protocol ? (
				<>
					<Flow protocol={protocol} />
					<TwoThirds>
						<Warnings warnings={visit.warnings} text={version.source} />
						<Posts {...posts} />
					</TwoThirds>
				</>
			) : (
				<TwoThirds>
					<p class="govuk-body">{say`This Concord cannot read the text of this version.`}</p>
					<Faults faults={faults} text={version.source} />
				</TwoThirds>
			)}
			<TwoThirds>
				{(underWay > 0 || version.status === "replaced") && (
					<>
						<h2 class="govuk-heading-m">{say`Under way on this version`}</h2>
						<p class="govuk-body">
							{underWay === 0
								? say`Nothing that you may open is under way on it.`
								: say`${counted(underWay, "difference")} that you may open. What is under way stays on this version.`}
						</p>
						{toMove.length > 0 && inForce && inForce.id !== version.id && (
							<>
								<p class="govuk-body">{say`Each that you know of can be moved to version ${inForce.version}, with a
									reason:`}</p>
								<ul class="govuk-list govuk-list--bullet">
									{toMove.map(({ id, reference }) => (
										<li>
											<Link href={differencePath(id)}>{reference}</Link> (
											<Link
												href={moveToVersionPath(id, inForce.id)}
											>{say`move it${<Unseen>: {reference}</Unseen>}`}</Link>
											)
										</li>
									))}
								</ul>
							</>
						)}
					</>
				)}
				{version.history.length > 0 && (
					<>
						<h2 class="govuk-heading-m">{say`What was done to it`}</h2>
						<History version={version} versions={visit.versions} people={visit.people} />
					</>
				)}
			</TwoThirds>
		</Layout>
	);
};

/** What there is to do next, and for whom. */
const NextAct = ({
	visit: { version, mayChange },
	viewer,
}: {
	visit: Visit;
	viewer: { id: string };
}): Html => {
	if (!mayChange) return raw("");
	if (version.status === "draft")
		return (
			<div class="govuk-button-group">
				{govukButton({ text: say`Change the usual things`, href: protocolPaths.usual(version.id) })}
				{secondaryButton({ text: say`Edit the text`, href: protocolPaths.edit(version.id) })}
				{secondaryButton({ text: say`Propose it`, href: protocolPaths.propose(version.id) })}
			</div>
		);
	if (version.status === "proposed")
		return hadAPartIn(version).includes(viewer.id)
			? govukInsetText({
					text: say`You had a part in this version, so another administrator must approve it.`,
				})
			: govukButton({ text: say`Approve or refuse it`, href: protocolPaths.decide(version.id) });
	return raw("");
};

const linksOf = ({ version, inForce, mayChange }: Visit): { text: string; href: string }[] => {
	const { id, status } = version;
	const when = (is: boolean, text: string, href: string) => (is ? [{ text, href }] : []);
	return [
		...when(
			inForce !== undefined && inForce.id !== id,
			say`Compare it with the version in force (${inForce?.version ?? ""})`,
			protocolPaths.compare(id),
		),
		...when(status === "in-force", say`Read it as everybody does`, protocolPath),
		...when(true, say`Try a story on it`, protocolPaths.simulate(id)),
		...when(mayChange, say`Try it on the last twelve months`, protocolPaths.lastYear(id)),
		...when(true, say`Download its text`, protocolPaths.file(id)),
		...when(mayChange, say`Make a new version from it`, protocolPaths.copy(id)),
		...when(
			mayChange && ["draft", "proposed", "coming"].includes(status),
			status === "coming" ? say`Withdraw it before its day` : say`Withdraw it`,
			protocolPaths.withdraw(id),
		),
	];
};

const Flow = ({ protocol }: { protocol: Protocol }): Html => (
	<Section id="flow" title={say`How it runs`}>
		<ProtocolDrawing protocol={protocol} />
	</Section>
);
