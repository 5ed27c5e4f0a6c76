import { globSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { madeUp } from "../protocols/made-up.fixture.ts";
import { drawProtocol } from "../src/domain/protocol/told/draw/draw.ts";
import { readProtocolFile } from "../src/protocol-files.ts";
import { ProtocolDrawing } from "../src/web/parts/protocol/drawing.tsx";
import { openBrowser } from "./support/browser.ts";

/** Drawings as a browser shows them: its own letters are what people see, not our estimate of their widths. */
let browser: Awaited<ReturnType<typeof openBrowser>>;
beforeAll(async () => {
	browser = await openBrowser();
});
afterAll(() => browser.close());

/** Run in the page, which has the drawing in it: what is wrong with it, in words. */
const look = `(source) => {
	const wrong = [];
	const parsed = new DOMParser().parseFromString(source, "image/svg+xml");
	const fault = parsed.querySelector("parsererror");
	if (fault) wrong.push(fault.textContent);
	const drawing = document.querySelector("svg");
	const sheet = drawing.viewBox.baseVal;
	const boxes = [...drawing.querySelectorAll("rect")]
		.map((rect) => rect.getBBox())
		.filter(({ width }) => width > 10);
	for (const text of drawing.querySelectorAll("text")) {
		const words = text.getBBox();
		const end = words.x + words.width;
		const middle = words.y + words.height / 2;
		if (end > sheet.x + sheet.width)
			wrong.push(text.textContent + " leaves the sheet");
		// A band holds other boxes: words stay in whatever they begin in.
		for (const { x, y, width, height } of boxes)
			if (words.x >= x && words.x < x + width && middle > y && middle < y + height && end > x + width)
				wrong.push(text.textContent + " leaves its box");
	}
	return wrong;
}`;

async function wrongIn(svg: string): Promise<string[]> {
	const page = await browser.context.newPage();
	try {
		await page.setContent(`<body>${svg}</body>`);
		return await page.evaluate(`(${look})(${JSON.stringify(svg)})`);
	} finally {
		await page.close();
	}
}

test.each(globSync("protocols/*/*.yaml"))(
	"%s: every word stays in its box, and every part is XML",
	async (file) => {
		const { protocol } = readProtocolFile(file);
		if (!protocol) throw new Error(file);
		const { svg, parts } = drawProtocol(protocol);
		for (const drawn of [svg, ...parts]) expect(await wrongIn(drawn)).toEqual([]);
	},
);

test("on a phone it is scrolled in a region of its own, which says so and is reached by the keyboard", async () => {
	const { protocol } = readProtocolFile("protocols/somerset/2021-04.yaml");
	if (!protocol) throw new Error("somerset");
	const css = readFileSync("src/web/assets/concord.css", "utf8");
	const page = await browser.context.newPage();
	const see = async (width: number) => {
		await page.setViewportSize({ width, height: 760 });
		return page.evaluate(`(() => {
			const region = document.querySelector("[aria-label='Flow diagram']");
			region.focus();
			return {
				hasFocus: document.activeElement === region,
				scrolls: region.scrollWidth > region.clientWidth,
				pageScrolls: document.documentElement.scrollWidth > innerWidth,
				hint: getComputedStyle(document.querySelector(".concord-drawing__hint")).display !== "none",
				shadow: getComputedStyle(document.querySelector(".concord-drawing"), "::after").content !== "none",
			};
		})()`);
	};
	try {
		await page.setContent(
			`<style>${css}</style><body style="margin: 0 15px">${ProtocolDrawing({ protocol })}</body>`,
		);
		expect(await see(375)).toEqual({
			hasFocus: true,
			scrolls: true,
			pageScrolls: false,
			hint: true,
			shadow: true,
		});
		expect(await see(1280)).toEqual({
			hasFocus: true,
			scrolls: false,
			pageScrolls: false,
			hint: false,
			shadow: false,
		});
	} finally {
		await page.close();
	}
});

test("texts that mean to break out stay texts", async () => {
	const { protocol } = madeUp(`one:
  title: "]] & &lt;b \\" ' WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW"
  steps:
    s:
      kind: note
      title: "\\u202E 漢字 👩‍👩‍👧 mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm"
      by: raising practitioner
      outcomes:
        on: { say: "]]> & &lt;b> \\x01 \\uFFFE", then: end over }
        off: { say: "<3 & \\u202E ]]>&amp;", then: end over }`);
	const { svg } = drawProtocol(protocol);
	expect(await wrongIn(svg)).toEqual([]);
	expect(await wrongIn("<svg viewBox='0 0 10 10'><text>a & b</text></svg>")).not.toEqual([]);
});
