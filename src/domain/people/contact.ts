/** After so many months a work address is asked about again. */
const monthsUntilChecked = 6;

/**
 * Whether it is time to ask whether a work address is still right: nobody has said so for half a year.
 *
 * @param checkedOn ISO day; null when nobody ever said so, which is asked of the person and not of the office
 */
export const isOverdueForChecking = (
	checkedOn: string | null | undefined,
	today: Temporal.PlainDate,
): boolean =>
	typeof checkedOn === "string" &&
	Temporal.PlainDate.compare(
		Temporal.PlainDate.from(checkedOn).add({ months: monthsUntilChecked }),
		today,
	) < 0;

/** No address that was confirmed after this day is overdue: where to look, for `isOverdueForChecking` to say. @returns ISO day */
export const lastDayOverdue = (today: Temporal.PlainDate): string =>
	today.subtract({ months: monthsUntilChecked }).toString();
