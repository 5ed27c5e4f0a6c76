import { govukButton, secondaryButton } from "../kit/govuk.ts";
import type { Child, Html } from "../kit/html.ts";
import type { PageFrame } from "../kit/page-frame.ts";
import { PostForm } from "../kit/post-form.tsx";
import { saidByScripts } from "../kit/said-by-scripts.ts";

/**
 * A form that a passkey answers: the script asks the server what is to be signed, the device for its answer, and sends the
 * form. Without a script, or in a browser that knows no passkeys, it is not shown.
 */
export const PasskeyForm = ({
	frame,
	does,
	asks,
	action,
	button,
	isMain = false,
	children,
}: {
	frame: PageFrame;
	/** Whether the device makes a passkey, or shows one that it has. */
	does: "create" | "get";
	/** The address at which the script asks what is to be signed. */
	asks: string;
	/** Where the answer goes. */
	action: string;
	button: string;
	isMain?: boolean;
	/** What else is asked. */
	children?: Child;
}): Html => (
	<div
		hidden
		data-module="concord-passkey"
		data-does={does}
		data-asks={asks}
		data-words={saidByScripts(
			"You did not finish, or it took too long. Try again.",
			"This device has a passkey for Concord already.",
			"You did not finish. Try again.",
			"There were too many tries. Wait a quarter of an hour, then try again.",
			"This did not work. Try again, or use another way.",
		)}
	>
		<PostForm frame={frame} action={action}>
			<input type="hidden" name="answer" value="" />
			{children}
			<p class="govuk-error-message" role="alert" data-passkey-problem />
			{isMain ? govukButton({ text: button }) : secondaryButton({ text: button })}
		</PostForm>
	</div>
);

/** As long as any answer of an authenticator is, in characters. */
export const longestAnswer = 20_000;
