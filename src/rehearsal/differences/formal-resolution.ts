import {
	child,
	type FormalWorry,
	filledInPartOne,
	forwarded,
	type RehearsedDifference,
	raised,
	responded,
	signedOff,
	talkedInVain,
	type UnsettledWorry,
	type UrgentWorry,
} from "../acts.ts";
import type { Days } from "../opening-day.ts";

/** Part one is being written: a draft of it is kept. */
export function beingDrafted({ at }: Days): RehearsedDifference {
	const worry: UnsettledWorry = {
		children: [child("Leon Adair", "2012-12-05")],
		themes: ["thresholds"],
		issue:
			"Leon told two members of staff that his father hits him with a belt. The referral was passed to early help, because he has no marks.",
		outcomeWanted: "A strategy discussion about Leon, with school in it.",
		firstTalk:
			"Ms Nwosu said that without an injury and with a father who denies it the threshold is not met.",
		whyNotAtFirst: "She held to the decision of her team.",
		managersTalk:
			"Ms Carrow offered a visit by early help within ten days. I said that it would be to the father, and that Leon would not speak in front of him.",
		whyNotByManagers: "We see the risk differently.",
	};
	return [
		...talkedInVain(
			worry,
			{
				practitionerA: "tomos.gwyther",
				managerA: "shabnam.karimi",
				agencyB: "csc",
				practitionerB: "amara.nwosu",
				managerB: "denise.carrow",
			},
			[at(-6, "15:45"), at(-5, "11:20"), at(-2, "16:30")],
		),
		{
			at: at(-1, "17:15"),
			by: "tomos.gwyther",
			drafts: "formal-resolution.raise",
			content: {
				"child-safe": "interim",
				"child-safe-steps": "Leon stays in homework club until his aunt collects him.",
				evidence:
					"He told Ms Pryce on the way back from swimming, and me the next day, in the same words. He said",
			},
		},
	];
}

/** Part one is written: it waits for a senior manager who did not write it. */
export function awaitingSignOff({ at }: Days): RehearsedDifference {
	const worry: FormalWorry = {
		children: [child("Noor Siddiqi", "2019-08-17")],
		themes: ["criteria", "quality"],
		issue:
			"Noor has been brought to us five times in three months with symptoms that we cannot find, and twice to other surgeries. Social care says that this is a matter for doctors.",
		outcomeWanted:
			"Social care, school and health look together at whether Noor’s illness is being made up or brought about.",
		firstTalk:
			"I told Mr Wrona of the seven visits and of what the mother says in each. He said that he needs a medical finding first.",
		whyNotAtFirst: "He asked for proof that can only come from working together.",
		managersTalk:
			"Dr Meredith explained the guidance on perplexing presentations to Ms Carrow. Ms Carrow thought that a paediatrician must decide.",
		whyNotByManagers: "Each agency waits for the other to go first, and Noor is off school.",
		evidence:
			"Dates and reasons of the seven visits; two normal blood tests; the school’s attendance of 61%; the mother’s request for a feeding tube.",
		impact:
			"Noor has missed four weeks of school, has had tests that she did not need and calls herself the poorly one.",
		childSafe: "interim",
		childSafeSteps:
			"The practice sees Noor with one named doctor only, and no further tests are ordered without a paediatrician.",
	};
	return [
		...talkedInVain(
			worry,
			{
				practitionerA: "anil.deshmukh",
				managerA: "catrin.meredith",
				agencyB: "csc",
				practitionerB: "lukasz.wrona",
				managerB: "denise.carrow",
			},
			[at(-8, "13:10"), at(-7, "13:30"), at(-4, "18:00")],
		),
		filledInPartOne(
			at(-1, "15:30"),
			"anil.deshmukh",
			worry,
			"01632 960 114, before 8:30am or at midday",
		),
	];
}

/** Urgent, so stages 1 and 2 were left out; signed this morning, and the Business Unit has it. */
export function receivedToday({ at }: Days): RehearsedDifference {
	const worry: UrgentWorry = {
		children: [child("Tyler Penhallow", "2018-02-20")],
		themes: ["strategy"],
		issue:
			"The strategy discussion on Wednesday decided that Tyler stays at home while his mother’s partner, whom we supervise for violence, is on bail with an address two streets away. Probation was not invited.",
		outcomeWanted:
			"The discussion is held again, with probation, before the partner’s next appointment.",
		firstTalk: "Left out: see the reason for going straight to this stage.",
		managersTalk: "Left out: see the reason for going straight to this stage.",
		whyNotByManagers: "There was no time to talk first: the partner may go back any day.",
		evidence:
			"Three breaches of his conditions since June, each of them by going to the home. What he said of Tyler in supervision, which I will give to the discussion.",
		impact:
			"Tyler may be alone with a man who has hurt two children, and nobody in the discussion knew of the breaches.",
		childSafe: "no",
		childSafeSteps:
			"I rang Children’s Social Care and the police on the day I learned of the decision.",
	};
	return [
		raised(at(-1, "11:05"), "dylan.oyelaran", "csc", "amara.nwosu", worry, [
			{ call: "0300 123 2224", madeAt: at(-1, "10:40") },
		]),
		{
			at: at(-1, "11:20"),
			by: "kirsty.macaskill",
			moves: "straight-to-formal",
			answers: {
				"skip-reason":
					"He may return to the home at any time, and the decision was taken by managers of both agencies: talking at stages 1 and 2 would be with people who cannot change it.",
			},
		},
		filledInPartOne(
			at(-1, "16:50"),
			"dylan.oyelaran",
			worry,
			"01632 960 187, or dylan.oyelaran@probation.example.org",
		),
		signedOff(at(0, "08:55"), "stephen.ferreira"),
	];
}

/** Signed two working days ago: the Business Unit must send it on today. */
export function toForwardToday({ at }: Days): RehearsedDifference {
	const worry: FormalWorry = {
		children: [child("Jada Ferris", "2021-05-03"), child("Micah Ferris", "2023-10-12")],
		themes: ["timeliness"],
		issue:
			"Four notifications of violence at the Ferris home in five weeks, each closed as verbal only. Ms Ferris has shown me bruises that she had on two of those dates.",
		outcomeWanted:
			"The four incidents are looked at together, and the children’s names are in the referral.",
		firstTalk:
			"DC Reddy said that officers wrote what they saw and that Ms Ferris said nothing to them.",
		whyNotAtFirst: "He may not open incidents again that are closed.",
		managersTalk:
			"DS Solheim will not look at closed incidents without a statement. I said that Ms Ferris is afraid of making one.",
		whyNotByManagers: "Nothing happens without a statement, and there will be none.",
		evidence:
			"My notes of two visits with what I saw and what Ms Ferris said, and the dates of the four notifications.",
		impact: "Jada hides when a car stops. Micah has stopped babbling since September.",
		childSafe: "interim",
		childSafeSteps: "The family is with Ms Ferris’s sister on the nights when he is not at work.",
	};
	return [
		...talkedInVain(
			worry,
			{
				practitionerA: "niamh.costello",
				managerA: "yetunde.bakare",
				agencyB: "police",
				practitionerB: "callum.reddy",
				managerB: "ingrid.solheim",
			},
			[at(-10, "10:30"), at(-9, "15:15"), at(-6, "12:10")],
		),
		filledInPartOne(
			at(-3, "17:20"),
			"niamh.costello",
			worry,
			"01632 960 142, Mondays to Thursdays",
		),
		signedOff(at(-2, "16:40"), "susan.whitlock"),
	];
}

/** Sent on ten working days ago: the response is due today. */
export function responseDueToday({ at }: Days): RehearsedDifference {
	const worry: FormalWorry = {
		children: [child("Safa Benali", "2016-06-26")],
		themes: ["conference-need"],
		issue:
			"Safa’s case was stepped down to child in need six weeks after her brother was removed from the same home. There was no conference about her.",
		outcomeWanted: "A child protection conference about Safa.",
		firstTalk:
			"Mr Wrona said that Safa is older, is doing well in school and has asked to stay with her mother.",
		whyNotAtFirst: "We disagree on what her doing well in school means.",
		managersTalk:
			"Ms Carrow said that a conference would break the trust of the mother, who now works with them.",
		whyNotByManagers: "What was true for her brother is true for her: it is the same home.",
		evidence:
			"Safa gets herself to school and makes her own food. She has been to the nurse eleven times this term with stomach ache, on Mondays.",
		impact:
			"She looks after her mother. She told her teacher that she sleeps with a chair against the door.",
		childSafe: "interim",
		childSafeSteps: "She has a key to the breakfast room and a person to go to.",
	};
	return [
		...talkedInVain(
			worry,
			{
				practitionerA: "zoe.hartnell",
				managerA: "grace.adeyemi",
				agencyB: "csc",
				practitionerB: "lukasz.wrona",
				managerB: "denise.carrow",
			},
			[at(-18, "15:50"), at(-17, "16:20"), at(-14, "10:45")],
		),
		filledInPartOne(at(-12, "18:05"), "zoe.hartnell", worry, "zoe.hartnell@saltmarsh.example.org"),
		signedOff(at(-11, "08:20"), "philip.thorne"),
		forwarded(at(-10, "11:00"), "tendai.moyo", "rafiq.chowdhury"),
	];
}

/** The ten working days have passed without a response: the Business Unit follows up. */
export function responseOverdue({ at }: Days): RehearsedDifference {
	const worry: FormalWorry = {
		children: [child("Billie Marsh", "2009-11-19")],
		themes: ["quality", "timeliness"],
		issue:
			"Billie was reported missing six times in October. She was spoken to once on her return, by an officer in uniform, in front of her mother.",
		outcomeWanted:
			"Billie is offered a talk with somebody she can trust after each time, and what she says reaches those who can act on it.",
		firstTalk:
			"DC Reddy agreed that the talks did not take place. The contract for them ended in September.",
		whyNotAtFirst: "He has nobody to send.",
		managersTalk:
			"DS Solheim said that a new contract comes in spring and that officers do what they can.",
		whyNotByManagers: "Billie cannot wait until spring.",
		evidence:
			"The six dates; Billie’s new telephone, which nobody at home gave her; the names of two men that she let slip.",
		impact: "She is sixteen soon, and says that nobody asks where she goes.",
		childSafe: "no",
		childSafeSteps: "I rang Children’s Social Care, and have given the names to the police.",
	};
	return [
		...talkedInVain(
			worry,
			{
				practitionerA: "maya.friedlander",
				managerA: "kwame.osei",
				agencyB: "police",
				practitionerB: "callum.reddy",
				managerB: "ingrid.solheim",
			},
			[at(-21, "11:15"), at(-20, "14:30"), at(-18, "09:20")],
		),
		filledInPartOne(at(-16, "12:00"), "maya.friedlander", worry, "01632 960 165"),
		signedOff(at(-15, "10:05"), "bridget.nolan"),
		forwarded(at(-13, "15:35"), "sian.prosser", "marcus.aldous"),
	];
}

/** The response is there: a senior manager of the raising agency says whether it resolves the matter. */
export function responseToConsider({ at, day }: Days): RehearsedDifference {
	const worry: FormalWorry = {
		children: [child("Oskar Lindqvist", "2014-03-14")],
		themes: ["looked-after"],
		issue:
			"Oskar’s placement was moved forty miles away with two days’ notice. His health assessment, his tooth operation and his place in our group were lost with it.",
		outcomeWanted:
			"His health appointments are kept or made again at once, and we are asked before a child with open treatment is moved.",
		firstTalk: "Ms Nwosu said that the carers gave notice and that there was no other place.",
		whyNotAtFirst: "She could not say who now sees to his health.",
		managersTalk:
			"Ms Carrow will remind the team to tell us. She had no answer about the operation.",
		whyNotByManagers: "A reminder does not give Oskar his operation.",
		evidence:
			"The waiting list, the cancelled appointment and three unanswered messages to the placements team.",
		impact: "Oskar is in pain and has been off school for it.",
		childSafe: "yes",
	};
	return [
		...talkedInVain(
			worry,
			{
				practitionerA: "priti.raval",
				managerA: "beatriz.figueira",
				agencyB: "csc",
				practitionerB: "amara.nwosu",
				managerB: "denise.carrow",
			},
			[at(-19, "09:40"), at(-18, "13:00"), at(-16, "15:25")],
		),
		filledInPartOne(at(-14, "11:10"), "priti.raval", worry, "01632 960 121"),
		signedOff(at(-13, "09:30"), "owen.tregarth"),
		forwarded(at(-12, "10:20"), "tendai.moyo", "rafiq.chowdhury"),
		responded(at(-3, "14:50"), "rafiq.chowdhury", {
			position: "in-part",
			response:
				"The move could not be put off. But nobody was made responsible for Oskar’s treatment, and that was wrong. I disagree that your team can be asked before every move: there are nights when there is no time.",
			"actions-taken": "His social worker rang the hospital: the operation is on the list again.",
			"further-actions": [
				{
					what: "Take Oskar to the hospital for his operation",
					who: "Amara Nwosu",
					by: day(8),
				},
				{
					what: "Add open treatment to the checklist for moves",
					who: "Rafiq Chowdhury",
					by: day(15),
				},
			],
		}),
		{
			at: at(-2, "09:00"),
			by: "rafiq.chowdhury",
			recordsOnChildsRecord: "formal-resolution.respond",
		},
	];
}

/** Settled by the response, with what was learned. */
export function resolvedByResponse({ at, day }: Days): RehearsedDifference {
	const worry: FormalWorry = {
		children: [child("Archie Denholm", "2020-09-08")],
		themes: ["roles", "information"],
		issue:
			"Archie’s family was moved to a flat without a working lock after his father was barred from the old one. Housing said that the order was not its concern.",
		outcomeWanted: "The flat is safe, and the family is not moved again.",
		firstTalk:
			"Ms Coles had not seen the order. She put the lock on the list for repairs within 28 days.",
		whyNotAtFirst: "28 days is too long for a lock that keeps a father out.",
		managersTalk:
			"Mr Halász said that repairs are ranked by the contractor and that he cannot change the rank.",
		whyNotByManagers: "Nobody in housing could say who can.",
		evidence: "The order, a photograph of the door, and two calls to the police.",
		impact: "Archie’s mother sleeps in the hall. Archie has wet the bed each night.",
		childSafe: "interim",
		childSafeSteps: "Neighbours watch the stairs; the police have marked the address.",
	};
	return [
		...talkedInVain(
			worry,
			{
				practitionerA: "chloe.baptiste",
				managerA: "anneliese.hofer",
				agencyB: "tidewater",
				practitionerB: "jasmine.coles",
				managerB: "viktor.halasz",
			},
			[at(-32, "17:10"), at(-31, "12:15"), at(-30, "09:35")],
		),
		filledInPartOne(at(-29, "18:20"), "chloe.baptiste", worry, "01632 960 133, ask for Chloé"),
		signedOff(at(-28, "07:50"), "parveen.sandhu"),
		forwarded(at(-28, "15:05"), "sian.prosser", "lorraine.peck"),
		responded(at(-24, "11:25"), "lorraine.peck", {
			position: "agree",
			response:
				"You are right on both counts. An order of a court must reach our repairs team on the day, and it did not. The lock was changed the day after your form came.",
			"actions-taken": "Lock changed, door reinforced, a call button fitted.",
			"further-actions": [
				{
					what: "Repairs that an order of a court asks for are done within a day",
					who: "Lorraine Peck",
					by: day(-15),
				},
			],
		}),
		{
			at: at(-23, "08:40"),
			by: "parveen.sandhu",
			does: "formal-resolution.consider",
			outcome: "resolved",
			answers: {
				satisfied:
					"The family is safe in the flat and stays there. Archie’s mother has the direct number of the repairs team.",
			},
		},
		{
			at: at(-21, "13:45"),
			by: "sian.prosser",
			does: "afterwards.learning",
			outcome: "recorded",
			answers: {
				"changed-for-child": "yes",
				lesson:
					"Orders that bar somebody from a home should go to the landlord on the day, with a named person on each side.",
				"policy-gap": "The moves checklist of the landlord did not ask for orders.",
			},
		},
	];
}
