import { startingLarge } from "../../../domain/english.ts";
import type { Protocol } from "../../../domain/protocol/protocol.ts";
import { type Guide, type GuideStage, guideOf } from "../../../domain/protocol/told/guide/guide.ts";
import type { Person } from "../../../store/people.ts";
import { dueDatePath, protocolFilePath, whatIfPath } from "../../addresses.ts";
import { govukSummaryList, govukTable } from "../../kit/govuk.ts";
import type { Child, Html } from "../../kit/html.ts";
import { Layout, TwoThirds } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { ProtocolDrawing } from "../../parts/protocol/drawing.tsx";
import { safetyOf } from "../../parts/safety-of.ts";

/** The protocol in force, for anybody to read: what it is for, whom to ring, how it goes, each stage with who does what and by when. */
export const ProtocolPage = ({
	frame,
	protocol,
	office,
}: {
	frame: PageFrame;
	protocol: Protocol;
	/** Who works in the Business Unit. */
	office: Person[];
}): Html => {
	const guide = guideOf(protocol);
	return (
		<Layout
			frame={frame}
			title={guide.title}
			caption={guide.partnership}
			safety={safetyOf(protocol)}
			width="full"
		>
			<TwoThirds>
				<Header guide={guide} />
			</TwoThirds>
			<h2 class="govuk-heading-m">How it goes</h2>
			<ProtocolDrawing protocol={protocol} />
			<TwoThirds>
				<Downloads />
				{guide.stages.map((stage) => (
					<Stage stage={stage} />
				))}
				<WhatElse guide={guide} />
				<Time guide={guide} />
				<WhomToAsk protocol={protocol} office={office} />
				<WhoIsMeant guide={guide} />
				<Rest guide={guide} />
			</TwoThirds>
		</Layout>
	);
};

const Header = ({ guide }: { guide: Guide }): Html => (
	<>
		<p class="govuk-body-l">{guide.about}</p>
		<h2 class="govuk-heading-m">If a child is not safe</h2>
		<p class="govuk-body">Ring first. Nothing here comes before it.</p>
		{govukSummaryList({
			rows: guide.safety.map(({ if: when, call, name }) => ({
				key: { text: startingLarge(when) },
				value: {
					html: (
						<>
							{startingLarge(name)}:{" "}
							<a class="govuk-link" href={`tel:${call.replaceAll(/[^\d+]/g, "")}`}>
								{call}
							</a>
						</>
					),
				},
			})),
		})}
		{guide.notFor.length > 0 && (
			<>
				<h2 class="govuk-heading-m">What it is not for</h2>
				{govukSummaryList({
					rows: guide.notFor.map(({ if: when, go }) => ({
						key: { text: when },
						value: { text: go },
					})),
				})}
			</>
		)}
		<h2 class="govuk-heading-m">Who may begin</h2>
		<Bullets>
			{guide.starts.map(({ title, who, says }) => (
				<li>{[`${title}: ${who}.`, ...says].join(" ")}</li>
			))}
		</Bullets>
	</>
);

const Downloads = (): Html => (
	<ul class="govuk-list concord-drawing__files">
		{(
			[
				["guide.pdf", "Download the guide to print (PDF)"],
				["guide.docx", "Download the guide to work on (Word)"],
				["drawing.svg", "Download the diagram (SVG)"],
			] as const
		).map(([file, text]) => (
			<li>
				<a class="govuk-link" href={protocolFilePath(file)}>
					{text}
				</a>
			</li>
		))}
	</ul>
);

const Stage = ({ stage }: { stage: GuideStage }): Html => (
	<section>
		<h2 class="govuk-heading-m">{stage.title}</h2>
		{(stage.says || stage.notes.length > 0) && (
			<p class="govuk-body">{[stage.says, ...stage.notes].filter(Boolean).join(" ")}</p>
		)}
		<ol class="govuk-list govuk-list--number govuk-list--spaced">
			{stage.steps.map(({ title, who, by, says, silence, notes, details, outcomes }) => (
				<li>
					<strong>{title}</strong>
					<br />
					{[`${who}${by ? `, ${by}` : ""}.`, says, silence, ...notes, ...details]
						.filter(Boolean)
						.join(" ")}
					{outcomes.length > 0 && (
						<Bullets>
							{outcomes.map((outcome) => (
								<li>{outcome}</li>
							))}
						</Bullets>
					)}
				</li>
			))}
		</ol>
	</section>
);

const WhatElse = ({ guide }: { guide: Guide }): Html => (
	<>
		{guide.moves.length > 0 && (
			<>
				<h2 class="govuk-heading-m">What else can be done</h2>
				<Bullets>
					{guide.moves.map(({ title, who, when, says, details }) => (
						<li>
							<strong>{title}</strong>: {[`${who}, ${when}.`, ...says, ...details].join(" ")}
						</li>
					))}
				</Bullets>
			</>
		)}
		<h2 class="govuk-heading-m">How it can end</h2>
		<Bullets>
			{guide.endings.map(({ title, says }) => (
				<li>{[title, ...says].join(". ")}</li>
			))}
		</Bullets>
	</>
);

const Time = ({ guide }: { guide: Guide }): Html => (
	<>
		<h2 class="govuk-heading-m">How time is counted</h2>
		{guide.limits.length > 0 && (
			<Bullets>
				{guide.limits.map((limit) => (
					<li>{limit}</li>
				))}
			</Bullets>
		)}
		<p class="govuk-body">{guide.time.join(" ")}</p>
		<p class="govuk-body">
			<a class="govuk-link" href={whatIfPath}>
				What if? See who must do what by when, if something happens now or on another day
			</a>
		</p>
		<p class="govuk-body">
			<a class="govuk-link" href={dueDatePath}>
				Work out a date
			</a>{" "}
			to see by when somebody must answer, and why then.
		</p>
	</>
);

const WhomToAsk = ({ protocol, office }: { protocol: Protocol; office: Person[] }): Html => (
	<>
		<h2 class="govuk-heading-m">Whom to ask</h2>
		<p class="govuk-body">
			{startingLarge(protocol.words.businessUnit)}
			{office.length === 0 ? "." : ":"}
		</p>
		<Bullets>
			{office.map(({ name, jobTitle, email }) => (
				<li>
					{name}, {jobTitle},{" "}
					<a class="govuk-link govuk-!-text-break-word" href={`mailto:${email}`}>
						{email}
					</a>
				</li>
			))}
		</Bullets>
	</>
);

const WhoIsMeant = ({ guide: { agencies, roles } }: { guide: Guide }): Html => (
	<>
		<h2 class="govuk-heading-m">Who is meant</h2>
		<p class="govuk-body">{agencies}</p>
		{roles &&
			govukTable({
				caption: "What the roles are called",
				captionClasses: "govuk-table__caption--s",
				head: roles.columns.map((text) => ({ text })),
				firstCellIsHeader: true,
				rows: roles.rows.map((row) => row.map((text) => ({ text }))),
			})}
	</>
);

const Rest = ({ guide }: { guide: Guide }): Html => (
	<>
		{guide.guidance.map(({ title, says }) => (
			<>
				<h2 class="govuk-heading-m">{title}</h2>
				<p class="govuk-body">{says}</p>
			</>
		))}
		{guide.themes.length > 0 && (
			<>
				<h2 class="govuk-heading-m">What it can be about</h2>
				<Bullets>
					{guide.themes.map((theme) => (
						<li>{theme}</li>
					))}
				</Bullets>
			</>
		)}
		<p class="govuk-body">
			{guide.report && `${guide.report} `}
			{guide.source && `Source: ${guide.source}. `}Version {guide.version}.
		</p>
	</>
);

const Bullets = ({ children }: { children: Child }): Html => (
	<ul class="govuk-list govuk-list--bullet">{children}</ul>
);
