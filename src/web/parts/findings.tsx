import { type Finding, type FindingState, worstOf } from "../../domain/running/finding.ts";
import { govukSummaryList } from "../kit/govuk.ts";
import type { Html } from "../kit/html.ts";
import { say } from "../kit/say.tsx";
import { StatusTag, type Tone } from "../kit/status-tag.tsx";

const tags = (): Record<FindingState, { text: string; tone: Tone }> => ({
	well: { text: say`Well`, tone: "good" },
	told: { text: say`To know`, tone: "quiet" },
	look: { text: say`Look at this`, tone: "act" },
	broken: { text: say`Not working`, tone: "late" },
});

const inAWord = (): Record<ReturnType<typeof worstOf>, string> => ({
	well: say`Everything that Concord can see of itself is well.`,
	look: say`Concord works. Something below should be looked at.`,
	broken: say`Something below does not work and has to be put right now.`,
});

/** How Concord is running, in a word and one by one: counts and ages, of nobody and of no difference. */
export const Findings = ({ findings }: { findings: readonly Finding[] }): Html => (
	<>
		<p class="govuk-body-l">{inAWord()[worstOf(findings)]}</p>
		{govukSummaryList({
			rows: findings.map(({ title, state, says, fix }) => ({
				key: { text: title },
				value: {
					html: (
						<>
							<p class="govuk-body">
								<StatusTag {...tags()[state]} />
							</p>
							<p class="govuk-body">{says}</p>
							{fix && <p class="govuk-body">{say`What to do: ${fix}`}</p>}
						</>
					),
				},
			})),
		})}
	</>
);
