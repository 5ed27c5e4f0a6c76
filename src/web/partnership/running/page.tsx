import { type Finding, type FindingState, worstOf } from "../../../domain/running/finding.ts";
import { govukSummaryList } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { StatusTag, type Tone } from "../../kit/status-tag.tsx";
import { Parts } from "../../parts/business-unit-navigation.tsx";

const tags: Record<FindingState, { text: string; tone: Tone }> = {
	well: { text: "Well", tone: "good" },
	told: { text: "To know", tone: "quiet" },
	look: { text: "Look at this", tone: "act" },
	broken: { text: "Not working", tone: "late" },
};

const inAWord: Record<ReturnType<typeof worstOf>, string> = {
	well: "Everything that Concord can see of itself is well.",
	look: "Concord works. Something below should be looked at.",
	broken: "Something below does not work and has to be put right now.",
};

/** Counts and ages, of nobody and of no difference. */
export const RunningPage = ({
	frame,
	isOffice,
	findings,
}: {
	frame: PageFrame;
	/** For the Business Unit, whose pages have their own navigation. */
	isOffice: boolean;
	findings: readonly Finding[];
}): Html => (
	<Layout frame={frame} title="How Concord is running" width="full">
		{isOffice && <Parts frame={frame} />}
		<div class="govuk-grid-row">
			<div class="govuk-grid-column-two-thirds">
				<p class="govuk-body-l">{inAWord[worstOf(findings)]}</p>
				{govukSummaryList({
					rows: findings.map(({ title, state, says, fix }) => ({
						key: { text: title },
						value: {
							html: (
								<>
									<p class="govuk-body">
										<StatusTag {...tags[state]} />
									</p>
									<p class="govuk-body">{says}</p>
									{fix && <p class="govuk-body">What to do: {fix}</p>}
								</>
							),
						},
					})),
				})}
				<p class="govuk-body">
					{isOffice
						? "If something does not work, tell your administrator."
						: "Whoever looks after the computer that Concord runs on sees the same with “concord health”, and tries out more with “concord doctor”."}
				</p>
			</div>
		</div>
	</Layout>
);
