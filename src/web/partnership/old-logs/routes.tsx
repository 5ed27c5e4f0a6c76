/**
 * Logs of the years before Concord: the list, the pages that ask what columns and values mean, what a trial found, and the
 * import with its undoing. What takes long is asked for here and done beside the page; each address shows how far it is.
 */

import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { scanningOf } from "../../../actions/check-files.ts";
import {
	askForOldLog,
	chooseOldLog,
	isReadable,
	keptForDays,
	mapOldLog,
	mayImport,
	oldLogOffice,
	throwAwayOldLog,
	undoImport,
} from "../../../actions/old-log.ts";
import {
	columnWithTooMany,
	firstLines,
	guessMapping,
	knownTo,
	mappingBefore,
	wordsAsked,
} from "../../../actions/old-log-words.ts";
import { partnershipClock } from "../../../actions/partnership-clock.ts";
import {
	type Mapping,
	missingIn,
	noMapping,
	oldLogColumnNames,
} from "../../../domain/learning/old-log/mapping.ts";
import { choicesOf, guessMeaning, meaningOf } from "../../../domain/learning/old-log/meanings.ts";
import { yearOf } from "../../../domain/learning/period.ts";
import { officesRead } from "../../../domain/people/viewer.ts";
import { Refusal } from "../../../domain/refusal.ts";
import { isUnderWay } from "../../../domain/task.ts";
import { findOldLog, formsByYear, listOldLogs, type OldLog } from "../../../store/old-logs.ts";
import { latestTaskAbout } from "../../../store/tasks.ts";
import { oldLogPaths } from "../../addresses.ts";
import { isUuid } from "../../kit/act-key.ts";
import {
	errorAt,
	type FormErrors,
	type FormState,
	newForm,
	readForm,
	requiredText,
} from "../../kit/form.ts";
import { formPage } from "../../kit/form-page.ts";
import { filesOf } from "../../kit/posted-files.ts";
import type { Routes } from "../../kit/request.ts";
import { say, sayIt, sayProtocol, sayRefusal, speechNow } from "../../kit/say.tsx";
import { looksAgainEvery } from "../../parts/task-progress.tsx";
import { ColumnsPage, columnInput } from "./columns-page.tsx";
import { ImportedPage } from "./imported-page.tsx";
import { OldLogsPage } from "./list-page.tsx";
import { FailedPage, ProgressPage, WaitsForScannerPage } from "./progress-page.tsx";
import { ThrowAwayPage } from "./throw-away.tsx";
import { TrialPage } from "./trial-page.tsx";
import { type AskedValues, ValuesPage } from "./values-page.tsx";

type Address = { Params: { id: string } };

const chosen = z.object({
	title: requiredText({
		missing: "Enter what reports call it",
		name: "What reports call it",
		max: 60,
	}),
	protocol: z.string().optional(),
});

const columnsAsked = z.looseObject({
	dates: z.enum(["day-first", "month-first"], "Select how dates are written in this log"),
	withoutEnd: z.enum(["ended", "open"], "Select what such a line is"),
});

/** Logs of the years before Concord, for the office that reports. */
export const oldLogRoutes: Routes = (web, app) => {
	const reads = ({ viewer }: FastifyRequest) => officesRead(viewer).includes(oldLogOffice);
	const acts = ({ viewer }: FastifyRequest) => mayImport(viewer);

	const inForce = async ({ viewer }: FastifyRequest) => {
		const { now } = await partnershipClock(app, app.db, viewer.partnershipId);
		const versions = await app.protocols.listInForce(
			app.db,
			viewer.partnershipId,
			now.toPlainDate().toString(),
		);
		return versions.map(({ protocol }) => protocol);
	};

	const find = async (request: FastifyRequest<Address>) =>
		isUuid(request.params.id)
			? findOldLog(app.db, request.viewer.partnershipId, request.params.id)
			: undefined;

	const drawList = async (request: FastifyRequest, form: FormState) => (
		<OldLogsPage
			frame={request.frame}
			readOnly={!acts(request)}
			logs={await listOldLogs(app.db, request.viewer.partnershipId)}
			protocols={await inForce(request)}
			form={form}
			megabytes={app.files.limits.megabytes}
			keptForDays={keptForDays}
		/>
	);

	web.get(oldLogPaths.list, async (request, reply) =>
		reads(request) ? reply.page(await drawList(request, newForm())) : reply.callNotFound(),
	);

	web.post(oldLogPaths.list, { config: { takesFiles: true } }, async (request, reply) => {
		if (!acts(request)) return reply.callNotFound();
		const files = await filesIn(request);
		const { data, values, errors } = readForm(chosen, request.body);
		const protocols = await inForce(request);
		const protocol =
			protocols.length === 1 ? protocols[0] : protocols.find(({ id }) => id === data?.protocol);
		const [file, second] = files;
		const wrong: FormErrors = {
			...errors,
			...(!protocol && errorAt("protocol", "Select the protocol")),
			...(!file
				? errorAt("file", "Choose a file")
				: second
					? errorAt("file", "Choose one file. The next can be imported after it")
					: file.isCut &&
						errorAt("file", say`The file is larger than ${app.files.limits.megabytes} MB`)),
		};
		if (!data || !protocol || !file || Object.values(wrong).some(Boolean))
			return reply.code(422).page(await drawList(request, { values, errors: wrong }));
		try {
			const id = await chooseOldLog(app, request.viewer, {
				protocol: protocol.id,
				title: data.title,
				fileName: file.name.slice(0, 200),
				content: file.content,
			});
			return reply.redirect(oldLogPaths.one(id), 303);
		} catch (refusal) {
			if (!(refusal instanceof Refusal)) throw refusal;
			return reply
				.code(422)
				.page(await drawList(request, { values, errors: errorAt("file", sayRefusal(refusal)) }));
		}
	});

	/** An old log whose columns and values can be asked. */
	const visit = async (request: FastifyRequest<Address>) => {
		if (!acts(request)) return undefined;
		const log = await find(request);
		return log?.state === "read" ? log : undefined;
	};

	web.get<Address>(oldLogPaths.one(":id"), async (request, reply) => {
		const log = reads(request) ? await find(request) : undefined;
		if (!log) return reply.callNotFound();
		const { frame } = request;
		const task = await latestTaskAbout(app.db, log.id);
		if (task && isUnderWay(task))
			return reply
				.header("refresh", looksAgainEvery)
				.page(<ProgressPage frame={frame} log={log} task={task} />);
		if (log.fileState === "waiting" && !isReadable(app, log.fileState))
			return reply
				.header("refresh", "30")
				.page(<WaitsForScannerPage frame={frame} log={log} scanning={scanningOf(app)} />);
		if (log.state === "imported" || log.state === "undone")
			return reply.page(
				<ImportedPage
					frame={frame}
					readOnly={!acts(request)}
					log={log}
					wrong={log.state === "imported" ? (task?.wrong ?? null) : null}
				/>,
			);
		if (log.state === "reading")
			return reply.page(
				<FailedPage
					frame={frame}
					log={log}
					title={say`The file could not be read`}
					wrong={task?.wrong ?? ""}
				/>,
			);
		if (!acts(request)) return reply.callNotFound();
		const firstRows = await firstLines(app, log);
		const mapping = log.mapping ?? (await guessMapping(app, log, firstRows));
		return reply.page(
			<ColumnsPage
				frame={frame}
				log={log}
				firstRows={firstRows.slice(0, 5)}
				form={newForm(valuesOf(mapping))}
			/>,
		);
	});

	web.post<Address>(oldLogPaths.one(":id"), async (request, reply) => {
		const log = await visit(request);
		if (!log) return reply.callNotFound();
		const { data, values, errors } = readForm(columnsAsked, request.body);
		const columns: Mapping["columns"] = {};
		for (const column of oldLogColumnNames) {
			const heading = values[columnInput(column)];
			if (typeof heading === "string" && log.headings.includes(heading)) columns[column] = heading;
		}
		const wrong: FormErrors = Object.assign(
			{},
			...Object.entries(missingIn({ columns })).map(([column, text]) =>
				errorAt(columnInput(column as keyof typeof columns), sayIt(text)),
			),
			errors,
		);
		const before = log.mapping ?? (await mappingBefore(app, log));
		const mapping = data && { ...data, columns, values: before.values };
		const full = mapping && (await columnWithTooMany(app, log, columns));
		const tooMany = full && errorAt(columnInput(full.column), sayIt(full.wrong));
		if (!mapping || tooMany || Object.values(wrong).some(Boolean))
			return reply
				.code(422)
				.page(
					<ColumnsPage
						frame={request.frame}
						log={log}
						firstRows={(await firstLines(app, log)).slice(0, 5)}
						form={{ values, errors: { ...wrong, ...tooMany } }}
					/>,
				);
		const { dates, withoutEnd } = mapping;
		await mapOldLog(app, request.viewer, log.id, {
			...noMapping,
			columns,
			dates,
			withoutEnd,
			values: before.values,
		});
		return reply.redirect(oldLogPaths.values(log.id), 303);
	});

	/** What is asked, as whoever says it reads it: what is meant is guessed from the words of the protocol itself. */
	const asRead = async (log: OldLog, asked: AskedValues[]): Promise<AskedValues[]> => {
		const { protocol, agencies } = await knownTo(app, log);
		const known = { protocol: sayProtocol(protocol), agencies };
		return asked.map((each) => ({
			...each,
			choices: choicesOf(each.kind, known, { speech: speechNow() }),
		}));
	};

	/** Each word of the file, with its input. */
	const askedValues = async (log: OldLog): Promise<AskedValues[]> =>
		(await wordsAsked(app, log, log.mapping?.columns ?? {})).map(({ kind, choices, values }) => ({
			kind,
			choices,
			values: values.map((each, nth) => ({ ...each, input: `${kind}-${nth}` })),
		}));

	web.get<Address>(oldLogPaths.values(":id"), async (request, reply) => {
		const log = await visit(request);
		if (!log) return reply.callNotFound();
		if (!log.mapping) return reply.redirect(oldLogPaths.one(log.id), 303);
		const { values: before } = log.mapping;
		const asked = await askedValues(log);
		const guesses = asked.flatMap(({ kind, choices, values }) =>
			values.map(({ input, value }) => [input, guessMeaning(kind, value, choices, before) ?? ""]),
		);
		return reply.page(
			<ValuesPage
				frame={request.frame}
				log={log}
				asked={await asRead(log, asked)}
				form={newForm(Object.fromEntries(guesses))}
			/>,
		);
	});

	web.post<Address>(oldLogPaths.values(":id"), async (request, reply) => {
		const log = await visit(request);
		if (!log?.mapping) return reply.callNotFound();
		const asked = await askedValues(log);
		const { values } = readForm(z.looseObject({}), request.body);
		const said = structuredClone(log.mapping.values);
		let wrong: FormErrors = {};
		for (const { kind, choices, values: these } of asked)
			for (const { input, key, value } of these) {
				const sent = String(values[input] ?? "");
				const meaning = choices.some((choice) => choice.value === sent) && meaningOf(sent);
				if (meaning) said[kind][key] = meaning;
				else wrong = { ...wrong, ...errorAt(input, say`Select what “${value}” means`) };
			}
		if (Object.keys(wrong).length > 0)
			return reply
				.code(422)
				.page(
					<ValuesPage
						frame={request.frame}
						log={log}
						asked={await asRead(log, asked)}
						form={{ values, errors: wrong }}
					/>,
				);
		await mapOldLog(app, request.viewer, log.id, { ...log.mapping, values: said });
		await askForOldLog(app, request.viewer, log.id, "check-old-log");
		return reply.redirect(oldLogPaths.trial(log.id), 303);
	});

	web.get<Address>(oldLogPaths.trial(":id"), async (request, reply) => {
		const log = acts(request) ? await find(request) : undefined;
		if (!log) return reply.callNotFound();
		if (log.state !== "read") return reply.redirect(oldLogPaths.one(log.id), 303);
		const { frame } = request;
		const task = await latestTaskAbout(app.db, log.id);
		if (task && isUnderWay(task))
			return reply
				.header("refresh", looksAgainEvery)
				.page(<ProgressPage frame={frame} log={log} task={task} />);
		if (!log.checked)
			return task?.wrong
				? reply.page(
						<FailedPage
							frame={frame}
							log={log}
							title={say`The trial did not work`}
							wrong={task.wrong}
						/>,
					)
				: reply.redirect(oldLogPaths.values(log.id), 303);
		const { protocol, agencies } = await knownTo(app, log);
		return reply.page(
			<TrialPage
				frame={frame}
				log={log}
				checked={log.checked}
				before={await formsByYear(app.db, log.partnershipId, log.protocol, yearOf)}
				nameOfAgency={(key) => agencies.find(({ id }) => id === key)?.name ?? key}
				nameOfTheme={(key) => sayProtocol(protocol).themes[key] ?? key}
				wrong={task?.wrong ?? null}
			/>,
		);
	});

	web.post<Address>(oldLogPaths.import(":id"), async (request, reply) => {
		const log = await visit(request);
		if (!log) return reply.callNotFound();
		await askForOldLog(app, request.viewer, log.id, "import-old-log");
		return reply.redirect(oldLogPaths.trial(log.id), 303);
	});

	web.post<Address>(oldLogPaths.undo(":id"), async (request, reply) => {
		const log = acts(request) ? await find(request) : undefined;
		if (!log) return reply.callNotFound();
		await undoImport(app, request.viewer, log.id);
		return reply.redirect(oldLogPaths.one(log.id), 303);
	});

	formPage<Address, OldLog, z.ZodObject>(web, oldLogPaths.throwAway(":id"), {
		visit: async (request) => {
			const log = acts(request) ? await find(request) : undefined;
			return log?.state === "reading" || log?.state === "read" ? log : undefined;
		},
		asks: z.object({}),
		draw: (log, _, { frame }) => <ThrowAwayPage frame={frame} log={log} />,
		act: async (_, log, { viewer }) => {
			await throwAwayOldLog(app, viewer, log.id);
			return oldLogPaths.list;
		},
	});
};

/** A mapping as the form of columns shows it. */
const valuesOf = ({ columns = {}, dates, withoutEnd }: Partial<Mapping>) => ({
	...Object.fromEntries(
		oldLogColumnNames.map((column) => [columnInput(column), columns[column] ?? ""]),
	),
	dates,
	withoutEnd,
});

/** The files of a form, each whole: no more of them than tells that there are too many. */
async function filesIn(request: FastifyRequest) {
	const files: { name: string; content: Uint8Array; isCut: boolean }[] = [];
	for await (const { name, content, isCut } of filesOf(request)) {
		const pieces: Uint8Array[] = [];
		// A second file is named as too many, and not kept.
		for await (const piece of content) if (files.length === 0) pieces.push(piece);
		files.push({ name, content: Buffer.concat(pieces), isCut: isCut() });
	}
	return files;
}
