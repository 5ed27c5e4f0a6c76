import { randomUUID } from "node:crypto";
import type { App } from "../actions/app.ts";
import { approveBriefing, makeBriefing, writeBriefing } from "../actions/make-briefing.ts";
import { type LessonGiven, recordLesson } from "../actions/record-lesson.ts";
import type { BriefingText } from "../domain/learning/briefing.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { dateNamed, type OpeningDay } from "../domain/story/story.ts";
import { zone } from "../domain/time.ts";
import { listBriefings } from "../store/briefings.ts";
import { listLessons } from "../store/lessons.ts";
import { searchDifferences } from "../store/search.ts";
import { agencyId } from "./identifiers.ts";

/** What is known of a lesson of the rehearsal before the opening day is. */
type Told = Omit<LessonGiven, "againOn" | "actions" | "namesNobody"> & {
	at: string;
	/** Whom the difference is about from which it was learned. */
	about: string;
	againOn: string;
	actions: { what: string; shownBy: string; agency: string; owner?: string; dueOn: string }[];
};

const withTheLandlord: Told = {
	at: "day -21 13:30",
	about: "Archie Denholm",
	theme: "information",
	happened:
		"A family was moved to a flat whose door did not lock, after a parent had been barred from the old one. The landlord had not been told of the order.",
	shouldDiffer:
		"Whoever gets an order that bars somebody from a home sends it to the landlord on the same day, with a named person on each side.",
	againOn: "day 130",
	actions: [
		{
			what: "Ask about orders in the checklist for moves",
			shownBy: "Ten checklists in which it is answered",
			agency: "tidewater",
			owner: "Viktor Halász",
			dueOn: "day 12",
		},
		{
			what: "Tell every team to whom at each landlord an order goes",
			shownBy: "The list of landlords, on the desk of each team",
			agency: "csc",
			dueOn: "day 25",
		},
	],
};

const withTheConference: Told = {
	at: "day -11 16:00",
	about: "Dominic Achterberg",
	theme: "conference-decision",
	happened:
		"A conference ended a plan against the view of two agencies. Its minutes did not say why their view was set aside.",
	shouldDiffer:
		"A conference that goes against the view of an agency says why in the room, and writes it down.",
	againOn: "day 90",
	actions: [
		{
			what: "Add “views set aside, and why” to the minutes",
			shownBy: "A sample of twenty minutes",
			agency: "csc",
			owner: "Rafiq Chowdhury",
			dueOn: "day 30",
		},
	],
};

const ordersAndLandlords: BriefingText = {
	title: "An order bars somebody from a home: who tells the landlord?",
	sections: {
		happened:
			"A family was moved after a parent had been barred from their home. The door of the new flat did not lock. The landlord had not been told of the order, and put the lock on a list for repairs within 28 days.\nA colleague who knew the family did not accept that and raised a professional difference. The lock was mended, and the family stayed.",
		matters:
			"An order protects a child only if those who hold the keys know of it. Each agency thought that another had passed it on. Nobody was careless; nobody was named to do it.",
		learned:
			"Whoever gets such an order sends it to the landlord on the same day, to a named person, and hears back that it has arrived.\nA difference that was raised early changed what happened for the child within weeks.",
		differently:
			"Ask at every move: is there an order, and who has it?\nSend it on the same day, and ring to hear that it has arrived\nTreat a lock as part of the safety plan, not as a repair\nIf the answer is “28 days”, raise it",
		questions:
			"To whom at our landlords would you send an order today?\nHow would we know that it has arrived?\nWhen did we last accept a date that was too late for a child?",
		more: "The protocol is in Concord, under “How this works”. Your safeguarding lead or the Business Unit can tell you more.",
	},
};

type Past = { at: Temporal.ZonedDateTime; happens: (then: App) => Promise<unknown> };

/** What the rehearsed partnership has learned by its opening day: two lessons, a briefing, and a draft that waits. */
export function learningSoFar(people: ReadonlyMap<string, Viewer>, opening: OpeningDay): Past[] {
	const person = (said: string): Viewer => {
		const found = people.get(said);
		if (!found) throw new RangeError(`Nobody is called ${said}`);
		return found;
	};
	const moment = (said: string): Temporal.ZonedDateTime => {
		const local = dateNamed(said, opening);
		if (!local) throw new RangeError(`${said} is no day`);
		return Temporal.PlainDateTime.from(local).toZonedDateTime(zone);
	};
	const day = (said: string) => moment(`${said} 12:00`).toPlainDate().toString();
	const office = person("tendai.moyo");
	const recording = ({ at, about, againOn, actions, ...lesson }: Told): Past => ({
		at: moment(at),
		happens: async (then) => {
			const { rows } = await searchDifferences(then.db, office, {
				about,
				sort: "changed",
				page: 1,
				pageSize: 1,
			});
			await recordLesson(
				then,
				office,
				{ difference: rows[0]?.id ?? "", key: randomUUID() },
				{
					...lesson,
					againOn: day(againOn),
					actions: actions.map(({ agency, dueOn, ...action }) => ({
						...action,
						agencyId: agencyId(agency),
						dueOn: day(dueOn),
					})),
					namesNobody: false,
				},
			);
		},
	});
	const drafting = (at: string, text?: BriefingText): Past => ({
		at: moment(at),
		happens: async (then) => {
			const [latest] = await listLessons(then.db, office.partnershipId);
			const id = await makeBriefing(then, office, latest ? [latest.id] : []);
			if (text) await writeBriefing(then, office, { id, read: 1 }, text);
		},
	});
	const approving = (at: string): Past => ({
		at: moment(at),
		happens: async (then) => {
			const [draft] = await listBriefings(then.db, office.partnershipId, ["draft"]);
			if (draft)
				await approveBriefing(then, person("judith.okonedo"), {
					id: draft.id,
					read: draft.revision,
					namesNobody: false,
				});
		},
	});
	return [
		recording(withTheLandlord),
		drafting("day -18 10:00", ordersAndLandlords),
		approving("day -16 15:00"),
		recording(withTheConference),
		drafting("day -3 11:00"),
	];
}
