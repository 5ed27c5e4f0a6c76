import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { App } from "../../../../actions/app.ts";
import type { Rules } from "../../../../domain/difference/rules.ts";
import type { Protocol } from "../../../../domain/protocol/protocol.ts";
import { type NextAct, nextActs } from "../../../../domain/story/next-acts.ts";
import type { StoryAct } from "../../../../domain/story/story.ts";
import { protocolPaths } from "../../../addresses.ts";
import { timeInWords } from "../../../kit/dates.ts";
import {
	dateOf,
	dateValues,
	type FormErrors,
	type FormState,
	type FormValues,
	newForm,
	readForm,
	requiredText,
	timeOf,
	typedText,
} from "../../../kit/form.ts";
import type { Routes } from "../../../kit/request.ts";
import { roomForText, sentText } from "../../../parts/protocol/typed-text.ts";
import {
	type OfVersion,
	rulesIn,
	type Visit,
	visitVersion,
} from "../../../parts/protocol/visit-version.ts";
import { buttons, inputFor, waiting } from "./next-form.tsx";
import { SimulatePage, type StorySoFar } from "./page.tsx";
import { play, storyText } from "./playing.ts";

const asked = z.object({
	day: dateOf({
		name: "The day",
		missing: "Enter the day on which it happens",
	}),
	time: timeOf({ name: "Time", missing: "Enter the time at which it happens" }),
	act: requiredText({
		missing: "Choose who does what",
		name: "The act",
		max: 200,
	}),
	who: z.string().default(""),
});

type Ready = { visit: Visit; protocol: Protocol; rules: Rules };

export const protocolSimulateRoutes: Routes = (web, app) => {
	const address = protocolPaths.simulate(":version");
	web.get<OfVersion>(address, async (request, reply) => {
		const ready = await readyToPlay(app, request);
		if (!ready) return reply.callNotFound();
		const story = soFar(ready.rules, []);
		return reply.page(
			<SimulatePage
				frame={request.frame}
				{...ready}
				story={story}
				form={newForm(momentToBegin(ready, story))}
			/>,
		);
	});

	web.post<OfVersion>(address, roomForText, async (request, reply) => {
		const ready = await readyToPlay(app, request);
		if (!ready) return reply.callNotFound();
		const { frame, body } = request;
		const { rules } = ready;
		const { acts } = play(rules, sentText(body, "story")).story ?? { acts: [] };
		const draw = (
			status: number,
			story: StorySoFar,
			form: FormState,
			pasted?: {
				text: string;
				faults: NonNullable<ReturnType<typeof play>["faults"]>;
			},
		) =>
			reply
				.code(status)
				.page(<SimulatePage frame={frame} {...ready} story={story} form={form} pasted={pasted} />);
		const goOn = (story: StorySoFar) => draw(200, story, newForm(momentToBegin(ready, story)));
		switch (sentText(body, "_do")) {
			case buttons.afresh:
				return goOn(soFar(rules, []));
			case buttons.back:
				return goOn(soFar(rules, acts.slice(0, -1)));
			case buttons.paste: {
				const text = sentText(body, "text");
				const { story, faults } = play(rules, text);
				if (story) return goOn(soFar(rules, story.acts));
				const before = soFar(rules, acts);
				return draw(
					422,
					before,
					{
						values: momentToBegin(ready, before),
						errors: {
							text: { text: "The story cannot be played", href: "#text" },
						},
					},
					{ text, faults },
				);
			}
		}
		const before = soFar(rules, acts);
		const { act, form } = readAct(body, before.next);
		if (!act) return draw(422, before, form);
		const { faults } = play(rules, storyText([...acts, act]));
		if (!faults) return goOn(soFar(rules, [...acts, act]));
		const [fault] = faults;
		return draw(422, before, {
			values: form.values,
			errors: {
				act: {
					text: `It cannot be done: ${fault?.wrong}. ${fault?.fix}`,
					href: "#act",
				},
			},
		});
	});
};

async function readyToPlay(
	app: App,
	request: FastifyRequest<OfVersion>,
): Promise<Ready | undefined> {
	const visit = await visitVersion(app, request);
	if (!visit?.protocol) return undefined;
	const rulesOf = await rulesIn(app, request.viewer.partnershipId);
	return { visit, protocol: visit.protocol, rules: rulesOf(visit.protocol) };
}

/** The story as it stands after these acts; without those after which it cannot be played. */
function soFar(rules: Rules, acts: StoryAct[]): StorySoFar {
	const text = storyText(acts);
	const playing = play(rules, text);
	return playing.played
		? { text, stands: [], ...playing, next: nextActs(rules.protocol, playing.played.difference) }
		: { text: "", stands: [], next: nextActs(rules.protocol, undefined) };
}

/** The day and time of the last act; of a story that has none, today. */
const momentToBegin = ({ visit: { now } }: Ready, { played }: StorySoFar): FormValues => {
	const moment = played?.now ?? now.with({ minute: 0 });
	return {
		...dateValues("day", moment.toPlainDate()),
		time: timeInWords(moment),
	};
};

/** The act that the form asks for. */
function readAct(body: unknown, next: NextAct[]): { act?: StoryAct; form: FormState } {
	const form = readForm(asked, body);
	if (form.errors) return { form };
	const { values, data } = form;
	const at = `${data.day} ${data.time}`;
	if (data.act === waiting) return { act: { at, do: waiting, enter: {} }, form: newForm(values) };
	const index = next.findIndex(({ value }) => value === data.act);
	const chosen = next[index];
	if (!chosen)
		return {
			form: {
				values,
				errors: {
					act: { text: "Choose who does what", href: "#act" },
				},
			},
		};
	const enter: Record<string, unknown> = {};
	const errors: Record<string, NonNullable<FormErrors[string]>> = {};
	const dayIn = (field: string, missing: string): string | undefined => {
		const name = inputFor(index, field);
		const day = readForm(z.object({ [name]: dateOf({ name: "The day", missing }) }), body);
		Object.assign(errors, day.errors);
		return day.data?.[name];
	};
	for (const { id, type, label, optional } of chosen.asks)
		if (type === "choice") {
			const given = typedText(values, inputFor(index, id));
			if (given) enter[id] = given;
		} else if (!optional || typedText(values, `${inputFor(index, id)}-day`))
			enter[id] = dayIn(id, `Answer “${label}”`);
	const until = chosen.until ? dayIn("until", "Enter the new date") : undefined;
	if (Object.keys(errors).length > 0) return { form: { values, errors } };
	return {
		act: {
			at,
			by: data.who || chosen.by,
			do: chosen.do,
			...(chosen.outcome && { outcome: chosen.outcome }),
			...(chosen.way && { way: chosen.way }),
			...(until && { until }),
			enter,
		},
		form: newForm(values),
	};
}
