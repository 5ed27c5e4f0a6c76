import type { WayToChange } from "../../../domain/difference/who/may-act.ts";

/** What each change of a date is called, on its link and on its page. */
export const changeTitles: Record<WayToChange, string> = {
	extend: "Give more time",
	"bring-forward": "Ask for it sooner",
	pause: "Let the time stand still",
	resume: "Let the time run on",
};
