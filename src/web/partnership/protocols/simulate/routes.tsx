import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { App } from "../../../../actions/app.ts";
import type { Rules } from "../../../../domain/difference/rules.ts";
import type { Fault } from "../../../../domain/protocol/file/faults.ts";
import type { Protocol } from "../../../../domain/protocol/protocol.ts";
import type { NextAct } from "../../../../domain/story/next-acts.ts";
import type { StoryAct } from "../../../../domain/story/story.ts";
import { storyText, type TriedStory, untoldStory } from "../../../../domain/story/try-story.ts";
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
import { say } from "../../../kit/say.tsx";
import { roomForText, sentText } from "../../../parts/protocol/typed-text.ts";
import {
	type OfVersion,
	rulesIn,
	type Visit,
	visitVersion,
} from "../../../parts/protocol/visit-version.ts";
import { buttons, inputFor, waiting } from "./next-form.tsx";
import { SimulatePage } from "./page.tsx";

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
		const story = { text: "", ...untoldStory(ready.rules) };
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
		const draw = (status: number, story: SoFar, form: FormState, pasted?: Pasted) =>
			reply
				.code(status)
				.page(<SimulatePage frame={frame} {...ready} story={story} form={form} pasted={pasted} />);
		const goOn = (story: SoFar) => draw(200, story, newForm(momentToBegin(ready, story)));
		const before = await soFar(app, rules, sentText(body, "story"));
		switch (sentText(body, "_do")) {
			case buttons.afresh:
				return goOn({ text: "", ...untoldStory(rules) });
			case buttons.back:
				return goOn(await soFar(app, rules, storyText(before.acts.slice(0, -1))));
			case buttons.paste: {
				const text = sentText(body, "text");
				const played = await app.beside.play(rules, text);
				if (!played.faults) return goOn({ ...played, text: storyText(played.acts) });
				return draw(
					422,
					before,
					{
						values: momentToBegin(ready, before),
						errors: {
							text: { text: say`The story cannot be played`, href: "#text" },
						},
					},
					{ text, faults: played.faults },
				);
			}
		}
		const { act, form } = readAct(body, before.next);
		if (!act) return draw(422, before, form);
		const text = storyText([...before.acts, act]);
		const played = await app.beside.play(rules, text);
		if (!played.faults) return goOn({ ...played, text });
		const [fault] = played.faults;
		return draw(422, before, {
			values: form.values,
			errors: {
				act: {
					text: say`It cannot be done: ${fault?.wrong ?? ""}. ${fault?.fix ?? ""}`,
					href: "#act",
				},
			},
		});
	});
};

type SoFar = TriedStory & { text: string };
type Pasted = { text: string; faults: Fault[] };

async function readyToPlay(
	app: App,
	request: FastifyRequest<OfVersion>,
): Promise<Ready | undefined> {
	const visit = await visitVersion(app, request);
	if (!visit?.protocol) return undefined;
	const rulesOf = await rulesIn(app, request.viewer.partnershipId);
	return { visit, protocol: visit.protocol, rules: rulesOf(visit.protocol) };
}

/** The story as the form carries it; from its beginning where it cannot be played. */
async function soFar(app: App, rules: Rules, text: string): Promise<SoFar> {
	const played = text === "" ? undefined : await app.beside.play(rules, text);
	return !played || played.faults
		? { text: "", ...untoldStory(rules) }
		: { ...played, text: storyText(played.acts) };
}

/** The day and time of the last act; of a story that has none, today. */
const momentToBegin = ({ visit }: Ready, { now }: TriedStory): FormValues => {
	const moment =
		now === undefined
			? visit.now.with({ minute: 0 }).toPlainDateTime()
			: Temporal.PlainDateTime.from(now);
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
					act: { text: say`Choose who does what`, href: "#act" },
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
			enter[id] = dayIn(id, say`Answer “${label}”`);
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
