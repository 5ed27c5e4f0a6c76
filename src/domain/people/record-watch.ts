import {
	answersForAgency,
	dataProtectionOfficer,
	headOf,
	reportingOffice,
	type Viewer,
} from "./viewer.ts";

type Asks = Pick<Viewer, "offices">;

/** Who has the record verified: the data protection officer, the head of the office, whoever administers. */
export const mayVerifyRecord = ({ offices }: Asks): boolean =>
	[dataProtectionOfficer, headOf(reportingOffice), "administrator"].some((office) =>
		offices.includes(office),
	);

/** Who is told who looked at anything, by whom it was read and when, and never what. */
export const seesAllReading = ({ offices }: Asks): boolean =>
	offices.includes(dataProtectionOfficer);

/** Who is told which of their own agency’s people looked at a difference that they may see. */
export const seesOwnReading = (viewer: Viewer): boolean =>
	viewer.onlyIn === undefined && answersForAgency(viewer);
