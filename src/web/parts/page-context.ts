import type { App } from "../../actions/app.ts";
import { nowIn } from "../../actions/partnership-clock.ts";
import { type ContactPoint, nameOfContact } from "../../domain/partnership/identity.ts";
import type { Viewer } from "../../domain/people/viewer.ts";
import { marked } from "../../language/marks.ts";
import { speakingNow } from "../../language/speaking.ts";
import { findPartnership, listPartnerships, type Partnership } from "../../store/partnerships.ts";
import type { PageFrame, SafetyContact } from "../kit/page-frame.ts";
import { safetyOf } from "./safety-of.ts";

/** What every page of a partnership shows around itself. */
export type PageContext = {
	/** The partnership's name. */
	partnership: string;
	/** At the head of the page instead of its name. */
	logoText?: string | undefined;
	/** Of the head of the page. */
	colour?: string | undefined;
	/** Whether its people may choose Welsh. */
	offersWelsh?: boolean;
	/** Who helps people with Concord, and whom to ask for what, once it is known in which language. */
	whomToAsk?: () => Pick<PageFrame, "help" | "contacts">;
	/** The time that the partnership lives in: another than the real one in rehearsal only. */
	now: Temporal.ZonedDateTime;
	/** Whom to ring, as the protocol in force says, once it is known in which language. */
	safety: () => readonly SafetyContact[];
};

/**
 * Whose page somebody sees: that of the partnership for which they act; where nobody is signed in, of the one at whose address
 * they are, or of the only one.
 *
 * @returns undefined when it cannot be known
 */
export async function partnershipOfPage(
	{ db }: Pick<App, "db">,
	viewer: Viewer | undefined,
	at: Partnership | undefined,
): Promise<Partnership | undefined> {
	if (at && (!viewer || viewer.partnershipId === at.id)) return at;
	if (viewer) return findPartnership(db, viewer.partnershipId);
	const [only, another] = await listPartnerships(db);
	return another ? undefined : only;
}

/**
 * Looks up what surrounds a page.
 *
 * @returns undefined when it cannot be known whose page it is
 */
export async function pageContextOf(
	app: App,
	viewer: Viewer | undefined,
	at: Partnership | undefined,
): Promise<PageContext | undefined> {
	const partnership = await partnershipOfPage(app, viewer, at);
	if (!partnership) return undefined;

	const now = nowIn(app, partnership);
	const inForce = await app.protocols.inForce(app.db, partnership.id, now.toPlainDate().toString());
	return {
		partnership: partnership.name,
		logoText: partnership.logoText ?? undefined,
		colour: partnership.colour ?? undefined,
		offersWelsh: partnership.offersWelsh,
		whomToAsk: () => ({
			help: inOneLine(partnership.contacts.help),
			contacts: {
				office: inOneLine(partnership.contacts["business-unit"]),
				dataProtection: inOneLine(partnership.contacts["data-protection"]),
			},
		}),
		now,
		safety: () => (inForce ? safetyOf(inForce.protocol) : []),
	};
}

/** Whom to ask, with how to reach them. */
export const inOneLine = (point: ContactPoint | undefined): string | undefined =>
	point && [sayContact(point), point.email, point.phone].filter(Boolean).join(", ");

/** What somebody to ask, or an office, is called in the language of whoever asks. */
export const sayContact = (point: ContactPoint): string => {
	const { language, marks } = speakingNow();
	const name = nameOfContact(point, language);
	return language === "cy" && marks && point.welsh !== undefined ? marked("cy", name) : name;
};
