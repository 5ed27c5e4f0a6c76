import type { Moment } from "./dates.ts";
import type { Child, Html } from "./html.ts";
import { say, sayDay, sayMoment } from "./say.tsx";

export type TimelineItem = {
	title: string;
	/** "Ana Reyes, Brook Primary School"; left out when nobody in person did it. */
	by?: string | undefined;
	at: Moment;
	/** What was said or entered. */
	detail?: Child;
	id?: string | undefined;
};

/** The record of what happened, in the order given, in the Ministry of Justice's pattern. */
export function Timeline({
	items,
	headingLevel = 3,
}: {
	items: readonly TimelineItem[];
	headingLevel?: 2 | 3 | 4;
}): Html {
	const Heading = `h${headingLevel}` as "h3";
	return (
		<div class="moj-timeline">
			{items.map(({ title, by, at, detail, id }) => (
				<div class="moj-timeline__item" id={id}>
					<div class="moj-timeline__header">
						<Heading class="moj-timeline__title">{title}</Heading>
						{by && <p class="moj-timeline__byline"> {say`by ${by}`}</p>}
					</div>
					<p class="moj-timeline__date">
						<time datetime={at.toString().replace(/\[.*$/, "")}>{sayAt(at)}</time>
					</p>
					{detail && <div class="moj-timeline__description">{detail}</div>}
				</div>
			))}
		</div>
	);
}

/** A moment of the record. What runs out at the end of a day does so on that day, and not at midnight on the next. */
const sayAt = (at: Moment): string =>
	at.toPlainTime().equals("00:00")
		? say`the end of ${sayDay(at.toPlainDate().subtract({ days: 1 }).toString())}`
		: sayMoment(at);
