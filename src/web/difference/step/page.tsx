import { withAgencyNames } from "../../../domain/difference/told/words.ts";
import { stepsToVouchFor } from "../../../domain/difference/who/may-vouch.ts";
import { asksForLesson, mayRecordLessons } from "../../../domain/learning/lesson.ts";
import { type Step, stepOf } from "../../../domain/protocol/protocol.ts";
import type { Person } from "../../../store/people.ts";
import { byLinkPaths, recordLessonPath } from "../../addresses.ts";
import type { Html } from "../../kit/html.ts";
import { say } from "../../kit/say.tsx";
import { Link } from "../../kit/text.tsx";
import { ActForm, Endings, Questions, SavedAt } from "../../parts/act/act-form.tsx";
import { ActLayout, type ActPage, asksOnPage, sendText } from "../../parts/act/act-layout.tsx";
import { allQuestions } from "../../parts/act/asked-act.ts";
import type { LetterFilledIn } from "../../parts/difference/letter-of.ts";
import { LetterOnPage } from "../../parts/difference/letter-on-page.tsx";
import { MoveLinks, movesInstead } from "../../parts/difference/moves-open.tsx";
import { CameBack } from "./came-back.tsx";
import { Partner } from "./partner.tsx";
import { ToReadFirst } from "./to-read-first.tsx";
import { WhenDue } from "./when-due.tsx";
import { WhoMustBeThere } from "./who-must-be-there.tsx";

export type AboutStepGiven = Pick<ActPage, "asked"> & {
	step: Step;
	/** The people of whom it is with, with who is away today. */
	directory?: readonly Person[];
};

/** What to do, with whom and by when. */
export const AboutStep = ({ asked: { opened }, step, directory = [] }: AboutStepGiven): Html => (
	<>
		{step.says && <p class="govuk-body-l">{withAgencyNames(opened.protocol, opened, step.says)}</p>}
		<Partner opened={opened} step={step} directory={directory} />
		<CameBack opened={opened} step={step} />
		<WhenDue opened={opened} step={step} />
		<WhoMustBeThere opened={opened} step={step} />
	</>
);

/** Whoever is to be named here may have no account: the office lets them answer by a link before it sends it to them. */
const VouchBefore = ({
	opened: { protocol, difference, header, viewer },
	asks,
}: Pick<AboutStepGiven["asked"], "opened"> & { asks: readonly string[] }): Html => (
	<>
		{stepsToVouchFor(protocol, difference, viewer)
			.filter(({ step, open }) => !open && asks.includes(stepOf(protocol, step).namedIn ?? ""))
			.map(({ step }) => (
				<p class="govuk-body">{say`No account?
					${<Link href={byLinkPaths.vouch(header.id, step)}>{say`Let them answer by a link`}</Link>}`}</p>
			))}
	</>
);

/** A step on one page: what to do, what to read first, the questions, and how it ended. */
export const StepPage = ({
	frame,
	asked,
	step,
	form,
	directory = [],
	letter,
	notice,
	justSaved = false,
}: ActPage &
	AboutStepGiven & {
		/** What is written here, where it is a letter. */
		letter?: LetterFilledIn | undefined;
	}): Html => (
	<ActLayout frame={frame} asked={asked} title={asked.title} errors={form.errors} notice={notice}>
		<AboutStep asked={asked} step={step} directory={directory} />
		<ToReadFirst opened={asked.opened} step={step} />
		{asksForLesson(asked.opened.protocol, step) && mayRecordLessons(asked.opened.viewer) && (
			<p class="govuk-body">{say`${<Link href={recordLessonPath(asked.opened.header.id)}>{say`Write the lesson with the case beside it`}</Link>}.
				It then stands below: you do not type it twice. Where nothing was learned, leave it
				blank.`}</p>
		)}
		{letter && <LetterOnPage opened={asked.opened} letter={letter} />}
		<VouchBefore opened={asked.opened} asks={allQuestions(asked).map(({ field }) => field.id)} />
		<SavedAt frame={frame} asked={asked} justSaved={justSaved} />
		<ActForm
			frame={frame}
			asked={asked}
			asks={asksOnPage(asked)}
			send={sendText(asked)}
			form={form}
		>
			<Questions asked={asked} questions={asked.questions} form={form} />
			<Endings asked={asked} form={form} />
		</ActForm>
		<MoveLinks
			opened={asked.opened}
			title={say`You can instead`}
			moves={movesInstead(asked.opened, step)}
		/>
	</ActLayout>
);
