import { partnershipClock } from "../../../actions/partnership-clock.ts";
import { type DueDate, dueDate } from "../../../domain/calendar/due-date.ts";
import { Refusal } from "../../../domain/refusal.ts";
import { dueDatePath } from "../../addresses.ts";
import { dateValues, type FormState, newForm, readForm } from "../../kit/form.ts";
import type { Routes } from "../../kit/request.ts";
import { sayRefusal } from "../../kit/say.tsx";
import { dueDateAsked, limitOf, startOf } from "./asked.ts";
import { DueDatePage } from "./page.tsx";

export const dueDateRoutes: Routes = (web, app) => {
	web.get(dueDatePath, async (request, reply) => {
		const { viewer, frame, query } = request;
		const { now } = await partnershipClock(app, app.db, viewer.partnershipId);
		const today = now.toPlainDate().toString();
		const inForce = await app.protocols.inForce(app.db, viewer.partnershipId, today);
		const calendars = await app.calendars.in(app.db, viewer.partnershipId);
		const closed = inForce?.protocol.closureDays === "not-counted";
		const show = (form: FormState, due?: DueDate) =>
			reply.page(
				<DueDatePage
					frame={frame}
					form={form}
					due={due}
					closed={closed && calendars.own.closureDays.length > 0}
				/>,
			);
		if (Object.keys(query as object).length === 0)
			return show(
				newForm({
					...dateValues("from", today),
					amount: "10",
					unit: "working-days",
					calendar: inForce?.protocol.calendar ?? "england-and-wales",
					counting: inForce?.protocol.counting ?? "day0",
				}),
			);
		const asked = readForm(dueDateAsked, query);
		if (asked.errors) return show(asked);
		const form = newForm(asked.values);
		try {
			return show(
				form,
				dueDate(
					startOf(asked.data),
					limitOf(asked.data),
					calendars.named(asked.data.calendar, { closed }),
				),
			);
		} catch (refusal) {
			if (!(refusal instanceof Refusal)) throw refusal;
			return show({
				values: asked.values,
				errors: { from: { text: sayRefusal(refusal), href: "#from-day" } },
			});
		}
	});
};
