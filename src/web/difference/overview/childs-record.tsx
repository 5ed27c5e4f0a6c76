import { randomUUID } from "node:crypto";
import type { OpenedDifference } from "../../../actions/open-difference.ts";
import { type DoneStep, lastDone } from "../../../domain/difference/difference.ts";
import { sayForChildsRecord } from "../../../domain/difference/told/childs-record-text.ts";
import { sayPerson, withAgencyNames } from "../../../domain/difference/told/words.ts";
import {
	isAgencySide,
	type StepId,
	stageTitle,
	stepOf,
} from "../../../domain/protocol/protocol.ts";
import { londonTime } from "../../../domain/time.ts";
import { childsRecordPath } from "../../addresses.ts";
import { CopyText } from "../../kit/copy-text.tsx";
import { dayInWords } from "../../kit/dates.ts";
import { govukButton, govukDetails } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say } from "../../kit/say.tsx";
import { Section, Unseen } from "../../kit/text.tsx";

/** The steps that belong on the child’s own record: those that the reader may yet say are there, and the others. */
export function forChildsRecord({
	protocol,
	difference,
	sides,
	acts,
}: OpenedDifference): Record<"owed" | "others", DoneStep[]> {
	const steps = sides.some(isAgencySide)
		? [...new Set(difference.done.map(({ step }) => step))].filter(
				(step) => stepOf(protocol, step).recordOnChildsRecord,
			)
		: [];
	const isOwed = (id: StepId) =>
		acts.some((act) => act.act === "record-on-childs-record" && act.step.id === id);
	const done = (ids: StepId[]) => ids.flatMap((step) => lastDone(difference, step) ?? []);
	return {
		owed: done(steps.filter(isOwed)),
		others: done(steps.filter((step) => !isOwed(step))),
	};
}

/** The text of these steps for the child’s own record, and whether each agency has it there. */
export const ForChildsRecord = ({
	frame,
	opened,
	id = "childs-record",
	title,
	says,
	steps,
}: {
	frame: PageFrame;
	opened: OpenedDifference;
	id?: string;
	title: string;
	says: string;
	steps: DoneStep[];
}): Html => (
	<>
		{steps.length > 0 && (
			<Section id={id} title={title}>
				<p class="govuk-body">{says}</p>
				{steps.map((done) => (
					<StepForRecord frame={frame} opened={opened} done={done} isOpen={steps.length === 1} />
				))}
			</Section>
		)}
	</>
);

const StepForRecord = ({
	frame,
	opened,
	done,
	isOpen,
}: {
	frame: PageFrame;
	opened: OpenedDifference;
	done: DoneStep;
	isOpen: boolean;
}): Html => {
	const { protocol, difference, acts, header, sides } = opened;
	const step = stepOf(protocol, done.step);
	const toTick = acts.flatMap((act) =>
		act.act === "record-on-childs-record" && act.step.id === step.id ? [act.side] : [],
	);
	const isRecorded = sides
		.filter(isAgencySide)
		.every((side) =>
			difference.onChildsRecord.some((made) => made.step === step.id && made.side === side),
		);
	const title = withAgencyNames(protocol, opened, step.title);
	return govukDetails({
		open: isOpen && !isRecorded,
		summaryText: isRecorded
			? say`${stageTitle(protocol, step.stage)}. ${title} (recorded)`
			: say`${stageTitle(protocol, step.stage)}. ${title} (not recorded yet)`,
		html: (
			<>
				<CopyText
					id={`record-${done.seq}`}
					label={say`Text to copy`}
					text={sayForChildsRecord(protocol, difference, opened, done)}
				/>
				{difference.onChildsRecord
					.filter((made) => made.step === step.id)
					.map(({ by, at }) => (
						<p class="govuk-body">{say`Recorded on ${dayInWords(londonTime(at).toPlainDate())}, says ${by.person === null ? by.name : sayPerson(opened, by.person)}.`}</p>
					))}
				{toTick.map((side) => (
					<PostForm frame={frame} action={childsRecordPath(header.id)}>
						<input type="hidden" name="step" value={step.id} />
						<input type="hidden" name="side" value={side} />
						<input type="hidden" name="key" value={randomUUID()} />
						{govukButton({
							html: say`It is on the ${protocol.words.child}’s record${<Unseen>: {title}</Unseen>}`,
							classes: "govuk-button--secondary govuk-!-margin-bottom-0",
							preventDoubleClick: true,
						})}
					</PostForm>
				))}
			</>
		),
	});
};
