import { child, type RehearsedDifference, raised } from "../acts.ts";
import type { Days } from "../opening-day.ts";

/** Raised this morning: the talk is still to come. */
export const justRaised = ({ at }: Days): RehearsedDifference => [
	raised(at(0, "08:40"), "zoe.hartnell", "csc", "lukasz.wrona", {
		children: [child("Ellis Marchetti", "2017-03-09")],
		themes: ["thresholds"],
		issue:
			"Our referral was closed after one phone call to Ellis’s mother. Nobody spoke to Ellis or to us. He has come to school hungry on nine days since half term and fell asleep in class twice this week.",
		outcomeWanted:
			"Somebody sees Ellis at home and speaks to him on his own, and the decision is looked at again with what we know.",
	}),
];

/** Raised more than a week ago and not talked about yet: no clock runs, but it shows its age. */
export const waitingForTheFirstTalk = ({ at }: Days): RehearsedDifference => [
	raised(at(-7, "14:05"), "jasmine.coles", "probation", "dylan.oyelaran", {
		children: [child("Rosa Kilbride", "2020-11-02"), child("Finn Kilbride", "2022-06-18")],
		themes: ["information"],
		issue:
			"A man whom probation supervises has moved in with a tenant who has two small children. Probation told us of the new address and nothing more, so we cannot tell whether the children are at risk from him.",
		outcomeWanted:
			"We know what we need to know to keep Rosa and Finn safe, and there is a plan that both agencies have seen.",
	}),
];

/** Settled between the two practitioners, and on the child’s record. */
export const resolvedByTalking = ({ at }: Days): RehearsedDifference => [
	raised(at(-16, "10:15"), "niamh.costello", "quayside", "anil.deshmukh", {
		children: [child("Baby Oduya", "")],
		themes: ["information", "timeliness"],
		issue:
			"The surgery learned in May that the mother uses sedatives during her pregnancy. I heard it from her by chance in my first visit, six weeks before the birth.",
		outcomeWanted:
			"The plan before the birth takes it into account, and the surgery tells us of such things within days.",
	}),
	{
		at: at(-15, "12:30"),
		by: "niamh.costello",
		does: "early-resolution.talk",
		outcome: "resolved",
		answers: {
			"talked-at": at(-15, "12:10"),
			"what-was-said":
				"Dr Deshmukh had written to the midwife and thought that the letter reached us too. It had not. He was sorry, and rang the midwife while I was on the line.",
			"agreed-outcome":
				"The midwife, Dr Deshmukh and I meet the mother together this week. The surgery sends such letters to the health visitor as well as to the midwife from now on.",
			learning: "A letter to midwifery does not reach health visiting. Send it to both.",
		},
	},
	{
		at: at(-15, "12:50"),
		by: "niamh.costello",
		recordsOnChildsRecord: "early-resolution.talk",
	},
];
