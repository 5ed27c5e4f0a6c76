import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { App } from "../../../actions/app.ts";
import { openMailboxLink } from "../../../actions/one-time-link.ts";
import { compose } from "../../../mail/notices/compose.ts";
import { notice } from "../../../mail/notices/notice.ts";
import { listMailbox } from "../../../store/messages.ts";
import { mailboxLinkPath, paths } from "../../addresses.ts";
import { MailboxCodePage, MailboxPage } from "./page.tsx";

/** How many messages one look shows, and the most that it ever does. */
const [atFirst, atMost] = [50, 500];

/** What would have gone by mail; outside rehearsals mail is read where it arrives. */
export const mailboxRoutes = (web: FastifyInstance, app: App) => {
	if (!app.rehearsal) return;
	web.get<{ Querystring: { most?: unknown } }>(paths.mailbox, async (request, reply) => {
		const asked = Math.trunc(Number(request.query.most));
		const most = asked > atFirst ? Math.min(asked, atMost) : atFirst;
		const messages = await listMailbox(app.db, request.viewer, most + 1);
		const more = messages.length > most && most < atMost;
		return reply.page(
			<MailboxPage
				frame={request.frame}
				letters={messages
					.slice(0, most)
					.map((message) => ({ ...message, ...compose(notice.parse(message.notice)) }))}
				more={more ? Math.min(most + atFirst, atMost) : undefined}
			/>,
		);
	});

	// What opens a link that works once is in no table: here it is made for whoever looks, as sending would.
	web.post<{ Params: { id: string } }>(mailboxLinkPath(":id"), async (request, reply) => {
		const id = z.uuid().safeParse(request.params.id);
		const made = id.success ? await openMailboxLink(app, request.viewer, id.data) : undefined;
		if (!made) return reply.callNotFound();
		return "path" in made
			? reply.redirect(made.path, 303)
			: reply.page(<MailboxCodePage frame={request.frame} code={made.code} />);
	});
};
