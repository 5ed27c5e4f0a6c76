import fastifySession from "@fastify/session";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axe, openBrowser, screenshot } from "../../../test/support/browser.ts";
import type { App } from "../../actions/app.ts";
import type { Viewer } from "../../domain/people/viewer.ts";
import { buildServer } from "../server.ts";
import { CopyText } from "./copy-text.tsx";
import { DueTag } from "./due-tag.tsx";
import { EmptyState } from "./empty-state.tsx";
import { checkboxesField, dateField, type FormState, radiosField, textField } from "./form.ts";
import {
	govukButton,
	govukCharacterCount,
	govukCheckboxes,
	govukDateInput,
	govukDetails,
	govukInput,
	govukInsetText,
	govukRadios,
	govukSelect,
	govukSummaryList,
	govukTextarea,
	govukWarningText,
} from "./govuk.ts";
import { IdentityBar } from "./identity-bar.tsx";
import { Layout } from "./layout.tsx";
import type { PageFrame } from "./page-frame.ts";
import { Pagination } from "./pagination.tsx";
import { Panel } from "./panel.tsx";
import { PostForm } from "./post-form.tsx";
import type { Routes } from "./request.ts";
import { SortableTable } from "./sortable-table.tsx";
import { StageTrack } from "./stage-track.tsx";
import { Badge, StatusTag } from "./status-tag.tsx";
import { SubNavigation } from "./sub-navigation.tsx";
import { Timeline } from "./timeline.tsx";
import { WhyThisDate } from "./why-this-date.tsx";

const london = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/London]`);
const today = "2026-04-07";

const Glance = ({ frame }: { frame: PageFrame }) => (
	<Layout
		frame={frame}
		title="Whether the threshold for a child protection plan is met"
		caption="SOM-2026-0042"
		width="full"
		back={{ href: "/" }}
		above={
			<IdentityBar
				title={
					<>
						<strong>SOM-2026-0042</strong> Brook Primary School with Children’s Social Care
					</>
				}
				actions={
					<a class="govuk-link" href="/differences/1/form">
						View the form
					</a>
				}
			/>
		}
	>
		<SubNavigation
			label="This difference"
			path="/differences/1"
			items={[
				{ text: "Overview", href: "/differences/1" },
				{ text: "Record", href: "/differences/1/record" },
				{ text: "People", href: "/differences/1/people" },
				{ text: "Form", href: "/differences/1/form" },
			]}
		/>
		<StageTrack
			stages={[
				{
					number: 1,
					title: "Early resolution",
					state: "done",
					dates: "30 March 2026",
				},
				{ number: 2, title: "Informal resolution", state: "skipped" },
				{
					number: 3,
					title: "Formal resolution",
					state: "current",
					dates: "since 2 April 2026",
				},
				{ number: 4, title: "Executive", state: "not-reached" },
			]}
		/>
		<h2 class="govuk-heading-m">What happens next</h2>
		{govukInsetText({
			html: (
				<>
					<p class="govuk-body">
						The <strong>Business Unit</strong> forwards the form to Children’s Social Care.
					</p>
					<DueTag due="2026-04-08" today={today} withDay />
				</>
			),
		})}
		<WhyThisDate
			start="The form was sent to the Business Unit at 4:10pm on Thursday 2 April 2026"
			rule="Within 2 working days; the day it was sent is not counted"
			due="11:59pm on Wednesday 8 April 2026"
			skipped={[
				{ day: "2026-04-03", name: "Good Friday" },
				{ day: "2026-04-04", name: "Saturday" },
				{ day: "2026-04-05", name: "Sunday" },
				{ day: "2026-04-06", name: "Easter Monday" },
			]}
			counted={["2026-04-07", "2026-04-08"]}
			calendar="England and Wales, version 2028.1"
			before={["Tuesday 7 April 2026, until 1 April 2026: more time was given"]}
		/>
		<SortableTable
			caption="What I owe"
			columns={[
				{ text: "Difference", sortable: true },
				{ text: "What" },
				{ text: "Status" },
				{ text: "Due", sortable: true },
				{ text: "Days open", sortable: true, numeric: true },
			]}
			rows={[
				[
					<a class="govuk-link" href="/1">
						SOM-2026-0038
					</a>,
					"Respond to the form",
					<StatusTag text="Formal resolution" tone="running" />,
					{
						content: <DueTag due="2026-04-02" today={today} />,
						sort: "2026-04-02",
					},
					"21",
				],
				[
					<a class="govuk-link" href="/2">
						SOM-2026-0042
					</a>,
					"Forward the form",
					<StatusTag text="Formal resolution" tone="running" />,
					{
						content: <DueTag due="2026-04-07" today={today} />,
						sort: "2026-04-07",
					},
					"8",
				],
				[
					<a class="govuk-link" href="/3">
						SOM-2026-0040
					</a>,
					"Say whether it is resolved",
					<StatusTag text="Closed" tone="good" />,
					{
						content: <DueTag due="2029-04-20" today={today} provisional />,
						sort: "2029-04-20",
					},
					"3",
				],
			]}
		/>
		<Pagination page={4} pages={9} href={(page) => `/differences?page=${page}`} />
		<h2 class="govuk-heading-m">Record</h2>
		<Timeline
			items={[
				{
					title: "Form sent to the Business Unit",
					by: "Priya Nair, Brook Primary School",
					at: london("2026-04-02T16:10"),
					detail: (
						<p class="govuk-body">
							Signed off by Priya Nair, head teacher <Badge text="You" />
						</p>
					),
				},
				{
					title: "Not resolved at stage 1",
					by: "Ana Reyes, Brook Primary School",
					at: london("2026-03-30T09:05"),
				},
			]}
		/>
		<CopyText
			id="for-record"
			label="For the child’s record"
			text={
				"Professional difference SOM-2026-0042\nStage 3, formal resolution. Raised on 30 March 2026 with Children’s Social Care."
			}
		/>
		{govukSummaryList({
			card: { title: { text: "Raising agency" } },
			rows: [
				{ key: { text: "Agency" }, value: { text: "Brook Primary School" } },
				{
					key: { text: "Outcome wanted for the child" },
					value: {
						text: "A child protection conference within 15 working days",
					},
					actions: {
						items: [
							{
								href: "/change",
								text: "Change",
								visuallyHiddenText: "outcome wanted",
							},
						],
					},
				},
			],
		})}
		<EmptyState title="Nothing is waiting for you">What others ask of you will be here.</EmptyState>
		<DueTag due={undefined} today={today} />
	</Layout>
);

const wrong: FormState = {
	values: {
		outcome: "resolved",
		"on-day": "31",
		"on-month": "4",
		"on-year": "2026",
		reasons: "We met <b>twice</b>.",
	},
	errors: {
		outcome: { text: "Select whether it was resolved", href: "#outcome" },
		on: {
			text: "Date of the talk must be a real date",
			href: "#on-day",
			parts: ["day", "month", "year"],
		},
		reasons: {
			text: "Reasons must be 5,000 characters or less",
			href: "#reasons",
		},
	},
};

const Question = ({ frame }: { frame: PageFrame }) => (
	<Layout
		frame={frame}
		title="Record the talk"
		caption="Stage 1: Early resolution"
		errors={wrong.errors}
		back={{ href: "/" }}
	>
		<PostForm frame={frame} autosave="/drafts/1">
			{govukRadios({
				...radiosField(wrong, "outcome"),
				fieldset: {
					legend: {
						text: "Was it resolved?",
						classes: "govuk-fieldset__legend--m",
					},
				},
				items: [
					{ value: "resolved", text: "Yes" },
					{
						value: "agreed",
						text: "Not yet, a reply is agreed",
						conditional: {
							html: govukInput({
								name: "by",
								label: { text: "By when" },
								classes: "govuk-input--width-10",
							}),
						},
					},
					{ divider: "or" },
					{
						value: "not-resolved",
						text: "No",
						hint: { text: "It goes to your managers" },
					},
				],
			})}
			{govukDateInput({
				...dateField(wrong, "on"),
				fieldset: {
					legend: {
						text: "When did you talk?",
						classes: "govuk-fieldset__legend--m",
					},
				},
				hint: { text: "For example, 30 3 2026" },
			})}
			{govukTextarea({
				...textField(wrong, "reasons"),
				label: { text: "Reasons", classes: "govuk-label--m" },
			})}
			{govukCharacterCount({
				name: "impact",
				maxlength: 2000,
				label: { text: "Impact on the child", classes: "govuk-label--m" },
			})}
			{govukCheckboxes({
				...checkboxesField(wrong, "themes"),
				fieldset: {
					legend: { text: "Themes", classes: "govuk-fieldset__legend--m" },
				},
				items: [
					{ value: "thresholds", text: "Application of thresholds" },
					{ value: "timeliness", text: "Timeliness" },
				],
			})}
			{govukSelect({
				name: "agency",
				label: { text: "Agency" },
				items: [{ value: "csc", text: "Children’s Social Care" }],
			})}
			{govukDetails({
				summaryText: "Whom to talk to",
				text: "The practitioner who made the decision.",
			})}
			{govukWarningText({
				text: "The form must not be used at this stage.",
				iconFallbackText: "Warning",
			})}
			<div class="govuk-button-group">
				{govukButton({ text: "Continue", preventDoubleClick: true })}
				{govukButton({
					text: "Save and come back later",
					classes: "govuk-button--secondary",
				})}
			</div>
		</PostForm>
	</Layout>
);

const Done = ({ frame }: { frame: PageFrame }) => (
	<Layout frame={frame} title="Sent" heading={false}>
		<Panel title="Sent to the Business Unit">SOM-2026-0042</Panel>
		<p class="govuk-body">They forward it within 2 working days.</p>
	</Layout>
);

const kitchenSink: Routes = (web) => {
	const open = { config: { public: true } };
	web.get("/differences/1", open, (request, reply) => reply.page(<Glance frame={request.frame} />));
	web.get("/question", open, (request, reply) => reply.page(<Question frame={request.frame} />));
	web.post("/drafts/1", open, (_request, reply) => reply.code(204).send());
	web.get("/done", open, (request, reply) => reply.page(<Done frame={request.frame} />));
};

const priya = {
	id: "priya",
	name: "Priya Nair",
	agencyName: "Brook Primary School",
	offices: ["business-unit"],
} as unknown as Viewer;

const store = new fastifySession.MemoryStore();
const files = { limits: { megabytes: 25, perAct: 10 } };
const web = buildServer({ address: "http://127.0.0.1", rehearsal: true, files } as App, {
	sessions: {
		set: store.set.bind(store),
		destroy: store.destroy.bind(store),
		get: (id, callback) => store.get(id, callback),
	},
	secret: "a secret that is only for this test, and long",
	findViewer: async () => priya,
	pageContextOf: async () => ({
		partnership: "Somerset Safeguarding Children Partnership",
		now: london("2026-04-07T14:15"),
		safety: () => [
			{
				if: "If a child is in immediate danger",
				call: "999",
				name: "the emergency services",
			},
			{
				if: "If a child is at risk of significant harm",
				call: "0300 123 2224",
				name: "Children’s Social Care",
			},
		],
	}),
	routes: [
		kitchenSink,
		(routes) =>
			routes.get("/enter", { config: { public: true } }, async (request, reply) => {
				request.session.set("personId", "priya");
				return reply.redirect("/differences/1");
			}),
	],
});

const pages = ["/differences/1", "/question", "/done", "/nowhere"];

let address = "";
beforeAll(async () => {
	address = await web.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(() => web.close());

describe.each([1280, 320])("in a window %d pixels wide", (width) => {
	let page: Page;
	let close: () => Promise<void>;
	beforeAll(async () => {
		const browser = await openBrowser({ width });
		close = browser.close;
		page = await browser.context.newPage();
		await page.goto(`${address}/enter`);
	});
	afterAll(() => close());

	test.each(pages)(
		"nothing on %s shuts anybody out, and nothing runs off the side",
		async (path) => {
			const complaints: string[] = [];
			page.on("console", (message) => {
				if (message.type() === "error" && !message.text().includes("404"))
					complaints.push(message.text());
			});
			await page.goto(address + path);
			for (const details of await page.locator("details").all())
				await details.evaluate((element) => element.setAttribute("open", ""));
			await screenshot(page, `kitchen-sink${path.replaceAll("/", "-")}-${width}`);
			expect(await axe(page)).toEqual([]);
			expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(
				width,
			);
			expect(complaints).toEqual([]);
		},
	);

	test("a table is ordered by a column, and turned round", async () => {
		await page.goto(`${address}/differences/1`);
		const first = page.locator("tbody tr").first();
		const due = page.getByRole("button", { name: "Due" });
		await due.click();
		expect(await first.textContent()).toContain("0038");
		await due.click();
		expect(await first.textContent()).toContain("0040");
	});

	test("an error in the summary leads to its field", async () => {
		await page.goto(`${address}/question`);
		await page.getByRole("link", { name: "Date of the talk must be a real date" }).click();
		expect(await page.evaluate("document.activeElement.id")).toBe("on-day");
	});

	test("what is being written is sent to be kept, with the page's token", async () => {
		await page.goto(`${address}/question`);
		const sent = page.waitForRequest(`${address}/drafts/1`);
		await page.getByLabel("Impact on the child").fill("She misses school");
		const draft = new URLSearchParams((await sent).postData() ?? "");
		expect(draft.get("impact")).toBe("She misses school");
		expect(draft.get("_csrf")).toBeTruthy();
		await page.getByText("Draft saved at").waitFor();
	});
});
