import { z } from "zod";
import { partnershipClock } from "../../../actions/partnership-clock.ts";
import { Refusal } from "../../../domain/refusal.ts";
import { datesOn, happeningsWithDates } from "../../../domain/story/what-if.ts";
import { zone } from "../../../domain/time.ts";
import { whatIfPath } from "../../addresses.ts";
import { timeInWords } from "../../kit/dates.ts";
import {
	dateOf,
	dateValues,
	type FormState,
	newForm,
	readForm,
	requiredText,
	timeOf,
	typedText,
	withError,
} from "../../kit/form.ts";
import type { Routes } from "../../kit/request.ts";
import { sayRefusal } from "../../kit/say.tsx";
import { rulesIn } from "../../parts/protocol/visit-version.ts";
import { type Answered, WhatIfPage } from "./page.tsx";

const asked = z.object({
	happens: requiredText({
		missing: "Choose what happens",
		name: "What happens",
		max: 200,
	}),
	day: dateOf({
		name: "The day",
		missing: "Enter the day on which it happens",
	}),
	time: timeOf({ name: "Time", missing: "Enter the time at which it happens" }),
});

export const whatIfRoutes: Routes = (web, app) => {
	web.get(whatIfPath, async (request, reply) => {
		const { viewer, frame, query } = request;
		const { now } = await partnershipClock(app, app.db, viewer.partnershipId);
		const protocols = await app.protocols.listInForce(
			app.db,
			viewer.partnershipId,
			now.toPlainDate().toString(),
		);
		const { values } = readForm(z.unknown(), query);
		const wanted = typedText(values ?? {}, "protocol");
		const { protocol } =
			protocols.find((each) => each.protocol.id === wanted) ?? protocols[0] ?? {};
		if (!protocol) return reply.callNotFound();
		const rules = (await rulesIn(app, viewer.partnershipId))(protocol);
		const all = happeningsWithDates(rules, now);
		const draw = (form: FormState, answered?: Answered) =>
			reply
				.code(Object.keys(form.errors).length > 0 ? 422 : 200)
				.page(
					<WhatIfPage
						frame={frame}
						protocols={protocols}
						protocol={protocol}
						happenings={all}
						form={form}
						answered={answered}
					/>,
				);
		if (!("day-day" in values))
			return draw(
				newForm({
					happens: typedText(values, "happens") || (all[0]?.id ?? ""),
					...dateValues("day", now.toPlainDate()),
					time: timeInWords(now),
				}),
			);
		const form = readForm(asked, query);
		if (form.errors) return draw(form);
		const { happens, day, time } = form.data;
		const happening = all.find(({ id }) => id === happens);
		if (!happening) return draw(withError(form.values, "happens", "Choose what happens"));
		const at = Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone);
		try {
			const dates = datesOn(rules, happening, at);
			return draw(newForm(form.values), { happening, at, dates });
		} catch (refusal) {
			if (!(refusal instanceof Refusal)) throw refusal;
			return draw({
				values: form.values,
				errors: { day: { text: sayRefusal(refusal), href: "#day-day" } },
			});
		}
	});
};
