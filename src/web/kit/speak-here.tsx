import { isLanguage, type Language } from "../../domain/language.ts";
import { speakingNow } from "../../language/speaking.ts";
import type { Html } from "./html.ts";

/** What each language calls itself: the same in both. */
export const ownNames: Record<Language, string> = { en: "English", cy: "Cymraeg" };

export const otherLanguage = (): Language => (speakingNow().language === "cy" ? "en" : "cy");

/** The name of the button below. */
const asksToSpeak = "_speak";

/**
 * Asks for the page of a form again in the other language, as typed. It is the last button of the form, so that Enter presses
 * another; where scripts run it is not seen, for there the one in the head of the page presses it.
 */
export const SpeakHere = (): Html => (
	<p class="govuk-body concord-speak-here">
		<button
			type="submit"
			name={asksToSpeak}
			value={otherLanguage()}
			lang={otherLanguage()}
			class="concord-link-button"
		>
			{ownNames[otherLanguage()]}
		</button>
	</p>
);

/** The language in which a form is asked for again, where nothing else is asked. */
export function askedToSpeak(body: unknown): Language | undefined {
	const asked = (body as Record<string, unknown> | null | undefined)?.[asksToSpeak];
	return isLanguage(asked) ? asked : undefined;
}
