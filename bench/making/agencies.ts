/** The agencies and people of a partnership of real size: Harbour Vale's own, and many more like each of them. */
import { randomUUID } from "node:crypto";
import type { Viewer } from "../../src/domain/people/viewer.ts";
import { agencyId, personId } from "../../src/rehearsal/identifiers.ts";
import type { PeopleTable } from "../../src/rehearsal/people-table.ts";
import type { Agency } from "../../src/store/agencies.ts";
import { workerNamed } from "./names.ts";

/** How many more there are of an agency, and what they are called; how many people each of them has of each of its people. */
const more: Record<string, { called: string[]; of: number }> = {
	saltmarsh: {
		called:
			`Ashdown Bankside Castle Dunes Eastgate Fernhill Gorse Highfield Ivybridge Jubilee Kingfisher Lakeside Meadow Northgate
Orchard Parkway Quarry Ridgeway`
				.split(/\s+/)
				.map((name) => `${name} Primary School`),
		of: 3,
	},
	beaconhill: {
		called: ["Cliffside", "Hartwell", "Mere", "Southern", "St Brannock’s", "Westbrook"].map(
			(name) => `${name} Academy`,
		),
		of: 6,
	},
	littleotters: {
		called: ["Acorns", "Bumblebees", "Hedgehogs", "Little Boats", "Puffins", "Treetops"].map(
			(name) => `${name} Nursery`,
		),
		of: 2,
	},
	quayside: {
		called: [
			"Bridge Street",
			"Cross Keys",
			"Hilltop",
			"Mill Lane",
			"Old Station",
			"Riverside",
			"Victoria Road",
		].map((name) => `${name} Surgery`),
		of: 3,
	},
	healthvisiting: { called: ["Coastal Health Visiting", "Moorland Health Visiting"], of: 8 },
	tidewater: { called: ["Compass Housing", "Greenway Homes", "Lantern Housing"], of: 4 },
	anchor: {
		called: [
			"Brightwater Family Project",
			"Harbour Refuge",
			"Open Door Young Carers",
			"Seagull Trust",
			"Stepping Stones",
			"Tideline Advocacy",
		],
		of: 3,
	},
};

/** How many more people these have of each of their own; agencies that are not named have as many as those like them. */
const peopleMore: Record<string, number> = {
	csc: 110,
	police: 90,
	nhs: 80,
	probation: 20,
	youth: 10,
};

/** Whoever may stand in a copy where somebody stood in the original: of the same agency or one like it, and alike to the rules. */
export type Alike = {
	/** By agency of an original, the agencies that may be it, itself among them. */
	agencies: Map<string, string[]>;
	/** By person of an original their agency, and by agency the people who may be them there. */
	people: Map<string, { agency: string; in: Map<string, string[]> }>;
};

export type Made = { agencies: Agency[]; people: Viewer[]; alike: Alike };

/** What is added to Harbour Vale's own agencies and people. Who holds an office stays who they are. */
export function manyPeople(table: PeopleTable, partnershipId: string): Made {
	const made: Made = {
		agencies: [],
		people: [],
		alike: { agencies: new Map(), people: new Map() },
	};
	let number = 0;
	for (const [key, { name, sector, people }] of Object.entries(table.agencies)) {
		if (key === "partnership") continue;
		const own = agencyId(key);
		const here: Agency[] = (more[key]?.called ?? []).map((called) => ({
			id: randomUUID(),
			partnershipId,
			name: called,
			sector,
		}));
		made.agencies.push(...here);
		made.alike.agencies.set(own, [own, ...here.map(({ id }) => id)]);
		const times = more[key]?.of ?? peopleMore[key] ?? 2;
		for (const [said, person] of Object.entries(people)) {
			const id = personId(said);
			const byAgency = new Map<string, string[]>([[own, [id]]]);
			if (person.offices.length === 0) {
				// Fewer manage than are managed.
				const ofLevel = { practitioner: times, manager: Math.ceil(times / 3) };
				const each = ofLevel[person.level as keyof typeof ofLevel] ?? Math.ceil(times / 12);
				for (const agency of [{ id: own, name }, ...here])
					for (let nth = agency.id === own ? 1 : 0; nth < each; nth++) {
						const added: Viewer = {
							id: randomUUID(),
							partnershipId,
							agencyId: agency.id,
							agencyName: agency.name,
							sector,
							name: workerNamed(number),
							jobTitle: person.job,
							email: `worker.${number++}@${key}.example.org`,
							level: person.level,
							safeguardingLead: person.lead,
							offices: [],
						};
						made.people.push(added);
						byAgency.set(agency.id, [...(byAgency.get(agency.id) ?? []), added.id]);
						if (agency.id === own) made.alike.people.set(added.id, { agency: own, in: byAgency });
					}
			}
			made.alike.people.set(id, { agency: own, in: byAgency });
		}
	}
	return made;
}
