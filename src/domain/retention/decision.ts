import type { IsoDay } from "../calendar/iso-day.ts";
import { dataProtectionOfficer, headOf, reportingOffice, type Viewer } from "../people/viewer.ts";

/** What was decided of something whose time is over. The last counts. */
export type Decision = {
	number: number;
	decides: "dispose" | "keep" | "not";
	keepUntil: IsoDay | null;
	reason: string | null;
	dueOn: IsoDay | null;
	/** ISO instant. */
	at: string;
	by: { id: string; name: string };
};

/** Nothing touches it until it is lifted. */
export type Hold = {
	id: string;
	reason: string;
	/** ISO instant. */
	placedAt: string;
	placedBy: string;
	lifted: { at: string; by: string; why: string } | null;
};

/** Where something stands between its end and its disposal. */
export type RetentionStanding =
	| { is: "open" }
	| { is: "on-hold"; hold: Hold }
	/** Somebody asked to see what is held about them: it stays until they have their answer. */
	| { is: "asked-for" }
	| { is: "kept-until"; until: IsoDay }
	| { is: "to-confirm"; decision: Decision; dueOn: IsoDay }
	| { is: "due"; dueOn: IsoDay }
	/** Null where it is kept for good. */
	| { is: "kept"; dueOn: IsoDay | null };

/**
 * Where it stands today. A decision to dispose of it counts only while it is due: a schedule that keeps it longer now, or
 * a hold, stops what was decided before.
 *
 * @param dueOn by the schedule; null where that keeps it
 * @param today ISO day
 */
export function standingOf(
	{
		isOpen,
		isAskedFor,
		dueOn,
		decisions,
		holds,
	}: {
		isOpen: boolean;
		isAskedFor: boolean;
		dueOn: IsoDay | null;
		decisions: readonly Decision[];
		holds: readonly Hold[];
	},
	today: IsoDay,
): RetentionStanding {
	const hold = holds.find(({ lifted }) => lifted === null);
	if (hold) return { is: "on-hold", hold };
	if (isOpen) return { is: "open" };
	if (isAskedFor) return { is: "asked-for" };
	const last = decisions.at(-1);
	if (last?.decides === "keep" && last.keepUntil !== null && last.keepUntil > today)
		return { is: "kept-until", until: last.keepUntil };
	if (dueOn === null || dueOn > today) return { is: "kept", dueOn };
	return last?.decides === "dispose"
		? { is: "to-confirm", decision: last, dueOn }
		: { is: "due", dueOn };
}

/** Whether somebody decides what becomes of it, and changes the schedule. */
export const decidesRetention = ({ offices }: Pick<Viewer, "offices">): boolean =>
	offices.includes(dataProtectionOfficer);

/** Whether somebody may be the second person: another data protection officer, or whoever heads the Business Unit. */
export const confirmsDisposal = ({ offices }: Pick<Viewer, "offices">): boolean =>
	offices.includes(dataProtectionOfficer) || offices.includes(headOf(reportingOffice));

/** For so many days something may be due before the head of the Business Unit is told. */
export const headToldAfterDays = 60;

/** Whoever decides is asked again after so many days. */
export const askedEveryDays = 30;

/** Whether somebody is to be asked, or told, about what is due. @param today ISO day */
export function isToBeAsked(
	today: IsoDay,
	last: { dueSince: IsoDay; remindedOn: IsoDay; headToldOn: IsoDay | null } | undefined,
): { officer: boolean; head: boolean } {
	const since = (day: IsoDay) => Temporal.PlainDate.from(day).until(today).total("days");
	const officer = !last || since(last.remindedOn) >= askedEveryDays;
	return {
		officer,
		head:
			last !== undefined &&
			since(last.dueSince) >= headToldAfterDays &&
			(last.headToldOn === null || since(last.headToldOn) >= askedEveryDays),
	};
}
