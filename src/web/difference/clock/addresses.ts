import type { WayToChange } from "../../../domain/difference/who/may-act.ts";
import { differencePath } from "../addresses.ts";

/** @param clock as the protocol names it: that of its step, such as `formal-resolution.respond`, or its own */
export const changeClockPath = (id: string, clock: string, how: WayToChange): string =>
	`${differencePath(id)}/clocks/${clock}/${how}`;

/** What each change is called, on its link and on its page. */
export const changeTitles: Record<WayToChange, string> = {
	extend: "Give more time",
	"bring-forward": "Ask for it sooner",
	pause: "Let the time stand still",
	resume: "Let the time run on",
};
