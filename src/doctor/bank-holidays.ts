import { readBankHolidayList } from "../domain/calendar/bank-holiday-list.ts";
import type { Finding } from "../domain/running/finding.ts";
import { inEnglish, saidInTurn } from "../domain/said.ts";

/** Whether the address that is asked for bank holidays every night gives a list. @param read reads it */
export async function bankHolidayListFinding(read: () => Promise<string>): Promise<Finding> {
	const asFinding = (state: Finding["state"], says: string, fix?: string): Finding => ({
		check: "bank-holiday-list",
		title: "List of bank holidays",
		state,
		says,
		...(fix && { fix }),
	});
	try {
		const { faults } = readBankHolidayList(await read());
		return faults
			? asFinding(
					"look",
					`BANK_HOLIDAYS_URL gives no list that is believed: ${inEnglish(saidInTurn(faults))}`,
					"Set it to https://www.gov.uk/bank-holidays.json.",
				)
			: asFinding("well", "BANK_HOLIDAYS_URL gives a list.");
	} catch (problem) {
		const { message, cause } = problem as Error & { cause?: { code?: string } };
		return asFinding(
			"look",
			`BANK_HOLIDAYS_URL cannot be read (${cause?.code ?? message}).`,
			"See that this machine may reach it. Concord goes on with the bank holidays that it knows.",
		);
	}
}
