/**
 * A report that is kept: read, written, checked, presented, and put right in a new version. What the subgroup decides on it
 * is in decision-routes.tsx.
 */

import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { App } from "../../../actions/app.ts";
import {
	askToLookThrough,
	foundBefore,
	isMuchBehind,
	lookThrough,
	wordsNow,
} from "../../../actions/look-through-report.ts";
import { openDifference } from "../../../actions/open-difference.ts";
import { partnershipClock } from "../../../actions/partnership-clock.ts";
import { countAgain, makeReport } from "../../../actions/prepare-report.ts";
import { correctReport, presentReport } from "../../../actions/present-report.ts";
import { throwDraftAway } from "../../../actions/save-draft.ts";
import { checkPage, saveWords, wordsPage, writtenNow } from "../../../actions/write-report.ts";
import { isReportFormat } from "../../../documents/report/formats.ts";
import { sayNumber } from "../../../domain/english.ts";
import { namesInText, withoutFindings } from "../../../domain/learning/names-in-text.ts";
import { isSame } from "../../../domain/learning/period.ts";
import {
	longestPart,
	type PointedOut,
	partsOf,
	type Written,
} from "../../../domain/learning/report-life.ts";
import { Refusal } from "../../../domain/refusal.ts";
import { isUnderWay } from "../../../domain/task.ts";
import { namesBehind } from "../../../reports/names-behind.ts";
import { sixMonthlyFigures } from "../../../reports/six-monthly.ts";
import { whatWasLearned } from "../../../reports/what-was-learned.ts";
import { listLearningActions } from "../../../store/learning-actions.ts";
import { listDecisions, listReports, listWords } from "../../../store/reports.ts";
import { listVisibleOf } from "../../../store/search.ts";
import { latestTaskAbout } from "../../../store/tasks.ts";
import { keptReportPaths } from "../../addresses.ts";
import { newActKey } from "../../kit/act-key.ts";
import { errorAt, type FormState, type FormValues, newForm, typedText } from "../../kit/form.ts";
import type { Routes } from "../../kit/request.ts";
import { say, sayProtocol } from "../../kit/say.tsx";
import { readTyped } from "../../parts/fields/typed.ts";
import { keepAsTyped } from "../../parts/keep-as-typed.ts";
import { looksAgainEvery } from "../../parts/task-progress.tsx";
import { keepTyped, typedSoFar, wasOf } from "../../parts/typed-so-far.ts";
import { checkPeriod, periodIn } from "./asked.ts";
import { CheckPage, whatChangedInput } from "./check-page.tsx";
import { ExtractsPage, type Passage } from "./extracts-page.tsx";
import { keptDocumentFor } from "./kept-document-for.ts";
import { CountingPage, DraftPage, PresentedPage, VersionPage } from "./kept-page.tsx";
import { sendReport } from "./send-report.ts";
import { type OfReport, visitDraft, visitReport } from "./visit-report.ts";
import { buttons, WordsPage } from "./words-page.tsx";

/** From so many differences extracts are offered. */
const mostOpened = 20;

export const reportLifeRoutes: Routes = (web, app) => {
	web.get<OfReport>(keptReportPaths.report(":report"), async (request, reply) => {
		const visit = await visitReport(app, request);
		if (!visit) return reply.callNotFound();
		const { viewer, frame } = request;
		const { report, protocol, speaks, rights, today } = visit;
		const { done } = z
			.object({ done: z.string().optional().catch(undefined) })
			.parse(request.query);
		const { presented, content } = report;
		const counting = presented
			? undefined
			: await latestTaskAbout(app.db, report.id, "make-report");
		if (counting && isUnderWay(counting))
			return reply
				.header("refresh", looksAgainEvery)
				.page(<CountingPage frame={frame} report={report} task={counting} />);
		if (!presented || !content)
			return reply.page(
				<DraftPage
					frame={frame}
					protocol={protocol}
					speaks={speaks}
					report={report}
					written={await writtenNow(app.db, report)}
					versions={await listWords(app.db, report.id)}
					learned={await whatWasLearned(app, viewer.partnershipId, protocol, report.period)}
					rights={rights}
					wrong={counting?.wrong ?? null}
				/>,
			);
		const versions = (await listReports(app.db, viewer.partnershipId)).filter(
			(each) =>
				each.protocol === report.protocol &&
				isSame(each.period, report.period) &&
				each.version > report.version &&
				(each.presented || rights.reads === "drafts"),
		);
		return reply.page(
			<PresentedPage
				frame={frame}
				protocol={protocol}
				speaks={speaks}
				report={report}
				presented={presented}
				content={content}
				decisions={await listDecisions(app.db, report.id)}
				actions={
					await listLearningActions(app.db, viewer.partnershipId, {
						askedBy: { report: report.id },
					})
				}
				newer={versions[0]}
				rights={rights}
				today={today}
				notice={
					{
						presented: say`The report is presented. The subgroup is told.`,
						decided: say`The decision is recorded. Whoever is to do something is told.`,
					}[done ?? ""]
				}
			/>,
		);
	});

	web.get<{ Params: OfReport["Params"] & { audience: string; format: string } }>(
		keptReportPaths.file(":report", ":audience", ":format"),
		async (request, reply) => {
			const { viewer, params } = request;
			const visit = await visitReport(app, request as FastifyRequest<OfReport>);
			if (!visit || !isReportFormat(params.format)) return reply.callNotFound();
			const document = await keptDocumentFor(app, viewer, visit, params.audience);
			if (!document) return reply.callNotFound();
			return sendReport(reply, document, params.format);
		},
	);

	web.post(keptReportPaths.make, async (request, reply) => {
		const { viewer, body } = request;
		const { data } = z.object({ protocol: z.string() }).safeParse(body);
		const period = periodIn(body);
		const { now } = await partnershipClock(app, app.db, viewer.partnershipId);
		const today = now.toPlainDate().toString();
		const found =
			data && (await app.protocols.inForce(app.db, viewer.partnershipId, today, data.protocol));
		if (!found || !period) return reply.callNotFound();
		checkPeriod(period);
		const id = await makeReport(app, viewer, found.protocol, period);
		return reply.redirect(keptReportPaths.report(id), 303);
	});

	web.post<OfReport>(keptReportPaths.countAgain(":report"), async (request, reply) => {
		const visit = await visitDraft(app, request);
		if (!visit || !(await countAgain(app, request.viewer, visit.report.id)))
			return reply.callNotFound();
		return reply.redirect(keptReportPaths.report(visit.report.id), 303);
	});

	web.post<OfReport>(keptReportPaths.correct(":report"), async (request, reply) => {
		const visit = await visitReport(app, request);
		if (!visit?.rights.writes) return reply.callNotFound();
		const draft = await correctReport(app, request.viewer, visit.report.id);
		return draft ? reply.redirect(keptReportPaths.report(draft), 303) : reply.callNotFound();
	});

	web.get<{ Params: { report: string; number: string } }>(
		keptReportPaths.version(":report", ":number"),
		async (request, reply) => {
			const visit = await visitReport(app, request as FastifyRequest<OfReport>);
			if (visit?.rights.reads !== "drafts") return reply.callNotFound();
			const version = (await listWords(app.db, visit.report.id)).find(
				({ number }) => String(number) === request.params.number,
			);
			return version
				? reply.page(
						<VersionPage
							frame={request.frame}
							speaks={visit.speaks}
							report={visit.report}
							version={version}
						/>,
					)
				: reply.callNotFound();
		},
	);

	wordsRoutes(web, app);
	checkRoutes(web, app);
};

/** All of the office write in one place. */
const shared = (page: string) => ({ differenceId: null, page, isShared: true });

const wordsRoutes: Routes = (web, app) => {
	web.get<OfReport>(keptReportPaths.words(":report"), async (request, reply) => {
		const visit = await visitDraft(app, request);
		if (!visit) return reply.callNotFound();
		const { viewer, frame } = request;
		const { report, speaks } = visit;
		const page = wordsPage(report.id);
		const soFar = await typedSoFar(app, viewer, shared(page));
		const own = await typedSoFar(app, viewer, { differenceId: null, page });
		return reply.page(
			<WordsPage
				frame={frame}
				report={report}
				speaks={speaks}
				form={newForm(soFar.values)}
				was={wasOf(partsOf(report.kept.figures), { draft: soFar.values, values: {} })}
				pageKey={newActKey()}
				saved={
					soFar.savedAt && soFar.savedBy ? { at: soFar.savedAt, by: soFar.savedBy.name } : undefined
				}
				aside={onlyTexts(own.values)}
			/>,
		);
	});

	web.post<OfReport>(keptReportPaths.words(":report"), async (request, reply) => {
		const visit = await visitDraft(app, request);
		if (!visit) return reply.callNotFound();
		const { viewer, frame } = request;
		const { report, speaks } = visit;
		const page = wordsPage(report.id);
		const typed = readTyped(request.body);
		const kept = await keepTyped(app, viewer, shared(page), typed);
		if (!kept) return reply.callNotFound();
		const parts = partsOf(report.kept.figures).map(speaks.part);
		const draw = async (status: number, form: FormState, theirs: Written) => {
			const soFar = await typedSoFar(app, viewer, shared(page));
			return reply
				.code(status)
				.page(
					<WordsPage
						frame={frame}
						report={report}
						speaks={speaks}
						form={form}
						was={wasOf(parts, { draft: kept.values, values: {} })}
						pageKey={newActKey()}
						saved={
							soFar.savedAt && soFar.savedBy
								? { at: soFar.savedAt, by: soFar.savedBy.name }
								: undefined
						}
						theirs={theirs}
					/>,
				);
		};
		if (kept.clashes.length > 0) {
			// What they wrote is theirs until they have put both together.
			const own = Object.fromEntries(
				kept.clashes.map((name) => [name, typedText(typed.values, name)]),
			);
			await keepTyped(
				app,
				viewer,
				{ differenceId: null, page },
				{ asked: typed.asked, values: own },
			);
			const errors = kept.clashes.map((name) =>
				errorAt(
					name,
					say`Somebody else changed “${titleOf(parts, name)}” too: put both together, then save`,
				),
			);
			return draw(
				409,
				{ values: { ...kept.values, ...own }, errors: Object.assign({}, ...errors) },
				Object.fromEntries(kept.clashes.map((name) => [name, typedText(kept.values, name)])),
			);
		}
		const tooLong = parts.filter(({ name }) => typedText(kept.values, name).length > longestPart);
		if (tooLong.length > 0)
			return draw(
				422,
				{
					values: kept.values,
					errors: Object.assign(
						{},
						...tooLong.map(({ name, title }) =>
							errorAt(name, say`“${title}” must be ${sayNumber(longestPart)} characters or less`),
						),
					),
				},
				{},
			);
		await throwDraftAway(app, viewer, page);
		if (typed.pressed !== buttons.later) await saveWords(app, viewer, report.id);
		return reply.redirect(keptReportPaths.report(report.id), 303);
	});

	for (const [address, pageOf] of [
		[keptReportPaths.keep(":report", "words"), wordsPage],
		[keptReportPaths.keep(":report", "check"), checkPage],
	] as const)
		web.post<OfReport>(address, async (request, reply) => {
			const visit = await visitDraft(app, request);
			return visit
				? keepAsTyped(app, request.viewer, shared(pageOf(visit.report.id)), request.body, reply)
				: reply.callNotFound();
		});

	type OfTheme = { Params: { report: string; theme: string } };
	const extractsOf = async (request: FastifyRequest<OfTheme>) => {
		const visit = await visitDraft(app, request as FastifyRequest<OfReport>);
		if (!visit) return undefined;
		const { report, protocol, speaks } = visit;
		const part = partsOf(report.kept.figures).find(
			({ name }) => name === `extract.${request.params.theme}`,
		);
		const theme = speaks.text(protocol.themes[request.params.theme] ?? request.params.theme);
		return (
			part && { report, part, theme, ...(await passagesOn(app, request, { report, protocol })) }
		);
	};

	web.get<OfTheme>(keptReportPaths.extracts(":report", ":theme"), async (request, reply) => {
		const extracts = await extractsOf(request);
		return extracts
			? reply.page(
					<ExtractsPage
						frame={request.frame}
						report={extracts.report}
						theme={extracts.theme}
						passages={extracts.passages}
						more={extracts.more}
					/>,
				)
			: reply.callNotFound();
	});

	web.post<OfTheme>(keptReportPaths.extracts(":report", ":theme"), async (request, reply) => {
		const extracts = await extractsOf(request);
		const { data } = z.object({ use: z.string() }).safeParse(request.body);
		const chosen = extracts?.passages.find(({ value }) => value === data?.use);
		if (!extracts || !chosen) return reply.callNotFound();
		const { viewer } = request;
		const { report, part } = extracts;
		const place = shared(wordsPage(report.id));
		const before = typedText((await typedSoFar(app, viewer, place)).values, part.name);
		await keepTyped(app, viewer, place, {
			asked: [part.name],
			values: { [part.name]: [before, chosen.text].filter(Boolean).join("\n\n") },
		});
		return reply.redirect(`${keptReportPaths.words(report.id)}#${part.name}`, 303);
	});
};

const titleOf = (parts: readonly { name: string; title: string }[], name: string): string =>
	parts.find((part) => part.name === name)?.title ?? name;

const onlyTexts = (values: FormValues): Record<string, string> =>
	Object.fromEntries(
		Object.keys(values).flatMap((name) => {
			const text = typedText(values, name).trim();
			return text === "" ? [] : [[name, text]];
		}),
	);

/** What people wrote in the differences of a theme that the reader may open, without what tells whom it is about. */
async function passagesOn(
	app: App,
	{ viewer, params }: FastifyRequest<{ Params: { report: string; theme: string } }>,
	{
		report,
		protocol,
	}: Pick<NonNullable<Awaited<ReturnType<typeof visitDraft>>>, "report" | "protocol">,
): Promise<{ passages: Passage[]; more: number }> {
	const { partnershipId } = viewer;
	const { period } = report;
	const { behind } = await sixMonthlyFigures(app, partnershipId, protocol, period, period.until);
	const counted = behind.get(`raised-themes/${params.theme}/differences`) ?? [];
	const visible = (await listVisibleOf(app.db, viewer, counted)).slice(0, mostOpened);
	const known = await namesBehind(app, partnershipId, protocol, period);
	const passages: Passage[] = [];
	for (const { id, reference } of visible) {
		const opened = await openDifference(app, viewer, id, "report");
		if (!opened) continue;
		const { fields } = sayProtocol(opened.protocol);
		for (const [name, { answer }] of Object.entries(opened.difference.answers)) {
			const field = opened.protocol.fields[name];
			if (field?.type !== "long-text" || typeof answer !== "string" || answer.trim() === "")
				continue;
			passages.push({
				value: `${id} ${name}`,
				difference: { id, reference },
				label: fields[name]?.label ?? field.label,
				text: withoutFindings(answer.trim(), namesInText(answer, known), () => "[…]"),
			});
		}
	}
	return { passages, more: counted.length - visible.length };
}

const checkRoutes: Routes = (web, app) => {
	/** What is pointed out now, in the words and in what is said of a correction. */
	const pointedOutNow = async (
		request: FastifyRequest<OfReport>,
		{ report, protocol, speaks }: NonNullable<Awaited<ReturnType<typeof visitDraft>>>,
		values: FormValues,
	) => {
		const words = {
			written: await writtenNow(app.db, report),
			whatChanged: typedText(values, whatChangedInput).trim(),
		};
		const { partnershipId } = request.viewer;
		const { now } = await partnershipClock(app, app.db, partnershipId);
		const found =
			(await foundBefore(app.db, report, words, now.toInstant())) ??
			(await lookThrough(app.db, partnershipId, { report, protocol }, words));
		return {
			isEmpty: Object.keys(words.written).length === 0,
			pointedOut: found.map(({ part, ...finding }) => ({
				...finding,
				part:
					part.name === whatChangedInput
						? { ...part, title: say`What changed` }
						: speaks.part(part),
			})),
		};
	};

	/** The page that says how far it is, where so much is behind a report that its words are looked through beside the page. */
	const lookingThrough = async (
		{ viewer, frame }: FastifyRequest<OfReport>,
		{ report, protocol }: NonNullable<Awaited<ReturnType<typeof visitDraft>>>,
	) => {
		const { now } = await partnershipClock(app, app.db, viewer.partnershipId);
		const words = await wordsNow(app.db, report);
		if (await foundBefore(app.db, report, words, now.toInstant())) return undefined;
		if (!(await isMuchBehind(app.db, viewer.partnershipId, protocol, report.period)))
			return undefined;
		const last = await latestTaskAbout(app.db, report.id, "check-report");
		// Where that did not work, somebody waits for it.
		if (last?.state === "failed") return undefined;
		await askToLookThrough(app, viewer, report.id);
		const task = await latestTaskAbout(app.db, report.id, "check-report");
		return task && <CountingPage frame={frame} report={report} task={task} />;
	};

	const draw = async (
		request: FastifyRequest<OfReport>,
		visit: NonNullable<Awaited<ReturnType<typeof visitDraft>>>,
		values: FormValues,
		errorsOf: (pointedOut: readonly PointedOut[]) => FormState["errors"] = () => ({}),
	) => {
		const { pointedOut, isEmpty } = await pointedOutNow(request, visit, values);
		const asked = [...pointedOut.map(({ key }) => ({ name: key })), { name: whatChangedInput }];
		return (
			<CheckPage
				frame={request.frame}
				protocol={visit.protocol}
				report={visit.report}
				pointedOut={pointedOut}
				isEmpty={isEmpty}
				form={{ values, errors: errorsOf(pointedOut) }}
				asked={asked.map(({ name }) => name).join(" ")}
				was={wasOf(asked, { draft: values, values: {} })}
				pageKey={newActKey()}
			/>
		);
	};

	web.get<OfReport>(keptReportPaths.check(":report"), async (request, reply) => {
		const visit = await visitDraft(app, request);
		if (!visit) return reply.callNotFound();
		const beside = await lookingThrough(request, visit);
		if (beside) return reply.header("refresh", looksAgainEvery).page(beside);
		const { values } = await typedSoFar(app, request.viewer, shared(checkPage(visit.report.id)));
		return reply.page(await draw(request, visit, values));
	});

	web.post<OfReport>(keptReportPaths.check(":report"), async (request, reply) => {
		const visit = await visitDraft(app, request);
		if (!visit) return reply.callNotFound();
		const { viewer } = request;
		const { report } = visit;
		const kept = await keepTyped(
			app,
			viewer,
			shared(checkPage(report.id)),
			readTyped(request.body),
		);
		if (!kept) return reply.callNotFound();
		// What was written since is looked through first.
		if (await lookingThrough(request, visit))
			return reply.redirect(keptReportPaths.check(report.id), 303);
		const reasons = onlyTexts(kept.values);
		const whatChanged = reasons[whatChangedInput] ?? "";
		try {
			await presentReport(app, viewer, report.id, { reasons, whatChanged });
		} catch (refusal) {
			if (!(refusal instanceof Refusal) || refusal.code === "not-yours") throw refusal;
			const page = await draw(request, visit, kept.values, (pointedOut) =>
				Object.assign(
					{},
					...pointedOut
						.filter(({ key }) => !reasons[key])
						.map(({ key, text, part }) =>
							errorAt(key, say`Take “${text}” out of “${part.title}”, or say why it may stay`),
						),
					...(report.version > 1 && whatChanged === ""
						? [errorAt(whatChangedInput, "Say what is other than in the version before")]
						: []),
				),
			);
			return reply.code(422).page(page);
		}
		return reply.redirect(`${keptReportPaths.report(report.id)}?done=presented`, 303);
	});
};
