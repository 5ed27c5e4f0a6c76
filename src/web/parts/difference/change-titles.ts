import type { WayToChange } from "../../../domain/difference/who/may-act.ts";
import { say } from "../../kit/say.tsx";

/** What each change of a date is called, on its link and on its page. */
export const changeTitles = (): Record<WayToChange, string> => ({
	extend: say`Give more time`,
	"bring-forward": say`Ask for it sooner`,
	pause: say`Let the time stand still`,
	resume: say`Let the time run on`,
});
