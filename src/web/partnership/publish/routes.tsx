import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { partnershipClock } from "../../../actions/partnership-clock.ts";
import {
	mayPublish,
	publishContacts,
	publishedInWelsh,
	publishedText,
	publishText,
} from "../../../actions/publish.ts";
import { contactKinds } from "../../../domain/partnership/identity.ts";
import { longestPublished, publishedTexts } from "../../../domain/partnership/published.ts";
import type { Refusal } from "../../../domain/refusal.ts";
import { findPublished, listPublished } from "../../../store/published.ts";
import { administrationPaths } from "../../addresses.ts";
import { errorAt, optionalText, requiredText } from "../../kit/form.ts";
import { formPage, type RefusedForm } from "../../kit/form-page.ts";
import { govukNotificationBanner } from "../../kit/govuk.ts";
import type { Routes } from "../../kit/request.ts";
import { say } from "../../kit/say.tsx";
import { contactFields, contactsIn, contactValues } from "../../parts/contacts-asked.tsx";
import { ContactsPage, PublishPage, PublishTextPage } from "./page.tsx";

const read = z.coerce.number().int().min(0);

const text = z.object({
	read,
	text: requiredText({ missing: "Enter the text", name: "Text", max: longestPublished }),
	readWelsh: read.optional().catch(undefined),
	welsh: optionalText({ name: "Text in Welsh", max: longestPublished }),
});

const contacts = z
	.object({ read, ...contactFields })
	.transform(({ read, ...typed }, faults) => ({ read, contacts: contactsIn(typed, faults) }));

const done = `${administrationPaths.published}?done=yes`;

/** What a partnership publishes, for its administrators. */
export const publishRoutes: Routes = (web, app) => {
	const partnershipOf = async ({ viewer }: FastifyRequest) =>
		mayPublish(viewer)
			? (await partnershipClock(app, app.db, viewer.partnershipId)).partnership
			: undefined;
	const refusedAt =
		(field: string) =>
		({ code, message }: Refusal): RefusedForm => ({
			status: code === "changed-meanwhile" ? 409 : 422,
			errors: errorAt(field, message),
		});

	web.get<{ Querystring: { done?: unknown } }>(
		administrationPaths.published,
		async ({ viewer, frame, query }, reply) =>
			mayPublish(viewer)
				? reply.page(
						<PublishPage
							frame={frame}
							done={
								query.done === "yes" &&
								govukNotificationBanner({ type: "success", text: say`It is published.` })
							}
						/>,
					)
				: reply.callNotFound(),
	);

	for (const kind of publishedTexts)
		formPage(web, administrationPaths.publishedText(kind), {
			visit: async (request) => {
				const partnership = await partnershipOf(request);
				return (
					partnership && {
						id: partnership.id,
						said: await publishedText(app.db, partnership, kind),
						inWelsh: await publishedInWelsh(app.db, partnership, kind),
					}
				);
			},
			asks: text,
			begins: ({ said, inWelsh }) => ({
				text: said.text,
				read: String(said.version),
				welsh: inWelsh.text,
				readWelsh: String(inWelsh.version),
			}),
			draw: async ({ id }, form, { frame }) => {
				const versions = await listPublished(app.db, id, kind);
				return (
					<PublishTextPage
						frame={frame}
						form={form}
						kind={kind}
						isModel={versions.length === 0}
						versions={versions}
						inWelsh={
							frame.offersWelsh ? await listPublished(app.db, id, `${kind}-welsh`) : undefined
						}
					/>
				);
			},
			act: async ({ welsh, readWelsh, ...given }, _, { viewer }) => {
				await publishText(app, viewer, kind, {
					...given,
					// Where no Welsh is asked for, what there is stays.
					welsh: readWelsh === undefined ? undefined : { text: welsh ?? "", read: readWelsh },
				});
				return done;
			},
			refused: refusedAt("text"),
		});

	formPage(web, administrationPaths.contacts, {
		visit: async (request) => {
			const partnership = await partnershipOf(request);
			return (
				partnership && {
					partnership,
					version: (await findPublished(app.db, partnership.id, "contacts"))?.version ?? 0,
				}
			);
		},
		asks: contacts,
		begins: ({ partnership, version }) => ({
			read: String(version),
			...contactValues(partnership.contacts),
		}),
		draw: (_, form, { frame }) => <ContactsPage frame={frame} form={form} />,
		act: async (given, _, { viewer }) => {
			await publishContacts(app, viewer, given);
			return done;
		},
		refused: refusedAt(`${contactKinds[0]}-name`),
	});
};
