import { headOf, officesRead, reportingOffice, type Viewer } from "../people/viewer.ts";
import { Refusal } from "../refusal.ts";
import { inEnglish, type Said, said } from "../said.ts";
import type { Learned } from "./learned.ts";
import {
	type Finding,
	type Known,
	keyOfFinding,
	namesInText,
	namesSomebody,
} from "./names-in-text.ts";
import type { Period } from "./period.ts";
import type { Audience, Published } from "./published.ts";
import type { ReportFigures, SectionId } from "./report.ts";

/** The office to which a report is presented, and that of whoever chairs it, who records what it decides. */
export const subgroupOffice = "performance-subgroup";
export const subgroupChairOffice = "performance-subgroup-chair";

type Offices = Pick<Viewer, "offices">;

/** Whoever makes reports, or heads those who do, sees drafts too. */
export const readsDrafts = (viewer: Offices): boolean =>
	officesRead(viewer).includes(reportingOffice);
export const makesReports = ({ offices }: Offices): boolean => offices.includes(reportingOffice);
/** Whoever sees presented reports alone, with small numbers hidden. */
export const isOfSubgroup = ({ offices }: Offices): boolean =>
	offices.includes(subgroupOffice) || offices.includes(subgroupChairOffice);
export const readsReports = (viewer: Offices): boolean =>
	readsDrafts(viewer) || isOfSubgroup(viewer);
export const decidesOnReports = ({ offices }: Offices): boolean =>
	offices.includes(subgroupChairOffice);

/** Whether somebody is told of a decision. */
export const hearsOfDecision = ({ offices }: Offices): boolean =>
	offices.includes(reportingOffice) || offices.includes(headOf(reportingOffice));

/** What is written in a report, by the name of its part, as it was typed. */
export type Written = Readonly<Record<string, string>>;

/** A place in a report where words are written. */
export type Part = {
	name: string;
	title: string;
	/** How the title is said where it is the report's own; else it is the protocol's. */
	said?: Said;
	hint: string;
	/** The section of figures that it stands beside; undefined after all of them. */
	section?: SectionId;
	/** Extracts of what people wrote: in them a small agency's name tells whom it is about. */
	isExtract?: true;
};

/** The longest text of one part, in characters. */
export const longestPart = 20_000;

/** What is to be written, in the order of the report: a part for each section and each theme, and what goes for all. */
export function partsOf({ sections }: ReportFigures): Part[] {
	const titled = (title: Said) => ({ title: inEnglish(title), said: title });
	const themes = sections
		.flatMap(({ tables }) => tables)
		.find(({ id }) => id === themesTable)
		?.rows.filter(({ isTotal }) => !isTotal);
	return [
		...sections.map(
			({ id, title, said: its }): Part => ({
				name: id,
				title,
				...(its && { said: its }),
				hint: inEnglish(said`What these figures say, and what they do not.`),
				section: id,
			}),
		),
		...(themes ?? []).flatMap(({ key, label }): Part[] => [
			{
				name: `theme.${key}`,
				title: label,
				hint: inEnglish(said`What was said about it, and what was learned.`),
			},
			{
				name: `extract.${key}`,
				...titled(said`${label}: extracts`),
				hint: inEnglish(
					said`Words that people wrote, without anything that tells whom they are about.`,
				),
				isExtract: true,
			},
		]),
		// Before anybody has answered, no figures say it: the words still can.
		...(sections.some(({ id }) => id === "changed")
			? []
			: [
					{
						name: "changed",
						...titled(said`What changed for children`),
						hint: inEnglish(said`What is different for children because somebody spoke up.`),
					},
				]),
		{
			name: "learned",
			...titled(learnedTitle),
			hint: inEnglish(
				said`What the lessons have in common, and what is still to be done about them.`,
			),
		},
		{
			name: "recommendations",
			...titled(said`Recommendations`),
			hint: inEnglish(said`What the subgroup is asked to decide.`),
		},
	];
}
const themesTable = "raised-themes";
export const learnedTitle = said`What was learned`;

/** The name of the theme that a part is about; undefined for others. */
export const themeOf = ({ name }: Pick<Part, "name">): string | undefined =>
	/^(?:theme|extract)\.(.+)$/.exec(name)?.[1];

/** The figures of a report as they were counted at one time. */
export type KeptFigures = {
	/** Whole, for the office. */
	figures: ReportFigures;
	/** As everybody else has them, with counts from 1 to one less than `threshold` hidden. */
	shown: Published;
	threshold: number;
};

/** A report as it was presented. */
export type PresentedContent = KeptFigures & {
	period: Period;
	protocol: { id: string; title: string; to: string };
	parts: Part[];
	written: Written;
	/** What the report before this one asked for, and what came of it until this one was presented. */
	earlier: Learned["earlier"];
	/** What was learned, for each of those who read it; not in reports that were presented before Concord told it. */
	learned?: Record<Audience, Learned>;
	/** What was pointed out in the words and may stay, with the reason. */
	confirmed: { part: string; text: string; reason: string }[];
};

/** Something in the words of a report that may tell whom it is about. */
export type PointedOut = Finding & { part: Part; key: string };

/**
 * What in the words may tell whom they are about, each once in each part.
 *
 * @param agencies names that are pointed out in extracts only: elsewhere a report speaks of agencies
 */
export function pointedOutIn(written: Written, parts: readonly Part[], known: Known): PointedOut[] {
	return parts.flatMap((part) =>
		namesInText(written[part.name] ?? "", known)
			.filter(({ kind }) => kind !== "place" || part.isExtract)
			.map((finding) => ({ ...finding, part, key: keyOfPointedOut(part, finding) })),
	);
}

/** By letters, numbers, dots and dashes alone, so that a form can name it. */
const keyOfPointedOut = (part: Part, finding: Finding): string =>
	`${part.name}.${[...keyOfFinding(finding)]
		.map((letter) =>
			/[a-z0-9]/.test(letter) ? letter : `.${letter.codePointAt(0)?.toString(16)}.`,
		)
		.join("")
		.slice(0, 80)}`;

/**
 * What was pointed out, each with the reason for which it may stay.
 *
 * @param reasons by the key of each
 * @throws Refusal 'names-in-it' where one has none
 */
export function confirmedAll(
	pointedOut: readonly PointedOut[],
	reasons: Readonly<Record<string, string>>,
): PresentedContent["confirmed"] {
	return pointedOut.map(({ part, text, key }) => {
		const reason = reasons[key]?.trim() ?? "";
		if (reason === "")
			throw new Refusal(
				"names-in-it",
				said`Take “${text}” out of “${part.said ?? part.title}”, or say why it may stay.`,
			);
		return { part: part.name, text, reason };
	});
}

/**
 * What an action, or what came of it, must not say: whom it is about. Colleagues and agencies are named there.
 *
 * @throws Refusal 'names-in-it'
 */
export function checkTellsNobody(text: string, known: Known): void {
	const found = namesInText(text, known).find(namesSomebody);
	if (found)
		throw new Refusal(
			"names-in-it",
			said`“${found.text}” may tell whom this is about. Say it without names, dates of birth and numbers.`,
		);
}
