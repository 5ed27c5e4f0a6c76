import type { FastifyInstance } from "fastify";
import { beforeAll, expect, test } from "vitest";
import { giveAccount } from "../../../../test/support/account.ts";
import { officeForAll } from "../../../../test/support/office.ts";
import { raisedTo } from "../../../../test/support/partnership.ts";
import { type Visitor, visitorAs } from "../../../../test/support/visitor.ts";
import { transact } from "../../../store/db.ts";
import { saveOffersWelsh } from "../../../store/partnerships.ts";
import { differencePath, paths } from "../../addresses.ts";

const partnership = officeForAll({ at: "2026-03-26T10:00" });
let web: FastifyInstance;
let id: string;
let teacher: Visitor;

beforeAll(async () => {
	web = partnership.serve();
	id = await raisedTo(partnership, "forward");
	await giveAccount(partnership, partnership.people.teacher);
	await transact(partnership.app.db, (trx) =>
		saveOffersWelsh(trx, partnership.partnershipId, true),
	);
	teacher = await visitorAs(web, partnership.people.teacher);
	await teacher.get(paths.myWork);
	await teacher.post(paths.language, { language: "cy", back: paths.myWork });
});

test("a difference is told in Welsh: its stage, its record, whom to ring, what is asked of whom", async () => {
	const { words, body } = await teacher.open(differencePath(id));
	expect(words).toContain("Cam 3: Datrys ffurfiol");
	expect(body).toContain("Os yw plentyn mewn perygl uniongyrchol");
	expect(words).toContain(
		"“Ateb yn rhan dau o’r ffurflen”: i’w wneud erbyn Dydd Llun 13 Ebrill 2026",
	);
	expect(words).toMatch(/cymeradwyodd “Rhan un: y gwahaniaeth”/);
	expect(words).toContain("Anfon y ffurflen at");
	expect(words).not.toContain("Formal resolution");
	expect(body).not.toMatch(/[\uFDD0-\uFDD2]/);
});
