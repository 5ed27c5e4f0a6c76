/**
 * Whom only a text names, such as a brother, stands in no form and under no code: for them every text of the partnership is
 * looked through, beside the page, and whoever answers says of each difference that was found whether it names them, and why.
 */
import type { Viewer } from "../domain/people/viewer.ts";
import { takenOut } from "../domain/redaction/pieces.ts";
import { Refusal } from "../domain/refusal.ts";
import { textsIn } from "../domain/subject-access/beside.ts";
import { lookFor, mostNamed, type WayNamed } from "../domain/subject-access/named-in-text.ts";
import { sentencesWith } from "../domain/subject-access/pieces.ts";
import type { AskedAbout } from "../domain/subject-access/request.ts";
import { isUnderWay } from "../domain/task.ts";
import { cleanText, saysSomething } from "../domain/typed-text.ts";
import { readAtOnce, type Trx, transact } from "../store/db.ts";
import { loadDifference } from "../store/differences.ts";
import { countTold, eachTold } from "../store/narratives.ts";
import { unlessClosed } from "../store/sealed-values.ts";
import {
	addDone,
	listNamed,
	listRequests,
	type NamedIn,
	ofNamed,
	ofRequest,
	saveAbout,
	saveNamed,
	saySomeoneIsNamed,
} from "../store/subject-access.ts";
import { latestTaskAbout } from "../store/tasks.ts";
import type { App } from "./app.ts";
import { partnershipClock } from "./partnership-clock.ts";
import {
	changing,
	findRequest,
	namesOf,
	noteReading,
	opened,
	piecesOfDifference,
	type Request,
	type SubjectAccessApp,
} from "./subject-access.ts";
import { askForTask, TaskFault, type Told, type Works } from "./task.ts";

type AboutChild = AskedAbout & { kind: "child" };

/** Which texts are shown of a difference at most, and of how many differences at once. */
const mostShown = 3;
const shownAtOnce = 20;

/**
 * Asks that every text of the partnership is looked through for a child.
 *
 * @param names by which the texts may call them, each as a whole
 * @returns false where there is no such request that is open and theirs to answer
 * @throws Refusal 'wrong-answers'
 */
export function lookThroughTexts(
	app: SubjectAccessApp & Pick<App, "enqueue">,
	by: Viewer,
	id: string,
	names: readonly string[],
): Promise<boolean> {
	const given = names.map((name) => cleanText(name).trim()).filter(saysSomething);
	return changing(app, by, id, async (trx, _at, { about }) => {
		if (about?.kind !== "child") throw new Refusal("not-yours", "It is not about a child.");
		if (!lookFor(about, given))
			throw new Refusal("wrong-answers", "Enter a name of at least two letters.");
		const before = await latestTaskAbout(trx, id, "look-for-name");
		if (before && isUnderWay(before)) return;
		await saveNames(app, trx, id, { ...about, lookingFor: given });
		const { now } = await partnershipClock(app, trx, by.partnershipId);
		await askForTask(app, trx, by, "look-for-name", id, now);
	});
}

const saveNames = ({ signIn }: Pick<App, "signIn">, trx: Trx, id: string, about: AboutChild) =>
	saveAbout(trx, id, signIn.seal.close(JSON.stringify(about), ofRequest(id)));

/** What is done beside the page. */
export const namedInTextsWorks: Works<"look-for-name", Pick<App, "db" | "clock" | "signIn">> = {
	"look-for-name": async (app, { partnershipId, aboutId: id, askedBy }, told) => {
		const request = () =>
			listRequests(app.db, partnershipId, id).then(([saved]) => saved && opened(app, saved));
		const about = aboutIn(await request());
		const found = await namedIn(app, partnershipId, about, told);
		await transact(app.db, async (trx) => {
			const { lookingFor = [], ...rest } = aboutIn(await request());
			await saveNamed(trx, partnershipId, id, found);
			const names = [...new Set([...(rest.names ?? []), ...lookingFor])];
			await saveNames(app, trx, id, { ...rest, names });
			const { now } = await partnershipClock(app, trx, partnershipId);
			const at = now.toInstant().toString();
			await addDone(trx, partnershipId, id, { what: "looked-through", at, by: askedBy });
		});
	},
};

function aboutIn(request: Request | undefined): AboutChild {
	if (request?.about?.kind !== "child" || request.closedAt !== null)
		throw new TaskFault("This request is not open any more.");
	return request.about;
}

/** By what each difference may name them. @throws TaskFault where these are more than anybody looks at */
async function namedIn(
	{ db }: Pick<App, "db">,
	partnershipId: string,
	about: AboutChild,
	told: Told,
): Promise<Map<string, WayNamed[]>> {
	const looking = lookFor(about, about.lookingFor ?? []);
	if (!looking) throw new TaskFault("Enter a name of at least two letters.");
	const found = new Map<string, WayNamed[]>();
	const whole = await countTold(db, partnershipId);
	let done = 0;
	let percent = 0;
	await readAtOnce(db, async (trx) => {
		for await (const texts of eachTold(trx, partnershipId)) {
			for (const { differenceId, is } of texts) {
				const ways =
					"content" in is
						? looking.waysIn(textsIn(is.content))
						: // What was disposed of is held no longer; of what else nobody can read nobody can say whom it names.
							is.code === "disposed"
							? []
							: (["closed"] as const);
				if (ways.length === 0) continue;
				found.set(differenceId, [...new Set([...(found.get(differenceId) ?? []), ...ways])]);
			}
			if (found.size > mostNamed)
				throw new TaskFault(
					"More than 1,000 differences have one of these names, and nobody can look at so many. Leave out a first name that stands alone, or enter more of it, and look again.",
				);
			done += texts.length;
			const now = Math.floor((100 * done) / whole);
			if (now > percent) await told(done, whole);
			percent = now;
		}
	});
	return found;
}

/** A difference that may name the child, with the sentences for which it was found. */
export type NamedShown = NamedIn & { whySaid: string | undefined; sentences: string[] };

/** What was found in texts, of an open request. */
export type NamedFound = {
	request: Request;
	/** Those of which somebody is to say whether they name the child: the first of them. */
	open: NamedShown[];
	openInAll: number;
	said: NamedShown[];
};

/**
 * What was found, with the sentences of those that are to be looked at; it is noted in the log of readings that these were read.
 *
 * @returns undefined where there is no such request that is open and theirs to answer
 */
export async function listNamedInTexts(
	app: SubjectAccessApp,
	by: Viewer,
	id: string,
): Promise<NamedFound | undefined> {
	const request = await findRequest(app, by, id);
	const { about } = request ?? {};
	if (!request || request.closedAt !== null || about?.kind !== "child") return undefined;
	const looking = lookFor(about, namesOf(about));
	const named = await listNamed(app.db, id);
	const all = named.filter(({ isTheirs }) => isTheirs === null);
	const shown = all.slice(0, shownAtOnce);
	await noteReading(
		app,
		by,
		shown.map(({ differenceId }) => differenceId),
	);
	const open: NamedShown[] = [];
	for (const one of shown) {
		const loaded = await loadDifference(app.db, one.differenceId);
		const pieces =
			(loaded &&
				looking &&
				(await unlessClosed(() =>
					piecesOfDifference(app, loaded, one.reference, about, false, looking),
				))) ||
			[];
		open.push({
			...one,
			whySaid: undefined,
			// A form that goes on says the same again.
			sentences: [
				...new Set(
					pieces.flatMap(({ text }) => (looking && sentencesWith(text, looking.isIn)) || []),
				),
			]
				.slice(0, mostShown)
				.map((sentence) => sentence.replaceAll(takenOut, "…")),
		});
	}
	return {
		request,
		open,
		openInAll: all.length,
		said: named
			.filter(({ isTheirs }) => isTheirs !== null)
			.map((one) => ({
				...one,
				whySaid:
					one.why === null
						? undefined
						: app.signIn.seal.open(one.why, ofNamed(id, one.differenceId))?.text,
				sentences: [],
			})),
	};
}

/**
 * Says of some of what was found whether it names the child, and why.
 *
 * @returns false where there is no such request that is open and theirs to answer
 * @throws Refusal 'reason-missing'
 */
export function sayWhichNameThem(
	app: SubjectAccessApp,
	by: Viewer,
	id: string,
	{ which, isTheirs, why: given }: { which: readonly string[]; isTheirs: boolean; why: string },
): Promise<boolean> {
	const why = cleanText(given).trim();
	if (!saysSomething(why)) throw new Refusal("reason-missing", "Say why.");
	return changing(app, by, id, async (trx, at) => {
		for (const difference of which)
			await saySomeoneIsNamed(trx, id, difference, {
				isTheirs,
				why: app.signIn.seal.close(why, ofNamed(id, difference)),
				at,
				by: by.id,
			});
	});
}
