/**
 * What each file of an evidence pack says, as papers: the page and the PDF of one are made of the same, so that neither can say
 * more than the other.
 */
import { inGroups } from "../../chain/signed.ts";
import { type Block, heading, type Paper, paragraph, type Table } from "../../domain/paper.ts";
import { londonTime } from "../../domain/time.ts";
import { sayText as say, sayCounted, sayDate, sayMoment } from "../../language/say.ts";
import { speakingNow } from "../../language/speaking.ts";
import { partOnPaper } from "../form.ts";
import type { EvidenceDifference, EvidenceLesson, EvidencePack } from "./evidence.ts";

/** What stands on every page of a pack. */
export const handling = (): string =>
	say`Official – sensitive: personal information. Share only with those who need it.`;

const dayOf = (instant: string): string => sayDate(londonTime(instant).toPlainDate().toString());
const momentOf = (instant: string): string => sayMoment(londonTime(instant));

const captioned = (caption: string, table: Table): Block[] => [
	paragraph(caption, "caption"),
	{ is: "table", ...table },
];

/** A paper of a pack. */
export const paperOf = (
	pack: Pick<EvidencePack, "partnership" | "madeOn" | "number">,
	title: string,
	blocks: Block[],
): Paper => ({
	title,
	from: pack.partnership,
	day: pack.madeOn,
	language: speakingNow().language,
	look: "form",
	head: [pack.partnership, title],
	foot: [handling(), say`Evidence pack ${pack.number}`],
	blocks: [heading(1, title), ...blocks],
});

/** A difference: where it stands, what was decided, what happened, the forms, dates, people and how it proves itself. */
export function differenceOnPaper(pack: EvidencePack, of: EvidenceDifference): Paper {
	return paperOf(pack, of.reference, [
		{ is: "warning", lines: [handling()] },
		{
			is: "answers",
			answers: [
				{ label: say`Between`, value: of.between },
				...(of.themes.length > 0 ? [{ label: say`About`, value: of.themes.join("; ") }] : []),
				{ label: say`Raised`, value: sayDate(of.raisedOn) },
				{ label: say`Where it stands`, value: of.stands },
				{ label: say`Protocol`, value: say`${of.title}, version ${of.version}` },
				{ label: say`As recorded until`, value: momentOf(of.asOf) },
				...(of.takenOut.length > 0
					? [
							{
								label: say`Not all of it is here`,
								value: say`Taken out for this reader, in part or as a whole: ${sayCounted(of.takenOut.length, "thing")}. Each is listed under “${headings().takenOut}”.`,
							},
						]
					: []),
			],
		},
		...decisions(of),
		heading(2, headings().chronology),
		paragraph(
			say`What the Business Unit may read of the record, in the order in which it happened.`,
			"quiet",
		),
		...of.chronology.flatMap(({ at, said, also, answers, files }): Block[] => [
			heading(3, `${momentOf(at)}: ${said}`),
			...(also.length > 0 ? [{ is: "list" as const, items: also }] : []),
			...(answers.length > 0 ? [{ is: "answers" as const, answers }] : []),
			...(files.length > 0 ? [paragraph(say`Files sent with it: ${files.join("; ")}`)] : []),
		]),
		...of.forms.flatMap(({ title, parts }): Block[] => [
			heading(2, say`Form: ${title}`),
			paragraph(say`As it stands at the end, part by part.`, "quiet"),
			...parts.flatMap((part) => partOnPaper(part, 3)),
		]),
		heading(2, headings().timeliness),
		...timeliness(of),
		heading(2, headings().people),
		...people(of),
		...(of.learning.length > 0
			? [heading(2, headings().learning), ...of.learning.flatMap(lesson)]
			: []),
		...(of.takenOut.length > 0 ? [heading(2, headings().takenOut), ...outOf(of)] : []),
		heading(2, headings().integrity),
		{
			is: "answers",
			answers: [
				{ label: say`Entries in its chain`, value: String(of.end?.position ?? 0) },
				{ label: say`SHA-256 of the last`, value: of.end ? inGroups(of.end.hash) : say`None` },
				...of.receipts.map(({ name, what }) => ({ label: say`Receipt: ${what}`, value: name })),
			],
		},
	]);
}

/** Headings that pages lead to. */
export const headings = () => ({
	decisions: say`What was decided`,
	chronology: say`Chronology`,
	timeliness: say`Timeliness`,
	people: say`Who took part`,
	learning: say`What was learned`,
	takenOut: say`What was taken out`,
	integrity: say`How this can be checked`,
});

const decisions = ({ decided }: EvidenceDifference): Block[] => [
	heading(2, headings().decisions),
	...(decided.length === 0
		? [paragraph(say`Nothing was decided by the Executive or a panel.`)]
		: []),
	...decided.flatMap(({ title, recorded, fields }): Block[] => [
		heading(3, title),
		paragraph(recorded, "quiet"),
		{ is: "answers", answers: fields },
	]),
];

const timeliness = ({ timeliness: dates, reference }: EvidenceDifference): Block[] =>
	dates.length === 0
		? [paragraph(say`Nothing had a date.`)]
		: captioned(say`Dates of ${reference}`, {
				columns: [say`What`, say`Due`, say`Done`, say`Outcome`],
				rows: dates.map(({ what, due, over, standing, moved }) => [
					what,
					moved === 0 ? due : say`${due} (moved ${sayCounted(moved, "time")})`,
					over === undefined ? "–" : dayOf(over),
					standing,
				]),
			});

const people = ({ people: took, reference }: EvidenceDifference): Block[] =>
	took.length === 0
		? [paragraph(say`Nobody is named.`)]
		: captioned(say`Who took part in ${reference}`, {
				columns: [say`Who`, say`Post`, say`Agency`, say`Side`],
				rows: took.map(({ name, post, agency, side }) => [name, post, agency, side]),
			});

const lesson = ({ recordedOn, words }: EvidenceLesson): Block[] => [
	heading(3, say`Recorded on ${sayDate(recordedOn)}`),
	{ is: "answers", answers: words },
];

const outOf = ({ takenOut: out, reference }: EvidenceDifference): Block[] => [
	paragraph(
		say`Where part of a text was taken out, “${say`[taken out]`}” stands in its place, or the text was shortened by hand.`,
		"quiet",
	),
	...captioned(say`What was taken out of ${reference}`, {
		columns: [say`What`, say`Of`, say`How much`, say`Why`],
		rows: out.map(({ title, in: stands, isWhole, ground }) => [
			title,
			stands,
			isWhole ? say`All of it` : say`Part of it`,
			ground,
		]),
	}),
];

/** What a pack keeps of each difference for the pages about all of them. */
export type Summary = Pick<
	EvidenceDifference,
	| "reference"
	| "between"
	| "stands"
	| "raisedOn"
	| "timeliness"
	| "people"
	| "learning"
	| "takenOut"
> & { files: { path: string; called: string }[]; end: EvidenceDifference["end"] };

/** The dates of all differences, counted first. */
export function allTimeliness(pack: EvidencePack, all: readonly Summary[]): Paper {
	const dates = all.flatMap(({ timeliness: of }) => of);
	const counts = Map.groupBy(dates, ({ standing }) => standing);
	return paperOf(pack, headings().timeliness, [
		paragraph(
			say`${sayCounted(dates.length, "date")} in ${sayCounted(all.length, "difference")}. Not kept, of those that somebody is held to: ${dates.filter(({ isLate }) => isLate).length}.`,
		),
		...(dates.length === 0
			? []
			: [
					...captioned(say`How many dates came to what`, {
						columns: [say`Outcome`, say`Dates`],
						numbers: [1],
						rows: [...counts].map(([standing, of]) => [standing, String(of.length)]),
					}),
					...captioned(say`Every date`, {
						columns: [say`Difference`, say`What`, say`Due`, say`Done`, say`Outcome`],
						rows: all.flatMap(({ reference, timeliness: of }) =>
							of.map(({ what, due, over, standing }) => [
								reference,
								what,
								due,
								over === undefined ? "–" : dayOf(over),
								standing,
							]),
						),
					}),
				]),
	]);
}

/** Who took part in any of them. */
export function allPeople(pack: EvidencePack, all: readonly Summary[]): Paper {
	const rows = all.flatMap(({ reference, people: took }) =>
		took.map(({ name, post, agency, side }) => [reference, name, post, agency, side]),
	);
	return paperOf(pack, headings().people, [
		...(pack.audience === "inspector"
			? [paragraph(say`People are numbered anew in each difference.`, "quiet")]
			: []),
		...(rows.length === 0
			? [paragraph(say`Nobody is named.`)]
			: captioned(say`Who took part, difference by difference`, {
					columns: [say`Difference`, say`Who`, say`Post`, say`Agency`, say`Side`],
					rows,
				})),
	]);
}

/** What was learned from any of them. */
export function allLearning(pack: EvidencePack, all: readonly Summary[]): Paper {
	const learned = all.filter(({ learning }) => learning.length > 0);
	return paperOf(pack, headings().learning, [
		...(learned.length === 0
			? [paragraph(say`No lesson was recorded from these differences.`)]
			: []),
		...learned.flatMap(({ reference, learning }) => [
			heading(2, reference),
			...learning.flatMap(lesson),
		]),
	]);
}

/** What was taken out of any of them, and why. */
export function allTakenOut(pack: EvidencePack, all: readonly Summary[]): Paper {
	const rows = all.flatMap(({ reference, takenOut: out }) =>
		out.map(({ title, in: stands, isWhole, ground }) => [
			reference,
			title,
			stands,
			isWhole ? say`All of it` : say`Part of it`,
			ground,
		]),
	);
	return paperOf(pack, headings().takenOut, [
		paragraph(
			say`Somebody looked at each of these before the pack was made. What was taken out stands on none of its pages. Files that were sent are as they were sent: each was opened before it was given.`,
		),
		...(rows.length === 0
			? [paragraph(say`Nothing was taken out.`)]
			: captioned(say`What was taken out, and why`, {
					columns: [say`Difference`, say`What`, say`Of`, say`How much`, say`Why`],
					rows,
				})),
	]);
}

/** How a reader can check that the pack is what the record says. */
export function integrityOnPaper(pack: EvidencePack, all: readonly Summary[]): Paper {
	const { fingerprint, end, checkpoint } = pack.integrity;
	return paperOf(pack, headings().integrity, [
		paragraph(
			say`The record of each difference is a chain: every entry holds the SHA-256 of the one before it, so none can be altered, removed or put in between without all that follow being others. Each night where all chains end is signed and can be published outside the partnership.`,
		),
		heading(2, say`What you can check yourself`),
		{
			is: "list",
			items: [
				say`That no file of this pack was altered since it was made: “sha256sum -c SHA256SUMS”, in the folder into which it was unpacked.`,
				say`That what was sent is what was submitted: each receipt that ends with .json, on the partnership’s page “Check a receipt”, or with “concord audit check-receipt” and no help of the partnership. There is a receipt only where nothing of what was sent was taken out.`,
				say`That the key is the partnership’s: ask it for the fingerprint of its key in another way, and compare.`,
			],
		},
		heading(2, say`What the partnership can show you`),
		{
			is: "list",
			items: [
				say`That the whole record holds: it runs “concord audit verify” beside you. It says where each chain ends: compare with the table.`,
				say`That it was not made anew since: a signed end that was published before, or that you were given before, is still in it.`,
			],
		},
		{
			is: "answers",
			answers: [
				{ label: say`Key that signs here`, value: inGroups(fingerprint) },
				...(end
					? [
							{ label: say`Entries in the partnership’s chain`, value: String(end.position) },
							{ label: say`SHA-256 of the last`, value: inGroups(end.hash) },
						]
					: []),
				...(checkpoint
					? [
							{
								label: say`Latest signed end`,
								value: say`Number ${checkpoint.number}, ${momentOf(checkpoint.at)}`,
							},
							{ label: say`Its root`, value: inGroups(checkpoint.root) },
							{ label: say`Its signature`, value: checkpoint.signature },
						]
					: [{ label: say`Latest signed end`, value: say`None yet: the first is made tonight` }]),
			],
		},
		...captioned(say`Where the chain of each difference ends`, {
			columns: [say`Difference`, say`Entries`, say`SHA-256 of the last`],
			numbers: [1],
			rows: all.map(({ reference, end: last }) => [
				reference,
				String(last?.position ?? 0),
				last ? inGroups(last.hash) : say`None`,
			]),
		}),
		paragraph(
			say`A chain also has an entry for each time somebody read the difference: making this pack added some, and each later reading adds more.`,
			"quiet",
		),
	]);
}

/** The first page: what it is, for whom, and what is in it. */
export function indexOnPaper(pack: EvidencePack, all: readonly Summary[]): Paper {
	const out = all.reduce((sum, { takenOut: of }) => sum + of.length, 0);
	return paperOf(pack, say`Evidence pack ${pack.number}`, [
		{ is: "warning", lines: [handling()] },
		{
			is: "answers",
			answers: [
				{ label: say`From`, value: pack.partnership },
				{ label: say`For`, value: pack.reader },
				{ label: say`What it covers`, value: pack.about },
				{ label: say`Made`, value: sayDate(pack.madeOn) },
				{ label: say`Made by`, value: `${pack.madeBy.name}, ${pack.madeBy.post}` },
				{
					label: say`In it`,
					value:
						out === 0
							? say`${sayCounted(all.length, "difference")}. Nothing was taken out.`
							: say`${sayCounted(all.length, "difference")}. Taken out for this reader: ${sayCounted(out, "thing")}.`,
				},
			],
		},
		paragraph(
			say`It holds what the partnership’s Business Unit may read: notes that one side wrote for itself and did not send are not in it.`,
		),
		...captioned(say`The differences in it`, {
			columns: [say`Difference`, say`Between`, say`Raised`, say`Where it stands`],
			rows: all.map(({ reference, between, raisedOn, stands }) => [
				reference,
				between,
				sayDate(raisedOn),
				stands,
			]),
		}),
	]);
}
