import { z } from "zod";
import type { App } from "../../../actions/app.ts";
import type { Viewer } from "../../../domain/people/viewer.ts";
import { zone } from "../../../domain/time.ts";
import { protocolsInUse } from "../../../reports/log-of-forms.ts";
import type { LogNarrowed } from "../../../store/log-of-forms.ts";
import { optionalDateOf } from "../../kit/form.ts";

export const pageSize = 20;

/** What the form of the log asks. What no form of ours could have sent does not narrow. */
export const logAsked = z.object({
	from: optionalDateOf({ name: "First day received" }),
	to: optionalDateOf({ name: "Last day received" }),
	agency: z.uuid().optional().catch(undefined),
	theme: z
		.string()
		.max(200)
		.transform((typed) => typed || undefined)
		.optional()
		.catch(undefined),
	status: z.enum(["open", "ended"]).optional().catch(undefined),
	page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type AskedOfLog = z.infer<typeof logAsked>;

/** The same in the store’s terms: a day from its first moment to its last. */
export const logAskedIn = ({ from, to, agency, theme, status }: AskedOfLog): LogNarrowed => ({
	receivedFrom: from && startOf(from, 0),
	receivedBefore: to && startOf(to, 1),
	agencyId: agency,
	theme,
	status,
});

const startOf = (day: string, later: number): string =>
	Temporal.PlainDate.from(day).add({ days: later }).toZonedDateTime(zone).toInstant().toString();

/** The themes of all protocols in use, by name, in words. */
export async function themesOf(app: App, viewer: Viewer): Promise<Record<string, string>> {
	const protocols = await protocolsInUse(app, viewer.partnershipId);
	return Object.assign({}, ...[...protocols.values()].map(({ themes }) => themes));
}
