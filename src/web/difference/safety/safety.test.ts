import { beforeAll, describe, expect, test } from "vitest";
import { officeForAll } from "../../../../test/support/office.ts";
import { raisedTo, said } from "../../../../test/support/partnership.ts";
import { faultsIn } from "../../../../test/support/visitor.ts";
import { sweep } from "../../../actions/sweep.ts";

const partnership = officeForAll();
const { read, words } = partnership;
let difference: string;
let other: string;

beforeAll(async () => {
	partnership.at("2026-03-30T10:00");
	other = await raisedTo(partnership, "forward");
	difference = await raisedTo(partnership, "forward");
});

const page = (rest = "") => `/differences/${difference}${rest}`;
const as = (person: keyof typeof partnership.people) =>
	partnership.visitor(partnership.people[person]);

describe("whether the child is safe now", () => {
	test("anybody who knows of it may say so, and nobody else finds the page", async () => {
		const { people } = partnership;
		expect(await words(people.director, page())).toContain("Say if the child is not safe now");
		const asked = await read(people.director, page("/safety"));
		expect(asked.statusCode).toBe(200);
		expect(await faultsIn(asked.body)).toEqual([]);
		expect((await read(people.officer, page("/safety"))).statusCode).toBe(404);
		expect((await read(people.otherTeacher, page("/safety"))).statusCode).toBe(404);
	});

	test("an answer is asked for, and a call that lies ahead is asked back, with all that was typed", async () => {
		const visitor = await as("director");
		const none = await visitor.post(page("/safety"), { "about-safety": said("what was done") });
		expect(none.statusCode).toBe(422);
		expect(none.body).toContain("Select whether the child is safe now");
		expect(none.body).toContain(said("what was done"));
		const ahead = await visitor.post(page("/safety"), {
			safe: "no",
			"rang.0-day": "30",
			"rang.0-month": "3",
			"rang.0-year": "2026",
			"rang.0-time": "11pm",
		});
		expect(ahead.statusCode).toBe(422);
		expect(ahead.body).toContain("The time at which you rang 999 must be now or earlier");
	});

	test("“not safe now” stands at the top for both sides and the office, with the call, and first in every list", async () => {
		const { people } = partnership;
		const visitor = await as("director");
		await visitor.post(page("/safety"), {
			safe: "no",
			"rang.0-day": "30",
			"rang.0-month": "3",
			"rang.0-year": "2026",
			"rang.0-time": "9:50am",
			"about-safety": said("what was done"),
		});
		for (const person of [people.teacher, people.director, people.businessUnit]) {
			const top = await words(person, page());
			expect(top).toContain("The child is not safe now.");
			expect(top).toContain("Grace Lund");
			expect(top).toContain("the police (999) was rung at 9:50am on Monday 30 March 2026");
		}
		for (const [person, list] of [
			[people.director, "/"],
			[people.director, "/differences"],
			[people.businessUnit, "/business-unit"],
		] as const) {
			const { body } = await read(person, list);
			expect(body).toContain("Not safe now");
			expect(body.indexOf(`/differences/${difference}`)).toBeLessThan(
				body.indexOf(`/differences/${other}`),
			);
		}
	});

	test("whoever would close it reads that this changes nothing for the child", async () => {
		const { headteacher } = partnership.people;
		const says = "The child was said not to be safe now, and closing this does not change that";
		expect(await words(headteacher, page("/moves/withdraw-signed"))).toContain(says);
		const safe = await words(headteacher, `/differences/${other}/moves/withdraw-signed`);
		expect(safe).not.toContain(says);
	});

	test("whoever owes something is reminded every working day until it is said otherwise", async () => {
		const { app, partnershipId, people } = partnership;
		const reminded = async () =>
			(
				await app.db
					.selectFrom("reminder")
					.where("difference_id", "=", difference)
					.where("person_id", "=", people.director.id)
					.select("rule")
					.execute()
			).map(({ rule }) => rule);
		for (const day of ["2026-03-31", "2026-04-01"]) {
			partnership.at(`${day}T09:30`);
			await sweep(app, partnershipId);
		}
		expect(await reminded()).toEqual(["daily-before-1", "daily-before-2"]);
		await (await as("teacher")).post(page("/safety"), { safe: "yes" });
		expect(await words(people.director, page())).not.toContain("is not safe now.");
		partnership.at("2026-04-02T09:30");
		await sweep(app, partnershipId);
		expect(await reminded()).toHaveLength(2);
	});
});
