import type { OpenedDifference } from "../../../actions/open-difference.ts";
import { lastDone, type RecordedEvent } from "../../../domain/difference/difference.ts";
import { saidConflict, sayKeptFrom } from "../../../domain/difference/told/kept-from.ts";
import { sayDone, sayEvent } from "../../../domain/difference/told/say-event.ts";
import { whatsNext } from "../../../domain/difference/told/whats-next.ts";
import { sayAsked, sayBy, sayTask } from "../../../domain/difference/told/words.ts";
import { conflictIn } from "../../../domain/difference/who/may-act.ts";
import type { Viewer } from "../../../domain/people/viewer.ts";
import { stageOf, stageTitle, strengthOf } from "../../../domain/protocol/protocol.ts";
import { londonTime } from "../../../domain/time.ts";
import { differencePath } from "../../addresses.ts";
import { CopyText } from "../../kit/copy-text.tsx";
import { sayDue } from "../../kit/dates.ts";
import type { Child, Html } from "../../kit/html.ts";
import type { PageFrame } from "../../kit/page-frame.ts";
import { say, sayIt, sayMoment, startingLarge } from "../../kit/say.tsx";
import { Link } from "../../kit/text.tsx";
import { Timeline } from "../../kit/timeline.tsx";
import { DifferenceLayout } from "../difference/difference-layout.tsx";
import type { AskedAct } from "./asked-act.ts";

type Given = { frame: PageFrame; opened: OpenedDifference };

/** Why somebody cannot do a step now, as far as they may know. */
type Reason = { title: string; says: Child };

/** An act that somebody came to and cannot do: why, and whose turn it is. */
export const NotOpenPage = ({
	frame,
	opened,
	act,
	viewer,
	typed,
}: Given & {
	act: AskedAct["act"];
	viewer: Viewer;
	/** What they had typed here and not sent, under its questions. */
	typed: string;
}): Html => {
	const { title, says } = reasonFor(opened, act, viewer);
	return (
		<StandsPage frame={frame} opened={opened} title={title}>
			<p class="govuk-body-l">{says}</p>
			{typed && <WhatYouWrote text={typed} />}
		</StandsPage>
	);
};

/** Somebody sent a form and others had been quicker: what happened meanwhile, and what they had typed. */
export const OvertakenPage = ({
	frame,
	opened,
	seen,
	message,
	typed,
	isSentBefore,
}: Given & {
	/** Whether they sent this very form before, with other content. */
	isSentBefore: boolean;
	/** The last entry of the record when the page was opened. */
	seen: number;
	/** Why the rules said no. */
	message: string;
	/** What they had typed, under its questions. */
	typed: string;
}): Html => {
	const meanwhile = opened.entries.filter((entry) => entry.seq > seen && isTelling(entry));
	return (
		<StandsPage
			frame={frame}
			opened={opened}
			title={
				isSentBefore
					? say`You sent this form before`
					: meanwhile.length > 0
						? say`Something happened while you were writing`
						: say`This could not be done`
			}
		>
			<p class="govuk-body-l">
				{meanwhile.length > 0 && !isSentBefore
					? say`What you sent was not needed any more, so nothing was changed by it.`
					: message}
			</p>
			{meanwhile.length > 0 && (
				<Timeline
					headingLevel={2}
					items={meanwhile.map((entry) => ({
						title: `${sayEvent(opened.protocol, opened, entry)}`,
						at: londonTime(entry.at),
					}))}
				/>
			)}
			{typed && (
				<>
					<WhatYouWrote text={typed} />
					<p class="govuk-body">{say`It is kept as your draft: you find it again on this page.`}</p>
				</>
			)}
		</StandsPage>
	);
};

const WhatYouWrote = ({ text }: { text: string }): Html => (
	<CopyText
		id="what-you-wrote"
		label={say`What you wrote, to copy if you still need it`}
		text={text}
	/>
);

/** Entries that tell who did what; clocks and openings follow from them. */
const isTelling = ({ type }: RecordedEvent): boolean =>
	["step-done", "move-made", "stage-entered", "ended"].includes(type);

const StandsPage = ({
	frame,
	opened,
	title,
	children,
}: Given & { title: string; children: Child }): Html => {
	const { protocol, difference, header } = opened;
	const next = whatsNext(protocol, difference, opened);
	return (
		<DifferenceLayout frame={frame} opened={opened} title={title}>
			{children}
			{next.map(({ who, step, clock }) => (
				<p class="govuk-body">
					{clock
						? say`${startingLarge(sayAsked(protocol, opened, step, who, sayTask(protocol, opened, step)))}, ${sayBy(strengthOf(protocol, clock), sayDue(clock.due), opened)}.`
						: say`${startingLarge(sayAsked(protocol, opened, step, who, sayTask(protocol, opened, step)))}.`}
				</p>
			))}
			<p class="govuk-body">
				<Link href={differencePath(header.id)}>{say`See how it stands`}</Link>
			</p>
		</DifferenceLayout>
	);
};

function reasonFor(
	{ protocol, difference, ...opened }: OpenedDifference,
	act: AskedAct["act"],
	viewer: Viewer,
): Reason {
	const names = opened;
	const step = "step" in act ? act.step : undefined;
	const conflict = "step" in act ? undefined : conflictIn(protocol, difference, act, viewer);
	if (conflict)
		return { title: say`This is for somebody else`, says: sayIt(saidConflict(conflict)) };
	const stage = stageOf(protocol, difference.stage);
	const form = step?.form && protocol.forms[step.form.form];
	if (step && form && stage?.formsForbidden && difference.status.is === "open")
		return {
			title: say`No form at ${stageTitle(protocol, stage.id)}`,
			says: `${stage.says ?? ""} ${say`The protocol does not allow the ${form.title} before ${stageTitle(protocol, step.stage)}.`}`,
		};
	const done = step && lastDone(difference, step.id);
	const open = step && difference.open.find((each) => each.step === step.id);
	if (step && open) {
		const next = whatsNext(protocol, difference, names).find((each) => each.step.id === step.id);
		return {
			title: say`This is for somebody else`,
			says:
				sayKeptFrom(protocol, difference, names, open, viewer) ??
				say`It is for ${next?.who ?? say`another person`} to do.`,
		};
	}
	if (done)
		return {
			title: say`This has been done`,
			says: say`${startingLarge(sayDone(protocol, names, done))}, at ${sayMoment(londonTime(done.at))}.`,
		};
	return {
		title: say`This is not open to you now`,
		says: say`It may have been done already, or it may not be needed now.`,
	};
}
