import { govukTag } from "./govuk.ts";
import type { Html } from "./html.ts";
import { say } from "./say.tsx";

/** How much a status asks of whoever reads it; the words say what it is. */
export type Tone = "quiet" | "running" | "act" | "late" | "good";

const colours: Record<Tone, string> = {
	quiet: "govuk-tag--grey",
	running: "govuk-tag--blue",
	act: "govuk-tag--yellow",
	late: "govuk-tag--red",
	good: "govuk-tag--green",
};

/** A status in one or two words. */
export const StatusTag = ({ text, tone = "quiet" }: { text: string; tone?: Tone }): Html =>
	govukTag({ text, classes: colours[tone] });

/** Said of a child who is not safe, wherever a difference is named: first in words, never by a colour alone. */
export const NotSafeTag = (): Html => <StatusTag text={say`Not safe now`} tone="late" />;

/** A small mark beside a name, such as "You" or "Form". */
export const Badge = ({ text }: { text: string }): Html => <span class="moj-badge">{text}</span>;
