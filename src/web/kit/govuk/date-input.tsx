import type { Html } from "../html.ts";
import { sayWhole } from "../say.tsx";
import { attributesOf, classList, contentOf } from "./attributes.ts";
import { ChoicesGroup, describedBy } from "./form-group.tsx";
import { govukInput } from "./input.tsx";
import type { DateInputItem, DateInputOptions } from "./options.ts";

const parts = ["day", "month", "year"] as const;

type Part = (typeof parts)[number];

/** An input, and which part of a date it is when its name says so. */
type Item = DateInputItem & { part?: Part | undefined };

const hasError = (item: DateInputItem): boolean =>
	Boolean(item.error || item.classes?.includes("govuk-input--error"));

export function govukDateInput(dateInput: DateInputOptions): Html {
	const { id, values, errorMessage } = dateInput;
	const group = { ...dateInput, id };
	const prefix = dateInput.namePrefix ? `${dateInput.namePrefix}-` : "";
	const named = (part: Part) => dateInput[part] || undefined;
	const items: Item[] = dateInput.items?.length
		? dateInput.items
				.filter((item) => !!item)
				.map((item) => ({
					...item,
					part: parts.find((part) => [part, named(part)?.name].includes(item.name)),
				}))
		: parts
				.filter((part) => dateInput[part] !== false)
				.map((part) => ({ ...(dateInput[part] || { value: textAt(values, part) }), part }));
	const anyHasError = items.some(hasError);

	return (
		<ChoicesGroup
			group={group}
			fieldset={dateInput.fieldset}
			// Without it JAWS does not read a fieldset's description before text inputs.
			role="group"
			described={describedBy(group, dateInput.fieldset?.describedBy)}
		>
			<div
				class={classList("govuk-date-input", dateInput.classes)}
				{...attributesOf(dateInput.attributes)}
				id={id || undefined}
			>
				{contentOf(dateInput.formGroup?.beforeInputs)}
				{items.map((item) => {
					const name = item.name ?? item.part ?? "";
					const red = hasError(item) || (item.error !== false && errorMessage && !anyHasError);
					return (
						<div class="govuk-date-input__item">
							{govukInput({
								label: {
									text: item.label || sayWhole(capitalised(name)),
									classes: "govuk-date-input__label",
								},
								id: item.id || `${id}-${name}`,
								classes: classList(
									"govuk-date-input__input",
									red && !item.classes?.includes("govuk-input--error") && "govuk-input--error",
									!item.classes?.includes("govuk-input--width-") &&
										`govuk-input--width-${item.part === "year" ? 4 : 2}`,
									item.classes,
								),
								name: prefix + name,
								value:
									item.value ??
									(item.part && named(item.part)?.value) ??
									textAt(values, prefix + name),
								inputmode: item.inputmode || "numeric",
								autocomplete: item.autocomplete,
								pattern: item.pattern,
								attributes: item.attributes,
							})}
						</div>
					);
				})}
				{contentOf(dateInput.formGroup?.afterInputs)}
			</div>
		</ChoicesGroup>
	);
}

const textAt = (values: Record<string, unknown> | undefined, name: string): string | undefined => {
	const value = values?.[name];
	return value === undefined || value === null ? undefined : String(value);
};

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
