import {
	askedTheExecutive,
	child,
	type FormalWorry,
	filledInPartOne,
	forwarded,
	notResolvedByResponse,
	type RehearsedDifference,
	responded,
	signedOff,
	talkedInVain,
} from "../acts.ts";
import type { Days } from "../opening-day.ts";

/** The Executive has been asked and has not decided. */
export function beforeTheExecutive({ at }: Days): RehearsedDifference {
	const worry: FormalWorry = {
		children: [child("Ruby Castellan", "2010-08-30")],
		themes: ["quality", "thresholds"],
		issue:
			"Ruby’s youth worker has reported four times that adults buy her things and drive her to flats in the town. The exploitation screening was scored low each time, from papers only.",
		outcomeWanted:
			"Ruby is screened again by somebody who has met her, with youth work, school and police in the room.",
		firstTalk: "Mr Wrona said that Ruby denies it and that a screening goes by what is known.",
		whyNotAtFirst: "What she told me was not counted as known.",
		managersTalk: "Ms Carrow offered to look at the form again but not to meet Ruby.",
		whyNotByManagers: "The papers will say the same as before.",
		evidence:
			"My four reports, two registration numbers, and what Ruby said to me in her own words.",
		impact: "Ruby has stopped coming to the club since the third report.",
		childSafe: "no",
		childSafeSteps: "I told Children’s Social Care and the police each time.",
	};
	return [
		...talkedInVain(
			worry,
			{
				practitionerA: "jordan.small",
				managerA: "aoife.brennan",
				agencyB: "csc",
				practitionerB: "lukasz.wrona",
				managerB: "denise.carrow",
			},
			[at(-24, "16:35"), at(-23, "10:10"), at(-21, "11:50")],
		),
		filledInPartOne(at(-19, "14:15"), "jordan.small", worry, "01632 960 158"),
		signedOff(at(-18, "12:25"), "desmond.clarke"),
		forwarded(at(-17, "09:45"), "tendai.moyo", "rafiq.chowdhury"),
		responded(at(-9, "16:05"), "rafiq.chowdhury", {
			position: "disagree",
			response:
				"The screening was done as the tool asks. To score by impression would not be fair to other children who wait.",
		}),
		notResolvedByResponse(
			at(-7, "10:55"),
			"desmond.clarke",
			"Nobody who scored Ruby has met her, and nobody is going to.",
		),
		askedTheExecutive(
			at(-6, "15:40"),
			"desmond.clarke",
			"Senior managers of both agencies have set out their views and hold to them. The question is how the tool is used for every child, which neither of us can decide.",
		),
	];
}

/** Decided, with the review of the case asked for; the learning is recorded. */
export function decidedWithReferral({ at, day }: Days): RehearsedDifference {
	const worry: FormalWorry = {
		children: [child("Dominic Achterberg", "2015-01-28")],
		themes: ["conference-decision"],
		issue:
			"The conference ended Dominic’s plan against the view of school and health, who were each told that theirs was the minority.",
		outcomeWanted: "The conference is held again.",
		firstTalk: "Ms Nwosu said that the decision was the conference’s and not hers.",
		whyNotAtFirst: "She cannot change it.",
		managersTalk:
			"Ms Carrow agreed that the minutes do not say why our view was set aside, but not that the decision was wrong.",
		whyNotByManagers: "The minutes can be mended without helping Dominic.",
		evidence:
			"Our report to the conference, the minutes, and Dominic’s attendance in the four weeks since.",
		impact: "Dominic has come to school eleven days of twenty since the plan ended.",
		childSafe: "interim",
		childSafeSteps: "We visit the home on each day of absence.",
	};
	return [
		...talkedInVain(
			worry,
			{
				practitionerA: "marek.dvorak",
				managerA: "grace.adeyemi",
				agencyB: "csc",
				practitionerB: "amara.nwosu",
				managerB: "denise.carrow",
			},
			[at(-36, "15:30"), at(-35, "12:40"), at(-34, "14:00")],
		),
		filledInPartOne(at(-33, "16:45"), "marek.dvorak", worry, "marek.dvorak@saltmarsh.example.org"),
		signedOff(at(-32, "11:35"), "philip.thorne"),
		forwarded(at(-31, "10:15"), "sian.prosser", "rafiq.chowdhury"),
		responded(at(-26, "15:55"), "rafiq.chowdhury", {
			position: "in-part",
			response:
				"The minutes fell short and have been written again. The decision was one that the conference could take.",
			"actions-taken": "New minutes sent to everybody who was there.",
		}),
		notResolvedByResponse(
			at(-25, "13:20"),
			"philip.thorne",
			"Dominic still has no plan, and is in school half of the time.",
		),
		askedTheExecutive(
			at(-24, "09:05"),
			"philip.thorne",
			"A conference went against two agencies of four without saying why. Only the Executive can ask for it to be held again.",
		),
		{
			at: at(-14, "14:35"),
			by: "farah.qureshi",
			does: "executive.decide",
			outcome: "decided",
			answers: {
				decision:
					"The conference about Dominic is held again within fifteen working days, with another chair.",
				"decision-reasons":
					"The reasons for setting aside the view of two agencies were not given at the time, and cannot be given afterwards by mending the minutes.",
				"decision-actions": [
					{
						what: "Hold the conference again, with another chair",
						who: "Rafiq Chowdhury",
						by: day(1),
					},
				],
			},
		},
		{
			at: at(-13, "09:55"),
			by: "adaeze.umeh",
			moves: "refer-for-review",
			answers: {
				"referral-reason":
					"How often in the last year a conference went against a minority of agencies, and whether its minutes say why.",
			},
		},
		{
			at: at(-11, "16:15"),
			by: "tendai.moyo",
			does: "afterwards.learning",
			outcome: "recorded",
			answers: {
				"changed-for-child": "too-early",
				lesson:
					"A conference that goes against the view of an agency should say why in the room, and write it down.",
			},
		},
	];
}
