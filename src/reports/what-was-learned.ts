import {
	type EarlierReport,
	type Learned,
	type LessonOf,
	learnedFor,
	learnedIn,
} from "../domain/learning/learned.ts";
import { lessonField } from "../domain/learning/lesson.ts";
import { namesInText, namesSomebody, withoutFindings } from "../domain/learning/names-in-text.ts";
import { isSame, type Period } from "../domain/learning/period.ts";
import type { Audience } from "../domain/learning/published.ts";
import type { Protocol } from "../domain/protocol/protocol.ts";
import type { Db, Trx } from "../store/db.ts";
import { listLearningActions } from "../store/learning-actions.ts";
import { listLessons, listSaidAfterwards } from "../store/lessons.ts";
import { type ListedReport, listReports } from "../store/reports.ts";
import type { Reading } from "./log-of-forms.ts";
import { namesBehind, namesKnown } from "./names-behind.ts";

/** The field of a protocol that holds a gap in policy or practice, where it asks for one. */
const gapField = "policy-gap";

type Learning = Pick<Reading, "db" | "protocols">;

/** What was learned under a protocol in a period and what is done about it, whole: for the Business Unit. */
export const whatWasLearned = async (...of: Parameters<typeof learnedWithItsCases>) =>
	(await learnedWithItsCases(...of)).learned;

/** The same, with the differences that its texts were made from. */
async function learnedWithItsCases(
	{ db, protocols }: Learning,
	partnershipId: string,
	protocol: Protocol,
	period: Period,
): Promise<{ learned: Learned; from: string[] }> {
	const [all, actions, said, earlier] = await Promise.all([
		listLessons(db, partnershipId),
		listLearningActions(db, partnershipId),
		listSaidAfterwards(db, partnershipId, protocol.id, period, [lessonField, gapField]),
		earlierActions(db, partnershipId, { protocol: protocol.id, period }),
	]);
	const lessons: (LessonOf & { differenceId: string | null })[] = [];
	for (const lesson of all) {
		const version = await protocols.version(db, lesson.versionId);
		if (version.id === protocol.id)
			lessons.push({ ...lesson, theme: version.themes[lesson.theme] ?? lesson.theme });
	}
	// What was disposed of names nobody any more: its lessons were looked through then.
	const recorded = new Set(lessons.flatMap(({ differenceId }) => differenceId ?? []));
	const lessonsById = new Set(lessons.map(({ id }) => id));
	const learned = learnedIn(period, {
		lessons,
		answers: said
			.filter(({ field, differenceId }) => field === lessonField && !recorded.has(differenceId))
			.map(({ themes, ...each }) => ({
				...each,
				theme: themes.map((theme) => protocol.themes[theme] ?? theme).join("; "),
			})),
		gaps: said.filter(({ field }) => field === gapField),
		actions: actions.filter(
			({ askedBy }) => "lesson" in askedBy && lessonsById.has(askedBy.lesson),
		),
		earlier,
	});
	return { learned, from: [...recorded, ...said.map(({ differenceId }) => differenceId)] };
}

/** The same for its readers. */
export async function learnedForReaders(
	reading: Learning,
	partnershipId: string,
	protocol: Protocol,
	period: Period,
	audience: Audience,
): Promise<Learned> {
	const { learned, from } = await learnedWithItsCases(reading, partnershipId, protocol, period);
	if (audience === "business-unit") return learned;
	const looks = await outside(reading, partnershipId, protocol, period, from);
	return learnedFor(audience, learned, looks);
}

/** The same for all of them: what a report keeps when it is presented. */
export async function learnedForAll(
	reading: Learning,
	partnershipId: string,
	protocol: Protocol,
	period: Period,
): Promise<Record<Audience, Learned>> {
	const { learned, from } = await learnedWithItsCases(reading, partnershipId, protocol, period);
	const looks = await outside(reading, partnershipId, protocol, period, from);
	return {
		"business-unit": learned,
		subgroup: learnedFor("subgroup", learned, looks),
		partnership: learnedFor("partnership", learned, looks),
		public: learnedFor("public", learned, looks),
	};
}

/** How texts are looked through before they leave the Business Unit. @param madeFrom the differences of these texts */
async function outside(
	{ db }: Pick<Learning, "db">,
	partnershipId: string,
	protocol: Protocol,
	period: Period,
	madeFrom: readonly string[],
) {
	const known = await namesBehind({ db }, partnershipId, protocol, period, { madeFrom });
	return {
		withoutNames: await withoutColleagues(db, partnershipId, protocol),
		withoutAnybody: (text: string) =>
			withoutFindings(text, namesInText(text, known).filter(namesSomebody), ({ kind }) =>
				kind === "name" ? "[name]" : "[left out]",
			),
		tellsNobody: (text: string) => namesInText(text, known).length === 0,
	};
}

/** Takes the names of the partnership’s people out of a text. */
export async function withoutColleagues(
	db: Db | Trx,
	partnershipId: string,
	protocol: Protocol,
): Promise<(text: string) => string> {
	const known = await namesKnown(db, partnershipId, [], { protocols: [protocol] });
	return (text) =>
		withoutFindings(
			text,
			namesInText(text, known).filter(({ kind }) => kind === "name"),
			() => "[name]",
		);
}

/** What the last report before this one asked for, and what has come of it; null where there is none. */
export async function earlierActions(
	db: Db | Trx,
	partnershipId: string,
	{ protocol, period }: Pick<ListedReport, "protocol" | "period">,
): Promise<EarlierReport | null> {
	const before = (await listReports(db, partnershipId)).filter(
		(each) => each.presented && each.protocol === protocol && each.period.until < period.until,
	);
	const [last] = before;
	if (!last) return null;
	// What was asked for on an earlier version of it counts as well.
	const versions = before.filter((each) => isSame(each.period, last.period));
	const actions = await Promise.all(
		versions.map(({ id }) => listLearningActions(db, partnershipId, { askedBy: { report: id } })),
	);
	return {
		period: last.period,
		actions: actions.flat().map(({ what, dueOn, state, result, closedOn, agency }) => ({
			what,
			dueOn,
			state,
			result,
			closedOn,
			agency: agency.name,
		})),
	};
}
