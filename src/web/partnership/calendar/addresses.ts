/** Where the working days of a partnership are read and changed. */
export const workingDaysPath = "/working-days";

export const calendarPaths = {
	addBankHoliday: `${workingDaysPath}/bank-holiday`,
	takeOutBankHoliday: `${workingDaysPath}/no-bank-holiday`,
	close: `${workingDaysPath}/closure`,
	open: `${workingDaysPath}/no-closure`,
	import: `${workingDaysPath}/import`,
	history: `${workingDaysPath}/history`,
	undo: `${workingDaysPath}/undo`,
	seen: `${workingDaysPath}/alert-seen`,
} as const;

/** What a change would move, and where it is applied. */
export const changePath = (id: string) => `${workingDaysPath}/changes/${id}`;
