/**
 * How long the server takes to draw a page of thirty components, in milliseconds:
 * `npx tsx bench/render-page.tsx`. The budget is 3.
 */
import {
	govukButton,
	govukCheckboxes,
	govukDateInput,
	govukInput,
	govukRadios,
	govukSummaryList,
	govukTable,
	govukTag,
	govukTextarea,
} from "../src/web/kit/govuk.ts";
import { Layout } from "../src/web/kit/layout.tsx";
import type { PageFrame } from "../src/web/kit/page-frame.ts";

const frame: PageFrame = {
	partnership: "Somerset Safeguarding Children Partnership",
	person: { name: "Priya Nair", agency: "Brook Primary School" },
	rehearsal: {
		now: Temporal.ZonedDateTime.from("2026-04-07T14:15[Europe/London]"),
	},
	navigation: [{ text: "My work", href: "/" }],
	path: "/",
	safety: [{ if: "If a child is in immediate danger", call: "999" }],
	csrfToken: "token",
	cspNonce: "nonce",
	assets: { style: "/s.css", script: "/s.js", icon: "/i.svg" },
};
const legend = { legend: { text: "A question?" } };
const items = ["one", "two", "three"].map((value) => ({ value, text: value }));

const page = () =>
	String(
		<Layout frame={frame} title="Thirty components">
			{[1, 2, 3].map((n) => (
				<div>
					{govukRadios({ name: `r${n}`, fieldset: legend, items })}
					{govukCheckboxes({ name: `c${n}`, fieldset: legend, items })}
					{govukDateInput({ id: `d${n}`, fieldset: legend })}
					{govukInput({ name: `i${n}`, label: { text: "Name" } })}
					{govukTextarea({ name: `t${n}`, label: { text: "Reasons" } })}
					{govukSummaryList({
						rows: [{ key: { text: "Agency" }, value: { text: "Police" } }],
					})}
					{govukTable({ rows: [[{ text: "a" }, { text: "b" }]] })}
					{govukTag({ text: "Done" })}
					{govukButton({ text: "Continue" })}
					{govukButton({ text: "Save" })}
				</div>
			))}
		</Layout>,
	);

for (let n = 0; n < 200; n += 1) page();
const times = Array.from({ length: 500 }, () => {
	const start = performance.now();
	page();
	return performance.now() - start;
}).sort((one, other) => one - other);

console.log(
	`${page().length} characters, median ${times[250]?.toFixed(2)} ms, 95 in 100 under ${times[475]?.toFixed(2)} ms`,
);
