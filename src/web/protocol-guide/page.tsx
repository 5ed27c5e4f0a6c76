import { startingLarge } from "../../domain/difference/words.ts";
import {
	type Clock,
	type Protocol,
	type Step,
	sayParty,
	stageTitle,
} from "../../domain/protocol/protocol.ts";
import { sayWithin } from "../../domain/protocol/within.ts";
import type { Person } from "../../store/people.ts";
import { safetyOf } from "../differences/safety-of.ts";
import { dueDatePath } from "../due-date/address.ts";
import { govukSummaryList } from "../ui/govuk.ts";
import type { Html } from "../ui/html.ts";
import { Layout } from "../ui/layout.tsx";
import type { PageFrame } from "../ui/page-frame.ts";
import { whatIfPath } from "../what-if/path.ts";

/** The protocol in force, for anybody to read: what it is for, whom to ring, each stage with who does what and by when. */
export const ProtocolPage = ({
	frame,
	protocol,
	office,
}: {
	frame: PageFrame;
	protocol: Protocol;
	/** Who works in the Business Unit. */
	office: Person[];
}): Html => (
	<Layout
		frame={frame}
		title={protocol.title}
		caption={protocol.partnership}
		safety={safetyOf(protocol)}
	>
		<p class="govuk-body-l">{protocol.about}</p>
		<h2 class="govuk-heading-m">If a child is not safe</h2>
		<p class="govuk-body">Ring first. Nothing here comes before it.</p>
		{govukSummaryList({
			rows: protocol.safety.map(({ if: when, call, name }) => ({
				key: { text: startingLarge(when) },
				value: {
					html: (
						<>
							{startingLarge(name)}:{" "}
							<a
								class="govuk-link"
								href={`tel:${call.replaceAll(/[^\d+]/g, "")}`}
							>
								{call}
							</a>
						</>
					),
				},
			})),
		})}
		<h2 class="govuk-heading-m">What it is not for</h2>
		{govukSummaryList({
			rows: protocol.notFor.map(({ if: when, go }) => ({
				key: { text: when },
				value: { text: go },
			})),
		})}
		{protocol.stages.map((stage) => (
			<section>
				<h2 class="govuk-heading-m">{stageTitle(protocol, stage.id)}</h2>
				{stage.says && <p class="govuk-body">{stage.says}</p>}
				{stage.formsForbidden && (
					<p class="govuk-body">No form is used at this stage.</p>
				)}
				<ol class="govuk-list govuk-list--number govuk-list--spaced">
					{stage.steps.map((step) => (
						<StepToRead protocol={protocol} step={step} />
					))}
				</ol>
			</section>
		))}
		<p class="govuk-body">
			<a class="govuk-link" href={whatIfPath}>
				What if? See who must do what by when, if something happens now or on
				another day
			</a>
		</p>
		<p class="govuk-body">
			<a class="govuk-link" href={dueDatePath}>
				Work out a date
			</a>{" "}
			to see by when somebody must answer, and why then.
		</p>
		<h2 class="govuk-heading-m">What else can be done</h2>
		<ul class="govuk-list govuk-list--bullet">
			{protocol.moves.map(({ title, by, whenLate }) => (
				<li>
					{title}: {sayAny(by.map((party) => sayParty(protocol, party)))}
					{whenLate && ", once the time for it has passed"}
				</li>
			))}
		</ul>
		<h2 class="govuk-heading-m">Whom to ask</h2>
		<p class="govuk-body">
			{startingLarge(protocol.words.businessUnit)}
			{office.length === 0 ? "." : ":"}
		</p>
		<ul class="govuk-list govuk-list--bullet">
			{office.map(({ name, jobTitle, email }) => (
				<li>
					{name}, {jobTitle},{" "}
					<a
						class="govuk-link govuk-!-text-break-word"
						href={`mailto:${email}`}
					>
						{email}
					</a>
				</li>
			))}
		</ul>
		<h2 class="govuk-heading-m">Who is meant</h2>
		<p class="govuk-body">
			“{startingLarge(protocol.words.raising)}” is the agency that raises a{" "}
			{protocol.words.difference}; “{protocol.words.receiving}” is the one that
			it is raised with.
		</p>
		<RolesBySector protocol={protocol} />
		<h2 class="govuk-heading-m">What it can be about</h2>
		<ul class="govuk-list govuk-list--bullet">
			{Object.values(protocol.themes).map((theme) => (
				<li>{theme}</li>
			))}
		</ul>
		<p class="govuk-body">
			{protocol.source && `Source: ${protocol.source}. `}Version{" "}
			{protocol.version}.
		</p>
	</Layout>
);

const StepToRead = ({
	protocol,
	step,
}: {
	protocol: Protocol;
	step: Step;
}): Html => {
	const clock = protocol.clocks.find((each) => each.step === step.id);
	return (
		<li>
			<strong>{step.title}</strong>
			<br />
			{startingLarge(sayParty(protocol, step.by))}
			{clock && `, ${sayLimit(clock)}`}.{step.says && ` ${step.says}`}
		</li>
	);
};

/** "within 10 working days", "by the agreed day" */
const sayLimit = ({ limit }: Clock): string => {
	if ("on" in limit) return "by the day that was agreed";
	const within = sayWithin(limit.within);
	return within === "immediately" ? within : `within ${within}`;
};

/** "A, B or C" */
const sayAny = (items: string[]): string =>
	items.length < 2
		? (items[0] ?? "")
		: `${items.slice(0, -1).join(", ")} or ${items.at(-1)}`;

const sectorNames: Record<string, string> = {
	"social-care": "social care",
	police: "police",
	health: "health",
	education: "education",
	"early-years": "early years",
	probation: "probation",
	housing: "housing",
	voluntary: "voluntary, community and faith",
	partnership: "partnership",
	other: "other",
};

/** Roles that have another name in some sectors: who is the manager at a school? */
const RolesBySector = ({ protocol }: { protocol: Protocol }): Html => (
	<>
		{Object.values(protocol.roles)
			.filter((role) => Object.keys(role.in).length > 0)
			.map((role) => (
				<>
					<p class="govuk-body">{startingLarge(role.called)} means:</p>
					<ul class="govuk-list govuk-list--bullet">
						{Object.entries(role.in).map(([sector, called]) => (
							<li>
								in {sectorNames[sector] ?? sector}: {called}
							</li>
						))}
					</ul>
				</>
			))}
	</>
);
