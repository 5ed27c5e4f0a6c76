import {
	dataProtectionOfficer,
	headOf,
	officesRead,
	reportingOffice,
	type Viewer,
} from "./viewer.ts";

/** Held by whoever may take data out of Concord: a right of its own, beside that to read it. */
export const exporter = "exporter";

type Offices = Pick<Viewer, "offices">;

/** Whether somebody may take away many rows or files at once: they hold that right, and read what they take. */
export const mayExport = (viewer: Offices): boolean =>
	viewer.offices.includes(exporter) && officesRead(viewer).includes(reportingOffice);

/** Whether somebody reads what was taken out of Concord, by whom: the data protection officer and the office's head. */
export const readsExports = ({ offices }: Offices): boolean =>
	[dataProtectionOfficer, headOf(reportingOffice)].some((office) => offices.includes(office));
