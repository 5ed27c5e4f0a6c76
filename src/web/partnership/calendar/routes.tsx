import type { FastifyRequest } from "fastify";
import { z } from "zod";
import {
	acknowledgeCalendarAlert,
	applyCalendarChange,
	type CalendarEdit,
	calendarOffice,
	ListFault,
	previewCalendarChange,
	proposeCalendarChange,
} from "../../../actions/change-calendar.ts";
import { partnershipClock } from "../../../actions/partnership-clock.ts";
import type { Nation } from "../../../domain/calendar/bank-holidays.ts";
import { nationTitles } from "../../../domain/calendar/calendar.ts";
import { type Refusal, whenRefused } from "../../../domain/refusal.ts";
import { listCalendarVersions } from "../../../store/calendar-changes.ts";
import { calendarPaths, workingDaysPath } from "../../addresses.ts";
import { isUuid } from "../../kit/act-key.ts";
import {
	dateOf,
	dateValues,
	type FormErrors,
	type FormState,
	type FormValues,
	listOf,
	newForm,
	optionalDateOf,
	readForm,
	requiredText,
} from "../../kit/form.ts";
import { formPage, receiveForm } from "../../kit/form-page.ts";
import type { Html } from "../../kit/html.ts";
import type { Routes } from "../../kit/request.ts";
import { sayIt, sayRefusal } from "../../kit/say.tsx";
import { calendarNewsFor, mayReadCalendar } from "../../parts/calendar-notices.tsx";
import { calendarInUse } from "./calendar-in-use.ts";
import {
	AddBankHolidayPage,
	type CalendarFormView,
	ClosurePage,
	ImportPage,
	TakeOutBankHolidayPage,
} from "./forms.tsx";
import { HistoryPage } from "./history-page.tsx";
import { WorkingDaysPage, yearsShown } from "./page.tsx";
import { PreviewPage } from "./preview-page.tsx";

const nations = listOf(z.enum(Object.keys(nationTitles) as Nation[]));
const day = dateOf({ name: "Day", missing: "Enter the day" });
const source = requiredText({
	missing: "Enter where it is published",
	name: "Where it is published",
	max: 200,
});

const bankHoliday = z.object({
	day,
	name: requiredText({ missing: "Enter what it is called", name: "What it is called", max: 100 }),
	nations,
	source,
});
const takenOut = z.object({ day, nations, source });
const closure = z.object({
	day: dateOf({ name: "First day", missing: "Enter the first day" }),
	until: optionalDateOf({ name: "Last day" }),
	name: requiredText({ missing: "Enter why it is closed", name: "Why it is closed", max: 100 }),
});
const imported = z.object({ text: z.string("Paste the list").trim().min(1, "Paste the list") });
const undone = z.object({
	why: requiredText({
		missing: "Enter why it should be undone",
		name: "Why it should be undone",
		max: 300,
	}),
});

/** The working days of a partnership: read by its Business Unit, changed by its administrator. */
export const calendarRoutes: Routes = (web, app) => {
	const isTheirs = ({ viewer }: FastifyRequest) => viewer.offices.includes(calendarOffice);

	web.get(workingDaysPath, async (request, reply) => {
		const { viewer, frame } = request;
		if (!mayReadCalendar(viewer)) return reply.callNotFound();
		const { now, partnership } = await partnershipClock(app, app.db, viewer.partnershipId);
		const asked = z.object({
			year: z.coerce.number().int().min(yearsShown.first).max(yearsShown.last).catch(now.year),
		});
		return reply.page(
			<WorkingDaysPage
				frame={frame}
				news={await calendarNewsFor(app, viewer)}
				{...(await calendarInUse(app, viewer.partnershipId, now))}
				{...asked.parse(request.query)}
				hours={partnership.workingHours}
				shownBy={partnership.peopleShownBy}
				offersWelsh={partnership.offersWelsh}
				smallNumbersBelow={partnership.smallNumbersBelow}
				theirs={isTheirs(request)}
			/>,
		);
	});

	const seesTo = (request: FastifyRequest) => isTheirs(request) || undefined;

	/** Keeps the change, and leads to its preview. */
	const propose = async (edit: CalendarEdit, { viewer }: FastifyRequest) =>
		calendarPaths.change(await proposeCalendarChange(app, viewer, edit));

	/** A page with a form, which leads to the preview of what it says. */
	const form = <Schema extends z.ZodType>(
		path: string,
		Page: (view: CalendarFormView) => Html,
		asks: Schema,
		edit: (given: z.infer<Schema>) => CalendarEdit,
		begins: (request: FastifyRequest) => FormValues = () => ({}),
	) =>
		formPage(web, path, {
			visit: seesTo,
			asks,
			begins: (_, request) => begins(request),
			draw: (_, state, { frame }) => <Page frame={frame} form={state} />,
			act: (given, _, request) => propose(edit(given), request),
			refused: (refusal, given) => ({ status: 422, errors: errorsOf(refusal, edit(given)) }),
		});

	form(
		calendarPaths.addBankHoliday,
		AddBankHolidayPage,
		bankHoliday,
		(given) => ({ what: "bank-holiday", ...given, why: given.source }),
		() => ({ nations: "england-and-wales" }),
	);
	form(
		calendarPaths.takeOutBankHoliday,
		TakeOutBankHolidayPage,
		takenOut,
		(given) => ({ what: "no-bank-holiday", ...given, why: given.source }),
		({ query }) => {
			const asked = z.object({ day: z.iso.date() }).safeParse(query);
			return asked.success ? dateValues("day", asked.data.day) : {};
		},
	);
	form(calendarPaths.close, ClosurePage, closure, (given) => ({
		what: "closure",
		...given,
		until: given.until ?? given.day,
		why: "",
	}));
	form(calendarPaths.import, ImportPage, imported, ({ text }) => ({ what: "import", text }));

	web.post(calendarPaths.open, async (request, reply) => {
		if (!isTheirs(request)) return reply.callNotFound();
		const { day } = readForm(z.object({ day: z.iso.date() }), request.body).data ?? {};
		// A day that is none any more was taken out already.
		const next =
			day &&
			(await propose({ what: "no-closure", day, why: "" }, request).catch(whenRefused(undefined)));
		return reply.redirect(next ?? workingDaysPath, 303);
	});

	web.get<{ Params: { change: string } }>(
		calendarPaths.change(":change"),
		async (request, reply) => {
			const preview = await previewOf(request);
			return preview
				? reply.page(<PreviewPage frame={request.frame} preview={preview} />)
				: reply.callNotFound();
		},
	);

	web.post<{ Params: { change: string } }>(
		calendarPaths.change(":change"),
		async (request, reply) => {
			const { change: id } = request.params;
			if (!isTheirs(request) || !isUuid(id)) return reply.callNotFound();
			// What is refused is said by the page itself: the calendar was changed in the meantime.
			const found = await applyCalendarChange(app, request.viewer, id).catch(
				whenRefused("refused" as const),
			);
			return found ? reply.redirect(calendarPaths.change(id), 303) : reply.callNotFound();
		},
	);

	const previewOf = async ({ viewer, params }: FastifyRequest<{ Params: { change: string } }>) =>
		isUuid(params.change) ? previewCalendarChange(app, viewer, params.change) : undefined;

	const history = async (request: FastifyRequest, state: FormState) => (
		<HistoryPage
			frame={request.frame}
			versions={await listCalendarVersions(app.db, request.viewer.partnershipId)}
			theirs={isTheirs(request)}
			form={state}
		/>
	);

	web.get(calendarPaths.history, async (request, reply) =>
		mayReadCalendar(request.viewer)
			? reply.page(await history(request, newForm()))
			: reply.callNotFound(),
	);

	receiveForm(web, calendarPaths.undo, {
		visit: seesTo,
		asks: undone,
		draw: (_, state, request) => history(request, state),
		act: ({ why }, _, request) => propose({ what: "undo", why }, request),
		refused: (refusal, { why }) => ({
			status: 422,
			errors: errorsOf(refusal, { what: "undo", why }),
		}),
	});

	web.post(calendarPaths.seen, async (request, reply) => {
		if (!isTheirs(request)) return reply.callNotFound();
		await acknowledgeCalendarAlert(app, request.viewer);
		return reply.redirect(workingDaysPath, 303);
	});
};

/** Where on the form it is said what was refused: one line for each fault of a list. */
function errorsOf(refusal: Refusal, edit: CalendarEdit): FormErrors {
	if (refusal instanceof ListFault)
		return Object.fromEntries(
			refusal.faults.map((fault, index) => [
				index === 0 ? "text" : `text-${index}`,
				{ text: sayIt(fault), href: "#text" },
			]),
		);
	const field =
		edit.what === "import"
			? "text"
			: edit.what === "undo"
				? "why"
				: refusal.code === "no-nation"
					? "nations"
					: refusal.code === "wrong-order" || refusal.code === "too-long"
						? "until"
						: "day";
	const isDate = field === "day" || field === "until";
	return { [field]: { text: sayRefusal(refusal), href: isDate ? `#${field}-day` : `#${field}` } };
}
