import { withAgencyNames } from "../../domain/difference/words.ts";
import { type Move, stepOf } from "../../domain/protocol/protocol.ts";
import { ActForm, Questions, SavedAt } from "../steps/act-form.tsx";
import { ActLayout, type ActPage } from "../steps/page.tsx";
import { whatFollows } from "../steps/what-follows.ts";
import { govukWarningText } from "../ui/govuk.ts";
import type { Html } from "../ui/html.ts";

/** Something that may be done beside the steps: what it brings about, its reason, and then it is done. */
export const MovePage = ({
	frame,
	asked,
	move,
	form,
	justSaved = false,
}: ActPage & { move: Move }): Html => {
	const ends = move.leadsTo.some(({ go }) => go === "end");
	return (
		<ActLayout
			frame={frame}
			asked={asked}
			title={asked.title}
			errors={form.errors}
		>
			<p class="govuk-body">If you do this:</p>
			<ul class="govuk-list govuk-list--bullet">
				{consequences(asked, move).map((sentence) => (
					<li>{sentence}</li>
				))}
			</ul>
			{ends &&
				govukWarningText({
					text: "This cannot be undone.",
					iconFallbackText: "Warning",
				})}
			<SavedAt asked={asked} justSaved={justSaved} />
			<ActForm
				frame={frame}
				asked={asked}
				asks={asked.questions}
				send={asked.title}
				warning={ends}
			>
				<Questions asked={asked} questions={asked.questions} form={form} />
			</ActForm>
		</ActLayout>
	);
};

/** Where it leads, who is told, and what nobody owes any more. */
function consequences(asked: ActPage["asked"], move: Move): string[] {
	const { protocol, difference, agencies } = asked.opened;
	const goesOn = move.leadsTo.some(({ go }) => go !== "stay");
	const dropped =
		goesOn && difference.status.is === "open"
			? difference.open.map(
					({ step }) =>
						`“${withAgencyNames(protocol, asked.opened, stepOf(protocol, step).title)}” is no longer needed.`,
				)
			: [];
	const [ending] = asked.endings;
	const follows = ending ? whatFollows(asked, ending.outcome) : [];
	const known = Object.keys(difference.known);
	const nobodyElse =
		move.private && !known.includes("receiving")
			? [`${agencies.receiving} is not told.`]
			: [];
	const all = [...follows, ...dropped, ...nobodyElse];
	return all.length > 0
		? all
		: ["It is added to the record. Nothing else changes."];
}
