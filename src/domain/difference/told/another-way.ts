import { type Protocol, stepOf } from "../../protocol/protocol.ts";
import { sayTo } from "../../said.ts";
import type { AnotherWay } from "../who/may-put-right.ts";
import { type Names, saySide, sayTask } from "./words.ts";

/** What to do about an answer that is not put right beside itself, in sentences. */
export function sayAnotherWay(protocol: Protocol, names: Names, way: AnotherWay): string {
	const { child } = protocol.words;
	const say = sayTo(names);
	switch (way.is) {
		case "safety":
			return say`Say whether the ${child} is safe as it is now. Each time that somebody says so is kept with its own date.`;
		case "way-on":
			return say`What came next went by this answer, so it stays. Add a note that says what is right, and ask whoever has the next step to go by that.`;
		case "raised-at":
			return say`Time limits are counted from it, so it stays. Add a note that says what is right. Whoever is held to a time limit can ask for more time.`;
		case "step-owed":
			return say`Whoever it names is asked to ${sayTask(protocol, names, stepOf(protocol, way.step))}. Pass that on to the right person.`;
		case "agency-told":
			return say`${saySide(protocol, names, way.side)} has heard of it already. Recall it from there first, then choose the right agency here.`;
	}
}
