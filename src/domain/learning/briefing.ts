import type { Language } from "../language.ts";
import { type Block, heading, type Paper, paragraph, paragraphsOf } from "../paper.ts";
import { headOf, reportingOffice, type Viewer } from "../people/viewer.ts";
import { Refusal } from "../refusal.ts";
import { type Said, type SpokenTo, said, saidAny, sayItTo, sayTo } from "../said.ts";
import { likeness } from "../typed-text.ts";
import { type Lesson, learningSubgroup, mayRecordLessons } from "./lesson.ts";

/** The sections of a briefing, in the order in which a team reads them. */
export const briefingSections = {
	happened: said`What happened`,
	matters: said`Why it matters`,
	learned: said`What we learned`,
	differently: said`What to do differently`,
	questions: said`Questions for your team`,
	more: said`Where to find more`,
} as const;
export type SectionName = keyof typeof briefingSections;
export const sectionNames = Object.keys(briefingSections) as SectionName[];

/** Each line of these is a point of its own. */
export const inPoints: readonly SectionName[] = ["differently", "questions"];

export type BriefingText = { title: string; sections: Record<SectionName, string> };

/** A page that a team reads in seven minutes, made from one or several lessons. */
export type Briefing = BriefingText & {
	id: string;
	state: "draft" | "approved" | "withdrawn";
	revision: number;
	/** Everybody who wrote in it. */
	writers: string[];
	/** ISO instants. */
	writtenAt: string;
	approvedAt: string | null;
	approvedBy: string | null;
	lessons: string[];
};

/** How many words somebody reads aloud with time to talk: seven minutes, and a page. */
export const mostWords = 600;

export const wordsIn = ({ title, sections }: BriefingText): number =>
	[title, ...Object.values(sections)].join(" ").split(/\s+/u).filter(Boolean).length;

/**
 * A first text of a briefing, from what the lessons say already. What nobody has said yet is left to whoever writes it.
 *
 * @param themes of the lessons in the protocol's words, each once
 * @param actions what was agreed of them
 * @param spoken how whoever writes it is spoken to: what Concord suggests stands in their language
 */
export function draftFrom(
	lessons: readonly Pick<Lesson, "happened" | "shouldDiffer">[],
	themes: readonly string[],
	actions: readonly { what: string }[],
	spoken: SpokenTo = {},
): BriefingText {
	const say = sayTo(spoken);
	const lines = (texts: readonly string[]) => [...new Set(texts)].join("\n");
	return {
		title: themes.join("; ").slice(0, 150),
		sections: {
			happened: lines(lessons.map(({ happened }) => happened)),
			matters: "",
			learned: lines(lessons.map(({ shouldDiffer }) => shouldDiffer)),
			differently: lines(actions.map(({ what }) => what)),
			questions: [
				say`Could this have happened here?`,
				say`What would have helped us to notice sooner?`,
				say`What will each of us do differently from tomorrow?`,
			].join("\n"),
			more: say`The protocol is in Concord, under “How this works”. Your safeguarding lead or the Business Unit can tell you more.`,
		},
	};
}

/** The sections in which nothing is written yet. */
export const emptySections = ({ sections }: Pick<Briefing, "sections">): Said[] =>
	sectionNames.filter((name) => sections[name].trim() === "").map((name) => briefingSections[name]);

type Writer = Pick<Viewer, "id" | "offices">;

export const mayWriteBriefings = mayRecordLessons;

/** Those who may approve a briefing that they did not write. */
const approvers = [reportingOffice, headOf(reportingOffice), learningSubgroup];

export const mayReadDrafts = ({ offices }: Pick<Viewer, "offices">): boolean =>
	approvers.some((office) => offices.includes(office));

/** Whether somebody may approve it now: a draft, of which they wrote no word. */
export const mayApprove = ({ state, writers }: Briefing, by: Writer): boolean =>
	state === "draft" && mayReadDrafts(by) && !writers.includes(by.id);

/** @throws Refusal 'not-yours' | 'not-a-draft' | 'changed-meanwhile' */
export function checkMayWrite({ state, revision }: Briefing, by: Writer, read: number): void {
	if (!mayWriteBriefings(by))
		throw new Refusal("not-yours", "The Business Unit writes the briefings.");
	if (state !== "draft")
		throw new Refusal("not-a-draft", "This briefing has been approved. It stays as it is.");
	checkIsTheOneRead(revision, read);
}

/**
 * A second person approves a briefing, having read just this text of it.
 *
 * @throws Refusal 'not-yours' | 'not-a-draft' | 'not-your-own' | 'changed-meanwhile' | 'wrong-answers'
 */
export function checkMayApprove(briefing: Briefing, by: Writer, read: number): void {
	if (!mayReadDrafts(by))
		throw new Refusal(
			"not-yours",
			"The Business Unit, its head or the subgroup approves briefings.",
		);
	if (briefing.state !== "draft")
		throw new Refusal("not-a-draft", "This briefing does not wait for approval any more.");
	if (briefing.writers.includes(by.id))
		throw new Refusal("not-your-own", "You wrote in this briefing. Somebody else approves it.");
	checkIsTheOneRead(briefing.revision, read);
	const empty = emptySections(briefing);
	if (empty.length > 0) throw new Refusal("wrong-answers", sayEmpty(empty));
}

/** "Nothing is written yet under “Why it matters”." */
export const sayEmpty = (sections: readonly Said[]): Said =>
	said`Nothing is written yet under ${saidAny(sections.map((title) => said`“${title}”`))}.`;

function checkIsTheOneRead(revision: number, read: number): void {
	if (revision !== read)
		throw new Refusal(
			"changed-meanwhile",
			"Somebody has changed this briefing since you opened it. Read it again.",
		);
}

/** Those in which every word that is looked for stands, whatever its capitals and accents. */
export function briefingsWith<One extends BriefingText>(all: readonly One[], typed: string): One[] {
	const wanted = typed.split(/\s+/u).map(likeness).filter(Boolean);
	return all.filter(({ title, sections }) => {
		const text = likeness([title, ...Object.values(sections)].join(" "));
		return wanted.every((word) => text.includes(word));
	});
}

/**
 * A briefing on paper, as one page: its headings in the language of whoever takes it away, its words as they were written.
 *
 * @param day ISO day on which it was approved, or last written
 */
export const briefingOnPaper = (
	{ title, sections, state }: Pick<Briefing, "title" | "sections" | "state">,
	partnership: string,
	day: string,
	reader: SpokenTo & { language?: Language } = {},
): Paper => {
	const say = sayTo(reader);
	return {
		title,
		from: partnership,
		day,
		...(reader.language && { language: reader.language }),
		look: "briefing",
		head: [partnership, say`Seven-minute briefing`],
		foot: [state === "draft" ? say`Draft, not yet approved` : say`Anonymised`],
		blocks: [
			heading(1, title),
			...sectionNames.flatMap((name): Block[] => {
				const written = paragraphsOf(sections[name]);
				if (!written) return [];
				return [
					heading(2, sayItTo(reader, briefingSections[name])),
					...(inPoints.includes(name)
						? [{ is: "list" as const, items: written }]
						: written.map((text) => paragraph(text))),
				];
			}),
		],
	};
};
