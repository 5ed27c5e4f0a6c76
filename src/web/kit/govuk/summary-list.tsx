import { type Html, raw } from "../html.ts";
import { attributesOf, classList, contentOf } from "./attributes.ts";
import type { SummaryListOptions } from "./options.ts";

type Card = NonNullable<SummaryListOptions["card"]>;
type Actions = NonNullable<Card["actions"]>;
type Action = NonNullable<Actions["items"]>[number];

export function govukSummaryList(list: SummaryListOptions): Html {
	const rows = list.rows.filter((row) => !!row);
	const anyActions = rows.some((row) => row.actions?.items?.length);
	const dl = (
		<dl class={classList("govuk-summary-list", list.classes)} {...attributesOf(list.attributes)}>
			{rows.map((row) => (
				<div
					class={classList(
						"govuk-summary-list__row",
						anyActions && !row.actions?.items && "govuk-summary-list__row--no-actions",
						row.classes,
					)}
				>
					<dt class={classList("govuk-summary-list__key", row.key?.classes)}>
						{contentOf(row.key)}
					</dt>
					<dd class={classList("govuk-summary-list__value", row.value?.classes)}>
						{contentOf(row.value)}
					</dd>
					{row.actions?.items?.length ? (
						<dd class={classList("govuk-summary-list__actions", row.actions.classes)}>
							{row.actions.items.length === 1 ? (
								<ActionLink action={row.actions.items[0]} title={list.card?.title} />
							) : (
								<ul class="govuk-summary-list__actions-list">
									{row.actions.items.map((action) => (
										<li class="govuk-summary-list__actions-list-item">
											<ActionLink action={action} title={list.card?.title} />
										</li>
									))}
								</ul>
							)}
						</dd>
					) : undefined}
				</div>
			))}
		</dl>
	);
	return list.card ? <SummaryCard card={list.card}>{dl}</SummaryCard> : dl;
}

function SummaryCard({
	card: { title, actions, classes, attributes },
	children,
}: {
	card: Card;
	children: Html;
}): Html {
	const Heading = `h${title?.headingLevel || 2}` as "h2";
	return (
		<div class={classList("govuk-summary-card", classes)} {...attributesOf(attributes)}>
			<div class="govuk-summary-card__title-wrapper">
				{title && (
					<Heading class={classList("govuk-summary-card__title", title.classes)}>
						{contentOf(title)}
					</Heading>
				)}
				{actions?.items?.length === 1 && (
					<div class={classList("govuk-summary-card__actions", actions.classes)}>
						<ActionLink action={actions.items[0]} title={title} />
					</div>
				)}
				{actions?.items && actions.items.length > 1 && (
					<ul class={classList("govuk-summary-card__actions", actions.classes)}>
						{actions.items.map((action) => (
							<li class="govuk-summary-card__action">
								<ActionLink action={action} title={title} />
							</li>
						))}
					</ul>
				)}
			</div>
			<div class="govuk-summary-card__content">{children}</div>
		</div>
	);
}

const ActionLink = ({
	action,
	title,
}: {
	action: Action | undefined;
	title: Card["title"];
}): Html => {
	if (!action) return raw("");
	return (
		<a
			class={classList("govuk-link", action.classes)}
			href={action.href}
			{...attributesOf(action.attributes)}
		>
			{contentOf(action)}
			{(action.visuallyHiddenText || title) && (
				<span class="govuk-visually-hidden">
					{action.visuallyHiddenText && ` ${action.visuallyHiddenText}`}
					{title && [" (", contentOf(title), ")"]}
				</span>
			)}
		</a>
	);
};
