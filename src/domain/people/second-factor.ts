import { exporter } from "./exporting.ts";
import { type Actor, dataProtectionOfficer, headOf, reportingOffice } from "./viewer.ts";

/** Offices whose holders see, or change, what is everybody's: a password alone must not open that. */
const offices = [
	"administrator",
	reportingOffice,
	headOf(reportingOffice),
	dataProtectionOfficer,
	exporter,
];

/** Whether somebody must show more than a password before they do anything. */
export const needsSecondFactor = (person: Pick<Actor, "offices">): boolean =>
	person.offices.some((office) => offices.includes(office));

/** Whether somebody may take another's second factor away, so that they set a new one up. Nobody does it for themself. */
export const mayResetSecondFactor = (
	by: Pick<Actor, "id" | "offices"> & { partnershipId: string },
	person: { id: string; partnershipId: string },
): boolean =>
	by.offices.includes("administrator") &&
	by.partnershipId === person.partnershipId &&
	by.id !== person.id;
