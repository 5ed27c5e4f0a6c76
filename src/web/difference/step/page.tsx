import { withAgencyNames } from "../../../domain/difference/told/words.ts";
import { type Step, stageTitle } from "../../../domain/protocol/protocol.ts";
import type { FormState } from "../../kit/form.ts";
import type { Child, Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { Identity } from "../../parts/identity.tsx";
import { safetyOf } from "../../parts/safety-of.ts";
import { differencePath } from "../addresses.ts";
import { LetterOnPage } from "../letter/letter.tsx";
import type { LetterFilledIn } from "../letter/letter-of.ts";
import { ActForm, Endings, Questions, SavedAt } from "./act-form.tsx";
import { type AskedAct, allQuestions } from "./asked-act.ts";
import { CameBack } from "./came-back.tsx";
import { Partner } from "./partner.tsx";
import { ToReadFirst } from "./to-read-first.tsx";
import { WhenDue } from "./when-due.tsx";
import { WhoMustBeThere } from "./who-must-be-there.tsx";

/** What every page of a step or a move is given. */
export type ActPage = {
	frame: PageFrame;
	asked: AskedAct;
	form: FormState;
	justSaved?: boolean;
};

/** What is around every page of a step or a move: which difference, which stage, whom to ring. */
export const ActLayout = ({
	frame,
	asked: { opened, act },
	title,
	errors,
	back,
	children,
}: Pick<ActPage, "frame" | "asked"> & {
	title: string;
	errors?: FormState["errors"] | undefined;
	back?: { href: string; text?: string };
	children: Child;
}): Html => (
	<Layout
		frame={frame}
		title={title}
		caption={"step" in act ? stageTitle(opened.protocol, act.step.stage) : undefined}
		back={back ?? { href: differencePath(opened.header.id) }}
		safety={safetyOf(opened.protocol)}
		above={<Identity opened={opened} />}
		errors={errors}
	>
		{children}
	</Layout>
);

/** What to do, with whom and by when. */
export const AboutStep = ({
	asked: { opened },
	step,
}: Pick<ActPage, "asked"> & { step: Step }): Html => (
	<>
		{step.says && <p class="govuk-body-l">{withAgencyNames(opened.protocol, opened, step.says)}</p>}
		<CameBack opened={opened} step={step} />
		<Partner opened={opened} step={step} />
		<WhenDue opened={opened} step={step} />
		<WhoMustBeThere opened={opened} step={step} />
	</>
);

/** A step on one page: what to do, what to read first, the questions, and how it ended. */
export const StepPage = ({
	frame,
	asked,
	step,
	form,
	letter,
	justSaved = false,
}: ActPage & {
	step: Step;
	/** What is written here, where it is a letter. */
	letter?: LetterFilledIn | undefined;
}): Html => (
	<ActLayout frame={frame} asked={asked} title={asked.title} errors={form.errors}>
		<AboutStep asked={asked} step={step} />
		<ToReadFirst opened={asked.opened} step={step} />
		{letter && <LetterOnPage id={asked.opened.header.id} letter={letter} />}
		<SavedAt asked={asked} justSaved={justSaved} />
		<ActForm frame={frame} asked={asked} asks={asksOnPage(asked)} send={sendText(asked)}>
			<Questions asked={asked} questions={asked.questions} form={form} />
			<Endings asked={asked} form={form} />
		</ActForm>
	</ActLayout>
);

/** The names of everything asked on a page that asks everything. */
export const asksOnPage = (asked: AskedAct): { name: string }[] => [
	...allQuestions(asked),
	...(asked.endings.length > 1 ? [{ name: "act.ending" }] : []),
];

/** The only way to end is the button; of several, one is chosen above it, and nothing is asked after it. */
export const sendText = ({ endings }: Pick<AskedAct, "endings">): string =>
	endings.length === 1 && endings[0] ? endings[0].say : "Confirm";
