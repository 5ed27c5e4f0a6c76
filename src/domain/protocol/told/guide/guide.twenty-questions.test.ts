import { expect, test } from "vitest";
import { somerset } from "../../../../../protocols/somerset.fixture.ts";
import { guideAsText } from "../../../../documents/guide-text.ts";
import { guideOf } from "./guide.ts";

/** Each section of the guide by its heading, as one line: who has only the guide looks there. */
const sections = new Map<string, string>();
const lines = guideAsText(guideOf(somerset.protocol)).split("\n");
let heading = "";
for (const [at, text] of lines.entries()) {
	const next = lines[at + 1] ?? "";
	if (/^[=.-]{3,}$/.test(next) && text.length === next.length) heading = text;
	else sections.set(heading, `${sections.get(heading) ?? ""} ${text.trim()}`);
}
const under = (title: string): string => (sections.get(title) ?? "").replaceAll(/\s+/g, " ");

test.each<[asks: string, question: string, section: string, answers: string[]]>([
	[
		"a teacher",
		"A child may be harmed tonight. Whom do I ring?",
		"Resolving professional differences",
		["A child is in immediate danger: ring the police, 999.", "0300 123 2224"],
	],
	[
		"a teacher",
		"A social worker was rude to me. Is this for that?",
		"What it is not for",
		["how one person behaved: Use that organisation’s own complaints procedure."],
	],
	[
		"a health visitor",
		"What do I do first, and is there a form?",
		"Stage 1: Early resolution",
		[
			"You talk to the other practitioner",
			"No form is used at this stage.",
			"written on the child’s record",
		],
	],
	[
		"a health visitor",
		"I could not reach them. What now?",
		"Talk to the other practitioner",
		[
			"I could not reach them: it goes on to my manager It asks besides: “When did you try to reach them?”, “How did you try, and what came of it?”, “Which manager or safeguarding lead in your agency takes it from here?” What happens next: Stage 2",
		],
	],
	[
		"a health visitor",
		"Will they read what I wrote about our talk?",
		"Talk to the other practitioner",
		["Who reads it: Agency A alone."],
	],
	[
		"a health visitor",
		"It cannot wait for my manager. May I go straight to the form?",
		"Go straight to formal resolution",
		[
			"Who: Agency A’s practitioner, manager or senior manager.",
			"You are asked: “Why is it right to go straight to formal resolution?”",
			"with its reason on the form",
			"What follows: Stage 3: Formal resolution, in place of what was owed.",
		],
	],
	[
		"a safeguarding lead in a school",
		"It says “manager”. Is that me?",
		"Talk to the other agency’s manager",
		["in health, education, early years and voluntary, community and faith, safeguarding lead"],
	],
	[
		"a safeguarding lead in a school",
		"They want to think about it. What do I enter, and what do they get?",
		"Talk to the other agency’s manager",
		[
			"They will reply by a day we agreed It asks besides: “The child or children”, “When did you talk?”, “Which manager or safeguarding lead did you talk to?”, “What was said?” (may be left blank), “By when will they reply?” What is sent: “The child or children”, “What do you disagree about?”, “What outcome do you want for the child?” and “By when will they reply?” to agency B",
		],
	],
	[
		"a safeguarding lead in a school",
		"The day passed and nobody replied. What can I do?",
		"Reply to the other agency’s manager",
		["When time runs out: Agency A’s manager or senior manager may then choose “No reply came”."],
	],
	[
		"a manager",
		"Who fills in part one, and what does it ask?",
		"Fill in part one of the form",
		[
			"Agency A’s practitioner. Offered first to whoever raised it.",
			"“What does this mean for the child now?”",
		],
	],
	[
		"a senior manager",
		"I wrote part one myself. May I sign it?",
		"Sign off part one",
		["Not by whoever did “Fill in part one of the form”."],
	],
	[
		"a senior manager",
		"It is not good enough to sign. What then?",
		"Sign off part one",
		[
			"It needs to change first",
			"What happens next: “Fill in part one of the form” (agency A’s practitioner)",
		],
	],
	[
		"the Business Unit",
		"By when must we send the form on, and counted from what?",
		"Send the form to agency B",
		[
			"By when: Within 2 working days of “Sign off part one” (“I sign it off: send it to the Business Unit”).",
		],
	],
	[
		"the Business Unit",
		"Does the day on which it comes in count? And bank holidays?",
		"How time is counted",
		[
			"The day on which it starts is not counted.",
			"leave out Saturdays, Sundays and the bank holidays of England and Wales",
		],
	],
	[
		"agency B’s senior manager",
		"By when must I answer, in what, and who reads it?",
		"Answer in part two of the form",
		[
			"Within 10 working days of “Send the form to agency B”.",
			"Part two: the response",
			"What is sent: “Resolving Professional Differences form” to agency A and the SSCP Business Unit",
		],
	],
	[
		"the Business Unit",
		"The 10 days have passed. What do we owe, and does it go up by itself?",
		"Answer in part two of the form",
		["“Follow up the late response” is then owed as well, by the SSCP Business Unit."],
	],
	[
		"the Business Unit",
		"May we give agency B more time?",
		"How time is counted",
		["The SSCP Business Unit may give more time, with a reason."],
	],
	[
		"the Business Unit",
		"Agency A never says whether the response resolves it. What can we do?",
		"Close it",
		[
			"During Stage 3: Formal resolution or during Stage 4: Executive decision.",
			"The end: Closed by the Business Unit.",
		],
	],
	[
		"the Executive",
		"Who asks us, when, and what are we sent?",
		"Say whether the Executive should decide",
		[
			"Agency A’s senior manager.",
			"Only in exceptional circumstances",
			"What is sent: “Resolving Professional Differences form”, “What are the exceptional circumstances?” and “What is still not resolved?” to the SSCP Executive",
		],
	],
	[
		"the Executive",
		"May I decide if I had a part, and can it be appealed?",
		"Decide",
		["Not by anybody who had a part before.", "What is decided is final."],
	],
])("%s: %s", (_, _question, section, answers) => {
	for (const answer of answers) expect(under(section)).toContain(answer);
});
