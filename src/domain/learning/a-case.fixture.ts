import { somerset } from "../../../protocols/somerset.fixture.ts";
import type { Case } from "./case.ts";
import type { Facts } from "./facts.ts";

/** A difference of the Somerset protocol that was raised, went to the form and was resolved, but for what is said of it. */
export const aCase = (id: string, facts: Partial<Facts>): Case => ({
	id,
	raising: { id: "school", name: "A school", sector: "education" },
	receiving: { id: "care", name: "Social care", sector: "social-care" },
	protocol: somerset.protocol,
	facts: {
		raisedOn: "2026-02-02",
		receivedOn: "2026-02-10",
		endedOn: "2026-04-20",
		ending: "resolved",
		stage: "formal-resolution",
		way: null,
		people: 1,
		themes: ["thresholds"],
		choices: [],
		stages: [],
		moves: [],
		done: [],
		clocks: [],
		owed: [],
		followed: [],
		calledOn: null,
		notSafeOn: null,
		...facts,
	},
});
