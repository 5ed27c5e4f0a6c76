import { wordsOf } from "./words.js";

/** After the last key, in milliseconds. */
const pause = 600;

/**
 * Numbers the lines of a protocol’s text, has it checked while it is typed, leads from a fault to its line,
 * and takes the text from a file.
 */
export function protocolEditor(root) {
	const text = root.querySelector("textarea");
	const form = text.form;
	const faults = root.querySelector("[data-faults]");
	const status = root.querySelector("[data-check-status]");
	const numbers = numbersBeside(text);
	let timer;
	let asked = 0;

	const inWords = wordsOf(root);

	/** Said aloud only, where what it says can be seen below. */
	const say = (words, { seen = true } = {}) => {
		status.classList.toggle("govuk-visually-hidden", !seen);
		status.textContent = words;
	};

	/** @returns whether the text has no fault; undefined when it could not be asked */
	const check = async () => {
		clearTimeout(timer);
		const mine = ++asked;
		const typed = new URLSearchParams();
		typed.set("_csrf", form.elements._csrf.value);
		typed.set("text", text.value);
		try {
			const answer = await fetch(root.dataset.check, {
				method: "POST",
				body: typed,
				credentials: "same-origin",
				redirect: "error",
			});
			if (!answer.ok) throw new Error(String(answer.status));
			const found = await answer.text();
			if (mine !== asked) return undefined;
			faults.innerHTML = found;
			const count = Number(answer.headers.get("x-faults"));
			say(
				count === 0
					? inWords("No faults")
					: count === 1
						? inWords("1 fault below the text")
						: inWords("{1} faults below the text", count),
				{ seen: false },
			);
			return count === 0;
		} catch {
			if (mine === asked)
				say(inWords("The text could not be checked just now. It is still on this page."));
			return undefined;
		}
	};

	text.addEventListener("input", () => {
		numbers();
		clearTimeout(timer);
		timer = setTimeout(check, pause);
	});
	root.addEventListener("click", (event) => {
		const link = event.target.closest("a[data-line]");
		if (!link) return;
		event.preventDefault();
		goToLine(text, Number(link.dataset.line));
	});

	const chooser = root.querySelector(".concord-editor__file");
	chooser.hidden = false;
	chooser.querySelector("input").addEventListener("change", async (event) => {
		const [file] = event.target.files;
		if (!file) return;
		if (file.size > 4_000_000) {
			say(inWords("That file is too large to be a protocol. Nothing was changed."));
			return;
		}
		try {
			text.value = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
		} catch {
			say(
				inWords(
					"That file is no text in UTF-8, as one that ends in .yaml is. Nothing was changed.",
				),
			);
			return;
		}
		numbers();
		// A text with faults is not kept for you before you have typed in it.
		if (await check()) text.dispatchEvent(new Event("input", { bubbles: true }));
	});
	numbers();
}

/** Puts line numbers beside a text. @returns what brings them up to date */
function numbersBeside(text) {
	const box = document.createElement("div");
	box.className = "concord-editor__box";
	const gutter = document.createElement("pre");
	gutter.className = "concord-editor__numbers";
	gutter.setAttribute("aria-hidden", "true");
	text.replaceWith(box);
	box.append(gutter, text);
	let shown = 0;
	const scroll = () => {
		gutter.scrollTop = text.scrollTop;
	};
	text.addEventListener("scroll", scroll, { passive: true });
	return () => {
		const lines = text.value.split("\n").length;
		if (lines !== shown)
			gutter.textContent = `${Array.from({ length: lines }, (_, index) => index + 1).join("\n")}\n\n`;
		shown = lines;
		scroll();
	};
}

function goToLine(text, line) {
	const lines = text.value.split("\n");
	const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
	text.focus();
	text.setSelectionRange(start, start + (lines[line - 1] ?? "").length);
	const height = Number.parseFloat(getComputedStyle(text).lineHeight);
	text.scrollTop = Math.max(0, (line - 6) * height);
	text.scrollLeft = 0;
}
