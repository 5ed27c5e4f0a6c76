import type { CheckedRecord } from "../../../actions/check-record.ts";
import { isCutShort } from "../../../actions/verify-record.ts";
import { isUnderWay } from "../../../domain/task.ts";
import { londonTime } from "../../../domain/time.ts";
import { recordPath } from "../../addresses.ts";
import { counted } from "../../kit/dates.ts";
import { govukButton } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say, sayMoment } from "../../kit/say.tsx";
import { Bullets, Section } from "../../kit/text.tsx";
import { TaskProgress } from "../../parts/task-progress.tsx";

/** The latest times at which the record was verified, and what was found. */
export const RecordPage = ({
	frame,
	checks,
}: {
	frame: PageFrame;
	checks: readonly CheckedRecord[];
}): Html => {
	const [latest, ...before] = checks;
	const running = latest?.task && isUnderWay(latest.task) ? latest.task : undefined;
	return (
		<Layout frame={frame} title={say`Is the record as it was recorded?`}>
			<p class="govuk-body">{say`Everything that is done or read in a difference is an entry of a chain. Verifying goes
				through all of it: whether anything was altered, removed, moved, put in or cut off,
				and whether lists and dates follow from it. It changes nothing.`}</p>
			{running ? (
				<TaskProgress
					task={running}
					of="part"
					path={frame.path}
					findAgain={say`you find what it found under “Record”`}
				/>
			) : (
				<PostForm frame={frame} action={recordPath}>
					{govukButton({ text: say`Verify the record now`, preventDoubleClick: true })}
				</PostForm>
			)}
			{latest && !running && <Found check={latest} />}
			{before.length > 0 && (
				<Section id="before" title={say`Before`}>
					<Bullets items={before.map((check) => `${when(check)}: ${inShort(check)}`)} />
				</Section>
			)}
		</Layout>
	);
};

const when = ({ askedAt, askedBy }: CheckedRecord) =>
	say`${sayMoment(londonTime(askedAt))} for ${askedBy}`;

const inShort = ({ found, task }: CheckedRecord): string =>
	found
		? found.faults.length === 0
			? say`all that was looked at is as it was recorded`
			: isCutShort(found)
				? say`at least ${counted(found.faults.length, "thing")} amiss`
				: say`${counted(found.faults.length, "thing")} amiss`
		: (task?.wrong ?? say`not finished`);

const Found = ({ check }: { check: CheckedRecord }): Html => {
	const { found } = check;
	return (
		<Section
			id="found"
			title={
				found
					? found.faults.length === 0
						? say`All that was looked at is as it was recorded`
						: say`Something is not as it was recorded`
					: say`It was not verified`
			}
		>
			<p class="govuk-body">{say`Verified at ${when(check)}.`}</p>
			{!found && <p class="govuk-body">{check.task?.wrong}</p>}
			{found && (
				<>
					<p class="govuk-body">
						{say`${counted(found.entries, "link")} in the chains of ${counted(found.differences, "difference")} and of the partnership.`}
						{found.checkpoints > 0 && (
							<> {say`Where they ended was signed ${counted(found.checkpoints, "time")}.`}</>
						)}
					</p>
					<p class="govuk-body">{say`The bytes of files that were sent were not looked at. Whoever looks after the computer can have
						them compared with “concord audit verify --files”.`}</p>
					{found.faults.length > 0 && (
						<>
							<p class="govuk-body">{say`This is the first of each chain. Do not put anything right by hand: tell the
								data protection officer and whoever looks after the computer, and keep the
								backups from before.`}</p>
							{isCutShort(found) && (
								<p class="govuk-body">{say`There are at least ${counted(found.faults.length, "thing")} amiss. No more than
									these are named.`}</p>
							)}
							<Bullets
								items={found.faults.map(({ difference, position, says }) =>
									position === null
										? `${difference ?? say`The partnership`}: ${says}`
										: say`${difference ?? say`The partnership`}, entry ${String(position)}: ${says}`,
								)}
							/>
						</>
					)}
					{found.clockWasBack > 0 && (
						<p class="govuk-body">{say`The clock of the computer had been set back when
							${counted(found.clockWasBack, "link")} came: these are dated as the one before.`}</p>
					)}
					{found.wordsUnread > 0 && (
						<p class="govuk-body">{say`The words of ${counted(found.wordsUnread, "difference")} could not be opened.
							They were disposed of, or their key is not here. Who did what, and when, was
							looked at.`}</p>
					)}
				</>
			)}
		</Section>
	);
};
