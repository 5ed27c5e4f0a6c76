import { expect, test } from "vitest";
import { rehearsalAt } from "./rehearsal.ts";

/** A yearly report's table of two years, as a partnership published it: an invented one. */
const rows = [
	["2021/22", "Education", "Application of thresholds", "20"],
	["2021/22", "Education", "Plans", "14"],
	["2021/22", "Health", "Application of thresholds", "12"],
	["2021/22", "Police", "Plans", "15"],
	["2022/23", "Education", "Application of thresholds", "27"],
	["2022/23", "Education", "Plans", "18"],
	["2022/23", "Health", "Application of thresholds", "15"],
	["2022/23", "Police", "Plans", "24"],
];
const csv = (lines: readonly (readonly string[])[]) =>
	Buffer.from(
		[["Year", "Raised by", "Theme", "Number raised"], ...lines]
			.map((line) => line.join(","))
			.join("\r\n"),
	);

test("a published table of two years is tried, mended, imported, found again in the report with its change, and undone", async () => {
	const rehearsal = await rehearsalAt("2026-03-24T10:00");
	const { page, as, open, press, pressAndWait, follow, words } = rehearsal;
	const read = async (lines: readonly (readonly string[])[]) => {
		await page.locator("#title").fill("the yearly reports");
		await page.setInputFiles('input[type="file"]', {
			name: "published.csv",
			mimeType: "text/csv",
			buffer: csv(lines),
		});
		await pressAndWait("Read the file", "Which column is which?");
	};

	await as("Tendai Moyo");
	await open("/reports");
	await follow("Logs of the years before Concord");

	// A number and a year were mistyped: both are named with their lines, and nothing comes in.
	await read(
		rows.map((row, nth) =>
			nth === 1 ? [...row.slice(0, 3), "1O"] : nth === 6 ? ["2022-2", ...row.slice(1)] : row,
		),
	);
	expect(await words()).toContain("Concord read 8 lines of published.csv");
	await page.getByLabel("3 April 2024").check();
	await press("Continue");
	for (const sector of ["Education", "Health", "Police"])
		await page
			.getByLabel(sector, { exact: true })
			.selectOption({ label: `Not in the directory: ${sector}` });
	await page
		.getByLabel("Plans", { exact: true })
		.selectOption({ label: "Another theme, as the log says it" });
	await pressAndWait("Try the import", /faults? to mend/);
	expect(await words()).toContain("2 faults to mend before it can be imported");
	expect(await words()).toMatch(/3 Number raised “1O”/);
	expect(await words()).toMatch(/8 Year “2022-2”/);
	expect(await page.getByRole("button", { name: /^Import / }).count()).toBe(0);

	// The mended file: what columns and words mean is known already.
	await follow("choose it again");
	await read(rows);
	await press("Continue");
	expect(await page.getByLabel("Plans", { exact: true }).inputValue()).not.toBe("");
	await pressAndWait("Try the import", "145 forms can be imported");
	expect(await words()).toMatch(/2021\/22 0 61 61 2022\/23 0 84 84/);
	expect(await words()).toMatch(/Education 79 Police 39 Health 27/);
	await pressAndWait("Import 145 forms", "Imported");
	const imported = new URL(page.url()).pathname;
	expect(await words()).toMatch(/2021\/22 0 61 61 2022\/23 0 84 84/);

	// The report says what was published, and how it changed.
	const year = "/reports/somerset-rpd/2022-04-01/2023-03-31";
	await open(year);
	await page.getByText("Beside the period before and a year before").click();
	const report = await words();
	expect(report).toMatch(/Professional differences raised 84 61 61 23 more/);
	expect(report).toContain("What an imported log does not tell, such as how many children");
	expect(report).toContain("84 professional differences, 23 more than in the period before");
	expect(report).toContain("Education 45 34 Health 15 12 Police 24 15");
	expect(report).toContain("Application of thresholds 42 Plans 42");

	await open(imported);
	await page.getByText("Undo this import").first().click();
	await pressAndWait("Undo this import", "This import was undone");
	await open(year);
	expect(await words()).toContain("Professional differences raised 0 The same");
});
