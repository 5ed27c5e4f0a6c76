import type { App } from "../../../actions/app.ts";
import { inReadersWords } from "../../../actions/in-readers-words.ts";
import type { OpenedDifference } from "../../../actions/open-difference.ts";
import type { RecordedEvent } from "../../../domain/difference/difference.ts";
import type { Viewer } from "../../../domain/people/viewer.ts";
import { stepOf } from "../../../domain/protocol/protocol.ts";
import { deskOffice, nextOnDesk, type OnDesk } from "../../../reports/business-unit-desk.ts";
import { findTakenBy, type TakenBy } from "../../../store/taken.ts";
import { deskPaths, movePath, paths, stepPath } from "../../addresses.ts";
import { secondaryButton } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say } from "../../kit/say.tsx";
import { Link } from "../../kit/text.tsx";

/** What whoever works at the desk of the office sees of a difference besides. */
export type OfDesk = {
	takenBy: TakenBy | undefined;
	/** Whether the reader is it. */
	isReader: boolean;
	/** After they did something: what comes next on the desk. */
	next: OnDesk | undefined;
};

/** Undefined for whoever does not hold the office, and where it was not sent the difference. */
export async function ofDesk(
	app: App,
	viewer: Viewer,
	{ protocol, sides, header, here }: OpenedDifference,
	justDone: RecordedEvent | undefined,
): Promise<OfDesk | undefined> {
	const isAtDesk = sides.some((side) => protocol.roles[side]?.office === deskOffice);
	if (!isAtDesk || !viewer.offices.includes(deskOffice)) return undefined;
	const takenBy = await findTakenBy(app.db, header.id, deskOffice);
	const kind =
		justDone?.type === "step-done"
			? stepOf(protocol, justDone.step).kind
			: justDone?.type === "move-made"
				? "follow-up"
				: undefined;
	const isOwn = justDone?.by?.person === viewer.id;
	return {
		takenBy,
		isReader: takenBy?.id === viewer.id,
		next: isOwn
			? await nextOnDesk(inReadersWords(app), viewer, deskOffice, here.now, {
					difference: header.id,
					kind,
				})
			: undefined,
	};
}

/** Where they go on after they did something: the next on the desk, or the desk. */
export const GoOn = ({ desk: { next } }: { desk: OfDesk }): Html => (
	<p class="govuk-body">
		{next?.act && (
			<>
				{say`Next:`}{" "}
				<Link
					href={
						"step" in next.act ? stepPath(next.id, next.act.step) : movePath(next.id, next.act.move)
					}
				>
					{next.reference}, {next.act.title}
				</Link>
				<br />
			</>
		)}
		<Link href={paths.businessUnit}>{say`Back to the desk`}</Link>
	</p>
);

/** Who of the office has it, and a button to take it, to take it over or to give it back. */
export const TakenBySection = ({
	frame,
	id,
	desk: { takenBy, isReader },
}: {
	frame: PageFrame;
	id: string;
	desk: OfDesk;
}): Html => (
	<section aria-labelledby="taken">
		<h2 class="govuk-heading-s" id="taken">{say`Taken by`}</h2>
		<p class="govuk-body">
			{takenBy
				? isReader
					? say`You have it: reminders of what the office owes come to you. Others of the office may still act.`
					: say`${takenBy.name}. Reminders of what the office owes go to them. Others of the office may still act.`
				: say`Nobody. Everybody of the office is reminded of what it owes.`}
		</p>
		<PostForm frame={frame} action={isReader ? deskPaths.release : deskPaths.take}>
			<input type="hidden" name="difference" value={id} />
			<input type="hidden" name="on" value="difference" />
			{secondaryButton({
				text: isReader ? say`Give it back` : takenBy ? say`Take it over` : say`Take it`,
			})}
		</PostForm>
	</section>
);
