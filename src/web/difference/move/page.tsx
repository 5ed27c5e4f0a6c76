import { withAgencyNames } from "../../../domain/difference/told/words.ts";
import type { Move } from "../../../domain/protocol/protocol.ts";
import { govukWarningText } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { say, startingLarge } from "../../kit/say.tsx";
import { Bullets } from "../../kit/text.tsx";
import { ActForm, Endings, Questions, SavedAt } from "../../parts/act/act-form.tsx";
import { ActLayout, type ActPage, asksOnPage } from "../../parts/act/act-layout.tsx";
import { whatFollows } from "../../parts/act/what-follows.ts";

/** Something that may be done beside the steps: what it brings about, its reason, and then it is done. */
export const MovePage = ({
	frame,
	asked,
	move,
	form,
	justSaved = false,
}: ActPage & { move: Move }): Html => {
	const { opened, endings } = asked;
	const [only, ...others] = endings;
	const ends = move.leadsTo.every(({ go }) => go === "end");
	return (
		<ActLayout frame={frame} asked={asked} title={asked.title} errors={form.errors}>
			{move.says && (
				<p class="govuk-body-l">{withAgencyNames(opened.protocol, opened, move.says)}</p>
			)}
			{only && others.length === 0 && (
				<>
					<p class="govuk-body">{say`If you do this:`}</p>
					<Bullets items={consequences(asked, only, move)} />
				</>
			)}
			{ends &&
				govukWarningText({ text: say`This cannot be undone.`, iconFallbackText: say`Warning` })}
			<SavedAt frame={frame} asked={asked} justSaved={justSaved} />
			<ActForm
				frame={frame}
				asked={asked}
				asks={asksOnPage(asked)}
				send={asked.title}
				warning={ends}
				form={form}
			>
				<Questions asked={asked} questions={asked.questions} form={form} />
				{only && others.length === 0 ? (
					<Questions asked={asked} questions={only.questions} form={form} />
				) : (
					<Endings asked={asked} form={form} />
				)}
			</ActForm>
		</ActLayout>
	);
};

/** Where it leads, who is told, and what nobody owes any more. */
function consequences(
	asked: ActPage["asked"],
	{ outcome }: ActPage["asked"]["endings"][number],
	move: Move,
): string[] {
	const { difference, agencies } = asked.opened;
	const nobodyElse =
		move.private && agencies.receiving !== null && !("receiving" in difference.known)
			? [say`${startingLarge(agencies.receiving)} is not told.`]
			: [];
	const all = [...whatFollows(asked, outcome), ...nobodyElse];
	return all.length > 0 ? all : [say`It is added to the record. Nothing else changes.`];
}
