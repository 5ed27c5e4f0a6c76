/**
 * Why a date is what it is stands in the record in English, as it was worked out then (rule-in-words.ts). For whoever reads
 * another language it is read back here, sentence by sentence; what is none of these stays as it was recorded.
 */
import { type Said, type SaidTime, said, saidWhole } from "../said.ts";
import { saidDay, saidMoment, saidTime } from "./day-in-words.ts";
import { readTypedDay, readTypedTime } from "./typed-day.ts";

const day = String.raw`(\w+day \d{1,2} \w+ \d{4})`;
const hour = String.raw`([\d:]+[ap]m|midday|midnight)`;
const moment = `${hour} on ${day}`;
const when = `(?:the end of ${day}|${moment})`;

const isoIn = (text: string): string => {
	const read = readTypedDay({ day: text });
	return read.is === "day" ? read.day : "1970-01-01";
};
const dayIn = (text = ""): SaidTime => saidDay(isoIn(text));

function hourIn(text = ""): SaidTime {
	const [hours, minutes] = timeIn(text).split(":").map(Number);
	return saidTime({ hour: hours ?? 0, minute: minutes ?? 0 });
}
const timeIn = (text: string): string =>
	text === "midnight" ? "00:00" : text === "midday" ? "12:00" : (readTypedTime(text) ?? "00:00");

const momentIn = (time = "", on = ""): SaidTime =>
	saidMoment(Temporal.PlainDateTime.from(`${isoIn(on)}T${timeIn(time)}`));

/** The end of a day, or a moment. */
const whenIn = (endOf: string | undefined, time?: string, on?: string): Said | SaidTime =>
	endOf === undefined ? momentIn(time, on) : said`the end of ${dayIn(endOf)}`;

const counted = (amount = "", unit = ""): SaidTime => ({
	english: `${amount} ${unit}`,
	count: Number(amount.replaceAll(",", "")),
	one: unit.replace(/s$/, ""),
	many: `${unit.replace(/s$/, "")}s`,
});

/** Each sentence that a rule may have, and how what stands in it is said. */
const sentences: [RegExp, (...found: (string | undefined)[]) => Said][] = (
	[
		[
			`([\\d,]+) ((?:working |calendar )?day|week|month)(s?) after ${day}\\.`,
			(amount, unit, s, from) => said`${counted(amount, `${unit}${s}`)} after ${dayIn(from)}.`,
		],
		[
			`([\\d,]+) ((?:working |calendar )?day|week|month)(s?) before ${day}\\.`,
			(amount, unit, s, from) => said`${counted(amount, `${unit}${s}`)} before ${dayIn(from)}.`,
		],
		[
			`([\\d,]+) (week)(s?) after ${day}, or the next working day if that is not a working day\\.`,
			(amount, unit, s, from) =>
				said`${counted(amount, `${unit}${s}`)} after ${dayIn(from)}, or the next working day if that is not a working day.`,
		],
		[
			`([\\d,]+) (week)(s?) before ${day}, or the last working day before if that is not a working day\\.`,
			(amount, unit, s, from) =>
				said`${counted(amount, `${unit}${s}`)} before ${dayIn(from)}, or the last working day before if that is not a working day.`,
		],
		[
			`([\\d,]+) (hours?) after ${moment}, counting nights, weekends and bank holidays\\.`,
			(amount, unit, time, on) =>
				said`${counted(amount, unit)} after ${momentIn(time, on)}, counting nights, weekends and bank holidays.`,
		],
		[
			`([\\d,]+) (hours?) before ${moment}, counting nights, weekends and bank holidays\\.`,
			(amount, unit, time, on) =>
				said`${counted(amount, unit)} before ${momentIn(time, on)}, counting nights, weekends and bank holidays.`,
		],
		[
			`At once, from ${moment}; late when that day has ended\\.`,
			(time, on) => said`At once, from ${momentIn(time, on)}; late when that day has ended.`,
		],
		[`On ${day} itself\\.`, (on) => said`On ${dayIn(on)} itself.`],
		[
			`${day} is not a working day, so it counts as ${day}\\.`,
			(one, other) => said`${dayIn(one)} is not a working day, so it counts as ${dayIn(other)}.`,
		],
		[
			`It started at or after ${hour}, so it counts as ${day}\\.`,
			(time, on) => said`It started at or after ${hourIn(time)}, so it counts as ${dayIn(on)}.`,
		],
		["Due by the end of that day\\.", () => said`Due by the end of that day.`],
		[`Due by ${hour} on that day\\.`, (time) => said`Due by ${hourIn(time)} on that day.`],
		[
			`The due time, ${hour}, had already passed, so it is due at once\\.`,
			(time) => said`The due time, ${hourIn(time)}, had already passed, so it is due at once.`,
		],
		[
			`This may change: bank holidays are known from ${day} to ${day}; outside those dates only the regular ones are assumed\\.`,
			(from, to) =>
				said`This may change: bank holidays are known from ${dayIn(from)} to ${dayIn(to)}; outside those dates only the regular ones are assumed.`,
		],
		[
			`The day that was agreed: ${when}\\.`,
			(endOf, time, on) => said`The day that was agreed: ${whenIn(endOf, time, on)}.`,
		],
		[
			`The last day by which an action is to be done: ${when}\\.`,
			(endOf, time, on) =>
				said`The last day by which an action is to be done: ${whenIn(endOf, time, on)}.`,
		],
		[
			`Extended, with a reason, from ${day} to ${day}\\. The first date was ${day}:`,
			(from, to, first) =>
				said`Extended, with a reason, from ${dayIn(from)} to ${dayIn(to)}. The first date was ${dayIn(first)}:`,
		],
		[
			`Brought forward, with a reason, from ${day} to ${day}\\. The first date was ${day}:`,
			(from, to, first) =>
				said`Brought forward, with a reason, from ${dayIn(from)} to ${dayIn(to)}. The first date was ${dayIn(first)}:`,
		],
		[
			`A sooner date was set, with a reason: ${when}\\. Without it:`,
			(endOf, time, on) =>
				said`A sooner date was set, with a reason: ${whenIn(endOf, time, on)}. Without it:`,
		],
		[
			`It stood still from ${day} to ${day}, and that time was added\\.`,
			(from, to) =>
				said`It stood still from ${dayIn(from)} to ${dayIn(to)}, and that time was added.`,
		],
	] satisfies [string, (...found: (string | undefined)[]) => Said][]
).map(([pattern, says]) => [new RegExp(`^${pattern}`), says]);

/** The sentences of a rule, in order. */
export function saidRule(rule: string): Said[] {
	const all: Said[] = [];
	for (let rest = rule.trim(); rest !== ""; ) {
		const read = sentences.flatMap(([pattern, says]) => {
			const [found, ...parts] = pattern.exec(rest) ?? [];
			return found === undefined ? [] : [{ found, says: says(...parts) }];
		})[0];
		const found = read?.found ?? /^.*?[.:](?= |$)|^.+/s.exec(rest)?.[0] ?? rest;
		all.push(read?.says ?? saidWhole(found));
		rest = rest.slice(found.length).trim();
	}
	return all;
}
