/**
 * The guide to a protocol as everybody reads it: whom to ring, what it is for, its stages with who does what by when, and
 * what is said of each word. What it says is worked out in told/guide/.
 */

import type { Protocol } from "../../../domain/protocol/protocol.ts";
import {
	choiceColumns,
	type Guide,
	type GuideChoice,
	type GuideEntry,
	type GuideStage,
	guideOf,
} from "../../../domain/protocol/told/guide/guide.ts";
import type { Person } from "../../../store/people.ts";
import { dueDatePath, protocolFilePath, whatIfPath } from "../../addresses.ts";
import { govukSummaryList, govukTable } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout, TwoThirds } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { say, sayProtocol, startingLarge, withArticle } from "../../kit/say.tsx";
import { SortableTable } from "../../kit/sortable-table.tsx";
import { Bullets, Link } from "../../kit/text.tsx";
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
	const guide = guideOf(sayProtocol(protocol));
	return (
		<Layout
			frame={frame}
			title={guide.title}
			caption={guide.partnership}
			safety={safetyOf(protocol)}
			width="full"
		>
			<TwoThirds>
				<OnThisPage guide={guide} />
				<Header guide={guide} />
			</TwoThirds>
			<h2 class="govuk-heading-m" id="how-it-goes">{say`How it goes`}</h2>
			<ProtocolDrawing protocol={protocol} />
			<TwoThirds>
				<Downloads />
			</TwoThirds>
			<AtAGlance guide={guide} />
			<TwoThirds>
				<h2 class="govuk-heading-m" id="how-to-begin">{say`How to begin`}</h2>
				<Entries entries={guide.starts} />
				{guide.stages.map((stage, index) => (
					<div id={`part-${index}`}>
						<Stage stage={stage} />
					</div>
				))}
				<div id="what-else">
					<WhatElse guide={guide} />
				</div>
				<Time guide={guide} />
				<h2 class="govuk-heading-m" id="who-reads">{say`Who reads what, and who is told`}</h2>
				<Bullets items={guide.reading} />
				<WhomToAsk protocol={protocol} office={office} />
				<WhoIsMeant guide={guide} />
				<Rest guide={guide} />
			</TwoThirds>
		</Layout>
	);
};

/** The headings that people look for; the whole is long. */
const OnThisPage = ({ guide }: { guide: Guide }): Html => (
	<nav aria-labelledby="on-this-page">
		<h2 class="govuk-heading-s" id="on-this-page">{say`On this page`}</h2>
		<ul class="govuk-list">
			{[
				["how-it-goes", say`How it goes, as a diagram`],
				["how-to-begin", say`How to begin`],
				...guide.stages.map(({ title }, index) => [`part-${index}`, title]),
				["what-else", say`What else may be done, and how it can end`],
				["time", say`How time is counted`],
				["who-reads", say`Who reads what, and who is told`],
				["whom-to-ask", say`Whom to ask`],
			].map(([id, title]) => (
				<li>
					<Link href={`#${id}`}>{title}</Link>
				</li>
			))}
		</ul>
	</nav>
);

const Header = ({ guide }: { guide: Guide }): Html => (
	<>
		<p class="govuk-body-l">{guide.about}</p>
		<h2 class="govuk-heading-m">{say`If ${withArticle(guide.child)} is not safe`}</h2>
		<p class="govuk-body">{say`Ring first. Nothing here comes before it.`}</p>
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
				<h2 class="govuk-heading-m">{say`What it is not for`}</h2>
				{govukSummaryList({
					rows: guide.notFor.map(({ if: when, go }) => ({
						key: { text: when },
						value: { text: go },
					})),
				})}
			</>
		)}
	</>
);

const Downloads = (): Html => (
	<ul class="govuk-list concord-drawing__files">
		{(
			[
				["guide.pdf", say`Download the guide to print (PDF)`],
				["guide.docx", say`Download the guide to work on (Word)`],
				["drawing.svg", say`Download the diagram (SVG)`],
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

/** Every step with who owes it by when: each leads to all there is to know of it. */
const AtAGlance = ({ guide }: { guide: Guide }): Html => (
	<SortableTable
		caption={say`Who does what by when`}
		columns={[say`Where`, say`What`, say`Who`, say`By when`].map((text) => ({ text }))}
		rows={guide.stages.flatMap(({ called, steps }) =>
			steps.map(({ id, title, who, by }) => [
				called,
				<Link href={`#${id}`}>{title}</Link>,
				who,
				by,
			]),
		)}
	/>
);

const Stage = ({ stage: { title, says, notes, steps, moves } }: { stage: GuideStage }): Html => (
	<section>
		<h2 class="govuk-heading-m">{title}</h2>
		{(says || notes.length > 0) && (
			<p class="govuk-body">{[says, ...notes].filter(Boolean).join(" ")}</p>
		)}
		<Entries entries={steps} />
		{moves.length > 0 && (
			<p class="govuk-body">{say`Also possible here, as “What else may be done” says: ${moves.join("; ")}.`}</p>
		)}
	</section>
);

/** All there is to know of things that are done or owed. */
const Entries = ({ entries }: { entries: GuideEntry[] }): Html => (
	<>
		{entries.map(({ id, title, facts, choices }) => (
			<>
				<h3 class="govuk-heading-s" id={id}>
					{title}
				</h3>
				{govukSummaryList({
					classes: "concord-facts",
					rows: [
						...facts.map(({ label, says }) => ({
							key: { text: label },
							value: { html: <Lines lines={says} /> },
						})),
						choices.length > 0 && {
							key: { text: choices.length === 1 ? say`When it is done` : say`What you can choose` },
							value: { html: <Choices choices={choices} /> },
						},
					],
				})}
			</>
		))}
	</>
);

const Lines = ({ lines }: { lines: readonly string[] }): Html => (
	<>
		{lines.map((line, index) => (
			<>
				{index > 0 && <br />}
				{line}
			</>
		))}
	</>
);

/** What can be chosen, each with what it asks and sends and where it leads. */
const Choices = ({ choices }: { choices: GuideChoice[] }): Html => {
	const [, ...columns] = choiceColumns;
	return (
		<>
			{choices.map((choice) => (
				<p class="govuk-body">
					<strong>{choice.says}</strong>
					<br />
					<Lines
						lines={columns.flatMap(([word, label]) =>
							choice[word] ? [say`${label}: ${choice[word]}`] : [],
						)}
					/>
				</p>
			))}
		</>
	);
};

const WhatElse = ({ guide }: { guide: Guide }): Html => (
	<>
		{guide.limits.length > 0 && (
			<>
				<h2 class="govuk-heading-m">{say`Time limits over several steps or stages`}</h2>
				<Entries entries={guide.limits} />
			</>
		)}
		{guide.moves.length > 0 && (
			<>
				<h2 class="govuk-heading-m">{say`What else may be done`}</h2>
				<Entries entries={guide.moves} />
			</>
		)}
		<h2 class="govuk-heading-m">{say`How it can end`}</h2>
		<Bullets items={guide.endings.map(({ title, says }) => [title, ...says].join(". "))} />
	</>
);

const Time = ({ guide }: { guide: Guide }): Html => (
	<>
		<h2 class="govuk-heading-m" id="time">{say`How time is counted`}</h2>
		<Bullets items={guide.time} />
		<p class="govuk-body">
			<a
				class="govuk-link"
				href={whatIfPath}
			>{say`What if? See who must do what by when, if something happens now or on another day`}</a>
		</p>
		<p class="govuk-body">{say`${<a class="govuk-link" href={dueDatePath}>{say`Work out a date`}</a>} to see by when
			somebody must answer, and why then.`}</p>
	</>
);

const WhomToAsk = ({ protocol, office }: { protocol: Protocol; office: Person[] }): Html => (
	<>
		<h2 class="govuk-heading-m" id="whom-to-ask">{say`Whom to ask`}</h2>
		<p class="govuk-body">
			{startingLarge(protocol.words.businessUnit)}
			{office.length === 0 ? "." : ":"}
		</p>
		<Bullets
			items={office.map(({ name, jobTitle, email }) => (
				<>
					{name}, {jobTitle},{" "}
					<a class="govuk-link govuk-!-text-break-word" href={`mailto:${email}`}>
						{email}
					</a>
				</>
			))}
		/>
	</>
);

const WhoIsMeant = ({ guide: { people, roles } }: { guide: Guide }): Html => (
	<>
		<h2 class="govuk-heading-m">{say`Who is meant`}</h2>
		<Bullets items={people} />
		{roles &&
			govukTable({
				caption: say`What the roles are called`,
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
				<h2 class="govuk-heading-m">{say`What it can be about`}</h2>
				<Bullets items={guide.themes} />
			</>
		)}
		<p class="govuk-body">
			{guide.report && `${guide.report} `}
			{guide.source && <>{say`Source: ${guide.source}.`} </>}
			{say`Version ${guide.version}.`}
		</p>
	</>
);
