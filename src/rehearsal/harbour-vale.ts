import type { Level, Sector } from "../domain/people/viewer.ts";

/** Nobody and nothing here exists: an invented partnership, its agencies and their people. */
export const partnershipName = "Harbour Vale Safeguarding Children Partnership";
export const referencePrefix = "HV";

type RehearsalAgency = {
	name: string;
	sector: Sector;
	people: Record<string, RehearsalPerson>;
};

type RehearsalPerson = {
	name: string;
	jobTitle: string;
	level: Level;
	/** Answers for the agency as its managers do. */
	lead?: true;
	offices?: string[];
};

const person = (
	name: string,
	jobTitle: string,
	level: Level,
	more: Pick<RehearsalPerson, "lead" | "offices"> = {},
): RehearsalPerson => ({ name, jobTitle, level, ...more });

/**
 * The agencies by the name that their addresses have under example.org, and their people by the part
 * before the @. Small ones have no directors, as in life.
 */
export const agencies = {
	partnership: {
		name: "Harbour Vale Partnership Office",
		sector: "partnership",
		people: {
			"sian.prosser": person("Siân Prosser", "Business manager", "manager", {
				offices: ["business-unit"],
			}),
			"tendai.moyo": person("Tendai Moyo", "Partnership officer", "practitioner", {
				offices: ["business-unit"],
			}),
			"ola.fredriksen": person("Ola Fredriksen", "Systems administrator", "practitioner", {
				offices: ["administrator"],
			}),
			"gwen.ashdown": person("Gwen Ashdown", "Policy and performance officer", "practitioner", {
				offices: ["administrator"],
			}),
			"judith.okonedo": person("Judith Okonedo", "Head of partnerships", "senior-manager"),
		},
	},
	csc: {
		name: "Harbour Vale Children’s Social Care",
		sector: "social-care",
		people: {
			"lukasz.wrona": person("Łukasz Wrona", "Social worker", "practitioner"),
			"amara.nwosu": person("Amara Nwosu", "Social worker", "practitioner"),
			"denise.carrow": person("Denise Carrow", "Team leader", "manager"),
			"rafiq.chowdhury": person("Rafiq Chowdhury", "Service manager, assessment", "senior-manager"),
			"helen.stroud": person("Helen Stroud", "Director of children’s services", "director", {
				offices: ["executive"],
			}),
		},
	},
	police: {
		name: "Vale and Coast Police",
		sector: "police",
		people: {
			"callum.reddy": person("Callum Reddy", "Detective constable", "practitioner"),
			"ingrid.solheim": person("Ingrid Solheim", "Detective sergeant", "manager"),
			"marcus.aldous": person("Marcus Aldous", "Detective chief inspector", "senior-manager"),
			"farah.qureshi": person("Farah Qureshi", "Assistant chief constable", "director", {
				offices: ["executive"],
			}),
		},
	},
	nhs: {
		name: "Vale and Coast NHS Board",
		sector: "health",
		people: {
			"priti.raval": person("Priti Raval", "Nurse for looked-after children", "practitioner"),
			"beatriz.figueira": person(
				"Beatriz Figueira",
				"Designated nurse for safeguarding",
				"manager",
				{ lead: true },
			),
			"owen.tregarth": person("Owen Tregarth", "Deputy chief nurse", "senior-manager"),
			"adaeze.umeh": person("Adaeze Umeh", "Chief nurse", "director", {
				offices: ["executive"],
			}),
		},
	},
	healthvisiting: {
		name: "Harbour Vale Health Visiting",
		sector: "health",
		people: {
			"niamh.costello": person("Niamh Costello", "Health visitor", "practitioner"),
			"joanna.petrie": person("Joanna Petrie", "Health visitor", "practitioner"),
			"yetunde.bakare": person("Yetunde Bakare", "Team lead and safeguarding lead", "manager", {
				lead: true,
			}),
			"susan.whitlock": person("Susan Whitlock", "Head of health visiting", "senior-manager"),
		},
	},
	quayside: {
		name: "Quayside Surgery",
		sector: "health",
		people: {
			"anil.deshmukh": person("Anil Deshmukh", "GP", "practitioner"),
			"catrin.meredith": person("Catrin Meredith", "GP and safeguarding lead", "manager", {
				lead: true,
			}),
			"ruth.abelman": person("Ruth Abelman", "Senior partner", "senior-manager"),
		},
	},
	saltmarsh: {
		name: "Saltmarsh Primary School",
		sector: "education",
		people: {
			"zoe.hartnell": person("Zoë Hartnell", "Class teacher", "practitioner"),
			"marek.dvorak": person("Marek Dvořák", "Pastoral support worker", "practitioner"),
			"grace.adeyemi": person("Grace Adeyemi", "Deputy head and safeguarding lead", "manager", {
				lead: true,
			}),
			"philip.thorne": person("Philip Thorne", "Headteacher", "senior-manager"),
		},
	},
	beaconhill: {
		name: "Beacon Hill Academy",
		sector: "education",
		people: {
			"tomos.gwyther": person("Tomos Gwyther", "Head of year", "practitioner"),
			"shabnam.karimi": person(
				"Shabnam Karimi",
				"Assistant principal and safeguarding lead",
				"manager",
				{ lead: true },
			),
			"eleanor.vance": person("Eleanor Vance", "Principal", "senior-manager"),
		},
	},
	littleotters: {
		name: "Little Otters Nursery",
		sector: "early-years",
		people: {
			"chloe.baptiste": person("Chloé Baptiste", "Room leader", "practitioner"),
			"anneliese.hofer": person(
				"Anneliese Höfer",
				"Deputy manager and safeguarding lead",
				"manager",
				{ lead: true },
			),
			"parveen.sandhu": person("Parveen Sandhu", "Owner", "senior-manager"),
		},
	},
	probation: {
		name: "Probation Service, Harbour Vale",
		sector: "probation",
		people: {
			"dylan.oyelaran": person("Dylan Oyelaran", "Probation officer", "practitioner"),
			"kirsty.macaskill": person("Kirsty MacAskill", "Senior probation officer", "manager"),
			"stephen.ferreira": person("Stephen Ferreira", "Head of delivery unit", "senior-manager"),
		},
	},
	tidewater: {
		name: "Tidewater Homes",
		sector: "housing",
		people: {
			"jasmine.coles": person("Jasmine Coles", "Housing officer", "practitioner"),
			"viktor.halasz": person(
				"Viktor Halász",
				"Neighbourhood manager and safeguarding lead",
				"manager",
				{ lead: true },
			),
			"lorraine.peck": person("Lorraine Peck", "Head of housing", "senior-manager"),
		},
	},
	anchor: {
		name: "Anchor Family Support",
		sector: "voluntary",
		people: {
			"maya.friedlander": person("Maya Friedländer", "Family support worker", "practitioner"),
			"kwame.osei": person("Kwame Osei", "Safeguarding lead", "manager", {
				lead: true,
			}),
			"bridget.nolan": person("Bridget Nolan", "Chief executive", "senior-manager"),
		},
	},
	youth: {
		name: "Harbour Vale Youth Service",
		sector: "other",
		people: {
			"jordan.small": person("Jordan Small", "Youth worker", "practitioner"),
			"aoife.brennan": person("Aoife Brennan", "Area youth manager", "manager"),
			"desmond.clarke": person("Desmond Clarke", "Head of youth service", "senior-manager"),
		},
	},
} as const satisfies Record<string, RehearsalAgency>;

type Agencies = typeof agencies;
export type AgencyKey = keyof Agencies;
export type PersonKey = {
	[Key in AgencyKey]: keyof Agencies[Key]["people"];
}[AgencyKey];
