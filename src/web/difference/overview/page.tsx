import type { OpenedDifference } from "../../../actions/open-difference.ts";
import type { RemindersToCome } from "../../../actions/reminders-to-come.ts";
import { formsIn } from "../../../documents/form-parts.ts";
import type { RecordedEvent } from "../../../domain/difference/difference.ts";
import { sayJustDone } from "../../../domain/difference/told/say-to-doer.ts";
import { stagesSoFar } from "../../../domain/difference/told/stages-so-far.ts";
import { whatsNext } from "../../../domain/difference/told/whats-next.ts";
import { sayEnding, sayTask } from "../../../domain/difference/told/words.ts";
import { mayRecordLessons } from "../../../domain/learning/lesson.ts";
import type { Linked } from "../../../store/differences.ts";
import { feedbackPath, formPath, recordLessonPath } from "../../addresses.ts";
import type { Html } from "../../kit/html.ts";
import { Layout, TwoThirds } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { say, withArticle } from "../../kit/say.tsx";
import { StageTrack } from "../../kit/stage-track.tsx";
import { Link, Section } from "../../kit/text.tsx";
import { Identity } from "../../parts/difference/identity.tsx";
import { JustDone } from "../../parts/difference/just-done.tsx";
import { WhatWasDecided } from "../../parts/difference/what-was-decided.tsx";
import type { HandingOver } from "../../parts/raising/handing-over.ts";
import { safetyOf } from "../../parts/safety-of.ts";
import { alikeBy, SameChild } from "../../parts/same-child.tsx";
import { About } from "./about.tsx";
import { GoOn, type OfDesk, TakenBySection } from "./at-desk.tsx";
import { ForReaderByLink } from "./by-link.tsx";
import { ForChildsRecord, forChildsRecord } from "./childs-record.tsx";
import { ConflictAndSeal } from "./conflict-and-seal.tsx";
import { GoesOn } from "./goes-on.tsx";
import { Letters } from "./letters.tsx";
import { PeopleInIt } from "./people.tsx";
import { PutRight, ToBeAnswered } from "./put-right.tsx";
import { TheRecord } from "./record.tsx";
import { SafetyNow } from "./safety-now.tsx";
import { SmallLinks } from "./small-links.tsx";
import { Alongside, isWithManagers, MovesOpen, TimeLimits, WhatsNext } from "./whats-next.tsx";
import { WhoActsAndKnows } from "./who-acts-and-knows.tsx";
import { whoseTurn } from "./whose-turn.ts";

/** A difference at a glance: where it stands, whose turn it is, by when, what the reader can do; then all that happened. */
export const DifferencePage = ({
	frame,
	opened,
	reminders,
	justDone,
	newerVersion,
	handing,
	alike = [],
	desk,
	feedback = false,
	onHold = false,
	wholeRecord = false,
}: {
	frame: PageFrame;
	opened: OpenedDifference;
	reminders: RemindersToCome[];
	/** Whether the reader is asked how it went for them, and has not answered. */
	feedback?: boolean;
	/** Whether it is on hold, for whoever reads as the Business Unit does. */
	onHold?: boolean;
	/** Whether all of a long record is asked for. */
	wholeRecord?: boolean;
	/** What the reader did a moment ago. */
	justDone?: RecordedEvent | undefined;
	/** The name of the version in force, where the reader may move the difference to it. */
	newerVersion?: string | undefined;
	/** Other open differences of the same agency about the same child. */
	alike?: readonly Linked[];
	/** For whoever works at the desk of the office. */
	desk?: OfDesk | undefined;
	/** Where it goes on under another protocol, for whoever may begin it there. */
	handing?: HandingOver | undefined;
}): Html => {
	const { protocol, difference, header } = opened;
	const { child } = protocol.words;
	const records = forChildsRecord(opened);
	return (
		<Layout
			frame={frame}
			title={`${justDone ? sayJustDone(protocol, opened, justDone, opened.viewer.id) : headline(opened)} (${header.reference})`}
			heading={false}
			width="full"
			safety={safetyOf(protocol)}
			above={
				<Identity
					opened={opened}
					actions={
						formsIn(opened).length > 0 && (
							<Link href={formPath(header.id)}>{say`Read the form`}</Link>
						)
					}
				/>
			}
		>
			<JustDone opened={opened} done={justDone} goOn={desk && <GoOn desk={desk} />} />
			<SafetyNow opened={opened} />
			<TwoThirds>
				<ForReaderByLink opened={opened} />
				<ConflictAndSeal opened={opened} />
				<h1 class="govuk-heading-l">{headline(opened)}</h1>
				<WhatWasDecided opened={opened} />
				{onHold && (
					<p class="govuk-body">{say`It is on hold: nothing of it is disposed of until the data protection officer
						lifts that.`}</p>
				)}
			</TwoThirds>
			<SameChild
				says={say`${opened.agencies.raising} has raised another ${protocol.words.difference} about ${withArticle(protocol.words.child)} ${alikeBy}, that is open`}
				alike={alike}
			/>
			<StageTrack
				called={protocol.words.stage}
				stages={stagesSoFar(protocol, difference).map(({ stage, state, dates, round }) => ({
					number: stage.number,
					title: stage.title,
					state,
					dates,
					round,
				}))}
			/>
			<div class="govuk-grid-row">
				<div class="govuk-grid-column-two-thirds">
					<WhatsNext opened={opened} reminders={reminders} />
					{feedback && (
						<Section id="feedback" title={say`How did it go for you?`}>
							<p class="govuk-body">{say`${<Link href={feedbackPath(header.id)}>{say`Answer four questions`}</Link>},
								in less than a minute. Nobody can see who answered what.`}</p>
						</Section>
					)}
					<ToBeAnswered opened={opened} />
					<ForChildsRecord
						frame={frame}
						opened={opened}
						title={say`To put on the ${child}’s record`}
						says={say`Concord is not the ${child}’s record. Copy this into your own system, then say that it is there: until then Concord reminds whoever did it.`}
						steps={records.owed}
					/>
					<GoesOn opened={opened} handing={handing} />
					<Alongside opened={opened} reminders={reminders} />
					<TimeLimits opened={opened} reminders={reminders} />
					<MovesOpen opened={opened} newerVersion={newerVersion} />
					<About opened={opened} />
					<Letters opened={opened} />
					<ForChildsRecord
						frame={frame}
						opened={opened}
						id={records.owed.length > 0 ? "on-childs-record" : "childs-record"}
						title={say`On the ${child}’s record`}
						says={say`Concord is not the ${child}’s record. This is the text of what belongs there, and who says that it is.`}
						steps={records.others}
					/>
					<PutRight opened={opened} />
					<Learned opened={opened} />
					<WhoActsAndKnows opened={opened} />
				</div>
				<div class="govuk-grid-column-one-third">
					<PeopleInIt opened={opened} />
					{desk && <TakenBySection frame={frame} id={header.id} desk={desk} />}
				</div>
			</div>
			<TheRecord opened={opened} whole={wholeRecord} />
		</Layout>
	);
};

/** A lesson can be written of whatever has ended, whether or not the protocol asks what was learned. */
const Learned = ({ opened }: { opened: OpenedDifference }): Html => (
	<SmallLinks
		id="learned"
		title={say`What was learned`}
		links={[
			opened.difference.status.is === "ended" &&
				opened.wordsLost !== "disposed" &&
				mayRecordLessons(opened.viewer) && [
					say`Write the lesson with the case beside it`,
					recordLessonPath(opened.header.id),
				],
		]}
	/>
);

/** Where it is and whose turn, in one line: the reader’s own only where they are the one who is asked. */
function headline(opened: OpenedDifference): string {
	const { protocol, difference } = opened;
	const next = whatsNext(protocol, difference, opened);
	const mine = next.find((each) => whoseTurn(opened, each) === "mine");
	if (mine) return say`Your turn: ${sayTask(protocol, opened, mine.step)}`;
	if (difference.status.is === "ended") return sayEnding(protocol, difference.status.ending);
	const theirs = next.find((each) => whoseTurn(opened, each) === "may-step-in");
	if (theirs) return say`The turn of ${theirs.who}. You may do it too.`;
	const [first] = next;
	if (!first && isWithManagers(opened)) return say`Your managers deal with it now`;
	return first ? say`Waiting for ${first.who}` : say`Your agency has nothing to do now`;
}
