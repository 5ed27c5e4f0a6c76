import { expect, test } from "vitest";
import { publishedList } from "../domain/calendar/bank-holiday-list.fixture.ts";
import { calendarCheck } from "./calendar-check.ts";
import { calling, fileWith } from "./command.fixture.ts";

async function check(content: string, ...more: string[]) {
	const file = fileWith("days.json", content);
	const { out, ...told } = await calling(calendarCheck)(["calendar", "check", file, ...more]);
	return { ...told, out: out.replaceAll(file, "days.json") };
}

test("a list that Concord knows already has no faults", async () => {
	expect(await check(JSON.stringify(publishedList(2019, 2028)))).toEqual({
		code: 0,
		out: "days.json: has no faults, and nothing that Concord’s own calendar 2028.1 does not know.\n",
		err: "",
	});
});

test("a list that goes further says what it adds", async () => {
	const { code, out } = await check(JSON.stringify(publishedList(2019, 2029)));
	expect(code).toBe(0);
	expect(out).toContain("It adds:\n  Monday 1 January 2029, New Year's Day");
	expect(out).toContain("known to Monday 31 December 2029");
});

test("each fault of a spoilt list is a line", async () => {
	expect(await check("{}")).toMatchObject({
		code: 1,
		out: expect.stringMatching(/^(days\.json: .* is missing\.\n){3}$/),
	});
	expect(
		await check(JSON.stringify(publishedList(2027, 2028)), "--today", "2026-03-30"),
	).toMatchObject({ code: 1, out: expect.stringMatching(/leaves out 2026/) });
});

test("no file, or a day that is none, is a wrong call", async () => {
	expect(await check("{}", "another.json")).toMatchObject({ code: 2 });
	expect(await check("{}", "--today", "2026-03-30T99:00")).toMatchObject({
		code: 2,
	});
});
