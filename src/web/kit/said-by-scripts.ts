import { withoutMarks } from "../../language/marks.ts";
import { speakingNow } from "../../language/speaking.ts";
import { sayWhole } from "./say.tsx";

/**
 * What a script of the page may say, for its `data-words`: each sentence under its English, which is all that the script itself
 * knows (assets/words.js). Nothing on a page that is English.
 */
export const saidByScripts = (...sentences: string[]): string | undefined =>
	speakingNow().language === "en"
		? undefined
		: JSON.stringify(
				Object.fromEntries(sentences.map((english) => [english, withoutMarks(sayWhole(english))])),
			);
