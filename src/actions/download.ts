/**
 * Files that take longer to make than somebody waits at a page: asked for, made beside it, taken away by whoever asked as
 * long as they may, and deleted after a day.
 */

import { randomUUID } from "node:crypto";
import { evidencePack } from "../documents/evidence/evidence-pack.ts";
import { reportInAllFormats } from "../documents/report/all-formats.ts";
import { sayAudienceInside } from "../documents/report/on-paper.ts";
import { subjectAccessPack } from "../documents/subject-access-pack.ts";
import { TooLargeForZip } from "../documents/zip.ts";
import { type Language, languageOf } from "../domain/language.ts";
import type { Period } from "../domain/learning/period.ts";
import type { Audience } from "../domain/learning/published.ts";
import { mayExport } from "../domain/people/exporting.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { Refusal } from "../domain/refusal.ts";
import { inEnglish, said } from "../domain/said.ts";
import { answersRequests } from "../domain/subject-access/request.ts";
import { isUnderWay, type Task } from "../domain/task.ts";
import { ByteReader } from "../files/byte-reader.ts";
import { sayProtocol } from "../language/protocol-words.ts";
import { sayText as say, sayPeriod } from "../language/say.ts";
import { speaking, speakingNow } from "../language/speaking.ts";
import { deskOffice as office } from "../reports/business-unit-desk.ts";
import { type LogFormat, logAsFile, logFormats, type WrittenFile } from "../reports/log-file.ts";
import { countLog } from "../reports/log-of-forms.ts";
import { type LogPart, logChoicesOf, logInWords, narrowedTo } from "../reports/log-part.ts";
import { reportDocument } from "../reports/report-document.ts";
import { type Trx, transact } from "../store/db.ts";
import {
	addDownload,
	type Download,
	deleteDownload,
	listDownloads,
	listDownloadsIn,
	listDownloadsOver,
	readDownload,
	saveDownloadPart,
	saveMade,
	withdrawDownload,
} from "../store/downloads.ts";
import { listInPack } from "../store/evidence-packs.ts";
import type { Export } from "../store/exports.ts";
import { findViewer } from "../store/people.ts";
import { partSize } from "../store/sealed-files.ts";
import { listVisibleOf } from "../store/search.ts";
import { latestTaskAbout } from "../store/tasks.ts";
import type { App } from "./app.ts";
import {
	deleteEvidencePacksOver,
	evidenceOf,
	findEvidencePack,
	isAllLooked,
	PackFault,
	packInWords,
	tooMuchInPack,
} from "./evidence.ts";
import { inReadersWords } from "./in-readers-words.ts";
import { noteExport } from "./note-export.ts";
import { oneByOne } from "./one-by-one.ts";
import { partnershipClock } from "./partnership-clock.ts";
import { isAllDecided, notePack, openRequest, packOf } from "./subject-access.ts";
import { askForTask, TaskFault, type Told, type Works } from "./task.ts";

/** What is to be made. It is kept as it is, so no text that somebody typed is in it. */
export type AskedFile =
	| { is: "log"; part: LogPart; format: LogFormat }
	| { is: "report"; protocol: string; period: Period; audience: Audience }
	| { is: "subject-access"; request: string; language?: Language | undefined }
	| { is: "evidence"; pack: string; language?: Language | undefined };

/** A file that was asked for, how far it is, and for how many hours more it is kept, at least 1. */
export type FoundDownload = Omit<Download, "isWithdrawn"> & {
	/** What is counted while it is made. */
	counts: "form" | "file" | "difference";
	task: Task | undefined;
	hoursLeft: number;
	/** Why it was made and is there no longer: then `file` is null. */
	isWithdrawn:
		| false
		/** They may not see all of what is in it any more. */
		| "not-theirs"
		/** It might hold what was disposed of. */
		| "disposed";
};

const countedIn = {
	log: "form",
	report: "file",
	"subject-access": "file",
	evidence: "difference",
} as const satisfies Record<AskedFile["is"], FoundDownload["counts"]>;

/** For so many hours a file is kept. */
export const downloadKeptForHours = 24;

/** A workbook of 1,000 forms takes a busy machine two seconds: more are written beside the page. Measured by bench/log-export.ts. */
export const mostFormsAtOnce = 1_000;

/** Whether somebody takes any file away that is made beside the page: of what may be exported, or of what people asked for. */
export const mayTakeAway = (viewer: Viewer): boolean =>
	mayExport(viewer) || answersRequests(viewer);

/** Whether they may take this one away. */
const mayTake = (viewer: Viewer, { is }: AskedFile): boolean =>
	is === "subject-access" ? answersRequests(viewer) : mayExport(viewer);

/**
 * Asks for a file. The same that is being made already is not made twice.
 *
 * @returns its identifier
 * @throws Refusal 'not-yours' | 'no-protocol'
 */
export async function askForDownload(app: App, by: Viewer, asked: AskedFile): Promise<string> {
	if (!mayTake(by, asked))
		throw new Refusal("not-yours", "Only whoever may take data out of Concord can have this.");
	// What is noted others read too; where the file is found again, whoever asked for it alone does.
	const noted = await speaking(english, () => named(app, by, asked));
	const { title } = noted;
	// To name anything else is to open or count it, which is done, and noted, once; it is called the same in both languages.
	const { about } =
		asked.is === "report"
			? await speaking({ ...speakingNow(), marks: false }, () => named(app, by, asked))
			: noted;
	const same = (await listFound(app, by)).find(
		({ task, ...before }) =>
			task && isUnderWay(task) && before.title === title && before.about === about,
	);
	if (same) return same.id;
	const id = randomUUID();
	const at = app.clock();
	await transact(app.db, async (trx) => {
		const { rows = null, format = "All formats" } = noted;
		const { now } = await partnershipClock(app, trx, by.partnershipId);
		await noteExport(
			trx,
			by,
			{
				what: asked.is === "log" ? "Log of forms" : title,
				about: noted.about,
				format,
				rows,
			},
			now,
		);
		await addDownload(trx, {
			id,
			partnershipId: by.partnershipId,
			personId: by.id,
			asked,
			title,
			about,
			askedAt: at.toString(),
			keptUntil: at.add({ hours: downloadKeptForHours }).toString(),
		});
		await askForTask(app, trx, by, "make-download", id, now);
	});
	return id;
}

const english = { language: "en", marks: false } as const;

/** What a file is called on screen and what is in it, in words that are the partnership's own. */
async function named(
	app: App,
	by: Viewer,
	asked: AskedFile,
): Promise<Pick<Download, "title" | "about"> & Partial<Pick<Export, "rows" | "format">>> {
	if (asked.is === "log")
		return {
			rows: await countLog(app, by, office, narrowedTo(asked.part)),
			format: logFormats[asked.format].called,
			title: `Log of forms as ${logFormats[asked.format].called}`,
			about: logInWords(asked.part, await logChoicesOf(app, by.partnershipId)),
		};
	if (asked.is === "subject-access") {
		const opened = await openRequest(app, by, asked.request);
		if (!opened || !isAllDecided(opened))
			throw new Refusal("wrong-answers", "Look at every piece first.");
		// No name: what is asked for stands in a list.
		return {
			title: "Answer to a subject access request",
			about: `Request ${opened.request.number}${asked.language === "cy" ? ", in Welsh" : ""}`,
		};
	}
	if (asked.is === "evidence") {
		const pack = await findEvidencePack(app, by, asked.pack);
		if (!pack || !isAllLooked(pack))
			throw new Refusal("not-looked-at", "Look at everything that is taken out first.");
		return {
			title: "Evidence pack",
			about: packInWords(pack, asked.language),
			format: "ZIP",
			rows: pack.differences.length,
		};
	}
	const protocol = await protocolOf(app, by.partnershipId, asked.protocol);
	if (!protocol) throw new Refusal("no-protocol", "This protocol is not in force.");
	return {
		// Said in the language of whoever looks at it.
		title: inEnglish(said`Report in all formats`),
		about: say`${sayProtocol(protocol).title}, ${sayPeriod(asked.period)}, for the ${sayAudienceInside(asked.audience)}`,
	};
}

async function protocolOf(app: App, partnershipId: string, name: string) {
	const { now } = await partnershipClock(app, app.db, partnershipId);
	const day = now.toPlainDate().toString();
	return (await app.protocols.inForce(app.db, partnershipId, day, name))?.protocol;
}

/** The files that somebody asked for and that are still kept; none for whoever may take none away any more. */
export async function listFound(app: App, viewer: Viewer): Promise<FoundDownload[]> {
	if (!mayTakeAway(viewer)) return [];
	const now = app.clock();
	const all = await listDownloads(app.db, viewer.id, now.toString());
	return Promise.all(
		all
			.filter(({ asked }) => mayTake(viewer, asked as AskedFile))
			.map(async (download) => ({
				...download,
				...(await asItMayBeTaken(app, viewer, download)),
				counts: countedIn[(download.asked as AskedFile).is],
				task: await latestTaskAbout(app.db, download.id),
				hoursLeft: Math.ceil(now.until(download.keptUntil).total("hours")),
			})),
	);
}

/** A pack holds what its maker saw when it was made: one that was sealed since, or closed to them, goes no further. */
async function asItMayBeTaken(
	app: App,
	viewer: Viewer,
	{ asked, file, isWithdrawn: wasWithdrawn }: Download,
): Promise<Pick<FoundDownload, "file" | "isWithdrawn">> {
	if (wasWithdrawn) return { file: null, isWithdrawn: "disposed" };
	const { is, ...of } = asked as AskedFile;
	if (!file || is !== "evidence" || !("pack" in of)) return { file, isWithdrawn: false };
	const inIt = (await listInPack(app.db, of.pack)).map(({ differenceId }) => differenceId);
	const seen = await listVisibleOf(app.db, viewer, inIt);
	return inIt.length === 0 || seen.length < inIt.length
		? { file: null, isWithdrawn: "not-theirs" }
		: { file, isWithdrawn: false };
}

/** One of them, with its bytes once it is made. */
export async function findDownload(
	app: App,
	viewer: Viewer,
	id: string,
): Promise<(FoundDownload & { content: AsyncIterable<Uint8Array> }) | undefined> {
	const found = (await listFound(app, viewer)).find((download) => download.id === id);
	return found && { ...found, content: readDownload(app.db, id) };
}

/** Deletes a file before its time; one that is being made is not made. Whose it is not finds none. */
export async function throwAwayDownload(app: App, by: Viewer, id: string): Promise<boolean> {
	const found = await findDownload(app, by, id);
	if (!found) return false;
	await transact(app.db, (trx) => deleteDownload(trx, id));
	return true;
}

/**
 * Withdraws the files in which a difference may be, before it is disposed of: their bytes and keys go, and whoever asked for one is
 * told where they look for it, whatever was in it. Only of a pack is it kept what is in it; of all else what is not deleted could
 * hold it.
 *
 * @param at ISO instant
 */
export async function withdrawDownloadsThatMayHold(
	trx: Trx,
	partnershipId: string,
	differenceId: string,
	at: string,
): Promise<void> {
	for (const { id, asked, title } of await listDownloadsIn(trx, partnershipId)) {
		const { is, ...of } = asked as AskedFile;
		const inIt = is === "evidence" && "pack" in of ? await listInPack(trx, of.pack) : [];
		if (inIt.length === 0 || inIt.some((each) => each.differenceId === differenceId))
			await withdrawDownload(trx, { id, partnershipId }, { asked: { is }, title }, at);
	}
}

/** Deletes what is kept no longer, and packs that nobody makes any more. */
export async function deleteDownloadsOver(app: App): Promise<void> {
	await deleteEvidencePacksOver(app);
	const over = await listDownloadsOver(app.db, app.clock().toString());
	const failures = await oneByOne(over, (id) => transact(app.db, (trx) => deleteDownload(trx, id)));
	if (failures.length > 0) throw failures[0];
}

/** What is done beside the page for these files. */
export const downloadWorks: Works<"make-download"> = {
	"make-download": async (app, task, told) => {
		const by = await findViewer(app.db, task.askedBy, app.clock());
		const found = by && (await findDownload(app, by, task.aboutId));
		if (!found) throw new TaskFault("You can take this away no longer.");
		try {
			const file = await made(app, by, found.asked as AskedFile, told);
			try {
				await keep(app, found.id, file);
			} finally {
				file.content.destroy();
			}
		} catch (problem) {
			if (problem instanceof TooLargeForZip)
				throw new TaskFault(
					(found.asked as AskedFile).is === "evidence"
						? inEnglish(tooMuchInPack)
						: "This is more than one file can hold.",
				);
			throw problem instanceof PackFault ? new TaskFault(problem.message) : problem;
		}
	},
};

/** Keeps a file part by part, as it is written. One that was thrown away meanwhile is not written to its end. */
async function keep(app: App, id: string, { name, type, content }: WrittenFile): Promise<void> {
	const bytes = new ByteReader(content);
	let size = 0;
	for (let number = 0; ; number++) {
		const part = await bytes.take(partSize);
		if (part.length === 0)
			return transact(app.db, (trx) => saveMade(trx, id, { name, type, size }, number));
		size += part.length;
		if (!(await transact(app.db, (trx) => saveDownloadPart(trx, id, number, part)))) return;
	}
}

/** It is told how far a file is after so many forms. */
const tellEvery = 500;

async function made(app: App, by: Viewer, asked: AskedFile, told: Told): Promise<WrittenFile> {
	const { partnership, now } = await partnershipClock(app, app.db, by.partnershipId);
	// Nobody reads while it is made: it is spoken as to whoever asked for it.
	const language = languageOf(partnership, by);
	if (asked.is === "log") {
		const whole = await countLog(app, by, office, narrowedTo(asked.part));
		let done = 0;
		await told(done, whole);
		return logAsFile(
			speaking({ language, marks: false }, () => inReadersWords(app)),
			by,
			office,
			asked,
			{ partnership: partnership.name, now, language },
			async () => {
				done++;
				if (done % tellEvery === 0) await told(Math.min(done, whole), whole);
			},
		);
	}
	if (asked.is === "subject-access") {
		const pack = await packOf(app, by, asked.request, asked.language ?? "en");
		if (!pack)
			throw new TaskFault("Something is held now that nobody has looked at. Look at it first.");
		await notePack(app, by, asked.request, "pack-made", pack);
		return subjectAccessPack(pack, told);
	}
	if (asked.is === "evidence") {
		const pack = await findEvidencePack(app, by, asked.pack);
		if (!pack) throw new TaskFault("This pack was deleted. Begin another.");
		return evidencePack(await evidenceOf(app, by, pack, asked.language), told);
	}
	const protocol = await protocolOf(app, by.partnershipId, asked.protocol);
	if (!protocol) throw new TaskFault("This protocol is not in force any more.");
	const day = now.toPlainDate().toString();
	const { period, audience } = asked;
	const report = await speaking({ language, marks: true }, () =>
		reportDocument(app, partnership, protocol, period, audience, day),
	);
	return reportInAllFormats(report, told);
}
