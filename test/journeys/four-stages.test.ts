import { expect, test } from "vitest";
import { raise, rehearsalAt } from "./rehearsal.ts";

/**
 * One difference through every stage of Somerset's protocol, by eight people, over Easter 2026:
 * Good Friday is on 3 April and Easter Monday on 6 April.
 */
test("a difference goes through all four stages over Easter, to the Executive’s decision and both referrals", async () => {
	const rehearsal = await rehearsalAt("2026-03-24T10:00");
	const { page, as, moveTo, open, press, follow, send, sendAndConfirm, words } = rehearsal;
	const fill = (field: string, text: string) => page.locator(`[id="${field}"]`).fill(text);
	const choose = (label: string | RegExp) =>
		page
			.getByLabel(label, { exact: typeof label === "string" })
			.filter({ visible: true })
			.check();

	await as("Zoë Hartnell");
	await raise(rehearsal, {
		agency: "Harbour Vale Children’s Social Care",
		person: "Amara Nwosu",
		theme: "Application of thresholds",
		child: "Robin Vale",
		issue: "The referral was closed with no visit",
		wanted: "Robin is seen at home this week",
	});
	await press("Raise it");
	const difference = new URL(page.url()).pathname.replace(/\/steps.*/, "");
	const step = (name: string) => open(`${difference}/steps/${name}`);

	// Stage 1: the practitioners talk. The form is not to be had here.
	expect(
		(
			await page.goto(new URL(`${difference}/steps/formal-resolution.raise`, page.url()).href)
		)?.status(),
	).toBeGreaterThanOrEqual(400);
	await step("early-resolution.talk");
	await choose("We talked, and did not agree: it goes on to my manager");
	await fill("not-resolved.what-was-said", "Amara said the threshold was not met");
	await fill("why-not-resolved", "We read the threshold differently");
	await choose(/Grace Adeyemi/);
	await send();

	// Stage 2: the managers talk, and agree a day for the reply.
	await as("Denise Carrow");
	expect((await page.goto(new URL(difference, page.url()).href))?.status()).toBe(404);
	await as("Grace Adeyemi");
	await moveTo("2026-03-25", "11am");
	await open("/");
	expect(await words()).toContain("Talk to the other agency’s manager");
	await step("informal-resolution.talk");
	expect(await page.locator("#issue").inputValue()).toBe("The referral was closed with no visit");
	await choose("They will reply by a day we agreed");
	await choose(/Denise Carrow/);
	await fill("time-agreed.what-was-said", "Denise will look at it again");
	await page.locator("#children-in-full-0-dateOfBirth-day").fill("14");
	await page.locator("#children-in-full-0-dateOfBirth-month").fill("5");
	await page.locator("#children-in-full-0-dateOfBirth-year").fill("2018");
	await fill("reply-by-day", "30");
	await fill("reply-by-month", "3");
	await fill("reply-by-year", "2026");
	await sendAndConfirm();
	expect(await words()).toContain("30 March 2026");

	await as("Denise Carrow");
	await moveTo("2026-03-27", "2pm");
	await open(difference);
	expect(await words()).not.toContain("Amara said the threshold was not met");
	expect(await words()).toContain("Robin is seen at home this week");
	await step("informal-resolution.reply");
	await fill("reply", "We have read it again and keep to our view");
	await sendAndConfirm();

	await as("Grace Adeyemi");
	await moveTo("2026-03-30", "10am");
	await step("informal-resolution.weigh");
	await choose("No, it is not resolved");
	await fill("why-not-resolved", "There is still no visit");
	await send();

	// Stage 3: part one, begun on one day, kept as a draft, and ended on another.
	await as("Zoë Hartnell");
	await step("formal-resolution.raise");
	await follow(/The child/);
	await choose("Yes, for now, with steps taken");
	await press(/^(Save and continue|Continue)$/);
	await as("Zoë Hartnell");
	await moveTo("2026-03-31", "9am");
	await step("formal-resolution.raise");
	await follow("The difference");
	expect(await page.locator("#issue").inputValue()).toBe("The referral was closed with no visit");
	await fill("evidence", "Bruises on two Mondays; no food at home");
	await fill("impact", "Robin is tired and afraid to go home");
	await press(/^(Save and continue|Continue)$/);
	expect(await page.locator("#history-early").inputValue()).toContain(
		"Amara said the threshold was not met",
	);
	expect(await page.locator("#history-informal").inputValue()).toContain("keep to our view");
	await press(/^(Save and continue|Continue)$/);
	await fill("contact", "01632 960 123");
	await press(/^(Save and continue|Continue)$/);
	expect(await words()).toContain("Bruises on two Mondays");
	await send();
	expect(await words()).toContain("sign off part one");

	await as("Philip Thorne");
	await moveTo("2026-04-01", "3pm");
	await step("formal-resolution.sign-off");
	expect(await words()).toContain("Robin is tired and afraid to go home");
	await choose("I sign it off: send it to the Business Unit");
	await sendAndConfirm();
	// Two working days from Wednesday 1 April: Thursday, then Tuesday after the Easter weekend.
	await page.getByText("Why this date?").first().click();
	expect(await words()).toContain("7 April 2026");
	expect(await words()).toContain("Good Friday");
	expect(await words()).toContain("Easter Monday");

	await as("Rafiq Chowdhury");
	await open("/differences");
	expect(await words()).not.toContain("Application of thresholds Stage 3");
	await as("Siân Prosser");
	await moveTo("2026-04-02", "10am");
	await open("/business-unit");
	expect(await words()).toContain("Saltmarsh Primary School");
	await step("formal-resolution.forward");
	await choose(/Rafiq Chowdhury/);
	await sendAndConfirm();
	await open("/rehearsal/mailbox");
	expect(await words()).toMatch(/form received and sent to Harbour Vale Children’s Social Care/);
	expect(await words()).not.toContain("Robin");

	// Ten working days from Thursday 2 April, over Easter: Monday 20 April. Reminders go on the way.
	await as("Rafiq Chowdhury");
	await open(difference);
	expect(await words()).toContain("20 April 2026");
	await moveTo("2026-04-20", "4pm");
	await open("/rehearsal/mailbox");
	// Three that were there before, one of them overdue, and this one, which is due today.
	expect(await words()).toMatch(
		/9am on Monday 20 April 2026 to Rafiq Chowdhury, \S+ 4 things for you to do, 1 of them overdue/,
	);
	await step("formal-resolution.respond");
	expect(await words()).toContain("Bruises on two Mondays");
	await choose("No");
	await fill("response", "The threshold is not met on what we know");
	await page.locator("#further-actions-0-what").fill("Ask the health visitor for her view");
	await page.locator("#further-actions-0-who").fill("Denise Carrow");
	await page.locator("#further-actions-0-by-day").fill("24");
	await page.locator("#further-actions-0-by-month").fill("4");
	await page.locator("#further-actions-0-by-year").fill("2026");
	await sendAndConfirm();
	expect(await words()).not.toMatch(/late/i);

	// The social worker, who was named at the start, marks it on the child's record of her agency.
	await as("Amara Nwosu");
	await open(difference);
	await page.locator("summary", { hasText: "Answer in part two of the form" }).click();
	await press(/^It is on the child’s record.*Answer/);
	expect(await words()).toContain("recorded");

	await as("Philip Thorne");
	await moveTo("2026-04-21", "9:30am");
	await step("formal-resolution.consider");
	expect(await words()).toContain("The threshold is not met on what we know");
	await choose("No, it is not resolved");
	await fill("outstanding", "Robin has still not been seen at home");
	await send();

	// Stage 4: the Executive.
	await step("executive.request");
	await choose("Ask the Executive to decide");
	await fill("exceptional-reason", "Two senior managers cannot settle it and Robin is not seen");
	await sendAndConfirm();
	await as("Farah Qureshi");
	await moveTo("2026-04-28", "2pm");
	await open("/");
	expect(await words()).toContain("Decide");
	await step("executive.decide");
	expect(await words()).toContain("Robin has still not been seen at home");
	// A member who is of one of the two agencies stands back, and says why.
	await fill("panel-members-0-find", "Farah Qureshi");
	await press("Add another person");
	await fill("panel-members-1-find", "Helen Stroud");
	await fill("panel-members-1-interest", "My agency is part of it");
	await fill("decision", "Children’s Social Care sees Robin at home by Thursday");
	await fill("decision-reasons", "A child about whom a school is this worried must be seen");
	await fill("decision-actions-0-what", "See Robin at home");
	await fill("decision-actions-0-who", "Harbour Vale Children’s Social Care");
	await fill("decision-actions-0-by-day", "30");
	await fill("decision-actions-0-by-month", "4");
	await fill("decision-actions-0-by-year", "2026");
	await sendAndConfirm();
	expect(await words()).toContain("no appeal");

	for (const [referral, reason] of [
		["refer-for-review", "How closed referrals are read again"],
		["refer-for-summary", "What each agency knew and when"],
	] as const) {
		await open(`${difference}/moves/${referral}`);
		await fill("referral-reason", reason);
		await send();
	}
	expect(await words()).toContain("Decided by the Executive");

	// Both sides are told, and the Business Unit owes the two referrals and the learning.
	await open("/rehearsal/mailbox");
	expect((await words()).match(/decision made/g)?.length).toBeGreaterThanOrEqual(4);
	await as("Siân Prosser");
	await open(difference);
	for (const owed of [
		"Record what became of the Executive’s actions",
		"Review by the Learning and Improvement Subgroup",
		"Independent summary by the Independent Scrutineer",
		"Record what was learned",
	])
		expect(await words()).toContain(owed);
	await step("afterwards.learning");
	await fill("lesson", "A threshold is said with its reasons");
	await send();

	// Whoever raised it says what changed for the child, which the Business Unit reads, and how it went for them.
	await as("Zoë Hartnell");
	await step("afterwards.changed");
	await choose("This is what changed");
	await choose("Partly achieved");
	await fill("changed-at-end-how", "She is seen each week");
	await sendAndConfirm();
	await open(`${difference}/feedback`);
	for (const question of ["heard", "inTime", "helped"])
		await page.locator(`[name="${question}"][value="yes"]`).check();
	await press("Send my answers");
	expect(await words()).toContain("Thank you. You have answered.");
	await as("Siân Prosser");
	await open(difference);
	expect(await words()).toContain("She is seen each week");

	// The form, with both parts, as a page and to take away.
	await open(`${difference}/form`);
	for (const said of [
		"Bruises on two Mondays",
		"Philip Thorne",
		"The threshold is not met on what we know",
		"Denise Carrow",
	])
		expect(await words()).toContain(said);
	for (const [file, begins] of [
		["form.docx", "PK"],
		["form.pdf", "%PDF"],
	] as const) {
		const answer = await page.request.get(new URL(`${difference}/${file}`, page.url()).href);
		expect(answer.status()).toBe(200);
		expect((await answer.body()).subarray(0, begins.length).toString()).toBe(begins);
	}
});
