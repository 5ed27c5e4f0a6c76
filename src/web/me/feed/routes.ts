import type { FastifyRequest } from "fastify";
import type { App } from "../../../actions/app.ts";
import { ownerOfFeed, readFeed } from "../../../actions/calendar-feed.ts";
import { startingSmall } from "../../../domain/english.ts";
import { stepOf } from "../../../domain/protocol/protocol.ts";
import { isEndOfDay, londonTime } from "../../../domain/time.ts";
import { sayText as say } from "../../../language/say.ts";
import { speaking } from "../../../language/speaking.ts";
import { owedInWords } from "../../../mail/notices/owed.ts";
import type { LastChange, OwedStep } from "../../../store/work.ts";
import { differencePath, feedPath } from "../../addresses.ts";
import type { Routes } from "../../kit/request.ts";
import { type Entry, iCalendar } from "./icalendar.ts";

type Address = { Params: { secret: string } };

export const feedRoutes: Routes = (web, app) => {
	web.get<Address>(
		feedPath(":secret"),
		{ config: { public: true, rateLimit: feedLimit(app) } },
		async (request, reply) => {
			const feed = await readFeed(app, request.params.secret);
			if (!feed) return reply.callNotFound();
			// A calendar program asks, with no cookie: it is spoken to as the account of its owner is.
			const calendar = await speaking({ language: feed.language, marks: false }, async () =>
				iCalendar(
					say`Concord: what you owe`,
					await Promise.all(
						feed.owed
							// While the time stands still, nobody can say by when it is due.
							.filter(({ dueAt, paused }) => dueAt !== null && !paused)
							.map((owed) => entryOf(app, feed.address, owed)),
					),
				),
			);
			return reply
				.type("text/calendar; charset=utf-8")
				.header("content-disposition", 'inline; filename="concord.ics"')
				.send(calendar);
		},
	);
};

/**
 * Calendar programs ask every hour or so. Those of many people share an internet address, and so one that asks too
 * often stands in the way of nobody else's; whoever guesses is known by theirs.
 */
const feedLimit = (app: App) => ({
	max: 60,
	timeWindow: "1 minute",
	keyGenerator: async (request: FastifyRequest) => {
		const { secret } = request.params as Address["Params"];
		return (await ownerOfFeed(app, secret)) ?? request.ip;
	},
});

/** A reference, what is owed in general words, and a date: no name of anybody. */
async function entryOf(app: App, address: string, owed: OwedStep & LastChange): Promise<Entry> {
	const protocol = await app.protocols.version(app.db, owed.versionId);
	const what = owed.step
		? startingSmall(owedInWords(stepOf(protocol, owed.step).kind))
		: say`a time limit ends`;
	const due = owed.dueAt ?? "";
	const local = londonTime(due);
	return {
		uid: `${owed.differenceId}.${owed.step ?? owed.clock}@${new URL(app.address).hostname}`,
		summary: `${owed.reference}: ${what}`,
		link: `${address}${differencePath(owed.differenceId)}`,
		due,
		...(isEndOfDay(local) && { day: local.toPlainDate().toString() }),
		changedAt: owed.changedAt,
		changes: owed.changes,
	};
}
