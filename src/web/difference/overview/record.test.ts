import { expect, test } from "vitest";
import { officeForAll } from "../../../../test/support/office.ts";
import { freshKey, raiseByTeacher, toFormal } from "../../../../test/support/partnership.ts";
import { faultsIn } from "../../../../test/support/visitor.ts";
import { saySafety } from "../../../actions/say-safety.ts";

const partnership = officeForAll({ at: "2026-03-30T10:00" });

test("of a long record the newest is shown, all of it is one click away, and no address of an entry leads nowhere", async () => {
	const { app, people, visitor } = partnership;
	const difference = await raiseByTeacher(partnership);
	await toFormal(partnership, difference, "forward");
	const url = `/differences/${difference}`;
	const head = await visitor(people.headteacher);
	const short = await head.open(url);
	const idsIn = (body: string) =>
		[...body.matchAll(/id="(entry-\d+)"/g)].map(([, id]) => id).toSorted();
	expect(short.words).not.toContain("whole record");

	for (let day = 0; day < 50; day++) {
		partnership.at(
			`2026-03-30T${String(11 + Math.floor(day / 5)).padStart(2, "0")}:${(day % 5) * 10 + 10}`,
		);
		await saySafety(
			app,
			{ difference, by: people.headteacher, key: freshKey() },
			{ safe: day % 2 === 1, calls: [], answers: {} },
		);
	}
	const folded = await head.open(url);
	const whole = await head.open(`${url}?record=whole`);
	expect(folded.words).toContain("The newest 25 of");
	expect(folded.words).toContain("Show the whole record");
	const times = (body: string) => body.match(/moj-timeline__item/g)?.length ?? 0;
	expect(times(folded.body)).toBe(25);
	expect(times(whole.body)).toBeGreaterThan(50);
	expect(whole.words).toContain(`All ${times(whole.body)}, the newest first.`);
	expect(idsIn(folded.body)).toEqual(idsIn(whole.body));
	expect(Buffer.byteLength(folded.body)).toBeLessThan(Buffer.byteLength(whole.body));
	expect(await faultsIn(folded.body)).toEqual([]);
	expect(await faultsIn(whole.body)).toEqual([]);
});
