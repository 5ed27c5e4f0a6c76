import type { Fault } from "../../../domain/protocol/file/faults.ts";
import { londonTime } from "../../../domain/time.ts";
import { protocolPaths } from "../../addresses.ts";
import { govukButton } from "../../kit/govuk/button.tsx";
import { govukTextarea, secondaryButton } from "../../kit/govuk.ts";
import type { Child, Html } from "../../kit/html.ts";
import type { PageFrame } from "../../kit/page-frame.ts";
import { EnterPresses, PostForm } from "../../kit/post-form.tsx";
import { saidByScripts } from "../../kit/said-by-scripts.ts";
import { say, sayMoment } from "../../kit/say.tsx";
import { Faults } from "./faults.tsx";

/**
 * The text of a protocol, to be typed, pasted or taken from a file: with numbered lines, and checked as it is typed
 * where scripts run.
 *
 * @param faults undefined before anybody asked
 */
const Editor = ({
	text,
	faults,
	warnings,
}: {
	text: string;
	faults: readonly Fault[] | undefined;
	warnings: readonly Fault[] | undefined;
}): Html => (
	<div
		data-module="concord-editor"
		data-check={protocolPaths.check}
		data-words={saidByScripts(
			"No faults",
			"1 fault below the text",
			"{1} faults below the text",
			"The text could not be checked just now. It is still on this page.",
			"That file is too large to be a protocol. Nothing was changed.",
			"That file is no text in UTF-8, as one that ends in .yaml is. Nothing was changed.",
		)}
	>
		<div class="govuk-form-group concord-editor__file" hidden>
			<label class="govuk-label" for="file">{say`Take the text from a file`}</label>
			<div
				class="govuk-hint"
				id="file-hint"
			>{say`It replaces the text below. The version changes only when you save it.`}</div>
			<input type="file" id="file" accept=".yaml,.yml,.txt,text/*" aria-describedby="file-hint" />
		</div>
		{govukTextarea({
			id: "text",
			name: "text",
			label: { text: say`The text of the protocol`, classes: "govuk-label--s" },
			value: text,
			rows: 28,
			classes: "concord-editor__text",
			spellcheck: false,
			attributes: { autocapitalize: "off" },
		})}
		<p class="govuk-body" data-check-status aria-live="polite" />
		<div id="faults" data-faults>
			{faults && <Faults faults={faults} warnings={warnings} text={text} />}
		</div>
	</div>
);

/** The buttons of an editor, by what they ask for. */
export const buttons = { save: "send", check: "check", keep: "later", discard: "discard" } as const;

/** An editor with its buttons, kept as it is typed. */
export const EditorForm = ({
	frame,
	keepAt,
	text,
	faults,
	warnings,
	save,
	overwrites = false,
	mayDiscard = false,
	children,
}: {
	frame: PageFrame;
	/** The address that takes the text as it is typed. */
	keepAt: string;
	text: string;
	faults: readonly Fault[] | undefined;
	warnings?: readonly Fault[] | undefined;
	/** What the main button says, and what the Enter key does. */
	save: { button: string; enter: string };
	/** Whether it takes the place of what somebody else saved meanwhile. */
	overwrites?: boolean;
	mayDiscard?: boolean;
	/** What goes with the text. */
	children: Child;
}): Html => (
	<PostForm frame={frame} autosave={keepAt}>
		<EnterPresses name="_do" value={buttons.save} text={save.enter} />
		{children}
		<Editor text={text} faults={faults} warnings={warnings} />
		<div class="govuk-button-group">
			{govukButton({
				text: save.button,
				name: "_do",
				value: buttons.save,
				preventDoubleClick: true,
				...(overwrites && { classes: "govuk-button--warning" }),
			})}
			<OtherButton text={say`Check it`} value={buttons.check} />
			<OtherButton text={say`Keep my text and come back later`} value={buttons.keep} />
			{mayDiscard && <OtherButton text={say`Throw my text away`} value={buttons.discard} />}
		</div>
	</PostForm>
);

const OtherButton = ({ text, value }: { text: string; value: string }): Html =>
	secondaryButton({ text, name: "_do", value });

/** That a text is the reader’s own, and since when. */
export const keptSince = (savedAt: string): string =>
	say`This is your own draft, kept ${sayMoment(londonTime(savedAt))}. Nobody else can see it before you save it.`;
