import type { Child, Html } from "./html.ts";
import type { PageFrame } from "./page-frame.ts";
import { saidByScripts } from "./said-by-scripts.ts";
import { SpeakHere } from "./speak-here.tsx";

/**
 * A form that changes something. It carries the page's token, and is checked by us, not by
 * the browser, so that every answer comes as the same error summary.
 */
export const PostForm = ({
	frame,
	action,
	autosave,
	takesFiles = false,
	signsOut = false,
	speaks = false,
	children,
}: {
	frame: Pick<PageFrame, "csrfToken"> & Partial<PageFrame>;
	/** Where it goes; to the page's own address when left out. */
	action?: string | undefined;
	/** An address that takes the form as typed, again and again, while people write. */
	autosave?: string | undefined;
	/** Whether files can be sent with it. They come last in what a browser sends only if their input is the last. */
	takesFiles?: boolean;
	/** Whether it ends the session: the script saves what is being typed first. */
	signsOut?: boolean;
	/** Whether it asks for another language, on the same page. */
	speaks?: boolean;
	children: Child;
}): Html => {
	const isOfPage = !signsOut && !speaks;
	const isShownAgain = isOfPage && action === undefined && frame.showsFormAgain === true;
	if (isOfPage && !isShownAgain) frame.isWrittenOn = true;
	return (
		<form
			method="post"
			action={action}
			enctype={takesFiles ? "multipart/form-data" : undefined}
			novalidate
			data-autosave={autosave}
			data-words={
				autosave &&
				saidByScripts(
					"Draft saved at {1}",
					"Your draft could not be saved just now. It is still on this page.",
					"Sign out without saving",
				)
			}
			data-signs-out={signsOut || undefined}
			data-speaks={speaks || undefined}
		>
			<input type="hidden" name="_csrf" value={frame.csrfToken} />
			{children}
			{isShownAgain && frame.offersWelsh && <SpeakHere />}
			{autosave && <p class="concord-autosave" data-autosave-status aria-live="polite" />}
		</form>
	);
};

/** The Enter key presses the first button of a form: this one, and none that adds a row or throws something away. */
export const EnterPresses = ({
	text,
	name,
	value,
}: {
	/** What the button below says that does the same. */
	text: string;
	name?: string;
	value?: string;
}): Html => (
	// biome-ignore lint/a11y/noAriaHiddenOnFocusable: it is out of the tab order, and a copy of the button below
	<button
		type="submit"
		name={name}
		value={value}
		class="govuk-visually-hidden"
		tabindex={-1}
		aria-hidden="true"
	>
		{text}
	</button>
);
