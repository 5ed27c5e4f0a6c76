import { paths } from "../addresses.ts";
import { govukButton } from "./govuk.ts";
import type { Html } from "./html.ts";
import type { PageFrame } from "./page-frame.ts";
import { saidByScripts } from "./said-by-scripts.ts";
import { say } from "./say.tsx";

/**
 * Shown by the script before somebody is signed out; without one it stays shut.
 *
 * @param byLink whoever has no account: they open their link again
 */
export const SessionDialog = ({
	until,
	idleMinutes,
	byLink = false,
}: NonNullable<PageFrame["session"]> & { byLink?: boolean | undefined }): Html => (
	<dialog
		class="concord-dialog"
		aria-labelledby="session-title"
		data-module="concord-session"
		data-until={until}
		data-idle-minutes={String(idleMinutes)}
		data-stay={paths.staySignedIn}
		data-sign-in={paths.signIn}
		data-words={saidByScripts(
			"You have been signed out. What you wrote still stands on this page.",
			"Back to the page",
			"You have been signed in for long. At {1} you are signed out. What you are writing is saved as a draft where the page says so.",
			"You have not asked for anything for a while. At {1} you are signed out.",
			"Continue",
			"Stay signed in",
		)}
	>
		<h2 class="govuk-heading-m" id="session-title">{say`Are you still there?`}</h2>
		<p class="govuk-body" data-session-text />
		<p class="govuk-body" data-session-again hidden>
			{byLink
				? say`Open the link in your email again, then come back to this page and send it.`
				: say`${(
						<a
							class="govuk-link"
							href={paths.signIn}
							target="_blank"
							rel="noopener"
						>{say`Sign in again (opens in a new tab)`}</a>
					)}, then come back to this page and send it.`}
		</p>
		{govukButton({
			text: say`Stay signed in`,
			type: "button",
			attributes: { "data-session-stay": "" },
		})}
	</dialog>
);
