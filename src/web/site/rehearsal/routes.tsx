import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { advanceClock, type Jump } from "../../../actions/advance-clock.ts";
import type { App } from "../../../actions/app.ts";
import { partnershipClock } from "../../../actions/partnership-clock.ts";
import { addWorkingDays } from "../../../domain/calendar/working-days.ts";
import type { Viewer } from "../../../domain/people/viewer.ts";
import type { Refusal } from "../../../domain/refusal.ts";
import { zone } from "../../../domain/time.ts";
import { findAccountOf } from "../../../store/accounts.ts";
import { findViewer, listDirectory } from "../../../store/people.ts";
import { paths, rehearsalPaths } from "../../addresses.ts";
import { dateOf, errorAt, type FormState, newForm, timeOf } from "../../kit/form.ts";
import { type RefusedForm, receiveForm } from "../../kit/form-page.ts";
import { didClockGoBack } from "../../parts/clock-notice.tsx";
import { localPath } from "../../parts/local-path.ts";
import { beginSession } from "../../security/sessions.ts";
import { RehearsalPage } from "./page.tsx";

declare module "fastify" {
	interface Session {
		/** What the last jump brought about, until it has been read once. */
		jump?: Jump | undefined;
	}
}

const moment = z.object({
	day: dateOf({ name: "Day", missing: "Enter the day to move to" }),
	time: timeOf({ name: "Time", missing: "Enter the time to move to" }),
});

/** A button’s moment: local date and time. */
const quickMoment = z.object({
	to: z
		.string()
		.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/)
		.optional()
		.catch(undefined),
});

/** How many working days on the buttons lead: on to tomorrow, to the two limits, and to the day before the longer one. */
const steps = [1, 2, 9, 10] as const;

/** Pages that move time and change people: there are none outside rehearsals. */
export const rehearsalRoutes = (web: FastifyInstance, app: App) => {
	if (!app.rehearsal) return;

	const draw = async (request: FastifyRequest, form: FormState, jump?: Jump) => {
		const { viewer, frame } = request;
		const { partnership, now } = await partnershipClock(app, app.db, viewer.partnershipId);
		return (
			<RehearsalPage
				frame={frame}
				form={form}
				now={now}
				jumps={await quickJumps(app, viewer.partnershipId, now)}
				happened={jump}
				clockWentBack={await didClockGoBack(app)}
				people={await listDirectory(app.db, viewer.partnershipId)}
				hasOthers={partnership.isOneOfSeveral}
			/>
		);
	};

	/** @param local date and time */
	const jumpTo = async (local: string, { viewer, session }: FastifyRequest) => {
		const to = Temporal.PlainDateTime.from(local).toZonedDateTime(zone);
		session.set("jump", await advanceClock(app, viewer.partnershipId, to));
		return paths.rehearsal;
	};

	web.get(paths.rehearsal, async (request, reply) => {
		const jump = request.session.get("jump");
		request.session.set("jump", undefined);
		return reply.page(await draw(request, newForm(), jump));
	});

	const page = {
		visit: ({ viewer }: FastifyRequest) => viewer,
		draw: (_: Viewer, form: FormState, request: FastifyRequest) => draw(request, form),
		refused: ({ message }: Refusal): RefusedForm => ({
			status: 422,
			errors: errorAt("day-day", message),
		}),
	};
	receiveForm(web, paths.rehearsal, {
		...page,
		asks: moment,
		act: ({ day, time }, _, request) => jumpTo(`${day}T${time}`, request),
	});
	receiveForm(web, rehearsalPaths.jump, {
		...page,
		asks: quickMoment,
		act: ({ to }, _, request) => (to ? jumpTo(to, request) : paths.rehearsal),
	});

	web.post<{ Body: { person?: unknown; next?: unknown } | undefined }>(
		rehearsalPaths.signIn,
		{ config: { public: true } },
		async (request, reply) => {
			const { person, next } = request.body ?? {};
			const id = z.uuid().safeParse(person);
			const found = id.success && (await findViewer(app.db, id.data, app.clock()));
			if (!found) return reply.redirect(paths.signIn, 303);
			await beginSession(request, {
				accountId: await findAccountOf(app.db, found.id),
				personId: found.id,
			});
			return reply.redirect(localPath(next), 303);
		},
	);
};

/** Nine o’clock some working days on, as the protocol in force counts them. */
async function quickJumps(app: App, partnershipId: string, now: Temporal.ZonedDateTime) {
	const today = now.toPlainDate().toString();
	const inForce = await app.protocols.inForce(app.db, partnershipId, today);
	if (!inForce) return [];
	const calendars = await app.calendars.in(app.db, partnershipId);
	const calendar = calendars.for(inForce.protocol);
	return steps.map((workingDays) => ({
		workingDays,
		to: Temporal.PlainDate.from(addWorkingDays(today, workingDays, calendar)).toPlainDateTime(
			"09:00",
		),
	}));
}
