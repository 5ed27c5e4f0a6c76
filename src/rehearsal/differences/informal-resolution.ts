import {
	child,
	managersAgreedADay,
	practitionersDisagreed,
	type RehearsedDifference,
	raised,
	replied,
	type Worry,
} from "../acts.ts";
import type { Days } from "../opening-day.ts";

/** The managers agreed on today for the reply. */
export function replyDueToday({ at, day }: Days): RehearsedDifference {
	const worry: Worry = {
		children: [child("Kofi Lambert", "2011-09-21")],
		themes: ["quality", "roles"],
		issue:
			"Kofi has been on two hours of school a day for a term. He spends the rest with older boys at the harbour, and we think that he carries parcels for them. The school says that the timetable is for his behaviour and is not a safeguarding matter.",
		outcomeWanted:
			"Kofi is in school all day, with support, and the risk outside school is in his plan.",
	};
	return [
		raised(at(-9, "15:20"), "jordan.small", "beaconhill", "tomos.gwyther", worry),
		practitionersDisagreed(at(-8, "16:00"), "jordan.small", "aoife.brennan", {
			whatWasSaid:
				"Mr Gwyther said that Kofi was close to being excluded and that two hours was what he could manage. He did not know of the parcels.",
			whyNot:
				"He cannot change the timetable himself, and did not want to take it further this term.",
		}),
		managersAgreedADay(at(-6, "11:30"), "aoife.brennan", "shabnam.karimi", worry, {
			whatWasSaid:
				"Ms Karimi had not been told how long it had lasted. She wants to look at the attendance and talk to Kofi and his aunt first.",
			replyBy: day(0),
		}),
	];
}

/** The agreed day passed two working days ago and no reply came. */
export function replyOverdue({ at, day }: Days): RehearsedDifference {
	const worry: Worry = {
		children: [child("Idris Haddow", "2024-02-27")],
		themes: ["quality"],
		issue:
			"Idris’s mother tells us that she has not been visited since he was four months old. He is not yet walking or pointing, and she is alone with him and low in mood. The health visiting record says that the family needs no extra visits.",
		outcomeWanted:
			"Idris has his two-year review now, and the level of visits is set again by somebody who has met the family.",
	};
	return [
		raised(at(-14, "09:50"), "maya.friedlander", "healthvisiting", "joanna.petrie", worry),
		practitionersDisagreed(at(-12, "13:15"), "maya.friedlander", "kwame.osei", {
			whatWasSaid:
				"Ms Petrie took the family over in the summer and has not met them. She agreed that a review is late but has no place for one before the new year.",
			whyNot: "She could not offer an earlier visit.",
		}),
		managersAgreedADay(at(-8, "10:00"), "kwame.osei", "yetunde.bakare", worry, {
			whatWasSaid:
				"Ms Bakare will look at the record and at who could go, and ring back with a date.",
			replyBy: day(-2),
		}),
	];
}

/** The reply came yesterday: the raising manager must say whether it settles the matter. */
export function replyToWeigh({ at, day }: Days): RehearsedDifference {
	const worry: Worry = {
		children: [child("Maisie Thornbury", "2023-07-30")],
		themes: ["timeliness", "information"],
		issue:
			"Police went to a violent incident at Maisie’s home on a Saturday night. The notification reached us eleven days later. I visited in between without knowing of it.",
		outcomeWanted:
			"We hear of incidents at homes with children under five on the next working day.",
	};
	return [
		raised(at(-11, "11:40"), "joanna.petrie", "police", "callum.reddy", worry),
		practitionersDisagreed(at(-10, "09:25"), "joanna.petrie", "yetunde.bakare", {
			whatWasSaid:
				"DC Reddy sent his report that night. It waited for somebody to check it. He cannot change how the checking is done.",
			whyNot: "It is not for the two of us to change.",
		}),
		managersAgreedADay(at(-7, "15:00"), "yetunde.bakare", "ingrid.solheim", worry, {
			whatWasSaid: "DS Solheim will find out how long notifications waited in the last two months.",
			replyBy: day(1),
		}),
		replied(
			at(-1, "16:10"),
			"ingrid.solheim",
			"You are right: over two months the longest wait was twelve days, when the one person who checks was ill. From Monday a second person checks on working days, and reports on homes with children under five go first. I would like to look at the figures with you in six weeks.",
		),
	];
}

/** Settled between managers: asked, answered in time, accepted. */
export function resolvedByManagers({ at, day }: Days): RehearsedDifference {
	const worry: Worry = {
		children: [child("Amelie Rush", "2022-01-15")],
		themes: ["assessments"],
		issue:
			"The assessment of Amelie’s family does not mention what we wrote: that her stepfather collects her smelling of drink. It says that the nursery has no concerns.",
		outcomeWanted: "The assessment says what the nursery saw, and what follows from it.",
	};
	return [
		raised(at(-25, "08:30"), "chloe.baptiste", "csc", "amara.nwosu", worry),
		practitionersDisagreed(at(-24, "17:05"), "chloe.baptiste", "anneliese.hofer", {
			whatWasSaid:
				"Ms Nwosu had our letter only after the assessment was signed, and said that it could not be opened again.",
			whyNot: "She may not change an assessment that is signed.",
		}),
		managersAgreedADay(at(-22, "12:45"), "anneliese.hofer", "denise.carrow", worry, {
			whatWasSaid:
				"Ms Carrow will read our letter beside the assessment and decide whether to add to it.",
			replyBy: day(-18),
		}),
		replied(
			at(-19, "14:20"),
			"denise.carrow",
			"I have added an addendum with what you saw, and Ms Nwosu has spoken to both parents about it. The stepfather has agreed not to collect Amelie. The social worker visits unannounced twice this month.",
		),
		{
			at: at(-18, "09:10"),
			by: "anneliese.hofer",
			does: "informal-resolution.weigh",
			outcome: "resolved",
			answers: {
				"reply-agreed":
					"The addendum says what we saw. Amelie’s grandmother collects her, and we ring Ms Nwosu the same day if that changes.",
				learning: "Ask settings for their view before an assessment is signed.",
			},
		},
		{
			at: at(-18, "09:15"),
			by: "anneliese.hofer",
			recordsOnChildsRecord: "informal-resolution.weigh",
		},
		{
			at: at(-17, "10:40"),
			by: "denise.carrow",
			recordsOnChildsRecord: "informal-resolution.reply",
		},
	];
}

/** Taken back by the agency that raised it. */
export function withdrawn({ at }: Days): RehearsedDifference {
	const worry: Worry = {
		children: [child("Corey Blakeney", "2010-04-11")],
		themes: ["information"],
		issue:
			"We asked the school for Corey’s attendance for our enquiry and were told that it needs a court order.",
		outcomeWanted: "We have Corey’s attendance for this term.",
	};
	return [
		raised(at(-21, "13:30"), "callum.reddy", "beaconhill", "tomos.gwyther", worry),
		practitionersDisagreed(at(-21, "14:10"), "callum.reddy", "ingrid.solheim", {
			whatWasSaid: "Mr Gwyther asked for the request in writing and had no time to talk.",
			whyNot: "He did not think that he may give it.",
		}),
		{
			at: at(-20, "08:50"),
			by: "ingrid.solheim",
			moves: "withdraw",
			answers: {
				"withdrawal-reason":
					"The school sent the attendance this morning, after its safeguarding lead had read our request.",
			},
		},
	];
}
