import type { StepKind } from "../../../domain/protocol/file/file.ts";
import { stageTitle } from "../../../domain/protocol/protocol.ts";
import type { FormState } from "../../kit/form.ts";
import type { Child, Html } from "../../kit/html.ts";
import type { PageFrame } from "../../kit/page-frame.ts";
import { say } from "../../kit/say.tsx";
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
	if ("step" in act && act.step.kind === "reply") return say`Send your reply`;
	if (endings.length === 1 && endings[0]) return endings[0].say;
	return "step" in act ? deeds()[act.step.kind] : "move" in act ? act.move.title : say`Record it`;
};

/** The deed of each kind of step that can end in several ways. */
const deeds = (): Record<StepKind, string> => ({
	discussion: say`Record the talk`,
	form: say`Send your part of the form`,
	"sign-off": say`Send your answer`,
	forward: say`Send it on`,
	reply: say`Send your reply`,
	judgement: say`Record what you say`,
	decision: say`Record the decision`,
	"follow-up": say`Record the follow-up`,
	referral: say`Record what came back`,
	note: say`Save the note`,
	meeting: say`Record the meeting`,
	letter: say`Record the letter`,
	notice: say`Record it`,
	choice: say`Record the choice`,
	task: say`Record it`,
});
