/**
 * What the Business Unit has before it: its desk, with what it finds, takes and reminds of from there, and the log of all forms
 * that it was sent, with the views and files of it.
 */

import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { App } from "../../../actions/app.ts";
import { askForDownload, mostFormsAtOnce } from "../../../actions/download.ts";
import { inReadersWords } from "../../../actions/in-readers-words.ts";
import { removeLogView, saveLogView } from "../../../actions/log-view.ts";
import { noteExport } from "../../../actions/note-export.ts";
import { partnershipClock } from "../../../actions/partnership-clock.ts";
import { remindOwners } from "../../../actions/remind-owners.ts";
import { openingsNow } from "../../../actions/seal-difference.ts";
import { releaseDifference, takeDifference } from "../../../actions/take-difference.ts";
import { listTimeToGrant } from "../../../actions/time-to-grant.ts";
import { noteFound } from "../../../actions/who-looked.ts";
import { isLateAction } from "../../../domain/learning/learning-action.ts";
import { reportingOn } from "../../../domain/learning/period.ts";
import { isOverdueForChecking, lastDayOverdue } from "../../../domain/people/contact.ts";
import { mayExport } from "../../../domain/people/exporting.ts";
import { officesRead } from "../../../domain/people/viewer.ts";
import { cleanLine } from "../../../domain/typed-text.ts";
import { speaking, speakingNow } from "../../../language/speaking.ts";
import {
	deskOf,
	dutiesIn,
	deskOffice as office,
	type Place,
	partOfDesk,
	places,
} from "../../../reports/business-unit-desk.ts";
import { lessonsToWrite } from "../../../reports/lessons-to-write.ts";
import { logAsFile, logFormats } from "../../../reports/log-file.ts";
import { countLog, logOfForms } from "../../../reports/log-of-forms.ts";
import { logChoicesOf, logInWords, narrowedTo } from "../../../reports/log-part.ts";
import { whatChangedOwed } from "../../../reports/owed-after-the-end.ts";
import { countUnlisted } from "../../../store/agencies.ts";
import { listLearningActions } from "../../../store/learning-actions.ts";
import { listLessons } from "../../../store/lessons.ts";
import { listLogViews } from "../../../store/log-views.ts";
import { listUndelivered } from "../../../store/messages.ts";
import { listConfirmedUntil } from "../../../store/people.ts";
import { listReports } from "../../../store/reports.ts";
import { listNamedIn, searchDifferences } from "../../../store/search.ts";
import { inWordsFor } from "../../../store/words-of-difference.ts";
import {
	deskPaths,
	differencePath,
	downloadPaths,
	logViewPath,
	paths,
	removeLogViewPath,
} from "../../addresses.ts";
import { isUuid } from "../../kit/act-key.ts";
import { errorAt, type FormState, listOf, newForm, readForm } from "../../kit/form.ts";
import type { Routes } from "../../kit/request.ts";
import { say, sayProtocol, speechNow } from "../../kit/say.tsx";
import { calendarNewsFor } from "../../parts/calendar-notices.tsx";
import { type PageAsked, pageAsked, partAsked } from "../../parts/part-of-many.tsx";
import { askToShow, hasShownJustNow } from "../../security/shown-just-now.ts";
import {
	type DeskList,
	DeskListPage,
	DeskPage,
	DeskPartPage,
	deskLists,
	firstFew,
} from "./desk-page.tsx";
import { owedValue, toRemind } from "./desk-rows.tsx";
import { FindPage } from "./find-page.tsx";
import { LessonsToWrite } from "./lessons-to-write.tsx";
import { asSent, besideIn, logAsked, pageSize, partIn } from "./log-asked.ts";
import { addressOf, queryOf } from "./log-filter.tsx";
import { DownloadPage, LogPage } from "./log-page.tsx";
import { RemindPage } from "./remind-page.tsx";
import type { ReportsOnDesk } from "./reports-on-desk.tsx";
import { WhatChangedOwed } from "./what-changed-owed.tsx";

const deskAsked = z.object({
	reminded: z.coerce.number().int().min(0).optional().catch(undefined),
	/** The place of the desk, or the list on it, of which all is asked for. */
	part: z
		.enum([...places, ...deskLists])
		.optional()
		.catch(undefined),
	...pageAsked.shape,
});
const found = z.object({
	find: z
		.string("Enter what to find")
		.transform(cleanLine)
		.pipe(z.string().min(2, "Enter two letters or more").max(400, "Enter 400 characters or fewer")),
});
const selected = z.object({ [toRemind]: listOf(z.string().max(300)) });
const taking = z.object({
	difference: z.string().refine(isUuid),
	/** Where it was pressed, when not on the desk. */
	on: z.literal("difference").optional().catch(undefined),
});

const saving = z.object({ query: z.string().max(4_000), for: z.enum(["me", "office"]) });

/** The part of the log that a file is asked of, as its address has it. */
const makingFile = z.object({ query: z.string().max(4_000), format: z.enum(["csv", "xlsx"]) });

const isDeskList = (part: Place | DeskList): part is DeskList =>
	(deskLists as readonly string[]).includes(part);

/** How many are shown of those that the box finds. */
const mostFound = 50;

export const businessUnitRoutes: Routes = (web, app) => {
	/** Whoever holds the office or heads it reads; whoever holds it acts. */
	const reads = ({ viewer }: FastifyRequest) => officesRead(viewer).includes(office);
	const acts = ({ viewer }: FastifyRequest) => viewer.offices.includes(office);

	const drawDesk = async (request: FastifyRequest, form: FormState) => {
		const { viewer, frame, query } = request;
		const { now, partnership } = await partnershipClock(app, app.db, viewer.partnershipId);
		return (
			<DeskPage
				frame={frame}
				viewer={viewer}
				readOnly={!acts(request)}
				desk={await deskOf(inReadersWords(app), viewer, office, now)}
				today={now.toPlainDate()}
				shownBy={partnership.peopleShownBy}
				news={await calendarNewsFor(app, viewer)}
				agenciesToConfirm={await countUnlisted(app.db, viewer.partnershipId)}
				openings={await openingsNow(app, viewer)}
				timeToGrant={await listTimeToGrant(app, viewer)}
				reports={await reportsOnDesk(app, viewer.partnershipId, now.toPlainDate().toString())}
				lookAgain={
					await listLessons(app.db, viewer.partnershipId, {
						againBy: now.toPlainDate().toString(),
					})
				}
				lessonsToWrite={await lessonsToWrite(app, viewer, now.toPlainDate().toString(), firstFew)}
				whatChangedOwed={await whatChangedOwed(inReadersWords(app), viewer, firstFew)}
				unreached={{
					undelivered: await listUndelivered(app.db, viewer),
					unconfirmed: (
						await listConfirmedUntil(
							app.db,
							viewer.partnershipId,
							lastDayOverdue(now.toPlainDate()),
						)
					).filter(({ contactCheckedOn }) =>
						isOverdueForChecking(contactCheckedOn, now.toPlainDate()),
					),
				}}
				form={form}
				reminded={deskAsked.parse(query).reminded}
			/>
		);
	};

	const drawList = async (request: FastifyRequest, list: DeskList, asked: PageAsked) => {
		const { viewer, frame } = request;
		const { now } = await partnershipClock(app, app.db, viewer.partnershipId);
		const today = now.toPlainDate().toString();
		if (list === "what-changed") {
			const { rows, ...some } = await whatChangedOwed(
				inReadersWords(app),
				viewer,
				partAsked(asked),
			);
			return (
				<DeskListPage frame={frame} list={list} {...some} asked={asked}>
					<WhatChangedOwed owed={rows} today={today} />
				</DeskListPage>
			);
		}
		const { rows, ...counted } = await lessonsToWrite(app, viewer, today, partAsked(asked));
		return (
			<DeskListPage frame={frame} list={list} {...counted} asked={asked}>
				<LessonsToWrite lessons={rows} readOnly={!acts(request)} />
			</DeskListPage>
		);
	};

	const drawPart = async (request: FastifyRequest, place: Place, asked: PageAsked) => {
		const { viewer, frame } = request;
		const { now, partnership } = await partnershipClock(app, app.db, viewer.partnershipId);
		return (
			<DeskPartPage
				frame={frame}
				viewer={viewer}
				readOnly={!acts(request)}
				part={
					await partOfDesk(inReadersWords(app), viewer, office, now, { place, ...partAsked(asked) })
				}
				asked={asked}
				today={now.toPlainDate()}
				shownBy={partnership.peopleShownBy}
			/>
		);
	};

	web.get(paths.businessUnit, async (request, reply) => {
		if (!reads(request)) return reply.callNotFound();
		const { part, ...asked } = deskAsked.parse(request.query);
		if (part === undefined) return reply.page(await drawDesk(request, newForm()));
		return reply.page(
			isDeskList(part)
				? await drawList(request, part, asked)
				: await drawPart(request, part, asked),
		);
	});

	web.get(deskPaths.find, (_request, reply) => reply.redirect(paths.businessUnit, 303));

	web.post(deskPaths.find, async (request, reply) => {
		if (!reads(request)) return reply.callNotFound();
		const { viewer, frame, body } = request;
		const { partnership } = await partnershipClock(app, app.db, viewer.partnershipId);
		const { data, values, errors } = readForm(found, body);
		const named = data ? await listNamedIn(app.db, viewer, data.find) : [];
		const [one, another] = named;
		if (one && !another) return reply.redirect(differencePath(one.id), 303);
		return reply
			.code(errors ? 422 : 200)
			.page(
				<FindPage
					frame={frame}
					readOnly={!acts(request)}
					form={{ values, errors: errors ?? {} }}
					found={data && (await find(app, request, data.find))}
					most={mostFound}
					shownBy={partnership.peopleShownBy}
				/>,
			);
	});

	web.get(deskPaths.remind, (_request, reply) => reply.redirect(paths.businessUnit, 303));

	/** What was selected and may be reminded of now, and how many may not. */
	const readSelected = async ({ viewer, body }: FastifyRequest) => {
		const { data } = readForm(selected, body);
		const asked = new Set(data?.[toRemind] ?? []);
		const { now } = await partnershipClock(app, app.db, viewer.partnershipId);
		const differences = [...asked].map((value) => value.slice(0, value.indexOf(" ")));
		const rows = (
			await dutiesIn(inReadersWords(app), viewer, office, now, differences.filter(isUuid))
		).filter((row) => row.mayRemind && asked.has(owedValue(row)));
		return { rows, left: asked.size - rows.length };
	};

	web.post(deskPaths.remind, async (request, reply) => {
		if (!acts(request)) return reply.callNotFound();
		const { rows, left } = await readSelected(request);
		if (rows.length > 0)
			return reply.page(<RemindPage frame={request.frame} rows={rows} left={left} />);
		const none =
			left > 0
				? say`What you selected was done meanwhile, or reminded of today already`
				: say`Select what to remind of`;
		const page = await drawDesk(request, { values: {}, errors: errorAt(toRemind, none) });
		return reply.code(422).page(page);
	});

	web.post(deskPaths.sendReminders, async (request, reply) => {
		if (!acts(request)) return reply.callNotFound();
		const { rows } = await readSelected(request);
		const reminded = await remindOwners(
			app,
			request.viewer,
			office,
			rows.flatMap(({ id, step }) => (step === null ? [] : [{ difference: id, step }])),
		);
		return reply.redirect(`${paths.businessUnit}?reminded=${reminded}`, 303);
	});

	for (const [path, arrange] of [
		[deskPaths.take, takeDifference],
		[deskPaths.release, releaseDifference],
	] as const)
		web.post(path, async (request, reply) => {
			const { data } = readForm(taking, request.body);
			if (!data || !(await arrange(app, request.viewer, data.difference, office)))
				return reply.callNotFound();
			return reply.redirect(data.on ? differencePath(data.difference) : paths.businessUnit, 303);
		});

	/** What is asked of the log, and what can be. */
	const openLog = async (request: FastifyRequest) => ({
		asked: readForm(logAsked, request.query),
		choices: await logChoicesOf(inReadersWords(app), request.viewer.partnershipId),
		now: (await partnershipClock(app, app.db, request.viewer.partnershipId)).now,
	});

	web.get(paths.logOfForms, { config: { mayBeOld: true } }, async (request, reply) => {
		if (!reads(request)) return reply.callNotFound();
		const { viewer, frame } = request;
		const { asked, choices, now } = await openLog(request);
		const page = asked.data?.page ?? 1;
		return reply.page(
			<LogPage
				frame={frame}
				readOnly={!acts(request)}
				mayExport={mayExport(viewer)}
				asked={asked}
				choices={choices}
				views={(await listLogViews(app.db, viewer)).map(({ id, query, isShared, isOwn }) => ({
					id,
					title: logInWords(readForm(logAsked, parametersIn(query)).data ?? {}, choices, {
						speech: speechNow(),
					}),
					isShared,
					mayRemove: isOwn || acts(request),
				}))}
				log={
					asked.data &&
					(await logOfForms(
						inReadersWords(app),
						viewer,
						office,
						{ ...narrowedTo(asked.data), page, pageSize, beside: besideIn(asked.data) },
						now,
					))
				}
				page={page}
			/>,
		);
	});

	web.get(paths.downloadLog, async (request, reply) => {
		if (!mayExport(request.viewer)) return reply.callNotFound();
		if (!hasShownJustNow(request, app.clock())) return askToShow(reply, request.url);
		const { asked, choices } = await openLog(request);
		return reply.page(
			<DownloadPage
				frame={request.frame}
				total={await countLog(app, request.viewer, office, narrowedTo(partIn(asked.data)))}
				asked={asked}
				choices={choices}
			/>,
		);
	});

	for (const [path, format] of [
		[paths.logOfFormsAsCsv, "csv"],
		[paths.logOfFormsAsXlsx, "xlsx"],
	] as const)
		web.get(path, async (request, reply) => {
			if (!mayExport(request.viewer)) return reply.callNotFound();
			const { viewer } = request;
			const { asked, now } = await openLog(request);
			// How many rows there are is said first, and who it is asked again.
			if (!hasShownJustNow(request, app.clock()))
				return askToShow(reply, addressOf(paths.downloadLog, asked.values));
			const part = partIn(asked.data);
			const rows = await countLog(app, viewer, office, narrowedTo(part));
			if (rows > mostFormsAtOnce)
				return reply.redirect(addressOf(paths.downloadLog, asked.values), 303);
			await noteExport(
				app.db,
				viewer,
				{
					what: "Log of forms",
					about: logInWords(part, await logChoicesOf(app, viewer.partnershipId)),
					format: logFormats[format].called,
					rows,
				},
				now,
			);
			const { partnership } = await partnershipClock(app, app.db, viewer.partnershipId);
			const { language } = speakingNow();
			const { name, type, content } = await logAsFile(
				speaking({ language, marks: false }, () => inReadersWords(app)),
				viewer,
				office,
				{ part, format },
				{ partnership: partnership.name, now, language },
			);
			return reply
				.type(type)
				.header("content-disposition", `attachment; filename="${name}"`)
				.send(content);
		});

	web.post(paths.downloadLog, async (request, reply) => {
		if (!mayExport(request.viewer)) return reply.callNotFound();
		const { data } = readForm(makingFile, request.body);
		const asked = data && readForm(logAsked, parametersIn(data.query)).data;
		if (!asked) return reply.callNotFound();
		if (!hasShownJustNow(request, app.clock()))
			return askToShow(reply, `${paths.downloadLog}?${data.query}`);
		// Only what is offered is kept: no text that somebody typed.
		const offered = asSent(asked, await logChoicesOf(app, request.viewer.partnershipId));
		const id = await askForDownload(app, request.viewer, {
			is: "log",
			part: partIn(readForm(logAsked, offered).data),
			format: data.format,
		});
		return reply.redirect(downloadPaths.one(id), 303);
	});

	web.post(paths.logViews, async (request, reply) => {
		if (!reads(request)) return reply.callNotFound();
		const { data } = readForm(saving, request.body);
		const choices = await logChoicesOf(app, request.viewer.partnershipId);
		const asked = data && readForm(logAsked, parametersIn(data.query)).data;
		const query = asked && queryOf(asSent(asked, choices));
		if (!query) return reply.callNotFound();
		await saveLogView(app, request.viewer, office, { query, share: data.for === "office" });
		return reply.redirect(`${paths.logOfForms}?${query}`, 303);
	});

	web.get<{ Params: { id: string } }>(logViewPath(":id"), async (request, reply) => {
		const views = reads(request) ? await listLogViews(app.db, request.viewer) : [];
		const found = views.find(({ id }) => id === request.params.id);
		return found ? reply.redirect(`${paths.logOfForms}?${found.query}`, 303) : reply.callNotFound();
	});

	web.post<{ Params: { id: string } }>(removeLogViewPath(":id"), async (request, reply) => {
		const { id } = request.params;
		if (!reads(request) || !isUuid(id) || !(await removeLogView(app, request.viewer, id)))
			return reply.callNotFound();
		return reply.redirect(paths.logOfForms, 303);
	});
};

/** Which reports wait and come next, and what they asked for that is late. @param today ISO day */
async function reportsOnDesk(
	app: App,
	partnershipId: string,
	today: string,
): Promise<ReportsOnDesk> {
	const inForce = await app.protocols.listInForce(app.db, partnershipId, today);
	const reports = await listReports(app.db, partnershipId);
	return {
		drafts: reports.filter(({ presented }) => !presented),
		next: inForce.map(({ protocol }) => reportingOn(sayProtocol(protocol), today)),
		late: (await listLearningActions(app.db, partnershipId, { open: true })).filter((action) =>
			isLateAction(action, today),
		),
	};
}

/** What an address asks, as the server reads it: what stands there several times is a list. */
function parametersIn(query: string): Record<string, string | string[]> {
	const all = new URLSearchParams(query);
	return Object.fromEntries(
		[...new Set(all.keys())].map((name) => {
			const [first = "", ...others] = all.getAll(name);
			return [name, others.length > 0 ? [first, ...others] : first];
		}),
	);
}

/** What the box finds, each in the words of its protocol. */
async function find(app: App, { viewer }: FastifyRequest, anything: string) {
	const { rows, ...counted } = await searchDifferences(app.db, viewer, {
		anything,
		sort: "due",
		page: 1,
		pageSize: mostFound,
	});
	const { now } = await partnershipClock(app, app.db, viewer.partnershipId);
	await noteFound(
		app,
		viewer,
		rows.map(({ id }) => id),
		now,
	);
	const listed = await Promise.all(
		rows.map(async (row) => {
			const protocol = await app.protocols.version(app.db, row.versionId);
			return { ...row, protocol: sayProtocol(await inWordsFor(app.db, protocol, row.id, viewer)) };
		}),
	);
	return { ...counted, rows: listed };
}
