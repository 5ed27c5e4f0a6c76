import type { Html } from "../html.ts";
import { attributesOf, classList, contentOf } from "./attributes.ts";
import { govukHint } from "./hint.tsx";
import { govukLabel } from "./label.tsx";
import type { CheckboxesOptions, RadiosOptions } from "./options.ts";

type Choice = Exclude<
	| NonNullable<CheckboxesOptions["items"][number] & object>
	| NonNullable<RadiosOptions["items"][number] & object>,
	{ divider: string }
>;

/** One radio button or checkbox with its label, its hint and what it reveals. */
export function ChoiceItem({
	kind,
	type,
	id,
	name,
	checked,
	described,
	behaviour,
	item,
}: {
	kind: "radios" | "checkboxes";
	type: "radio" | "checkbox";
	id: string;
	name: string;
	checked: boolean;
	described: string | undefined;
	behaviour?: string | undefined;
	item: Choice;
}): Html {
	const revealed = item.conditional?.html;
	const conditionalId = `conditional-${id}`;
	return (
		<>
			<div class={`govuk-${kind}__item`}>
				<input
					class={`govuk-${kind}__input`}
					id={id}
					name={name}
					type={type}
					value={item.value ?? ""}
					checked={checked}
					disabled={item.disabled || undefined}
					data-aria-controls={revealed ? conditionalId : undefined}
					data-behaviour={behaviour || undefined}
					aria-describedby={described}
					{...attributesOf(item.attributes)}
				/>
				{govukLabel({
					html: item.html,
					text: item.text,
					classes: classList(`govuk-${kind}__label`, item.label?.classes),
					attributes: item.label?.attributes,
					for: id,
				})}
				{contentOf(item.hint) &&
					govukHint({
						...item.hint,
						id: `${id}-item-hint`,
						classes: classList(`govuk-${kind}__hint`, item.hint?.classes),
					})}
			</div>
			{revealed && (
				<div
					class={classList(
						`govuk-${kind}__conditional`,
						!checked && `govuk-${kind}__conditional--hidden`,
					)}
					id={conditionalId}
				>
					{revealed}
				</div>
			)}
		</>
	);
}
