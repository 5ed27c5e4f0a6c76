import { unzipSync } from "fflate";
import { beforeEach, expect, test } from "vitest";
import { officer } from "../../../../test/support/learning.ts";
import { officeForEach } from "../../../../test/support/office.ts";
import { raisedTo } from "../../../../test/support/partnership.ts";
import { faultsIn } from "../../../../test/support/visitor.ts";
import { englishIn, spokenWelsh } from "../../../../test/support/welsh.ts";
import { runTask } from "../../../actions/run-task.ts";
import { sweep } from "../../../actions/sweep.ts";
import { listExports } from "../../../store/exports.ts";
import { listReports } from "../../../store/reports.ts";

const partnership = officeForEach({ at: "2026-03-30T10:00" });
const period = "/reports/somerset-rpd/2025-10-01/2026-03-31";

beforeEach(async () => {
	await spokenWelsh(partnership, partnership.people.businessUnit);
	await raisedTo(partnership, "forward");
});

const office = () => partnership.visitor(partnership.people.businessUnit);

test("every page of a report is in Welsh, and says of nothing that it is English", async () => {
	partnership.at("2026-04-01T09:00");
	await sweep(partnership.app, partnership.partnershipId);
	const [kept] = await listReports(partnership.db, partnership.partnershipId);
	const report = `/reports/${kept?.id}`;
	const visitor = await office();
	for (const [page, says] of [
		["/reports", "Adroddiadau"],
		[period, "Adroddiad: 1 Hydref 2025 i 31 Mawrth 2026"],
		[`${period}?for=public`, "Gwahaniaethau proffesiynol a godwyd [c]"],
		[report, "Gwahaniaethau proffesiynol a godwyd 1"],
		[`${report}/words`, "Argymhellion"],
		[`${report}/check`, "Gwirio a chyflwyno"],
		[`${report}/extracts/thresholds`, "Dyfyniadau: Cymhwyso trothwyon"],
	] as const) {
		const { body, words } = await visitor.open(page);
		expect(words, page).toContain(says);
		expect(body, page).toContain('<html lang="cy"');
		expect(englishIn(body), page).toEqual([]);
		expect(await faultsIn(body), page).toEqual([]);
	}
	const behind = /href="([^"]*behind\?count=[^"]*)"/.exec((await visitor.open(period)).body)?.[1];
	const list = await visitor.open((behind ?? "").replaceAll("&amp;", "&"));
	expect(list.words).toContain("Yn fyr: Gwahaniaethau proffesiynol a godwyd, y cyfnod hwn");
	await visitor.send(await visitor.open(`${report}/words`), { raised: "As typed." }, "_do=send");
	const presented = await visitor.send(await visitor.open(`${report}/check`), {}, "_do=send");
	expect(presented.words).toContain("Beth a godwyd");
	expect(presented.words).toContain("As typed.");
	expect(englishIn(presented.body)).toEqual([]);
	expect((await visitor.get(`${report}/for/subgroup/csv`)).body).toContain("As typed.");
});

test("whoever chairs the subgroup reads it with small numbers hidden and decides on it in Welsh", async () => {
	const { people, app, db, partnershipId } = partnership;
	const chair = await officer(partnership, "performance-subgroup-chair", "Noor Bell");
	await spokenWelsh(partnership, chair);
	partnership.at("2026-04-01T09:00");
	await sweep(app, partnershipId);
	const [kept] = await listReports(db, partnershipId);
	const office = await partnership.visitor(people.businessUnit);
	await office.send(await office.open(`/reports/${kept?.id}/check`), {}, "_do=send");
	const reader = await partnership.visitor(chair);
	const page = await reader.open(`/reports/${kept?.id}`);
	expect(page.words).toContain("Gwahaniaethau proffesiynol a godwyd [c]");
	expect(page.words).toContain("Cyflwynwyd ar 1 Ebrill 2026");
	expect(englishIn(page.body)).toEqual([]);
	const asked = await reader.open(`/reports/${kept?.id}/decision`);
	expect(englishIn(asked.body)).toEqual([]);
	const wrong = await reader.send(asked, { why: "" }, "_do=send");
	expect(wrong.status).toBe(422);
	expect(wrong.words).toContain("Dywedwch a oes angen camau gweithredu");
	expect(englishIn(wrong.body)).toEqual([]);
	const decided = await reader.send(wrong, { requires: "no", why: "As it is." }, "_do=send");
	expect(decided.words).toContain("Nid oes angen cam gweithredu. As it is.");
	expect(await faultsIn(decided.body)).toEqual([]);
});

test("what is made beside the page is in the language of whoever asked for it", async () => {
	const visitor = await office();
	const { headers } = await visitor.post(`${period}/for/subgroup`);
	for (const job of partnership.queued.splice(0))
		if (job.name === "run-task") await runTask(partnership.app, job.data.taskId);
	const page = await visitor.open(String(headers.location));
	expect(page.words).toContain(
		"Adroddiad ym mhob fformat: Datrys gwahaniaethau proffesiynol, 1 Hydref 2025 i 31 Mawrth 2026",
	);
	const { db, partnershipId } = partnership;
	const noted = await listExports(db, partnershipId, { page: 1, pageSize: 1 });
	expect(noted.rows[0]?.what).toBe("Report in all formats");
	const zip = unzipSync((await visitor.get(`${headers.location}/file`)).rawPayload);
	const [csv = new Uint8Array()] = Object.keys(zip)
		.filter((name) => name.endsWith(".csv"))
		.map((name) => zip[name]);
	expect(new TextDecoder().decode(csv)).toContain("Diwrnod cyntaf,Diwrnod olaf,Adran");
});
