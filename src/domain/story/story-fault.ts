import type { StoryAct } from "./story.ts";

/** An act of a story that cannot be played: which, why, and who or what could. */
export class StoryFault extends Error {
	/** Place of the act in its story; 0 is the first. */
	readonly index: number;
	readonly #act: StoryAct;
	/** The act as its writer put it: `“respond” at 2026-02-03 10:00 by receiving manager`. */
	readonly does: string;
	readonly wrong: string;
	readonly fix: string;

	constructor(index: number, act: StoryAct, wrong: string, fix: string) {
		const whose = act.by ? ` by ${act.by}` : "";
		const does = `“${act.do}” at ${act.at}${whose}`;
		super(`Act ${index + 1}, ${does}: ${sentence(wrong)} ${sentence(fix)}`);
		this.name = "StoryFault";
		this.index = index;
		this.#act = act;
		this.does = does;
		this.wrong = wrong;
		this.fix = fix;
	}

	/** The same fault of a story that stands after so many acts. */
	after(acts: number): StoryFault {
		return new StoryFault(this.index + acts, this.#act, this.wrong, this.fix);
	}
}

const sentence = (said: string) => (/[.?!]$/.test(said) ? said : `${said}.`);
