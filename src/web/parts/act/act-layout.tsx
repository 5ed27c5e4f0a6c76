import type { StepKind } from "../../../domain/protocol/file/file.ts";
import { stageTitle } from "../../../domain/protocol/protocol.ts";
import type { FormState } from "../../kit/form.ts";
import type { Child, Html } from "../../kit/html.ts";
import type { PageFrame } from "../../kit/page-frame.ts";
import { DifferenceLayout } from "../difference/difference-layout.tsx";
import { type AskedAct, allQuestions, endingInput } from "./asked-act.ts";

/** What every page of a step or a move is given. */
export type ActPage = {
	frame: PageFrame;
	asked: AskedAct;
	form: FormState;
	justSaved?: boolean;
	/** Before the heading: what was just done. */
	notice?: Child;
};

/** What is around every page of a step or a move: which difference, which stage, whom to ring. */
export const ActLayout = ({
	frame,
	asked: { opened, act },
	title,
	errors,
	back,
	notice,
	children,
}: Pick<ActPage, "frame" | "asked" | "notice"> & {
	title: string;
	errors?: FormState["errors"] | undefined;
	back?: { href: string; text?: string } | undefined;
	children: Child;
}): Html => (
	<DifferenceLayout
		frame={frame}
		opened={opened}
		title={title}
		caption={"step" in act ? stageTitle(opened.protocol, act.step.stage) : undefined}
		errors={errors}
		back={back}
		notice={notice}
	>
		{children}
	</DifferenceLayout>
);

/** The names of everything asked on a page that asks everything. */
export const asksOnPage = (asked: AskedAct): { name: string }[] => [
	...allQuestions(asked),
	...(asked.endings.length > 1 ? [{ name: endingInput }] : []),
];

/** What the button does. The only way to end is the button; of several, one is chosen above it. */
export const sendText = ({ endings, act }: Pick<AskedAct, "endings" | "act">): string => {
	if ("step" in act && act.step.kind === "reply") return "Send your reply";
	if (endings.length === 1 && endings[0]) return endings[0].say;
	return "step" in act ? deeds[act.step.kind] : "move" in act ? act.move.title : "Record it";
};

/** The deed of each kind of step that can end in several ways. */
const deeds: Record<StepKind, string> = {
	discussion: "Record the talk",
	form: "Send your part of the form",
	"sign-off": "Send your answer",
	forward: "Send it on",
	reply: "Send your reply",
	judgement: "Record what you say",
	decision: "Record the decision",
	"follow-up": "Record the follow-up",
	referral: "Record what came back",
	note: "Save the note",
	meeting: "Record the meeting",
	letter: "Record the letter",
	notice: "Record it",
	choice: "Record the choice",
	task: "Record it",
};
