/**
 * All the script that pages carry. Every page works without it: it makes things easier,
 * never possible. Nothing here is loaded from anywhere else.
 */
import { Button } from "govuk-frontend/dist/govuk/components/button/button.mjs";
import { CharacterCount } from "govuk-frontend/dist/govuk/components/character-count/character-count.mjs";
import { Checkboxes } from "govuk-frontend/dist/govuk/components/checkboxes/checkboxes.mjs";
import { ErrorSummary } from "govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs";
import { PasswordInput } from "govuk-frontend/dist/govuk/components/password-input/password-input.mjs";
import { Radios } from "govuk-frontend/dist/govuk/components/radios/radios.mjs";
import { ServiceNavigation } from "govuk-frontend/dist/govuk/components/service-navigation/service-navigation.mjs";
import { SkipLink } from "govuk-frontend/dist/govuk/components/skip-link/skip-link.mjs";
import { autosave } from "./autosave.js";
import { copyText } from "./copy-text.js";
import { goesBy } from "./goes-by.js";
import { passkeys } from "./passkeys.js";
import { protocolEditor } from "./protocol-editor.js";
import { sessionEnds } from "./session-ends.js";
import { sortableTable } from "./sortable-table.js";

/** A radio button has no expanded state in ARIA, so none is announced: what it reveals follows it. */
class RevealingRadios extends Radios {
	syncConditionalRevealWithInputState(input) {
		super.syncConditionalRevealWithInputState(input);
		input.removeAttribute("aria-expanded");
	}
}

const components = {
	"govuk-button": Button,
	"govuk-character-count": CharacterCount,
	"govuk-checkboxes": Checkboxes,
	"govuk-error-summary": ErrorSummary,
	"govuk-password-input": PasswordInput,
	"govuk-radios": RevealingRadios,
	"govuk-service-navigation": ServiceNavigation,
	"govuk-skip-link": SkipLink,
};

const enhance = (selector, with_, within = document) => {
	for (const element of within.querySelectorAll(selector)) {
		try {
			with_(element);
		} catch (error) {
			// One broken enhancement must not stop the others.
			console.error(error);
		}
	}
};

const enhanceComponents = (within) => {
	for (const [name, Component] of Object.entries(components))
		enhance(`[data-module="${name}"]`, (element) => new Component(element), within);
};

enhanceComponents(document);

enhance('[data-module="concord-sortable-table"]', sortableTable);
enhance('[data-module="concord-copy"]', copyText);
enhance('[data-module="concord-editor"]', protocolEditor);
enhance('[data-module="concord-passkey"]', passkeys);
enhance('[data-module="concord-session"]', sessionEnds);
enhance("form[data-autosave]", autosave);
enhance("[data-goes-by]", (part) => goesBy(part, enhanceComponents));

// What is typed goes along to the other language; where nothing was, nobody need be asked first.
enhance("form[data-speaks]", (form) => {
	let isTyped = false;
	document.addEventListener("input", () => {
		isTyped = true;
	});
	form.addEventListener("submit", (event) => {
		const here = document.querySelector(".concord-speak-here button");
		if (here) {
			event.preventDefault();
			// Before the files of the form: what is known first is in which language its page is asked for.
			const asked = document.createElement("input");
			Object.assign(asked, { type: "hidden", name: here.name, value: here.value });
			here.form.prepend(asked);
			here.form.requestSubmit();
			asked.remove();
		} else if (!isTyped) form.querySelector('[name="written"]')?.remove();
	});
});

// Where scripts run, what was typed is saved before somebody signs out: nobody need be asked first.
enhance("form[data-signs-out]", (form) => {
	const sure = document.createElement("input");
	Object.assign(sure, { type: "hidden", name: "sure", value: "yes" });
	form.append(sure);
});
