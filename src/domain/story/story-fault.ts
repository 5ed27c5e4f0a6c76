import type { StoryAct } from "./story.ts";

/** An act of a story that cannot be played: which, why, and who or what could. */
export class StoryFault extends Error {
	/** Place of the act in its story; 0 is the first. */
	readonly index: number;
	/** The act as its writer put it: `“respond” at 2026-02-03 10:00 by receiving manager`. */
	readonly does: string;
	readonly wrong: string;
	readonly mend: string;

	constructor(index: number, act: StoryAct, wrong: string, mend: string) {
		const whose = act.by ? ` by ${act.by}` : "";
		const does = `“${act.do}” at ${act.at}${whose}`;
		super(`Act ${index + 1}, ${does}: ${sentence(wrong)} ${sentence(mend)}`);
		this.name = "StoryFault";
		this.index = index;
		this.does = does;
		this.wrong = wrong;
		this.mend = mend;
	}
}

const sentence = (said: string) => (/[.?!]$/.test(said) ? said : `${said}.`);
