import type { Html } from "../html.ts";
import { attributesOf, classList, contentOf } from "./attributes.ts";
import type { ButtonOptions } from "./options.ts";

export function govukButton(button: ButtonOptions): Html {
	const common = {
		class: classList("govuk-button", button.classes, button.isStartButton && "govuk-button--start"),
		"data-module": "govuk-button",
		...attributesOf(button.attributes),
		id: button.id || undefined,
	};
	const content = (
		<>
			{button.html && button.isStartButton ? <span>{button.html}</span> : contentOf(button)}
			{button.isStartButton && <StartIcon />}
		</>
	);
	if (button.href)
		return (
			// biome-ignore lint/a11y/useSemanticElements: a link that looks like a button, as the Design System has it
			<a href={button.href} role="button" draggable={false} {...common}>
				{content}
			</a>
		);
	return (
		<button
			type={(button.type || "submit") as "submit"}
			value={button.value || undefined}
			name={button.name || undefined}
			disabled={button.disabled || undefined}
			aria-disabled={button.disabled ? "true" : undefined}
			data-prevent-double-click={button.preventDoubleClick}
			{...common}
		>
			{content}
		</button>
	);
}

const StartIcon = (): Html => (
	<svg
		class="govuk-button__start-icon"
		xmlns="http://www.w3.org/2000/svg"
		width="17.5"
		height="19"
		viewBox="0 0 33 40"
		aria-hidden="true"
		focusable="false"
	>
		<path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
	</svg>
);
