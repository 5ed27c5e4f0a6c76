import { beforeEach, expect, test } from "vitest";
import { officeForEach } from "../../../../test/support/office.ts";
import { referenceOf } from "../../../../test/support/partnership.ts";
import { faultsIn, type Seen, stranger, type Visitor } from "../../../../test/support/visitor.ts";
import { sendMessage } from "../../../actions/send-message.ts";
import { sweep } from "../../../actions/sweep.ts";
import type { Mail } from "../../../mail/notices/compose.ts";

const office = officeForEach();
const list = "/business-unit/links-to-raise";
const nell = "nell.hart@acorn.example";
const sent: (Mail & { to: string })[] = [];
let desk: Visitor;

/** Sends what is queued, as the job does. */
async function deliver() {
	for (const job of office.queued.splice(0))
		if (job.name === "send-mail") await sendMessage(office.app, job.data.messageId);
}

const mailTo = (email: string) => sent.filter(({ to }) => to === email);
const linkIn = (mail: Mail | undefined): string =>
	/\/answer\/[\w-]{32}/.exec(mail?.text ?? "")?.[0] ?? "";

const give = async (entered: Record<string, string> = {}): Promise<Seen> => {
	const done = await desk.send(await desk.open(`${list}/give`), {
		agency: office.agencies.school,
		"link.name": "Nell Hart",
		"link.post": "Nursery leader",
		"link.email": nell,
		level: "practitioner",
		because: "Rang the nursery and spoke to her",
		...entered,
	});
	await deliver();
	return done;
};

/** Somebody opens their newest link and enters the code that comes. */
async function comeIn(email = nell, guest = stranger(office.web())): Promise<Visitor> {
	const page = await guest.open(linkIn(mailTo(email).findLast((mail) => linkIn(mail))));
	const codePage = await guest.send(page);
	await deliver();
	const code = /code is (\d{6})/.exec(mailTo(email).at(-1)?.text ?? "")?.[1] ?? "";
	expect((await guest.send(codePage, { code })).url).toBe("/raise");
	return guest;
}

const first = { "raise.danger": "no", "raise.scope": "none-of-these" };
const begin = async (guest: Visitor): Promise<Seen> =>
	guest.send(await guest.open("/raise"), first);

/** What the pages of raising ask, until there is the page that shows everything. */
async function toCheck(guest: Visitor): Promise<Seen> {
	let page = await guest.send(await begin(guest), {
		"raise.agency": office.agencies.socialCare,
		"practitioner-b-name": "Sam Reed, social worker",
		"children-0-name": "Ada Example",
	});
	// The agency that was chosen decides what else is asked.
	if (page.url.includes("/whom"))
		page = await guest.send(page, { "practitioner-b-name": "Sam Reed, social worker" });
	return guest.send(page, {
		themes: ["thresholds"],
		issue: "No visit for six weeks",
		"outcome-wanted": "A visit this week",
	});
}

const never = { id: "", raised_by: "" };
const raised = () =>
	office.db
		.selectFrom("difference")
		.where("partnership_id", "=", office.partnershipId)
		.select(["id", "raised_by"])
		.execute();

const drafts = () =>
	office.db
		.selectFrom("draft")
		.where("partnership_id", "=", office.partnershipId)
		.select("page")
		.execute();

beforeEach(async () => {
	sent.length = 0;
	office.app.mail = {
		send: async (mail) => {
			sent.push(mail);
		},
	};
	desk = await office.visitor(office.people.businessUnit);
});

test("somebody vouched for raises by a link and a code, and the record says who, at which address and who vouched", async () => {
	expect(await faultsIn((await desk.open(`${list}/give`)).body)).toEqual([]);
	const given = await give();
	expect(given.words).toContain("Their link is on its way");
	expect(await faultsIn(given.body)).toEqual([]);
	expect(mailTo(nell)[0]?.text).toContain("You need no account");

	const guest = await comeIn();
	const check = await toCheck(guest);
	expect(check.words).toContain("Check your answers");
	const done = await guest.send(check);
	const [{ id, raised_by } = never] = await raised();
	expect(done.url).toBe(`/differences/${id}/steps/early-resolution.talk?done=1`);

	const page = await guest.open(`/differences/${id}`);
	expect(page.words).toContain("You came by a link, until");
	expect(page.words).toContain("You raised it at 10am on Thursday 26 March 2026");
	expect(page.words).toContain(await referenceOf(office, id));
	expect(await faultsIn(page.body)).toEqual([]);

	const theirs = await office.words(office.people.headteacher, `/differences/${id}`);
	expect(theirs).toContain("Nell Hart");
	expect(theirs).toContain("Nursery leader, nell.hart@acorn.example");
	expect(theirs).toContain("had vouched for Nell Hart");
	expect(theirs).toContain("Rang the nursery and spoke to her");
	expect(theirs).toContain("Came by a link, vouched for by Ines Cole");
	const { left_at, account_id } = await office.db
		.selectFrom("person")
		.where("id", "=", raised_by ?? "")
		.select(["left_at", "account_id"])
		.executeTakeFirstOrThrow();
	expect([left_at, account_id]).toEqual([null, null]);
	// The office vouched for them, and hears of it when it is sent on, not before.
	expect((await desk.open(list)).words).toContain("Used.");
	expect((await office.read(office.people.businessUnit, `/differences/${id}`)).statusCode).toBe(
		404,
	);
});

test("what was typed is kept, and found again by the same link", async () => {
	await give();
	const guest = await comeIn();
	const whom = await begin(guest);
	await guest.send(whom, { "children-0-name": "Ada Example" }, "_do=later");
	const kept = await guest.open("/");
	expect([kept.url, kept.words]).toEqual(["/raise", expect.stringContaining("is kept until")]);
	expect(await faultsIn(kept.body)).toEqual([]);
	const later = await comeIn();
	expect((await later.open("/raise")).words).toContain("What you typed is kept");
	const again = await later.open(whom.url);
	expect(again.form["children-0-name"]).toEqual(["Ada Example"]);
});

test("a link raises one difference: sent twice it is the same one, and its pages open no second", async () => {
	await give();
	const guest = await comeIn();
	const check = await toCheck(guest);
	await guest.send(check);
	await guest.send(check);
	const [{ id } = never, ...more] = await raised();
	expect(more).toEqual([]);
	const again = await guest.open("/raise");
	expect(again.url).toBe(`/differences/${id}`);
	expect((await comeInAgain(id)).url).toBe(`/differences/${id}`);
});

/** Whoever has raised comes back to what they raised by the link that they have. */
async function comeInAgain(id: string): Promise<Seen> {
	const guest = stranger(office.web());
	const codePage = await guest.send(
		await guest.open(linkIn(mailTo(nell).findLast((mail) => linkIn(mail)))),
	);
	await deliver();
	const code = /code is (\d{6})/.exec(mailTo(nell).at(-1)?.text ?? "")?.[1] ?? "";
	const there = await guest.send(codePage, { code });
	expect(there.url).toBe(`/differences/${id}`);
	return there;
}

test("whoever raises by a link is shown nobody of the directory, and no other page", async () => {
	await give({ level: "senior-manager" });
	const guest = await comeIn();
	const pages = [await guest.open("/raise"), await begin(guest)];
	const page = await guest.send(pages[1] as Seen, { "raise.agency": office.agencies.socialCare });
	for (const { body } of [...pages, page])
		for (const person of Object.values(office.people)) expect(body).not.toContain(person.name);
	for (const url of ["/differences", "/agencies", "/people", "/protocol", list])
		expect((await guest.open(url)).url, url).toBe("/raise");
	const other = "00000000-0000-4000-8000-00000000dead";
	expect((await guest.get(`/differences/${other}`)).statusCode).toBe(404);
});

test("taken back, it opens nothing, what was typed is gone, and a mail says so at once", async () => {
	await give();
	const guest = await comeIn();
	await guest.send(await begin(guest), { "children-0-name": "Ada Example" }, "_do=later");
	const page = await desk.open(list);
	const person = /links-to-raise\/([\w-]+)\/take-back/.exec(page.body)?.[1] ?? "";
	const back = await desk.send({ ...page, url: `${list}/${person}/take-back` });
	expect(back.words).toContain("works no more, and a mail tells them so");
	await deliver();
	expect(mailTo(nell).at(-1)?.subject).toContain("your link works no more");
	expect((await guest.get("/raise")).headers.location).toContain("/sign-in");
	expect(await drafts()).toEqual([]);
	const wrong = await stranger(office.web()).open(`/answer/${"x".repeat(32)}`);
	const gone = await stranger(office.web()).open(
		linkIn(mailTo(nell).findLast((mail) => linkIn(mail))),
	);
	expect([gone.status, gone.words]).toEqual([404, wrong.words]);
	expect((await desk.open(list)).words).toContain("Works no more. It was not used.");
});

test("it works for as many days as the office chose, and what was typed goes with it", async () => {
	await give({ "link.days": "7" });
	const guest = await comeIn();
	await guest.send(await begin(guest), { "children-0-name": "Ada Example" }, "_do=later");
	const link = linkIn(mailTo(nell)[0]);
	office.at("2026-04-02T09:59");
	expect((await stranger(office.web()).open(link)).status).toBe(200);
	office.at("2026-04-02T10:00");
	expect((await stranger(office.web()).open(link)).status).toBe(404);
	await sweep(office.app, office.partnershipId);
	expect(await drafts()).toEqual([]);
});

test("it is given by the office alone, to nobody who can sign in, and once for a form that is sent twice", async () => {
	for (const person of [office.people.teacher, office.people.administrator])
		expect((await office.read(person, `${list}/give`)).statusCode).toBe(404);
	const refused = await give({ "link.email": office.people.teacher.email });
	expect([refused.status, refused.words]).toEqual([
		422,
		expect.stringContaining("has this address and can sign in"),
	]);
	const page = await desk.open(`${list}/give`);
	const entered = {
		agency: office.agencies.school,
		"link.name": "Nell Hart",
		"link.post": "Nursery leader",
		"link.email": nell,
		level: "practitioner",
		because: "Rang the nursery",
	};
	await desk.send(page, entered);
	await desk.send(page, entered);
	// With other words it does not pass for given, and nothing of them is lost.
	for (const other of [
		{ because: "Met her" },
		{ "link.days": "7" },
		{ "link.name": "Nell Hurt" },
	]) {
		const again = await desk.send(page, { ...entered, ...other });
		expect(again.status).toBe(422);
		expect(again.words).toContain("You sent this form before, with other words.");
		for (const [name, value] of Object.entries(other)) expect(again.form[name]).toEqual([value]);
	}
	await deliver();
	expect(mailTo(nell)).toHaveLength(1);
});
