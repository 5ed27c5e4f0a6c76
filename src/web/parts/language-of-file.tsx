import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { isLanguage, type Language, languages } from "../../domain/language.ts";
import { speakingNow } from "../../language/speaking.ts";
import { type FormState, radiosField } from "../kit/form.ts";
import { govukRadios } from "../kit/govuk.ts";
import type { Html } from "../kit/html.ts";
import type { PageFrame } from "../kit/page-frame.ts";
import { say } from "../kit/say.tsx";
import { ownNames } from "../kit/speak-here.tsx";

const asked = z.object({ language: z.custom<Language>(isLanguage).optional().catch(undefined) });

/** In which language whoever makes a file for somebody else has Concord speak in it: their own, where they chose no other. */
export const languageChosen = ({
	frame,
	body,
}: Pick<FastifyRequest, "frame" | "body">): Language =>
	frame.offersWelsh ? (asked.catch({}).parse(body).language ?? speakingNow().language) : "en";

/** Asks for it where the partnership offers Welsh, with their own chosen. */
export const LanguageOfFile = ({ frame, form }: { frame: PageFrame; form: FormState }): Html => (
	<>
		{frame.offersWelsh &&
			govukRadios({
				...radiosField(form, "language"),
				idPrefix: "language",
				classes: "govuk-radios--inline govuk-radios--small",
				value: speakingNow().language,
				fieldset: {
					legend: { text: say`In which language?`, classes: "govuk-fieldset__legend--s" },
				},
				hint: { text: say`Of what Concord says in it. What people wrote stays as they wrote it.` },
				items: languages.map((value) => ({
					value,
					html: <span lang={value}>{ownNames[value]}</span>,
				})),
			})}
	</>
);
