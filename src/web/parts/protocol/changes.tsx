import type { Change } from "../../../domain/protocol/told/compare/compare.ts";
import { govukDetails } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { say } from "../../kit/say.tsx";
import { Bullets } from "../../kit/text.tsx";

/** Changes in words, by what they are of: what matters most first, and what only reads otherwise last. */
export const Changes = ({
	changes,
	heading: Heading = "h2",
	wording: showWording = "folded",
}: {
	changes: Change[];
	heading?: "h2" | "h3";
	/** Whether what only reads otherwise is folded away. */
	wording?: "folded" | "open";
}): Html => {
	const byWeight = changes.toSorted((a, b) => b.weight - a.weight);
	const wording = byWeight.filter(({ kind }) => kind === "wording");
	const rules = byWeight.filter(({ kind }) => kind !== "wording");
	const areas = [...new Set(rules.map(({ area }) => area))];
	return (
		<>
			{changes.length === 0 && (
				<p class="govuk-body">{say`Nothing that Concord goes by is different: only the version’s name, comments or the
					layout of the text.`}</p>
			)}
			{areas.map((area) => (
				<>
					<Heading class="govuk-heading-s">{area}</Heading>
					<Bullets items={saidBy(rules.filter((change) => change.area === area))} />
				</>
			))}
			{wording.length > 0 &&
				govukDetails({
					open: showWording === "open",
					summaryText: say`Wording only (${wording.length})`,
					html: <Bullets items={saidBy(wording)} />,
				})}
		</>
	);
};

const saidBy = (changes: Change[]): string[] => changes.map(({ says }) => says);
